"""The plain grid, for every trade without a set of its own: quarter circles, discs, leaves and bars."""

from weblocal.theming.tiles.shapes import HALF, QUARTER, SMALL_QUARTER, Shape, TileSet, disc

GRID = TileSet(
    name="grid",
    glyphs={
        "qtr": (Shape("a", QUARTER),),
        "qlt": (Shape("d", QUARTER),),
        "sun": (Shape("c", QUARTER), Shape("e", SMALL_QUARTER)),
        "bar": (Shape("a", "M-30-30h14v60h-14zM-2-30h14v60h-14z"),),
        "thn": (Shape("d", "M-30-30h6v60h-6zM-14-30h6v60h-6zM2-30h6v60h-6zM18-30h6v60h-6z"),),
        "dsc": (Shape("a", disc(22)), Shape("e", disc(9))),
        "eye": (Shape("d", disc(25)), Shape("c", disc(12))),
        "hlf": (Shape("a", HALF),),
        "lea": (Shape("a", "M-30 30A60 60 0 0 1 30-30A60 60 0 0 1-30 30z"),),
    },
    ornaments=("qtr", "qlt", "bar", "thn", "dsc", "eye", "hlf", "lea", "qlt", "sun"),
    turning=frozenset({"qtr", "qlt", "sun", "bar", "thn", "hlf", "lea"}),
    loud=("sun", "eye"),
    large=("qtr", "lea", "dsc", "sun", "hlf"),
    plain={
        "dsc": ("disc", "a"),
        "eye": ("disc", "c"),
        "hlf": ("half", "a"),
        "sun": ("quarter", "c"),
        "qtr": ("quarter", "a"),
        "qlt": ("quarter", "d"),
        "lea": ("lens", "a"),
    },
)
