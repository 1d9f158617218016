"""A profile that was read before comes back as it was, and any change of what it was read from has it read again."""

import datetime as dt
import pathlib
import shutil

import pytest

from weblocal.disk.cache_folder import CacheFolder
from weblocal.disk.tree import read_tree
from weblocal.errors import ProfileInvalid
from weblocal.flows import known_drawings, known_profiles
from weblocal.flows.known_profiles import KnownProfile
from weblocal.model.settings import Settings
from weblocal.model.site import ArtworkKind

ROOT = pathlib.Path(__file__).parents[2]
TODAY = dt.date(2026, 11, 22)


@pytest.fixture
def cache(tmp_path: pathlib.Path) -> CacheFolder:
    return CacheFolder(folder=tmp_path / "cache")


def known(folder: pathlib.Path, cache: CacheFolder | None, today: dt.date = TODAY) -> KnownProfile:
    return known_profiles.read(read_tree(folder), today=today, cache=cache)


def said(profile: KnownProfile) -> tuple[object, ...]:
    return (*(getattr(profile, name) for name in known_profiles._KEPT), profile.origins())


def test_a_known_profile_is_the_one_that_was_read(sample: pathlib.Path, cache: CacheFolder) -> None:
    fresh = said(known(sample, None))
    assert said(known(sample, cache)) == fresh
    assert known_profiles._known(read_tree(sample), TODAY, cache.read(next(cache.folder.glob("profile-*")).name)) is not None
    assert said(known(sample, cache)) == fresh


@pytest.mark.parametrize("name", ["business.yaml", "about.md", "services/leaks.md"])
def test_a_changed_file_is_read_again(name: str, sample: pathlib.Path, cache: CacheFolder) -> None:
    known(sample, cache)
    file = sample / name
    if not file.exists():
        file = next(path for path in sorted(sample.rglob("*.md")) if "services" in path.parts)
    text = file.read_text(encoding="utf-8")
    file.write_text(text + ("\n# a remark\n" if name.endswith(".yaml") else "\nOne more sentence.\n"), encoding="utf-8")
    assert said(known(sample, cache)) == said(known(sample, None))


def test_a_file_that_came_or_a_day_that_went_by_has_it_read_again(sample: pathlib.Path, cache: CacheFolder) -> None:
    known(sample, cache)
    kept = cache.read(next(cache.folder.glob("profile-*")).name)
    assert known_profiles._known(read_tree(sample), TODAY + dt.timedelta(days=1), kept) is None
    (sample / "mails" / "new.md").parent.mkdir(exist_ok=True)
    (sample / "mails" / "new.md").write_text("Words.", encoding="utf-8")
    assert known_profiles._known(read_tree(sample), TODAY, kept) is None


def test_a_profile_with_problems_is_never_known(sample: pathlib.Path, cache: CacheFolder) -> None:
    known(sample, cache)
    (sample / "business.yaml").write_text("name: [", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(ProfileInvalid):
            known(sample, cache)


def test_kept_drawings_are_those_that_were_drawn(tmp_path: pathlib.Path) -> None:
    kept = Settings(cache_folder=str(tmp_path / "cache"))
    what = (ArtworkKind.TILES, "pipes", "Marlow & Sons")
    drawn = known_drawings.artist(Settings())(*what)
    for _ in range(2):
        assert known_drawings.artist(kept)(*what) == drawn
    (entry,) = pathlib.Path(kept.cache_folder).glob("drawings-*")
    entry.write_bytes(entry.read_bytes()[:40])
    assert known_drawings.artist(kept)(*what) == drawn
    assert known_drawings.artist(kept)(*what[:2], "Other & Sons") != drawn
    assert known_drawings.artist(Settings(makes_pictures=False))(*what).hero == ""


@pytest.mark.parametrize("business", ["sample_business", *(f"tests/profiles/{name}" for name in ("cafe", "german", "salon"))])
def test_new_words_in_any_text_make_the_business_that_is_read_from_them(
    business: str, tmp_path: pathlib.Path, cache: CacheFolder
) -> None:
    folder = tmp_path / "business"
    shutil.copytree(ROOT / business, folder, ignore=shutil.ignore_patterns("public", ".weblocal"))
    known(folder, cache)
    for file in sorted(folder.rglob("*.md")):
        written = file.read_text(encoding="utf-8")
        for words in (
            f"{written}\nOne more sentence.\n",
            written.replace("---\n", "---\n\n\n"),
            written[: len(written) // 2],
            "",
        ):
            file.write_text(words, encoding="utf-8")
            kept = cache.read(next(cache.folder.glob("profile-*")).name)
            found = known_profiles._known(read_tree(folder), TODAY, kept)
            if found is not None:
                assert said(found) == said(known(folder, None)), file
        file.write_text(written, encoding="utf-8")


def test_new_words_of_a_page_need_no_reading_and_those_of_a_mail_do(sample: pathlib.Path, cache: CacheFolder) -> None:
    known(sample, cache)
    kept = cache.read(next(cache.folder.glob("profile-*")).name)
    about, mail = sample / "about.md", next(sample.glob("mails/**/*.md"))
    for file, is_known in ((about, True), (mail, False)):
        written = file.read_text(encoding="utf-8")
        file.write_text(written + "\nOne more sentence.\n", encoding="utf-8")
        assert (known_profiles._known(read_tree(sample), TODAY, kept) is not None) == is_known
        file.write_text(written, encoding="utf-8")
