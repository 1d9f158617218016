"""The business as OpenStreetMap tags to paste, its opening hours in that map's grammar, dated by when they were checked."""

import datetime as dt
import re

from weblocal.listing import categories, google_hours, nap
from weblocal.listing.google_hours import DatedSpans
from weblocal.model.business import Address, Business
from weblocal.model.hours import MINUTES_A_DAY, Hours, Span
from weblocal.model.problems import Finding, Severity
from weblocal.opening import listing, writing
from weblocal.opening.writing import merged

FILE = "openstreetmap.txt"
LONGEST_VALUE = 255  # the map's own limit, in characters
_A_DAY = dt.timedelta(days=1)
_DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_NUMBER_FIRST = re.compile(r"(?P<number>\d+\s?[a-zA-Z]?(?:[-/]\d+[a-zA-Z]?)?),? (?P<street>\D.*)")
_NUMBER_LAST = re.compile(r"(?P<street>.*\D) (?P<number>\d+\s?[a-zA-Z]?(?:[-/]\d+[a-zA-Z]?)?)")


def tags(business: Business, *, today: dt.date) -> tuple[tuple[str, str], ...]:
    """Key and value of each tag; the address only where it is public."""
    category = categories.of_trade(business.trade)
    found = [("name", business.name)]
    if category and category.osm:
        found.insert(0, category.osm)
    if business.address.public:
        found += _address(business.address)
    if business.phone:
        found.append(("phone", nap.international(business.phone.e164)))
    found += [("website", f"{business.website.rstrip('/')}/"), ("email", business.email)]
    found.append(("opening_hours", _fitting(business.hours, today)))
    found = [(key, " ".join(value.split())[:LONGEST_VALUE]) for key, value in found if value.strip()]
    if ("opening_hours" in dict(found)) or business.by_appointment:
        if business.by_appointment and "opening_hours" not in dict(found):
            found.append(("opening_hours", '"by appointment"'))
        found.append(("check_date:opening_hours", today.isoformat()))
    return (*found, ("check_date", today.isoformat()))


def block(business: Business, *, today: dt.date) -> str:
    """The tags as an editor takes them: one `key=value` a line."""
    return "".join(f"{key}={value}\n" for key, value in tags(business, today=today))


def opening_hours(hours: Hours, *, since: dt.date) -> str:
    """The week and the special days from `since` on, as `Mo-Fr 09:00-18:00; Sa off; 2026 Dec 25-28 off`; empty when unknown.

    Later rules win over earlier ones, so that the dates stand behind the week. Nothing is said of public holidays: what the
    owner has decided stands there by its date.
    """
    return "; ".join(_rules(hours, since)) if hours.is_known else ""


def _rules(hours: Hours, since: dt.date) -> list[str]:
    """The week as one rule or several, then one for each run of dates, in order."""
    special = _special(hours, since)
    groups = listing.grouped(hours)
    if _never_shuts(hours):
        week = ["24/7"]
    elif any(_runs_on(spans) for spans in hours.week):
        # a rule for the next day would cut off a night that runs into it; joined by commas, rules add up instead
        week = [", ".join(_week_rule(group) for group in groups if group.spans)]
    else:
        week = [_week_rule(group) for group in groups]
    return week + [f"{_dates(first, last)} {_spans(spans)}" for first, last, spans in _runs(special)]


def _special(hours: Hours, since: dt.date) -> tuple[DatedSpans, ...]:
    """Each date that needs a rule of its own, with its spans and what is left of the night before.

    Readers differ on whether a date's rule cuts off the night that runs into it, and on whether the night of an overruled
    evening still runs on. So the date says what is left of the night, and the morning after such an evening is a date too.
    """
    dates = {on for on, _ in google_hours.dated(hours, since=since)}
    after = {on + _A_DAY for on in dates if _runs_on(hours.week[on.weekday()]) or _runs_on(hours.spans_on(on))}
    dated = []
    for on in sorted(dates | after):
        night = (span.closes - MINUTES_A_DAY for span in hours.spans_on(on - _A_DAY))
        left = tuple(Span(0, closes) for closes in night if closes > 0)
        dated.append((on, merged((*left, *hours.spans_on(on)))))
    return tuple(dated)


