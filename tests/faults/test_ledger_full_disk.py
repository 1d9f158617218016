"""A disk that fills up, refuses to grow a file, or may not be written: refused in plain words, and over without a restart."""

import json
import os
import pathlib
import sqlite3
import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.factories import a_contact, a_submission
from weblocal.errors import LedgerUnavailable
from weblocal.store.failures import told_plainly
from weblocal.store.ledger import LEDGER_FILE, Ledger

ROOT = pathlib.Path(__file__).parents[2]
PLAIN_WORDS = {"The disk failed while the ledger was written or read.", "The disk is full, so the ledger cannot be written."}
WORDS = "It drips behind the boiler. " * 40

# Posts until the system refuses to make files larger, then lifts the limit in the same process and posts again.
POSTS_INTO_A_LIMIT = """
import json, pathlib, resource, sys
sys.path.insert(0, sys.argv[1])
from tests.factories import a_submission
from weblocal.errors import LedgerUnavailable
from weblocal.store.ledger import Ledger

ledger = Ledger.open(pathlib.Path(sys.argv[2]), business="b")
kept, refused = [], []

def post(number):
    key = f"k-{number}"
    submission = a_submission(key, key=key, answers=(("message", "It drips. " * 100),))
    try:
        assert ledger.write(lambda writing: writing.add_submission(submission))
        kept.append(key)
    except LedgerUnavailable as unavailable:
        refused.append((key, unavailable.message))

resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), resource.RLIM_INFINITY))
for number in range(300):
    post(number)
kept_under_the_limit = len(kept)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
for number in range(300, 350):
    post(number)
ledger.close()
print(json.dumps([kept, refused, kept_under_the_limit]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits on file sizes are POSIX")
@pytest.mark.parametrize("limit_kib", [420, 421, 424, 600, 1037])
def test_a_file_that_may_not_grow_refuses_posts_and_keeps_every_acknowledged_one(
    tmp_path: pathlib.Path, limit_kib: int
) -> None:
    Ledger.open(tmp_path, business="b").close()
    command = [sys.executable, "-c", POSTS_INTO_A_LIMIT, str(ROOT), str(tmp_path), str(limit_kib * 1024)]
    result = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    kept, refused, kept_under_the_limit = json.loads(result.stdout)
    assert refused
    assert len(kept) == kept_under_the_limit + 50, "posts are taken again as soon as there is room"
    assert {message for _, message in refused} <= PLAIN_WORDS
    with Ledger.open(tmp_path, business="b") as ledger:
        assert all(ledger.read(lambda reading, k=key: reading.submission_of_key(k)) for key in kept)
        assert not any(ledger.read(lambda reading, k=key: reading.submission_of_key(k)) for key, _ in refused)


@pytest.fixture
def small_disk(tmp_path: pathlib.Path) -> Iterator[pathlib.Path]:
    """A disk of two megabytes; only root may mount one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root may mount a small disk")
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)], capture_output=True, check=False)
    if mounted.returncode != 0:
        pytest.skip("this machine lets nobody mount a small disk")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_loses_nothing_acknowledged_and_needs_no_restart(small_disk: pathlib.Path) -> None:
    ballast = small_disk / "photographs"
    ballast.write_bytes(b"\0" * 700_000)
    kept, refused, words = [], [], set()
    with Ledger.open(small_disk, business="b") as ledger:

        def post(number: int) -> None:
            submission = a_submission(f"s-{number}", key=f"s-{number}", answers=(("message", WORDS),))
            try:
                ledger.write(lambda writing: writing.add_submission(submission))
                kept.append(submission.id)
            except LedgerUnavailable as unavailable:
                refused.append(submission.id)
                words.add(unavailable.message)

        for number in range(400):
            post(number)
        assert kept
        assert refused
        assert words <= PLAIN_WORDS
        before = len(kept)
        ballast.unlink()
        for number in range(400, 420):
            post(number)
        assert len(kept) == before + 20
        for ids, are_there in ((kept, True), (refused, False)):
            assert all(ledger.read(lambda r, i=i: r.submission(i) is not None) is are_there for i in ids)
    plain = sqlite3.connect(small_disk / LEDGER_FILE)
    assert plain.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    plain.close()


def test_a_disk_that_may_only_be_read_is_told_plainly(small_disk: pathlib.Path) -> None:
    with Ledger.open(small_disk, business="b") as ledger:
        subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
        with pytest.raises(LedgerUnavailable):
            ledger.write(lambda writing: writing.add_contact(a_contact()))
        subprocess.run(["mount", "-o", "remount,rw", str(small_disk)], check=True)
        assert ledger.write(lambda writing: writing.add_contact(a_contact())) is True


def test_a_file_opened_for_reading_says_that_it_may_not_be_written(tmp_path: pathlib.Path) -> None:
    Ledger.open(tmp_path, business="b").close()
    only_read = sqlite3.connect(f"file:{tmp_path / LEDGER_FILE}?mode=ro", uri=True)
    with pytest.raises(LedgerUnavailable, match="may not be written"), told_plainly():
        only_read.execute("DELETE FROM contact")
    only_read.close()


def test_a_file_with_a_torn_page_is_called_damaged(tmp_path: pathlib.Path) -> None:
    with Ledger.open(tmp_path, business="b") as ledger:
        for number in range(200):
            ledger.write(lambda writing, n=number: writing.add_contact(a_contact(f"c-{n}")))
    path = tmp_path / LEDGER_FILE
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    with pytest.raises(LedgerUnavailable, match="damaged"):
        Ledger.open(tmp_path, business="b")
