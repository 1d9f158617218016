"""Things of a dental practice."""

from weblocal.theming.still_lifes.things import Shape, Thing, disc

DENTIST = (
    Thing(
        name="tooth",
        width=104,
        height=122,
        shapes=(
            Shape(
                "a",
                "M-52-84C-54-116-24-130 0-114 24-130 54-116 52-84 50-48 38-40 32-6Q30 2 22 0C14-2 14-40 0-40S-14-2-22 0Q-30 2-32-6C-38-40-50-48-52-84z",
            ),
            Shape("b", "M16-120C38-126 54-112 52-84 50-48 38-40 32-6Q30 2 22 0C34-40 40-70 16-120z"),
            Shape("e", "M-26-92C-26-100-20-106-12-106L-14-98C-18-97-19-95-19-91z"),
        ),
    ),
    Thing(
        name="brushes",
        width=66,
        height=206,
        shapes=(
            Shape("d", "M-24-206h7v150h-12l3-96q-4-20-4-30 0-20 6-24z"),
            Shape("a", "M-17-204h14v34h-14z"),
            Shape("e", "M10-176h8q7 6 6 26l-8 96H6z"),
            Shape("a", "M-4-176h14v34H-4z"),
            Shape("b", "M-33-92H33L28-8Q27 0 18 0H-18Q-27 0-28-8z"),
            Shape("c", "M-31-60H31L28-8Q27 0 18 0H-18Q-27 0-28-8z"),
            Shape("d", "M12-60H31L28-8Q27 0 18 0H4Q12-2 12-10z"),
        ),
    ),
    Thing(
        name="tube",
        width=50,
        height=128,
        shapes=(
            Shape("d", "M-16-20H16V0H-16z"),
            Shape("c", "M-25-128H25L20-20H-20z"),
            Shape("d", "M6-128H25L20-20H4z"),
            Shape("a", "M-27-128H27V-116H-27z"),
            Shape("e", disc(11, -6, -68)),
        ),
    ),
    Thing(
        name="glass",
        width=52,
        height=92,
        shapes=(
            Shape("a", "M-26-92H26L20-6Q19 0 13 0H-13Q-19 0-20-6z"),
            Shape("b", "M-23-62Q-10-68 0-62T23-62L20-6Q19 0 13 0H-13Q-19 0-20-6z"),
            Shape("c", "M8-62Q16-58 23-62L20-6Q19 0 13 0H4Q9-2 9-8z"),
        ),
    ),
    Thing(
        name="apple",
        width=66,
        height=72,
        shapes=(
            Shape("k", "M0-56C0-66 4-70 8-74", 4),
            Shape("f", "M4-62C8-78 22-82 32-78 28-64 16-58 4-62z"),
            Shape("e", "M0-56C14-64 34-58 33-34 32-12 16 2 0-2-16 2-32-12-33-34-34-58-14-64 0-56z"),
        ),
    ),
    Thing(
        name="probe",
        width=56,
        height=176,
        hangs=True,
        shapes=(
            Shape("d", "M-4-118H4V-8Q4 0 0 0T-4-8z"),
            Shape("c", "M-6-70H6V-12H-6z" + disc(28, 0, -146)),
            Shape("a", disc(21, 0, -146)),
            Shape("b", "M-14-131L14-159Q20-154 21-148L-3-125Q-9-127-14-131z"),
        ),
    ),
)
