"""One cell of an imported table, read as people write dates, times and money; None when it cannot be read."""

import datetime as dt
import re
from decimal import Decimal

from weblocal.model.services import Money
from weblocal.wording import local

# the countries whose people write the month first; everybody else writes the day first
_MONTH_FIRST = frozenset({"US", "PH", "FM", "PW", "AS", "GU", "MP", "PR", "VI"})
_ISO = re.compile(r"^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$")
_WRITTEN = re.compile(r"^(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4}|\d{2})$")
_TIME = re.compile(r"^(\d{1,2})(?:[:.h](\d{2}))?(?::\d{2})?\s*([ap])?\.?m?\.?$", re.IGNORECASE)
_NUMBER = re.compile(r"\d[\d.,'’\s]*")
_MOST_MINOR = 10**9


def date(text: str, *, country: str) -> dt.date | None:
    """A date: 2026-11-03, 3/11/2026, 03.11.26, or 11/3/2026 where people write the month first."""
    text = text.strip().split("T")[0]
    if iso := _ISO.match(text):
        return _day(*(int(part) for part in iso.groups()))
    written = _WRITTEN.match(text)
    if written is None:
        return None
    first, second, year = (int(part) for part in written.groups())
    year += 2000 if year < 100 else 0
    day, month = (second, first) if country in _MONTH_FIRST and "/" in text else (first, second)
    return _day(year, month, day)


def minute(text: str) -> int | None:
    """Minutes after midnight: 14:30, 14.30, 2:30 pm, 9am."""
    found = _TIME.match(text.strip())
    if found is None:
        return None
    hour, past, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    elif found[2] is None:
        return None
    return hour * 60 + past if hour < 24 and past < 60 else None


def money(text: str, *, currency: str) -> Money | None:
    """An amount with or without its sign: £48.50, 48,50 €, 1.234,50, 1'234; in the minor units of `currency`."""
    found = _NUMBER.search(text)
    if found is None or "-" in text[: found.start()]:
        return None
    digits = re.sub(r"[\s'’]", "", found[0]).rstrip(".,")
    amount = Decimal(_with_point(digits))
    minor = int((amount * 10 ** local.currency_decimals(currency)).to_integral_value())
    return Money(amount_minor=minor, currency=currency) if minor <= _MOST_MINOR else None


def _with_point(digits: str) -> str:
    """The last mark followed by one or two digits is the decimal point; every other mark groups thousands."""
    found = re.match(r"^(.*)[.,](\d{1,2})$", digits)
    whole, cents = (found[1], found[2]) if found else (digits, "0")
    return f"{re.sub(r'[.,]', '', whole) or '0'}.{cents}"


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
