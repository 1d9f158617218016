"""Paint, for painters and decorators: roller, brush and tin, paint that runs down, a colour card, wallpaper, tape, a ladder."""

from weblocal.theming.tiles.shapes import QUARTER, SMALL_QUARTER, Shape, TileSet, disc

PAINT = TileSet(
    name="paint",
    glyphs={
        "rol": (Shape("c", "M-26-27H18V-9H-26z"), Shape("a", "M18-18H26V2H0V12", 5), Shape("a", "M-6 10H6V30H-6z")),
        "bru": (
            Shape("a", "M-6-30H6V-13H15V-2H-15V-13H-6z"),
            Shape("c", "M-15 1H15V16L8 26L2 18L-4 29L-10 20L-15 24z"),
        ),
        "tin": (
            Shape("d", "M-22-6A22 22 0 0 1 22-6", 4),
            Shape("a", "M-22-10H22V28H-22z"),
            Shape("c", "M-22-10H22V0A5 5 0 0 1 12 0A5 5 0 0 0 2 0V10A5 5 0 0 1-8 10V2A4 4 0 0 0-16 2A3 3 0 0 1-22 2z"),
        ),
        # a coat that runs
        "run": (
            Shape("a", "M-30-30H30V2A6 6 0 0 1 18 2V-8A6 6 0 0 0 6-8V16A6 6 0 0 1-6 16V-4A6 6 0 0 0-18-4V8A6 6 0 0 1-30 8z"),
        ),
        "crd": (Shape("a", "M-27-27H-2V-2H-27z"), Shape("c", "M2-27H27V-2H2z"), Shape("d", "M-27 2H-2V27H-27zM2 2H27V27H2z")),
        # one sweep of the roller
        "swp": (Shape("d", "M-30-22H12A8 8 0 0 1 12-6H-30zM-30 2H22A8 8 0 0 1 22 18H-30z"),),
        "ppr": (Shape("d", "M0 0Q-30 0-30-30Q0-30 0 0Q0-30 30-30Q30 0 0 0Q30 0 30 30Q0 30 0 0Q0 30-30 30Q-30 0 0 0z"),),
        "tap": (Shape("a", disc(26)), Shape("d", disc(18)), Shape("e", disc(12))),
        "lad": (Shape("d", "M-14-30V30M14-30V30", 6), Shape("d", "M-14-22H14M-14-7H14M-14 8H14M-14 23H14", 5)),
        "qtr": (Shape("a", QUARTER),),
        "sun": (Shape("c", QUARTER), Shape("e", SMALL_QUARTER)),
    },
    ornaments=("rol", "swp", "run", "bru", "ppr", "qtr", "crd", "tin", "swp", "tap", "sun", "ppr", "lad"),
    turning=frozenset({"swp", "qtr", "sun", "crd"}),
    loud=("rol", "bru", "sun", "tin"),
    large=("rol", "qtr", "bru", "run", "tin", "ppr"),
    plain={
        "rol": ("half", "c"),
        "bru": ("drop", "c"),
        "tin": ("block", "a"),
        "run": ("half", "a"),
        "crd": ("block", "c"),
        "ppr": ("lens", "d"),
        "tap": ("disc", "a"),
        "swp": ("quarter", "d"),
        "qtr": ("quarter", "a"),
        "sun": ("quarter", "c"),
    },
)
