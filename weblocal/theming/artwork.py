"""A wall of tiles made for one business: the same name always gives the same wall, another name another one.

Two ways of laying. Connected sets (pipes, strands) run on from tile to tile and end only at the wall's edge or in an end
made for it. Free sets (bakery, grid) put no tile next to its twin, and a few of them large, so that the wall has scale.
"""

import functools

from weblocal.theming.tiles import connected, free, sets
from weblocal.theming.tiles.shapes import Artwork


@functools.lru_cache(maxsize=256)
def wall(tiles: str, name: str, *, columns: int, rows: int) -> Artwork:
    """The wall of `columns` × `rows` tiles for the business called `name`; an unknown set is laid as the plain grid."""
    tile_set = sets.named(tiles)
    seed = f"{name}|{columns}x{rows}"
    if tile_set.runs:
        return connected.wall(tile_set, tile_set.runs, seed, columns=columns, rows=rows)
    return free.wall(tile_set, seed, columns=columns, rows=rows)


@functools.lru_cache(maxsize=256)
def strip(tiles: str, name: str, *, length: int, upright: bool = False) -> Artwork:
    """One row, or one column, of the same set: a straight run for connected sets."""
    tile_set = sets.named(tiles)
    seed = f"{name}|strip{length}"
    if tile_set.runs:
        return connected.strip(tile_set, tile_set.runs, seed, length=length, upright=upright)
    return free.strip(tile_set, seed, length=length, upright=upright)
