"""Which things belong to which trade; every trade without a set of its own has the things that stand in any room."""

from weblocal.theming.still_lifes.animals import ANIMALS
from weblocal.theming.still_lifes.dentist import DENTIST
from weblocal.theming.still_lifes.florist import FLORIST
from weblocal.theming.still_lifes.household import HOUSEHOLD
from weblocal.theming.still_lifes.kitchen import KITCHEN
from weblocal.theming.still_lifes.salon import SALON
from weblocal.theming.still_lifes.shop import SHOP
from weblocal.theming.still_lifes.spa import SPA
from weblocal.theming.still_lifes.things import StillLifeSet, Thing

THINGS: dict[str, Thing] = {
    thing.name: thing for thing in (*HOUSEHOLD, *SALON, *DENTIST, *FLORIST, *SPA, *ANIMALS, *KITCHEN, *SHOP)
}

_ANY_ROOM = StillLifeSet(
    tall=("vase", "flask", "lamp"),
    middle=("jug", "bottle", "candle", "pot"),
    low=("books", "bowl", "stones"),
    tools=("jug", "books", "lamp", "bowl", "candle", "pot"),
)

SETS: dict[str, StillLifeSet] = {
    "strands": StillLifeSet(
        tall=("vase", "flask", "mirror"),
        middle=("bottle", "pump", "brush", "jar"),
        low=("towels", "tint", "stones"),
        tools=("scissors", "tint", "towels", "brush", "dryer", "comb"),
    ),
    "enamel": StillLifeSet(
        tall=("brushes", "vase", "flask"),
        middle=("tooth", "tube", "glass"),
        low=("apple", "tooth", "glass"),
        tools=("tooth", "brushes", "probe", "glass", "apple", "tube"),
    ),
    "petals": StillLifeSet(
        tall=("pail", "vase", "flask"),
        middle=("bouquet", "can", "pot"),
        low=("pots", "twine", "bowl"),
        tools=("bouquet", "pail", "wreath", "pot", "can", "twine"),
    ),
    "calm": StillLifeSet(
        tall=("orchid", "flask", "vase"),
        middle=("dropper", "candle", "bottle"),
        low=("stones", "rolls", "basin", "tub"),
        tools=("basin", "tub", "stones", "dropper", "rolls", "candle"),
    ),
    "paws": StillLifeSet(
        tall=("dog", "perch"),
        middle=("cat", "rabbit"),
        low=("dish", "ball"),
        tools=("dog", "cat", "dish", "rabbit", "ball", "perch"),
    ),
    "bakery": StillLifeSet(
        tall=("cakestand", "vase", "moka"),
        middle=("moka", "teapot", "jug"),
        low=("loaf", "croissant", "cup"),
        tools=("cup", "loaf", "cakestand", "croissant", "teapot", "moka"),
    ),
    "table": StillLifeSet(
        tall=("wine", "vase", "mill"),
        middle=("goblet", "mill", "candle"),
        low=("cloche", "lemons", "bowl"),
        tools=("cloche", "goblet", "bowl", "wine", "mill", "lemons"),
    ),
    "parcel": StillLifeSet(
        tall=("bag", "vase", "lamp"),
        middle=("gift", "parcels", "clock", "bottle"),
        low=("books", "bowl", "gift"),
        tools=("bag", "gift", "parcels", "tag", "clock", "books"),
    ),
}


def named(tiles: str) -> StillLifeSet:
    """The things of a trade by the name of its artwork, or those of any room."""
    return SETS.get(tiles, _ANY_ROOM)
