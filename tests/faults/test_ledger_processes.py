"""The ledger beside other processes: killed in the middle of writing, written by two at once, locked by a stranger."""

import contextlib
import pathlib
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator

import pytest

from tests.factories import a_contact, a_submission
from weblocal.errors import LedgerUnavailable
from weblocal.store.ledger import LEDGER_FILE, Ledger

WORKER = pathlib.Path(__file__).with_name("ledger_worker.py")
HOLDS_THE_LOCK = """
import sys, filelock
with filelock.FileLock(sys.argv[1], fallback_to_soft=False, preserve_lock_file=True):
    print("held", flush=True)
    sys.stdin.read()
"""


def _worker(folder: pathlib.Path, name: str, *, threads: int, posts: int) -> subprocess.Popen[str]:
    command = [sys.executable, str(WORKER), str(folder), name, str(threads), str(posts)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def _kept_in(ledger: Ledger, keys: list[str]) -> list[str]:
    return ledger.read(lambda reading: [key for key in keys if reading.submission_of_key(key) is not None])


def _is_whole(folder: pathlib.Path) -> bool:
    plain = sqlite3.connect(folder / LEDGER_FILE)
    try:
        return (
            plain.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            and not plain.execute("PRAGMA foreign_key_check").fetchall()
        )
    finally:
        plain.close()


@pytest.mark.slow
def test_a_writer_killed_in_the_middle_loses_nothing_it_acknowledged(tmp_path: pathlib.Path) -> None:
    acknowledged: list[str] = []
    for round_number in range(8):
        victim = _worker(tmp_path, f"round{round_number}", threads=8, posts=100_000)
        assert victim.stdout is not None
        # A different place in its work every time; what is still in the pipe was acknowledged too.
        for _ in range(40 + 173 * round_number):
            acknowledged.append(victim.stdout.readline().removeprefix("kept ").strip())
        victim.kill()
        acknowledged += [line.removeprefix("kept ").strip() for line in victim.stdout.read().splitlines()]
        victim.wait(20)
        with Ledger.open(tmp_path, business="muster-plumbing") as ledger:
            assert _kept_in(ledger, acknowledged) == acknowledged
    assert len(acknowledged) > 8 * 40
    assert _is_whole(tmp_path)


@pytest.mark.slow
def test_two_processes_that_write_at_once_lose_nothing_while_a_third_opens_and_closes(tmp_path: pathlib.Path) -> None:
    Ledger.open(tmp_path, business="muster-plumbing").close()
    workers = [_worker(tmp_path, name, threads=6, posts=250) for name in ("desk", "nurture")]
    outputs: list[str] = []
    readers = [threading.Thread(target=lambda w=worker: outputs.append(w.communicate(timeout=120)[0])) for worker in workers]
    for reader in readers:
        reader.start()
    passing_by = 0
    while any(reader.is_alive() for reader in readers):
        with Ledger.open(tmp_path, business="muster-plumbing", wait_seconds=20.0) as ledger:
            key = f"passing-{passing_by}"
            assert ledger.write(lambda writing, key=key: writing.add_submission(a_submission(key, key=key)))
            assert ledger.read(lambda reading, key=key: reading.submission(key)) is not None
        passing_by += 1
    for reader in readers:
        reader.join()
    lines = [line for output in outputs for line in output.splitlines()]
    assert sorted(line for line in lines if not line.startswith("kept ")) == ["done", "done"]
    keys = [line.removeprefix("kept ") for line in lines if line.startswith("kept ")]
    keys += [f"passing-{number}" for number in range(passing_by)]
    assert len(keys) == 2 * 6 * 250 + passing_by
    assert passing_by > 1
    with Ledger.open(tmp_path, business="muster-plumbing") as ledger:
        assert _kept_in(ledger, keys) == keys
    assert _is_whole(tmp_path)
    assert (tmp_path / LEDGER_FILE).stat().st_size > len(keys) * 1000
    assert not (tmp_path / (LEDGER_FILE + "-wal")).exists()


@contextlib.contextmanager
def _another_process_holding_the_lock(folder: pathlib.Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", HOLDS_THE_LOCK, str(folder / "ledger.lock")]
    holder = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        yield holder
    finally:
        holder.kill()
        holder.communicate()


def test_the_lock_of_another_process_is_waited_for_only_so_long_and_dies_with_it(tmp_path: pathlib.Path) -> None:
    with Ledger.open(tmp_path, business="b", wait_seconds=0.4) as ledger, _another_process_holding_the_lock(tmp_path) as holder:
        with pytest.raises(LedgerUnavailable, match="Another weblocal"):
            ledger.write(lambda writing: writing.add_contact(a_contact()))
        assert ledger.read(lambda reading: reading.contact("contact-1")) is None
        with pytest.raises(LedgerUnavailable, match="Another weblocal"):
            Ledger.open(tmp_path, business="b", wait_seconds=0.4)
        holder.kill()
        holder.wait(20)
        assert ledger.write(lambda writing: writing.add_contact(a_contact())) is True


def test_closing_beside_a_process_that_holds_the_lock_ends(tmp_path: pathlib.Path) -> None:
    ledger = Ledger.open(tmp_path, business="b", wait_seconds=0.4)
    assert ledger.write(lambda writing: writing.add_contact(a_contact())) is True
    assert ledger.read(lambda reading: reading.contact("contact-1")) is not None
    with _another_process_holding_the_lock(tmp_path):
        ledger.close()
    with Ledger.open(tmp_path, business="b") as again:
        assert again.read(lambda reading: reading.contact("contact-1")) == a_contact()


def test_a_stranger_that_locks_the_file_is_waited_for_only_so_long(tmp_path: pathlib.Path) -> None:
    with Ledger.open(tmp_path, business="b", wait_seconds=0.4) as ledger:
        stranger = sqlite3.connect(tmp_path / LEDGER_FILE, isolation_level=None)
        stranger.execute("BEGIN EXCLUSIVE")
        with pytest.raises(LedgerUnavailable, match="in use by another program"):
            ledger.write(lambda writing: writing.add_contact(a_contact()))
        assert ledger.read(lambda reading: reading.contact("contact-1")) is None
        stranger.execute("ROLLBACK")
        stranger.close()
        assert ledger.write(lambda writing: writing.add_contact(a_contact())) is True


def test_a_process_that_forgets_to_close_leaves_a_whole_ledger(tmp_path: pathlib.Path) -> None:
    forgetful = (
        f"import sys, pathlib; sys.path.insert(0, {str(WORKER.parents[2])!r})\n"
        "from weblocal.store.ledger import Ledger\n"
        "from tests.factories import a_contact\n"
        "ledger = Ledger.open(pathlib.Path(sys.argv[1]), business='b')\n"
        "promise = ledger.write_soon(lambda writing: writing.add_contact(a_contact()))\n"
    )
    subprocess.run([sys.executable, "-c", forgetful, str(tmp_path)], check=True, timeout=60)
    assert {file.name for file in tmp_path.iterdir()} == {LEDGER_FILE, "ledger.lock"}
    with Ledger.open(tmp_path, business="b") as ledger:
        assert ledger.read(lambda reading: reading.contact("contact-1")) == a_contact()
