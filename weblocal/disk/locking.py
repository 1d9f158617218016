"""Hold a folder for one process at a time, by a lock that dies with the process."""

import contextlib
import pathlib
from collections.abc import Iterator

import filelock

from weblocal.errors import FolderBusy


@contextlib.contextmanager
def hold(folder: pathlib.Path, *, purpose: str, wait_seconds: float = 10.0) -> Iterator[None]:
    """Hold `folder` for `purpose` (a word such as "build"); raises FolderBusy after `wait_seconds`."""
    folder.mkdir(parents=True, exist_ok=True)
    lock = filelock.FileLock(folder / f"{purpose}.lock", timeout=wait_seconds)
    try:
        lock.acquire()
    except filelock.Timeout as busy:
        raise FolderBusy(
            f"Another weblocal is at work on {folder.parent.name} ({purpose}).",
            fix="Wait until it is done, then run this again.",
        ) from busy
    try:
        yield
    finally:
        lock.release()
