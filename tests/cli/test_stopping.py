"""Stopped by Ctrl-C or by a full disk: whole trees, plain words, and the next run goes on."""

import contextlib
import os
import pathlib
import resource
import shutil
import signal
import subprocess
import time
from collections.abc import Callable

import pytest

from tests.cli.stranger import COMMAND, fingerprint, replace, surroundings, weblocal


def small_files_only() -> None:
    """A disk that refuses whatever is larger than four kilobytes, as a full one does."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))


def no_files_at_all() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def test_a_full_disk_leaves_the_old_site_and_nothing_beside_it(sample: pathlib.Path) -> None:
    weblocal("build", at=sample)
    before = fingerprint(sample)
    replace(sample / "business.yaml", "tagline: We say when", "tagline: We say where")
    ran = weblocal("build", at=sample, before=small_files_only)
    assert (ran.code, ran.out) == (3, "")
    # the pictures of a changed promise are set first, so their scratch folder is what the disk refuses first
    assert "could not be written: File too large. What was there is untouched." in ran.err
    after = fingerprint(sample)
    assert after.keys() == before.keys()
    assert {name for name in after if after[name] != before[name]} == {"business.yaml"}
    assert weblocal("build", at=sample).code == 0


def test_a_disk_that_fills_up_while_the_site_is_written_leaves_the_old_one(sample: pathlib.Path) -> None:
    weblocal("build", at=sample)
    before = fingerprint(sample / "public")
    replace(
        sample / "business.yaml", "name: Kettley Plumbing", "name: Kettley Plumbing  # the same, and every page is made anew"
    )
    text = sample / "services" / "drains.md"
    text.write_text(text.read_text(encoding="utf-8") + "\nWe bring the camera.\n", encoding="utf-8")
    ran = weblocal("build", at=sample, before=small_files_only)
    assert (ran.code, ran.out) == (3, "")
    assert "public could not be written: File too large. The old one is untouched." in ran.err
    assert fingerprint(sample / "public") == before


@pytest.mark.parametrize(
    "words",
    [("build",), ("report",), ("visits", "add"), ("nurture", "run"), ("publish", "--to", "elsewhere"), ("print",)],
    ids=" ".join,
)
def test_a_disk_that_takes_nothing_is_the_outside_failing(words: tuple[str, ...], sample: pathlib.Path) -> None:
    ran = weblocal(*words, at=sample, before=no_files_at_all)
    assert ran.code == 3
    assert "fault in weblocal" not in ran.err
    assert "File too large" in ran.err or "full" in ran.err
    assert not (sample / "elsewhere").exists()


def test_a_state_folder_that_is_a_file_is_named(sample: pathlib.Path) -> None:
    (sample / ".weblocal").write_text("mine", encoding="utf-8")
    ran = weblocal("build", at=sample)
    assert ran.code == 3
    assert ".weblocal could not be made" in ran.err


def interrupted(*words: str, at: pathlib.Path, when: Callable[[float], bool]) -> tuple[int, str]:
    """Run the command as a terminal does, in a group of its own, and press Ctrl-C once `when` says so of the seconds passed."""
    with subprocess.Popen(
        [str(COMMAND), *words],
        cwd=at,
        env=surroundings(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as running:
        began = time.monotonic()
        while running.poll() is None and not when(time.monotonic() - began):
            with contextlib.suppress(subprocess.TimeoutExpired):
                running.wait(timeout=0.005)
        if running.returncode is None:
            os.killpg(running.pid, signal.SIGINT)
        _, said = running.communicate(timeout=60)
    return running.returncode, said.decode()


def test_ctrl_c_during_a_build_leaves_a_whole_tree(sample: pathlib.Path) -> None:
    weblocal("build", at=sample)
    old = fingerprint(sample / "public")
    replace(sample / "business.yaml", "tagline: We say when", "tagline: We say where")
    took = time.monotonic()
    assert weblocal("build", "--to", "whole", at=sample).code == 0
    took = time.monotonic() - took
    new = fingerprint(sample / "whole")
    codes = set()
    for step in range(10):
        shutil.rmtree(sample / "public")
        shutil.copytree(sample / "whole", sample / "public")
        replace(sample / "public" / "index.html", "<", " <")
        started_with = fingerprint(sample / "public")
        code, said = interrupted("build", at=sample, when=lambda passed, late=took * (0.5 + step / 18): passed > late)
        codes.add(code)
        assert code in {0, 130, -signal.SIGINT}, said
        if code == 130:
            assert "Stopped. Nothing was left half done." in said
            assert "Traceback" not in said
        assert fingerprint(sample / "public") in (new, started_with)
        assert not (sample / ".public.new").exists() or code != 130
    assert old != new


def test_ctrl_c_during_a_fleet_stops_at_once_and_leaves_whole_trees(tmp_path: pathlib.Path, sample: pathlib.Path) -> None:
    clients = tmp_path / "clients"
    for number in range(24):
        shutil.copytree(sample, clients / f"c{number:02d}")
    weblocal("build", sample, at=tmp_path)
    whole = fingerprint(sample / "public")
    code, said = interrupted(
        "fleet", "build", "clients", "--jobs", "2", at=tmp_path, when=lambda _: any(clients.glob("*/public"))
    )
    assert code == 130, said
    assert "Traceback" not in said
    assert "Stopped." in said
    trees = [fingerprint(folder / "public") for folder in sorted(clients.iterdir()) if (folder / "public").exists()]
    assert 0 < len(trees) < 24
    assert all(tree == whole for tree in trees)
    assert not list(clients.glob("*/.public.*"))
    assert weblocal("fleet", "build", "clients", at=tmp_path).code == 0
