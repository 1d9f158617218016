"""Where and when: the hours in words and for the script, the postal address, the places travelled to."""

import datetime as dt
from urllib.parse import quote_plus

from markupsafe import Markup

from weblocal.model import urls
from weblocal.model.business import Business
from weblocal.model.hours import MINUTES_A_DAY, Span, SpecialDay
from weblocal.model.timetable import Way
from weblocal.opening import listing
from weblocal.site import presence
from weblocal.site.parts import HoursRow, Link, WayHere, Whereabouts
from weblocal.site.status_parts import Status
from weblocal.site.tongue import Tongue
from weblocal.wording import addresses


def whereabouts(business: Business, tongue: Tongue, today: dt.date, *, map_drawn: Markup) -> Whereabouts:
    """Everything the section says; `map_drawn` is the drawn map of the places travelled to, or empty."""
    say = tongue.say
    cards = [Link(text=say("Save our number and address"), href=tongue.href(urls.VCARD))]
    if presence.special_days(business, today):
        cards.append(Link(text=say("Special hours for your calendar"), href=tongue.href(urls.CALENDAR)))
    is_premises = presence.is_premises(business) and not presence.areas(business)
    with_pages = {area.id for area in presence.areas_with_pages(business)}
    return Whereabouts(
        hours=hours_rows(business, tongue, today),
        note=_note(business, tongue),
        address=postal_lines(business) if is_premises else (),
        directions=directions(business, tongue) if is_premises else None,
        places=tuple(
            Link(text=area.name, href=tongue.href(urls.area(area.id)) if area.id in with_pages else "")
            for area in presence.areas(business)
        ),
        ways=tuple(WayHere(minutes=way.minutes, words=_way(way, tongue)) for way in business.ways),
        map=map_drawn,
        cards=tuple(cards),
    )


def _way(way: Way, tongue: Tongue) -> str:
    if way.by:
        return tongue.say("{count} min {by} from {place}", count=way.minutes, by=way.by, place=way.start)
    return tongue.say("{count} min from {place}", count=way.minutes, place=way.start)


def directions(business: Business, tongue: Tongue) -> Link | None:
    """A link to the visitor's own map application, for premises; nothing is loaded from there."""
    if not presence.is_premises(business):
        return None
    query = quote_plus(", ".join((business.name, *postal_lines(business))))
    return Link(text=tongue.say("Get directions"), href=f"https://www.google.com/maps/search/?api=1&query={query}")


def postal_lines(business: Business) -> tuple[str, ...]:
    """The address as lines in its country's order; without the street when that is not public."""
    return addresses.lines(business.address)


def hours_rows(business: Business, tongue: Tongue, today: dt.date) -> tuple[HoursRow, ...]:
    """Special days of the next thirty days first, then the week with equal neighbours merged."""
    if not business.hours.is_known:
        return ()
    special = [_special_row(day, tongue) for day in presence.special_days_soon(business, today)]
    shut = tongue.say("Emergencies") if business.trade.when_shut == "emergency" and business.phone else tongue.say("Closed")
    week = [
        HoursRow(
            name=_days_named(group, tongue, short=False),
            times=tuple(_range(span, tongue) for span in group.spans) or (shut,),
            days="".join(str(day) for day in range(group.first_day, group.last_day + 1)),
        )
        for group in _from_first_weekday(listing.grouped(business.hours), tongue.first_weekday)
    ]
    return (*special, *week)


def _from_first_weekday(groups: tuple[listing.DayGroup, ...], first: int) -> tuple[listing.DayGroup, ...]:
    """The week as calendars there begin it, where no merged run of days would be torn apart."""
    start = next((number for number, group in enumerate(groups) if group.first_day == first), 0)
    return (*groups[start:], *groups[:start])


def status(business: Business, tongue: Tongue, today: dt.date, *, href: str) -> Status:
    """The line in the masthead: the usual hours, "by appointment", or the town; the script says the rest by the clock."""
    say = tongue.say
    if not business.hours.is_known:
        text = say("By appointment") if business.by_appointment else business.address.town
        return Status(text=text, href=href)
    emergency = say("Emergency line open") if business.trade.when_shut == "emergency" and business.phone else ""
    words = (
        say("Open now"),
        say("Open now, until {time}", time="{time}"),
        say("Opens today at {time}", time="{time}"),
        say("Opens {day} at {time}", day="{day}", time="{time}"),
        emergency,
    )
    return Status(
        text=_usual(business, tongue),
        href=href,
        week=";".join(_for_script(spans, tongue) for spans in business.hours.week),
        special=";".join(
            f"{date}={_for_script(day.spans, tongue)}" for day in presence.special_days(business, today) for date in _dates(day)
        ),
        zone=business.hours.zone,
        days="|".join(tongue.weekday(day) for day in range(7)),
        words="|".join(words),
    )


def _usual(business: Business, tongue: Tongue) -> str:
    """The first stretch of open days in short: Mon-Fri 8:00-18:00."""
    group = next(group for group in listing.grouped(business.hours) if group.spans)
    first, last = group.spans[0], group.spans[-1]
    times = tongue.say("open all day") if first.is_all_day else f"{tongue.time(first.opens)}–{tongue.time(last.closes)}"
    return f"{_days_named(group, tongue, short=True)} {times}"


def _days_named(group: listing.DayGroup, tongue: Tongue, *, short: bool) -> str:
    first, last = tongue.weekday(group.first_day, short=short), tongue.weekday(group.last_day, short=short)
    if group.first_day == group.last_day:
        return first
    if short:
        return f"{first}–{last}"
    if group.last_day - group.first_day == 6:
        return tongue.say("Every day")
    if group.last_day - group.first_day == 1:
        return tongue.say("{first}, {last}", first=first, last=last)
    return tongue.say("{first} to {last}", first=first, last=last)


def _special_row(day: SpecialDay, tongue: Tongue) -> HoursRow:
    name = tongue.short_date(day.first_on)
    if day.last_on != day.first_on:
        name = tongue.say("{first} to {last}", first=name, last=tongue.short_date(day.last_on))
    return HoursRow(
        name=name,
        times=tuple(_range(span, tongue) for span in day.spans) or (tongue.say("Closed"),),
        dates=" ".join(_dates(day)),
    )


def _dates(day: SpecialDay) -> list[str]:
    """Every date of a run; the script looks one up and never reckons with ends."""
    count = min((day.last_on - day.first_on).days + 1, 366)
    return [(day.first_on + dt.timedelta(days=number)).isoformat() for number in range(count)]


def _range(span: Span, tongue: Tongue) -> str:
    if span.is_all_day:
        return tongue.say("Open all day")
    return f"{tongue.time(span.opens)} – {tongue.time(span.closes)}"


def _for_script(spans: tuple[Span, ...], tongue: Tongue) -> str:
    return ",".join(f"{span.opens}|{span.closes}|{tongue.time(span.opens)}|{tongue.time(span.closes)}" for span in spans)


def _note(business: Business, tongue: Tongue) -> str:
    if not business.hours.is_known:
        return tongue.say("By appointment: ring or write, and we find a time.") if business.by_appointment else ""
    if any(span.closes > MINUTES_A_DAY for spans in business.hours.week for span in spans):
        return tongue.say("Closing times after midnight belong to the night before.")
    return ""
