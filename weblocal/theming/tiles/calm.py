"""Calm, for spas, beauty and gentle hands: stones on each other, a lotus, ripples, a candle, oil, waves, the moon."""

from weblocal.theming.tiles.shapes import HALF, QUARTER, Shape, TileSet, disc

CALM = TileSet(
    name="calm",
    glyphs={
        "sto": (
            Shape("a", "M-28 22a28 9 0 0 1 56 0a28 7 0 0 1-56 0z"),
            Shape("c", "M-21 5a21 8 0 0 1 42 0a21 7 0 0 1-42 0z"),
            Shape("a", "M-13-11a13 7 0 0 1 26 0a13 6 0 0 1-26 0z"),
        ),
        "lot": (
            Shape("d", "M0 24C-20 24-30 12-30-4C-16-4-4 6 0 24zM0 24C20 24 30 12 30-4C16-4 4 6 0 24z"),
            Shape("a", "M0 24C-16 14-22-2-18-16C-6-10 0 6 0 24zM0 24C16 14 22-2 18-16C6-10 0 6 0 24z"),
            Shape("c", "M0 24C-12 10-12-10 0-26C12-10 12 10 0 24z"),
        ),
        # rings in still water
        "rip": (Shape("a", "M-6 30A6 6 0 0 1 6 30z"), Shape("a", "M-14 30A14 14 0 0 1 14 30M-26 30A26 26 0 0 1 26 30", 5)),
        "wav": (Shape("d", "M-30-22q15-11 30 0t30 0M-30-7q15-11 30 0t30 0M-30 8q15-11 30 0t30 0M-30 23q15-11 30 0t30 0", 6),),
        "can": (
            Shape("a", "M-14 2H14V30H-14z"),
            Shape("c", "M0-28Q12-14 8-8A9 9 0 0 1-8-8Q-12-14 0-28z"),
            Shape("e", "M-7 1V10A5 5 0 0 0 3 10V1z"),
        ),
        "oil": (Shape("c", "M0-26C10-10 18-2 18 8A18 18 0 0 1-18 8C-18-2-10-10 0-26z"), Shape("e", "M-9 8A9 9 0 0 0 0 17", 3)),
        "mon": (Shape("d", disc(25)), Shape("a", "M8-24A25 25 0 1 0 8 24A25 25 0 0 1 8-24z")),
        "lea": (Shape("d", "M-30 30A60 60 0 0 1 30-30A60 60 0 0 1-30 30z"), Shape("b", "M-30 30L12-12", 3)),
        "qtr": (Shape("a", QUARTER),),
        "hlf": (Shape("a", HALF),),
        "ris": (Shape("c", "M-30 30A30 30 0 0 1 30 30z"), Shape("d", "M-30-6V-30H30V-6A36 36 0 0 0-30-6z")),
    },
    ornaments=("sto", "wav", "lot", "rip", "lea", "qtr", "mon", "can", "wav", "hlf", "oil", "ris", "lea"),
    turning=frozenset({"lea", "qtr", "hlf"}),
    loud=("lot", "oil", "ris", "can"),
    large=("lot", "sto", "mon", "rip", "qtr", "lea"),
    plain={
        "sto": ("half", "a"),
        "lot": ("lens", "c"),
        "rip": ("half", "a"),
        "oil": ("drop", "c"),
        "mon": ("disc", "d"),
        "lea": ("lens", "d"),
        "qtr": ("quarter", "a"),
        "hlf": ("half", "a"),
        "ris": ("half", "c"),
        "can": ("block", "a"),
    },
)
