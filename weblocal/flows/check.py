"""Check a business: every problem of its files, every finding about its site, and where each value came from."""

import dataclasses
import datetime as dt

from weblocal.disk import git_guard
from weblocal.flows import build
from weblocal.flows.workspace import Workspace
from weblocal.model.problems import Finding, Problem, Severity
from weblocal.profile import approving


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What was found: remarks on the profile, findings about the site, and how many pages it would have."""

    notices: tuple[Problem, ...]
    findings: tuple[Finding, ...]
    page_count: int

    @property
    def error_count(self) -> int:
        """How many findings forbid publishing."""
        return sum(finding.severity is Severity.ERROR for finding in self.findings)


def check(workspace: Workspace, *, today: dt.date) -> Checked:
    """Everything that is wrong or could be better; nothing is changed."""
    rendered = build.render(workspace, today=today)
    leaks = tuple(
        Finding(
            rule="private-file-in-git",
            severity=Severity.ERROR,
            page=name,
            message="is tracked by git. It holds contacts or keys, and whoever can read the repository can read it.",
            fix=f"Run git rm --cached {name}, and change the keys if it was pushed.",
        )
        for name in git_guard.tracked_private_files(workspace.folder)
    )
    starters = approving.unapproved(workspace.starters, workspace.approved, workspace.business)
    return Checked(notices=workspace.notices, findings=(*leaks, *rendered.findings, *starters), page_count=rendered.page_count)
