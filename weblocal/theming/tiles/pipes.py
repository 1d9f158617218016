"""Pipes, for plumbing and heating: runs with collars and valves, a tap that drips, a shower, a gauge, a radiator."""

from weblocal.theming.tiles.shapes import QUARTER, Runs, Shape, TileSet, disc

# collars reach over the edge: two that only touch show a hair of field between them
_COLLARS = "M-17-31h34v7h-34zM-17 24h34v7h-34z"
_DROP = "M0-22C8-8 16 0 16 8A16 16 0 0 1-16 8C-16 0-8-8 0-22z"

PIPES = TileSet(
    name="pipes",
    glyphs={
        "st": (Shape("a", "M0-31V31", 20), Shape("a", _COLLARS)),
        "el": (Shape("a", "M0-31V-30A30 30 0 0 0 30 0H31", 20), Shape("a", "M-17-31h34v7h-34zM24-17h7v34h-7z")),
        "te": (Shape("a", "M0-31V31M0 0H31", 20), Shape("a", _COLLARS + "M24-17h7v34h-7z")),
        "cr": (
            Shape("a", "M0-31V31M-31 0H31", 20),
            Shape("a", _COLLARS + "M-31-17h7v34h-7zM24-17h7v34h-7z" + disc(18)),
            Shape("b", disc(7)),
        ),
        "va": (
            Shape("a", "M0-31V31", 20),
            Shape("a", _COLLARS),
            Shape("c", disc(21)),
            Shape("e", "M0-13V13M-13 0H13", 5),
            Shape("e", disc(6)),
        ),
        # from the west into a body with a handle, and out of the spout downwards
        "tp": (
            Shape("a", "M-31-10H2A18 18 0 0 1 20 8V24H4V10A4 4 0 0 0 0 6V10H-31zM-31-17h7v34h-7zM0 24h24v6H0zM-10-22h8v14h-8z"),
            Shape("c", "M-22-28h32v7h-32z"),
        ),
        "sh": (
            Shape("a", "M0-31V-8", 20),
            Shape("a", "M-17-31h34v7h-34zM-24 4C-24-12-12-14 0-14S24-12 24 4z"),
            Shape("c", "M-15 9v6M0 9v6M15 9v6M-8 19v6M8 19v6", 5),
        ),
        "dr": (Shape("c", _DROP), Shape("e", "M-8 8A8 8 0 0 0 0 16", 3)),
        "qu": (Shape("d", QUARTER),),
        "wv": (Shape("d", "M-30-14q15-13 30 0t30 0M-30 4q15-13 30 0t30 0M-30 22q15-13 30 0t30 0", 6),),
        "gg": (
            Shape("d", disc(24)),
            Shape("b", disc(18)),
            Shape("d", "M-12 0h-5M0-12v-5M12 0h5", 3),
            Shape("a", "M0 0L9-9", 4),
            Shape("a", disc(4)),
        ),
        "ra": (Shape("d", "M-21-20V20M-7-20V20M7-20V20M21-20V20", 10), Shape("d", "M-28-13H28M-28 13H28", 5)),
    },
    ornaments=("qu", "qu", "wv", "dr", "gg", "ra", "", "", "qu", "wv"),
    turning=frozenset({"qu"}),
    loud=("dr",),
    large=("dr", "gg", "qu", "dr"),
    runs=Runs(
        straight="st",
        elbow="el",
        tee="te",
        cross="cr",
        accent="va",
        end_north=("sh", 0),
        end_west=("tp", 0),
        drip="dr",
    ),
)
