"""The gates of the design brief: each looks at one built site, in a browser or in its files, and says in words what it found."""

import dataclasses
import gzip
import json
import os
import pathlib
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from playwright.sync_api import Browser, Page

ROOT = pathlib.Path(__file__).resolve().parents[2]
MODULES = pathlib.Path(os.environ.get("WEBLOCAL_NODE_MODULES", ROOT / "node_modules"))
NU_CHECKER = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
LIGHTHOUSE = pathlib.Path(__file__).with_name("lighthouse.mjs")
HOME_BYTES = 14_000
MOST_REQUESTS = 4  # the page, one font, its icon and one more; photographs are counted apart
WIDTHS = (320, 360, 768, 1024, 1600)
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_SHIFT = """() => { window.shift = 0; new PerformanceObserver((list) => list.getEntries().forEach(
  (entry) => { if (!entry.hadRecentInput) window.shift += entry.value; })).observe({ type: "layout-shift", buffered: true }); }"""
_SIGHTS: tuple[tuple[Literal["light", "dark"], int], ...] = (("light", 390), ("dark", 1280))
_OVER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
_LOADED = (
    """() => performance.getEntriesByType("resource").map((one) => [one.name, one.initiatorType, one.renderBlockingStatus])"""
)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A built site: where its files lie, and where it answers."""

    name: str
    folder: pathlib.Path
    address: str
    paths: tuple[str, ...]


def weight(site: Site) -> Iterator[str]:
    """The home page, styles and artwork in it, in the first round trip."""
    size = len(gzip.compress((site.folder / "index.html").read_bytes(), 9, mtime=0))
    if size >= HOME_BYTES:
        yield f"{site.name}: home weighs {size} bytes compressed"


def in_browser(site: Site, browser: Browser, axe: str) -> Iterator[str]:
    """Every page in light and dark, on a phone and a desk: axe, edges, shifts, requests, complaints of the browser."""
    for path in site.paths:
        for scheme, width in _SIGHTS:
            context = browser.new_context(
                viewport={"width": width, "height": 844}, color_scheme=scheme, reduced_motion="reduce"
            )
            page = context.new_page()
            where = f"{site.name}{path} {scheme} {width}"
            complaints: list[str] = []
            page.on("console", lambda said, to=complaints: to.append(said.text) if said.type in {"error", "warning"} else None)
            page.on("pageerror", lambda wrong, to=complaints: to.append(str(wrong)))
            page.add_init_script(f"({_SHIFT})()")
            page.goto(site.address + path)
            yield from (f"{where}: {each}" for each in (*_traffic(page, site), *_shut_out(page, axe), *complaints))
            if scheme == "light":
                yield from (f"{where}: {each}" for each in _edges(page))
            shift = page.evaluate("window.shift")
            context.close()
            if shift and (shift := _shift_when_opened_again(browser, site.address + path, scheme=scheme, width=width)):
                yield f"{where}: shifts by {shift:.4f}"


def _shift_when_opened_again(browser: Browser, address: str, *, scheme: Literal["light", "dark"], width: int) -> float:
    """How far the page moves this time: a busy machine may paint in the middle of reading it, which no page can help."""
    context = browser.new_context(viewport={"width": width, "height": 844}, color_scheme=scheme, reduced_motion="reduce")
    page = context.new_page()
    page.add_init_script(f"({_SHIFT})()")
    page.goto(address)
    shift = float(page.evaluate("window.shift"))
    context.close()
    return shift


def without_script(site: Site, browser: Browser) -> Iterator[str]:
    """The same words, links and forms with scripts turned off."""
    found = []
    for is_on in (True, False):
        context = browser.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=is_on)
        page = context.new_page()
        page.goto(site.address + "/")
        links = sorted(link.get_attribute("href") or "" for link in page.locator("a").all() if link.is_visible())
        forms = [form.get_attribute("action") for form in page.locator("form").all()]
        found.append((links, forms, page.locator("h2").all_inner_texts()))
        context.close()
    if found[0] != found[1]:
        yield f"{site.name}: without script the home page has other links, forms or headings"


def nu(folders: Iterable[pathlib.Path]) -> Iterator[str]:
    """What an independent HTML checker says of all pages; its list of CSS properties is older than ours."""
    java = shutil.which("java")
    asked = [str(java), "-jar", str(NU_CHECKER), "--errors-only", "--format", "json", "--skip-non-html", *map(str, folders)]
    said = json.loads(subprocess.run(asked, capture_output=True, text=True, check=False, timeout=600).stderr)
    for each in said["messages"]:
        if not each["message"].startswith("CSS:"):
            yield f"{each.get('url')}: {each['message']}"


def lighthouse(addresses: Sequence[str], *, chromium: str, categories: str, runs: int) -> Iterator[str]:
    """Lighthouse, mobile: every category asked for must be 100 in every run."""
    for line in scores(addresses, chromium=chromium, categories=categories, runs=runs):
        low = {name: score for name, score in line["scores"].items() if score < 100}
        if low:
            yield f"{line['address']} run {line['run']}: {low}, {line['failed']}"


def scores(addresses: Sequence[str], *, chromium: str, categories: str, runs: int) -> list[dict[str, object]]:
    """One line for each address and run, as Lighthouse gave them."""
    asked = ["node", str(LIGHTHOUSE), chromium, categories, str(runs), *addresses]
    done = subprocess.run(asked, capture_output=True, text=True, check=False, timeout=180 + 60 * runs * len(addresses))
    lines = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    assert len(lines) == runs * len(addresses), done.stderr[-2000:]
    return lines


def _edges(page: Page) -> Iterator[str]:
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 844})
        over = page.evaluate(_OVER)
        if over > 0:
            yield f"runs {over} px over the edge at {width}"
    page.set_viewport_size({"width": 390, "height": 844})


def _traffic(page: Page, site: Site) -> Iterator[str]:
    loaded = page.evaluate(_LOADED)
    foreign = [name for name, _, _ in loaded if not name.startswith((site.address, "data:"))]
    blocking = [name for name, _, status in loaded if status == "blocking"]
    counted = [name for name, kind, _ in loaded if "/pictures/" not in name]
    if foreign:
        yield f"loads from elsewhere: {foreign}"
    if blocking:
        yield f"waits for {blocking}"
    if len(counted) + 1 > MOST_REQUESTS:
        yield f"asks {len(counted) + 1} times: {counted}"


def _shut_out(page: Page, axe: str) -> Iterator[str]:
    page.evaluate(axe)
    found = page.evaluate("(rules) => axe.run(document, { runOnly: rules })", RULES)
    for broken in found["violations"]:
        yield f"axe {broken['id']}: {[node['html'][:140] for node in broken['nodes'][:3]]}"
