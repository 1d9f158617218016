"""The ledger of a business: one file in which everything that happened is kept, and from which nothing acknowledged is lost."""

import pathlib
import types
import weakref
from collections.abc import Callable
from concurrent.futures import Future
from typing import Self, TypeVar

from weblocal.store import upgrading
from weblocal.store.group_commit import GroupCommit
from weblocal.store.health import LedgerHealth, examine
from weblocal.store.reading import Reading
from weblocal.store.snapshots import Snapshots
from weblocal.store.sqlite import LedgerFile
from weblocal.store.writing import Writing

T = TypeVar("T")

LEDGER_FILE = "ledger.sqlite3"


class Ledger:
    """Opened once per process and business, used from any number of threads, closed at the end.

    Every method raises LedgerUnavailable when the file is locked for two seconds, full, read-only or damaged, and works again
    as soon as that is over.
    """

    def __init__(self, file: LedgerFile, *, business: str) -> None:
        self._file = file
        self._writer = GroupCommit(file, business=business)
        self._snapshots = Snapshots(file, business=business)
        # Runs at close, when the ledger is forgotten, or when the process ends, whichever comes first.
        self._put_away = weakref.finalize(self, _put_away, self._writer, self._snapshots)

    @classmethod
    def open(cls, folder: pathlib.Path, *, business: str, wait_seconds: float = 2.0) -> Self:
        """Open the ledger in `folder`, made on first use; raises LedgerUnavailable when it is newer than this program."""
        file = LedgerFile(folder / LEDGER_FILE, wait_seconds=wait_seconds)
        file.make()
        upgrading.bring_up_to_date(file)
        return cls(file, business=business)

    def write(self, job: Callable[[Writing], T]) -> T:
        """Run `job` in a transaction and return its value once it is synced to disk. What it raises is raised here, and undone."""
        if self._writer.is_this_thread():
            raise RuntimeError("a job must not wait for another job: use the Writing it was given")
        return self.write_soon(job).result()

    def write_soon(self, job: Callable[[Writing], T]) -> Future[T]:
        """As `write`, without waiting; the Future holds the value once it is synced to disk."""
        return self._writer.submit(job)

    def read(self, job: Callable[[Reading], T]) -> T:
        """Run `job` on a snapshot: it sees every commit that was acknowledged before it began, and none that comes later."""
        return self._snapshots.read(job)

    def health(self) -> LedgerHealth:
        """How the ledger and its disk are doing."""
        return examine(self._file, schema_version=upgrading.SCHEMA_VERSION)

    @property
    def commit_count(self) -> int:
        """How many commits this ledger has made since it was opened; many jobs share one."""
        return self._writer.commit_count

    def close(self) -> None:
        """Finish what was promised and put the file away; closing twice is no mistake."""
        self._put_away()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, raised: BaseException | None, trace: types.TracebackType | None
    ) -> None:
        self.close()


def _put_away(writer: GroupCommit, snapshots: Snapshots) -> None:
    writer.close()
    snapshots.close()
