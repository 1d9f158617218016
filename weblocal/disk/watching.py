"""Watch a folder and call back once per burst of saves, whatever way an editor saves.

Only the owner's own folders are watched, each by itself: a build exchanges `public/` as a whole, and watchdog 7 stops
telling of anything at all once a folder it watches was exchanged with another.
"""

import contextlib
import pathlib
import threading
from collections.abc import Callable, Iterator

import watchdog.events
import watchdog.observers
from watchdog.observers.api import BaseObserver, ObservedWatch

from weblocal.disk.tree import SKIPPED_FOLDERS

QUIET_SECONDS = 0.03
# reading a file makes events as well: reacting to those would rebuild for ever
_CHANGES = frozenset({"created", "modified", "moved", "deleted"})


class _Burst(watchdog.events.FileSystemEventHandler):
    """Collects the events of one burst and calls `on_change` when it has been quiet for a moment."""

    def __init__(self, folder: pathlib.Path, on_change: Callable[[tuple[str, ...]], None], observer: BaseObserver) -> None:
        self._folder = folder
        self._on_change = on_change
        self._observer = observer
        self._lock = threading.Lock()
        self._names: set[str] = set()
        self._timer: threading.Timer | None = None
        self._watches: dict[pathlib.Path, ObservedWatch] = {}

    def begin(self) -> None:
        """Watch the folder's own files, and each of its own folders with all below it."""
        self._observer.schedule(self, str(self._folder), recursive=False)
        for path in self._folder.iterdir():
            if path.is_dir():
                self._follow(path)

    def on_any_event(self, event: watchdog.events.FileSystemEvent) -> None:
        if event.event_type not in _CHANGES:
            return
        paths = [pathlib.Path(str(path)) for path in (event.src_path, event.dest_path) if path]
        if event.is_directory:
            paths = [file for path in paths if path.parent == self._folder for file in self._follow(path)]
        names = {name for path in paths if (name := self._name(path))}
        if names:
            self._note(names)

    def _follow(self, path: pathlib.Path) -> list[pathlib.Path]:
        """Watch a folder that is new, or new under its name, unless it is none of the owner's; the files it came with."""
        known = self._watches.pop(path, None)
        if known is not None:
            self._observer.unschedule(known)
        if path.name in SKIPPED_FOLDERS or path.name.startswith("."):
            return []
        # it may be gone again by now
        with contextlib.suppress(OSError):
            self._watches[path] = self._observer.schedule(self, str(path), recursive=True)
            return [file for file in path.rglob("*") if file.is_file()]
        return []

    def _note(self, names: set[str]) -> None:
        with self._lock:
            self._names |= names
            if self._timer:
                self._timer.cancel()
            self._timer = threading.Timer(QUIET_SECONDS, self._tell)
            self._timer.daemon = True
            self._timer.start()

    def _name(self, path: pathlib.Path) -> str:
        try:
            relative = path.resolve().relative_to(self._folder)
        except ValueError:
            return ""
        if any(part in SKIPPED_FOLDERS or part.startswith(".") for part in relative.parts):
            return ""
        return relative.as_posix()

    def _tell(self) -> None:
        with self._lock:
            names, self._names = tuple(sorted(self._names)), set()
        if names:
            self._on_change(names)


@contextlib.contextmanager
def watch(folders: tuple[pathlib.Path, ...], on_change: Callable[[tuple[str, ...]], None]) -> Iterator[None]:
    """While the block runs, call `on_change` with the relative names that changed, once per burst, from another thread."""
    observer = watchdog.observers.Observer()
    for folder in folders:
        _Burst(folder.resolve(), on_change, observer).begin()
    observer.start()
    try:
        yield
    finally:
        observer.stop()
        observer.join()
