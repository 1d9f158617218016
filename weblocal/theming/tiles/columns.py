"""Columns, for lawyers and accountants: column and flutes, pediment and arches, scales, a seal, a counting frame, steps."""

from weblocal.theming.tiles.shapes import QUARTER, Shape, TileSet, disc

COLUMNS = TileSet(
    name="columns",
    glyphs={
        "col": (
            Shape("a", "M-26-30H26V-22H-26zM-20-20H20L14-12H-14z"),
            Shape("a", "M-13-10h6v30h-6zM-3-10H3v30H-3zM7-10h6v30H7z"),
            Shape("a", "M-26 22H26V30H-26z"),
        ),
        "flu": (Shape("d", "M-26 30V-15A7 7 0 0 1-12-15V30zM-7 30V-15A7 7 0 0 1 7-15V30zM12 30V-15A7 7 0 0 1 26-15V30z"),),
        "arc": (
            Shape("a", "M-30 30V0A30 30 0 0 1 30 0V30H21V0A21 21 0 0 0-21 0V30z"),
            Shape("d", "M-15 30V0A15 15 0 0 1 15 0V30z"),
        ),
        "sca": (
            Shape("a", "M-3-26H3V22H-3zM-14 21H14V28H-14zM-24-21H24V-15H-24z"),
            Shape("a", "M-21-17L-28 4M-21-17L-14 4M21-17L14 4M21-17L28 4", 2),
            Shape("c", "M-30 3H-12A9 9 0 0 1-30 3zM12 3H30A9 9 0 0 1 12 3z"),
        ),
        "sea": (
            Shape("a", "M-14 6L-18 30L-9 25L-3 30L0 12L3 30L9 25L18 30L14 6z"),
            Shape("c", "M-17-23H17V11H-17zM0-30L24-6L0 18L-24-6z"),
            Shape("e", disc(13, 0, -6)),
            Shape("c", disc(9, 0, -6)),
        ),
        "ped": (
            Shape("a", "M-30-4L0-26L30-4z"),
            Shape("c", disc(6, 0, -11)),
            Shape("a", "M-30 0H30V6H-30zM-30 24H30V30H-30z"),
            Shape("d", "M-26 8h9v14h-9zM-4 8H4v14H-4zM17 8h9v14h-9z"),
        ),
        "stp": (Shape("d", "M-30 30V15H-15V0H0V-15H15V-30H30V30z"),),
        "aba": (
            Shape("d", "M-30-18H30M-30 0H30M-30 18H30", 3),
            Shape(
                "a",
                disc(7, -20, -18) + disc(7, -5, -18) + disc(7, 20, -18) + disc(7, -20, 18) + disc(7, 5, 18) + disc(7, 20, 18),
            ),
            Shape("c", disc(7, -5) + disc(7, 10)),
        ),
        "qtr": (Shape("a", QUARTER),),
    },
    ornaments=("col", "flu", "arc", "sca", "stp", "aba", "qtr", "ped", "flu", "sea", "arc"),
    turning=frozenset({"qtr", "stp", "flu"}),
    loud=("sca", "sea", "aba"),
    large=("sca", "arc", "col", "ped", "sea", "qtr"),
    plain={
        "arc": ("half", "a"),
        "sea": ("disc", "c"),
        "qtr": ("quarter", "a"),
        "aba": ("disc", "c"),
        "sca": ("half", "c"),
        "col": ("block", "a"),
        "ped": ("block", "a"),
        "flu": ("half", "d"),
        "stp": ("quarter", "d"),
    },
)
