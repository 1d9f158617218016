"""Things of a café, a bakery and a restaurant."""

from weblocal.theming.still_lifes.things import Shape, Thing, disc, ellipse

KITCHEN = (
    Thing(
        name="moka",
        width=96,
        height=148,
        shapes=(
            Shape("d", "M24-120C56-124 54-70 38-64", 9),
            Shape("c", "M-30-128L-46-124-30-104-26-74H26L32-128z"),
            Shape("d", "M6-128H32L26-74H4zM-26-74H26V-64H-26zM-6-148H6V-140H-6zM-34-138H34L30-126H-30z"),
            Shape("a", "M-26-64H26L38-6Q38 0 30 0H-30Q-38 0-38-6z"),
            Shape("b", "M6-64H26L38-6Q38 0 30 0H8z"),
        ),
    ),
    Thing(
        name="cakestand",
        width=128,
        height=150,
        shapes=(
            Shape("e", disc(9, -20, -146) + disc(9, 4, -150) + disc(9, 26, -144)),
            Shape("a", "M-46-138Q-46-144-38-144H38Q46-144 46-138V-116H-46z"),
            Shape("c", "M-46-120H46V-84H-46z"),
            Shape("e", "M-46-106H46V-98H-46z"),
            Shape("a", "M-46-122h92v8a9 9 0 0 1-18 0 9 9 0 0 1-19 0 9 9 0 0 1-18 0 9 9 0 0 1-19 0 9 9 0 0 1-18 0z"),
            Shape("d", "M-64-84H64L52-72H-52zM-6-74H6V-8H-6zM-30-10H30V0H-30z"),
        ),
    ),
    Thing(
        name="loaf",
        width=118,
        height=66,
        shapes=(
            Shape("e", "M-58-26C-58-54-32-66 0-66S58-54 58-26Q58 0 44 0H-44Q-58 0-58-26z"),
            Shape("a", "M-34-50q10-6 18 0l-12 26q-8-4-14 0zM-4-56q10-4 18 2L2-28q-8-4-14 0zM26-50q10 0 16 8L32-22q-8-4-14 0z"),
        ),
    ),
    Thing(
        name="croissant",
        width=112,
        height=56,
        shapes=(
            Shape("e", "M-56-6C-56-40-30-56 0-56S56-40 56-6Q52 2 44 0C38-14 24-24 0-24S-38-14-44 0Q-52 2-56-6z"),
            Shape("c", "M-22-52L-12-25M22-52L12-25M-44-38L-30-18M44-38L30-18", 4),
        ),
    ),
    Thing(
        name="teapot",
        width=136,
        height=96,
        shapes=(
            Shape("d", "M38-66C70-76 70-18 36-20", 9),
            Shape("c", "M-40-50L-62-76-72-72-46-16zM-46-36C-46-66-24-78 0-78S46-66 46-36 28 0 0 0-46-6-46-36z"),
            Shape(
                "d", "M12-77C34-72 46-60 46-36 46-6 28 0 0 0 22-10 30-40 12-77zM-26-78H26Q20-88 0-88T-26-78z" + disc(7, 0, -91)
            ),
        ),
    ),
    Thing(
        name="wine",
        width=50,
        height=206,
        shapes=(
            Shape("d", "M-9-206H9V-130C20-122 25-112 25-100V-10Q25 0 16 0H-16Q-25 0-25-10V-100C-25-112-20-122-9-130z"),
            Shape("a", "M-25-88H25V-34H-25z"),
            Shape("e", "M-10-206H10V-176H-10z" + disc(9, 0, -61)),
        ),
    ),
    Thing(
        name="goblet",
        width=68,
        height=136,
        shapes=(
            Shape("a", "M-30-136H30C38-96 28-70 0-68-28-70-38-96-30-136z"),
            Shape("c", "M-33-108H33C32-84 22-70 0-68-22-70-32-84-33-108z"),
            Shape("d", "M10-108H33C32-84 22-70 0-68 10-78 14-92 10-108zM-3-70H3V-6H-3z" + ellipse(28, 5, 0, -5)),
        ),
    ),
    Thing(
        name="mill",
        width=48,
        height=168,
        shapes=(
            Shape("d", disc(10, 0, -158)),
            Shape("c", "M-16-146Q-18-152-10-152H10Q18-152 16-146L12-122H-12z"),
            Shape("e", "M-15-122H15V-114H-15z"),
            Shape("c", "M-13-114H13C8-80 14-60 24-40V-8Q24 0 16 0H-16Q-24 0-24-8V-40C-14-60-8-80-13-114z"),
            Shape("d", "M2-114H13C8-80 14-60 24-40V-8Q24 0 16 0H4Q10-4 10-10V-40C2-66 2-84 2-114z"),
        ),
    ),
    Thing(
        name="cloche",
        width=136,
        height=86,
        shapes=(
            Shape("d", disc(8, 0, -78)),
            Shape("c", "M-56-14C-56-50-32-70 0-70S56-50 56-14z"),
            Shape("d", "M14-69C40-64 56-46 56-14H26C30-38 26-58 14-69z"),
            Shape("a", "M-68-14H68Q60 0 46 0H-46Q-60 0-68-14z"),
            Shape("b", "M30-14H68Q60 0 46 0H20z"),
        ),
    ),
    Thing(
        name="lemons",
        width=104,
        height=50,
        shapes=(
            Shape("e", "M-52-22C-48-40-34-46-22-46-8-46 0-36 4-24 0-8-10 0-24 0S-46-6-52-22z"),
            Shape("a", disc(24, 26, -24)),
            Shape("e", disc(20, 26, -24)),
            Shape("a", "M25-44h2v40h-2zM6-25v-2h40v2zM12-37l2-2 26 26-2 2zM40-39l2 2-26 26-2-2z"),
        ),
    ),
)
