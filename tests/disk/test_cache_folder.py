"""What is kept comes back whole or not at all, and only from a folder nobody else can write to."""

import os
import pathlib

import pytest

from weblocal.disk.cache_folder import CacheFolder

NAME = "theme-1a2b"


@pytest.fixture
def cache(tmp_path: pathlib.Path) -> CacheFolder:
    return CacheFolder(folder=tmp_path / "below" / "cache")


def test_what_was_kept_comes_back(cache: CacheFolder) -> None:
    assert cache.read(NAME) is None
    cache.write(NAME, b"worked out")
    cache.write(NAME, b"worked out anew")
    assert cache.read(NAME) == b"worked out anew"
    assert not [path for path in cache.folder.iterdir() if path.name.endswith(".new")]


@pytest.mark.parametrize("broken", [b"", b"short", b"x" * 200])
def test_a_broken_file_was_never_there_and_is_written_again(cache: CacheFolder, broken: bytes) -> None:
    cache.write(NAME, b"worked out")
    (cache.folder / NAME).write_bytes(broken)
    assert cache.read(NAME) is None
    cache.write(NAME, b"worked out")
    assert cache.read(NAME) == b"worked out"


def test_a_file_cut_short_by_a_killed_writer_is_not_read(cache: CacheFolder) -> None:
    cache.write(NAME, b"worked out" * 1000)
    whole = (cache.folder / NAME).read_bytes()
    for length in (0, 1, 15, 16, 17, len(whole) - 1):
        (cache.folder / NAME).write_bytes(whole[:length])
        assert cache.read(NAME) is None


@pytest.mark.skipif(os.name == "nt", reason="Windows has access lists instead")
@pytest.mark.parametrize("rights", [0o755, 0o770, 0o777])
def test_a_folder_that_others_may_enter_is_not_trusted(cache: CacheFolder, rights: int) -> None:
    cache.write(NAME, b"worked out")
    cache.folder.chmod(rights)
    assert cache.read(NAME) is None
    cache.write(NAME, b"by a stranger")
    cache.folder.chmod(0o700)
    assert cache.read(NAME) == b"worked out"


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_in_the_place_of_the_folder_is_not_followed(cache: CacheFolder, tmp_path: pathlib.Path) -> None:
    cache.write(NAME, b"worked out")
    linked = tmp_path / "linked"
    linked.symlink_to(cache.folder)
    assert CacheFolder(folder=linked).read(NAME) is None


def test_a_folder_that_cannot_be_made_spoils_nothing(tmp_path: pathlib.Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    cache = CacheFolder(folder=tmp_path / "file" / "cache")
    cache.write(NAME, b"worked out")
    assert cache.read(NAME) is None


def test_what_nobody_wrote_for_a_month_goes(cache: CacheFolder) -> None:
    cache.write("old", b"1")
    cache.write("young", b"2")
    now = (cache.folder / "young").stat().st_mtime
    os.utime(cache.folder / "old", (now - 40 * 86_400,) * 2)
    os.utime(cache.folder / "swept", (now - 2 * 86_400,) * 2)
    cache.write(NAME, b"3")
    assert cache.read("old") is None
    assert cache.read("young") == b"2"
