"""The HTML of a mail: the theme's table layout filled with a letter's blocks, and its styles written into every element.

Mail programs drop style sheets, so css-inline writes the rules into the elements. What cannot be written there, the rules for
dark mode and small screens, stays in the head for the programs that read them.
"""

import dataclasses
import functools

import css_inline

from weblocal.model.business import Business
from weblocal.model.records import record
from weblocal.nurture.mail_blocks import Letter
from weblocal.theming import artwork, environment, painting, palette
from weblocal.theming.palette import Palette, Scheme
from weblocal.theming.theme import Theme
from weblocal.wording import local

TEMPLATE = "mails/mail.html"
STRIP_TILES = 15
# a phone shows this many of them, so that a tile stays a square
STRIP_TILES_PHONE = 9
MODULE_PX = 5
_FIELD = ("plate", "p2")
_SHAPES = ("on", "acc", "p3")
_BOLD = 600
_SOFT = {"#000000": "#0e0e0e", "#ffffff": "#fdfdfd"}


@record
class StripCell:
    """One tile of the strip: the names of its colours, so that dark mode can turn them, and its shape."""

    ground: str
    shape: str
    line: str
    colour: str
    is_for_wide: bool


def render(letter: Letter, *, business: Business, theme: Theme) -> str:
    """The whole page, ready to send."""
    colours = palette.from_brand(business.brand.colour)
    direction = local.direction(letter.language)
    page = environment.build(theme).get_template(TEMPLATE)
    html = page.render(
        letter=letter,
        light=_softened(colours.light),
        dark=_softened(colours.dark),
        strip=_strip(business.trade.tiles, business.name, colours),
        direction=direction,
        start="right" if direction == "rtl" else "left",
        end="left" if direction == "rtl" else "right",
        text_stack=_unquoted(theme.text_stack),
        display_stack=_display(theme, business.trade.tiles),
        display_weight=theme.face(business.trade.tiles).weight,
        module_px=MODULE_PX,
    )
    return _inliner().inline(html)


def _softened(scheme: Scheme) -> Scheme:
    """Without pure black and white, which programs with a dark mode of their own turn into each other."""
    changed = {
        field.name: _SOFT[getattr(scheme, field.name)]
        for field in dataclasses.fields(scheme)
        if getattr(scheme, field.name) in _SOFT
    }
    return dataclasses.replace(scheme, **changed)


def _display(theme: Theme, tiles: str) -> str:
    """The face's stand-ins where it is a light one. Those of bold faces are narrow, for pages whose lines were fitted to them."""
    face = theme.face(tiles)
    return _unquoted(theme.text_stack if face.weight >= _BOLD else face.stack)


def _unquoted(stack: str) -> str:
    # a quote would end the style attribute it is written into, and no name needs one; Arial is what classic Outlook has
    return stack.replace('"', "").replace("'", "").replace(",sans-serif", ",Arial,sans-serif")


@functools.lru_cache(maxsize=64)
def _strip(tiles: str, name: str, colours: Palette) -> tuple[StripCell, ...]:
    laid = artwork.strip(tiles, name, length=STRIP_TILES)
    return tuple(
        StripCell(
            ground=_token(cell.ground, _FIELD, colours.light),
            shape=cell.shape,
            line=cell.line,
            colour=_token(cell.colour, _SHAPES, colours.light),
            is_for_wide=number >= STRIP_TILES_PHONE,
        )
        for number, cell in enumerate(painting.cells(laid, colours.light))
    )


def _token(colour: str, names: tuple[str, ...], scheme: Scheme) -> str:
    return next((name for name in names if getattr(scheme, name) == colour), names[0])


@functools.cache
def _inliner() -> css_inline.CSSInliner:
    return css_inline.CSSInliner(load_remote_stylesheets=False, keep_style_tags=False)
