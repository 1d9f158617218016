"""Hold a folder for one process at a time, by a lock that dies with the process."""

import contextlib
import pathlib
from collections.abc import Iterator

import filelock

from weblocal.errors import FolderBusy, OutsideFailed


@contextlib.contextmanager
def hold(folder: pathlib.Path, *, purpose: str, wait_seconds: float = 10.0) -> Iterator[None]:
    """Hold `folder` for `purpose` (a word such as "build"); raises FolderBusy after `wait_seconds`."""
    lock = filelock.FileLock(folder / f"{purpose}.lock", timeout=wait_seconds)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except filelock.Timeout as busy:
        raise FolderBusy(
            f"Another weblocal is at work on {folder.parent.name} ({purpose}).",
            fix="Wait until it is done, then run this again.",
        ) from busy
    except OSError as refused:
        raise OutsideFailed(
            f"{folder} could not be held for a {purpose}: {refused.strerror or refused}.",
            fix="Free some space or check the folder's rights, then run it again.",
        ) from refused
    try:
        yield
    finally:
        lock.release()
