"""Findings for a person, as one table as wide as the window, and for a program, as JSON."""

import json
import shutil
import textwrap
from collections.abc import Iterable, Iterator

import click

from weblocal.cli import terminal
from weblocal.model.problems import Finding, Severity

_WORST_FIRST = (Severity.ERROR, Severity.WARNING, Severity.HINT)
_HEADINGS = {
    Severity.ERROR: ("To put right before it can be published", "red"),
    Severity.WARNING: ("To look at", "yellow"),
    Severity.HINT: ("Would make it better", "blue"),
}
_WIDEST_PLACE, _NARROWEST_WORDS, _WIDEST_WORDS = 34, 30, 92


def at_least(findings: Iterable[Finding], severity: Severity) -> tuple[Finding, ...]:
    """Those as bad as this, or worse."""
    worst = _WORST_FIRST[: _WORST_FIRST.index(severity) + 1]
    return tuple(finding for finding in findings if finding.severity in worst)


def show(findings: tuple[Finding, ...]) -> None:
    """One table: under each heading where it is, what was found, and on a line of its own what to do."""
    width = min(max((len(_where(finding)) for finding in findings), default=0), _WIDEST_PLACE)
    for severity in _WORST_FIRST:
        rows = [finding for finding in findings if finding.severity is severity]
        if rows:
            heading, colour = _HEADINGS[severity]
            terminal.say(click.style(f"{heading} ({len(rows)})", fg=colour, bold=True))
            for finding in rows:
                for line in _row(finding, width):
                    terminal.say(line)
            terminal.say()


def as_json(findings: tuple[Finding, ...]) -> str:
    """A list of objects, one for each finding; `line` is 0 where it concerns a whole file, `file` empty where none."""
    return json.dumps([_for_a_program(finding) for finding in findings], ensure_ascii=False, indent=1)


def _row(finding: Finding, width: int) -> Iterator[str]:
    room = shutil.get_terminal_size((110, 24)).columns - width - 4
    room = min(max(room, _NARROWEST_WORDS), _WIDEST_WORDS)
    where = _where(finding)
    words = textwrap.wrap(finding.message, room) or [""]
    if len(where) > width:
        yield f"  {where}"
        where = ""
    for number, line in enumerate(words):
        yield f"  {(where if number == 0 else ''):<{width}}  {line}"
    for line in textwrap.wrap(finding.fix, room):
        yield f"  {'':<{width}}  {click.style(line, fg='green')}"


def _where(finding: Finding) -> str:
    return str(finding.place) if finding.place else finding.page


def _for_a_program(finding: Finding) -> dict[str, str | int]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "file": finding.place.file if finding.place else "",
        "line": finding.place.line if finding.place else 0,
        "page": finding.page,
        "message": finding.message,
        "fix": finding.fix,
    }
