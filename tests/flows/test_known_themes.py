"""A theme is judged and compiled once for exactly its bytes, and a broken or foreign cache changes nothing but the time."""

import collections
import dataclasses
import pathlib

import pytest

from weblocal.disk import bundled, installed
from weblocal.disk.cache_folder import CacheFolder
from weblocal.flows import known_themes
from weblocal.theming import environment


@pytest.fixture(autouse=True)
def _as_a_new_process() -> None:
    known_themes.load_theme.cache_clear()


def _shown(cache: CacheFolder | None) -> str:
    known_themes.load_theme.cache_clear()
    theme = known_themes.load_theme("fascia", cache)
    made = environment.build(theme)
    return made.get_template("pages/moved.html").render(
        site=collections.defaultdict(str), say=lambda words, **_: words, to="/a/", refresh="0; url=/a/"
    )


def test_a_kept_theme_prints_what_a_fresh_one_prints(tmp_path: pathlib.Path) -> None:
    cache = CacheFolder(folder=tmp_path / "cache")
    fresh = _shown(None)
    assert _shown(cache) == fresh
    known_themes.load_theme.cache_clear()
    kept = known_themes.load_theme("fascia", cache)
    assert kept.code
    assert _shown(cache) == fresh


@pytest.mark.parametrize("name", sorted(path.name for path in bundled.themes_folder().iterdir() if path.is_dir()))
def test_a_kept_theme_is_in_all_its_parts_the_one_that_was_read(name: str, tmp_path: pathlib.Path) -> None:
    cache = CacheFolder(folder=tmp_path / "cache")
    read = known_themes.load_theme(name, cache)
    known_themes.load_theme.cache_clear()
    kept = known_themes.load_theme(name, cache)
    assert kept is not read
    assert {each.name: getattr(kept, each.name) for each in dataclasses.fields(kept)} == {
        each.name: getattr(read, each.name) for each in dataclasses.fields(read)
    }


def test_a_broken_entry_is_made_again(tmp_path: pathlib.Path) -> None:
    cache = CacheFolder(folder=tmp_path / "cache")
    _shown(cache)
    (entry,) = cache.folder.glob("theme-*")
    whole = entry.read_bytes()
    entry.write_bytes(whole[:1000])
    assert _shown(cache) == _shown(None)
    known_themes.load_theme.cache_clear()
    known_themes.load_theme("fascia", cache)
    assert entry.read_bytes() == whole


def test_one_other_byte_is_another_theme() -> None:
    one = known_themes._stamp({"pages/page.html": b"a", "theme.yaml": b"b"})
    others = [
        known_themes._stamp({"pages/page.html": b"ab", "theme.yaml": b""}),
        known_themes._stamp({"pages/page.html": b"a", "theme.yaml": b"c"}),
        known_themes._stamp({"pages/page.htm": b"la", "theme.yaml": b"b"}),
        known_themes._stamp({"pages/page.html": b"a"}),
    ]
    assert one not in others


def test_the_program_is_known_by_a_stamp() -> None:
    assert len(installed.stamp()) == 32
    assert installed.stamp() == installed.stamp()
