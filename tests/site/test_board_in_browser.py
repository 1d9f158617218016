"""The board in a real browser: true without script, and marked by the clock of the business without moving anything."""

import datetime as dt
import gzip
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.factories import a_business, the_theme
from tests.site.test_in_browser import opened, served, write
from weblocal.model.timetable import Session

pytestmark = pytest.mark.browser

WEEK = (
    Session(name="Engine", weekdays=(0, 1, 2, 3, 4), minute=390, takes="45 min", who="Ana"),
    Session(name="Lunch lift", weekdays=(0, 1, 2, 3, 4), minute=735, takes="40 min", who="Bo"),
    Session(name="Team", weekdays=(5, 6), minute=570, takes="90 min", who="Cleo"),
    Session(name="Row", weekdays=(1, 3), minute=1170, takes="45 min", who="Dan"),
)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    gym = a_business(timetable=WEEK, tagline="14 classes a week. No contract.")
    with served(write(tmp_path_factory.mktemp("board"), the_theme("bulletin"), gym)) as found:
        yield found


@pytest.mark.parametrize(
    ("at", "now", "past", "says"),
    [
        pytest.param(dt.datetime(2026, 11, 10, 11, 20, tzinfo=dt.UTC), "Lunch lift", 2, "in 55 min", id="before noon"),
        pytest.param(dt.datetime(2026, 11, 10, 12, 30, tzinfo=dt.UTC), "Lunch lift", 2, "now", id="while it runs"),
        pytest.param(dt.datetime(2026, 11, 14, 6, 0, tzinfo=dt.UTC), "Team", 3, "", id="hours before"),
    ],
)
def test_the_next_session_becomes_the_bar(
    chromium: Browser, address: str, *, at: dt.datetime, now: str, past: int, says: str
) -> None:
    with opened(chromium, f"{address}/", at=at) as page:
        bar = page.locator(".board .now")
        assert bar.locator(".name").inner_text() == now
        assert bar.locator("b").inner_text() == says
        assert page.locator(".board .past").count() == past


def test_when_nothing_is_left_today_no_row_is_the_bar(chromium: Browser, address: str) -> None:
    with opened(chromium, f"{address}/", at=dt.datetime(2026, 11, 11, 22, 0, tzinfo=dt.UTC)) as page:
        assert page.locator(".board .now").count() == 0
        assert page.locator(".board .past").count() == 4
        assert page.locator("#timetable .now h3").inner_text() == "Wednesday"


def test_without_script_every_day_stands_there_and_nothing_moves_when_it_comes(chromium: Browser, address: str) -> None:
    boxes = []
    for has_script in (False, True):
        context = chromium.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=has_script)
        page = context.new_page()
        page.goto(f"{address}/")
        assert page.locator(".board li").count() == 4
        assert (
            page.locator(".board li .days").first.get_attribute("aria-label")
            == "Monday, Tuesday, Wednesday, Thursday and Friday"
        )
        boxes.append(page.locator(".board").bounding_box())
        context.close()
    assert boxes[0] == boxes[1]


def test_the_number_is_drawn_and_said(chromium: Browser, address: str) -> None:
    with opened(chromium, f"{address}/") as page:
        assert page.locator("h1").text_content() == "14 classes a week. No contract."
        assert page.locator(".promise .lane").count() == 1


def test_the_script_stays_small(chromium: Browser, address: str) -> None:
    with opened(chromium, f"{address}/") as page:
        script = page.locator("script:not([type])").text_content() or ""
    assert "data-zone" in script
    assert len(gzip.compress(script.encode())) < 1126
