"""Joinery, for joiners and handymen: dovetails, boards, end grain, bricks, a saw, a plumb line, a set square, hammer, screw."""

from weblocal.theming.tiles.shapes import Shape, TileSet, disc

JOINERY = TileSet(
    name="joinery",
    glyphs={
        # two boards that hold each other
        "dov": (
            Shape("c", "M-30-30H30V30H-30z"),
            Shape("a", "M-30-30H-6V-22L14-27V-3L-6-8V8L14 3V27L-6 22V30H-30z"),
            Shape("e", "M-6-31V-22L14-27V-3L-6-8V8L14 3V27L-6 22V31", 2),
        ),
        "brd": (
            Shape("a", "M-30-30H30V-17H-30zM-30-14H30V-1H-30zM-30 2H30V15H-30zM-30 18H30V30H-30z"),
            Shape("e", disc(2, -24, -23) + disc(2, 24, -8) + disc(2, -24, 8) + disc(2, 24, 24)),
        ),
        # a quarter of a trunk: its rings
        "end": (
            Shape("d", "M-30-30H30A60 60 0 0 1-30 30z"),
            Shape("b", "M-30-18A12 12 0 0 0-18-30M-30-4A26 26 0 0 0-4-30M-30 12A42 42 0 0 0 12-30", 4),
        ),
        "brk": (
            Shape(
                "d",
                "M-30-30H-1V-12H-30zM1-30H30V-12H1zM-30-9H-16V9H-30zM-14-9H14V9H-14zM16-9H30V9H16zM-30 12H-1V30H-30zM1 12H30V30H1z",
            ),
        ),
        "saw": (
            Shape("a", "M-30-12H12V4L6 10L0 4L-6 10L-12 4L-18 10L-24 4L-30 10z"),
            Shape("c", "M10-16H22A8 8 0 0 1 30-8V8A8 8 0 0 1 22 16H10z"),
            Shape("e", "M17-7H22V7H17z"),
        ),
        "plb": (Shape("a", "M0-31V-6", 3), Shape("c", "M-6-12H6V-6H13V4L0 29L-13 4V-6H-6z")),
        "sqr": (
            Shape("a", "M-27-27H-13V13H27V27H-27z"),
            Shape("e", "M-20-17V-14M-20-8V-5M-20 1V4M-7 20H-4M3 20H6M13 20H16", 4),
        ),
        "ham": (Shape("a", "M-4-8H4V30H-4z"), Shape("c", "M-24-26H14L27-16V-8H-24z")),
        "scr": (Shape("a", disc(24)), Shape("e", "M-4-15H4V-4H15V4H4V15H-4V4H-15V-4H-4z")),
        "mit": (Shape("a", "M-30 30L30-30V30z"),),
        "gra": (
            Shape("d", "M-30-21Q-10-27 0-21T30-21M-30-7Q-16-17 0-7T30-7M-30 7Q-10-3 4 7T30 7M-30 21Q-12 15 0 21T30 21", 5),
        ),
    },
    ornaments=("dov", "gra", "saw", "end", "brd", "brk", "plb", "mit", "sqr", "ham", "end", "scr", "gra"),
    turning=frozenset({"dov", "end", "brd", "mit", "gra", "sqr"}),
    loud=("saw", "plb", "ham", "dov"),
    large=("dov", "end", "saw", "mit", "plb", "ham"),
    plain={
        "dov": ("block", "a"),
        "brd": ("block", "a"),
        "end": ("quarter", "d"),
        "plb": ("drop", "c"),
        "scr": ("disc", "a"),
        "mit": ("quarter", "a"),
        "ham": ("block", "c"),
        "saw": ("half", "c"),
        "brk": ("block", "d"),
        "sqr": ("quarter", "a"),
    },
)
