"""Publish: build what the profile says now, and hand it to the host in one step."""

import datetime as dt
import pathlib

from weblocal.disk import locking, replacing
from weblocal.errors import ProblemsFound, SiteInvalid
from weblocal.flows import build
from weblocal.flows.workspace import Workspace
from weblocal.hosting.folder import FolderHost
from weblocal.hosting.git_branch import GitBranchHost
from weblocal.hosting.host import Host
from weblocal.model.business import HostKind
from weblocal.model.records import record
from weblocal.model.site import TreeChanges
from weblocal.profile import approving

GIT_STORE = "publish.git"


@record
class Published:
    """Where the site went, what changed there, and how many of its texts nobody has approved yet."""

    where: str
    changes: TreeChanges
    unapproved_count: int = 0


def publish(workspace: Workspace, *, now: dt.datetime, today: dt.date, to: pathlib.Path | None = None) -> Published:
    """Build the site of `today` and publish it to `to`, or to the host the profile names."""
    rendered = build.render(workspace, today=today)
    if rendered.errors:
        raise SiteInvalid(rendered.findings)
    host = FolderHost(to, replace=replacing.replace_tree) if to else host_of(workspace)
    note = f"{workspace.business.name}, {today:%Y-%m-%d}"
    with locking.hold(workspace.state_folder, purpose="publish"):
        changes = host.publish(rendered.files, note=note, now=now)
    waiting = approving.waiting(workspace.starters, workspace.approved)
    return Published(where=host.describe(), changes=changes, unapproved_count=len(waiting))


def host_of(workspace: Workspace) -> Host:
    """The host the profile names."""
    settings = workspace.business.host
    if settings.kind is HostKind.GIT_BRANCH:
        return GitBranchHost(
            settings.remote,
            settings.branch,
            repository=workspace.state_folder / GIT_STORE,
            website=workspace.business.website,
        )
    if not settings.folder:
        raise ProblemsFound(
            "The profile names no place to publish to.",
            fix="Write host: {kind: folder, folder: ../site} into business.yaml, or use weblocal publish --to FOLDER.",
        )
    return FolderHost((workspace.folder / settings.folder).resolve(), replace=replacing.replace_tree)
