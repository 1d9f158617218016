"""Publish as a commit on a git branch, in the form GitHub Pages and its like serve from.

No work tree is touched: the commit is made in a bare repository of our own from the files at hand, and one push moves the
branch. Whoever looks sees the old commit or the new one. A branch somebody else has moved meanwhile is never overwritten.
"""

import datetime as dt
import os
import pathlib
import re
import shutil
import subprocess
import urllib.parse

from weblocal.errors import PublishFailed
from weblocal.model.site import SiteFile, SiteFiles, TreeChanges

# `ext::` and the like run commands; a client's profile must not be able to
_ALLOWED_PROTOCOLS = "https:ssh:file"
_SECONDS = 120
_SITE = "refs/heads/site"
_CREDENTIALS = re.compile(r"(\w+://)[^/@\s]+@")


class GitBranchHost:
    """Serves from `branch` of `remote`; `repository` is a bare repository of our own, made on first use.

    `website` is the address people type: when it is not the host's own, the branch carries it in CNAME.
    """

    def __init__(self, remote: str, branch: str, *, repository: pathlib.Path, website: str) -> None:
        self._remote = remote
        self._branch = branch
        self._repository = repository
        self._website = website

    def describe(self) -> str:
        """The branch and the remote, without credentials."""
        return f"branch {self._branch} of {_without_credentials(self._remote)}"

    def publish(self, files: SiteFiles, *, note: str, now: dt.datetime) -> TreeChanges:
        """Commit `files` on top of the branch as it is and push it; nothing is pushed when nothing changed."""
        self._refuse_what_could_run_commands()
        if not (self._repository / "HEAD").exists():
            self._repository.mkdir(parents=True, exist_ok=True)
            # an empty template brings no hooks
            self._git("init", "--quiet", "--bare", "--template=", ".")
        parent = self._fetch()
        whole = (*files, *self._extras())
        commit = self._commit(whole, parent=parent, note=note, now=now)
        changes = self._changes(parent, commit)
        if parent is None or changes.added or changes.changed or changes.removed:
            self._git("push", "--quiet", "--", self._remote, f"{commit}:refs/heads/{self._branch}")
        return changes

    def _refuse_what_could_run_commands(self) -> None:
        if self._remote.startswith("-") or "::" in self._remote or not self._remote.strip():
            raise PublishFailed(
                f"{_without_credentials(self._remote)} is no address of a repository.",
                fix="Write host.remote as https://… or git@host:name/site.git.",
            )
        if self._branch.startswith("-") or not re.fullmatch(r"[\w./-]{1,100}", self._branch) or ".." in self._branch:
            raise PublishFailed(f"{self._branch} is no name for a branch.", fix="Write host.branch: gh-pages.")

    def _extras(self) -> tuple[SiteFile, ...]:
        host = urllib.parse.urlsplit(self._website).hostname or ""
        # without .nojekyll the Pages builder drops every name that begins with an underscore
        extras = [SiteFile(path=".nojekyll", content=b"")]
        if host and not host.endswith((".github.io", ".gitlab.io", ".codeberg.page")):
            extras.append(SiteFile(path="CNAME", content=f"{host}\n".encode()))
        return tuple(extras)

    def _fetch(self) -> str | None:
        listed = self._git("ls-remote", "--", self._remote, f"refs/heads/{self._branch}").decode()
        if not listed.strip():
            return None
        self._git("fetch", "--quiet", "--depth=1", "--", self._remote, f"+refs/heads/{self._branch}:{_SITE}")
        return self._git("rev-parse", _SITE).decode().strip()

    def _commit(self, files: SiteFiles, *, parent: str | None, note: str, now: dt.datetime) -> str:
        message = note.encode()
        lines = [
            f"commit {_SITE}\ncommitter weblocal <weblocal@localhost> {int(now.timestamp())} +0000\n".encode(),
            b"data %d\n%b\n" % (len(message), message),
            f"from {parent}\n".encode() if parent else b"",
            b"deleteall\n",
        ]
        for file in sorted(files, key=lambda file: file.path):
            lines.append(b"M 100644 inline %b\ndata %d\n%b\n" % (_quoted(file.path), len(file.content), file.content))
        if parent is None:
            self._git("update-ref", "-d", _SITE)
        self._git("fast-import", "--quiet", "--force", "--done", feed=b"".join(lines) + b"done\n")
        return self._git("rev-parse", _SITE).decode().strip()

    def _changes(self, parent: str | None, commit: str) -> TreeChanges:
        names = self._names(commit)
        if parent is None:
            return TreeChanges(added=names)
        told = self._git("diff-tree", "-r", "-z", "--no-renames", "--name-status", parent, commit).decode().split("\0")
        by_status: dict[str, list[str]] = {"A": [], "M": [], "D": []}
        for status, name in zip(told[0::2], told[1::2], strict=False):
            by_status.setdefault(status[:1], []).append(name)
        touched = {name for found in by_status.values() for name in found}
        return TreeChanges(
            added=tuple(by_status["A"]),
            changed=tuple(by_status["M"]),
            removed=tuple(by_status["D"]),
            same=tuple(name for name in names if name not in touched),
        )

    def _names(self, commit: str) -> tuple[str, ...]:
        listed = self._git("ls-tree", "-r", "-z", "--name-only", commit).decode()
        return tuple(name for name in listed.split("\0") if name)

    def _git(self, command: str, *arguments: str, feed: bytes = b"") -> bytes:
        git = shutil.which("git")
        if git is None:
            raise PublishFailed("git is not installed.", fix="Install git, or publish to a folder (host.kind: folder).")
        surroundings = {**os.environ, "GIT_TERMINAL_PROMPT": "0", "GIT_ALLOW_PROTOCOL": _ALLOWED_PROTOCOLS, "LC_ALL": "C"}
        try:
            ran = subprocess.run(  # noqa: S603 - arguments are a list, the remote and branch were checked
                [git, command, *arguments],
                cwd=self._repository,
                env=surroundings,
                input=feed,
                capture_output=True,
                check=False,
                timeout=_SECONDS,
            )
        except subprocess.TimeoutExpired as late:
            raise PublishFailed(
                f"git {command} took longer than {_SECONDS} s.", fix="Check the connection and run it again."
            ) from late
        if ran.returncode != 0:
            said = _without_credentials(ran.stderr.decode("utf-8", errors="replace").strip().splitlines()[-1:] or ["nothing"])
            raise PublishFailed(
                f"git {command} failed: {said}", fix="Check host.remote and your rights there, then publish again."
            )
        return ran.stdout


def _without_credentials(words: str | list[str]) -> str:
    text = words if isinstance(words, str) else " ".join(words)
    return _CREDENTIALS.sub(r"\1", text)


def _quoted(path: str) -> bytes:
    escaped = path.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'.encode()
