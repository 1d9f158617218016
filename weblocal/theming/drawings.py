"""What a theme draws for one business: the art beside the promise, its smaller self on other pages, the row under the closing sign.

Each kind loads what draws it when it is asked for: most builds find their drawings drawn, and no theme has two kinds.
"""

from markupsafe import Markup

from weblocal.model.records import record
from weblocal.model.site import ArtworkKind

# the wall beside the promise, the lower one of the other pages, the row under the closing sign, in tiles
COLUMNS, ROWS, SMALL_ROWS = 9, 7, 4
STRIP_LENGTH = 16


_NOTHING = Markup("")


@record
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
    # single things, to stand wherever a section has room for one, and a picture without a frame; both lean on the same definitions
    things: tuple[Markup, ...] = ()
    scene: Markup = _NOTHING


def of(kind: ArtworkKind, tiles: str, name: str, *, words: tuple[str, ...] = (), people: tuple[str, ...] = ()) -> Drawings:
    """The drawings of the business called `name`, whose trade has this set of artwork: the same name, the same drawings.

    `words` say what and where it is, on drawings that have lettering; `people` are the names of those who get one of their own.
    """
    if kind is ArtworkKind.SEAL:
        return _seal(name, words, people)
    return _KINDS.get(kind, _walls)(tiles, name)


def _walls(tiles: str, name: str) -> Drawings:
    from weblocal.theming import artwork, painting

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


def _still_lifes(tiles: str, name: str) -> Drawings:
    """Whichever window a page has defines all things, so everything else on it may lean on that."""
    from weblocal.theming.still_lifes import drawing, painting

    arcade = drawing.arcade(tiles, name)
    return Drawings(
        hero=drawing.window(tiles, name),
        small=drawing.small_window(tiles, name),
        column=drawing.niche(tiles, name),
        closing=arcade,
        small_closing=arcade,
        column_closing=arcade,
        css=painting.css(),
        things=drawing.things(tiles, name),
        scene=drawing.scene(tiles, name),
    )


def _lanes(_tiles: str, name: str) -> Drawings:
    """The same track on every page without a number of its own; the lanes under the closing sign are the theme's styles."""
    from weblocal.theming import lanes

    track = lanes.track(name)
    none = Markup("")
    return Drawings(
        hero=track, small=track, column=track, closing=none, small_closing=none, column_closing=none, css=lanes.css()
    )


def _seal(name: str, words: tuple[str, ...], people: tuple[str, ...]) -> Drawings:
    """One seal on every page and once more at its foot; its things are the rosettes of the people, in their order."""
    from weblocal.theming.seals import drawing

    first, again = drawing.seal(name, words), drawing.again()
    return Drawings(
        hero=first,
        small=first,
        column=first,
        closing=again,
        small_closing=again,
        column_closing=again,
        css=drawing.css(),
        things=tuple(drawing.rosette(person, number) for number, person in enumerate(people)),
    )


_KINDS = {ArtworkKind.STILL_LIFE: _still_lifes, ArtworkKind.TILES: _walls, ArtworkKind.LANES: _lanes}
