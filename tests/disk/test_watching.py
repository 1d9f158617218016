"""Watching tells of saves, once a burst, and never of our own output."""

import pathlib
import queue

from weblocal.disk import watching


def test_a_burst_of_saves_is_told_once_and_output_is_ignored(tmp_path: pathlib.Path) -> None:
    (tmp_path / "public").mkdir()
    told: queue.Queue[tuple[str, ...]] = queue.Queue()
    with watching.watch((tmp_path,), told.put):
        (tmp_path / "public" / "index.html").write_text("ours")
        for turn in range(5):
            (tmp_path / "business.yaml").write_text(f"name: {turn}")
        assert told.get(timeout=10) == ("business.yaml",)
    assert told.empty()


def test_an_editor_that_saves_by_renaming_over_the_file_is_noticed(tmp_path: pathlib.Path) -> None:
    told: queue.Queue[tuple[str, ...]] = queue.Queue()
    with watching.watch((tmp_path,), told.put):
        (tmp_path / "business.yaml~").write_text("name: x")
        (tmp_path / "business.yaml~").rename(tmp_path / "business.yaml")
        assert "business.yaml" in told.get(timeout=10)
