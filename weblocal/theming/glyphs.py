"""The glyphs of the tile sets: geometry on a 60-unit square around its middle, in five roles, never clip-art.

Roles: a lettering, b darker field, c accent, d lighter field, e field. A shape is filled, or drawn as a line of a width.
"""

import dataclasses


@dataclasses.dataclass(frozen=True, slots=True)
class Shape:
    """One path: its role, its data, and the width of the line (0 = filled)."""

    role: str
    path: str
    line: int = 0


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class TileSet:
    """A set: its glyphs by id, and which of them does what. A set without a `straight` is laid freely.

    `ornaments` may repeat a glyph to make it likelier, and hold "" for an empty tile; `turning` ones may be turned,
    `large` ones may be doubled, `loud` ones are counted so that there are neither too many nor too few.
    """

    name: str
    glyphs: dict[str, tuple[Shape, ...]]
    ornaments: tuple[str, ...]
    turning: frozenset[str]
    loud: tuple[str, ...]
    large: tuple[str, ...] = ()
    straight: str = ""
    elbow: str = ""
    tee: str = ""
    cross: str = ""
    accent: str = ""


def _disc(radius: int, x: int = 0, y: int = 0) -> str:
    return f"M{x - radius} {y}a{radius} {radius} 0 0 1 {2 * radius} 0a{radius} {radius} 0 0 1-{2 * radius} 0z"


_QUARTER = "M-30-30H30A60 60 0 0 1-30 30z"
_SMALL_QUARTER = "M-30-30H0A30 30 0 0 1-30 0z"
_HALF = "M-30 30a30 30 0 0 1 60 0z"
_COLLARS = "M-17-30h34v6h-34zM-17 24h34v6h-34z"

PIPES = TileSet(
    name="pipes",
    glyphs={
        "st": (Shape("a", "M0-31V31", 20), Shape("a", _COLLARS)),
        "el": (Shape("a", "M0-31V-30A30 30 0 0 0 30 0H31", 20), Shape("a", "M-17-30h34v6h-34zM24-17h6v34h-6z")),
        "te": (Shape("a", "M0-31V31M0 0H31", 20), Shape("a", _COLLARS + "M24-17h6v34h-6z")),
        "cr": (Shape("a", "M0-31V31M-31 0H31", 20), Shape("a", _disc(18)), Shape("b", _disc(7))),
        "va": (
            Shape("a", "M0-31V31", 20),
            Shape("c", _disc(21)),
            Shape("e", "M0-13V13M-13 0H13", 5),
            Shape("e", _disc(6)),
        ),
        "dr": (Shape("c", "M0-22C8-8 16 0 16 8A16 16 0 0 1-16 8C-16 0-8-8 0-22z"), Shape("e", "M-8 8A8 8 0 0 0 0 16", 3)),
        "qu": (Shape("d", _QUARTER),),
        "wv": (Shape("d", "M-30-14q15-13 30 0t30 0M-30 4q15-13 30 0t30 0M-30 22q15-13 30 0t30 0", 6),),
        "gg": (Shape("d", _disc(22)), Shape("b", _disc(16)), Shape("a", "M0 0L9-9", 4), Shape("a", _disc(3))),
    },
    ornaments=("qu", "qu", "wv", "dr", "", "", "gg", "qu"),
    turning=frozenset({"qu"}),
    loud=("dr",),
    straight="st",
    elbow="el",
    tee="te",
    cross="cr",
    accent="va",
)

