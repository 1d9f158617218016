"""A table of contents as the head of a page: what the business does with its fees, or the chapters of what is read here.

For themes that lead with it. What the head then says, the sections below need not say again.
"""

import dataclasses
from collections.abc import Iterable

from weblocal.site import dividing
from weblocal.site.parts import Group, Hero, Row, Section, Voice
from weblocal.site.tongue import Tongue

FEWEST_ROWS = 2
FEWEST_CHAPTERS = 3
# a margin is narrow: longer words stay in the section of reviews
LONGEST_NOTE = 180
# beside which sections a client may have their say
_NOTED = ("team", "prices")


def led(hero: Hero, parts: Iterable[Section | None], tongue: Tongue) -> tuple[Hero, tuple[Section, ...]]:
    """The head with contents and credentials, and the sections without what stands there already."""
    sections = _gathered([section for section in parts if section is not None])
    facts = next((section for section in sections if section.partial == "facts"), None)
    if facts:
        sections.remove(facts)
        hero = dataclasses.replace(hero, credentials=facts.groups[0].rows)
    services = next((section for section in sections if section.id == "services"), None)
    if not hero.is_small and services and _says_all(services):
        sections.remove(services)
        contents = dividing.divided_group(Group(title=services.title, rows=services.groups[0].rows), tongue)
        return dataclasses.replace(hero, contents=contents, more=services.more), _noted(sections)
    return dataclasses.replace(hero, contents=_chapters(sections, tongue)), _noted(sections)


def _gathered(sections: list[Section]) -> list[Section]:
    """The further places under the main one, where a page shows both: one section for all doors."""
    where, places = (next((each for each in sections if each.id == name), None) for name in ("where", "places"))
    if where is None or places is None:
        return sections
    whole = dataclasses.replace(where, offices=tuple(office for office in places.offices if office.href))
    return [whole if section is where else section for section in sections if section is not places]


def _says_all(services: Section) -> bool:
    """Whether contents can say all that the section does: they show no pictures and no groups."""
    rows = services.groups[0].rows
    return len(services.groups) == 1 and len(rows) >= FEWEST_ROWS and not any(row.picture for row in rows)


def _chapters(sections: list[Section], tongue: Tongue) -> Group | None:
    """The chapters of a longer text, and the form behind them."""
    if sum(section.partial == "prose" and bool(section.title) for section in sections) < FEWEST_CHAPTERS:
        return None
    rows = tuple(Row(name=section.title, href=f"#{section.id}") for section in sections if section.title)
    return Group(title=tongue.say("On this page"), rows=rows)


def _noted(sections: list[Section]) -> tuple[Section, ...]:
    """Short voices of clients moved into the margin beside people and fees; one at least stays where all of them are read."""
    reviews = next((section for section in sections if section.partial == "reviews"), None)
    hosts = [each for name in _NOTED for each in sections if each.id == name and not each.words]
    if reviews is None or not hosts:
        return tuple(sections)
    short = [voice for voice in reviews.voices[1:] if len(voice.words) <= LONGEST_NOTE][: len(hosts)]
    beside: dict[str, Voice] = {host.id: voice for host, voice in zip(hosts, short, strict=False)}
    left = tuple(voice for voice in reviews.voices if voice not in short)
    return tuple(
        dataclasses.replace(section, voices=left)
        if section is reviews
        else dataclasses.replace(section, note=beside.get(section.id))
        for section in sections
    )
