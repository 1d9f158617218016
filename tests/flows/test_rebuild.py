"""Whatever was edited, a site that was amended is byte for byte the site that a build of everything makes."""

import dataclasses
import datetime as dt
import os
import pathlib
import random
import shutil

import pytest

from tests.flows import editing
from tests.photographs import a_picture, as_file
from weblocal import clock
from weblocal.disk import footprint
from weblocal.errors import WeblocalError
from weblocal.flows import amending, build_record, caches, plain_values, rebuild, telling
from weblocal.flows.build_record import Built, Errand
from weblocal.flows.workspace import open_workspace
from weblocal.model.settings import Settings

TODAY = dt.date(2026, 11, 22)
# in the suite a sample; all five hundred by scripts/edits
EDITS = int(os.environ.get("WEBLOCAL_EDITS", "24"))
SCRIPT_LENGTH = 12
LATER = dt.datetime(2100, 1, 1, tzinfo=dt.UTC)  # whatever the test saved, it was a while ago


@pytest.fixture(scope="module")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    folder = tmp_path_factory.mktemp("pattern") / "marlow"
    editing.lay(folder)
    return folder


@pytest.fixture
def settings(tmp_path: pathlib.Path) -> Settings:
    return Settings(cache_folder=str(tmp_path / "cache"), makes_pictures=False)


