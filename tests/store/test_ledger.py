"""The ledger itself: opening, transactions, sharing a commit, snapshots, closing."""

import contextlib
import datetime as dt
import os
import pathlib
import sqlite3
import stat
import threading
from collections.abc import Callable, Iterator

import pytest
import sqlalchemy as sa

from tests.factories import NOW, a_contact, a_submission, an_event
from weblocal.errors import LedgerUnavailable
from weblocal.store import tables
from weblocal.store.ledger import LEDGER_FILE, Ledger
from weblocal.store.reading import Reading
from weblocal.store.writing import Writing


@contextlib.contextmanager
def _writer_kept_busy(ledger: Ledger) -> Iterator[None]:
    """Jobs submitted inside wait for one another, and share the commit that follows."""
    is_begun, may_go_on = threading.Event(), threading.Event()

    def hold(_: Writing) -> None:
        is_begun.set()
        assert may_go_on.wait(20)

    first = ledger.write_soon(hold)
    assert is_begun.wait(20)
    try:
        yield
    finally:
        may_go_on.set()
        first.result(20)


def _adding(*ids: str) -> Callable[[Writing], bool]:
    return lambda writing: all(writing.add_contact(a_contact(contact_id)) for contact_id in ids)


def _ids(ledger: Ledger) -> set[str]:
    return {person.id for person in ledger.read(lambda reading: reading.contacts_since(NOW))}


def test_what_was_written_is_there_after_closing_and_opening_again(tmp_path: pathlib.Path) -> None:
    with Ledger.open(tmp_path, business="b") as ledger:
        ledger.write(lambda writing: writing.add_contact(a_contact()))
    with Ledger.open(tmp_path, business="b") as ledger:
        assert ledger.read(lambda reading: reading.contact("contact-1")) == a_contact()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such bits")
def test_nobody_else_on_the_machine_may_read_the_ledger(tmp_path: pathlib.Path) -> None:
    with Ledger.open(tmp_path / "state", business="b") as ledger:
        ledger.write(lambda writing: writing.add_contact(a_contact()))
        modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in (tmp_path / "state").iterdir()}
        assert modes.keys() >= {LEDGER_FILE, LEDGER_FILE + "-wal"}
        assert set(modes.values()) == {0o600}
        assert ledger.health().is_private


def test_two_businesses_in_one_file_know_nothing_of_each_other(tmp_path: pathlib.Path) -> None:
    with Ledger.open(tmp_path, business="cafe") as cafe, Ledger.open(tmp_path, business="salon") as salon:
        cafe.write(lambda writing: writing.add_contact(a_contact(name="Of the cafe")))
        salon.write(lambda writing: writing.add_contact(a_contact(name="Of the salon")))
        assert [person.name for person in cafe.read(lambda reading: reading.contacts_since(NOW))] == ["Of the cafe"]
        assert not salon.read(lambda reading: reading.contacts_like("cafe"))


def test_every_table_and_every_key_names_the_business() -> None:
    for table in tables.contact.metadata.tables.values():
        assert "business" in table.primary_key, table.name
        keys = [part for part in table.constraints if isinstance(part, sa.UniqueConstraint | sa.ForeignKeyConstraint)]
        for key in keys:
            assert "business" in key.columns, (table.name, key.name)
        for index in table.indexes:
            assert "business" in index.columns, (table.name, index.name)


def test_a_ledger_of_a_newer_program_is_refused_in_plain_words(tmp_path: pathlib.Path) -> None:
    Ledger.open(tmp_path, business="b").close()
    newer = sqlite3.connect(tmp_path / LEDGER_FILE)
    newer.execute("UPDATE alembic_version SET version_num = '9999'")
    newer.commit()
    newer.close()
    with pytest.raises(LedgerUnavailable, match="newer weblocal") as refused:
        Ledger.open(tmp_path, business="b")
    assert "upgrade" in refused.value.fix


