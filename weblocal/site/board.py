"""The board of the first screen: what happens this week at which time, or the hours, or what things cost; and one true number."""

import re
from collections.abc import Iterator

from weblocal.model.business import Business
from weblocal.model.problems import Finding, Severity
from weblocal.model.timetable import Session
from weblocal.opening import listing
from weblocal.site.parts import Board, BoardRow, Numeral
from weblocal.site.tongue import Tongue
from weblocal.wording import local

MOST_ROWS, MOST_COSTS = 8, 6
FEWEST_ROWS = 2
_VARIED = 4
_CLASSES_A_WEEK = re.compile(r"(\d{1,3}) (?:classes|sessions|courses|lessons) (?:a|per|every) week", re.IGNORECASE)
_MINUTES = re.compile(r"(\d{1,3})\s?(?:min\w*|Min\w*|分|minut\w*)\.?")
_FIRST_NUMBER = re.compile(r"^([2-9]|[1-9]\d{1,2})\b\s*(.+)")


def board(business: Business, tongue: Tongue) -> Board | None:
    """The week's sessions by time of day; without them the hours by day; without those what things cost.

    A week that says itself in two or three lines makes no board where more things have a price.
    """
    say = tongue.say
    hours, costs = (say("Opening hours"), _hours(business, tongue)), (say("What it costs"), _costs(business, tongue))
    by_interest = (costs, hours) if len(hours[1]) < _VARIED <= len(costs[1]) else (hours, costs)
    for title, rows in ((say("This week"), sessions(business, tongue)), *by_interest):
        if len(rows) >= FEWEST_ROWS:
            is_week = rows[0].minute >= 0
            shown = rows[: MOST_ROWS if is_week else MOST_COSTS]
            letters = tuple(local.weekday_letter(day, tongue.locale) for day in range(7)) if is_week else ()
            return Board(
                title=title,
                rows=shown,
                is_week=is_week,
                more=len(rows) - len(shown),
                zone=business.hours.zone,
                letters=letters,
            )
    return None


def sessions(business: Business, tongue: Tongue) -> tuple[BoardRow, ...]:
    """Every session of the timetable by time of day, each with its days."""
    return tuple(
        BoardRow(
            lead=tongue.time(session.minute),
            name=session.name,
            takes=session.takes,
            words=session.who,
            days=tuple(day in session.weekdays for day in range(7)),
            days_in_words=tongue.listed(tuple(tongue.weekday(day) for day in session.weekdays)),
            minute=session.minute,
            until=session.minute + _minutes(session.takes),
        )
        for session in sorted(business.timetable, key=lambda each: (each.minute, each.weekdays, each.name))
    )


def _minutes(takes: str) -> int:
    """How long something takes where that is said in minutes."""
    found = _MINUTES.fullmatch(takes.strip())
    return int(found[1]) if found else 0


def _hours(business: Business, tongue: Tongue) -> tuple[BoardRow, ...]:
    rows = []
    for group in listing.grouped(business.hours):
        if group.spans:
            first, days = group.spans[0], range(group.first_day, group.last_day + 1)
            in_words = tongue.listed(tuple(tongue.weekday(day) for day in days))
            rows.append(
                BoardRow(
                    lead=tongue.time(first.opens),
                    name=tongue.say("until {time}", time=tongue.time(group.spans[-1].closes)),
                    days=tuple(day in days for day in range(7)),
                    days_in_words=in_words,
                    minute=first.opens,
                    until=group.spans[-1].closes,
                )
            )
    return tuple(rows)


def _costs(business: Business, tongue: Tongue) -> tuple[BoardRow, ...]:
    if business.prices:
        return tuple(
            BoardRow(lead=tongue.price_in_words(line.price), name=line.name, words=line.note) for line in business.prices
        )
    return tuple(
        BoardRow(lead=tongue.price_in_words(each.price), name=each.name, words=each.takes or each.note)
        for each in business.services
        if each.price
    )


def numeral(business: Business, tongue: Tongue, *, year: int) -> Numeral | None:
    """One number that is true, with the words that follow it: sessions a week, a number the owner says first, years, services."""
    many = tongue.many
    if count := sessions_a_week(business.timetable):
        return _split(many("{count} class a week", "{count} classes a week", count))
    for said in (business.tagline, *(f"{fact.headline} {fact.detail}".strip() for fact in business.facts)):
        if found := _split(said):
            return found
    if business.since and year - business.since >= 3:
        return _split(
            many("{count} year in {town}", "{count} years in {town}", year - business.since, town=business.address.town)
        )
    if len(business.services) >= 2:
        return _split(many("{count} service", "{count} services", len(business.services)))
    return None


def sessions_a_week(timetable: tuple[Session, ...]) -> int:
    """How many sessions a week has."""
    return sum(len(session.weekdays) for session in timetable)


def contradictions(business: Business) -> Iterator[Finding]:
    """A number of classes or sessions said large that is not the number the timetable holds."""
    count = sessions_a_week(business.timetable)
    fields = [("tagline", business.tagline)]
    fields += [(f"facts[{number}].headline", f"{fact.headline} {fact.detail}") for number, fact in enumerate(business.facts, 1)]
    for field, words in fields:
        found = _CLASSES_A_WEEK.match(words)
        if found and count and int(found[1]) != count:
            yield Finding(
                rule="number-untrue",
                severity=Severity.ERROR,
                page=field,
                message=f"“{found[0]}” is said here, and the timetable holds {count}.",
                fix=f"Write {count}, or correct the timetable.",
            )


def _split(words: str) -> Numeral | None:
    """A text that begins with its number, cut there; a language that says it otherwise gets no numeral."""
    found = _FIRST_NUMBER.match(words)
    return Numeral(number=found[1], words=found[2]) if found else None
