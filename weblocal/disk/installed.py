"""Which program runs: a stamp that changes whenever a file of weblocal, one of its libraries, or Python itself does."""

import functools
import hashlib
import operator
import os
import pathlib
import sys
from collections.abc import Iterator

from weblocal.disk.bundled import PACKAGE

_OF_LIBRARIES = ("site-packages", "dist-packages")


@functools.cache
def stamp() -> str:
    """Thirty-two hexadecimal characters for exactly this program.

    Files are known by size, inode and the times of their last change, which no installer can set back; libraries by the folder
    they are installed in, which changes with each of them.
    """
    known = [sys.version, *_files(os.fspath(PACKAGE)), *_folders()]
    return hashlib.blake2b("\n".join(known).encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()


def _files(folder: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=operator.attrgetter("name")):
            if entry.is_dir(follow_symlinks=False):
                if entry.name != "__pycache__":
                    yield from _files(entry.path)
            else:
                yield _known_by(entry.name, entry.stat())


def _folders() -> Iterator[str]:
    for path in sys.path:
        if path.endswith(_OF_LIBRARIES) and pathlib.Path(path).is_dir():
            yield _known_by(path, pathlib.Path(path).stat())


def _known_by(path: str, state: os.stat_result) -> str:
    return f"{path}\0{state.st_size}\0{state.st_ino}\0{state.st_mtime_ns}\0{state.st_ctime_ns}"
