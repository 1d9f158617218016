"""Replace a folder of files by another, all or nothing: whoever looks sees the old tree or the new one, never a mixture.

The new tree is laid beside the old one, synced, and exchanged with it in one step where the system can do that (Linux,
macOS). Elsewhere two renames do it, and the next run repairs what a power cut between them leaves behind.
"""

import contextlib
import dataclasses
import enum
import os
import pathlib
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping

from weblocal.errors import OutsideFailed, ProblemsFound
from weblocal.model.records import record
from weblocal.model.site import SiteFile, TreeChanges

MARKER = ".made-by-weblocal"
MARKER_WORDS = b"weblocal writes this folder. The next build replaces everything in it.\n"
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_RENAME_SWAP = 2


def replace_tree(folder: pathlib.Path, files: Iterable[SiteFile]) -> TreeChanges:
    """Make `folder` hold exactly `files` and say what changed.

    Raises ProblemsFound when `folder` holds something weblocal did not write, and OutsideFailed when the disk refuses;
    the old tree stands untouched then.
    """
    wanted = {file.path: file.content for file in files}
    for path in wanted:
        _refuse_outside(path)
    wanted[MARKER] = MARKER_WORDS
    folder = _whole_path(folder)
    new, old = _beside(folder)
    with _untouched_by_failure(folder, new=new, old=old):
        _repair(folder, new=new, old=old)
        current = _current_names(folder)
        changes = _compare(folder, current, wanted)
        if changes.added or changes.changed or changes.removed or not folder.exists():
            _lay(new, wanted, same=changes.same, current=folder)
            _exchange(new, folder, old=old)
    return _without_marker(changes)


class Fate(enum.StrEnum):
    """What became of one file of a tree."""

    ADDED = "added"
    CHANGED = "changed"
    SAME = "same"


@record
class Place:
    """A new tree beside the one it will replace, which holds `current`. Several processes may lay its files, each its own."""

    folder: pathlib.Path
    new: pathlib.Path
    current: frozenset[str]

    def lay(self, file: SiteFile) -> Fate:
        """Write one file of the new tree, or keep the one that stands where it is the same."""
        _refuse_outside(file.path)
        target, standing = self.new / file.path, self.folder / file.path
        target.parent.mkdir(parents=True, exist_ok=True)
        fate = Fate.ADDED
        if file.path in self.current:
            fate = Fate.SAME if standing.read_bytes() == file.content else Fate.CHANGED
        if fate is not Fate.SAME or not _linked(standing, target):
            _write_synced(target, file.content)
        return fate

    def take_over(self, fates: Mapping[str, Fate]) -> TreeChanges:
        """Exchange the old tree for the new one, of which all files are laid; where nothing changed, the old one stays."""
        fates = {**fates, MARKER: self.lay(SiteFile(path=MARKER, content=MARKER_WORDS))}
        named = {fate: tuple(sorted(name for name, each in fates.items() if each is fate)) for fate in Fate}
        changes = TreeChanges(
            added=named[Fate.ADDED],
            changed=named[Fate.CHANGED],
            removed=tuple(sorted(self.current - fates.keys())),
            same=named[Fate.SAME],
        )
        if changes.added or changes.changed or changes.removed:
            for folder, _, _ in os.walk(self.new):
                _sync_folder(pathlib.Path(folder))
            _exchange(self.new, self.folder, old=_beside(self.folder)[1])
        return _without_marker(changes)


@contextlib.contextmanager
def replacement(folder: pathlib.Path) -> Iterator[Place]:
    """A place to lay a new tree file by file; `take_over` puts it where `folder` is. Raises as `replace_tree` does.

    Whatever ends the block before, the old tree stands untouched, and nothing lies beside it.
    """
    folder = _whole_path(folder)
    new, old = _beside(folder)
    with _untouched_by_failure(folder, new=new, old=old):
        _repair(folder, new=new, old=old)
        new.mkdir(parents=True)
        yield Place(folder=folder, new=new, current=_current_names(folder))
        shutil.rmtree(new, ignore_errors=True)


def amend_tree(folder: pathlib.Path, files: Iterable[SiteFile]) -> None:
    """Give a few files of a tree that `replace_tree` made new bytes, and leave the rest as it stands.

    Each file is the old or the new one at every moment, and they change in the order given, within a moment. After a power cut
    in that moment the caller finds the tree other than it left it, and replaces it. Raises OutsideFailed when the disk refuses.
    """
    folder = _whole_path(folder)
    waiting = _waiting_place(folder)
    try:
        shutil.rmtree(waiting, ignore_errors=True)
        waiting.mkdir()
        placed = []
        for number, file in enumerate(files):
            _refuse_outside(file.path)
            _write_synced(waiting / str(number), file.content)
            placed.append((waiting / str(number), folder / file.path))
        for new, path in placed:
            new.replace(path)
        for parent in {path.parent for _, path in placed}:
            _sync_folder(parent)
        waiting.rmdir()
    except OSError as refused:
        raise OutsideFailed(
            f"{folder.name} could not be written: {refused.strerror or refused}.",
            fix="Free some space or check the folder's rights, then run it again.",
        ) from refused


def _waiting_place(folder: pathlib.Path) -> pathlib.Path:
    return folder.with_name(f".{folder.name}.amend")


def _write_synced(path: pathlib.Path, content: bytes) -> None:
    with path.open("wb") as opened:
        opened.write(content)
        opened.flush()
        os.fsync(opened.fileno())


