"""What many tests need: one browser, the accessibility rules, and the sample business to change."""

import os
import pathlib
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[1]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome") or ""
ARGUMENTS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@pytest.fixture(scope="module")  # closed after each file: its event loop would stand in the way of tests that run their own
def chromium() -> Iterator[Browser]:
    """A real Chromium; without one the test is skipped, and scripts/test says so at the end."""
    if not CHROMIUM:
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """The accessibility rules of axe-core, as a script."""
    script = pathlib.Path(os.environ.get("WEBLOCAL_NODE_MODULES", ROOT / "node_modules")) / "axe-core" / "axe.min.js"
    if not script.is_file():
        pytest.skip("axe-core is not installed (npm ci)")
    return script.read_text(encoding="utf-8")


@pytest.fixture
def sample(tmp_path: pathlib.Path) -> pathlib.Path:
    """A copy of the sample business, to be changed at will."""
    folder = tmp_path / "business"
    # a state folder or a site that somebody left in the checkout is not part of the sample
    shutil.copytree(ROOT / "sample_business", folder, ignore=shutil.ignore_patterns(".weblocal", "public", "print"))
    return folder
