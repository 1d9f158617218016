"""The state folder keeps its secrets."""

import pathlib
import stat
import subprocess

import pytest

from weblocal.disk import git_guard, locking, private
from weblocal.errors import FolderBusy


def test_a_key_is_readable_by_its_owner_alone_and_kept_once(tmp_path: pathlib.Path) -> None:
    folder = private.state_folder(tmp_path)
    assert private.keep_first_key(folder, "link.key", "one") == ("one",)
    assert private.keep_first_key(folder, "link.key", "two") == ("one",)
    assert stat.S_IMODE((folder / "link.key").stat().st_mode) == 0o600


def test_git_does_not_see_the_state_folder_unless_forced_and_then_it_is_reported(tmp_path: pathlib.Path) -> None:
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    folder = private.state_folder(tmp_path)
    private.keep_first_key(folder, "link.key", "one")
    subprocess.run(["git", "-C", str(tmp_path), "add", "."], check=True)
    assert git_guard.tracked_private_files(tmp_path) == ()
    subprocess.run(["git", "-C", str(tmp_path), "add", "-f", ".weblocal/link.key"], check=True)
    assert git_guard.tracked_private_files(tmp_path) == (".weblocal/link.key",)


def test_two_builds_at_once_take_turns_or_say_so(tmp_path: pathlib.Path) -> None:
    with (
        locking.hold(tmp_path / ".weblocal", purpose="build"),
        pytest.raises(FolderBusy, match="build"),
        locking.hold(tmp_path / ".weblocal", purpose="build", wait_seconds=0.05),
    ):
        pass
