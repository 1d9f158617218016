"""The write-ahead log stays small, and the ledger says how it is doing."""

import sqlite3
import threading

import pytest

from tests.factories import a_submission
from weblocal.store.ledger import Ledger
from weblocal.store.reading import Reading
from weblocal.store.sqlite import CHECKPOINT_BYTES, has_wal_reset_bug
from weblocal.store.upgrading import SCHEMA_VERSION


def test_the_log_is_moved_into_the_file_when_it_has_grown(ledger: Ledger) -> None:
    log_sizes = []
    for number in range(40):
        large = a_submission(f"s-{number}", key=f"k-{number}", answers=(("message", "drip " * 100_000),))
        assert ledger.write(lambda writing, large=large: writing.add_submission(large))
        log_sizes.append(ledger.health().log_bytes)
    assert max(log_sizes) < 2 * CHECKPOINT_BYTES
    assert ledger.health().bytes > 2 * CHECKPOINT_BYTES


def test_a_long_question_keeps_nobody_from_writing(ledger: Ledger) -> None:
    is_begun, may_go_on = threading.Event(), threading.Event()

    def ask_long(reading: Reading) -> int:
        count = len(reading.held_submissions())
        is_begun.set()
        assert may_go_on.wait(30)
        return count

    asking = threading.Thread(target=ledger.read, args=(ask_long,))
    asking.start()
    assert is_begun.wait(20)
    for number in range(30):
        large = a_submission(f"s-{number}", key=f"k-{number}", answers=(("message", "drip " * 100_000),))
        assert ledger.write(lambda writing, large=large: writing.add_submission(large))
    grown = ledger.health().log_bytes
    may_go_on.set()
    asking.join(20)
    for number in range(30, 60):
        large = a_submission(f"s-{number}", key=f"k-{number}", answers=(("message", "drip " * 100_000),))
        assert ledger.write(lambda writing, large=large: writing.add_submission(large))
    assert ledger.health().log_bytes < grown


def test_health_says_what_a_doctor_asks(ledger: Ledger) -> None:
    health = ledger.health()
    assert health.sqlite_version == sqlite3.sqlite_version
    assert health.schema_version == SCHEMA_VERSION
    assert health.sync_ms > 0
    assert health.bytes > 0


@pytest.mark.parametrize(
    ("version", "has_bug"),
    [
        ((3, 40, 1), True),
        ((3, 44, 5), True),
        ((3, 44, 6), False),
        ((3, 45, 0), True),
        ((3, 50, 6), True),
        ((3, 50, 7), False),
        ((3, 51, 2), True),
        ((3, 51, 3), False),
        ((3, 52, 0), False),
        ((4, 0, 0), False),
    ],
)
def test_the_versions_of_sqlite_with_the_log_reset_bug_are_known(*, version: tuple[int, int, int], has_bug: bool) -> None:
    assert has_wal_reset_bug(version) is has_bug
