"""Petals, for florists: tulips, daisies, fans and crosses of petals, a vase, a bud between leaves, a bow."""

from weblocal.theming.tiles.shapes import QUARTER, Shape, TileSet, disc

PETALS = TileSet(
    name="petals",
    glyphs={
        "tul": (
            Shape("a", "M-3 2H3V30H-3zM0 30Q2 12 22 8Q22 28 0 30zM0 30Q-2 12-22 8Q-22 28 0 30z"),
            Shape("c", "M-17-28L-8-18L0-28L8-18L17-28V-10A17 17 0 0 1-17-10z"),
        ),
        "dai": (
            Shape(
                "a",
                "M0 0Q-15-15 0-30Q15-15 0 0Q0-21 21-21Q21 0 0 0Q15-15 30 0Q15 15 0 0Q21 0 21 21Q0 21 0 0"
                "Q15 15 0 30Q-15 15 0 0Q0 21-21 21Q-21 0 0 0Q-15 15-30 0Q-15-15 0 0Q-21 0-21-21Q0-21 0 0z",
            ),
            Shape("c", disc(9)),
        ),
        # four petals that fill the tile
        "crs": (
            Shape("d", "M0 0Q-30 0-30-30Q0-30 0 0Q0-30 30-30Q30 0 0 0Q30 0 30 30Q0 30 0 0Q0 30-30 30Q-30 0 0 0z"),
            Shape("b", disc(7)),
        ),
        # a quarter of a large bloom: three petals out of one corner
        "fan": (
            Shape("a", "M-30-30Q-4-31 28-24Q8-4-30-30zM-30-30Q-31-4-24 28Q-4 8-30-30zM-30-30Q0-18 18 18Q-18 0-30-30z"),
            Shape("c", "M-30-30H-14A16 16 0 0 1-30-14z"),
        ),
        "ros": (
            Shape("c", disc(25)),
            Shape(
                "e",
                "M-16-6A17 17 0 0 1 15-9M17 2A17 17 0 0 1-4 17M-12 12A13 13 0 0 1-6-9M0-10A10 10 0 0 1 6 9M4 9A7 7 0 1 1 3-5",
                3,
            ),
        ),
        "vas": (
            Shape("a", "M-10-4H10V2Q24 8 20 20Q18 30 10 30H-10Q-18 30-20 20Q-24 8-10 2z"),
            Shape("a", "M0-4V-18M-3-4L-14-16M3-4L14-16", 3),
            Shape("c", disc(7, 0, -22) + disc(7, -17, -18) + disc(7, 17, -18)),
        ),
        "bud": (
            Shape("d", "M-3-6H3V31H-3zM0-28Q12-14 0 0Q-12-14 0-28zM3 20Q4 4 24-2Q24 16 3 20zM-3 28Q-4 12-24 6Q-24 24-3 28z"),
        ),
        "lea": (Shape("a", "M-30 30A60 60 0 0 1 30-30A60 60 0 0 1-30 30z"),),
        "qlt": (Shape("d", QUARTER),),
        "hal": (Shape("c", "M-30 30A30 30 0 0 1 30 30z"), Shape("e", "M-14 30A14 14 0 0 1 14 30z")),
    },
    ornaments=("tul", "lea", "crs", "dai", "bud", "fan", "qlt", "vas", "lea", "hal", "ros", "crs", "bud"),
    turning=frozenset({"fan", "lea", "qlt", "hal"}),
    loud=("tul", "ros", "vas", "hal"),
    large=("dai", "tul", "fan", "lea", "vas", "crs"),
    plain={
        "tul": ("half", "c"),
        "dai": ("disc", "a"),
        "ros": ("disc", "c"),
        "fan": ("quarter", "a"),
        "lea": ("lens", "a"),
        "qlt": ("quarter", "d"),
        "hal": ("half", "c"),
        "bud": ("lens", "d"),
        "crs": ("lens", "d"),
        "vas": ("block", "a"),
    },
)
