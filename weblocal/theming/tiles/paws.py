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
            Shape("d", "M-16-20Q-30-20-29 2Q-28 14-20 12zM16-20Q30-20 29 2Q28 14 20 12z"),
            Shape("a", "M-16-22H16Q21-8 18 4Q18 26 0 26T-18 4Q-21-8-16-22z"),
            Shape("e", disc(3, -8, -6) + disc(3, 8, -6)),
            Shape("c", "M-9 7H9Q8 16 0 16T-9 7z"),
        ),
        "brd": (
            Shape("a", "M-30 0H-4A16 16 0 0 1 28-4A28 28 0 0 1-2 24H-8L-30 30z"),
            Shape("c", "M-14 2H14A14 14 0 0 1-14 2z"),
            Shape("e", disc(3, 14, -7)),
        ),
        "fsh": (
            Shape("c", "M-30-14L-14-3Q6-24 28 0Q6 24-14 3L-30 14z"),
            Shape("e", disc(3, 15, -3)),
            Shape("e", "M4-11Q-2 0 4 11", 3),
        ),
        "bon": (Shape("a", "M-16-6H16A8 8 0 1 1 26 0A8 8 0 1 1 16 6H-16A8 8 0 1 1-26 0A8 8 0 1 1-16-6z"),),
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
)
