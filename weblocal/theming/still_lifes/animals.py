"""Things, and guests, of a veterinary practice."""

from weblocal.theming.still_lifes.things import Shape, Thing, disc

ANIMALS = (
    Thing(
        name="dog",
        width=112,
        height=178,
        shapes=(
            Shape("d", "M34-30C58-34 62-58 56-74 50-76 48-70 48-64 46-52 40-46 30-44z"),
            Shape("c", "M-20-120C10-120 44-76 44-20V0H-34V-80z"),
            Shape("d", "M8-44C30-44 44-30 44 0H0C-4-24 0-40 8-44z"),
            Shape("c", "M-34-60H-12V0H-40Q-40-10-34-10z"),
            Shape("c", "M-58-138Q-58-148-46-150L-30-172Q0-184 14-158 20-136 8-112L-22-104Q-36-116-52-118-60-122-58-138z"),
            Shape("d", "M-6-172C20-178 34-150 24-122 10-124-4-140-6-172zM-60-146h12v12h-8q-4-4-4-12z"),
            Shape("a", disc(5, -26, -148)),
            Shape("e", "M-30-108L10-112 14-98-30-94zM-18-98a8 8 0 1 1 .1 0z"),
        ),
    ),
    Thing(
        name="cat",
        width=84,
        height=132,
        shapes=(
            Shape("d", "M22-8C60-8 46-46 54-70", 10),
            Shape("b", "M-22-84H18C34-64 40-30 34 0H-38C-44-30-38-64-22-84z"),
            Shape("a", "M-36-132L-16-114H12L32-132C38-96 24-74-2-74S-42-96-36-132z"),
            Shape("d", disc(4, -16, -100) + disc(4, 12, -100) + "M-7-90h10l-5 6z"),
            Shape("d", "M-14-40h5v40h-5zM6-40h5v40H6z"),
        ),
    ),
    Thing(
        name="rabbit",
        width=88,
        height=110,
        shapes=(
            Shape("b", "M-34-64C-46-92-42-110-34-110-24-110-18-90-20-68zM-16-66C-16-96-8-110 0-108 10-106 4-84-4-62z"),
            Shape("a", disc(26, -20, -48) + "M-20-52C10-70 44-50 44-20Q44 0 30 0H-26Q-34 0-34-6-34-14-24-14z"),
            Shape("b", "M10-30C30-34 44-24 44-10Q42 0 30 0H4C-6-10-2-26 10-30z"),
            Shape("d", disc(4, -28, -52)),
            Shape("e", disc(4, -45, -44)),
        ),
    ),
    Thing(
        name="dish",
        width=108,
        height=48,
        shapes=(
            Shape("a", "M-28-44a9 9 0 0 1-4-17 9 9 0 0 1 16 2H16a9 9 0 0 1 16-2 9 9 0 0 1-4 17z"),
            Shape("c", "M-40-46H40L54 0H-54z"),
            Shape("d", "M14-46H40L54 0H22z"),
            Shape("e", disc(7, -10, -16) + disc(4, -21, -26) + disc(4, -13, -32) + disc(4, -4, -30)),
        ),
    ),
    Thing(
        name="ball",
        width=52,
        height=52,
        shapes=(
            Shape("e", disc(26, 0, -26)),
            Shape("a", "M-24-36Q0-20 24-36L26-28Q0-10-26-28z"),
        ),
    ),
    Thing(
        name="perch",
        width=92,
        height=236,
        shapes=(
            Shape("d", "M-4-150H4V-10H-4zM-32-12H32V0H-32zM-46-154H46V-144H-46z"),
            Shape("e", "M-30-154C-34-196-16-228 8-228 30-228 36-206 32-188 26-164 4-154-10-154L-30-124z"),
            Shape("c", "M-24-158C-22-182-4-196 14-192 12-172-2-158-24-158z"),
            Shape("a", disc(6, 14, -210)),
            Shape("d", "M32-210l16 8-17 6z"),
        ),
    ),
)
