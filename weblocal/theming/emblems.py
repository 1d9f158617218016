"""What stands for a business beside a shared link and on a home screen, as colours, artwork and words for the press to set."""

from weblocal.model.business import Business
from weblocal.model.records import record
from weblocal.theming import artwork, icons, painting, palette
from weblocal.theming.theme import Theme
from weblocal.theming.tiles.shapes import TILE, Artwork

COLUMNS, ROWS = 9, 7
STRIP_LENGTH = 16
_TILES_IN_ICON = 3
_LONGEST_PROMISE = 90


@record
class EmblemSource:
    """Texts and colours by name, drawings by file name, and the theme's font files; the same values, the same pictures."""

    values: tuple[tuple[str, str], ...]
    drawings: tuple[tuple[str, str], ...]
    fonts: tuple[str, ...]


def of(business: Business, theme: Theme, *, promise: tuple[str, ...], direction: str) -> EmblemSource:
    """The emblems of one business; `promise` is its headline, sentence by sentence.

    Letters that the theme's face has not are left to the artwork: no boxes, no strange face.
    """
    name, tiles = business.name, business.trade.tiles
    face, scheme = theme.face(tiles), palette.from_brand(business.brand.colour).light
    initials = icons.initials(name)
    words = "\n".join(promise)
    if len(words) > _LONGEST_PROMISE:
        words = name
    can_say = face.can_set(name + words)
    wall = artwork.wall(tiles, name, columns=COLUMNS, rows=ROWS)
    strip = artwork.strip(tiles, name, length=STRIP_LENGTH)
    return EmblemSource(
        values=(
            ("name", name if can_say and words != name else ""),
            ("promise", words if can_say else ""),
            ("initials", initials if face.can_set(initials) else ""),
            ("first_tile", str(_liveliest(strip))),
            ("lang", business.language.split("-", maxsplit=1)[0].lower()),
            ("dir", direction),
            ("plate", scheme.plate),
            ("on", scheme.on),
            ("acc", scheme.acc),
            ("face", face.family),
            ("face_weight", str(face.weight)),
            ("face_leading", face.leading),
            ("face_tracking", face.tracking.removesuffix("em")),
            ("face_size", str(face.size)),
        ),
        drawings=(("wall.svg", painting.as_fixed(wall, scheme)), ("strip.svg", painting.as_fixed(strip, scheme))),
        fonts=(face.print_file,),
    )


def _liveliest(strip: Artwork) -> int:
    """Where in the strip the three tiles begin that differ most from one another."""
    glyphs = {each.x // TILE: each.glyph for each in strip.placed if each.y < TILE}
    starts = range(strip.columns - _TILES_IN_ICON + 1)
    return max(starts, key=lambda start: (len({glyphs.get(start + step, "") for step in range(_TILES_IN_ICON)}), -start))
