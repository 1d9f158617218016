"""The seal of one business, and a rosette for each of its people: the same name, the same engraving, another name another one."""

import functools
import unicodedata

from markupsafe import Markup, escape

from weblocal.theming import icons
from weblocal.theming.seals import waves
from weblocal.theming.seals.waves import Braid, Wave
from weblocal.theming.tiles.chance import Chance

# the circle the lettering stands on, its length in units, and how much of it a letter may take
_BASELINE = 149
_ROUND = 928
_LEAST, _USUAL, _MOST = 12.5, 17.5, 24.0
# scripts whose letters stand alone and upright, so that they may be spaced around a ring
_SPACED = ("LATIN", "GREEK", "CYRILLIC")
# turns with which sixteen petals part evenly and never lie on each other again
_TWISTS = (1.5, 1.8, 2.1, 2.4, 2.8, 3.2, 3.7)
_CSS = (
    ".seal{display:block;width:100%;height:auto;overflow:visible}"
    ".sl{fill:none;stroke:var(--link);stroke-width:1.4}"
    ".sw,.sm{fill:var(--link);font-family:var(--display);font-weight:var(--dw);text-transform:uppercase}"
    ".sw{font-size:19px}.sm{font-size:70px;letter-spacing:-.02em;text-anchor:middle}"
)
_VIEW = '<svg class="seal" viewBox="-200-200 400 400" aria-hidden="true">'


def css() -> str:
    """The rules that paint seals and rosettes: lines, lettering, and the letter in the middle."""
    return _CSS


@functools.lru_cache(maxsize=256)
def seal(name: str, words: tuple[str, ...]) -> Markup:
    """The seal of `name`: a braided rim, the name and `words` around it (a braid where its script cannot be spaced), a rosette."""
    chance = Chance(f"{name}|seal")
    rim, rosette, core = _rim(chance), _rosette(chance), _core(chance)
    lettered = lettering(name, words)
    parts = [waves.drawn(rim, "sa"), waves.drawn(rosette, "sb"), waves.drawn(core, "sc")]
    if lettered:
        text = f'<text class="sw"><textPath href="#st" textLength="{_ROUND}">{escape(lettered)}</textPath></text>'
        track = f'<path id="st" d="M0-{_BASELINE}A{_BASELINE} {_BASELINE} 0 1 1-.1-{_BASELINE}"/>'
    else:
        text, track = "", ""
        parts.append(waves.drawn(_band(chance), "sd"))
    defined = "".join(part[0] for part in parts)
    lines = "".join(part[1] for part in parts)
    circles = '<circle r="173"/><circle r="139"/><circle r="135"/>'
    letter = f'<text class="sm" y="24">{escape(initial(name))}</text>'
    return Markup(  # noqa: S704 - numbers and escaped letters
        f'{_VIEW}<defs>{defined}{track}</defs><g id="seal"><g class="sl">{lines}{circles}</g>{text}{letter}</g></svg>'
    )


def again() -> Markup:
    """The same seal once more on a page that holds it already."""
    return Markup(f'{_VIEW}<use href="#seal"/></svg>')  # noqa: S704 - our own words


@functools.lru_cache(maxsize=1024)
def rosette(name: str, number: int) -> Markup:
    """The rosette of one person, the `number`th on a page, with the first letter of their name."""
    chance = Chance(f"{name}|rosette")
    lobes, sign = 5 + chance.below(7), 1 - 2 * chance.below(2)
    braid = Braid(
        wave=Wave(radius=142 - chance.below(14), height=22 + chance.below(30), lobes=lobes, point=0.7 + chance.below(9) / 10),
        doublings=3,
        turn=sign * (3.0 + chance.below(5) * 0.7),
        shrink=0.92 + chance.below(3) * 0.008,
    )
    defined, lines = waves.drawn(braid, f"r{number}-")
    letter = f'<text class="sm" y="24">{escape(initial(name))}</text>'
    return Markup(  # noqa: S704 - numbers and escaped letters
        f'{_VIEW}<defs>{defined}</defs><g class="sl">{lines}</g>{letter}</svg>'
    )


def lettering(name: str, words: tuple[str, ...]) -> str:
    """What stands on the ring, as often as it takes to go round; nothing where it cannot be spaced or is too long."""
    for count in range(len(words), -1, -1):
        turn = "".join(f"{part}\u00a0·\u00a0" for part in (name, *words[:count]))  # plain spaces at an end are dropped
        times = max(1, round(_ROUND / (len(turn) * _USUAL)))
        room = _ROUND / (len(turn) * times)
        if _LEAST <= room <= _MOST and _is_spaced(turn):
            return turn * times
    return ""


def initial(name: str) -> str:
    """The letter in the middle."""
    return icons.initials(name)[:1]


def _is_spaced(text: str) -> bool:
    return all(not sign.isalpha() or unicodedata.name(sign, "").startswith(_SPACED) for sign in text)


def _rim(chance: Chance) -> Braid:
    """Four strands that cross each other evenly between two circles."""
    lobes = 12 + chance.below(11)
    return Braid(wave=Wave(radius=186, height=8 + chance.below(5), lobes=lobes), doublings=2, turn=360 / lobes / 4)


def _rosette(chance: Chance) -> Braid:
    """The rosette within the ring: its crests reach the ring and no further."""
    height = 12 + chance.below(14)
    # the last of sixteen waves leaves room for the wreath
    shrink = ((54 + chance.below(6)) / (130 - 2 * height)) ** (1 / 15)
    return Braid(
        wave=Wave(radius=130 - height, height=height, lobes=5 + chance.below(9), point=0.65 + chance.below(11) / 10),
        doublings=4,
        turn=(1 - 2 * chance.below(2)) * _TWISTS[chance.below(len(_TWISTS))],
        shrink=round(shrink, 4),
    )


def _core(chance: Chance) -> Braid:
    """A small wreath around the letter, turned the other way or with other crests."""
    lobes = 7 + chance.below(10)
    return Braid(wave=Wave(radius=47, height=3 + chance.below(3), lobes=lobes), doublings=1, turn=180 / lobes)


def _band(chance: Chance) -> Braid:
    """What fills the ring where no lettering does: four strands of one wide braid."""
    lobes = 24 + chance.below(12)
    return Braid(wave=Wave(radius=156, height=14, lobes=lobes), doublings=2, turn=360 / lobes / 4)