def test_a_file_that_is_no_ledger_is_left_as_it_is(tmp_path: pathlib.Path) -> None:
    (tmp_path / LEDGER_FILE).write_bytes(b"holiday photographs " * 200)
    with pytest.raises(LedgerUnavailable, match="not a ledger"):
        Ledger.open(tmp_path, business="b")
    assert (tmp_path / LEDGER_FILE).read_bytes() == b"holiday photographs " * 200


def test_a_failing_job_harms_only_itself(ledger: Ledger) -> None:
    def fail(writing: Writing) -> None:
        writing.add_contact(a_contact("of the failing job"))
        raise LookupError("mine")

    def break_a_key(writing: Writing) -> None:
        writing.add_contact(a_contact("of the breaking job"))
        writing.record_event(an_event(contact_id="nobody we know"))

    with _writer_kept_busy(ledger):
        good = [ledger.write_soon(_adding("before"))]
        failing, breaking = ledger.write_soon(fail), ledger.write_soon(break_a_key)
        good.append(ledger.write_soon(_adding("after", "long after")))
    with pytest.raises(LookupError, match="mine"):
        failing.result(20)
    with pytest.raises(sqlite3.IntegrityError):
        breaking.result(20)
    assert all(promise.result(20) for promise in good)
    assert _ids(ledger) == {"before", "after", "long after"}
    assert ledger.commit_count == 2


def test_when_the_commit_itself_fails_every_job_in_it_is_refused_and_nothing_is_half_stored(ledger: Ledger) -> None:
    def spoil(writing: Writing) -> None:
        """Leave a broken reference that the engine finds only when it commits."""
        writing._connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
        writing.record_event(an_event(contact_id="nobody we know"))

    def fail(_: Writing) -> None:
        raise LookupError("mine")

    with _writer_kept_busy(ledger):
        lost = [ledger.write_soon(_adding("before")), ledger.write_soon(spoil), ledger.write_soon(_adding("after"))]
        failing = ledger.write_soon(fail)
    for promise in lost:
        with pytest.raises(LedgerUnavailable):
            promise.result(20)
    with pytest.raises(LookupError):
        failing.result(20)
    assert _ids(ledger) == set()
    assert ledger.read(lambda reading: reading.events_since(NOW)) == ()
    assert ledger.write(_adding("later"))
    assert _ids(ledger) == {"later"}


def test_every_connection_syncs_each_commit_and_none_checkpoints_by_itself(ledger: Ledger) -> None:
    def settings(asking: Reading) -> list[object]:
        names = ("journal_mode", "synchronous", "wal_autocheckpoint", "foreign_keys")
        return [asking._connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in names]

    full = 2
    assert ledger.write(settings) == ledger.read(settings) == ["wal", full, 0, 1]


def test_jobs_that_wait_together_share_one_commit(ledger: Ledger) -> None:
    with _writer_kept_busy(ledger):
        promises = [ledger.write_soon(_adding(f"c-{number}")) for number in range(200)]
    assert all(promise.result(20) for promise in promises)
    assert ledger.commit_count == 2


def test_a_lone_job_is_a_commit_of_its_own(ledger: Ledger) -> None:
    for number in range(5):
        ledger.write(lambda writing, n=number: writing.add_contact(a_contact(f"c-{n}")))
    assert ledger.commit_count == 5


