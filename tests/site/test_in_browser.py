"""Built pages in a real browser: nothing runs over the edge, nothing shuts anybody out, and the door is open when it is open."""

import contextlib
import datetime as dt
import functools
import http.server
import io
import os
import pathlib
import re
import threading
from collections.abc import Iterator

import pypdf
import pytest
from playwright.sync_api import Browser, Page

from tests.factories import a_business, the_theme
from weblocal.listing import calendars, cards
from weblocal.model.business import Brand, Business
from weblocal.model.site import SiteFile
from weblocal.site import planning, rendering
from weblocal.theming.theme import Theme

pytestmark = pytest.mark.browser

TODAY = dt.date(2026, 11, 10)
MODULES = pathlib.Path(os.environ.get("WEBLOCAL_NODE_MODULES", pathlib.Path(__file__).parents[2] / "node_modules"))
THEMES = pathlib.Path(__file__).parents[2] / "themes"
AXE = MODULES / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves a folder with the policy its `_headers` file asks for."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name the library gives it
        """Say nothing."""

    def end_headers(self) -> None:
        lines = (pathlib.Path(self.directory) / "_headers").read_text(encoding="utf-8").splitlines()
        for line in lines[1:]:
            if not line.startswith("  "):
                break
            name, _, value = line.strip().partition(": ")
            self.send_header(name, value)
        super().end_headers()


@contextlib.contextmanager
def served(folder: pathlib.Path) -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def write(folder: pathlib.Path, theme: Theme, business: Business) -> pathlib.Path:
    extra = (
        SiteFile(path="business.vcf", content=cards.vcard(business).encode()),
        SiteFile(path="special-hours.ics", content=calendars.calendar(business).encode()),
    )
    for file in (*rendering.render(planning.plan(business, theme, today=TODAY)), *extra):
        (folder / file.path).parent.mkdir(parents=True, exist_ok=True)
        (folder / file.path).write_bytes(file.content)
    return folder


@pytest.fixture(scope="module")
def browser(chromium: Browser) -> Browser:
    return chromium


@pytest.fixture(scope="module", params=sorted(folder.name for folder in THEMES.iterdir()))
def theme(request: pytest.FixtureRequest) -> Theme:
    """Every theme in the house: what holds in one must hold in all."""
    return the_theme(request.param)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, theme: Theme, whole_business: Business) -> Iterator[str]:
    with served(write(tmp_path_factory.mktemp("whole"), theme, whole_business)) as found:
        yield found


@contextlib.contextmanager
def opened(
    browser: Browser, address: str, *, width: int = 390, scheme: str = "light", at: dt.datetime | None = None
) -> Iterator[Page]:
    """A page at `address`, on a screen of `width`, when the clock says `at`; what the browser complains about fails the test."""
    context = browser.new_context(
        viewport={"width": width, "height": 844}, color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce"
    )
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    if at:
        page.clock.set_fixed_time(at)
    page.goto(address)
    yield page
    context.close()
    assert not complaints


@pytest.mark.parametrize("width", [320, 360, 390, 768, 1024, 1600])
def test_nothing_runs_over_the_edge(browser: Browser, address: str, width: int) -> None:
    for path in ("/", "/services/", "/services/leaks/", "/contact/", "/privacy/", "/from/fl99/", "/404.html"):
        with opened(browser, address + path, width=width) as page:
            over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            assert over <= 0, f"{path} is {over} px too wide"


@pytest.mark.parametrize(
    ("name", "tagline", "language"),
    [
        ("Wärmepumpenfachbetrieb Müller-Lüdenscheidt", "Heizungswartungsverträge zum Festpreis.", "de"),
        ("سباكة النور", "السباك الذي يعاود الاتصال.", "ar"),
        ("Jo", "", "en-GB"),
    ],
)
def test_long_words_and_other_scripts_stay_on_a_small_screen(
    browser: Browser, tmp_path: pathlib.Path, theme: Theme, *, name: str, tagline: str, language: str
) -> None:
    business = a_business(name=name, tagline=tagline, language=language)
    with served(write(tmp_path, theme, business)) as address, opened(browser, f"{address}/", width=320) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        heading = page.locator("h1").bounding_box()
        assert heading is not None
        assert heading["x"] >= 0
        assert heading["x"] + heading["width"] <= 320


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_nobody_is_shut_out(browser: Browser, address: str, width: int, scheme: str) -> None:
    if not AXE.exists():
        pytest.skip(f"axe-core is not at {AXE}")
    axe = AXE.read_text(encoding="utf-8")
    for path in (
        "/",
        "/services/",
        "/services/leaks/",
        "/contact/",
        "/reviews/",
        "/guides/guide-4/",
        "/from/k7m2/",
        "/thanks/",
    ):
        with opened(browser, address + path, width=width, scheme=scheme) as page:
            # as a string it is run by the debugger, which the page's policy does not bind
            page.evaluate(axe)
            found = page.evaluate("tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})", RULES)
            assert [(each["id"], each["nodes"][0]["target"]) for each in found["violations"]] == [], path


