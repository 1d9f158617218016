"""Where the things stand: tall, two middle and low, a sun on the side away from the tall one, light thrown from a paned window.

The same name always gives the same still life. A thing is never shown twice in one picture.
"""

import functools

from weblocal.model.records import record
from weblocal.theming.still_lifes import sets
from weblocal.theming.still_lifes.things import StillLifeSet
from weblocal.theming.tiles.chance import Chance

# where they stand across the picture, and how far in front of the back edge of the table, in units
_TALL, _SECOND, _THIRD, _LOW = ((0.26, 12), (0.57, 18), (0.81, 28), (0.44, 52))
TABLE = 74


@record
class Standing:
    """One thing by its name and the point its foot stands on."""

    thing: str
    x: int
    y: int


@record
class StillLife:
    """A laid picture of `width` × `height`; the table begins at `floor`. `sun` is its centre and radius, `panes` are left edges."""

    width: int
    height: int
    floor: int
    standing: tuple[Standing, ...]
    sun: tuple[int, int, int]
    panes: tuple[int, ...]


@functools.lru_cache(maxsize=256)
def household(tiles: str, name: str) -> StillLifeSet:
    """What one house of a trade owns of its things: one tall, two of the middle, two low. All its pictures show these."""
    chance, things = Chance(f"{name}|household"), sets.named(tiles)
    tall = _some(chance, things.tall, 1)
    middle = _some(chance, _without(things.middle, *tall) or things.middle, 2)
    low = _some(chance, _without(things.low, *tall, *middle) or things.low, 2)
    return StillLifeSet(tall=tall, middle=middle, low=low, tools=things.tools)


def _some(chance: Chance, names: tuple[str, ...], count: int) -> tuple[str, ...]:
    left = list(names)
    found: list[str] = []
    while left and len(found) < count:
        found.append(left.pop(chance.below(len(left))))
    return tuple(found)


@functools.lru_cache(maxsize=256)
def lay(things: StillLifeSet, seed: str, *, width: int, height: int) -> StillLife:
    """The still life of `seed` with the things of one house."""
    chance = Chance(f"{seed}|still life")
    tall = chance.pick(things.tall)
    second = chance.pick(_without(things.middle, tall))
    third = chance.pick(_without((*things.middle, *things.low), tall, second))
    low = chance.pick(_without(things.low, tall, second, third) or _without(things.tools, tall, second, third))
    is_mirrored = chance.says(50)
    floor = height - TABLE
    spots = zip((tall, second, third, low), (_TALL, _SECOND, _THIRD, _LOW), strict=True)
    standing = tuple(
        Standing(thing=thing, x=round(width * (1 - across if is_mirrored else across)), y=floor + forward)
        for thing, (across, forward) in spots
    )
    radius = round(min(width, height) * (0.21 + chance.below(5) / 100))
    across = (0.36 if is_mirrored else 0.64) + (chance.below(9) - 4) / 100
    sun = (round(width * across), round(height * (0.30 + chance.below(7) / 100)), radius)
    first = round(width * (0.06 + chance.below(10) / 100))
    panes = tuple(first + 82 * number for number in range(2 + chance.below(2)))
    return StillLife(width=width, height=height, floor=floor, standing=standing, sun=sun, panes=panes)


def _without(names: tuple[str, ...], *taken: str) -> tuple[str, ...]:
    return tuple(name for name in names if name not in taken)


@functools.lru_cache(maxsize=256)
def colonnade(things: StillLifeSet, seed: str, *, arches: int) -> tuple[str, ...]:
    """What stands in each arch of a row: something in every second or third one, nothing ("") in the others."""
    chance = Chance(f"{seed}|colonnade")
    tools = (tool for tool in things.tools if not sets.THINGS[tool].hangs)
    owned = tuple(dict.fromkeys((*things.middle, *things.tall, *things.low, *tools)))
    pool = list(owned)
    found: list[str] = []
    for number in range(arches):
        if not _is_filled(number):
            found.append("")
            continue
        found.append(pool.pop(chance.below(len(pool))))
        pool = pool or list(owned)
    return tuple(found)


def _is_filled(number: int) -> bool:
    """Every second arch, with a pause in the row so that it does not march."""
    return number % 8 == 4 or (number % 2 == 1 and number % 8 != 5)
