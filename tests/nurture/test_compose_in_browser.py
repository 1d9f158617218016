"""Mails as readers see them: on a phone and a desk, in light and dark, and the code of a coupon read from the screen."""

import pytest
from playwright.sync_api import Browser

from tests.factories import NOW, a_business, a_contact, a_coupon, a_message, a_send_step, a_text, a_trade, the_theme
from weblocal.model.business import Brand
from weblocal.nurture import compose
from weblocal.press import decoding

pytestmark = pytest.mark.browser

BODY = """\
# A long headline that has to fit on a narrow telephone

Hello {{ first_name | there }}, see [the whole list](/services/).

| Job | Price |
| --- | --- |
| Evenings and Sundays, first hour with everything *in words that go on and on* | £118 |

| You notice | What to do |
| --- | --- |
| A damp mark | Close the stopcock and ring us at once |

1. **Two photos.** One of the whole thing, one close up.

[[coupon]]
"""
CONTRAST = """() => {
  const parts = (colour) => colour.match(/[\\d.]+/g).slice(0, 3).map(Number)
  const light = (rgb) => rgb.map((c) => c / 255).map((c) => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, index) => sum + c * [0.2126, 0.7152, 0.0722][index], 0)
  const ground = (element) => {
    while (element) {
      const colour = getComputedStyle(element).backgroundColor
      if (!/^rgba\\(.*, 0\\)$/.test(colour)) return colour
      element = element.parentElement
    }
  }
  const faint = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let text; (text = walker.nextNode());) {
    const element = text.parentElement
    if (!text.data.trim() || !element.checkVisibility() || element.closest('.pre, .strip, .dash')) continue
    const [one, two] = [getComputedStyle(element).color, ground(element)].map((colour) => light(parts(colour)) + 0.05)
    const ratio = Math.max(one, two) / Math.min(one, two)
    if (ratio < 4.5) faint.push(`${text.data.trim().slice(0, 30)}: ${ratio.toFixed(2)}`)
  }
  return faint
}"""


@pytest.fixture(scope="module")
def browser(chromium: Browser) -> Browser:
    return chromium


def html(*, tiles: str = "pipes", colour: str = "#0b5fa5", language: str = "en-GB") -> str:
    step = a_send_step(text=a_text(BODY, more=(("button", "Ring us"), ("button_to", "call"))), offer="first_visit")
    business = a_business(trade=a_trade(tiles=tiles), brand=Brand(colour=colour, theme="fascia"), language=language)
    mail = compose.compose(
        a_message(),
        step=step,
        business=business,
        theme=the_theme(),
        contact=a_contact(),
        unsubscribe_url="https://desk.bright-pipes.example/u/" + "x" * 120,
        coupon_code=a_coupon().code,
        now=NOW,
    )
    return mail.html


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 700])
def test_the_code_of_a_coupon_is_read_from_the_screen(browser: Browser, scheme: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    page.set_content(html())
    codes = decoding.read_codes(page.screenshot(full_page=True))
    page.close()
    assert codes == ("https://desk.bright-pipes.example/desk/redeem/check?code=7KM2P9QX4T",)


@pytest.mark.parametrize("language", ["en-GB", "ar"])
@pytest.mark.parametrize("width", [320, 390, 700])
def test_nothing_runs_over_the_edge(browser: Browser, width: int, language: str) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.set_content(html(language=language))
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("colour", ["#0b5fa5", "#f2c500", "#8a3b5c", "#000000", "#ffffff", "#00ff00"])
def test_every_word_stands_out_from_its_ground(browser: Browser, scheme: str, colour: str) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    page.set_content(html(colour=colour, tiles="bakery"))
    assert page.evaluate(CONTRAST) == []
    page.close()


def test_without_a_style_sheet_the_mail_still_has_its_colours_and_its_button(browser: Browser) -> None:
    stripped = html().replace("<style", "<template").replace("</style>", "</template>")
    page = browser.new_page(viewport={"width": 700, "height": 900})
    page.set_content(stripped)
    button = page.locator("a.on.wide")
    assert button.evaluate("(link) => getComputedStyle(link.parentElement).backgroundColor") == "rgb(11, 95, 165)"
    assert button.bounding_box() is not None
    assert page.locator("h1").evaluate("(line) => getComputedStyle(line).fontSize") == "32px"
    page.close()


def test_a_mail_asks_for_nothing_from_anywhere(browser: Browser) -> None:
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.set_content(html())
    page.close()
    assert asked == []
