"""Things of a flower shop."""

from weblocal.theming.still_lifes.things import Shape, Thing, disc, ellipse

_BUD = "M{x} {y}c-16-4-22-20-18-40 6 4 10 8 11 13 2-8 4-12 8-17 4 5 6 9 8 17 1-5 5-9 11-13 4 20-4 36-20 40z"

FLORIST = (
    Thing(
        name="pail",
        width=92,
        height=108,
        in_front_of="tulips",
        shapes=(
            Shape("c", "M-46-108H46L34-6Q33 0 27 0H-27Q-33 0-34-6z"),
            Shape("d", "M14-108H46L34-6Q33 0 27 0H6Q12-2 12-8zM-48-108H48V-96H-48z"),
        ),
    ),
    Thing(
        name="tulips",
        width=136,
        height=250,
        shapes=(
            Shape("k", "M0-100C-6-140-24-170-46-190M0-100V-208M0-100C6-140 24-164 48-180", 4),
            Shape("f", "M-6-104C-40-118-62-144-66-178-38-168-14-140-6-104zM8-104C36-116 62-138 70-168 40-164 14-140 8-104z"),
            Shape("e", _BUD.format(x=-46, y=-186) + _BUD.format(x=48, y=-176)),
            Shape("e", _BUD.format(x=1, y=-204)),
        ),
    ),
    Thing(
        name="daisies",
        width=130,
        height=252,
        shapes=(
            Shape("k", "M0-100C-4-150-20-176-40-200M0-100C4-140 20-160 46-176M0-100V-222", 4),
            Shape("f", "M-8-140C-32-136-46-148-50-166-28-170-12-160-8-140zM8-150C14-172 30-180 50-178 46-158 30-148 8-150z"),
            Shape(
                "a",
                "".join(
                    ellipse(9, 9, x + dx, y + dy)
                    for x, y in ((-42, -206), (46, -184), (0, -228))
                    for dx, dy in ((-13, -8), (13, -8), (0, -16), (-9, 9), (9, 9))
                ),
            ),
            Shape("e", disc(9, -42, -206) + disc(9, 46, -184) + disc(9, 0, -228)),
        ),
    ),
    Thing(
        name="can",
        width=136,
        height=108,
        shapes=(
            Shape("d", "M34-70C66-84 66-20 36-22", 8),
            Shape("d", "M-30-40L-62-96-72-92-74-104-46-114-44-103-52-99-30-70z"),
            Shape("c", "M-36-78H38V-8Q38 0 30 0H-28Q-36 0-36-8z"),
            Shape("d", "M14-78H38V-8Q38 0 30 0H6Q14-2 14-10zM-20-92H24V-78H-20z"),
        ),
    ),
    Thing(
        name="bouquet",
        width=108,
        height=150,
        shapes=(
            Shape("f", "M-48-90C-60-116-48-138-28-142L0-80zM48-90C62-112 50-136 30-142L0-80z"),
            Shape("e", disc(22, -24, -112) + disc(20, 24, -108)),
            Shape("c", disc(20, 0, -130)),
            Shape("a", disc(8, -24, -112) + disc(7, 24, -108) + disc(7, 0, -130)),
            Shape("b", "M-46-92L0-74 46-92 18 0H-18z"),
            Shape("d", "M46-92L18 0H-2L0-74z"),
            Shape("e", "M-28-34H28V-24H-28z"),
        ),
    ),
    Thing(
        name="pots",
        width=78,
        height=70,
        shapes=(
            Shape("d", "M-36-70H36V-56H-36z"),
            Shape("c", "M-30-56H30L22 0H-22z"),
            Shape("d", "M10-56H30L22 0H4z"),
        ),
    ),
    Thing(
        name="twine",
        width=62,
        height=54,
        shapes=(
            Shape("a", "M-24-46H24V-8H-24z"),
            Shape("b", "M-24-40H24V-34H-24zM-24-28H24V-22H-24zM-24-16H24V-10H-24z"),
            Shape("d", "M-31-54H31V-44H-31zM-31-10H31V0H-31z"),
        ),
    ),
    Thing(
        name="wreath",
        width=120,
        height=124,
        hangs=True,
        shapes=(
            Shape("f", disc(50, 0, -62) + "M-28-62a28 28 0 0 0 56 0a28 28 0 0 0-56 0z"),
            Shape("e", disc(11, -34, -92) + disc(9, 40, -66) + disc(11, -18, -22)),
            Shape("c", disc(9, 20, -102) + disc(10, -42, -56) + disc(9, 22, -24)),
        ),
    ),
)
