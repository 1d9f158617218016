"""What a theme draws for one business: the art beside the promise, its smaller self on other pages, the row under the closing sign."""

import dataclasses

from markupsafe import Markup

from weblocal.model.site import ArtworkKind
from weblocal.theming import artwork, painting

# the wall beside the promise, the lower one of the other pages, the row under the closing sign, in tiles
COLUMNS, ROWS, SMALL_ROWS = 9, 7, 4
STRIP_LENGTH = 16


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Drawings:
    """SVG to stand in pages. `closing` and `small_closing` may lean on what `hero` and `small` have defined on the same page.

    `column` stands in place of `hero` beside a photograph, and `column_closing` then closes the page. `css` paints them all.
    """

    hero: Markup
    small: Markup
    column: Markup
    closing: Markup
    small_closing: Markup
    column_closing: Markup
    css: str


def of(kind: ArtworkKind, tiles: str, name: str) -> Drawings:
    """The drawings of the business called `name`, whose trade has this set of artwork: the same name, the same drawings."""
    return _KINDS.get(kind, _walls)(tiles, name)


def _walls(tiles: str, name: str) -> Drawings:
    wall, small = (artwork.wall(tiles, name, columns=COLUMNS, rows=rows) for rows in (ROWS, SMALL_ROWS))
    strip = artwork.strip(tiles, name, length=STRIP_LENGTH)
    column = artwork.strip(tiles, name, length=ROWS, upright=True)
    return Drawings(
        hero=painting.as_svg(wall),
        small=painting.as_svg(small),
        column=painting.as_svg(column),
        closing=painting.as_svg(strip, known=painting.glyph_ids(wall)),
        small_closing=painting.as_svg(strip, known=painting.glyph_ids(small)),
        column_closing=painting.as_svg(strip, known=painting.glyph_ids(column)),
        css=painting.css(),
    )


_KINDS = {ArtworkKind.TILES: _walls}
