"""Holidays: which of the coming ones nobody has decided on, and the owner's decisions written into business.yaml."""

import datetime as dt
import pathlib

from weblocal.flows import set_field
from weblocal.flows.set_field import Changed
from weblocal.model.business import Business
from weblocal.model.problems import Finding, Severity, Unreadable
from weblocal.model.records import record
from weblocal.opening import parsing, public_holidays, writing
from weblocal.profile import setting

AS_USUAL = "as usual"
SOON_DAYS = 45
YEAR_AHEAD = dt.timedelta(days=365)


@record
class Waiting:
    """A holiday that waits for a decision: its date and weekday, its name, and the hours of that weekday."""

    on: dt.date
    name: str
    weekday: str
    usual: str


def waiting(business: Business, *, today: dt.date, year: int = 0) -> tuple[Waiting, ...]:
    """The undecided holidays of the next twelve months, or of what is left of `year`; none where the business has no hours."""
    first_on = max(today, dt.date(year, 1, 1)) if year else today
    last_on = dt.date(year, 12, 31) if year else today + YEAR_AHEAD
    if first_on > last_on:
        return ()
    return tuple(
        Waiting(
            on=holiday.on,
            name=holiday.name,
            weekday=parsing.WEEKDAYS[holiday.on.weekday()].capitalize(),
            usual=_usual(business, holiday.on),
        )
        for holiday in public_holidays.undecided(business.hours, _holidays(business, first_on=first_on, last_on=last_on))
    )


def soon(business: Business, *, today: dt.date) -> tuple[public_holidays.Holiday, ...]:
    """The undecided holidays that are so near that platforms and customers should know by now."""
    holidays = _holidays(business, first_on=today, last_on=today + dt.timedelta(days=SOON_DAYS))
    return public_holidays.undecided(business.hours, holidays)


def findings(business: Business, *, today: dt.date) -> tuple[Finding, ...]:
    """What `check` says while near holidays wait for a decision."""
    near = soon(business, today=today)
    if not near:
        return ()
    days = ", ".join(f"{holiday.on} ({holiday.name})" for holiday in near)
    message = f"Nobody has decided whether you open on {days}. Until then every listing shows the usual hours."
    fix = "Decide: weblocal listing holidays"
    return (Finding(rule="holiday-undecided", severity=Severity.WARNING, page="hours", message=message, fix=fix),)


def is_decision(words: str) -> bool:
    """Whether words are a decision: closed, as usual, or times."""
    return words.strip().lower() == AS_USUAL or not isinstance(parsing.read_spans(words), Unreadable)


def decide(folder: pathlib.Path, business: Business, decisions: dict[dt.date, str], *, today: dt.date) -> Changed:
    """Write a dated line for each decision: closed, times, or AS_USUAL, which is written as the times of that weekday.

    So "as usual" is a real decision that page, calendar and platforms show, and that stays when the week changes later.
    Raises ProfileInvalid, and changes nothing, when one of them is no decision.
    """
    names = {holiday.on: holiday.name for holiday in _named(business, decisions)}

    def written(text: str) -> str:
        for on, words in sorted(decisions.items()):
            times = _usual(business, on) if words.strip().lower() == AS_USUAL else words.strip()
            text = setting.set_field(text, f"{setting.HOURS}.{on.isoformat()}", times, remark=names.get(on, ""))
        return text

    return set_field.edit(folder, written, today=today)


def _usual(business: Business, on: dt.date) -> str:
    return writing.spans_text(business.hours.week[on.weekday()])


def _named(business: Business, decisions: dict[dt.date, str]) -> tuple[public_holidays.Holiday, ...]:
    return _holidays(business, first_on=min(decisions), last_on=max(decisions)) if decisions else ()


def _holidays(business: Business, *, first_on: dt.date, last_on: dt.date) -> tuple[public_holidays.Holiday, ...]:
    address = business.address
    return public_holidays.between(
        address.country, address.region, first_on=first_on, last_on=last_on, language=business.language
    )
