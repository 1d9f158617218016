"""The whole matrix by one command: scripts/matrix, with --every, --lighthouse or --sheets."""

import argparse
import pathlib
import sys
import tempfile
from collections.abc import Callable, Iterator

from playwright.sync_api import Browser, sync_playwright

from tests.conftest import ARGUMENTS, CHROMIUM
from tests.matrix import contact_sheets, gates, sample, sites
from tests.matrix.businesses import Case

AXE = gates.MODULES / "axe-core" / "axe.min.js"
FIVE = 5


def main() -> int:
    """Look at what was asked for, say every fault as it is found, and leave with 1 when there was one."""
    asked = argparse.ArgumentParser(prog="scripts/matrix", description=__doc__)
    asked.add_argument("--every", type=int, default=1, metavar="N", help="only every Nth site of the matrix")
    asked.add_argument(
        "--lighthouse", action="store_true", help="four categories, five runs, a home page for each theme and trade"
    )
    asked.add_argument(
        "--sheets", type=pathlib.Path, metavar="FOLDER", help="contact sheets of every trade and theme, to be looked at"
    )
    said = asked.parse_args()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        if said.sheets:
            for sheet in contact_sheets.make(browser, said.sheets):
                print(sheet, flush=True)
            return 0
        cases = _homes() if said.lighthouse else tuple(sample.whole())[:: said.every]
        look: Callable[[Case, pathlib.Path], Iterator[str]] = (
            _scored if said.lighthouse else lambda case, folder: _passed(case, folder, browser)
        )
        return _run(cases, look)


def _run(cases: tuple[Case, ...], look: Callable[[Case, pathlib.Path], Iterator[str]]) -> int:
    faults = 0
    for number, case in enumerate(cases, 1):
        with tempfile.TemporaryDirectory() as scratch:
            for fault in look(case, pathlib.Path(scratch)):
                faults += 1
                print(fault, flush=True)
        print(f"{number}/{len(cases)} {case.name}", file=sys.stderr, flush=True)
    print(f"{len(cases)} sites, {faults} faults")
    return 1 if faults else 0


def _homes() -> tuple[Case, ...]:
    """One home page for each theme and trade, and each trade in the theme of its pack."""
    themed = tuple(Case(trade=trade, theme=theme) for theme in sample.THEMES for trade in sample.TRADES)
    return themed + tuple(Case(trade=trade) for trade in sample.EVERY_TRADE)


def _passed(case: Case, folder: pathlib.Path, browser: Browser) -> Iterator[str]:
    with sites.served(case, folder) as site:
        yield from gates.weight(site)
        yield from gates.in_browser(site, browser, AXE.read_text(encoding="utf-8"))
        yield from gates.without_script(site, browser)
        yield from gates.nu([site.folder])


def _scored(case: Case, folder: pathlib.Path) -> Iterator[str]:
    categories = "performance,accessibility,best-practices,seo"
    with sites.served(case, folder) as site:
        yield from gates.lighthouse([site.address + "/"], chromium=CHROMIUM, categories=categories, runs=FIVE)


if __name__ == "__main__":
    sys.exit(main())
