"""Plates, for gyms and trainers: weights, bars, a kettlebell, a stopwatch, the bends of a track, chevrons that drive on."""

from weblocal.theming.tiles.shapes import HALF, Shape, TileSet, disc

PLATES = TileSet(
    name="plates",
    glyphs={
        "plt": (Shape("a", disc(28)), Shape("e", disc(20)), Shape("a", disc(17)), Shape("e", disc(6))),
        "red": (
            Shape("c", disc(28)),
            Shape("e", "M0-23A23 23 0 0 1 23 0M0 23A23 23 0 0 1-23 0", 4),
            Shape("e", disc(12)),
            Shape("a", disc(5)),
        ),
        # the loaded end of a bar, from the side
        "bar": (Shape("a", "M-30-4H30V4H-30zM-20-27h11v54h-11zM-5-20H5v40H-5zM9-12h8v24H9z"),),
        "dmb": (Shape("c", "M-29-11h7v22h-7zM-20-19h9v38h-9zM11-19h9v38h-9zM22-11h7v22h-7zM-11-5h22V5h-22z"),),
        "ket": (
            Shape("a", "M-9-6L-12-20Q-12-26-6-26H6Q12-26 12-20L9-6", 7),
            Shape("a", "M-15 26A20 20 0 1 1 15 26z"),
            Shape("c", disc(7, 0, 11)),
        ),
        "chv": (Shape("a", "M-30-30H-8L22 0L-8 30H-30L0 0z"), Shape("d", "M-2-30H8L30-8V8L8 30H-2L28 0z")),
        "sto": (
            Shape("a", "M-6-29H6V-20H-6zM14-22L21-15L17-11L10-18z"),
            Shape("a", disc(23, 0, 5)),
            Shape("b", disc(17, 0, 5)),
            Shape("c", "M0 5V-12A17 17 0 0 1 17 5z"),
        ),
        "trk": (Shape("d", "M-30-14A16 16 0 0 0-14-30M-30 4A34 34 0 0 0 4-30M-30 22A52 52 0 0 0 22-30", 9),),
        "str": (Shape("d", "M-30-30h12L30 18v12zM-4-30H16L30-16V4zM-30-4V16L-16 30H4z"),),
        "hlf": (Shape("a", HALF),),
    },
    ornaments=("plt", "bar", "trk", "chv", "dmb", "str", "ket", "hlf", "trk", "sto", "red", "chv"),
    turning=frozenset({"bar", "chv", "trk", "hlf", "str"}),
    loud=("red", "dmb", "sto"),
    large=("plt", "trk", "red", "chv", "dmb"),
    plain={
        "plt": ("disc", "a"),
        "red": ("disc", "c"),
        "hlf": ("half", "a"),
        "sto": ("disc", "a"),
        "ket": ("disc", "a"),
        "trk": ("quarter", "d"),
        "dmb": ("block", "c"),
        "chv": ("lens", "a"),
    },
)
