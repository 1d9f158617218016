"""The colours of a logo as they travel from the process that measured them: light enough to be read where nothing is opened."""

import json
from collections.abc import Iterable

from weblocal.model.records import record

SVG, PNG = "image/svg+xml", "image/png"
# whatever changes what is made of a logo; raise it with any change to how it is cleaned or measured
METHOD = 1


@record
class Tint:
    """One colour of a logo, #rrggbb, and its share of what is not transparent, in per cent."""

    colour: str
    percent: int


def written(found: Iterable[Tint]) -> str:
    """The colours as one text."""
    return json.dumps([[tint.colour, tint.percent] for tint in found])


def tints(measured: str) -> tuple[Tint, ...]:
    """The colours that `written` wrote."""
    return tuple(Tint(colour=colour, percent=percent) for colour, percent in json.loads(measured))
