"""Things that stand in any room: vases and what grows in them, jug, bowl, lamp, books, stones, candle, cup, bottle."""

from weblocal.theming.still_lifes.things import Shape, Thing, disc, ellipse

HOUSEHOLD = (
    Thing(
        name="vase",
        width=88,
        height=118,
        in_front_of="blooms",
        shapes=(
            Shape("c", "M-12-118h24v22C34-88 44-70 44-48 44-20 27 0 0 0S-44-20-44-48C-44-70-34-88-12-96z"),
            Shape("d", "M3-118h9v22C34-88 44-70 44-48 44-20 27 0 0 0 20-10 29-28 27-50 25-74 13-88 3-96z"),
        ),
    ),
    Thing(
        name="blooms",
        width=124,
        height=252,
        shapes=(
            Shape("k", "M0-100C-2-150-18-186-40-214M0-100C6-150 22-178 44-200M0-100V-236", 4),
            Shape(
                "f", "M-10-158C-34-156-48-168-52-188-28-190-12-178-10-158zM12-166C14-190 30-202 54-202 50-178 36-166 12-166z"
            ),
            Shape("e", disc(17, -42, -222) + disc(20, 46, -212) + disc(23, 0, -240)),
        ),
    ),
    Thing(
        name="flask",
        width=64,
        height=134,
        in_front_of="twigs",
        shapes=(
            Shape("c", "M-9-134H9v58C26-66 34-48 32-26Q30 0 8 0H-8Q-30 0-32-26C-34-48-26-66-9-76z"),
            Shape("d", "M2-134h7v58C26-66 34-48 32-26Q30 0 8 0H0Q20-4 19-30C18-54 10-66 2-72z"),
        ),
    ),
    Thing(
        name="twigs",
        width=110,
        height=256,
        shapes=(
            Shape("k", "M0-120C-4-170-14-214-30-250M0-120C4-164 20-196 44-222", 4),
            Shape(
                "f",
                "M-9-166c-22 2-34-8-38-26 22-2 34 8 38 26zM-16-196c20-2 30-14 32-32-20 2-30 14-32 32zM-24-222c-18-2-26-12-27-28 18 2 26 12 27 28z"
                "M14-172c22 4 36-4 42-20-20-6-36 2-42 20zM26-198c-4-20 4-32 20-38 6 18-2 32-20 38z",
            ),
            Shape("e", disc(9, -31, -250) + disc(8, 48, -226)),
        ),
    ),
    Thing(
        name="bowl",
        width=100,
        height=52,
        shapes=(
            Shape("e", disc(17, -20, -52) + disc(15, 14, -50)),
            Shape("c", "M-50-52H50C50-20 32 0 0 0S-50-20-50-52z"),
            Shape("d", "M18-52H50C50-20 32 0 0 0 16-10 22-30 18-52z"),
        ),
    ),
    Thing(
        name="jug",
        width=84,
        height=120,
        shapes=(
            Shape("d", "M26-92C52-96 54-44 28-38", 9),
            Shape("a", "M-34-120L-18-112H24L28-92C40-70 40-40 34-14Q30 0 18 0H-24Q-36 0-38-14C-42-44-36-72-24-94z"),
            Shape("b", "M8-112H24L28-92C40-70 40-40 34-14Q30 0 18 0H0Q16-4 18-20C22-52 20-84 8-112z"),
        ),
    ),
    Thing(
        name="books",
        width=116,
        height=58,
        shapes=(
            Shape("c", "M-58-20H52V0H-58z"),
            Shape("a", "M40-17H58V-3H40z"),
            Shape("b", "M-48-40H46V-20H-48z"),
            Shape("d", "M-44-58H50V-40H-44z"),
            Shape("e", "M-30-58h9v18h-9z"),
        ),
    ),
    Thing(
        name="lamp",
        width=96,
        height=208,
        shapes=(
            Shape("d", "M-5-140H5V-10H-5zM-30-12H30V0H-30z"),
            Shape("e", "M-26-208H26L48-138H-48z"),
            Shape("c", disc(7, 0, -128)),
        ),
    ),
    Thing(
        name="stones",
        width=92,
        height=66,
        shapes=(
            Shape("b", ellipse(46, 13, 0, -13)),
            Shape("d", ellipse(34, 12, 4, -36)),
            Shape("a", ellipse(21, 9, -3, -57)),
        ),
    ),
    Thing(
        name="candle",
        width=44,
        height=104,
        shapes=(
            Shape("e", "M0-104C10-92 11-82 0-76-11-82-10-92 0-104z"),
            Shape("k", "M0-78V-66", 3),
            Shape("a", "M-22-64H22V0H-22z"),
            Shape("b", "M6-64H22V0H6z"),
        ),
    ),
    Thing(
        name="cup",
        width=86,
        height=58,
        shapes=(
            Shape("d", "M28-46C52-50 52-16 26-18", 7),
            Shape("c", "M-32-56H32C32-24 22-8 0-8S-32-24-32-56z"),
            Shape("d", "M12-56H32C32-24 22-8 0-8 12-18 16-34 12-56zM-43-8H43Q36 0 26 0H-26Q-36 0-43-8z"),
        ),
    ),
    Thing(
        name="bottle",
        width=58,
        height=150,
        shapes=(
            Shape("a", "M-11-132H11V-112C24-106 29-98 29-86V-10Q29 0 19 0H-19Q-29 0-29-10V-86C-29-98-24-106-11-112z"),
            Shape("b", "M4-132H11V-112C24-106 29-98 29-86V-10Q29 0 19 0H6Q15-2 15-12V-84C15-98 10-104 4-108z"),
            Shape("d", "M-13-150H13V-128H-13zM-29-76H29V-36H-29z"),
        ),
    ),
    Thing(
        name="pot",
        width=92,
        height=176,
        shapes=(
            Shape("k", "M0-60V-150M0-70C-10-100-24-114-40-122M0-76C10-106 22-122 40-132", 4),
            Shape(
                "f",
                "M0-112C-18-128-18-156 0-176 18-156 18-128 0-112zM-14-92C-40-90-54-106-54-130-28-130-14-116-14-92zM12-98C12-124 26-140 54-140 54-116 40-98 12-98z",
            ),
            Shape("d", "M-40-64H40V-48H-40z"),
            Shape("c", "M-34-48H34L26 0H-26z"),
            Shape("d", "M12-48H34L26 0H4z"),
        ),
    ),
)
