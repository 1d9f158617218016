"""One thread that writes: it gathers jobs from every other thread and gives them one synced commit.

A commit costs one sync of the disk, whatever it holds. While one batch is on its way to the disk the next one gathers, so many
posts at once cost little more than one, and a lone post waits for nobody.
"""

import collections
import dataclasses
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

import sqlalchemy as sa

from weblocal import clock
from weblocal.errors import LedgerUnavailable
from weblocal.store import failures
from weblocal.store.sqlite import LedgerFile
from weblocal.store.writing import Writing

MOST_JOBS = 256
LINGER_SECONDS = 0.002

Job = Callable[[Writing], Any]


@dataclasses.dataclass(slots=True, kw_only=True)
class _Waiting:
    """A job, the promise made to its caller, and what came of it: a value or a failure."""

    job: Job
    promise: Future[Any]
    value: Any = None
    failure: BaseException | None = None

    def keep_promise(self) -> None:
        if self.failure is not None:
            self.promise.set_exception(self.failure)
        else:
            self.promise.set_result(self.value)


class GroupCommit:
    """Writes jobs in batches, in the order they came, each in a savepoint of its own."""

    def __init__(self, file: LedgerFile, *, business: str) -> None:
        self._file = file
        self._business = business
        self._engine = file.writing_engine()
        self._connection: sa.Connection | None = None
        self._queue: collections.deque[_Waiting] = collections.deque()
        self._changed = threading.Condition()
        self._is_closing = False
        self._expected = 1
        self.commit_count = 0
        self._thread = threading.Thread(target=self._run, name="weblocal-ledger", daemon=True)
        self._thread.start()

    def submit(self, job: Job) -> Future[Any]:
        """Queue a job; its Future holds its value once the commit is on disk."""
        promise: Future[Any] = Future()
        with self._changed:
            if self._is_closing:
                raise LedgerUnavailable("The ledger was closed.", fix="Open it again.")
            self._queue.append(_Waiting(job=job, promise=promise))
            if len(self._queue) in (1, self._expected):
                self._changed.notify()
        return promise

    def is_this_thread(self) -> bool:
        """Whether the caller is a job; a job that waited for another one would wait for ever."""
        return threading.current_thread() is self._thread

    def close(self) -> None:
        """Write what was promised, then put the connection away."""
        with self._changed:
            self._is_closing = True
            self._changed.notify()
        if not self.is_this_thread():
            self._thread.join()

    def _run(self) -> None:
        while batch := self._next_batch():
            try:
                self._write(batch)
            except BaseException as failure:  # noqa: BLE001 - it belongs to the callers, and this thread must go on
                self._refuse(batch, failures.meaning_of(failure))
        self._put_connection_away()

    @staticmethod
    def _refuse(batch: list[_Waiting], meaning: BaseException) -> None:
        """Nothing of the batch is stored. A job that had failed by itself keeps its own failure; the others may try again."""
        if not isinstance(meaning, LedgerUnavailable):
            refusal = LedgerUnavailable("The ledger could not be written.", fix="Try again in a moment.")
            refusal.__cause__ = meaning
            meaning = refusal
        for waiting in batch:
            if not waiting.promise.done():
                waiting.failure = waiting.failure or meaning
                waiting.keep_promise()

    def _next_batch(self) -> list[_Waiting]:
        """Jobs for one commit; when others wrote just now too, wait a moment for them. Empty when it is time to stop."""
        with self._changed:
            while not self._queue and not self._is_closing:
                self._changed.wait()
            linger_until = clock.monotonic() + LINGER_SECONDS
            while len(self._queue) < self._expected and not self._is_closing:
                if not self._changed.wait(linger_until - clock.monotonic()) or clock.monotonic() >= linger_until:
                    break
            taken = [self._queue.popleft() for _ in range(min(len(self._queue), MOST_JOBS))]
            self._expected = max(len(taken), 1)
        return [waiting for waiting in taken if waiting.promise.set_running_or_notify_cancel()] or self._again(taken)

    def _again(self, taken: list[_Waiting]) -> list[_Waiting]:
        """When every job taken was cancelled, look again; when none was there, stop."""
        return self._next_batch() if taken else []

    def _write(self, batch: list[_Waiting]) -> None:
        with self._file.held():
            try:
                connection = self._open_connection()
                with connection.begin():
                    for waiting in batch:
                        self._run_job(connection, waiting)
            except BaseException:
                # What state the connection is in, nobody knows; the next batch begins with a fresh one.
                self._drop_connection()
                raise
            self.commit_count += 1
            for waiting in batch:
                waiting.keep_promise()
            with failures.told_plainly():
                self._file.checkpoint_when_large(connection)

    def _run_job(self, connection: sa.Connection, waiting: _Waiting) -> None:
        """Run one job; its failure undoes what it wrote and nothing else, unless the engine has given the transaction up."""
        # Straight to the driver: a savepoint through the library costs twice what a record does.
        driver: Any = connection.connection.driver_connection
        driver.execute("SAVEPOINT job")
        try:
            waiting.value = waiting.job(Writing(connection, business=self._business))
        except BaseException as failure:  # noqa: BLE001 - it belongs to the caller
            waiting.failure = failures.meaning_of(failure)
            try:
                driver.execute("ROLLBACK TO SAVEPOINT job")
            except Exception:  # noqa: BLE001 - whatever it says, the transaction is lost, and for the first reason
                raise waiting.failure from failure
        driver.execute("RELEASE SAVEPOINT job")

    def _open_connection(self) -> sa.Connection:
        if self._connection is None:
            self._connection = self._engine.connect()
        return self._connection

    def _drop_connection(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.invalidate()
            connection.close()

    def _put_connection_away(self) -> None:
        if self._connection is None:
            return
        try:
            with self._file.held():
                self._drop_connection()
        except LedgerUnavailable:
            # Whoever holds the lock has the file open too, so this connection is not the last one and its end checkpoints
            # nothing: it is left to the end of the process.
            return
