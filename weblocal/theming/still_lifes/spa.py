"""Things of a spa or a beauty room."""

from weblocal.theming.still_lifes.things import Shape, Thing, disc, ellipse

SPA = (
    Thing(
        name="orchid",
        width=128,
        height=236,
        shapes=(
            Shape("k", "M-10-50C-14-130 6-196 58-220", 4),
            Shape("f", "M-8-52C-50-58-66-80-64-104-34-102-12-84-8-52zM-4-52C26-62 48-58 60-44 40-30 14-32-4-52z"),
            Shape(
                "e",
                "".join(
                    ellipse(13, 11, x + dx, y + dy)
                    for x, y in ((16, -176), (46, -208))
                    for dx, dy in ((-12, 0), (12, 0), (0, -13), (0, 12))
                ),
            ),
            Shape("e", disc(8, -4, -140) + disc(7, 68, -226)),
            Shape("c", disc(6, 16, -176) + disc(6, 46, -208)),
            Shape("c", "M-38-56H20L12-6Q11 0 4 0H-22Q-29 0-30-6z"),
            Shape("d", "M2-56H20L12-6Q11 0 4 0H-8Q-2-2-1-10z"),
        ),
    ),
    Thing(
        name="dropper",
        width=54,
        height=138,
        shapes=(
            Shape("d", "M-10-138Q-10-146 0-146T10-138V-116H-10z"),
            Shape("a", "M-14-118H14V-92H-14z"),
            Shape("c", "M-12-92H12C22-88 27-80 27-70V-10Q27 0 17 0H-17Q-27 0-27-10V-70C-27-80-22-88-12-92z"),
            Shape("d", "M4-92H12C22-88 27-80 27-70V-10Q27 0 17 0H6Q14-2 14-12V-70C14-82 10-88 4-92z"),
            Shape("a", "M-18-58H10V-22H-18z"),
        ),
    ),
    Thing(
        name="rolls",
        width=112,
        height=68,
        shapes=(
            Shape("a", disc(19, -36, -19) + disc(19, 2, -19) + disc(19, 40, -19)),
            Shape("b", disc(12, -36, -19) + disc(12, 2, -19) + disc(12, 40, -19)),
            Shape("c", disc(19, -17, -50) + disc(19, 21, -50)),
            Shape("d", disc(12, -17, -50) + disc(12, 21, -50)),
            Shape("e", disc(5, -17, -50) + disc(5, 21, -50)),
        ),
    ),
    Thing(
        name="basin",
        width=112,
        height=58,
        shapes=(
            Shape("d", ellipse(56, 11, 0, -46)),
            Shape("b", ellipse(46, 7, 0, -45)),
            Shape("e", "M-18-48c8-14 20-14 28 0-8 8-20 8-28 0z"),
            Shape("c", "M-56-46A56 11 0 0 0 56-46C54-16 34 0 0 0S-54-16-56-46z"),
        ),
    ),
    Thing(
        name="tub",
        width=72,
        height=56,
        shapes=(
            Shape("a", "M-33-38H33V-8Q33 0 25 0H-25Q-33 0-33-8z"),
            Shape("b", "M12-38H33V-8Q33 0 25 0H4Q12-2 12-10z"),
            Shape("d", "M-36-56H36V-36H-36z"),
        ),
    ),
)
