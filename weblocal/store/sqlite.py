"""One SQLite file as a ledger: its connections, the lock that serialises who writes it, and its checkpoints.

SQLite before 3.51.3 (but for 3.50.7 and 3.44.6, which have the repair) may lose a commit or damage the file when a
checkpoint resets the write-ahead log at a bad moment of another connection's commit. So every write transaction, every
checkpoint and every closing of a connection (the last one to close checkpoints by itself) happens while holding one lock file, in
every process; no connection checkpoints on its own. The lock is taken on repaired versions too: it costs a tenth of a
millisecond per batch, keeps writers from meeting SQLITE_BUSY, and one machine may hold two versions of the library.
"""

import contextlib
import os
import pathlib
import sqlite3
import threading
from collections.abc import Callable, Iterator

import filelock
import sqlalchemy as sa

from weblocal.errors import LedgerUnavailable
from weblocal.store.failures import told_plainly

# Small enough that opening after a crash is quick, large enough that a checkpoint is rare.
CHECKPOINT_BYTES = 4 * 1024 * 1024
_POLL_SECONDS = 0.002
_REPAIRED = ((3, 44, 6), (3, 50, 7))
_REPAIRED_FOR_GOOD = (3, 51, 3)


class LedgerFile:
    """The file, and everything beside it. Waiting is bounded: half of `wait_seconds` for our lock, half for foreign ones."""

    def __init__(self, path: pathlib.Path, *, wait_seconds: float) -> None:
        self.path = path
        self._wait_seconds = wait_seconds / 2
        self._in_process = threading.Lock()
        # A "soft" lock would outlive a killed process; deleting the file would let two processes lock two files.
        self._across_processes = filelock.FileLock(
            path.with_suffix(".lock"),
            mode=0o600,
            thread_local=False,
            poll_interval=_POLL_SECONDS,
            fallback_to_soft=False,
            preserve_lock_file=True,
        )
        self._checkpoint_at = CHECKPOINT_BYTES

    def make(self) -> None:
        """Make folder and file on first use, for this user's eyes only; the log beside it inherits the file's mode."""
        with told_plainly():
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            os.close(os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600))

    @contextlib.contextmanager
    def held(self) -> Iterator[None]:
        """Hold the right to write, checkpoint and close connections; it dies with the process."""
        if not self._in_process.acquire(timeout=self._wait_seconds):
            raise _locked()
        try:
            self._lock_others_out()
            try:
                yield
            finally:
                self._across_processes.release()
        finally:
            self._in_process.release()

    def _lock_others_out(self) -> None:
        with told_plainly():
            try:
                self._across_processes.acquire(timeout=self._wait_seconds)
            except filelock.Timeout as busy:
                raise _locked() from busy

    def writing_engine(self) -> sa.Engine:
        """Connections that write: they take SQLite's write lock when a transaction begins, not at its first write."""
        engine = sa.create_engine("sqlite://", creator=self._connector(), poolclass=sa.pool.NullPool, hide_parameters=True)
        _begin_with(engine, "BEGIN IMMEDIATE")
        return engine

    def reading_engine(self, *, connections: int) -> sa.Engine:
        """A pool of connections that only read, each transaction one snapshot."""
        engine = sa.create_engine(
            "sqlite://",
            creator=self._connector("PRAGMA query_only=ON"),
            poolclass=sa.pool.QueuePool,
            pool_size=connections,
            max_overflow=0,
            pool_timeout=self._wait_seconds * 2,
            hide_parameters=True,
        )
        _begin_with(engine, "BEGIN")
        return engine

    def keep_log(self) -> None:
        """Turn the write-ahead log on, once for the file; call it while holding the lock."""
        connection = self._connector()()
        try:
            mode = connection.execute("PRAGMA journal_mode=WAL").fetchone()[0]
        finally:
            connection.close()
        if mode != "wal":
            raise LedgerUnavailable(
                "The ledger needs a disk of this machine; this folder is on another one.",
                fix="Move the business to a local disk.",
            )

    def checkpoint_when_large(self, connection: sa.Connection) -> None:
        """Move the log into the file when it has grown; call it while holding the lock, between transactions.

        Readers in the middle of a snapshot are not waited for: what they keep from being moved is moved next time.
        """
        log_bytes = self.log_bytes()
        if log_bytes < self._checkpoint_at:
            return
        driver = connection.connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        driver.execute("PRAGMA busy_timeout=0")
        try:
            driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        finally:
            driver.execute(f"PRAGMA busy_timeout={self._wait_millis}")
        self._checkpoint_at = self.log_bytes() + CHECKPOINT_BYTES

    def log_bytes(self) -> int:
        """The size of the write-ahead log."""
        return _size(self.path.with_name(self.path.name + "-wal"))

    def bytes(self) -> int:
        """The size of the file without its log."""
        return _size(self.path)

    @property
    def _wait_millis(self) -> int:
        return int(self._wait_seconds * 1000)

    def _connector(self, *more: str) -> Callable[[], sqlite3.Connection]:
        """Opens connections: FULL, because with NORMAL a power cut loses what was acknowledged; no checkpoints of their own."""

        def connect() -> sqlite3.Connection:
            connection = sqlite3.connect(self.path, isolation_level=None, check_same_thread=False)
            try:
                for pragma in (
                    f"PRAGMA busy_timeout={self._wait_millis}",
                    "PRAGMA synchronous=FULL",
                    "PRAGMA foreign_keys=ON",
                    "PRAGMA wal_autocheckpoint=0",
                    *more,
                ):
                    connection.execute(pragma)
            except BaseException:
                connection.close()
                raise
            return connection

        return connect


def has_wal_reset_bug(version: tuple[int, int, int]) -> bool:
    """Whether this SQLite may damage a write-ahead log that several connections share."""
    if version >= _REPAIRED_FOR_GOOD:
        return False
    return not any(version[:2] == repaired[:2] and version >= repaired for repaired in _REPAIRED)


def _begin_with(engine: sa.Engine, words: str) -> None:
    def begin(connection: sa.Connection) -> None:
        connection.exec_driver_sql(words)

    sa.event.listen(engine, "begin", begin)


def _size(path: pathlib.Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0


def _locked() -> LedgerUnavailable:
    return LedgerUnavailable("Another weblocal is writing to the ledger.", fix="Try again in a moment.")
