"""Keep a preview up to date: build on every save, and keep what is wrong at hand when a save cannot be built."""

import contextlib
import pathlib
import threading
from collections.abc import Callable, Iterator

from weblocal import clock
from weblocal.disk import watching as watch
from weblocal.errors import NotFound, WeblocalError
from weblocal.flows import build, telling, workspace
from weblocal.model.settings import Settings

# what editors lay beside the file they save, whether it stays for a while or not
_BESIDE = ("~", ".swp", ".swx", ".swo", ".tmp")


class Preview:
    """The builds of one business folder, one at a time; a broken save leaves the last good site standing.

    Raises NotFound when there is no such folder.
    """

    def __init__(self, folder: pathlib.Path, settings: Settings) -> None:
        if not folder.is_dir():
            raise NotFound(f"There is no folder {folder}.", fix="Name the folder that holds business.yaml.")
        self.site_folder = folder / build.PUBLIC
        self._folder = folder
        self._settings = settings
        self._number = 0
        self._problems: tuple[str, ...] = ()
        self._turn = threading.Lock()

    @property
    def number(self) -> int:
        """One more after every try, good or bad."""
        return self._number

    @property
    def problems(self) -> tuple[str, ...]:
        """What the last try found wrong, each with its place; empty when the site is there."""
        return self._problems

    def rebuild(self) -> float:
        """Build once, and say how many seconds it took; whatever is wrong is kept in `problems`, nothing is raised."""
        with self._turn:
            started = clock.monotonic()
            try:
                with workspace.open_workspace(self._folder, settings=self._settings) as opened:
                    build.build(opened, today=clock.today(opened.business.zone))
            except WeblocalError as failure:
                self._problems = telling.sentences(failure)
            else:
                self._problems = ()
            self._number += 1
            return clock.monotonic() - started


@contextlib.contextmanager
def watching(folder: pathlib.Path, rebuild: Callable[[tuple[str, ...]], None]) -> Iterator[None]:
    """While the block runs, call `rebuild` with the names that changed, once per burst of saves."""
    known = {path.relative_to(folder).as_posix() for path in folder.rglob("*")}

    def noticed(names: tuple[str, ...]) -> None:
        meant = tuple(name for name in names if _is_meant(name, folder, known))
        if meant:
            rebuild(meant)

    with watch.watch((folder,), noticed):
        yield


def _is_meant(name: str, folder: pathlib.Path, known: set[str]) -> bool:
    """Whether the owner meant this file: it is there, or it was and they took it away; an editor's own files come and go."""
    was_known = name in known
    known.discard(name)
    if name.endswith(_BESIDE):
        return False
    if not (folder / name).exists():
        return was_known
    known.add(name)
    return True
