"""Things of a hair salon."""

from weblocal.theming.still_lifes.things import Shape, Thing, disc, ellipse

_TEETH = "".join(f"M4-{y}h20v5H4z" for y in range(40, 160, 11))

SALON = (
    Thing(
        name="mirror",
        width=112,
        height=196,
        shapes=(
            Shape("d", "M-6-92H6V-10H30V0H-30V-10H-6z"),
            Shape("c", disc(56, 0, -140)),
            Shape("a", disc(46, 0, -140)),
            Shape("b", "M-33-108L32-172A46 46 0 0 1 45-148L-8-95A46 46 0 0 1-33-108z"),
        ),
    ),
    Thing(
        name="pump",
        width=66,
        height=130,
        shapes=(
            Shape("b", "M-30-84Q-30-92-22-92H22Q30-92 30-84V-10Q30 0 20 0H-20Q-30 0-30-10z"),
            Shape("c", "M10-92H22Q30-92 30-84V-10Q30 0 20 0H8Q14-4 14-12V-80Q14-88 10-92zM-7-110H9V-90H-7z"),
            Shape("d", "M-36-128Q-34-132-28-132H8Q16-132 16-124V-108H-12V-118H-30Q-36-120-36-128z"),
        ),
    ),
    Thing(
        name="brush",
        width=54,
        height=184,
        shapes=(
            Shape("c", "M-8-78H8V-10Q8 0 0 0T-8-10z"),
            Shape("d", "M-27-168Q-27-184-12-184H12Q27-184 27-168V-104Q27-72 0-72T-27-104z"),
            Shape("a", "M-17-170H17V-104Q17-92 0-92T-17-104z"),
            Shape(
                "c",
                "M-11-162h4v4h-4zM-2-162h4v4h-4zM7-162h4v4H7zM-11-148h4v4h-4zM-2-148h4v4h-4zM7-148h4v4H7zM-11-134h4v4h-4zM-2-134h4v4h-4zM7-134h4v4H7zM-11-120h4v4h-4zM-2-120h4v4h-4zM7-120h4v4H7z",
            ),
        ),
    ),
    Thing(
        name="jar",
        width=66,
        height=186,
        shapes=(
            Shape("d", "M-20-186h9q5 0 5 5V-40h-19V-181q0-5 5-5z"),
            Shape(
                "d",
                "M-6-182h16v4h-16zM-6-171h16v4h-16zM-6-160h16v4h-16zM-6-149h16v4h-16zM-6-138h16v4h-16zM-6-127h16v4h-16zM-6-116h16v4h-16z",
            ),
            Shape("c", disc(13, 12, -122) + "M7-112h10v72H7z"),
            Shape("a", disc(6, 12, -122)),
            Shape("b", "M-33-84H33V-10Q33 0 23 0H-23Q-33 0-33-10z"),
            Shape("c", "M-33-62H33V-10Q33 0 23 0H-23Q-33 0-33-10z"),
            Shape("d", "M12-62H33V-10Q33 0 23 0H8Q16-2 16-12z"),
        ),
    ),
    Thing(
        name="towels",
        width=108,
        height=60,
        shapes=(
            Shape("a", "M-42-20H42a10 10 0 0 1 0 20H-42a10 10 0 0 1 0-20z"),
            Shape("b", "M-40-40H38a10 10 0 0 1 0 20H-40a10 10 0 0 1 0-20z"),
            Shape("c", "M-38-60H40a10 10 0 0 1 0 20H-38a10 10 0 0 1 0-20z"),
            Shape("d", "M22-60H40a10 10 0 0 1 0 20H22z"),
        ),
    ),
    Thing(
        name="tint",
        width=118,
        height=74,
        shapes=(
            Shape("d", "M14-46L52-82 60-74 24-40z"),
            Shape("e", ellipse(30, 15, -8, -46)),
            Shape("c", "M-48-46H48C46-16 30 0 0 0S-46-16-48-46z"),
            Shape("d", "M18-46H48C46-16 30 0 0 0 16-8 22-26 18-46z"),
        ),
    ),
    Thing(
        name="dryer",
        width=124,
        height=112,
        shapes=(
            Shape("d", "M-4-66H20L12-6Q11 0 4 0H-10Q-16 0-14-6z"),
            Shape("c", "M-60-104L-22-108A40 40 0 1 1-22-44L-60-56z"),
            Shape("a", disc(19, 12, -76)),
            Shape("d", disc(9, 12, -76) + "M-62-106h11v52h-11z"),
        ),
    ),
    Thing(
        name="scissors",
        width=92,
        height=168,
        hangs=True,
        shapes=(
            Shape("d", "M-30-168C-16-150-2-118 8-84L-2-78C-20-108-30-140-30-168z"),
            Shape("c", "M30-168C30-140 20-108 2-78L-8-84C2-118 16-150 30-168z"),
            Shape("k", "M2-80L18-50M-2-80L-18-50", 9),
            Shape("k", disc(19, -25, -32) + disc(19, 25, -32), 9),
            Shape("e", disc(5, 0, -86)),
        ),
    ),
    Thing(
        name="comb",
        width=46,
        height=168,
        hangs=True,
        shapes=(Shape("d", "M-20-168H-2Q6-168 6-160V-8Q6 0-2 0H-12Q-20 0-20-8z" + _TEETH),),
    ),
)
