"""Keep a preview up to date: build on every save, and keep what is wrong at hand when a save cannot be built."""

import contextlib
import pathlib
import threading
from collections.abc import Callable, Iterator

from weblocal import clock
from weblocal.codes import qr
from weblocal.disk import watching as watch
from weblocal.errors import NotFound, WeblocalError
from weblocal.flows import rebuild, showing, telling, workspace
from weblocal.flows.showing import ShownMail, ShownPiece
from weblocal.model.settings import Settings

# what editors lay beside the file they save, whether it stays for a while or not
_BESIDE = ("~", ".swp", ".swx", ".swo", ".tmp")

_HALVES = {(True, True): "█", (True, False): "▀", (False, True): "▄", (False, False): " "}


class Preview:
    """The builds of one business folder, one at a time; a broken save leaves the last good site standing.

    Raises NotFound when there is no such folder.
    """

    def __init__(self, folder: pathlib.Path, settings: Settings) -> None:
        if not folder.is_dir():
            raise NotFound(f"There is no folder {folder}.", fix="Name the folder that holds business.yaml.")
        self.site_folder = folder / rebuild.PUBLIC
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

    def mails(self) -> tuple[ShownMail, ...]:
        """Every mail as the files say it now; raises what is wrong with them."""
        with workspace.open_workspace(self._folder, settings=self._settings) as opened:
            return showing.mails(opened, now=clock.now())

    def pieces(self) -> tuple[ShownPiece, ...]:
        """Every print piece as the files say it now; raises what is wrong with them."""
        with workspace.open_workspace(self._folder, settings=self._settings) as opened:
            return showing.pieces(opened)

    def rebuild(self) -> float:
        """Build once, and say how many seconds it took; whatever is wrong is kept in `problems`, nothing is raised."""
        with self._turn:
            started = clock.monotonic()
            try:
                rebuild.build_folder(self._folder, settings=self._settings)
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


def code_in_letters(text: str) -> Iterator[str]:
    """A QR code for a terminal, two rows to a line, dark on light whatever its colours are."""
    rows = [list(row) for row in qr.modules(text).rows]
    width = len(rows[0]) + 4
    blank = [False] * width
    padded = [blank, blank, *([False, False, *row, False, False] for row in rows), blank, blank]
    padded += [blank] if len(padded) % 2 else []
    for upper, lower in zip(padded[::2], padded[1::2], strict=True):
        # light modules are painted, so that the code is light on the dark ground most terminals have
        yield "".join(_HALVES[not top, not bottom] for top, bottom in zip(upper, lower, strict=True))
