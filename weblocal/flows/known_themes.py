"""Themes read once a process, and judged, read and compiled once a machine: what was found good is kept for exactly its bytes."""

import dataclasses
import functools
import hashlib
import marshal
from collections.abc import Mapping

from weblocal.disk import bundled, installed, tree
from weblocal.disk.cache_folder import CacheFolder
from weblocal.errors import NotFound
from weblocal.theming import keeping, theme
from weblocal.theming.theme import Theme


@functools.cache
def load_theme(name: str, cache: CacheFolder | None = None) -> Theme:
    """A theme that came with weblocal; raises NotFound and ThemeInvalid."""
    if cache is None:
        files = _files(name)
        return theme.load(name, files.names, files.read, lender=_files)
    entry = f"theme-{hashlib.blake2b(name.encode(), digest_size=8).hexdigest()}"
    return _known(name, cache.read(entry)) or _kept(name, cache, entry)


def _known(name: str, kept: bytes | None) -> Theme | None:
    """The kept theme, where exactly these files were found good, read and compiled by exactly this program."""
    if kept is None:
        return None
    try:
        stamp, lender, values, code = marshal.loads(kept)  # noqa: S302 - plain data, from the user's own sealed folder
        files = _with_lent(name, lender)
        if stamp != _stamp(files):
            return None
        return dataclasses.replace(keeping.read(values, files), code=code)
    except (ValueError, TypeError, KeyError, EOFError, NotFound):
        return None


def _kept(name: str, cache: CacheFolder, entry: str) -> Theme:
    """Read, judge and compile the theme, and keep what came of it; what was kept of this theme before goes."""
    from weblocal.theming import compiling, environment

    files, lenders = _files(name), [""]

    def lend(lending: str) -> tree.Tree:
        lenders.append(lending)
        return _files(lending)

    read = theme.load(name, files.names, files.read, lender=lend)
    code = compiling.code_of(environment.build(read), read.templates())
    stamp = _stamp({file.name: file.content for file in read.files})
    cache.write(entry, marshal.dumps((stamp, lenders[-1], keeping.written(read), code)))
    return dataclasses.replace(read, code=code)


def _with_lent(name: str, lender: str) -> dict[str, bytes]:
    """The files of a theme, and under them those that another one lends."""
    folder = _files(name)
    own = {each: folder.read(each) for each in folder.names}
    return theme.lent_by(_files(lender), own) | own if lender else own


def _stamp(files: Mapping[str, bytes]) -> bytes:
    whole = hashlib.blake2b(installed.stamp().encode(), digest_size=32)
    for name, content in sorted(files.items()):
        whole.update(f"{len(name)} {len(content)} {name}".encode())
        whole.update(content)
    return whole.digest()


@functools.cache
def _files(name: str) -> tree.Tree:
    folder = bundled.themes_folder() / name
    if not folder.is_dir():
        known = ", ".join(sorted(path.name for path in bundled.themes_folder().iterdir() if path.is_dir()))
        raise NotFound(f"There is no theme {name}.", fix=f"Write brand.theme: one of {known}.")
    return tree.read_tree(folder)