@pytest.mark.parametrize("colour", ["#ffd400", "#000000", "#ffffff", "#ff5fa2", "#8ecae6", "#808080"])
def test_any_brand_colour_can_be_read(browser: Browser, tmp_path: pathlib.Path, theme: Theme, colour: str) -> None:
    if not AXE.exists():
        pytest.skip(f"axe-core is not at {AXE}")
    business = a_business(brand=Brand(colour=colour, theme="fascia"))
    with served(write(tmp_path, theme, business)) as address:
        for scheme in ("light", "dark"):
            with opened(browser, f"{address}/", scheme=scheme) as page:
                page.evaluate(AXE.read_text(encoding="utf-8"))
                found = page.evaluate("axe.run(document, {runOnly: ['color-contrast']})")
                assert [each["nodes"][0]["target"] for each in found["violations"]] == [], scheme


# whole_business: Monday to Friday 8-18, Saturday 9-14; Thursday 12 November 9-12; 25 to 28 December closed; emergencies by phone
@pytest.mark.parametrize(
    ("at", "words", "row"),
    [
        pytest.param(dt.datetime(2026, 11, 10, 9, 0, tzinfo=dt.UTC), "Open now, until 18:00", "Monday to Friday", id="open"),
        pytest.param(dt.datetime(2026, 11, 10, 19, 0, tzinfo=dt.UTC), "Emergency line open", "Monday to Friday", id="shut"),
        pytest.param(
            dt.datetime(2026, 11, 12, 10, 0, tzinfo=dt.UTC), "Open now, until 12:00", "Thursday 12 November", id="special"
        ),
        pytest.param(
            dt.datetime(2026, 11, 12, 13, 0, tzinfo=dt.UTC), "Emergency line open", "Thursday 12 November", id="early end"
        ),
        pytest.param(
            dt.datetime(2026, 7, 7, 7, 30, tzinfo=dt.UTC), "Open now, until 18:00", "Monday to Friday", id="summer time"
        ),
    ],
)
def test_the_status_is_true_at_the_moment_of_the_visit(
    browser: Browser, address: str, *, at: dt.datetime, words: str, row: str
) -> None:
    with opened(browser, f"{address}/", at=at) as page:
        assert page.locator(".status").inner_text() == words
        assert page.locator(".hours .now th").first.inner_text() == row


@pytest.mark.parametrize(
    ("at", "words"),
    [
        pytest.param(dt.datetime(2026, 11, 10, 7, 0, tzinfo=dt.UTC), "Opens today at 09:00", id="before opening"),
        pytest.param(dt.datetime(2026, 11, 10, 19, 0, tzinfo=dt.UTC), "Opens Wednesday at 09:00", id="after closing"),
        pytest.param(dt.datetime(2026, 11, 13, 19, 0, tzinfo=dt.UTC), "Opens Monday at 09:00", id="over the weekend"),
    ],
)
def test_who_is_shut_says_when_the_door_opens(
    browser: Browser, tmp_path: pathlib.Path, theme: Theme, *, at: dt.datetime, words: str
) -> None:
    business = a_business()
    quiet = Business(**{**{name: getattr(business, name) for name in business.__slots__}, "phone": None})
    with served(write(tmp_path, theme, quiet)) as address, opened(browser, f"{address}/", at=at) as page:
        assert page.locator(".status").inner_text() == words


def test_the_script_marks_the_form_and_gives_every_page_view_a_key(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}/contact/") as page:
        form = page.locator("form").first
        assert form.locator("[name=started]").input_value() == ""
        key = form.locator("[name=key]").input_value()
        assert re.fullmatch(r"[0-9a-f-]{36}", key)
        form.locator("[name=name]").focus()
        assert form.locator("[name=started]").input_value().isdigit()
        page.reload()
        assert page.locator("form").first.locator("[name=key]").input_value() != key


def test_the_bar_makes_way_for_the_keyboard(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}/contact/") as page:
        assert page.locator(".bar").is_visible()
        page.locator("form [name=name]").first.focus()
        assert not page.locator(".bar").is_visible()


def test_without_script_the_usual_hours_stand_there(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/")
    assert page.locator(".status").inner_text() == "Mon–Fri 08:00–18:00"
    context.close()


def test_promise_place_action_and_artwork_are_in_the_first_screen(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}/") as page:
        for selector in ("h1", ".lead", ".actions a:first-child"):
            box = page.locator(selector).first.bounding_box()
            assert box is not None
            assert box["y"] + box["height"] < 844, selector
        art = page.locator(".art").bounding_box()
        assert art is not None
        assert art["y"] < 700


def test_the_home_page_prints_on_two_sheets(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}/", width=1280) as page:
        pdf = page.pdf(prefer_css_page_size=True, format="A4")
    assert 1 <= len(pypdf.PdfReader(io.BytesIO(pdf)).pages) <= 2
