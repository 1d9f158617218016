"""The row about looking while writing: from the save of a text until a real browser shows it, with the preview of each side."""

import contextlib
import itertools
import pathlib
import shutil
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

from benchmarks import timing
from benchmarks.building import row
from benchmarks.timing import Row, in_turn

if TYPE_CHECKING:
    from playwright.sync_api import Page

_ROOT = pathlib.Path(__file__).parents[1]
_SAMPLE = _ROOT / "sample_business"
_ARGUMENTS = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
_LONGEST_MS = 20_000


def rows(scratch: pathlib.Path, *, rounds: int) -> Iterator[Row]:
    """The sample business in a preview, one of its texts saved again and again; nothing where there is no Chromium."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        return
    with _preview(scratch) as (folder, url), _page(chromium, f"{url}/about/") as page:
        text = folder / "about.md"
        written, numbers = text.read_text(encoding="utf-8"), itertools.count(1)

        def save() -> float:
            sentence = f"Seen in the browser, time {next(numbers)}."
            with page.expect_console_message(lambda said: sentence in said.text, timeout=_LONGEST_MS):
                text.write_text(f"{written}\n\n{sentence}\n", encoding="utf-8")
                began = time.perf_counter()
            return time.perf_counter() - began

        save()
        note = "sample business; the watcher waits 30 ms for further saves"
        yield row("serve: text saved until Chromium shows it", in_turn([save], rounds=rounds), unit="ms", note=note)


@contextlib.contextmanager
def _preview(scratch: pathlib.Path) -> Iterator[tuple[pathlib.Path, str]]:
    folder = scratch / "sample"
    shutil.copytree(_SAMPLE, folder, ignore=shutil.ignore_patterns("public", ".weblocal", "print"))
    command = timing.weblocal("serve", folder, "--port", "0")
    with timing.background(command, timing.surroundings(scratch), ready="http://") as (_, line):
        yield folder, next(word for word in line.split() if word.startswith("http://")).rstrip("/")


@contextlib.contextmanager
def _page(chromium: str, url: str) -> Iterator["Page"]:
    """A page in a real browser that says its words, laid out, each time it has loaded."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(_ARGUMENTS))
        page = browser.new_page()
        page.add_init_script("addEventListener('DOMContentLoaded', () => console.log(document.body.innerText))")
        page.goto(url)
        yield page
        browser.close()
