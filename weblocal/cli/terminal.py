"""How weblocal speaks in a terminal: colours and progress where a person looks, plain lines where a program reads."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

from weblocal.cli import settings
from weblocal.errors import ImportInvalid, ProfileInvalid, SiteInvalid, ThemeInvalid, WeblocalError
from weblocal.model.problems import Finding, Problem, Severity

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.HINT: "blue"}


def _echo(words: str, *, err: bool = False, nl: bool = True) -> None:
    # click drops colours where no terminal is, and knows nothing of NO_COLOR (no-color.org)
    click.echo(words, err=err, nl=nl, color=False if settings.read_settings().is_plain else None)


def say(words: str = "") -> None:
    """One line of result."""
    _echo(words)


def say_strong(words: str) -> None:
    """One line that matters most."""
    _echo(click.style(words, bold=True))


def say_good(words: str) -> None:
    """One line of success."""
    _echo(click.style(words, fg="green"))


def say_aside(words: str) -> None:
    """A remark for the person at the keyboard, kept out of what a program reads."""
    _echo(click.style(words, dim=True), err=True)


def say_problem(problem: Problem) -> None:
    """A problem of the owner's input: where, what, and what to write, in this order."""
    _echo(click.style(str(problem.place), bold=True), err=True, nl=False)
    field = f" {problem.field}:" if problem.field else ""
    _echo(f"{field} {problem.message}", err=True, nl=not problem.fix)
    if problem.fix:
        _echo(" " + click.style(problem.fix, fg="green"), err=True)


def say_finding(finding: Finding) -> None:
    """A finding about our output."""
    label = click.style(finding.severity.value, fg=_COLOURS[finding.severity], bold=True)
    where = str(finding.place) if finding.place else finding.page
    fix = f" {click.style(finding.fix, fg='green')}" if finding.fix else ""
    _echo(f"{label} {where}: {finding.message}{fix}", err=True)


def say_failure(failure: WeblocalError) -> None:
    """Why the command stopped: every problem first, the sentence that sums up last."""
    if isinstance(failure, (ProfileInvalid, ThemeInvalid, ImportInvalid)):
        for problem in failure.problems:
            say_problem(problem)
    if isinstance(failure, SiteInvalid):
        for finding in failure.findings:
            say_finding(finding)
    say_fault(failure.message, failure.fix)


def say_fault(words: str, advice: str) -> None:
    """Why the command stopped, and what to do now."""
    _echo(click.style(words, fg="red"), err=True, nl=False)
    _echo(f" {advice}" if advice else "", err=True)


def is_watched() -> bool:
    """Whether a person sees this output as it is made."""
    return sys.stderr.isatty()


@contextmanager
def progress(label: str, *, length: int) -> Iterator[Callable[[], None]]:
    """A bar on the terminal, nothing when the output is piped; call what it yields once per finished piece."""
    with click.progressbar(length=length, label=label, file=sys.stderr, hidden=not is_watched()) as bar:
        yield lambda: bar.update(1)
