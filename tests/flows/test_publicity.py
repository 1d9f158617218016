"""Since when the words of a page are so, and what search engines have not been told yet."""

import datetime as dt
import pathlib
import shutil

import pytest

from weblocal.flows import build, publicity
from weblocal.flows.workspace import open_workspace

SAMPLE = pathlib.Path(__file__).parents[2] / "sample_business"
FIRST, LATER = dt.date(2026, 11, 2), dt.date(2026, 11, 20)


@pytest.fixture
def folder(tmp_path: pathlib.Path) -> pathlib.Path:
    copied = tmp_path / "business"
    shutil.copytree(SAMPLE, copied, ignore=shutil.ignore_patterns(".weblocal", "public"))
    return copied


def built(folder: pathlib.Path, today: dt.date) -> str:
    with open_workspace(folder, today=today) as workspace:
        build.build(workspace, today=today)
    return (folder / "public" / "sitemap.xml").read_text(encoding="utf-8")


def dates(sitemap: str) -> dict[str, str]:
    entries = sitemap.split("<url>")[1:]
    return {entry.split("<loc>")[1].split("<")[0]: entry.split("<lastmod>")[1].split("<")[0] for entry in entries}


def news(folder: pathlib.Path) -> tuple[str, ...]:
    with open_workspace(folder, today=LATER) as workspace:
        return publicity.news(workspace).addresses


def test_a_page_keeps_its_date_until_its_words_change(folder: pathlib.Path) -> None:
    assert set(dates(built(folder, FIRST)).values()) == {"2026-11-02"}
    text = folder / "services" / "drains.md"
    text.write_text(text.read_text(encoding="utf-8") + "\nWe bring the camera on every visit.\n", encoding="utf-8")
    later = dates(built(folder, LATER))
    assert [address for address, date in later.items() if date == "2026-11-20"] == [next(a for a in later if "drains" in a)]


def test_another_colour_changes_no_date(folder: pathlib.Path) -> None:
    built(folder, FIRST)
    profile = folder / "business.yaml"
    before = profile.read_text(encoding="utf-8")
    assert "colour:" in before
    line = next(line for line in before.splitlines() if "colour:" in line)
    start = line.index("#")
    profile.write_text(before.replace(line, line[:start] + "#7a1f5c" + line[start + 7 :]), encoding="utf-8")
    assert set(dates(built(folder, LATER)).values()) == {"2026-11-02"}


def test_what_search_engines_were_told_is_not_told_again(folder: pathlib.Path) -> None:
    built(folder, FIRST)
    everything = news(folder)
    assert len(everything) > 10
    with open_workspace(folder, today=FIRST) as workspace:
        publicity.told(workspace)
    assert news(folder) == ()
    (folder / "areas" / "birkwath.md").write_text("---\ntitle: Birkwath\n---\nA new text for Birkwath.\n", encoding="utf-8")
    built(folder, LATER)
    assert [address.rsplit("/", 2)[1] for address in news(folder)] == ["birkwath"]


def test_a_page_that_is_gone_is_news_too(folder: pathlib.Path) -> None:
    built(folder, FIRST)
    with open_workspace(folder, today=FIRST) as workspace:
        publicity.told(workspace)
    profile = folder / "business.yaml"
    kept = [line for line in profile.read_text(encoding="utf-8").splitlines() if "services/drains.md" not in line]
    profile.write_text("\n".join(kept) + "\n", encoding="utf-8")
    built(folder, LATER)
    assert any("drains" in address for address in news(folder))


def test_the_key_lies_where_its_name_says_and_holds_itself(folder: pathlib.Path) -> None:
    built(folder, FIRST)
    with open_workspace(folder, today=FIRST) as workspace:
        found = publicity.news(workspace)
    assert (folder / "public" / f"{found.key}.txt").read_text(encoding="ascii") == found.key
    assert found.key_address.endswith(f"/{found.key}.txt")


def test_a_damaged_record_is_as_none(folder: pathlib.Path) -> None:
    built(folder, FIRST)
    (folder / ".weblocal" / "pages.json").write_text('{"/": 3', encoding="utf-8")
    assert set(dates(built(folder, LATER)).values()) == {"2026-11-20"}
