"""Artwork painted: as SVG whose colours follow the page's tokens, with colours written out, or as cells for a mail's table."""

from markupsafe import Markup

from weblocal.model.records import record
from weblocal.theming.palette import Scheme
from weblocal.theming.tiles import sets
from weblocal.theming.tiles.shapes import TILE, Artwork, Placed, Shape, TileSet

_TOKENS = {"a": "on", "b": "p2", "c": "acc", "d": "p3", "e": "plate"}


@record
class Cell:
    """One tile of a strip as a mail can draw it: a ground, and a shape on it by `border-radius` alone ("" = none).

    `line` is how a run looks: pipe, wire, road, locks; a "knob" sits on it.
    """

    ground: str
    shape: str
    colour: str
    line: str = ""


def css() -> str:
    """The rules that paint `as_svg`: fills m…, lines k…."""
    fills = "".join(f".m{role}{{fill:var(--{token})}}" for role, token in _TOKENS.items())
    lines = "".join(f".k{role}{{fill:none;stroke:var(--{token})}}" for role, token in _TOKENS.items())
    return fills + lines


def as_svg(art: Artwork, *, known: tuple[str, ...] = (), css_class: str = "") -> Markup:
    """The wall with classes for colours; glyphs in `known` are drawn elsewhere on the page and only used here.

    Ids are the set's name and the glyph's, so a page holds each glyph once: see `glyph_ids`.
    """
    needed = [glyph for glyph in dict.fromkeys(each.glyph for each in art.placed) if _id(art, glyph) not in known]
    defined = "".join(f'<g id="{_id(art, glyph)}">{_painted(art, glyph)}</g>' for glyph in needed)
    # tiles never overlap, so they may stand in the order that compresses best
    ordered = sorted(art.placed, key=lambda each: (each.scale, each.turn, each.glyph, each.x, each.y))
    used = "".join(f'<use href="#{_id(art, each.glyph)}"{_where(each)}/>' for each in ordered)
    named = f' class="{css_class}"' if css_class else ""
    ground = f'<path class="kb" stroke-width="{TILE}" d="{_ground_lines(art)}"/>' if art.grounds else ""
    opening = f'<svg{named} viewBox="0 0 {art.columns * TILE} {art.rows * TILE}" preserveAspectRatio="xMidYMid slice" aria-hidden="true">'
    return Markup(f"{opening}<defs>{defined}</defs>{ground}{used}</svg>")  # noqa: S704 - numbers and our own names


def glyph_ids(art: Artwork) -> tuple[str, ...]:
    """The ids that `as_svg` defines for a wall."""
    return tuple(dict.fromkeys(_id(art, each.glyph) for each in art.placed))


def as_fixed(art: Artwork, scheme: Scheme, *, with_field: bool = True) -> str:
    """The wall as a whole SVG file with its colours written out, for print, icons and pictures."""
    width, height = art.columns * TILE, art.rows * TILE
    field = f'<path fill="{scheme.plate}" d="M0 0h{width}v{height}h-{width}z"/>' if with_field else ""
    ground = f'<path fill="{scheme.p2}" d="{_ground_path(art)}"/>' if art.grounds else ""
    glyphs = sets.SETS[art.tiles].glyphs
    drawn = "".join(
        f"<g{_where(each, always=True)}>{''.join(_fixed(shape, scheme) for shape in glyphs[each.glyph])}</g>"
        for each in art.placed
    )
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">{field}{ground}{drawn}</svg>'


def cells(art: Artwork, scheme: Scheme) -> tuple[Cell, ...]:
    """The first row as plain shapes: what each set says for its glyphs, or the line of its runs."""
    shaded = {(column, row) for column, row, _ in art.grounds}
    tile_set = sets.SETS[art.tiles]
    line = tile_set.runs.plain if tile_set.runs else ""
    found = []
    for column in range(art.columns):
        glyph = next((each.glyph for each in art.placed if each.y < TILE and each.x // TILE == column), "")
        ground = scheme.p2 if (column, 0) in shaded else scheme.plate
        shape, colour = _plain(glyph, tile_set, scheme)
        found.append(Cell(ground=ground, shape=shape, colour=colour, line=line))
    return tuple(found)


def _plain(glyph: str, tile_set: TileSet, scheme: Scheme) -> tuple[str, str]:
    if tile_set.runs:
        return ("knob", scheme.acc) if glyph == tile_set.runs.accent else ("run", scheme.on)
    shape, role = tile_set.plain.get(glyph, ("", "a"))
    return shape, getattr(scheme, _TOKENS[role])


def _id(art: Artwork, glyph: str) -> str:
    return f"{art.tiles[0]}-{glyph}"


def _painted(art: Artwork, glyph: str) -> str:
    return "".join(
        f'<path class="k{shape.role}" stroke-width="{shape.line}" d="{shape.path}"/>'
        if shape.line
        else f'<path class="m{shape.role}" d="{shape.path}"/>'
        for shape in sets.SETS[art.tiles].glyphs[glyph]
    )


def _fixed(shape: Shape, scheme: Scheme) -> str:
    colour = getattr(scheme, _TOKENS[shape.role])
    if shape.line:
        return f'<path fill="none" stroke="{colour}" stroke-width="{shape.line}" d="{shape.path}"/>'
    return f'<path fill="{colour}" d="{shape.path}"/>'


def _where(each: Placed, *, always: bool = False) -> str:
    if not (always or each.turn or each.scale > 1):
        return f' x="{each.x}" y="{each.y}"'
    turned = f"rotate({each.turn})" if each.turn else ""
    scaled = f"scale({each.scale})" if each.scale > 1 else ""
    return f' transform="translate({each.x} {each.y}){turned}{scaled}"'


def _ground_path(art: Artwork) -> str:
    return "".join(
        f"M{column * TILE} {row * TILE}h{size * TILE}v{size * TILE}h-{size * TILE}z" for column, row, size in art.grounds
    )


def _ground_lines(art: Artwork) -> str:
    """The same squares as strokes as wide as a tile, neighbours in one: half as many bytes for a page."""
    shaded = {
        (column + right, row + down) for column, row, size in art.grounds for right in range(size) for down in range(size)
    }
    lines = []
    for column, row in sorted(shaded, key=lambda cell: (cell[1], cell[0])):
        if (column - 1, row) in shaded:
            continue
        length = next(count for count in range(1, art.columns + 1) if (column + count, row) not in shaded)
        lines.append(f"M{column * TILE} {row * TILE + TILE // 2}h{length * TILE}")
    return "".join(lines)
