"""Read connections: a few, pooled, each question answered from one snapshot while others write."""

import threading
from collections.abc import Callable
from typing import TypeVar

from weblocal.errors import LedgerUnavailable
from weblocal.store.failures import told_plainly
from weblocal.store.reading import Reading
from weblocal.store.sqlite import LedgerFile

T = TypeVar("T")

_CONNECTIONS = 8
_CLOSING_SECONDS = 5.0


class Snapshots:
    """Runs questions, each on a snapshot of its own."""

    def __init__(self, file: LedgerFile, *, business: str) -> None:
        self._file = file
        self._business = business
        self._engine = file.reading_engine(connections=_CONNECTIONS)
        self._changed = threading.Condition()
        self._asking = 0
        self._is_closed = False

    def read(self, job: Callable[[Reading], T]) -> T:
        """What `job` finds; raises LedgerUnavailable when the ledger cannot be read."""
        with self._changed:
            if self._is_closed:
                raise LedgerUnavailable("The ledger was closed.", fix="Open it again.")
            self._asking += 1
        try:
            with told_plainly(), self._engine.connect() as connection:
                return job(Reading(connection, business=self._business))
        finally:
            with self._changed:
                self._asking -= 1
                self._changed.notify_all()

    def close(self) -> None:
        """Let questions finish, then close every connection under the ledger's lock, since the last one checkpoints."""
        with self._changed:
            if self._is_closed:
                return
            self._is_closed = True
            self._changed.wait_for(lambda: self._asking == 0, timeout=_CLOSING_SECONDS)
        try:
            with self._file.held():
                self._engine.dispose()
        except LedgerUnavailable:
            return  # as for the writing connection: whoever holds the lock has the file open, and this end checkpoints nothing
