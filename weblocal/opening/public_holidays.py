"""The public holidays of a country and its region, and those on which an owner has not yet said whether the door is open."""

import collections
import datetime as dt
import functools
import unicodedata
from typing import Any

from weblocal.model.hours import Hours
from weblocal.model.records import record


@record
class Holiday:
    """One public holiday, by the name people there know it by."""

    on: dt.date
    name: str


def between(country: str, region: str, *, first_on: dt.date, last_on: dt.date, language: str = "") -> tuple[Holiday, ...]:
    """The holidays from `first_on` to `last_on`, both included; none for a country that is not known.

    Where the region is not told, or is a county rather than a state, the days that most of the country keeps are meant: being
    asked once too often costs less than standing before a closed door.
    """
    found: dict[dt.date, str] = {}
    for year in range(first_on.year, last_on.year + 1):
        found.update(_of_year(country.upper(), _plain(region), year, language.split("-", maxsplit=1)[0].lower()))
    return tuple(Holiday(on=on, name=name) for on, name in sorted(found.items()) if first_on <= on <= last_on)


def undecided(hours: Hours, holidays: tuple[Holiday, ...]) -> tuple[Holiday, ...]:
    """The holidays on which the week says open and no special day decides; a day that is shut every week needs no answer."""
    return tuple(
        holiday
        for holiday in holidays
        if hours.week[holiday.on.weekday()]
        and not any(special.first_on <= holiday.on <= special.last_on for special in hours.special)
    )


@functools.lru_cache(maxsize=64)
def _of_year(country: str, region: str, year: int, language: str) -> dict[dt.date, str]:
    import holidays

    try:
        whole: Any = holidays.country_holidays(country, years=year)
    except NotImplementedError:
        return {}
    spoken = language if language in whole.supported_languages else None
    subdivision = _subdivision(whole, region)
    if subdivision or not whole.subdivisions:
        return dict(holidays.country_holidays(country, subdiv=subdivision or None, years=year, language=spoken))
    return _most_of(whole, country, year, spoken)


def _most_of(whole: Any, country: str, year: int, spoken: str | None) -> dict[dt.date, str]:  # noqa: ANN401 - the library has no types
    """What the whole country keeps, and what more than half of its parts do."""
    import holidays

    names: dict[dt.date, str] = {}
    kept: collections.Counter[dt.date] = collections.Counter()
    for part in whole.subdivisions:
        there = holidays.country_holidays(country, subdiv=part, years=year, language=spoken)
        kept.update(there.keys())
        names = {**dict(there), **names}
    names |= dict(holidays.country_holidays(country, years=year, language=spoken))
    return {on: name for on, name in names.items() if on in whole or kept[on] * 2 > len(whole.subdivisions)}


def _subdivision(whole: Any, region: str) -> str:  # noqa: ANN401 - as above
    """The library's code for a state or province written as code or name; empty when it knows none of that name."""
    if not region:
        return ""
    aliases = whole.get_subdivision_aliases()
    for code in whole.subdivisions:
        if region in {_plain(code), *(_plain(name) for name in aliases.get(code, ()))}:
            return str(code)
    return ""


def _plain(words: str) -> str:
    letters = unicodedata.normalize("NFKD", words.casefold())
    return "".join(letter for letter in letters if letter.isalnum())
