"""Keep what was worked out once: bytes by name, in a folder of the user's own, where a lost or broken file costs time and nothing else.

Some of what is kept here is compiled code (as in Python's own `__pycache__`), so it is read only from a folder that belongs to
the user who runs us and that nobody else may enter. It is never the folder of a business: that one may come from a stranger.
"""

import contextlib
import hashlib
import os
import pathlib
import stat

from weblocal.model.records import record

_SEAL_BYTES = 16
_DAY_SECONDS = 86_400
_KEPT_DAYS = 30
_SWEPT = "swept"


@record
class CacheFolder:
    """A cache below `folder`. Nothing it does raises: what cannot be read was not there, what cannot be written is made again."""

    folder: pathlib.Path

    def read(self, name: str) -> bytes | None:
        """What was kept under `name`, whole and unbroken, or None."""
        try:
            if not _is_ours_alone(self.folder):
                return None
            raw = (self.folder / name).read_bytes()
        except OSError:
            return None
        seal, content = raw[:_SEAL_BYTES], raw[_SEAL_BYTES:]
        return content if seal == _seal(content) else None

    def write(self, name: str, content: bytes) -> None:
        """Keep `content` under `name`: whoever reads finds the old or the new, and a half-written file is known by its seal."""
        path = self.folder / name
        new = path.with_name(f".{name}.{os.getpid()}.new")
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not _is_ours_alone(self.folder):
                return
            new.write_bytes(_seal(content) + content)
            new.replace(path)
            self._sweep(path.stat().st_mtime)
        except OSError:
            with contextlib.suppress(OSError):
                new.unlink(missing_ok=True)

    def _sweep(self, now: float) -> None:
        """Once a day, drop what nobody has written for a month; `now` is the time stamp of a file just written."""
        marker = self.folder / _SWEPT
        if marker.exists() and marker.stat().st_mtime > now - _DAY_SECONDS:
            return
        marker.write_bytes(b"")
        with os.scandir(self.folder) as entries:
            for entry in entries:
                if entry.stat(follow_symlinks=False).st_mtime < now - _KEPT_DAYS * _DAY_SECONDS:
                    pathlib.Path(entry.path).unlink()


def _seal(content: bytes) -> bytes:
    return hashlib.blake2b(content, digest_size=_SEAL_BYTES).digest()


def _is_ours_alone(folder: pathlib.Path) -> bool:
    """Whether the folder is a real one, belongs to this user, and nobody else may read or write in it."""
    state = folder.lstat()
    if not stat.S_ISDIR(state.st_mode):
        return False
    # Windows keeps a user's folder to the user by its access lists, and has no such bits
    return os.name == "nt" or (state.st_uid == os.geteuid() and not state.st_mode & 0o077)
