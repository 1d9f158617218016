"""Watch a folder and call back once per burst of saves, whatever way an editor saves."""

import contextlib
import pathlib
import threading
from collections.abc import Callable, Iterator

import watchdog.events
import watchdog.observers

from weblocal.disk.tree import SKIPPED_FOLDERS

QUIET_SECONDS = 0.05
# reading a file makes events as well: reacting to those would rebuild for ever
_CHANGES = frozenset({"created", "modified", "moved", "deleted"})


class _Burst(watchdog.events.FileSystemEventHandler):
    """Collects the events of one burst and calls `on_change` when it has been quiet for a moment."""

    def __init__(self, folder: pathlib.Path, on_change: Callable[[tuple[str, ...]], None]) -> None:
        self._folder = folder
        self._on_change = on_change
        self._lock = threading.Lock()
        self._names: set[str] = set()
        self._timer: threading.Timer | None = None

    def on_any_event(self, event: watchdog.events.FileSystemEvent) -> None:
        if event.event_type not in _CHANGES or event.is_directory:
            return
        names = {name for path in (event.src_path, event.dest_path) if path and (name := self._name(str(path)))}
        if not names:
            return
        with self._lock:
            self._names |= names
            if self._timer:
                self._timer.cancel()
            self._timer = threading.Timer(QUIET_SECONDS, self._tell)
            self._timer.daemon = True
            self._timer.start()

    def _name(self, path: str) -> str:
        try:
            relative = pathlib.Path(path).resolve().relative_to(self._folder)
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
        observer.schedule(_Burst(folder.resolve(), on_change), str(folder), recursive=True)
    observer.start()
    try:
        yield
    finally:
        observer.stop()
        observer.join()
