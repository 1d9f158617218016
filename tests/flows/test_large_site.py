"""Pages shared out among several processes are the pages that one process makes, and the same is said of them."""

import os
import pathlib
import random
import subprocess
import sys

import pytest

from tests.flows import editing

ROOT = pathlib.Path(__file__).parents[2]
# in the suite a sample; as many as one likes by hand
SCRIPTS = int(os.environ.get("WEBLOCAL_SCRIPTS", "2"))
BUILDS = 4


def tree(folder: pathlib.Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def differences(folder: pathlib.Path) -> str:
    """What differs between both ways, in words; empty where nothing does."""
    command = (sys.executable, "-m", "tests.flows.built_side_by_side", str(folder))
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


@pytest.mark.parametrize("seed", range(SCRIPTS))
def test_many_processes_make_what_one_makes_whatever_was_edited(seed: int, tmp_path: pathlib.Path) -> None:
    chance, done = random.Random(seed), []
    editing.lay(tmp_path / "business")
    for _ in range(BUILDS):
        assert differences(tmp_path) == "", done
        assert tree(tmp_path / "many") == tree(tmp_path / "one"), done
        assert {path.name for path in tmp_path.iterdir()} == {"business", "one", "many"}
        done += [editing.edit(tmp_path / "business", chance) for _ in range(3)]


def test_a_broken_link_of_one_guide_leaves_the_old_site_as_it_is(tmp_path: pathlib.Path) -> None:
    business = tmp_path / "business"
    editing.lay(business)
    assert differences(tmp_path) == ""
    before = tree(tmp_path / "many")
    guide = business / "articles" / "guide-30.md"
    guide.write_text(guide.read_text(encoding="utf-8") + "\n[Gone](/guides/nowhere/)\n", encoding="utf-8")
    assert differences(tmp_path) == ""
    assert tree(tmp_path / "many") == before
    assert {path.name for path in tmp_path.iterdir()} == {"business", "one", "many"}


def test_where_nothing_changed_the_tree_is_left_alone(tmp_path: pathlib.Path) -> None:
    editing.lay(tmp_path / "business")
    assert differences(tmp_path) == ""
    before = (tmp_path / "many").stat().st_ino
    assert differences(tmp_path) == ""
    assert (tmp_path / "many").stat().st_ino == before
