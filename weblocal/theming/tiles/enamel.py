"""Enamel, for dentists: teeth, one and in rows, a brush, a mirror, a smile, a glint, and rounded arches."""

from weblocal.theming.tiles.shapes import QUARTER, SMALL_QUARTER, Shape, TileSet, disc

_TOOTH = (
    "M0-20C-6-26-24-27-24-9C-24 3-17 6-15 22C-14 29-7 29-6 22C-5 12-4 8 0 8S5 12 6 22C7 29 14 29 15 22"
    "C17 6 24 3 24-9C24-27 6-26 0-20z"
)

ENAMEL = TileSet(
    name="enamel",
    glyphs={
        "too": (Shape("a", _TOOTH), Shape("e", "M-16-8Q-16-16-9-17", 3)),
        # the molar again, seen from above
        "mol": (
            Shape("d", "M-12-26H12A14 14 0 0 1 26-12V12A14 14 0 0 1 12 26H-12A14 14 0 0 1-26 12V-12A14 14 0 0 1-12-26z"),
            Shape("a", disc(9, -9, -9) + disc(9, 9, -9) + disc(9, -9, 9) + disc(9, 9, 9)),
        ),
        "row": (
            Shape("a", "M-30-30H-1V-13A14 14 0 0 1-29-13zM1-30H30V-13A14 14 0 0 1 1-13z"),
            Shape("d", "M-30 30H-1V19A14 14 0 0 0-29 19zM1 30H30V19A14 14 0 0 0 1 19z"),
        ),
        "arc": (Shape("d", "M-30 30V0A30 30 0 0 1 30 0V30H12V0A12 12 0 0 0-12 0V30z"),),
        "bru": (
            Shape("a", "M-30 6H24A6 6 0 0 1 24 18H-30z"),
            Shape("c", "M-4-14h7V3h-7zM5-14h7V3H5zM14-14h7V3h-7z"),
        ),
        "mir": (
            Shape("a", disc(19, 6, -8)),
            Shape("b", disc(13, 6, -8)),
            Shape("a", "M-7 5L-27 25", 7),
            Shape("c", "M0-8L6-14", 4),
        ),
        "smi": (
            Shape("a", "M-27-10H27A27 27 0 0 1-27-10z"),
            Shape("e", "M-13-11V2M0-11V2M13-11V2", 3),
            Shape("c", "M-17 8H17A21 21 0 0 1-17 8z"),
        ),
        "gli": (Shape("c", "M0-28Q3-3 28 0Q3 3 0 28Q-3 3-28 0Q-3-3 0-28z"),),
        "qtr": (Shape("a", QUARTER),),
        "sun": (Shape("c", QUARTER), Shape("e", SMALL_QUARTER)),
        "dro": (Shape("d", "M0-24C10-8 17 0 17 8A17 17 0 0 1-17 8C-17 0-10-8 0-24z"),),
    },
    ornaments=("too", "row", "arc", "bru", "qtr", "mol", "gli", "smi", "dro", "arc", "mir", "sun", "row"),
    turning=frozenset({"arc", "qtr", "sun"}),
    loud=("too", "gli", "smi", "sun"),
    large=("too", "arc", "smi", "qtr", "mol"),
    plain={
        "too": ("block", "a"),
        "mol": ("block", "d"),
        "row": ("half", "a"),
        "smi": ("half", "a"),
        "gli": ("disc", "c"),
        "qtr": ("quarter", "a"),
        "sun": ("quarter", "c"),
        "dro": ("drop", "d"),
        "arc": ("half", "d"),
        "mir": ("disc", "a"),
    },
)
