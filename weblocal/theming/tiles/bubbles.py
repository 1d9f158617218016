"""Bubbles, for cleaners: panes and the squeegee that wipes them, a spray, a broom, a bucket, drops, bubbles, a glint."""

from weblocal.theming.tiles.shapes import QUARTER, Shape, TileSet, disc

BUBBLES = TileSet(
    name="bubbles",
    glyphs={
        "spr": (
            Shape("a", "M-14 30V6L-4-6V-14H8V-6L16 6V30zM-12-28H10V-17H-12zM-8-19H-2L-10-8H-15z"),
            Shape("c", "M-14 10H16V22H-14zM-26-26h8v3h-8zM-26-19h8v3h-8z"),
        ),
        "sqg": (Shape("a", "M-4-2H4V30H-4zM-10-10H10V0H-10z"), Shape("c", "M-28-24H28V-12H-28z")),
        # what one sweep of it leaves
        "wip": (Shape("d", "M-30-8A22 22 0 0 0-8-30M-30 12A42 42 0 0 0 12-30M-30 28A58 58 0 0 0 28-30", 8),),
        "bub": (
            Shape("a", disc(20, -6, 6)),
            Shape("e", disc(16, -6, 6)),
            Shape("a", "M-17 6A11 11 0 0 1-6-5", 4),
            Shape("a", disc(9, 19, -17)),
            Shape("e", disc(5, 19, -17)),
        ),
        "sud": (Shape("d", disc(17, -12, 12) + disc(12, 16, 16) + disc(14, 12, -12) + disc(8, -16, -18)),),
        "bro": (
            Shape("a", "M-3-31H3V0H-3zM-14-2H14V8H-14z"),
            Shape("c", "M-16 11H-8V30H-22zM-5 11H5L6 30H-6zM8 11H16L22 30H8z"),
        ),
        "win": (
            Shape("a", "M-26-26H-3V-3H-26zM3-26H26V-3H3zM-26 3H-3V26H-26zM3 3H26V26H3z"),
            Shape("e", "M-22-12L-12-22M8 20L20 8", 4),
        ),
        "bkt": (
            Shape("a", "M-20-8A20 20 0 0 1 20-8", 4),
            Shape("a", "M-24-8H24L18 28H-18z"),
            Shape("d", "M-22 2H22L20 12H-20z"),
        ),
        "gli": (Shape("c", "M0-28Q3-3 28 0Q3 3 0 28Q-3 3-28 0Q-3-3 0-28z"),),
        "dro": (Shape("d", "M0-24C10-8 17 0 17 8A17 17 0 0 1-17 8C-17 0-10-8 0-24z"),),
        "qtr": (Shape("a", QUARTER),),
    },
    ornaments=("spr", "wip", "bub", "sqg", "win", "sud", "gli", "bro", "qtr", "wip", "bkt", "dro", "bub"),
    turning=frozenset({"wip", "qtr", "sqg", "sud", "bub"}),
    loud=("spr", "gli", "sqg", "bro"),
    large=("spr", "wip", "bub", "win", "qtr", "sqg"),
    plain={
        "bub": ("disc", "a"),
        "sud": ("disc", "d"),
        "gli": ("disc", "c"),
        "spr": ("block", "a"),
        "win": ("block", "a"),
        "qtr": ("quarter", "a"),
        "wip": ("quarter", "d"),
        "dro": ("drop", "d"),
        "bkt": ("block", "a"),
        "bro": ("half", "c"),
        "sqg": ("half", "c"),
    },
)