BAKERY = TileSet(
    name="bakery",
    glyphs={
        "cup": (
            Shape("a", "M14-8L26-20A5 5 0 0 1 33-13L21-1z"),
            Shape("a", _disc(25)),
            Shape("b", _disc(19)),
            Shape("c", _disc(15)),
        ),
        "bow": (Shape("d", "M-30 0a30 30 0 0 1 60 0z"), Shape("a", _HALF)),
        "qtr": (Shape("a", _QUARTER),),
        "sun": (Shape("c", _QUARTER), Shape("e", _SMALL_QUARTER)),
        "awn": (Shape("a", "M-30-30h12v60h-12zM-6-30h12v60h-12zM18-30h12v60h-12z"),),
        "ben": (
            Shape("c", "M15-21C26-8 22 14 4 25C-10 30-24 20-24 4C-23-12-8-27 8-26C11-25 13-23 15-21z"),
            Shape("e", "M12-20C-4-8 8 6-10 24", 5),
        ),
        "lof": (
            Shape("a", "M-22 14C-32 4-22-16-6-18C12-24 30-14 27 0C24 12 4 14-6 17C-14 20-18 18-22 14z"),
            Shape("b", "M-12 9L-6-5M0 6L6-8M12 2L17-10", 4),
        ),
        "stm": (Shape("d", "M-15 24C-26 8-4-6-15-24M0 24C-11 8 11-6 0-24M15 24C4 8 26-6 15-24", 6),),
        "rng": (Shape("d", _disc(26)), Shape("a", _disc(17)), Shape("e", _disc(7))),
        "hlf": (Shape("c", _HALF),),
    },
    ornaments=("cup", "bow", "qtr", "awn", "ben", "lof", "stm", "sun", "rng", "ben", "bow", "hlf"),
    turning=frozenset({"bow", "qtr", "sun", "awn", "hlf"}),
    loud=("cup", "ben", "lof"),
    large=("cup", "qtr", "rng", "sun", "bow"),
)

_LOCKS = "M-13-31V31M0-31V31M13-31V31"

STRANDS = TileSet(
    name="strands",
    glyphs={
        "st": (Shape("a", _LOCKS, 7),),
        "el": (Shape("a", "M-13-31V-30A43 43 0 0 0 30 13H31M0-31V-30A30 30 0 0 0 30 0H31M13-31V-30A17 17 0 0 0 30-13H31", 7),),
        "te": (Shape("a", _LOCKS, 7), Shape("a", "M13-13H31M13 0H31M13 13H31", 7)),
        "cr": (Shape("a", _LOCKS + "M-31-13H31M-31 0H31M-31 13H31", 7),),
        "va": (Shape("a", _LOCKS, 7), Shape("c", "M-23-10h46v20h-46z"), Shape("e", "M-11-10v20M0-10v20M11-10v20", 3)),
        "cmb": (Shape("d", "M-26-20h52v13h-52z"), Shape("d", "M-23-8V20M-12-8V20M-1-8V20M10-8V20M21-8V20", 5)),
        "sci": (Shape("c", "M-15-24L8 10M15-24L-8 10", 6), Shape("c", "M-12 9a8 8 0 1 0 .1 0zM12 9a8 8 0 1 0 .1 0z", 5)),
        "mir": (Shape("d", _disc(19, 0, -8)), Shape("b", _disc(13, 0, -8)), Shape("d", "M-4 10h8v18h-8z")),
        "qu": (Shape("d", _QUARTER),),
        "drp": (Shape("c", "M0-20C8-8 14 0 14 8A14 14 0 0 1-14 8C-14 0-8-8 0-20z"),),
    },
    ornaments=("qu", "cmb", "mir", "sci", "", "", "qu", "drp"),
    turning=frozenset({"qu"}),
    loud=("sci", "drp"),
    straight="st",
    elbow="el",
    tee="te",
    cross="cr",
    accent="va",
)

GRID = TileSet(
    name="grid",
    glyphs={
        "qtr": (Shape("a", _QUARTER),),
        "qlt": (Shape("d", _QUARTER),),
        "sun": (Shape("c", _QUARTER), Shape("e", _SMALL_QUARTER)),
        "bar": (Shape("a", "M-30-30h14v60h-14zM-2-30h14v60h-14z"),),
        "thn": (Shape("d", "M-30-30h6v60h-6zM-14-30h6v60h-6zM2-30h6v60h-6zM18-30h6v60h-6z"),),
        "dsc": (Shape("a", _disc(22)), Shape("e", _disc(9))),
        "eye": (Shape("d", _disc(25)), Shape("c", _disc(12))),
        "hlf": (Shape("a", _HALF),),
        "lea": (Shape("a", "M-30 30A60 60 0 0 1 30-30A60 60 0 0 1-30 30z"),),
    },
    ornaments=("qtr", "qlt", "bar", "thn", "dsc", "eye", "hlf", "lea", "qlt", "sun"),
    turning=frozenset({"qtr", "qlt", "sun", "bar", "thn", "hlf", "lea"}),
    loud=("sun", "eye"),
    large=("qtr", "lea", "dsc", "sun", "hlf"),
)

SETS = {tile_set.name: tile_set for tile_set in (PIPES, BAKERY, STRANDS, GRID)}
