"""Check a business: every problem of its files, every finding about its site, and where each value came from."""

import dataclasses
import datetime as dt
import re
from collections.abc import Iterable, Iterator

from weblocal.disk import git_guard
from weblocal.flows import build, holidays
from weblocal.flows.workspace import Workspace
from weblocal.model.problems import Finding, Place, Problem, Severity
from weblocal.model.records import record
from weblocal.profile import approving
from weblocal.profile.noting import FieldOrigin
from weblocal.site import plain_words

_WORST_FIRST = (Severity.ERROR, Severity.WARNING, Severity.HINT)
# notices that say more than what could be better: a site that speaks two languages at once reads as unfinished
_TO_LOOK_AT = frozenset({"languages"})
_WRITTEN = re.compile(r"(.+):(\d+)")


def of_problems(problems: Iterable[Problem]) -> tuple[Finding, ...]:
    """What keeps the files from being read at all, as findings, for a program that reads nothing else."""
    return tuple(
        Finding(
            rule="unreadable",
            severity=Severity.ERROR,
            page=problem.field,
            message=problem.message,
            fix=problem.fix,
            place=problem.place,
        )
        for problem in problems
    )


@record
class Checked:
    """What was found, the worst first and then by file and line, and how many pages the site would have."""

    findings: tuple[Finding, ...]
    page_count: int

    def count(self, severity: Severity) -> int:
        """How many findings are of this severity; an error forbids publishing."""
        return sum(finding.severity is severity for finding in self.findings)


def check(workspace: Workspace, *, today: dt.date) -> Checked:
    """Everything that is wrong or could be better; nothing is changed."""
    rendered = build.render(workspace, today=today)
    found = (
        *_private_files(workspace),
        *_notices(workspace),
        *rendered.findings,
        *plain_words.findings(workspace.business),
        *holidays.findings(workspace.business, today=today),
        *approving.unapproved(workspace.starters, workspace.approved, workspace.business),
    )
    placed = dict.fromkeys(_placed(found, workspace.origins))
    return Checked(findings=tuple(sorted(placed, key=_urgency)), page_count=rendered.page_count)


def _private_files(workspace: Workspace) -> Iterator[Finding]:
    for name in git_guard.tracked_private_files(workspace.folder):
        yield Finding(
            rule="private-file-in-git",
            severity=Severity.ERROR,
            page=name,
            message="Git tracks this file. It holds contacts or keys, and whoever can read the repository can read it.",
            fix=f"Run git rm --cached {name}, and change the keys if it was pushed.",
        )


def _notices(workspace: Workspace) -> Iterator[Finding]:
    for problem in workspace.notices:
        yield Finding(
            rule="notice",
            severity=Severity.WARNING if problem.field in _TO_LOOK_AT else Severity.HINT,
            page=problem.field,
            message=problem.message,
            fix=problem.fix,
            place=problem.place,
        )


def _placed(findings: Iterable[Finding], origins: Iterable[FieldOrigin]) -> Iterator[Finding]:
    """Findings about a field of the profile, with the file and line in which the owner wrote it."""
    written = {origin.path: found for origin in origins if (found := _WRITTEN.fullmatch(origin.origin))}
    for finding in findings:
        found = None if finding.place else written.get(finding.page)
        if found:
            yield dataclasses.replace(finding, place=Place(file=found[1], line=int(found[2])))
        else:
            yield finding


def _urgency(finding: Finding) -> tuple[int, str, int]:
    place = finding.place
    return (_WORST_FIRST.index(finding.severity), place.file if place else finding.page, place.line if place else 0)
