"""The report's page, made by the command from a real ledger, looked at in a browser, printed on A4."""

import gzip
import io
import pathlib
import re
import shutil

import pypdf
import pytest
from playwright.sync_api import Browser

from tests.cli.stranger import ROOT, weblocal

LARGEST_GZIP = 20 * 1024
WIDTHS = (320, 360, 390, 600, 768, 1024, 1280, 1600)
pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, pathlib.Path]:
    """A month with much in it, as the demo invents it, and one with nothing."""
    folder = tmp_path_factory.mktemp("report")
    ran = weblocal("demo", at=folder)
    assert ran.code == 0, ran.err
    busy = max((folder / "demo" / "business" / ".weblocal" / "reports").glob("*.html"))
    empty = folder / "quiet"
    shutil.copytree(ROOT / "tests" / "profiles" / "minimum", empty)
    assert weblocal("report", at=empty).code == 0
    return {"busy": busy, "quiet": next((empty / ".weblocal" / "reports").glob("*.html"))}


@pytest.mark.parametrize("name", ["busy", "quiet"])
def test_the_page_is_small_and_asks_nobody_for_anything(name: str, pages: dict[str, pathlib.Path]) -> None:
    page = pages[name]
    text = page.read_text(encoding="utf-8")
    assert len(gzip.compress(text.encode())) < LARGEST_GZIP
    assert "<script" not in text
    assert not re.search(r"""(?:src|srcset)=|<link|@import|<iframe|<object""", text)
    addresses = {address.strip("\"'") for address in re.findall(r"url\((.*?)\)", text)}
    for address in addresses - {address for address in addresses if address.startswith("#")}:
        assert not address.startswith(("/", ".."))
        assert ":" not in address
        assert (page.parent / address).is_file(), address


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["busy", "quiet"])
def test_the_page_fits_every_width_and_breaks_no_rule(
    name: str, scheme: str, *, pages: dict[str, pathlib.Path], chromium: Browser, axe: str
) -> None:
    context = chromium.new_context(color_scheme=scheme, bypass_csp=True)  # type: ignore[arg-type]
    tab = context.new_page()
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(pages[name].as_uri())
    for width in WIDTHS:
        tab.set_viewport_size({"width": width, "height": 800})
        assert tab.evaluate("document.documentElement.scrollWidth") <= width, width
        tab.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        assert tab.evaluate("document.documentElement.scrollWidth") <= width, f"{width} with everything open"
        if width in {320, 1280}:
            tab.evaluate(axe)
            found = tab.evaluate("axe.run().then(result => result.violations.map(each => [each.id, each.nodes[0].html]))")
            assert found == []
        tab.evaluate("document.querySelectorAll('details').forEach(each => each.open = false)")
    assert all(url.startswith("file:") for url in asked)
    context.close()


def test_the_page_prints_on_two_sheets_of_a4(pages: dict[str, pathlib.Path], chromium: Browser) -> None:
    tab = chromium.new_page()
    tab.goto(pages["busy"].as_uri())
    printed = pypdf.PdfReader(io.BytesIO(tab.pdf(format="A4", prefer_css_page_size=True)))
    tab.close()
    assert len(printed.pages) == 2
    assert "Kettley Plumbing" in printed.pages[0].extract_text()
    width, height = (
        round(float(side) / 72 * 25.4) for side in (printed.pages[0].mediabox.width, printed.pages[0].mediabox.height)
    )
    assert (width, height) == (210, 297)
