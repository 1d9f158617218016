"""Photographs in a real browser: the right width is fetched, at the right time, and nothing moves when it comes."""

import datetime as dt
import pathlib
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.photographs import a_picture, as_file
from tests.site.test_in_browser import opened, served
from weblocal.flows import build, workspace

pytestmark = pytest.mark.browser

TODAY = dt.date(2026, 11, 10)
PROFILE = """\
name: Kettley Plumbing
trade: plumber
website: https://kettley.example
email: post@kettley.example
phone: 01632 960417
address: {town: Kelderby, country: GB}
tagline: We say when, then we come.
main_photo: {images/van.jpg: {shows: The van in Mill Lane, focus: 80% 40%}}
services:
  baths: {name: Baths, photo: {images/bath.jpg: A bath}, page: text.md}
  taps: {name: Taps, photo: {images/tap.jpg: A tap}}
team:
  ada: {name: Ada Sample, role: Owner, photo: images/ada.jpg}
  ben: {name: Ben Muster, role: Plumber, photo: {images/ben.jpg: {focus: 50% 20%}}}
photos:
  images/bath.jpg: {shows: A bath, caption: "Bath, Quay Street"}
  images/tap.jpg: A tap
  images/sink.jpg: {shows: A sink, caption: A sink with a caption that runs over more than one line on every telephone there is}
  images/roof.jpg: {shows: A roof, caption: "Roof, Mill Lane", before: {images/old-roof.jpg: The old roof}}
"""
NAMES = ("van", "bath", "tap", "sink", "roof", "old-roof", "ada", "ben")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("photographed")
    (folder / "images").mkdir()
    (folder / "business.yaml").write_text(PROFILE, encoding="utf-8")
    (folder / "text.md").write_text("---\ntitle: Baths\n---\nOne day for most.\n", encoding="utf-8")
    for seed, name in enumerate(NAMES, 1):
        size = (1300, 1700) if seed % 2 else (1700, 1300)
        (folder / "images" / f"{name}.jpg").write_bytes(as_file(a_picture(*size, seed=seed), quality=85))
    with workspace.open_workspace(folder, today=TODAY) as opened_folder:
        build.build(opened_folder, today=TODAY)
    with served(pathlib.Path(folder / "public")) as found:
        yield found


def shown(page: Page, selector: str) -> str:
    """The file that the browser chose for a picture."""
    page.locator(selector).first.scroll_into_view_if_needed()
    page.wait_for_function("selector => document.querySelector(selector).complete", arg=selector)
    return str(page.evaluate("selector => document.querySelector(selector).currentSrc", selector)).rpartition("/")[2]


def test_a_screen_fetches_the_width_it_needs(chromium: Browser, address: str) -> None:
    for width, density, wanted in ((390, 1, "480.avif"), (390, 2, "720.avif"), (390, 3, "1200.avif"), (1280, 1, "720.avif"), (1280, 2, "1200.avif")):  # fmt: skip
        context = chromium.new_context(viewport={"width": width, "height": 844}, device_scale_factor=density)
        page = context.new_page()
        page.goto(address)
        assert shown(page, ".hero img") == wanted, (width, density)
        context.close()


def test_a_small_place_fetches_a_small_picture(chromium: Browser, address: str) -> None:
    with opened(chromium, address, width=1280) as page:
        assert shown(page, "#services img") == "240.avif"
        assert shown(page, "#photos img") == "720.avif"


@pytest.mark.parametrize("width", [320, 360, 390, 768, 1024, 1600])
@pytest.mark.parametrize("path", ["/", "/services/", "/services/baths/"])
def test_nothing_runs_over_the_edge(chromium: Browser, address: str, width: int, path: str) -> None:
    with opened(chromium, address + path, width=width) as page:
        assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_moves_when_a_picture_comes(chromium: Browser, address: str, width: int) -> None:
    with opened(chromium, address, width=width) as page:
        page.evaluate(
            """() => { window.moved = 0; new PerformanceObserver(list => list.getEntries().forEach(entry => {
            if (!entry.hadRecentInput) window.moved += entry.value; })).observe({type: "layout-shift", buffered: true}); }"""
        )
        for image in page.locator("img").all():
            image.scroll_into_view_if_needed()
        page.wait_for_function("[...document.images].every(image => image.complete && image.naturalWidth)")
        assert page.evaluate("window.moved") == 0


def test_pictures_further_down_wait_until_somebody_comes_near(chromium: Browser, address: str) -> None:
    context = chromium.new_context(viewport={"width": 390, "height": 600})
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    pictures = [url for url in asked if "/pictures/" in url]
    assert sum("/van." in url for url in pictures) == 1
    assert not any("/old-roof." in url for url in pictures)
    context.close()


def test_the_artwork_keeps_its_place_beside_the_photograph(chromium: Browser, address: str) -> None:
    for width in (390, 1280):
        with opened(chromium, address, width=width) as page:
            column, hero = (page.locator(selector).first.bounding_box() for selector in (".hero .art svg", ".hero .art"))
            assert column is not None
            assert hero is not None
            assert 0.08 < column["width"] / hero["width"] < 0.3
            assert column["x"] == hero["x"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_accessibility_rules_find_nothing(chromium: Browser, address: str, axe: str, scheme: str) -> None:
    for path in ("/", "/services/baths/"):
        with opened(chromium, address + path, scheme=scheme) as page:
            page.evaluate(axe)
            found = page.evaluate("axe.run()")["violations"]
            assert [(each["id"], [node["html"][:120] for node in each["nodes"]]) for each in found] == []
