"""Sparks, for electricians: cable that runs on, hops over itself, and ends in a lamp or a plug; bulb, socket, switch, bolt."""

from weblocal.theming.tiles.shapes import QUARTER, Runs, Shape, TileSet, disc

_BULB = "M0-24A18 18 0 0 1 11 9C8 12 8 14 8 17H-8C-8 14-8 12-11 9A18 18 0 0 1 0-24z"

SPARKS = TileSet(
    name="sparks",
    glyphs={
        # cable, held by a clip with two nails
        "st": (Shape("a", "M0-31V31", 11), Shape("a", "M-13-6h26v12h-26z")),
        "el": (Shape("a", "M0-31V-30A30 30 0 0 0 30 0H31", 11),),
        "te": (Shape("a", "M0-31V31M0 0H31", 11), Shape("a", "M-17-17h34v34h-34z"), Shape("c", disc(9))),
        # one cable hops over the other, as wiring diagrams have it
        "cr": (
            Shape("a", "M0-31V31", 11),
            Shape("e", "M-14 0A14 14 0 0 1 14 0", 19),
            Shape("a", "M-31 0H-14A14 14 0 0 1 14 0H31", 11),
        ),
        "va": (
            Shape("a", "M0-31V31", 11),
            Shape("a", "M-23-23h46v46h-46z"),
            Shape("e", "M-16-16h32v32h-32z"),
            Shape("c", "M-10-10h20v20h-20z"),
        ),
        "lmp": (
            Shape("a", "M0-31V-20", 11),
            Shape("a", "M-8-22h16v6A22 22 0 0 1 26 5H-26A22 22 0 0 1-8-16z"),
            Shape("c", "M-13 9h26a13 13 0 0 1-26 0z"),
        ),
        "plg": (
            Shape("a", "M-31 0H-16", 11),
            Shape("a", "M-18-7L-8-18H8V18H-8L-18 7z"),
            Shape("c", "M8-12h18v7h-18zM8 5h18v7h-18z"),
        ),
        "blt": (Shape("c", "M8-28L-18 5H-3L-8 28L18-6H3z"),),
        "blb": (Shape("c", _BULB), Shape("e", "M-5 17V2L0 7L5 2V17", 3), Shape("a", "M-8 19h16v4h-16zM-6 25h12v4h-12z")),
        "soc": (Shape("d", "M-24-24h48v48h-48z"), Shape("e", disc(17)), Shape("a", disc(4, -7) + disc(4, 7))),
        "qu": (Shape("d", QUARTER),),
        "zig": (Shape("d", "M-30 0H-22L-16-14L-8 14L0-14L8 14L16-14L22 0H30", 5),),
    },
    ornaments=("qu", "soc", "zig", "blt", "qu", "", "soc", "blb", "zig"),
    turning=frozenset({"qu"}),
    loud=("blt", "blb"),
    large=("blb", "blt", "soc", "qu"),
    runs=Runs(
        straight="st",
        elbow="el",
        tee="te",
        cross="cr",
        plain="wire",
        accent="va",
        end_north=("lmp", 0),
        end_west=("plg", 0),
        crossings=10,
        stops=6,
    ),
)
