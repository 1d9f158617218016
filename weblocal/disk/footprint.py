"""What files look like from outside: a mark for each that changes whenever its bytes do, without reading any.

A mark is size, inode and the times of the last change of content and of state; the last one cannot be set back by any program.
Whoever compares marks takes them before reading the files, so that a save in between shows. A file that was changed only just
now might be changed again within the same tick of the disk's clock, and look the same: such a mark is never equal to another.
"""

import os
import pathlib
from collections.abc import Iterable, Iterator

from weblocal.disk.tree import SKIPPED_FOLDERS

Mark = tuple[int, ...]
Marks = dict[str, Mark]

# the slowest tick of a disk's clock that is still in use (FAT), with room
_TICK_NS = 2_500_000_000


def of_tree(folder: pathlib.Path, *, now_ns: int) -> Marks:
    """The marks of all files that `tree.read_tree` would list, by name; `now_ns` is this moment, in nanoseconds."""
    return dict(_below(os.fspath(folder), "", now_ns))


def of_files(folder: pathlib.Path, names: Iterable[str]) -> Marks:
    """The marks of these files below `folder` and of the folders that hold several things; what is missing has the mark ()."""
    root = os.fspath(folder)
    marks: Marks = {}
    parents: set[str] = set()
    for name in names:
        marks[name] = _mark(f"{root}/{name}")
        # a page's own folder holds its page alone: whoever lays something beside it is found by the next whole build
        parents.add(name.removesuffix("/index.html").rpartition("/")[0] + "/")
    return marks | {parent: _of_folder(f"{root}/{parent}") for parent in parents}


def _below(folder: str, prefix: str, now_ns: int) -> Iterator[tuple[str, Mark]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_symlink():
                continue
            if entry.is_dir():
                if entry.name not in SKIPPED_FOLDERS:
                    yield from _below(entry.path, f"{prefix}{entry.name}/", now_ns)
            elif entry.is_file():
                state = entry.stat(follow_symlinks=False)
                mark = (state.st_size, state.st_ino, state.st_mtime_ns, state.st_ctime_ns)
                is_settled = max(state.st_mtime_ns, state.st_ctime_ns) < now_ns - _TICK_NS
                yield prefix + entry.name, mark if is_settled else (*mark, now_ns)


def _mark(path: str) -> Mark:
    try:
        state = os.lstat(path)
    except OSError:
        return ()
    return (state.st_size, state.st_ino, state.st_mtime_ns, state.st_ctime_ns)


def _of_folder(path: str) -> Mark:
    """A folder's own time changes when a name in it comes or goes."""
    try:
        return (os.lstat(path).st_mtime_ns,)
    except OSError:
        return ()