def tree(folder: pathlib.Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@dataclasses.dataclass(frozen=True)
class Outcome:
    """What came of a build: why there is no new site, or what was said of it."""

    problems: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()


def outcome(folder: pathlib.Path, settings: Settings, day: dt.date, to: pathlib.Path | None = None) -> Outcome:
    try:
        built = rebuild.build_folder(folder, settings=settings, today=day, to=to, now=LATER)
    except WeblocalError as failure:
        return Outcome(problems=telling.sentences(failure))
    return Outcome(findings=tuple(sorted(map(repr, built.findings))))


@pytest.mark.parametrize("seed", range(max(1, EDITS // SCRIPT_LENGTH)))
def test_no_edit_ever_leaves_anything_stale(
    seed: int, pattern: pathlib.Path, settings: Settings, tmp_path: pathlib.Path
) -> None:
    folder, chance = tmp_path / "marlow", random.Random(seed)
    shutil.copytree(pattern, folder)
    outcome(folder, settings, TODAY)
    done = []
    for number in range(SCRIPT_LENGTH):
        day = TODAY + dt.timedelta(days=number // 5)
        done += [editing.edit(folder, chance) for _ in range(chance.choice((1, 1, 1, 2, 3)))]
        copy, clean = tmp_path / f"copy-{number}" / "marlow", tmp_path / f"clean-{number}"
        shutil.copytree(folder, copy, ignore=shutil.ignore_patterns("public"))
        wanted = outcome(copy, Settings(makes_pictures=False), day, clean)
        before = tree(folder / "public")
        assert outcome(folder, settings, day) == wanted, done
        assert tree(folder / "public") == (before if wanted.problems else tree(clean)), done
        assert kept(folder) == kept(copy), done
        shutil.rmtree(copy.parent)
        shutil.rmtree(clean, ignore_errors=True)


def kept(folder: pathlib.Path) -> bytes:
    """Since when the words of each page are so."""
    file = folder / ".weblocal" / "pages.json"
    return file.read_bytes() if file.exists() else b""


class _Site:
    """The pattern built once, with what happened at the next build."""

    def __init__(self, folder: pathlib.Path, settings: Settings) -> None:
        self.folder, self.settings = folder, settings
        self.errand = Errand(folder=folder, to=folder / "public", settings=settings, stamp=build_record.stamp())
        self.build()

    def build(self) -> Built:
        return rebuild.build_folder(self.folder, settings=self.settings, today=TODAY, now=LATER)

    def amends(self, *names: str) -> Built | None:
        """What amending makes of the saved files alone; None where it leaves them to a build of everything."""
        cache = caches.of(self.settings)
        assert cache is not None
        record = build_record.read(cache, self.errand)
        assert record is not None
        inputs = footprint.of_tree(self.folder, now_ns=2**63) | build_record.state_marks(self.folder)
        return amending.amended(record, self.errand, inputs, names)


@pytest.fixture
def site(pattern: pathlib.Path, settings: Settings, tmp_path: pathlib.Path) -> _Site:
    folder = tmp_path / "marlow"
    shutil.copytree(pattern, folder)
    return _Site(folder, settings)


def test_a_guide_with_other_words_changes_its_own_page_alone(site: _Site) -> None:
    guide = site.folder / "articles" / "guide-20.md"
    guide.write_text(guide.read_text(encoding="utf-8") + "\nOne more sentence.\n", encoding="utf-8")
    built = site.amends("articles/guide-20.md")
    assert built is not None
    assert built.changes.changed == ("guides/guide-20/index.html",)
    assert "One more sentence." in (site.folder / "public" / "guides" / "guide-20" / "index.html").read_text(encoding="utf-8")
    assert built.page_count == site.build().page_count


@pytest.mark.parametrize(
    "front",
    [
        "title: Another title\nsummary: What it is about.\ndate: 2026-11-02",
        "title: Guide number 20\nsummary: Another summary.\ndate: 2026-11-02",
        "title: Guide number 20\nsummary: What it is about.\ndate: 2026-11-03",
        "title: Guide number 20\nsummary: What it is about.\n\ndate: 2026-11-02",
        "title: [",
    ],
)
def test_more_than_words_is_left_to_a_build_of_everything(site: _Site, front: str) -> None:
    (site.folder / "articles" / "guide-20.md").write_text(f"---\n{front}\n---\nWords.\n", encoding="utf-8")
    assert site.amends("articles/guide-20.md") is None


@pytest.mark.parametrize(
    "words", ["[x](/guides/nowhere/)", "[x](/guides/guide-01/#nothing)", "Free coffee for a 5 star review."]
)
def test_words_that_must_not_be_published_are_left_to_a_build_of_everything(site: _Site, words: str) -> None:
    guide = site.folder / "articles" / "guide-20.md"
    guide.write_text(guide.read_text(encoding="utf-8") + f"\n{words}\n", encoding="utf-8")
    assert site.amends("articles/guide-20.md") is None


def test_a_guide_with_a_photograph_is_left_to_a_build_of_everything(site: _Site) -> None:
    guide = site.folder / "articles" / "guide-20.md"
    words = guide.read_text(encoding="utf-8")
    guide.write_text(f"{words}\n![The van](van.jpg)\n", encoding="utf-8")
    assert site.amends("articles/guide-20.md") is None
    (site.folder / "van.jpg").write_bytes(as_file(a_picture()))
    pictured = _Site(site.folder, dataclasses.replace(site.settings, makes_pictures=True))
    assert list((site.folder / "public" / "pictures").glob("van.*/720.jpg"))
    guide.write_text(words, encoding="utf-8")
    assert pictured.amends("articles/guide-20.md") is None
    pictured.build()
    assert not list((site.folder / "public" / "pictures").glob("van.*"))


@pytest.mark.parametrize("name", ["business.yaml", "services/leaks.md", "articles/guide-99.md"])
def test_what_is_no_guide_is_left_to_a_build_of_everything(site: _Site, name: str) -> None:
    assert site.amends(name) is None


def test_nothing_changed_is_nothing_done(site: _Site) -> None:
    public = site.folder / "public"
    before = {path: path.stat() for path in public.rglob("*")}
    built = site.build()
    assert built.changes.changed == built.changes.added == built.changes.removed == ()
    assert len(built.changes.same) == sum(path.is_file() for path in public.rglob("*")) - 1  # but for the mark of the folder
    assert {path: path.stat().st_ctime_ns for path in public.rglob("*")} == {
        path: old.st_ctime_ns for path, old in before.items()
    }


def test_a_save_of_just_now_is_looked_at_once_more(site: _Site) -> None:
    marks = [footprint.of_tree(site.folder, now_ns=round(now.timestamp() * 1e9)) for now in (clock.now(), clock.now())]
    assert marks[0] != marks[1]
    later = [footprint.of_tree(site.folder, now_ns=round(LATER.timestamp() * 1e9)) for _ in "ab"]
    assert later[0] == later[1]


def test_a_record_of_another_program_day_or_place_counts_for_nothing(site: _Site, tmp_path: pathlib.Path) -> None:
    cache = caches.of(site.settings)
    assert cache is not None
    record = build_record.read(cache, site.errand)
    assert record is not None
    other = Errand(folder=site.folder, to=tmp_path / "elsewhere", settings=site.settings, stamp=build_record.stamp())
    assert build_record.read(cache, other) is None
    fields = {name: getattr(record, name) for name in record.__dataclass_fields__} | {"stamp": "another program"}
    build_record.keep(cache, site.errand, build_record.Record(**fields))
    assert build_record.read(cache, site.errand) is None
    tomorrow = rebuild.build_folder(site.folder, settings=site.settings, today=TODAY + dt.timedelta(days=1))
    assert tomorrow.page_count == site.build().page_count


def test_a_broken_record_is_made_again(site: _Site) -> None:
    cache = caches.of(site.settings)
    assert cache is not None
    entry = cache.folder / site.errand.entry
    entry.write_bytes(entry.read_bytes()[:-1])
    assert build_record.read(cache, site.errand) is None
    site.build()
    assert build_record.read(cache, site.errand) is not None


def test_without_a_cache_everything_is_built(pattern: pathlib.Path, tmp_path: pathlib.Path) -> None:
    folder = tmp_path / "marlow"
    shutil.copytree(pattern, folder)
    built = rebuild.build_folder(folder, settings=Settings(makes_pictures=False), today=TODAY)
    assert len(built.changes.added) > editing.GUIDES


def test_a_business_comes_back_from_plain_data_as_it_was(pattern: pathlib.Path, sample: pathlib.Path) -> None:
    for folder in (pattern, sample):
        with open_workspace(folder, today=TODAY) as opened:
            assert plain_values.read(plain_values.written(opened.business)) == opened.business


@pytest.mark.parametrize(
    "data", [("os:system", "true"), ("weblocal.model.business:dataclasses.replace",), ("weblocal.clock:new_id",)]
)
def test_nothing_but_nouns_comes_out_of_plain_data(data: object) -> None:
    import marshal

    with pytest.raises(plain_values.Unkeepable):
        plain_values.read(marshal.dumps(data))
