"""Make the README's picture from the demo's real output: site, desk, mail, card and report side by side.

.venv/bin/python scripts/make_pictures.py     (needs Chromium and the development tools)
"""

import email
import email.policy
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[1]
TARGET = ROOT / "docs" / "pictures" / "loop.png"
ARGUMENTS = ["--no-sandbox", "--disable-background-networking", "--no-first-run"]
GAP = 24
HEIGHT = 900
GROUND = "#d9dee4"


def main() -> None:
    """Run the demo, look at it with a browser, and lay the pictures side by side."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as player:
        demo = subprocess.Popen(
            [sys.executable, "-u", "-m", "weblocal", "demo", "--into", f"{folder}/demo", "--serve"],
            stdout=subprocess.PIPE,
            text=True,
        )
        try:
            url, pairing = _addresses(demo)
            browser = player.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
            parts = [
                _page(browser, f"{url}/", 1280, 1160),
                _page(browser, f"{url}/", 390, 844, scheme="dark"),
                _desk(browser, pairing),
                _mail(browser, pathlib.Path(folder) / "demo" / "business"),
                _card(pathlib.Path(folder) / "demo" / "business"),
            ]
        finally:
            demo.terminate()
            demo.wait(20)
    _beside(parts).save(TARGET, optimize=True)


def _addresses(demo: "subprocess.Popen[str]") -> tuple[str, str]:
    assert demo.stdout is not None
    for line in demo.stdout:
        found = re.search(r"Site: (http://[\d.:]+)/\s+Desk: (\S+)", line)
        if found:
            return found[1], found[2]
    raise RuntimeError("the demo did not come up")


def _page(browser: Browser, url: str, width: int, height: int, *, scheme: str = "light") -> Image.Image:
    page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme, device_scale_factor=1)
    page.goto(url)
    page.wait_for_timeout(400)
    page.reload()  # the typeface is optional: on the second visit it is there from the start
    page.wait_for_timeout(400)
    return _shot(page)


def _desk(browser: Browser, pairing: str) -> Image.Image:
    page = browser.new_context(viewport={"width": 390, "height": 844}).new_page()
    page.goto(pairing)
    page.get_by_role("button").first.click()
    page.wait_for_url("**/desk**")
    page.goto(pairing.partition("/pair")[0] + "/desk/visit")
    page.wait_for_timeout(400)
    return _shot(page)


def _mail(browser: Browser, business: pathlib.Path) -> Image.Image:
    newest = sorted((business / ".weblocal" / "outbox").glob("*.eml"), key=lambda path: path.stat().st_mtime_ns)
    letters = [email.message_from_bytes(path.read_bytes(), policy=email.policy.default) for path in newest]
    letter = next(each for each in reversed(letters) if "heating" in str(each["Subject"]))
    body = letter.get_body(("html",))
    assert body is not None
    page = browser.new_page(viewport={"width": 640, "height": 900})
    page.set_content(body.get_content())
    return _shot(page)


def _card(business: pathlib.Path) -> Image.Image:
    piece = next((business / "print").glob("*counter-card.pdf"))
    picture = piece.with_suffix("")
    subprocess.run(["pdftoppm", "-r", "150", "-png", "-singlefile", str(piece), str(picture)], check=True)
    return Image.open(picture.with_suffix(".png")).convert("RGB")


def _shot(page: Page) -> Image.Image:
    with tempfile.NamedTemporaryFile(suffix=".png") as kept:
        page.screenshot(path=kept.name)
        return Image.open(kept.name).convert("RGB")


def _beside(parts: list[Image.Image]) -> Image.Image:
    scaled = [part.resize((round(part.width * HEIGHT / part.height), HEIGHT), Image.Resampling.LANCZOS) for part in parts]
    width = sum(part.width for part in scaled) + GAP * (len(scaled) + 1)
    sheet = Image.new("RGB", (width, HEIGHT + 2 * GAP), GROUND)
    left = GAP
    for part in scaled:
        sheet.paste(part, (left, GAP))
        left += part.width + GAP
    half = sheet.resize((sheet.width * 3 // 5, sheet.height * 3 // 5), Image.Resampling.LANCZOS)
    return half.quantize(192, dither=Image.Dither.NONE)


if __name__ == "__main__":
    main()
