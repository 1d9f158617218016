"""The way from one language to the other in a real browser: it is there, it can be tapped, and it leads to the same page."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.site.test_in_browser import opened, served
from tests.site.test_languages import TODAY, parsed
from weblocal.listing import calendars, cards
from weblocal.site import planning, rendering
from weblocal.theming.theme import Theme

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, theme: Theme) -> Iterator[str]:
    folder, found = tmp_path_factory.mktemp("bilingual"), parsed("bilingual")
    for file in rendering.render(planning.plan(found.business, theme, today=TODAY, also_in=found.also_in)):
        (folder / file.path).parent.mkdir(parents=True, exist_ok=True)
        (folder / file.path).write_bytes(file.content)
    (folder / "business.vcf").write_text(cards.vcard(found.business), encoding="utf-8")
    (folder / "special-hours.ics").write_text(calendars.calendar(found.business), encoding="utf-8")
    with served(folder) as place:
        yield place


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_the_link_to_the_other_language_fits_can_be_tapped_and_leads_to_the_same_page(
    chromium: Browser, address: str, width: int
) -> None:
    with opened(chromium, f"{address}/services/stairs/", width=width) as page:
        link = page.get_by_role("link", name="Cymraeg")
        box = link.bounding_box()
        assert box is not None
        assert box["height"] >= 44
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        link.click()
        assert page.url == f"{address}/cy/services/stairs/"
        assert page.evaluate("document.documentElement.lang") == "cy"
        assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
        assert page.get_by_role("link", name="English").get_attribute("href") == "/services/stairs/"


def test_the_status_line_speaks_the_language_of_its_page(chromium: Browser, address: str) -> None:
    with opened(chromium, f"{address}/cy/") as page:
        days = page.locator(".status").get_attribute("data-days") or ""
        assert days.split("|")[0] == "Dydd Llun"
