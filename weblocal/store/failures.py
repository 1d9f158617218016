"""What a failing engine means in the owner's words."""

import contextlib
import sqlite3
from collections.abc import Iterator

import sqlalchemy as sa

from weblocal.errors import LedgerUnavailable

_AGAIN = "Try again in a moment."
_WORDS = {
    sqlite3.SQLITE_BUSY: ("The ledger is in use by another program.", "Close programs that have it open, then try again."),
    sqlite3.SQLITE_LOCKED: ("The ledger is in use by another program.", "Close programs that have it open, then try again."),
    sqlite3.SQLITE_FULL: ("The disk is full, so the ledger cannot be written.", "Free some space; nothing needs a restart."),
    sqlite3.SQLITE_READONLY: ("The ledger may not be written.", "Make its folder and files writable for this user."),
    sqlite3.SQLITE_PERM: ("The ledger may not be opened.", "Make its folder and files readable and writable for this user."),
    sqlite3.SQLITE_CANTOPEN: ("The ledger cannot be opened.", "Check that its folder exists and may be written."),
    sqlite3.SQLITE_IOERR: ("The disk failed while the ledger was written or read.", "Check the disk and its free space."),
    sqlite3.SQLITE_CORRUPT: ("The ledger's file is damaged.", "Stop the desk and put the latest backup in its place."),
    sqlite3.SQLITE_NOTADB: ("The ledger's file is not a ledger.", "Move it away, or put the latest backup in its place."),
}


@contextlib.contextmanager
def told_plainly() -> Iterator[None]:
    """Turn what an engine, a pool or the operating system raises into LedgerUnavailable; mistakes of ours pass as they are."""
    try:
        yield
    except (sa.exc.SQLAlchemyError, sqlite3.DatabaseError) as failure:
        meaning = meaning_of(failure)
        if meaning is failure:
            raise
        raise meaning from failure
    except OSError as failure:
        raise LedgerUnavailable(f"The ledger's folder cannot be used: {failure.strerror}.", fix=_AGAIN) from failure


def meaning_of(failure: BaseException) -> BaseException:
    """LedgerUnavailable where the world outside failed; the refused value's own error; everything else as it is."""
    if isinstance(failure, sa.exc.TimeoutError):
        return LedgerUnavailable("Too many questions to the ledger at once.", fix=_AGAIN)
    of_driver = failure.orig if isinstance(failure, sa.exc.StatementError) and failure.orig is not None else failure
    # Exactly these: their subclasses (a broken key, a wrong statement) are mistakes of ours.
    if type(of_driver) in (sqlite3.OperationalError, sqlite3.DatabaseError):
        return _unavailable(of_driver)
    if isinstance(failure, sa.exc.DBAPIError):
        return failure
    return of_driver


def _unavailable(failure: BaseException) -> LedgerUnavailable:
    # The low byte is the kind of failure, the rest a detail.
    code = getattr(failure, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    message, fix = _WORDS.get(code, ("The ledger cannot be used now.", _AGAIN))
    return LedgerUnavailable(message, fix=fix)
