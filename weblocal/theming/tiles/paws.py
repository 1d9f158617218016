"""Paws, for vets and all who look after animals: paw, cat, dog, bird, fish, bone, a name tag, the round cross of a practice."""

from weblocal.theming.tiles.shapes import HALF, QUARTER, Shape, TileSet, disc

PAWS = TileSet(
    name="paws",
    glyphs={
        "paw": (
            Shape("a", "M0-4C14-4 24 12 17 21C11 28 6 22 0 22S-11 28-17 21C-24 12-14-4 0-4z"),
            Shape("a", disc(7, -8, -18) + disc(7, 8, -18) + disc(6, -22, -6) + disc(6, 22, -6)),
        ),
        "cat": (
            Shape("a", "M-25-27L-9-15H9L25-27V4A25 22 0 0 1-25 4z"),
            Shape("e", disc(4, -11) + disc(4, 11)),
            Shape("c", "M-6 9H6L0 16z"),
        ),
        "dog": (
            Shape("a", "M-15-24H15Q21-12 17 2Q20 27 0 27T-17 2Q-21-12-15-24z"),
            Shape("c", "M-17-24Q-30-24-28-6Q-27 8-20 8Q-13 6-13-6zM17-24Q30-24 28-6Q27 8 20 8Q13 6 13-6z"),
            Shape("e", disc(3, -7, -7) + disc(3, 7, -7) + "M-7 4H7Q7 12 0 12T-7 4z"),
            Shape("e", "M0 10V20", 2),
        ),
        "brd": (
            Shape("a", "M-30-2H2A13 13 0 1 1 27-8Q27 24-4 24H-10z"),
            Shape("c", "M-14 3H10A14 14 0 0 1-4 17zM26-14L30-8L26-4z"),
            Shape("e", disc(3, 15, -11)),
        ),
        "fsh": (
            Shape("c", "M-30-14L-14-3Q6-24 28 0Q6 24-14 3L-30 14z"),
            Shape("e", disc(3, 15, -3)),
            Shape("e", "M4-11Q-2 0 4 11", 3),
        ),
        "bon": (Shape("a", "M-13-5H13A8 8 0 1 1 21 0A8 8 0 1 1 13 5H-13A8 8 0 1 1-21 0A8 8 0 1 1-13-5z"),),
        "tag": (
            Shape("a", "M-6-14V-22A6 6 0 0 1 6-22V-14", 4),
            Shape("c", disc(19, 0, 6)),
            Shape("e", "M-5-4H5V1H10V11H5V16H-5V11H-10V1H-5z"),
        ),
        "crs": (Shape("d", "M-10-26H10V-10H26V10H10V26H-10V10H-26V-10H-10z"),),
        "qtr": (Shape("a", QUARTER),),
        "qlt": (Shape("d", QUARTER),),
        "hlf": (Shape("d", HALF),),
    },
    ornaments=("paw", "qlt", "cat", "bon", "crs", "fsh", "qtr", "dog", "hlf", "brd", "paw", "qlt", "tag"),
    turning=frozenset({"qtr", "qlt", "hlf"}),
    loud=("cat", "dog", "fsh", "brd", "tag"),
    large=("paw", "cat", "dog", "brd", "fsh", "qtr"),
    plain={
        "paw": ("disc", "a"),
        "cat": ("block", "a"),
        "dog": ("block", "c"),
        "brd": ("quarter", "a"),
        "fsh": ("lens", "c"),
        "tag": ("disc", "c"),
        "qtr": ("quarter", "a"),
        "qlt": ("quarter", "d"),
        "hlf": ("half", "d"),
        "crs": ("block", "d"),
    },
)
