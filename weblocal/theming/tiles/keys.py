"""Keys, for locksmiths: keys and keyholes, a padlock, a cylinder, the pins inside it, a door, a shield."""

from weblocal.theming.tiles.shapes import QUARTER, SMALL_QUARTER, Shape, TileSet, disc

KEYS = TileSet(
    name="keys",
    glyphs={
        "key": (Shape("a", disc(13, -16)), Shape("e", disc(6, -18)), Shape("a", "M-6-5H29V12H22V5H18V9H11V5H-6z")),
        "pad": (
            Shape("a", "M-12-4V-14A12 12 0 0 1 12-14V-4", 7),
            Shape("c", "M-21-6H21V28H-21z"),
            Shape("e", disc(5, 0, 7) + "M-2 9H2L4 21H-4z"),
        ),
        "hol": (
            Shape("a", "M-16-12A16 16 0 0 1 16-12V12A16 16 0 0 1-16 12z"),
            Shape("e", disc(8, 0, -6) + "M-3 0H3L7 18H-7z"),
        ),
        "cyl": (Shape("d", disc(27)), Shape("a", disc(19)), Shape("e", "M-3-14H3V14H-3z")),
        # pins of five lengths that a key lifts to one line
        "pin": (
            Shape("a", "M-28-30h9v24h-9zM-16-30h9v16h-9zM-4-30H5V0H-4zM8-30h9v20H8zM20-30h8v28h-8z"),
            Shape("d", "M-28-2h9v32h-9zM-16-10h9v40h-9zM-4 4H5V30H-4zM8-6h9v36H8zM20 2h8v28h-8z"),
        ),
        "dor": (Shape("d", "M-20-28H20V30H-20z"), Shape("b", "M-13-21H13V-4H-13zM-13 3H13V23H-13z"), Shape("c", disc(4, 15))),
        "shd": (Shape("c", "M-23-22Q-8-22 0-28Q8-22 23-22V0Q23 20 0 28Q-23 20-23 0z"), Shape("e", "M-10-2L-3 6L11-8", 5)),
        "qtr": (Shape("a", QUARTER),),
        "sun": (Shape("c", QUARTER), Shape("e", SMALL_QUARTER)),
        "qlt": (Shape("d", QUARTER),),
    },
    ornaments=("key", "pin", "hol", "qlt", "cyl", "pad", "qtr", "key", "dor", "sun", "shd", "qlt"),
    turning=frozenset({"key", "qtr", "sun", "qlt"}),
    loud=("pad", "shd", "sun"),
    large=("key", "hol", "pad", "cyl", "qtr"),
    plain={
        "key": ("lens", "a"),
        "hol": ("block", "a"),
        "cyl": ("disc", "d"),
        "pad": ("block", "c"),
        "shd": ("half", "c"),
        "dor": ("block", "d"),
        "qtr": ("quarter", "a"),
        "sun": ("quarter", "c"),
        "qlt": ("quarter", "d"),
    },
)
