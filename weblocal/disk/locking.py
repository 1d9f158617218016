"""Hold a folder for one process at a time, by a lock that dies with the process."""

import contextlib
import os
import pathlib
import sys
from collections.abc import Iterator

from weblocal.errors import FolderBusy, OutsideFailed

if sys.platform != "win32":
    import fcntl


@contextlib.contextmanager
def hold(folder: pathlib.Path, *, purpose: str, wait_seconds: float = 10.0) -> Iterator[None]:
    """Hold `folder` for `purpose` (a word such as "build"); raises FolderBusy after `wait_seconds`."""
    path = folder / f"{purpose}.lock"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = _held_at_once(path)
    except OSError as refused:
        raise _not_held(folder, purpose, refused) from refused
    if handle is None:
        with _waited_for(path, purpose, wait_seconds):
            yield
        return
    try:
        yield
    finally:
        os.close(handle)


def _held_at_once(path: pathlib.Path) -> int | None:
    """The lock when it is free, as a handle whose closing gives it back: the rule, and no library need be loaded for it."""
    if sys.platform == "win32":
        return None
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:  # taken, or a disk that knows no such locks: the library knows how to wait, and what else to do
        os.close(handle)
        return None
    return handle


@contextlib.contextmanager
def _waited_for(path: pathlib.Path, purpose: str, wait_seconds: float) -> Iterator[None]:
    import filelock  # the same lock on the same file

    lock = filelock.FileLock(path, timeout=wait_seconds)
    try:
        lock.acquire()
    except filelock.Timeout as busy:
        raise FolderBusy(
            f"Another weblocal is at work on {path.parent.parent.name} ({purpose}).",
            fix="Wait until it is done, then run this again.",
        ) from busy
    except OSError as refused:
        raise _not_held(path.parent, purpose, refused) from refused
    try:
        yield
    finally:
        lock.release()


def _not_held(folder: pathlib.Path, purpose: str, refused: OSError) -> OutsideFailed:
    return OutsideFailed(
        f"{folder} could not be held for a {purpose}: {refused.strerror or refused}.",
        fix="Free some space or check the folder's rights, then run it again.",
    )
