"""Watching tells of saves, once a burst, and never of our own output."""

import pathlib
import queue

from weblocal.disk import replacing, watching
from weblocal.model.site import SiteFile


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


def test_saves_are_still_noticed_after_the_site_was_exchanged_again_and_again(tmp_path: pathlib.Path) -> None:
    (tmp_path / "services").mkdir()
    told: queue.Queue[tuple[str, ...]] = queue.Queue()
    with watching.watch((tmp_path,), told.put):
        for turn in range(5):
            files = [SiteFile(path=f"page-{number}/index.html", content=b"%d" % turn) for number in range(5)]
            replacing.replace_tree(tmp_path / "public", files)
            (tmp_path / "services" / "leaks.md").write_text(f"for the {turn}th time")
            assert told.get(timeout=10) == ("services/leaks.md",)


def test_a_folder_that_comes_later_is_watched_with_what_lies_in_it(tmp_path: pathlib.Path) -> None:
    told: queue.Queue[tuple[str, ...]] = queue.Queue()
    with watching.watch((tmp_path,), told.put):
        (tmp_path / "areas").mkdir()
        (tmp_path / "areas" / "mill-end.md").write_text("first")
        assert told.get(timeout=10) == ("areas/mill-end.md",)
        (tmp_path / "areas" / "mill-end.md").unlink()
        assert told.get(timeout=10) == ("areas/mill-end.md",)
        (tmp_path / "areas").rmdir()
        (tmp_path / "areas").mkdir()
        (tmp_path / "areas" / "north-bank.md").write_text("again")
        assert told.get(timeout=10) == ("areas/north-bank.md",)
