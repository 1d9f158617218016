"""Axle, for garages: roads with cars on them, roundabouts and roller doors; gears, tyres, spanners, a chequered flag."""

from weblocal.theming.tiles.shapes import QUARTER, Runs, Shape, TileSet, disc

_DASHES = "M0-24V-6M0 6V24"

AXLE = TileSet(
    name="axle",
    glyphs={
        "st": (Shape("a", "M0-31V31", 26), Shape("e", _DASHES, 3)),
        "el": (
            Shape("a", "M0-31V-30A30 30 0 0 0 30 0H31", 26),
            Shape("e", "M1-24A30 30 0 0 0 6-12M12-6A30 30 0 0 0 24-1", 3),
        ),
        "te": (Shape("a", "M0-31V31M0 0H31", 26), Shape("e", "M0-24V-6M0 6V24M8 0H24", 3)),
        "cr": (Shape("a", "M0-31V31M-31 0H31", 26), Shape("a", disc(26)), Shape("e", disc(12)), Shape("c", disc(8))),
        # a car from above
        "va": (
            Shape("a", "M0-31V31", 26),
            Shape("c", "M-9-12Q-9-24 0-24T9-12V18Q9 23 0 23T-9 18z"),
            Shape("e", "M-7-9Q0-14 7-9L5-2H-5zM-5 10H5L7 16H-7z"),
        ),
        # the road runs up to a workshop's roller door
        "dor": (
            Shape("a", "M0-31V-14", 26),
            Shape("a", "M-26-14H26V28H-26z"),
            Shape("e", "M-20-4H20M-20 5H20M-20 14H20", 4),
            Shape("c", "M-20 20H20V28H-20z"),
        ),
        "ger": (
            Shape("c", "M0-29V29M-29 0H29M-20-20L20 20M20-20L-20 20", 11),
            Shape("c", disc(22)),
            Shape("e", disc(9)),
        ),
        "tyr": (
            Shape("a", disc(26)),
            Shape("e", disc(17)),
            Shape("a", disc(13)),
            Shape("e", disc(3, 0, -8) + disc(3, 8) + disc(3, 0, 8) + disc(3, -8)),
        ),
        "spn": (
            Shape("d", "M-18-20L20 18", 11),
            Shape("d", disc(12, -16, -17) + disc(11, 18, 17)),
            Shape("e", "M-30-24L-23-30L-12-19L-18-12z" + disc(5, 18, 17)),
        ),
        "flg": (
            Shape(
                "d",
                "M-30-30h15v15h-15zM0-30h15v15H0zM-15-15H0V0h-15zM15-15H30V0H15zM-30 0h15v15h-15zM0 0h15v15H0zM-15 15H0V30h-15zM15 15H30V30H15z",
            ),
        ),
        "qu": (Shape("d", QUARTER),),
        "nut": (Shape("d", "M-24-12V12L0 26L24 12V-12L0-26z"), Shape("b", disc(11))),
    },
    ornaments=("qu", "spn", "nut", "tyr", "flg", "", "qu", "ger", "nut"),
    turning=frozenset({"qu", "spn"}),
    loud=("ger", "tyr"),
    large=("ger", "tyr", "spn", "qu"),
    runs=Runs(
        straight="st",
        elbow="el",
        tee="te",
        cross="cr",
        plain="road",
        accent="va",
        end_north=("dor", 0),
        end_west=("dor", 270),
        crossings=10,
        stops=3,
    ),
)
