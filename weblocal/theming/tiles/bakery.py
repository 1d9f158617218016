"""Bakery and coffee: cups, beans, loaves, croissants, steam, awnings, and plain shapes that give them room."""

from weblocal.theming.tiles.shapes import HALF, QUARTER, SMALL_QUARTER, Shape, TileSet, disc

BAKERY = TileSet(
    name="bakery",
    glyphs={
        "cup": (
            Shape("a", "M14-8L22-16A5 5 0 0 1 29-9L21-1z"),
            Shape("a", disc(25)),
            Shape("b", disc(19)),
            Shape("c", disc(15)),
        ),
        "bow": (Shape("d", "M-30 0a30 30 0 0 1 60 0z"), Shape("a", HALF)),
        "qtr": (Shape("a", QUARTER),),
        "sun": (Shape("c", QUARTER), Shape("e", SMALL_QUARTER)),
        "str": (Shape("a", "M-30-30h12v60h-12zM-6-30h12v60h-12zM18-30h12v60h-12z"),),
        # an awning over a shop front, its edge in scallops
        "awn": (
            Shape("a", "M-30-30h20v42a10 10 0 0 1-20 0zM10-30h20v42a10 10 0 0 1-20 0z"),
            Shape("c", "M-10-30h20v42a10 10 0 0 1-20 0z"),
        ),
        "ben": (
            Shape("c", "M15-21C26-8 22 14 4 25C-10 30-24 20-24 4C-23-12-8-27 8-26C11-25 13-23 15-21z"),
            Shape("e", "M12-20C-4-8 8 6-10 24", 5),
        ),
        "lof": (
            Shape("a", "M-22 14C-32 4-22-16-6-18C12-24 30-14 27 0C24 12 4 14-6 17C-14 20-18 18-22 14z"),
            Shape("b", "M-12 9L-6-5M0 6L6-8M12 2L17-10", 4),
        ),
        "cro": (
            Shape("c", "M-28 12C-29-8-15-22 0-22S29-8 28 12C27 19 19 20 16 14C12 6 6 3 0 3S-12 6-16 14C-19 20-27 19-28 12z"),
            Shape("e", "M-9-21L-5 4M9-21L5 4M-23-10L-13 9M23-10L13 9", 3),
        ),
        "stm": (Shape("d", "M-15 24C-26 8-4-6-15-24M0 24C-11 8 11-6 0-24M15 24C4 8 26-6 15-24", 6),),
        "rng": (Shape("d", disc(26)), Shape("a", disc(17)), Shape("e", disc(7))),
        "hlf": (Shape("c", HALF),),
    },
    ornaments=("cup", "bow", "qtr", "str", "ben", "lof", "stm", "sun", "rng", "ben", "bow", "hlf", "cro", "awn"),
    turning=frozenset({"bow", "qtr", "sun", "str", "hlf"}),
    loud=("cup", "ben", "lof", "cro"),
    large=("cup", "qtr", "rng", "sun", "bow", "cro"),
    plain={
        "cup": ("disc", "a"),
        "ben": ("disc", "c"),
        "rng": ("disc", "d"),
        "bow": ("half", "a"),
        "hlf": ("half", "c"),
        "sun": ("quarter", "c"),
        "cro": ("half", "c"),
        "lof": ("lens", "a"),
        "qtr": ("quarter", "a"),
    },
)
