"""Light, for photographers, tutors and events: an aperture, a lens, bursts, beams, the corners of a frame, film, the moon."""

from weblocal.theming.tiles.shapes import QUARTER, SMALL_QUARTER, Shape, TileSet, disc, star

LIGHT = TileSet(
    name="light",
    glyphs={
        # six blades
        "ape": (
            Shape("a", disc(28)),
            Shape("e", "M14-24L-6-12M28 0L7-12M14 24L12 0M-14 24L6 12M-28 0L-7 12M-14-24L-12 0", 3),
            Shape("e", "M-6-12H6L13 0L6 12H-6L-13 0z"),
        ),
        "len": (Shape("d", disc(27)), Shape("a", disc(20)), Shape("b", disc(15)), Shape("c", "M0-9A9 9 0 0 1 9 0", 4)),
        "bst": (Shape("c", star(12, 29, 13)),),
        "beam": (Shape("d", "M-30-30H-18L30 6V30H18L-30-18z"), Shape("a", "M-30-30H-6L30-12V6z")),
        "frm": (Shape("a", "M-24-10V-24H-10M10-24H24V-10M24 10V24H10M-10 24H-24V10", 5), Shape("c", disc(6))),
        "flm": (
            Shape("a", "M-30-24H30V24H-30z"),
            Shape(
                "e",
                "M-26-20h7v6h-7zM-11-20h7v6h-7zM4-20h7v6H4zM19-20h7v6h-7zM-26 14h7v6h-7zM-11 14h7v6h-7zM4 14h7v6H4zM19 14h7v6h-7z",
            ),
            Shape("e", "M-26-9H-2V9H-26zM2-9H26V9H2z"),
        ),
        "mon": (Shape("c", "M6-26A26 26 0 1 0 26 6A21 21 0 0 1 6-26z"),),
        "gli": (Shape("a", "M0-28Q3-3 28 0Q3 3 0 28Q-3 3-28 0Q-3-3 0-28z"),),
        "ray": (Shape("d", "M-30-30H30V-20zM-30-30L30-5V18zM-30-30L24 30H8zM-30-30L-8 30H-24z"),),
        "qtr": (Shape("a", QUARTER),),
        "sun": (Shape("c", QUARTER), Shape("e", SMALL_QUARTER)),
    },
    ornaments=("ape", "ray", "gli", "beam", "bst", "qtr", "len", "ray", "flm", "frm", "sun", "mon", "len"),
    turning=frozenset({"beam", "qtr", "sun", "ray"}),
    loud=("bst", "mon", "sun"),
    large=("ape", "bst", "ray", "len", "qtr", "mon"),
    plain={
        "ape": ("disc", "a"),
        "len": ("disc", "d"),
        "bst": ("disc", "c"),
        "mon": ("disc", "c"),
        "ray": ("quarter", "d"),
        "qtr": ("quarter", "a"),
        "sun": ("quarter", "c"),
        "gli": ("drop", "a"),
        "flm": ("block", "a"),
        "frm": ("block", "a"),
    },
)
