"""The special days as a calendar that customers and staff can keep."""

import datetime as dt

from weblocal.listing.lines import escaped, joined
from weblocal.model.business import Business
from weblocal.model.hours import SpecialDay
from weblocal.opening import listing
from weblocal.wording import local, texts


def calendar(business: Business) -> str:
    """An iCalendar with one all-day event for each special day or run of days; the same bytes for the same profile."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//weblocal//special hours//EN", "CALSCALE:GREGORIAN"]
    lines.append(f"X-WR-CALNAME:{escaped(business.name)}")
    for day in listing.settled(business.hours):
        lines += _event(business, day)
    return joined((*lines, "END:VCALENDAR"))


def _event(business: Business, day: SpecialDay) -> list[str]:
    host = business.website.split("//", 1)[-1].split("/", 1)[0]
    ends = day.last_on + dt.timedelta(days=1)  # DTEND is the first day no longer meant
    return [
        "BEGIN:VEVENT",
        f"UID:special-{day.first_on:%Y%m%d}@{host}",
        # the profile keeps no time of writing; a fixed one keeps the file the same on every build
        f"DTSTAMP:{day.first_on:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{day.first_on:%Y%m%d}",
        f"DTEND;VALUE=DATE:{ends:%Y%m%d}",
        f"SUMMARY:{escaped(_summary(business, day))}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _summary(business: Business, day: SpecialDay) -> str:
    say = texts.for_language(business.locale).say
    if not day.spans:
        return say("{name}: closed", name=business.name)
    times = ", ".join(
        f"{local.time_of_day(span.opens, business.locale)} – {local.time_of_day(span.closes, business.locale)}"
        for span in day.spans
    )
    return say("{name}: {times}", name=business.name, times=times)