def _whole_path(folder: pathlib.Path) -> pathlib.Path:
    """The folder by its own name, so that a neighbour can be laid beside it, be it given as `.` or through a link."""
    try:
        whole = folder.resolve()
    except (OSError, RuntimeError) as circle:
        raise ProblemsFound(f"{folder} leads nowhere.", fix="Name a folder.") from circle
    if not whole.name or (whole.exists() and not whole.is_dir()):
        raise ProblemsFound(f"{folder} cannot become a site's folder.", fix="Name a folder of its own for the site.")
    return whole


def _beside(folder: pathlib.Path) -> tuple[pathlib.Path, pathlib.Path]:
    """Where the new tree is laid, and where the old one waits to be removed."""
    return folder.with_name(f".{folder.name}.new"), folder.with_name(f".{folder.name}.old")


@contextlib.contextmanager
def _untouched_by_failure(folder: pathlib.Path, *, new: pathlib.Path, old: pathlib.Path) -> Iterator[None]:
    try:
        yield
    except OSError as refused:
        _put_back(folder, new=new, old=old)
        raise OutsideFailed(
            f"{folder.name} could not be written: {refused.strerror or refused}. The old one is untouched.",
            fix="Free some space or check the folder's rights, then run it again.",
        ) from refused
    except BaseException:
        _put_back(folder, new=new, old=old)
        raise


def _put_back(folder: pathlib.Path, *, new: pathlib.Path, old: pathlib.Path) -> None:
    """Stopped half-way: the old tree stands where it stood, and nothing lies beside it."""
    with contextlib.suppress(OSError):
        if not folder.exists() and old.exists():
            old.rename(folder)
    shutil.rmtree(new, ignore_errors=True)


def _refuse_outside(path: str) -> None:
    parts = path.split("/")
    if path.startswith("/") or "\\" in path or "\0" in path or any(part in {"", ".", ".."} for part in parts):
        raise ValueError(f"not a path inside the site: {path!r}")


def _without_marker(changes: TreeChanges) -> TreeChanges:
    return dataclasses.replace(
        changes,
        added=tuple(name for name in changes.added if name != MARKER),
        same=tuple(name for name in changes.same if name != MARKER),
    )


def _repair(folder: pathlib.Path, *, new: pathlib.Path, old: pathlib.Path) -> None:
    if not folder.exists() and old.exists():
        old.rename(folder)
    for leftover in (new, old, _waiting_place(folder)):
        if leftover.exists():
            shutil.rmtree(leftover)


def _current_names(folder: pathlib.Path) -> frozenset[str]:
    if not folder.exists():
        return frozenset()
    names = frozenset(
        (pathlib.Path(parent) / name).relative_to(folder).as_posix() for parent, _, found in os.walk(folder) for name in found
    )
    if names and MARKER not in names:
        raise ProblemsFound(
            f"{folder} holds files that weblocal did not write, so it was left alone.",
            fix="Name an empty folder, or empty this one yourself.",
        )
    return names


def _compare(folder: pathlib.Path, current: frozenset[str], wanted: dict[str, bytes]) -> TreeChanges:
    added, changed, same = [], [], []
    for name, content in sorted(wanted.items()):
        if name not in current:
            added.append(name)
        elif (folder / name).read_bytes() == content:
            same.append(name)
        else:
            changed.append(name)
    return TreeChanges(
        added=tuple(added), changed=tuple(changed), removed=tuple(sorted(current - wanted.keys())), same=tuple(same)
    )


def _lay(new: pathlib.Path, wanted: dict[str, bytes], *, same: tuple[str, ...], current: pathlib.Path) -> None:
    unchanged = frozenset(same)
    new.mkdir(parents=True)
    folders = {new}
    for name, content in wanted.items():
        path = new / name
        if path.parent not in folders:
            path.parent.mkdir(parents=True, exist_ok=True)
            folders.add(path.parent)
        if name in unchanged and _linked(current / name, path):
            continue
        _write_synced(path, content)
    for made in folders:
        _sync_folder(made)


def _linked(source: pathlib.Path, target: pathlib.Path) -> bool:
    """Keep an unchanged file as it is (same inode, same time stamp), so that upload tools see it did not change."""
    try:
        os.link(source, target)
    except OSError:
        return False
    return True


def _exchange(new: pathlib.Path, folder: pathlib.Path, *, old: pathlib.Path) -> None:
    if not folder.exists():
        new.rename(folder)
    elif _swapped(new, folder):
        new.rename(old)
    else:
        folder.rename(old)
        new.rename(folder)
    _sync_folder(folder.parent)
    shutil.rmtree(old, ignore_errors=True)


def _swapped(one: pathlib.Path, other: pathlib.Path) -> bool:
    """Exchange two folders in one step, where the system can."""
    import ctypes  # a page that is amended exchanges nothing

    first, second = os.fsencode(one), os.fsencode(other)
    system: str = sys.platform
    try:
        library = ctypes.CDLL(None, use_errno=True)
        if system == "linux":
            return bool(library.renameat2(_AT_FDCWD, first, _AT_FDCWD, second, _RENAME_EXCHANGE) == 0)
        if system == "darwin":
            return bool(library.renamex_np(first, second, _RENAME_SWAP) == 0)
    except (OSError, AttributeError, TypeError):
        return False
    return False


def _sync_folder(folder: pathlib.Path) -> None:
    if os.name == "nt":  # Windows has no way to sync a folder, and needs none: NTFS journals its names
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