def test_sixty_four_threads_with_one_key_make_one_submission(ledger: Ledger) -> None:
    start = threading.Barrier(64)
    answers: list[bool] = []

    def post(number: int) -> None:
        start.wait(20)
        answers.append(ledger.write(lambda writing: writing.add_submission(a_submission(f"s-{number}", key="one tap"))))

    threads = [threading.Thread(target=post, args=(number,)) for number in range(64)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert sorted(answers) == [False] * 63 + [True]
    kept = ledger.read(lambda reading: reading.submission_of_key("one tap"))
    assert kept is not None
    assert ledger.commit_count < 64


def test_a_snapshot_does_not_change_while_it_is_read(ledger: Ledger) -> None:
    def count_twice(reading: Reading) -> tuple[int, int]:
        before = len(reading.contacts_since(NOW))
        ledger.write(lambda writing: writing.add_contact(a_contact()))
        return before, len(reading.contacts_since(NOW))

    assert ledger.read(count_twice) == (0, 0)
    assert len(ledger.read(lambda reading: reading.contacts_since(NOW))) == 1


def test_a_question_cannot_write(ledger: Ledger) -> None:
    with pytest.raises(LedgerUnavailable):
        ledger.read(lambda reading: Writing(reading._connection, business="b").add_contact(a_contact()))


def test_a_job_must_not_wait_for_another_job(ledger: Ledger) -> None:
    with pytest.raises(RuntimeError, match="another job"):
        ledger.write(lambda _: ledger.write(lambda writing: writing.add_contact(a_contact())))


def test_a_promise_taken_back_in_time_is_not_written(ledger: Ledger) -> None:
    with _writer_kept_busy(ledger):
        assert ledger.write_soon(_adding("taken back")).cancel()
    assert ledger.write(_adding("kept"))
    assert _ids(ledger) == {"kept"}


def test_closing_writes_what_was_promised_and_leaves_one_file(tmp_path: pathlib.Path) -> None:
    ledger = Ledger.open(tmp_path, business="b")
    promises = [ledger.write_soon(lambda writing, n=n: writing.add_contact(a_contact(f"c-{n}"))) for n in range(50)]
    ledger.close()
    ledger.close()
    assert all(promise.result(0) for promise in promises)
    assert {file.name for file in tmp_path.iterdir()} == {LEDGER_FILE, "ledger.lock"}
    with pytest.raises(LedgerUnavailable, match="closed"):
        ledger.write(lambda writing: writing.add_contact(a_contact()))
    with pytest.raises(LedgerUnavailable, match="closed"):
        ledger.read(lambda reading: reading.contact("contact-1"))


def test_a_naive_datetime_is_refused(ledger: Ledger) -> None:
    naive = dt.datetime(2026, 11, 10, 10, 0)
    with pytest.raises(ValueError, match="naive"):
        ledger.write(lambda writing: writing.add_contact(a_contact(created_at=naive)))


def test_times_come_back_aware_and_in_utc_whatever_their_zone_was(ledger: Ledger) -> None:
    summer = dt.datetime(2026, 7, 1, 9, 30, 0, 5, tzinfo=dt.timezone(dt.timedelta(hours=5, minutes=45)))
    ledger.write(lambda writing: writing.add_contact(a_contact(created_at=summer)))
    kept = ledger.read(lambda reading: reading.contact("contact-1"))
    assert kept is not None
    assert kept.created_at == summer
    assert kept.created_at.tzinfo is dt.UTC


def test_errors_never_show_what_was_to_be_written(known: Ledger) -> None:
    with pytest.raises(sqlite3.IntegrityError) as broken:
        known.write(lambda writing: writing.record_event(an_event(contact_id="nobody", why="Joan Muster rang")))
    assert "Joan" not in str(broken.value)


def test_a_full_disk_is_told_plainly_and_is_over_when_there_is_space(ledger: Ledger) -> None:
    def shrink(writing: Writing) -> None:
        pages = writing._connection.exec_driver_sql("PRAGMA page_count").scalar()
        writing._connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")

    def grow(writing: Writing) -> None:
        writing._connection.exec_driver_sql("PRAGMA max_page_count=1073741823")

    large = a_submission(answers=(("message", "drip " * 20_000),))
    ledger.write(shrink)
    with pytest.raises(LedgerUnavailable, match="full"):
        ledger.write(lambda writing: writing.add_submission(large))
    ledger.write(grow)
    assert ledger.write(lambda writing: writing.add_submission(large))
