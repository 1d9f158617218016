"""A sample of the matrix in every run: each theme three times, no two alike. The whole: scripts/matrix --all."""

import contextlib
import pathlib
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.conftest import CHROMIUM
from tests.matrix import gates, sample, sites
from tests.matrix.businesses import Case
from tests.matrix.gates import Site

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module", params=sample.sampled(), ids=lambda case: case.name)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with sites.served(request.param, tmp_path_factory.mktemp("matrix")) as served:
        yield served


def test_the_home_page_fits_into_the_first_round_trip(site: Site) -> None:
    assert not list(gates.weight(site))


def test_every_kind_of_page_passes_every_gate_in_a_browser(site: Site, chromium: Browser, axe: str) -> None:
    assert not list(gates.in_browser(site, chromium, axe))


def test_everything_is_there_without_script(site: Site, chromium: Browser) -> None:
    assert not list(gates.without_script(site, chromium))


def test_an_independent_checker_finds_no_error(site: Site) -> None:
    if shutil.which("java") is None or not gates.NU_CHECKER.is_file():
        pytest.skip("the HTML checker is not installed (npm ci, and Java)")
    assert not list(gates.nu([site.folder]))


def test_lighthouse_gives_full_marks_to_every_theme(tmp_path: pathlib.Path) -> None:
    """Accessibility, best practices and search, which do not depend on how busy this machine is."""
    if not CHROMIUM or shutil.which("node") is None or not (gates.MODULES / "lighthouse").is_dir():
        pytest.skip("Lighthouse is not installed (npm ci, node, Chromium)")
    with contextlib.ExitStack() as open_sites:
        cases = [Case(trade=trade, theme=theme) for trade, theme in zip(sample.TRADES, sample.THEMES, strict=False)]
        addresses = [open_sites.enter_context(sites.served(case, tmp_path)).address + "/" for case in cases]
        wrong = gates.lighthouse(addresses, chromium=CHROMIUM, categories="accessibility,best-practices,seo", runs=1)
        assert not list(wrong)