def _runs_on(spans: tuple[Span, ...]) -> bool:
    return any(span.closes > MINUTES_A_DAY for span in spans)


def findings(business: Business, *, today: dt.date) -> tuple[Finding, ...]:
    """What mappers would object to."""
    found = []
    category = categories.of_trade(business.trade)
    if not business.address.public:
        message = (
            "The address is private, and the map holds places that people can find: there is no door to put these tags on."
        )
        found.append(_finding("osm-no-place", message, "Leave it out of the map, or enter an office people may come to."))
    if category is None or category.osm is None:
        message = "No usual tag for this trade is known here."
        found.append(_finding("osm-no-tag", message, "Look for one in the map's wiki and put it first."))
    if _fitting(business.hours, today) != opening_hours(business.hours, since=today):
        message = f"The hours with all special days are longer than the {LONGEST_VALUE} characters a tag may have; the far ones are out."
        found.append(_finding("osm-long-hours", message, "Paste again when they come nearer."))
    return tuple(found)


def _fitting(hours: Hours, today: dt.date) -> str:
    """As much as one tag holds: the latest dates go first."""
    rules = _rules(hours, today) if hours.is_known else []
    while len(rules) > 1 and len("; ".join(rules)) > LONGEST_VALUE:
        rules.pop()
    return "; ".join(rules)


def _address(address: Address) -> list[tuple[str, str]]:
    found = _NUMBER_FIRST.fullmatch(address.street) or _NUMBER_LAST.fullmatch(address.street)
    street = [("addr:housenumber", found["number"]), ("addr:street", found["street"].rstrip(" ,"))] if found else []
    if not found and address.street:
        street = [("addr:full", f"{address.street}, {address.town}")]
    return [
        *street,
        ("addr:city", address.town),
        ("addr:postcode", address.postcode),
        ("addr:country", address.country),
    ]


def _never_shuts(hours: Hours) -> bool:
    return all(any(span.is_all_day and span.opens == 0 for span in spans) for spans in hours.week)


def _week_rule(group: listing.DayGroup) -> str:
    first, last = _DAYS[group.first_day], _DAYS[group.last_day]
    return f"{first if first == last else f'{first}-{last}'} {_spans(group.spans)}"


def _spans(spans: tuple[Span, ...]) -> str:
    return ",".join(f"{writing.clock(span.opens)}-{_closes(span)}" for span in spans) or "off"


def _closes(span: Span) -> str:
    """Past midnight as 02:00, which every reader takes; a whole turn of the clock as 30:00, because 06:00-06:00 says nothing."""
    is_past = MINUTES_A_DAY < span.closes < span.opens + MINUTES_A_DAY
    return writing.clock(span.closes - MINUTES_A_DAY if is_past else span.closes)


def _runs(special: tuple[DatedSpans, ...]) -> list[tuple[dt.date, dt.date, tuple[Span, ...]]]:
    """Neighbouring dates with the same times as one run, within a month, so that every reader of the grammar takes it."""
    runs: list[tuple[dt.date, dt.date, tuple[Span, ...]]] = []
    for on, spans in special:
        if runs and runs[-1][2] == spans and runs[-1][1] == on - dt.timedelta(days=1) and runs[-1][0].month == on.month:
            runs[-1] = (runs[-1][0], on, spans)
        else:
            runs.append((on, on, spans))
    return runs


def _dates(first: dt.date, last: dt.date) -> str:
    day = f"{first.year} {_MONTHS[first.month - 1]} {first.day:02d}"
    return day if first == last else f"{day}-{last.day:02d}"


def _finding(rule: str, message: str, fix: str) -> Finding:
    return Finding(rule=rule, severity=Severity.WARNING, page=FILE, message=message, fix=fix)
