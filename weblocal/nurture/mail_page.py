"""The HTML of a mail: the theme's table layout filled with blocks, and its styles written into every element.

Mail programs drop style sheets, so css-inline writes the rules into the elements; the rules for dark mode and small
screens stay in the head, for the programs that read them.
"""

import dataclasses
import functools
from typing import TYPE_CHECKING

import css_inline

from weblocal.model.business import Business
from weblocal.nurture.mail_blocks import Block, Headline, Paragraph, Rows, Steps
from weblocal.nurture.mail_blocks import Ticket as TicketPlace
from weblocal.theming import artwork, environment, painting, palette
from weblocal.theming.painting import Cell
from weblocal.theming.theme import Theme
from weblocal.wording import local, texts

if TYPE_CHECKING:
    from weblocal.nurture.compose import Draft

STRIP_TILES = 20
TEMPLATE = "mails/mail.html"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """The one button: its words and where it leads."""

    words: str
    address: str


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Ticket:
    """A coupon in a mail: what it is, its terms, its end, its code to say, and the QR as runs for table cells."""

    text: str
    terms: str
    until: str
    code: str
    runs: tuple[tuple[tuple[int, bool], ...], ...]
    or_say: str

    def as_text(self) -> str:
        """The ticket in plain text."""
        return "\n".join(line for line in (self.text, f"{self.code}", self.terms, self.until) if line)


def render(draft: "Draft", *, business: Business, theme: Theme) -> str:
    """The whole page, ready to send."""
    template = environment.build(theme).get_template(TEMPLATE)
    page = template.render(
        draft=draft,
        business=business,
        blocks=[(_kind(block), block) for block in draft.blocks],
        direction=local.direction(business.language),
        start="right" if local.direction(business.language) == "rtl" else "left",
        colours=palette.from_brand(business.brand.colour),
        cells=_strip(business.trade.tiles, business.name, business.brand.colour),
        postal_line=postal_line(business),
        stack=theme.face(business.trade.tiles).stack,
        weight=theme.face(business.trade.tiles).weight,
        say=texts.for_language(business.language).say,
    )
    return _inliner().inline(page)


def postal_line(business: Business) -> str:
    """The postal address the law asks for, without the street of a business that keeps it to itself."""
    address = business.address
    street = address.street if address.public else ""
    town = " ".join(part for part in (address.town, address.postcode) if part)
    return ", ".join(part for part in (business.legal.company or business.name, street, town) if part)


def _kind(block: Block) -> str:
    match block:
        case Headline():
            return "headline" if block.level == 1 else "heading"
        case Paragraph():
            return "paragraph"
        case Steps():
            return "steps"
        case Rows():
            return "rows"
        case TicketPlace():
            return "ticket"


@functools.lru_cache(maxsize=64)
def _strip(tiles: str, name: str, colour: str) -> tuple[Cell, ...]:
    return painting.cells(artwork.strip(tiles, name, length=STRIP_TILES), palette.from_brand(colour).light)


@functools.cache
def _inliner() -> css_inline.CSSInliner:
    return css_inline.CSSInliner(load_remote_stylesheets=False, keep_at_rules=True, keep_style_tags=False)
