"""Findings for a person, as one table as wide as the window, and for a program, as JSON."""

import json
import re
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
_STARTERS, _FEWEST_FOLDED = "starter-text", 4
_OF_THE_PACK = re.compile(r" is starter text of the trade pack \w+\.$")
_WIDEST_PLACE, _NARROWEST_WORDS, _WIDEST_WORDS = 34, 30, 92


def at_least(findings: Iterable[Finding], severity: Severity) -> tuple[Finding, ...]:
    """Those as bad as this, or worse."""
    worst = _WORST_FIRST[: _WORST_FIRST.index(severity) + 1]
    return tuple(finding for finding in findings if finding.severity in worst)


def show(findings: tuple[Finding, ...]) -> None:
    """One table: under each heading where it is, what was found, and on a line of its own what to do."""
    width = min(max((len(_where(finding)) for finding in _folded(list(findings))[0]), default=0), _WIDEST_PLACE)
    for severity in _WORST_FIRST:
        rows = [finding for finding in findings if finding.severity is severity]
        if rows:
            heading, colour = _HEADINGS[severity]
            terminal.say(click.style(f"{heading} ({len(rows)})", fg=colour, bold=True))
            others, starters = _folded(rows)
            lines = (line for finding in others for line in _row(finding, width))
            for line in (*lines, *(_starters(starters) if starters else ())):
                terminal.say(line)
            terminal.say()


def _folded(rows: list[Finding]) -> tuple[list[Finding], list[Finding]]:
    """The rows without those about starter text, and those: many of them hide the rest, and all have one cure."""
    starters = [finding for finding in rows if finding.rule == _STARTERS]
    if len(starters) < _FEWEST_FOLDED:
        return rows, []
    return [finding for finding in rows if finding.rule != _STARTERS], starters


def _starters(starters: list[Finding]) -> Iterator[str]:
    """The starter texts under one heading, a line for each: its key and its first words."""
    yield f"  {len(starters)} texts are the trade pack's words and not yours yet:"
    room = max(shutil.get_terminal_size((110, 24)).columns - 4, _NARROWEST_WORDS)
    for finding in starters:
        words = _OF_THE_PACK.sub("", finding.message)
        yield from textwrap.wrap(f"{finding.page}: {words}", room, initial_indent="    ", subsequent_indent="      ")
    yield "  " + click.style("Read each, and say whether it is true of you: weblocal approve", fg="green")


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
