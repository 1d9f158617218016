"""Publish into a folder: a mounted disk, a web server's root, or what is copied elsewhere by hand."""

import datetime as dt
import pathlib
from collections.abc import Callable, Iterable

from weblocal.model.site import SiteFile, SiteFiles, TreeChanges

Replace = Callable[[pathlib.Path, Iterable[SiteFile]], TreeChanges]


class FolderHost:
    """Serves from `folder`; `replace` exchanges the whole folder at once."""

    def __init__(self, folder: pathlib.Path, *, replace: Replace) -> None:
        self._folder = folder
        self._replace = replace

    def publish(self, files: SiteFiles, *, note: str, now: dt.datetime) -> TreeChanges:  # noqa: ARG002 - a folder keeps no history
        """Exchange the folder for `files`."""
        return self._replace(self._folder, files)

    def describe(self) -> str:
        """The folder's path."""
        return f"the folder {self._folder}"
