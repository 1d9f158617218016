import pathlib
import signal
import subprocess
import sys
import time

import pytest

from weblocal.disk import single_file
from weblocal.errors import OutsideFailed

WRITES_FOR_EVER = """
import pathlib, sys
from weblocal.disk import single_file
path, letters = pathlib.Path(sys.argv[1]), (b"a", b"b")
number = 0
print("ready", flush=True)
while True:
    single_file.write_file(path, letters[number % 2] * 3_000_000)
    number += 1
"""


def test_a_file_is_made_with_the_folders_it_needs(tmp_path: pathlib.Path) -> None:
    assert single_file.write_file(tmp_path / "print" / "card.pdf", b"one")
    assert (tmp_path / "print" / "card.pdf").read_bytes() == b"one"


def test_the_same_content_again_changes_nothing(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "card.pdf"
    single_file.write_file(path, b"one")
    written_at = path.stat().st_mtime_ns
    assert not single_file.write_file(path, b"one")
    assert path.stat().st_mtime_ns == written_at
    assert single_file.write_file(path, b"two")


def test_a_disk_that_refuses_is_an_outside_failure_in_words(tmp_path: pathlib.Path) -> None:
    (tmp_path / "card.pdf").mkdir()
    (tmp_path / "card.pdf" / "inside").touch()
    with pytest.raises(OutsideFailed, match=r"card\.pdf could not be written"):
        single_file.write_file(tmp_path / "card.pdf", b"one")


def test_a_writer_killed_at_any_moment_leaves_a_whole_file_and_the_next_one_sweeps_up(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "card.pdf"
    for number in range(6):
        writer = subprocess.Popen([sys.executable, "-c", WRITES_FOR_EVER, str(path)], stdout=subprocess.PIPE)
        assert writer.stdout is not None
        assert writer.stdout.readline() == b"ready\n"
        while not path.exists():
            assert writer.poll() is None
        # a different moment each time: after so many looks at the file, not after a sleep
        until = time.monotonic() + 0.011 * (number + 1)
        while time.monotonic() < until:
            assert len(path.read_bytes()) == 3_000_000
        writer.send_signal(signal.SIGKILL)
        writer.wait()
        writer.stdout.close()
        content = path.read_bytes()
        assert content in {b"a" * 3_000_000, b"b" * 3_000_000}
    single_file.write_file(path, b"whole")
    assert [each.name for each in tmp_path.iterdir()] == ["card.pdf"]
