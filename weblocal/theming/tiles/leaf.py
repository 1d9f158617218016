"""Leaf, for gardens: a vine that grows from tile to tile and ends in a flower; sun, leaves, grass, a pot."""

from weblocal.theming.tiles.shapes import QUARTER, Runs, Shape, TileSet, disc

_STEM = "M0-31V31"
# two leaves of one stem, one to each side, growing southwards
_PAIR = "M0-6C3-22 14-26 28-25C28-12 16-4 0-6zM0 22C-3 6-14 2-28 3C-28 16-16 24 0 22z"
_PETALS = disc(9, 0, -13) + disc(9, 12, -4) + disc(9, 8, 10) + disc(9, -8, 10) + disc(9, -12, -4)

LEAF = TileSet(
    name="leaf",
    glyphs={
        "st": (Shape("a", _STEM, 6), Shape("a", _PAIR)),
        "el": (Shape("a", "M0-31V-30A30 30 0 0 0 30 0H31", 6), Shape("a", "M9-9C-6-8-18 0-21 20C-6 22 8 10 9-9z")),
        "te": (Shape("a", "M0-31V31M0 25A25 25 0 0 1 25 0H31", 6), Shape("a", "M0 2C-3-14-14-18-28-17C-28-4-16 4 0 2z")),
        # one shoot climbs over the other
        "cr": (
            Shape("a", _STEM, 6),
            Shape("e", "M-24 0H24", 14),
            Shape("a", "M-31 0H31", 6),
            Shape("d", "M5-5C8-20 17-24 27-25C26-12 19-4 5-5z"),
        ),
        "va": (Shape("a", _STEM, 6), Shape("c", _PETALS), Shape("e", disc(6))),
        "bud": (
            Shape("a", "M0-31V0", 6),
            Shape("a", "M0-14C4-26 14-28 24-28C24-16 14-10 0-14z"),
            Shape("c", "M0-10C10-8 18 2 18 24L9 15L0 28L-9 15L-18 24C-18 2-10-8 0-10z"),
        ),
        "sun": (Shape("c", "M-20-20H20V20H-20zM0-28L28 0L0 28L-28 0z"), Shape("e", disc(16)), Shape("c", disc(12))),
        "lea": (Shape("d", "M-26 26C-30-8-8-28 26-26C28 8 8 30-26 26z"), Shape("b", "M-26 26L14-14M-8 8V-10M-8 8H10", 3)),
        "qu": (Shape("d", QUARTER),),
        "grs": (Shape("d", "M-30 30Q-28 2-14-12Q-20 8-14 30zM-8 30Q-6 0 8-20Q2 6 8 30zM10 30Q12 10 26-6Q20 12 26 30z"),),
        "pot": (
            Shape("c", "M-20 2H20V10H-20zM-16 13H16L11 29H-11z"),
            Shape("a", "M0 2C-16 0-22-12-20-24C-8-22 0-14 0-2C0-14 8-22 20-24C22-12 16 0 0 2z"),
        ),
    },
    ornaments=("qu", "lea", "grs", "", "pot", "qu", "lea", "grs", ""),
    turning=frozenset({"qu", "lea"}),
    loud=("pot", "sun"),
    large=("sun", "pot", "lea", "qu"),
    runs=Runs(
        straight="st",
        elbow="el",
        tee="te",
        cross="cr",
        plain="wire",
        accent="va",
        end_north=("bud", 0),
        end_west=("bud", 270),
        branches=7,
        crossings=6,
        stops=5,
    ),
)
