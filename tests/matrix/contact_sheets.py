"""Contact sheets: every trade sparse, whole and overfull, on a phone and on a desk, one PNG for each theme, to be looked at."""

import io
import pathlib
import tempfile
from collections.abc import Iterator, Sequence

from PIL import Image, ImageDraw
from playwright.sync_api import Browser

from tests.matrix import sample, sites
from tests.matrix.businesses import Case
from tests.matrix.gates import Site

# what is cut from each page, in CSS pixels, and how wide it stands on the sheet
PHONE, DESK = (390, 1500), (1280, 1500)
PHONE_SHOWN, DESK_SHOWN, GAP, LABEL = 195, 480, 14, 16


def make(browser: Browser, folder: pathlib.Path, *, trades: Sequence[str] = sample.EVERY_TRADE) -> Iterator[pathlib.Path]:
    """Write a sheet for every theme (and one with every trade in the theme of its pack) into `folder`; yields each when it is there."""
    folder.mkdir(parents=True, exist_ok=True)
    yield _sheet(browser, folder / "own.png", [_row(trade, "", number) for number, trade in enumerate(trades)])
    for theme in sample.THEMES:
        yield _sheet(
            browser, folder / f"{theme}.png", [_row(trade, theme, number) for number, trade in enumerate(sample.TRADES)]
        )


def _row(trade: str, theme: str, number: int) -> list[Case]:
    colour = sample.COLOURS[(number * 5) % len(sample.COLOURS)]
    return [
        Case(trade=trade, theme=theme, colour=colour, fullness="sparse"),
        Case(trade=trade, theme=theme, colour=colour, fullness="whole", has_photos=number % 3 == 0),
        Case(trade=trade, theme=theme, colour=colour, fullness="overfull", language=("en", "de", "ar")[number % 3]),
    ]


def _sheet(browser: Browser, path: pathlib.Path, rows: list[list[Case]]) -> pathlib.Path:
    """One row for each trade: sparse, whole, overfull, each as phone (light) and desk (dark for every other)."""
    cell = (PHONE_SHOWN + DESK_SHOWN + 2 * GAP, max(_shown(PHONE, PHONE_SHOWN)[1], _shown(DESK, DESK_SHOWN)[1]) + LABEL + GAP)
    sheet = Image.new("RGB", (cell[0] * 3, cell[1] * len(rows)), (120, 120, 120))
    drawn = ImageDraw.Draw(sheet)
    with tempfile.TemporaryDirectory() as scratch:
        for y, row in enumerate(rows):
            for x, case in enumerate(row):
                left, top = x * cell[0], y * cell[1]
                drawn.text((left, top), case.name, fill=(255, 255, 255))
                with sites.served(case, pathlib.Path(scratch)) as site:
                    scheme = "dark" if (x + y) % 2 else "light"
                    sheet.paste(_picture(browser, site, PHONE, PHONE_SHOWN, scheme="light"), (left, top + LABEL))
                    sheet.paste(
                        _picture(browser, site, DESK, DESK_SHOWN, scheme=scheme), (left + PHONE_SHOWN + GAP, top + LABEL)
                    )
    sheet.save(path)
    return path


def _shown(size: tuple[int, int], width: int) -> tuple[int, int]:
    return width, round(size[1] * width / size[0])


def _picture(browser: Browser, site: Site, size: tuple[int, int], width: int, *, scheme: str) -> Image.Image:
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]}, color_scheme="dark" if scheme == "dark" else "light"
    )
    page = context.new_page()
    page.goto(site.address + "/")
    page.wait_for_timeout(150)
    taken = Image.open(io.BytesIO(page.screenshot()))
    context.close()
    return taken.convert("RGB").resize(_shown(size, width), Image.Resampling.LANCZOS)
