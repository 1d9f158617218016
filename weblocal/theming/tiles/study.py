"""Study, for tutors and schools: pencils, books, ruler, protractor, globe, the four signs of arithmetic, a star for work well done."""

from weblocal.theming.tiles.shapes import HALF, QUARTER, Shape, TileSet, disc, star

STUDY = TileSet(
    name="study",
    glyphs={
        "pen": (
            Shape("a", "M-10-30H10V-20H-10zM-10 8L0 30L10 8z"),
            Shape("c", "M-10-17H10V8L5 13L0 8L-5 13L-10 8z"),
            Shape("e", "M0-17V8", 3),
        ),
        "boo": (
            Shape("a", "M-2-14Q-12-24-29-19V17Q-12 12-2 22zM2-14Q12-24 29-19V17Q12 12 2 22z"),
            Shape("e", "M-24-8Q-14-10-8-5M-24 2Q-14 0-8 5M24-8Q14-10 8-5M24 2Q14 0 8 5", 3),
        ),
        "rul": (Shape("d", "M-30-14H30V14H-30z"), Shape("e", "M-24-14V0M-12-14V-6M0-14V0M12-14V-6M24-14V0", 4)),
        "prt": (
            Shape("a", "M-30 24A30 30 0 0 1 30 24z"),
            Shape("e", "M-13 18A13 13 0 0 1 13 18zM-2-6H2V-1H-2zM-20 4L-17 1L-13 5L-16 8zM20 4L17 1L13 5L16 8z"),
        ),
        "glo": (Shape("d", disc(26)), Shape("b", "M-26 0H26M0-26V26M-9-24Q-21 0-9 24M9-24Q21 0 9 24", 3)),
        "cap": (
            Shape("a", "M0-22L30-8L0 6L-30-8zM-17 3L0 11L17 3V15Q0 26-17 15z"),
            Shape("c", "M24-6V14", 4),
            Shape("c", disc(5, 24, 16)),
        ),
        "sum": (
            Shape("a", "M-24-14H-6M-15-23V-5M6-14H24M-21 9L-9 21M-9 9L-21 21M6 15H24", 5),
            Shape("c", disc(3, 15, 7) + disc(3, 15, 23)),
        ),
        "str": (Shape("c", star(5, 28, 12, y=2)),),
        "sqr": (Shape("d", "M-30 30V-30L30 30zM-18 18H2L-18-2z"),),
        "qtr": (Shape("a", QUARTER),),
        "hlf": (Shape("d", HALF),),
    },
    ornaments=("pen", "rul", "boo", "qtr", "sum", "glo", "str", "sqr", "cap", "hlf", "prt", "rul", "pen"),
    turning=frozenset({"rul", "qtr", "sqr", "hlf"}),
    loud=("str", "pen", "cap"),
    large=("boo", "pen", "glo", "prt", "str", "cap"),
    plain={
        "boo": ("lens", "a"),
        "pen": ("block", "c"),
        "prt": ("half", "a"),
        "glo": ("disc", "d"),
        "cap": ("half", "a"),
        "sum": ("block", "a"),
        "str": ("disc", "c"),
        "sqr": ("quarter", "d"),
        "qtr": ("quarter", "a"),
        "hlf": ("half", "d"),
    },
)
