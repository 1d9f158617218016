"""Table, for restaurants: laid plates, a cloche, wine, a flame, a fish, lemon, wheat, basil, the check of a table cloth."""

from weblocal.theming.tiles.shapes import QUARTER, Shape, TileSet, disc

TABLE = TileSet(
    name="table",
    glyphs={
        # a plate between fork and knife
        "plt": (
            Shape("a", disc(17)),
            Shape("b", disc(12)),
            Shape("a", "M-29-22h2v9h2v-9h2v9h2v-9h2v14h-3v30h-4V-8h-3zM21-22Q29-18 29 2H25V22H21z"),
        ),
        "dsh": (
            Shape("a", disc(28)),
            Shape("e", disc(21)),
            Shape("c", "M-16 10A19 19 0 0 1 10-16Q12 8-16 10z"),
            Shape("a", disc(5, 9, 8)),
        ),
        "clo": (
            Shape("a", "M-28 14A28 28 0 0 1 28 14zM-30 18H30V24H-30z"),
            Shape("a", disc(5, 0, -17)),
            Shape("d", "M-18 6A20 20 0 0 1-6-6", 4),
        ),
        "win": (
            Shape("a", "M-17-28H17Q20 4 3 6V21H14V27H-14V21H-3V6Q-20 4-17-28z"),
            Shape("c", "M-14-14H14Q12 1 0 1T-14-14z"),
        ),
        "fla": (
            Shape("c", "M2-29Q20-10 20 6A20 20 0 0 1-20 6Q-20-6-11-14Q-9-4-4-4Q4-12 2-29z"),
            Shape("e", "M1 2Q11 10 9 18A9 9 0 0 1-9 18Q-9 10 1 2z"),
        ),
        "lem": (
            Shape("c", "M-30-12H30A30 30 0 0 1-30-12z"),
            Shape("e", "M-23-8H-3V12A20 20 0 0 1-23-8zM3-8H23A20 20 0 0 1 3 12z"),
            Shape("c", "M-23-8L-3 12M23-8L3 12", 4),
        ),
        "wht": (
            Shape("d", "M0-4V31", 4),
            Shape("d", "M0-29Q9-19 0-9Q-9-19 0-29zM-2 8Q-20 4-20-14Q-2-10-2 8zM2 8Q20 4 20-14Q2-10 2 8z"),
        ),
        "chk": (Shape("d", "M-30-30h20v20h-20zM10-30h20v20H10zM-10-10h20v20h-20zM-30 10h20v20h-20zM10 10h20v20H10z"),),
        "bas": (Shape("a", "M-30 30A60 60 0 0 1 30-30A60 60 0 0 1-30 30z"), Shape("e", "M-30 30L14-14", 3)),
        "qtr": (Shape("a", QUARTER),),
        "ste": (Shape("d", "M-15 24C-26 8-4-6-15-24M0 24C-11 8 11-6 0-24M15 24C4 8 26-6 15-24", 6),),
    },
    ornaments=("plt", "chk", "win", "bas", "wht", "fla", "ste", "qtr", "clo", "lem", "chk", "dsh", "wht"),
    turning=frozenset({"qtr", "bas", "lem"}),
    loud=("fla", "win", "lem", "dsh"),
    large=("plt", "dsh", "clo", "lem", "bas", "fla"),
    plain={
        "plt": ("disc", "a"),
        "dsh": ("disc", "a"),
        "clo": ("half", "a"),
        "fla": ("drop", "c"),
        "lem": ("half", "c"),
        "bas": ("lens", "a"),
        "qtr": ("quarter", "a"),
        "win": ("half", "c"),
        "wht": ("lens", "d"),
        "chk": ("block", "d"),
    },
)
