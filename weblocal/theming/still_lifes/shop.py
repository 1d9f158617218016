"""Things of a shop."""

from weblocal.theming.still_lifes.things import Shape, Thing, disc

SHOP = (
    Thing(
        name="bag",
        width=104,
        height=164,
        shapes=(
            Shape("k", "M-24-116V-134A24 24 0 0 1 24-134V-116", 6),
            Shape("c", "M-46-124H46L52 0H-52z"),
            Shape("d", "M18-124H46L52 0H24z"),
            Shape("e", disc(17, -14, -62)),
        ),
    ),
    Thing(
        name="gift",
        width=96,
        height=100,
        shapes=(
            Shape("e", "M0-76C-34-108-46-86-34-78-26-72-10-74 0-76zM0-76C34-108 46-86 34-78 26-72 10-74 0-76z"),
            Shape("a", "M-42-54H42V0H-42z"),
            Shape("b", "M-48-76H48V-52H-48zM10-52H42V0H10z"),
            Shape("e", "M-9-76H9V0H-9z"),
        ),
    ),
    Thing(
        name="parcels",
        width=112,
        height=112,
        shapes=(
            Shape("a", "M-34-108H26V-62H-34z"),
            Shape("b", "M6-108H26V-62H6z"),
            Shape("e", "M-12-108H-2V-62H-12z"),
            Shape("c", "M-56-62H56V0H-56z"),
            Shape("d", "M22-62H56V0H22z"),
            Shape("a", "M-8-62H8V-38H-8z"),
        ),
    ),
    Thing(
        name="tag",
        width=92,
        height=150,
        hangs=True,
        shapes=(
            Shape("k", "M0-112C-12-136 10-140 4-150", 4),
            Shape("c", "M-20-128H20L44-96V-8Q44 0 36 0H-36Q-44 0-44-8V-96z"),
            Shape("a", disc(9, 0, -104)),
            Shape("e", "M-26-62H26V-52H-26zM-26-40H12V-30H-26z"),
        ),
    ),
    Thing(
        name="clock",
        width=88,
        height=102,
        shapes=(
            Shape("d", "M-30-14L-40 0H-30L-18-12zM30-14L40 0H30L18-12z"),
            Shape("c", disc(44, 0, -54)),
            Shape("a", disc(35, 0, -54)),
            Shape("k", "M0-78V-54L16-44", 5),
            Shape("e", disc(5, 0, -54)),
        ),
    ),
)
