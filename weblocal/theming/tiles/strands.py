"""Strands, for hair: locks of three that run on, tied by clasps and ending in a tip; scissors, comb, mirror, drop."""

from weblocal.theming.tiles.shapes import QUARTER, Runs, Shape, TileSet, disc

_LOCKS = "M-13-31V31M0-31V31M13-31V31"
_ACROSS = "M-31-13H31M-31 0H31M-31 13H31"

STRANDS = TileSet(
    name="strands",
    glyphs={
        "st": (Shape("a", _LOCKS, 7),),
        "el": (Shape("a", "M-13-31V-30A43 43 0 0 0 30 13H31M0-31V-30A30 30 0 0 0 30 0H31M13-31V-30A17 17 0 0 0 30-13H31", 7),),
        # a lock that parts: two bundles leave, one to each side of the third
        "te": (Shape("a", _LOCKS, 7), Shape("a", "M13-31V-30A17 17 0 0 0 30-13H31M13 31V30A17 17 0 0 1 30 13H31M13 0H31", 7)),
        # one lock passes over the other: the field cuts the lower one on both sides
        "cr": (
            Shape("a", _LOCKS, 7),
            Shape("e", "M-24-21H24M-24 21H24", 4),
            Shape("e", "M-24 0H24", 40),
            Shape("a", _ACROSS, 7),
        ),
        "va": (Shape("a", _LOCKS, 7), Shape("c", "M-23-10h46v20h-46z"), Shape("e", "M-11-10v20M0-10v20M11-10v20", 3)),
        "tip": (
            Shape("a", "M-13-31V-22M0-31V-22M13-31V-22", 7),
            Shape("a", "M-13-10C-13 6-23 8-18 27M0-10V30M13-10C13 6 23 8 18 27", 7),
            Shape("c", "M-21-22h42v14h-42z"),
        ),
        "cmb": (Shape("d", "M-26-20h52v13h-52z"), Shape("d", "M-23-8V20M-12-8V20M-1-8V20M10-8V20M21-8V20", 5)),
        "sci": (
            Shape("c", "M-18-27L4 4L-2 9zM18-27L-4 4L2 9z"),
            Shape("c", "M-11 8a8.5 8.5 0 1 0 .1 0zM11 8a8.5 8.5 0 1 0 .1 0z", 5),
            Shape("e", disc(2, 0, 1)),
        ),
        "mir": (
            Shape("d", disc(19, 0, -8)),
            Shape("b", disc(13, 0, -8)),
            Shape("a", "M-6-14L2-20", 3),
            Shape("d", "M-4 10h8v18h-8z"),
        ),
        "qu": (Shape("d", QUARTER),),
        "drp": (Shape("c", "M0-20C8-8 14 0 14 8A14 14 0 0 1-14 8C-14 0-8-8 0-20z"),),
    },
    ornaments=("qu", "cmb", "mir", "sci", "", "drp", "qu", "cmb", ""),
    turning=frozenset({"qu"}),
    loud=("sci", "drp"),
    large=("sci", "cmb", "mir", "sci"),
    runs=Runs(
        straight="st",
        elbow="el",
        tee="te",
        cross="cr",
        plain="locks",
        accent="va",
        end_north=("tip", 0),
        end_west=("tip", 270),
        branches=0,
        crossings=14,
        stops=4,
    ),
)
