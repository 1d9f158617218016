"""The desk's words for times, promises, places and money, as a colleague would say them; pure, `now` comes in."""

import datetime as dt
import zoneinfo

from weblocal.flows.desk_views import AnswerClock, Reach
from weblocal.model import urls
from weblocal.model.business import Business
from weblocal.model.hours import Hours
from weblocal.model.leads import Lead
from weblocal.model.people import Contact
from weblocal.model.services import Money
from weblocal.opening import instants, state
from weblocal.people import phones
from weblocal.wording import local as local_forms

NOBODY = "Somebody without a name"

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_SIGNS = {"GBP": "£", "EUR": "€", "USD": "$", "CAD": "$", "AUD": "$", "NZD": "$", "INR": "₹", "ILS": "₪", "AED": "AED "}
_WITHOUT_MINOR = {"JPY", "KRW", "CLP", "VND", "ISK"}
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def local(at: dt.datetime, zone: str) -> dt.datetime:
    """The instant on the wall clock of the business."""
    return at.astimezone(zoneinfo.ZoneInfo(zone))


def clock_time(at: dt.datetime, zone: str) -> str:
    """As on a wall clock: 9:40."""
    there = local(at, zone)
    return f"{there.hour}:{there.minute:02d}"


def short_day(at: dt.datetime, zone: str) -> str:
    """As in a diary: Tue 24 November."""
    there = local(at, zone)
    return f"{_DAYS[there.weekday()][:3]} {there.day} {_MONTHS[there.month - 1]}"


def long_day(day: dt.date) -> str:
    """A day in full: Sunday 15 November."""
    return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"


def month(at: dt.datetime, zone: str) -> str:
    """A month with its year: November 2026."""
    there = local(at, zone)
    return f"{_MONTHS[there.month - 1]} {there.year}"


def day_and_time(at: dt.datetime, *, zone: str, now: dt.datetime) -> str:
    """9:40, yesterday 16:20, tomorrow 9:30, Tue 3 November 18:55, or with the year when it is another one."""
    there, here = local(at, zone), local(now, zone)
    days = (there.date() - here.date()).days
    time = clock_time(at, zone)
    if days == 0:
        return time
    if days in {-1, 1}:
        return f"{'yesterday' if days < 0 else 'tomorrow'} {time}"
    year = "" if there.year == here.year else f" {there.year}"
    return f"{short_day(at, zone)}{year} {time}"


def on_day(at: dt.datetime, *, zone: str, now: dt.datetime) -> str:
    """today, yesterday, 3 November, or 3 November 2025 in another year."""
    there, here = local(at, zone), local(now, zone)
    days = (there.date() - here.date()).days
    if days in {-1, 0}:
        return "yesterday" if days else "today"
    year = "" if there.year == here.year else f" {there.year}"
    return f"{there.day} {_MONTHS[there.month - 1]}{year}"


