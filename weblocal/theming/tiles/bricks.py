"""Bricks, for builders: courses of brick, an arch of stones, a beam, trowel, helmet, level and plumb line, a crane's lattice and hook."""

from weblocal.theming.tiles.shapes import QUARTER, Shape, TileSet, disc

_COURSES = "M-30-30H-1V-12H-30zM1-30H30V-12H1zM-30-9H-16V9H-30zM-14-9H14V9H-14zM16-9H30V9H16zM-30 12H-1V30H-30zM1 12H30V30H1z"

BRICKS = TileSet(
    name="bricks",
    glyphs={
        "brk": (Shape("a", _COURSES),),
        "brd": (Shape("d", _COURSES),),
        "arc": (
            Shape("a", "M-30 30A30 30 0 0 1 30 30V30H12A12 12 0 0 0-12 30z"),
            Shape("e", "M-12 26L-30 18M-7 19L-18-1M0 18V-1M7 19L18-1M12 26L30 18", 3),
            Shape("d", "M-30-30H30V-6H-30z"),
        ),
        "bea": (Shape("a", "M-30-26H30V-15H7V15H30V26H-30V15H-7V-15H-30z"),),
        "trw": (Shape("c", "M0-30L18-3L4 6H-4L-18-3z"), Shape("a", "M-3 6H3V12H6V30H-6V12H-3z")),
        "hat": (
            Shape("c", "M-24 10A24 24 0 0 1 24 10zM-30 13H30V20H-30z"),
            Shape("e", "M-9-13V2M9-13V2", 4),
        ),
        "lvl": (Shape("a", "M-30-13H30V13H-30z"), Shape("e", "M-15-6H15V6H-15z"), Shape("c", disc(6))),
        "plb": (Shape("a", "M0-31V-6", 3), Shape("c", "M-6-12H6V-6H13V4L0 29L-13 4V-6H-6z")),
        "lat": (Shape("d", "M-30-18H30M-30 18H30M-30-18L-15 18L0-18L15 18L30-18", 5),),
        "hok": (Shape("a", "M0-31V-14", 4), Shape("a", "M-9-16H9V-6H-9z"), Shape("a", "M0-6V2A10 10 0 1 1-11 12", 6)),
        "qtr": (Shape("a", QUARTER),),
        "qlt": (Shape("d", QUARTER),),
    },
    ornaments=("brk", "lat", "trw", "brd", "bea", "qlt", "hat", "arc", "lvl", "brd", "plb", "qtr", "hok"),
    turning=frozenset({"bea", "qtr", "qlt", "lat", "lvl"}),
    loud=("trw", "hat", "plb"),
    large=("brk", "trw", "arc", "qtr", "hat"),
    plain={
        "brk": ("block", "a"),
        "brd": ("block", "d"),
        "arc": ("half", "a"),
        "bea": ("block", "a"),
        "trw": ("drop", "c"),
        "hat": ("half", "c"),
        "lvl": ("disc", "c"),
        "plb": ("drop", "c"),
        "qtr": ("quarter", "a"),
        "qlt": ("quarter", "d"),
    },
)
