"""Themes read once a process, and judged and compiled once a machine: what was found good and compiled is kept by its content."""

import dataclasses
import functools
import hashlib
from collections.abc import Mapping

from weblocal.disk import bundled, installed, tree
from weblocal.disk.cache_folder import CacheFolder
from weblocal.errors import NotFound
from weblocal.theming import compiling, environment, theme
from weblocal.theming.theme import Theme


@functools.cache
def load_theme(name: str, cache: CacheFolder | None = None) -> Theme:
    """A theme that came with weblocal; raises NotFound and ThemeInvalid."""
    files = _files(name)
    if cache is None:
        return theme.load(name, files.names, files.read, lender=_files)
    judged = _Judged(name, cache)
    read = theme.load(name, files.names, files.read, lender=_files, is_linted=judged.knows)
    if not judged.code:
        judged.keep(compiling.code_of(environment.build(read), read.templates()))
    return dataclasses.replace(read, code=judged.code)


class _Judged:
    """The code of one theme, kept under a name that says for which bytes and which program it was made."""

    def __init__(self, name: str, cache: CacheFolder) -> None:
        self._name = name
        self._cache = cache
        self._stamp = b""
        self.code = b""

    def knows(self, files: Mapping[str, bytes]) -> bool:
        """Whether exactly these files were found good and compiled by exactly this program."""
        self._stamp = _stamp(files)
        kept = self._cache.read(self._entry) or b""
        if kept.startswith(self._stamp):
            self.code = kept.removeprefix(self._stamp)
        return bool(self.code)

    def keep(self, code: bytes) -> None:
        """Keep the code; what was kept of this theme before goes."""
        self.code = code
        self._cache.write(self._entry, self._stamp + code)

    @property
    def _entry(self) -> str:
        return f"theme-{hashlib.blake2b(self._name.encode(), digest_size=8).hexdigest()}"


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
