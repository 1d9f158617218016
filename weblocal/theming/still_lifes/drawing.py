"""Everything that still lifes draw for one business."""

import functools

from markupsafe import Markup

from weblocal.theming.still_lifes import laying, painting

# the window beside the promise, the smaller one of other pages, the picture on a field, in units; arches under the name
WINDOW, SMALL_WINDOW, FIELD = (300, 440), (300, 400), (420, 350)
ARCHES = 10


@functools.lru_cache(maxsize=256)
def window(tiles: str, name: str) -> Markup:
    """The arch of the home page, which defines every thing that the page may use."""
    return painting.arch(_life(tiles, name, name, WINDOW), defined=_all(tiles, name))


@functools.lru_cache(maxsize=256)
def small_window(tiles: str, name: str) -> Markup:
    """The arch of other pages: another table of the same house, with all its things defined."""
    return painting.arch(_life(tiles, name, f"{name}|2", SMALL_WINDOW), defined=_all(tiles, name))


@functools.lru_cache(maxsize=256)
def niche(tiles: str, name: str) -> Markup:
    """The narrow arch beside a photograph, with one thing in it and all of them defined."""
    return painting.niche(laying.household(tiles, name).tall[0], defined=_all(tiles, name))


@functools.lru_cache(maxsize=256)
def arcade(tiles: str, name: str) -> Markup:
    """The row of arches under the name."""
    return painting.colonnade(laying.colonnade(laying.household(tiles, name), name, arches=ARCHES))


@functools.lru_cache(maxsize=256)
def scene(tiles: str, name: str) -> Markup:
    """A still life for a coloured field."""
    return painting.scene(_life(tiles, name, f"{name}|3", FIELD))


@functools.lru_cache(maxsize=256)
def things(tiles: str, name: str) -> tuple[Markup, ...]:
    """Each tool of the trade alone, in the order in which services usually come."""
    return tuple(painting.alone(tool) for tool in laying.household(tiles, name).tools)


def _life(tiles: str, name: str, seed: str, size: tuple[int, int]) -> laying.StillLife:
    return laying.lay(laying.household(tiles, name), seed, width=size[0], height=size[1])


def _all(tiles: str, name: str) -> Markup:
    return painting.definitions(laying.household(tiles, name).all_names)
