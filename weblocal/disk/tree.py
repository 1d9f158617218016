"""Read a folder as a tree of named files: what is there, how big, and its bytes on demand; never outside the folder."""

import dataclasses
import hashlib
import os
import pathlib
import stat
from collections.abc import Iterator

from weblocal.errors import NotFound
from weblocal.model.records import record

SKIPPED_FOLDERS = frozenset({"public", ".weblocal", ".git", "node_modules", "__pycache__", ".venv"})
LARGEST_TEXT = 4 * 1024 * 1024


@record
class Tree:
    """The regular files below `folder`, by relative name with forward slashes, sorted; links are not followed.

    A link is left out, because a client's folder must not be able to bring a stranger's file into a site.
    """

    folder: pathlib.Path
    names: tuple[str, ...]
    _known: frozenset[str] = dataclasses.field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_known", frozenset(self.names))  # a folder may hold ten thousand

    def read(self, name: str, *, at_most: int = LARGEST_TEXT) -> bytes:
        """The bytes of one file of the tree; raises NotFound when it is gone, too large, or was swapped for a link."""
        if name not in self._known:
            raise NotFound(f"{name} is not in {self.folder.name}.")
        try:
            handle = os.open(self.folder / name, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0))
        except OSError as gone:
            raise NotFound(
                f"{name} could not be read: {gone.strerror}.", fix="Save it again and check that it may be read."
            ) from gone
        with os.fdopen(handle, "rb") as opened:
            state = os.fstat(opened.fileno())
            if not stat.S_ISREG(state.st_mode) or state.st_size > at_most:
                most = f"{at_most // (1024 * 1024)} MB"
                raise NotFound(f"{name} is no ordinary file of at most {most}.", fix="Replace it with one that is.")
            return opened.read()

    def read_text(self, name: str) -> str:
        """The text of one file; a byte order mark is dropped, and what is no UTF-8 is shown as a replacement sign."""
        return self.read(name).decode("utf-8-sig", errors="replace")

    def digest(self, name: str) -> str:
        """A digest of the bytes of one file, 32 hexadecimal characters."""
        return hashlib.blake2b(self.read(name), digest_size=16).hexdigest()


def read_tree(folder: pathlib.Path) -> Tree:
    """List the files below `folder`; raises NotFound when there is no such folder."""
    if not folder.is_dir():
        raise NotFound(f"There is no folder {folder}.", fix="Name the folder that holds business.yaml.")
    return Tree(folder=folder, names=tuple(sorted(_names(folder, ""))))


def _names(folder: pathlib.Path, prefix: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_symlink():
                continue
            if entry.is_dir():
                if entry.name not in SKIPPED_FOLDERS:
                    yield from _names(pathlib.Path(entry.path), f"{prefix}{entry.name}/")
            elif entry.is_file():
                yield prefix + entry.name
