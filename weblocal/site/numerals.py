"""The true number of a page as the theme draws it, and the headline that goes on after it."""

import dataclasses

from weblocal.model.site import ArtworkKind
from weblocal.site import dressing
from weblocal.site.parts import Hero, Numeral
from weblocal.site.tongue import Tongue
from weblocal.theming import lanes


def headed(hero: Hero, numeral: Numeral | None, tongue: Tongue, artwork: ArtworkKind) -> Hero:
    """The head with its number drawn; where the headline begins with that number, the drawing takes its place there."""
    if numeral is None:
        return hero
    if artwork is ArtworkKind.LANES and numeral.number.isascii():
        numeral = dataclasses.replace(numeral, art=lanes.numeral(numeral.number, is_rtl=tongue.direction == "rtl"))
    first = hero.sentences[0]
    if not first.startswith(f"{numeral.number} "):
        return dataclasses.replace(hero, numeral=numeral)
    sentences = (first.removeprefix(f"{numeral.number} "), *hero.sentences[1:])
    return dataclasses.replace(
        hero, sentences=sentences, fit=dressing.fit_class(sentences), numeral=dataclasses.replace(numeral, words="")
    )
