"""How a ledger and its disk are doing, for the doctor."""

import os
import pathlib
import sqlite3
import statistics
import tempfile

from weblocal import clock
from weblocal.model.records import record
from weblocal.store.failures import told_plainly
from weblocal.store.sqlite import LedgerFile, has_wal_reset_bug

_SYNCS = 5


@record
class LedgerHealth:
    """`has_wal_reset_bug` says that the library alone would not be safe, and the lock file is what keeps the ledger whole."""

    sqlite_version: str
    has_wal_reset_bug: bool
    sync_ms: float
    schema_version: str
    bytes: int
    log_bytes: int
    is_private: bool


def examine(file: LedgerFile, *, schema_version: str) -> LedgerHealth:
    """Measure now; writes and syncs a few kilobytes beside the ledger."""
    with told_plainly():
        # Windows has no such bits; there the folder's own rights decide.
        is_private = os.name == "nt" or not file.path.stat().st_mode & 0o077
        return LedgerHealth(
            sqlite_version=sqlite3.sqlite_version,
            has_wal_reset_bug=has_wal_reset_bug(sqlite3.sqlite_version_info),
            sync_ms=_sync_ms(file.path.parent),
            schema_version=schema_version,
            bytes=file.bytes(),
            log_bytes=file.log_bytes(),
            is_private=is_private,
        )


def _sync_ms(folder: pathlib.Path) -> float:
    """The middle one of a few synced writes: what every commit has to wait for."""
    spans = []
    with tempfile.TemporaryFile(dir=folder) as scratch:
        for _ in range(_SYNCS):
            began = clock.monotonic()
            scratch.write(b"\0" * 4096)
            scratch.flush()
            os.fsync(scratch.fileno())
            spans.append((clock.monotonic() - began) * 1000)
    return round(statistics.median(spans), 3)
