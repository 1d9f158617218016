"""The tile sets there are, by name; a trade pack names one, and every other name is laid as the plain grid."""

from weblocal.theming.tiles.axle import AXLE
from weblocal.theming.tiles.bakery import BAKERY
from weblocal.theming.tiles.bricks import BRICKS
from weblocal.theming.tiles.bubbles import BUBBLES
from weblocal.theming.tiles.calm import CALM
from weblocal.theming.tiles.columns import COLUMNS
from weblocal.theming.tiles.enamel import ENAMEL
from weblocal.theming.tiles.grid import GRID
from weblocal.theming.tiles.joinery import JOINERY
from weblocal.theming.tiles.keys import KEYS
from weblocal.theming.tiles.leaf import LEAF
from weblocal.theming.tiles.light import LIGHT
from weblocal.theming.tiles.paint import PAINT
from weblocal.theming.tiles.parcel import PARCEL
from weblocal.theming.tiles.paws import PAWS
from weblocal.theming.tiles.petals import PETALS
from weblocal.theming.tiles.pipes import PIPES
from weblocal.theming.tiles.plates import PLATES
from weblocal.theming.tiles.roof import ROOF
from weblocal.theming.tiles.shapes import TileSet
from weblocal.theming.tiles.sparks import SPARKS
from weblocal.theming.tiles.strands import STRANDS
from weblocal.theming.tiles.study import STUDY
from weblocal.theming.tiles.table import TABLE

_ALL = (
    AXLE,
    BAKERY,
    BRICKS,
    BUBBLES,
    CALM,
    COLUMNS,
    ENAMEL,
    GRID,
    JOINERY,
    KEYS,
    LEAF,
    LIGHT,
    PAINT,
    PARCEL,
    PAWS,
    PETALS,
    PIPES,
    PLATES,
    ROOF,
    SPARKS,
    STRANDS,
    STUDY,
    TABLE,
)

SETS = {tile_set.name: tile_set for tile_set in _ALL}


def named(tiles: str) -> TileSet:
    """The set called `tiles`, or the plain grid."""
    return SETS.get(tiles, GRID)
