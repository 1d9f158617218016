"""Replacing a tree is all or nothing."""

import os
import pathlib
import signal
import subprocess
import sys
import threading
import time

import pytest

from weblocal.disk import replacing
from weblocal.errors import ProblemsFound
from weblocal.model.site import SiteFile


def files(**contents: str) -> tuple[SiteFile, ...]:
    return tuple(SiteFile(path=name.replace("__", "/") + ".html", content=text.encode()) for name, text in contents.items())


def contents(folder: pathlib.Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text()
        for path in folder.rglob("*")
        if path.is_file() and path.name != replacing.MARKER
    }


def test_a_first_build_makes_the_folder(tmp_path: pathlib.Path) -> None:
    changes = replacing.replace_tree(tmp_path / "public", files(index="home", a__index="a"))
    assert contents(tmp_path / "public") == {"index.html": "home", "a/index.html": "a"}
    assert changes.added == ("a/index.html", "index.html")


def test_a_second_build_says_what_it_changed_and_removes_what_is_gone(tmp_path: pathlib.Path) -> None:
    public = tmp_path / "public"
    replacing.replace_tree(public, files(index="home", old="old", same="same"))
    changes = replacing.replace_tree(public, files(index="new home", fresh="fresh", same="same"))
    assert contents(public) == {"index.html": "new home", "fresh.html": "fresh", "same.html": "same"}
    assert (changes.added, changes.changed, changes.removed, changes.same) == (
        ("fresh.html",),
        ("index.html",),
        ("old.html",),
        ("same.html",),
    )


def test_an_unchanged_file_keeps_its_time_stamp(tmp_path: pathlib.Path) -> None:
    public = tmp_path / "public"
    replacing.replace_tree(public, files(index="home", same="same"))
    os.utime(public / "same.html", (1, 1))
    replacing.replace_tree(public, files(index="new", same="same"))
    assert (public / "same.html").stat().st_mtime == 1


def test_a_folder_with_somebodys_own_files_is_left_alone(tmp_path: pathlib.Path) -> None:
    (tmp_path / "thesis.txt").write_text("ten years of work")
    with pytest.raises(ProblemsFound, match="did not write"):
        replacing.replace_tree(tmp_path, files(index="home"))
    assert contents(tmp_path) == {"thesis.txt": "ten years of work"}


@pytest.mark.parametrize("path", ["../out.html", "/etc/x", "a/../../x", "a\\..\\b", "a//b", ""])
def test_a_path_that_leads_out_of_the_site_is_refused(tmp_path: pathlib.Path, path: str) -> None:
    with pytest.raises(ValueError, match="not a path inside the site"):
        replacing.replace_tree(tmp_path / "public", (SiteFile(path=path, content=b"x"),))


def test_a_build_cut_off_between_two_renames_is_repaired_by_the_next(tmp_path: pathlib.Path) -> None:
    public = tmp_path / "public"
    replacing.replace_tree(public, files(index="home"))
    public.rename(tmp_path / ".public.old")
    (tmp_path / ".public.new").mkdir()
    changes = replacing.replace_tree(public, files(index="home"))
    assert changes.same == ("index.html",)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["public"]


WRITER = """
import pathlib, sys
from weblocal.disk import replacing
from weblocal.model.site import SiteFile
folder = pathlib.Path(sys.argv[1])
turn = 0
while True:
    turn += 1
    text = str(turn).encode()
    replacing.replace_tree(folder, tuple(SiteFile(path=f"{n}.html", content=text) for n in range(12)))
    print(turn, flush=True)
"""


def generations(folder: pathlib.Path) -> set[str]:
    return {path.read_text() for path in folder.glob("*.html")}


def test_whoever_kills_a_build_finds_one_whole_tree(tmp_path: pathlib.Path) -> None:
    public = tmp_path / "public"
    for round_number in range(12):
        with subprocess.Popen([sys.executable, "-c", WRITER, str(public)], stdout=subprocess.PIPE) as writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            time.sleep(0.003 * round_number)
            writer.send_signal(signal.SIGKILL)
            writer.wait()
        assert len(generations(public)) == 1
        assert len(list(public.glob("*.html"))) == 12


def test_a_reader_never_misses_the_folder_while_it_is_replaced(tmp_path: pathlib.Path) -> None:
    public = tmp_path / "public"
    replacing.replace_tree(public, files(index="0"))
    missed: list[str] = []
    done = threading.Event()

    def look() -> None:
        while not done.is_set():
            if not (public / "index.html").exists():
                missed.append("gone")

    reader = threading.Thread(target=look)
    reader.start()
    for turn in range(100):
        replacing.replace_tree(public, files(index=str(turn + 1)))
    done.set()
    reader.join()
    assert missed == []
