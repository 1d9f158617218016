"""A folder is held by one process at a time, and the lock dies with whoever held it."""

import pathlib
import subprocess
import sys

import filelock
import pytest

from weblocal.disk import locking
from weblocal.errors import FolderBusy

HOLDER = """
import pathlib, sys
from weblocal.disk import locking
with locking.hold(pathlib.Path(sys.argv[1]), purpose="build"):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_folder_held_by_another_process_is_busy_until_it_lets_go(tmp_path: pathlib.Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(FolderBusy), locking.hold(tmp_path, purpose="build", wait_seconds=0.05):
            pytest.fail("two held it")
        with locking.hold(tmp_path, purpose="publish"):
            pass  # another purpose is another lock
        other.kill()
        other.wait()
        with locking.hold(tmp_path, purpose="build"):
            pass


def test_a_lock_of_the_library_and_ours_are_one(tmp_path: pathlib.Path) -> None:
    ours = locking.hold(tmp_path, purpose="build", wait_seconds=0.05)
    with filelock.FileLock(tmp_path / "build.lock"), pytest.raises(FolderBusy), ours:
        pytest.fail("two held it")
    with locking.hold(tmp_path, purpose="build"), pytest.raises(filelock.Timeout):
        filelock.FileLock(tmp_path / "build.lock", timeout=0.05).acquire()
