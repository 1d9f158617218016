"""Roof, for roofers: slates in scales and in rows, gables, a chimney, a dormer, a ladder, sun and rain on top of it all."""

from weblocal.theming.tiles.shapes import QUARTER, SMALL_QUARTER, Shape, TileSet

ROOF = TileSet(
    name="roof",
    glyphs={
        # rows of rounded slates, each row over the joints of the next
        "scl": (
            Shape("a", "M-30 0h60v20a10 10 0 0 1-20 0a10 10 0 0 1-20 0a10 10 0 0 1-20 0z"),
            Shape("d", "M-30-20h60v30a10 10 0 0 1-10-10a10 10 0 0 1-20 0a10 10 0 0 1-20 0a10 10 0 0 1-10 10z"),
            Shape("a", "M-30-30h60v10a10 10 0 0 1-20 0a10 10 0 0 1-20 0a10 10 0 0 1-20 0z"),
        ),
        "slt": (
            Shape(
                "d",
                "M-30-30H-1V-12H-30zM1-30H30V-12H1zM-30-9H-16V9H-30zM-14-9H14V9H-14zM16-9H30V9H16zM-30 12H-1V30H-30zM1 12H30V30H1z",
            ),
        ),
        "gab": (
            Shape("a", "M-30 2L0-28L30 2V10H24V30H-24V10H-30z"),
            Shape("c", "M-12 2H-1V13H-12zM1 2H12V13H1zM-12 15H-1V26H-12zM1 15H12V26H1z"),
        ),
        "tri": (Shape("a", "M-30 30L30-30V30z"),),
        "trc": (Shape("c", "M-30 30L0 0L30 30z"), Shape("d", "M-30 10L0-20L30 10V20L0-10L-30 20z")),
        "chi": (
            Shape("a", "M-15 0H15V30H-15zM-19-8H19V2H-19z"),
            Shape("e", "M-15 12H0V14H-15zM0 20H15V22H0z"),
            Shape("c", "M-10-20h8v12h-8zM2-20h8v12H2z"),
        ),
        "dor": (
            Shape("a", "M-24 28V-2A24 24 0 0 1 24-2V28z"),
            Shape("e", "M-16 28V-2A16 16 0 0 1 16-2V28z"),
            Shape("c", "M-13 24V12H-2V24zM2 24V12H13V24zM-13 8V-2A13 13 0 0 1-2-13V8zM2 8V-13A13 13 0 0 1 13-2V8z"),
        ),
        "lad": (Shape("d", "M-14-31V31M14-31V31", 6), Shape("d", "M-14-22H14M-14-7H14M-14 8H14M-14 23H14", 5)),
        "sun": (Shape("c", QUARTER), Shape("e", SMALL_QUARTER)),
        "rai": (Shape("d", "M-18-24L-24-8M2-24L-4-8M22-24L16-8M-18 6L-24 22M2 6L-4 22M22 6L16 22", 5),),
    },
    ornaments=("scl", "gab", "slt", "tri", "chi", "scl", "trc", "lad", "dor", "slt", "sun", "rai", "tri"),
    turning=frozenset({"sun", "tri"}),
    loud=("gab", "sun", "dor", "chi"),
    large=("gab", "scl", "dor", "tri", "chi"),
    plain={
        "scl": ("half", "a"),
        "gab": ("block", "a"),
        "tri": ("quarter", "a"),
        "trc": ("half", "c"),
        "chi": ("block", "a"),
        "dor": ("half", "a"),
        "sun": ("quarter", "c"),
        "slt": ("block", "d"),
    },
)