def ago(at: dt.datetime, *, zone: str, now: dt.datetime) -> str:
    """8 minutes ago, today at 8:20, yesterday, 3 November."""
    minutes = int((now - at).total_seconds() // 60)
    if minutes < 1:
        return "just now"
    if minutes < 60:
        return f"{minutes} minute{'' if minutes == 1 else 's'} ago"
    if local(at, zone).date() == local(now, zone).date():
        return f"today at {clock_time(at, zone)}"
    return on_day(at, zone=zone, now=now)


def span(seconds: float) -> str:
    """6 minutes, 2 hours, 3 days: what somebody would say, rounded down, never nothing."""
    minutes = max(1, int(seconds // 60))
    if minutes < 120:
        return f"{minutes} minute{'' if minutes == 1 else 's'}"
    hours = minutes // 60
    return f"{hours} hours" if hours < 48 else f"{hours // 24} days"


def counted(count: int, one: str, many: str = "") -> str:
    """3 visits, 1 visit."""
    return f"{count} {one if count == 1 else many or one + 's'}"


def in_words(number: int) -> str:
    """two, nine, 14."""
    return _NUMBERS[number] if 0 <= number < len(_NUMBERS) else str(number)


def money(amount: Money | None) -> str:
    """£75 or £75.50; nothing when unknown, for unknown money is never shown as none."""
    if amount is None:
        return ""
    sign = _SIGNS.get(amount.currency, f"{amount.currency} ")
    if amount.currency in _WITHOUT_MINOR:
        return f"{sign}{amount.amount_minor}"
    whole, rest = divmod(amount.amount_minor, 100)
    return f"{sign}{whole}" if rest == 0 else f"{sign}{whole}.{rest:02d}"


def phone_in_words(e164: str, country: str) -> str:
    """The number as people write it: the national way for a number of `country`, with + and spaces for one from abroad."""
    return phones.in_groups(e164, country)


def reach_of(contact: Contact, *, phone: str) -> Reach:
    """The ways to reach somebody; `phone` is the number as people in this country write it."""
    if not contact.phone_e164:
        return Reach(mail_link=f"mailto:{contact.email}" if contact.email else "")
    return Reach(
        phone=phone or contact.phone_e164,
        phone_link=f"tel:{contact.phone_e164}",
        message_link=f"sms:{contact.phone_e164}",
        mail_link=f"mailto:{contact.email}" if contact.email else "",
    )


def open_time_between(hours: Hours, since: dt.datetime, until: dt.datetime) -> dt.timedelta:
    """How much opening time lies between two instants; without hours, all of it."""
    if until <= since:
        return dt.timedelta()
    if not hours.is_known:
        return until - since
    total = dt.timedelta()
    for stretch in instants.stretches(hours, since=since, days=(until - since).days + 2):
        if stretch.opens_at >= until:
            break
        total += min(stretch.closes_at, until) - max(stretch.opens_at, since)
    return total


def answer_clock(lead: Lead, *, business: Business, may_ring: bool, now: dt.datetime) -> AnswerClock | None:
    """How the promise to this lead stands; None where nothing was promised.

    The clock runs in opening time only. Late is counted on the wall: nobody waits less because the shop is shut.
    """
    if lead.answer_by is None:
        return None
    zone, hours = business.zone, business.hours
    by = day_and_time(lead.answer_by, zone=zone, now=now)
    is_late = now > lead.answer_by
    whole = open_time_between(hours, lead.received_at, lead.answer_by)
    remaining = open_time_between(hours, now, lead.answer_by)
    part = 100 if is_late or not whole else round(100 * (1 - remaining / whole))
    is_open = not hours.is_known or state.status_at(hours, now).is_open
    runs_through = remaining == max(lead.answer_by - now, dt.timedelta())
    return AnswerClock(
        due=f"Was due at {by}" if is_late else f"{'Ring' if may_ring else 'Answer'} by {by}",
        left=_late(now - lead.answer_by) if is_late else _left(remaining, is_open=is_open),
        part=min(100, max(0, part)),
        is_late=is_late,
        is_live=is_late or (is_open and runs_through),
        from_iso=lead.received_at.isoformat(timespec="seconds"),
        by_iso=lead.answer_by.isoformat(timespec="seconds"),
    )


def _left(remaining: dt.timedelta, *, is_open: bool) -> str:
    """What is left of the promise; while the shop is shut the clock on the wall runs on without it, so it says of what."""
    minutes = int(remaining.total_seconds() // 60)
    of_what = "left" if is_open else "of opening time left"
    return f"{minutes} min {of_what}" if minutes < 120 else f"{minutes // 60} h {of_what}"


def _late(over: dt.timedelta) -> str:
    minutes = max(1, int(over.total_seconds() // 60))
    return (
        f"{minutes} min late"
        if minutes < 120
        else f"{minutes // 60} h late"
        if minutes < 2880
        else f"{minutes // 1440} days late"
    )


def headline_of(lead: Lead, *, people: str = "", has_words: bool, has_phone: bool) -> str:
    """What somebody wants in a word or two; never "Other"."""
    if lead.asked_for:
        return lead.asked_for
    if people:
        return f"For {counted(int(people), 'person', 'people')}" if people.isdecimal() else f"For {people}"
    if has_phone and not has_words:
        return "Wants to be rung"
    return "Wrote a message"


def source_of(lead: Lead, *, business: Business, now: dt.datetime) -> str:
    """Where the lead came from and when, in words; the time alone when nothing is known."""
    when = day_and_time(lead.received_at, zone=business.zone, now=now)
    if lead.placement:
        names = [p.name for p in business.placements if lead.placement in {p.id, p.code}]
        return f"Scanned the code on {names[0]}, {when}" if names else f"Scanned a printed code, {when}"
    if not lead.page:
        return f"At {when}" if when[0].isdigit() else when[0].upper() + when[1:]
    language = next((tag for tag in business.also_speaks if lead.page.startswith(f"{urls.prefix_of(tag)}/")), "")
    title = page_name(lead.page.removeprefix(urls.prefix_of(language)) if language else lead.page, business)
    where = f"From the page {title}" if title else "From the website"
    return f"{where}, in {local_forms.english_name(language)}, {when}" if language else f"{where}, {when}"


def page_name(path: str, business: Business) -> str:
    """What a page of the site is called, by its path; empty for the home page and for paths we do not know."""
    slug = path.strip("/").rpartition("/")[2]
    for service in business.services:
        if service.id.replace("_", "-") == slug:
            return service.name
    known = {"contact": "Contact", "about": "About", "services": business.trade.services_title, "questions": "Questions"}
    return known.get(path.strip("/"), "")
