"""How alike two texts are once the names of places are masked: a page for every town with one text is worth none."""

import functools
import re
from collections.abc import Sequence

from weblocal.model.services import Area

# the share of common runs of words above which two pages are one page with another name on it
TOO_ALIKE = 0.6
RUN = 4
FEWEST_WORDS = 60

_WORD = re.compile(r"\w+")


@functools.lru_cache(maxsize=512)
def copies(areas: tuple[Area, ...]) -> tuple[tuple[str, str], ...]:
    """The ids of areas whose text is an earlier one's with another name in it, each with the name of that one."""
    names = {word.casefold() for area in areas for word in _WORD.findall(area.name)}
    kept: list[tuple[Area, frozenset[tuple[str, ...]]]] = []
    found = []
    for area in areas:
        if area.page is None:
            continue
        words = (word.casefold() for word in _WORD.findall(area.page.body))
        runs = _runs(["*" if word in names else word for word in words])
        twin = next((other.name for other, theirs in kept if likeness(runs, theirs) > TOO_ALIKE), "")
        if twin:
            found.append((area.id, twin))
        else:
            kept.append((area, runs))
    return tuple(found)


def is_short(area: Area) -> bool:
    """Whether a page says less than a search engine, or a neighbour, would call a page."""
    return area.page is not None and len(_WORD.findall(area.page.body)) < FEWEST_WORDS


def likeness(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> float:
    """The share of the smaller text's runs that the other holds too, from 0 to 1."""
    return len(one & other) / max(1, min(len(one), len(other)))


def _runs(words: Sequence[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(words[start : start + RUN]) for start in range(max(1, len(words) - RUN + 1)))
