"""The tile sets there are, by name; a trade pack names one, and every other name is laid as the plain grid."""

from weblocal.theming.tiles.bakery import BAKERY
from weblocal.theming.tiles.grid import GRID
from weblocal.theming.tiles.pipes import PIPES
from weblocal.theming.tiles.shapes import TileSet
from weblocal.theming.tiles.strands import STRANDS

SETS = {tile_set.name: tile_set for tile_set in (PIPES, BAKERY, STRANDS, GRID)}


def named(tiles: str) -> TileSet:
    """The set called `tiles`, or the plain grid."""
    return SETS.get(tiles, GRID)
