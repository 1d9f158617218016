"""Parcel, for shops: awnings, bags, labels, boxes with a ribbon, stripes of a bar code, a coin for the till."""

from weblocal.theming.tiles.shapes import HALF, QUARTER, SMALL_QUARTER, Shape, TileSet, disc

PARCEL = TileSet(
    name="parcel",
    glyphs={
        "bag": (
            Shape("a", "M-10-8V-16A10 10 0 0 1 10-16V-8", 5),
            Shape("a", "M-20-12H20L25 28H-25z"),
            Shape("c", "M-22 6H22L23 16H-23z"),
        ),
        "awn": (
            Shape("a", "M-30-30h20v42a10 10 0 0 1-20 0zM10-30h20v42a10 10 0 0 1-20 0z"),
            Shape("d", "M-10-30h20v42a10 10 0 0 1-20 0z"),
        ),
        # a label on its string
        "tag": (
            Shape("c", "M-3-28H22A6 6 0 0 1 28-22V3L3 28L-28-3z"),
            Shape("e", disc(5, 16, -16)),
            Shape("e", "M-12-2L2 12M-5-9L9 5", 4),
        ),
        # seen from above: paper, ribbon, bow
        "box": (
            Shape("d", "M-26-26H26V26H-26z"),
            Shape("c", "M-6-26H6V26H-6zM-26-6H26V6H-26z"),
            Shape("a", "M0 0C-24-2-26-24-14-20Q-4-16 0 0Q4-16 14-20C26-24 24-2 0 0L14 22L4 17L0 0L-4 17L-14 22z"),
        ),
        # a carton standing on its corner
        "cub": (
            Shape("a", "M0-28L26-14L0 0L-26-14z"),
            Shape("d", "M-26-14L0 0V28L-26 14z"),
            Shape("b", "M26-14L0 0V28L26 14z"),
            Shape("c", "M9-23L-17-9V1L-9 5V-5L17-19z"),
        ),
        "cod": (Shape("a", "M-24-22h4v44h-4zM-16-22h9v44h-9zM-3-22h3v44h-3zM4-22h6v44H4zM14-22h3v44h-3zM20-22h5v44h-5z"),),
        "coi": (Shape("d", disc(24)), Shape("a", disc(17)), Shape("d", "M-3-9H3V9H-3z")),
        "str": (Shape("d", "M-30-30h10v60h-10zM-10-30H0v60h-10zM10-30h10v60H10z"),),
        "qtr": (Shape("a", QUARTER),),
        "sun": (Shape("c", QUARTER), Shape("e", SMALL_QUARTER)),
        "hlf": (Shape("d", HALF),),
    },
    ornaments=("bag", "awn", "str", "tag", "box", "qtr", "cub", "hlf", "cod", "awn", "coi", "sun", "cub"),
    turning=frozenset({"str", "qtr", "sun", "hlf"}),
    loud=("bag", "tag", "sun", "box"),
    large=("bag", "cub", "box", "qtr", "tag"),
    plain={
        "bag": ("block", "a"),
        "tag": ("drop", "c"),
        "box": ("block", "c"),
        "cub": ("block", "d"),
        "coi": ("disc", "d"),
        "qtr": ("quarter", "a"),
        "sun": ("quarter", "c"),
        "hlf": ("half", "d"),
        "awn": ("half", "a"),
    },
)
