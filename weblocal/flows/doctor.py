"""Look over the set-up of a business: what works, what does not, and what to do about it."""

import enum
import importlib.util
import pathlib
import platform
import shutil
import sys
import tempfile

from weblocal.disk import git_guard
from weblocal.errors import WeblocalError
from weblocal.flows.workspace import Workspace
from weblocal.model.business import HostKind, TransportKind
from weblocal.model.records import record

FREE_BYTES = 200 * 1024 * 1024


class Health(enum.StrEnum):
    """How one part of the set-up is."""

    WELL = "well"
    NOTE = "note"
    ILL = "ill"


@record
class Examined:
    """One part of the set-up: how it is, in a sentence, and the cure."""

    part: str
    health: Health
    words: str
    cure: str = ""


def examine(workspace: Workspace) -> tuple[Examined, ...]:
    """Every part, in the order in which an owner would need it."""
    return (
        _python(),
        _folder(workspace.folder),
        _git(workspace.folder),
        _ledger(workspace),
        _mail(workspace),
        _desk(workspace),
        _host(workspace),
        _print(),
    )


def _python() -> Examined:
    words = f"Python {platform.python_version()} on {platform.system()}"
    if sys.version_info < (3, 11, 15):
        # CVE-2026-1299: header injection in the standard library's mail; our own builder refuses what it would let through
        return Examined(
            part="Python",
            health=Health.NOTE,
            words=f"{words}.",
            cure="3.11.15 or newer has a fault in its mail library mended.",
        )
    return Examined(part="Python", health=Health.WELL, words=f"{words}.")


def _folder(folder: pathlib.Path) -> Examined:
    free = shutil.disk_usage(folder).free
    try:
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError:
        return Examined(
            part="Folder", health=Health.ILL, words=f"{folder} cannot be written.", cure="Give yourself the right to write it."
        )
    if free < FREE_BYTES:
        return Examined(
            part="Folder",
            health=Health.ILL,
            words=f"Only {free // 1024 // 1024} MB are free.",
            cure="Free some space: the ledger needs it.",
        )
    return Examined(part="Folder", health=Health.WELL, words=f"Can be written, {free // 1024**3} GB free.")


def _git(folder: pathlib.Path) -> Examined:
    leaked = git_guard.tracked_private_files(folder)
    if leaked:
        return Examined(
            part="Git",
            health=Health.ILL,
            words=f"{leaked[0]} is tracked: contacts or keys are in the repository.",
            cure=f"Run git rm --cached {leaked[0]}, and change the keys if it was pushed.",
        )
    return Examined(part="Git", health=Health.WELL, words="Ledger and keys are not in a repository.")


def _ledger(workspace: Workspace) -> Examined:
    try:
        health = workspace.ledger.health()
    except WeblocalError as failure:
        return Examined(part="Ledger", health=Health.ILL, words=failure.message, cure=failure.fix)
    guarded = ", its known fault in 3.51.2 and before is guarded by a lock" if health.has_wal_reset_bug else ""
    words = (
        f"Opens. SQLite {health.sqlite_version}{guarded}. A synced write takes {health.sync_ms:.1f} ms here, "
        f"so expect about {max(1, round(1000 / max(health.sync_ms, 0.05)))} commits a second."
    )
    return Examined(part="Ledger", health=Health.WELL, words=words)


def _mail(workspace: Workspace) -> Examined:
    kind, settings = workspace.business.mail.transport, workspace.settings
    if kind is TransportKind.OUTBOX:
        return Examined(
            part="Mail",
            health=Health.NOTE,
            words=f"Mails are laid into {workspace.outbox_folder} and go to nobody.",
            cure="When you are happy with them, write mail: {transport: smtp} into business.yaml.",
        )
    if kind is TransportKind.SENDGRID and not settings.sendgrid_key:
        return Examined(
            part="Mail", health=Health.ILL, words="SendGrid needs a key.", cure="Set SENDGRID_API_KEY in the environment."
        )
    where = "SendGrid" if kind is TransportKind.SENDGRID else f"{settings.smtp_host}:{settings.smtp_port}"
    return Examined(part="Mail", health=Health.WELL, words=f"Mails go through {where}.")


def _desk(workspace: Workspace) -> Examined:
    address = workspace.business.desk.address
    if not address:
        return Examined(
            part="Desk",
            health=Health.NOTE,
            words="The profile names no address for the desk, so forms reach it only where it serves the site as well.",
            cure="Write desk: {address: https://desk.your-domain} once it has one.",
        )
    if not address.startswith("https://"):
        return Examined(
            part="Desk", health=Health.ILL, words=f"{address} is not encrypted.", cure="Give the desk an https address."
        )
    return Examined(part="Desk", health=Health.WELL, words=f"Forms go to {address}.")


def _host(workspace: Workspace) -> Examined:
    host = workspace.business.host
    if host.kind is HostKind.GIT_BRANCH and shutil.which("git") is None:
        return Examined(part="Host", health=Health.ILL, words="Publishing to a branch needs git.", cure="Install git.")
    if host.kind is HostKind.FOLDER and not host.folder:
        return Examined(
            part="Host",
            health=Health.NOTE,
            words="The profile names no place to publish to.",
            cure="See weblocal publish --help.",
        )
    where = host.folder if host.kind is HostKind.FOLDER else f"branch {host.branch}"
    return Examined(part="Host", health=Health.WELL, words=f"The site is published to {where}.")


def _print() -> Examined:
    missing = [name for name in ("typst", "zxingcpp", "PIL") if importlib.util.find_spec(name) is None]
    if missing:
        return Examined(
            part="Print", health=Health.ILL, words=f"{', '.join(missing)} did not install.", cure="Install weblocal again."
        )
    return Examined(part="Print", health=Health.WELL, words="Cards and posters can be made and read back.")
