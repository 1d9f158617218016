"""Prices, money, spans of time: how much and how long, as owners say it."""

import datetime as dt
import functools
import re

from weblocal.model.problems import Unreadable
from weblocal.model.sequences import FrequencyCap, Wait, WaitUnit
from weblocal.model.services import Money, Price, PriceKind
from weblocal.profile import countries
from weblocal.profile.fields import Leaf
from weblocal.profile.noting import Notes, shown
from weblocal.wording import local

_AMOUNT = re.compile(r"^[0-9][0-9.,'\u00a0\u2009\u202f ]*$")
_MOST_MINOR = 10_000_000_00
_OTHER_SIGN = re.compile(
    r"^(?P<before>[A-Z]{3}|[£€$¥₹₪₺₽₴₩₫฿₦₱])?\s*(?P<digits>[0-9].*?)\s*(?P<behind>[A-Z]{3}|[£€$¥₹₪₺₽₴₩₫฿₦₱])?$"
)
_RANGE = re.compile(r"\s*(?:[-\u2010-\u2015]|\bto\b)\s*")
_SPAN = re.compile(r"^(?P<amount>[0-9]{1,5})\s*(?P<unit>[a-z]+)$")
_SIGNS = {
    "£": ("GBP",),
    "€": ("EUR",),
    "$": ("USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN"),
    "¥": ("JPY", "CNY"),
    "₹": ("INR",),
}
_UNITS = {
    "minutes": WaitUnit.MINUTES,
    "mins": WaitUnit.MINUTES,
    "hours": WaitUnit.HOURS,
    "hrs": WaitUnit.HOURS,
    "hs": WaitUnit.HOURS,
    "days": WaitUnit.DAYS,
    "weeks": WaitUnit.WEEKS,
    "months": WaitUnit.MONTHS,
    "years": None,
}
_LENGTHS = {
    WaitUnit.MINUTES: dt.timedelta(minutes=1),
    WaitUnit.HOURS: dt.timedelta(hours=1),
    WaitUnit.DAYS: dt.timedelta(days=1),
    WaitUnit.WEEKS: dt.timedelta(weeks=1),
}
_LONGEST_DAYS = 3660


def price() -> Leaf[Price]:
    """A price in one of the five ways: 48, from 35, 48-65, by quote, free."""
    how = "`48`, `from 35`, `48-65`, `by quote` or `free`"
    return Leaf(read_price, how)


def read_price(text: str, notes: Notes) -> Price | Unreadable:
    """A price in the currency of the business."""
    said = " ".join(text.lower().split())
    if said in {"free", "by quote"}:
        return Price(kind=PriceKind.FREE if said == "free" else PriceKind.BY_QUOTE)
    if said.startswith("from "):
        low = _amount(text.strip()[5:], notes)
        return low if isinstance(low, Unreadable) else Price(kind=PriceKind.FROM, low=low)
    parts = _RANGE.split(text.strip())
    if not all(parts):  # a dash with nothing on one side, as in -5: the whole is shown, not the nothing
        parts = [text]
    ends = [_amount(part, notes) for part in parts]
    for end in ends:
        if isinstance(end, Unreadable):
            return end
    amounts = [end for end in ends if isinstance(end, Money)]
    if len(amounts) == 1:
        return Price(kind=PriceKind.EXACT, low=amounts[0])
    if len(amounts) != 2 or amounts[0].amount_minor >= amounts[1].amount_minor:
        return Unreadable(message=f'"{shown(text)}" is not a price range.', fix="Write the lower price first, such as 48-65.")
    return Price(kind=PriceKind.RANGE, low=amounts[0], high=amounts[1])


def money() -> Leaf[Money]:
    """An amount in the currency of the business."""
    return Leaf(_amount, "an amount such as `42` or `42.50`")


def _amount(text: str, notes: Notes) -> Money | Unreadable:
    bare, sign = _without_sign(text.strip(), _signs_of(notes.currency, notes.country))
    codes = _SIGNS.get(sign, (sign,))
    if sign and notes.currency and sign not in _signs_of(notes.currency, notes.country) and notes.currency not in codes:
        fix = f"Write {shown(bare)}" + (f", or set currency: {codes[0]}" if codes[0].isalpha() else ".")
        return Unreadable(message=f'"{shown(text)}" is not in {notes.currency}, the currency of this business.', fix=fix)
    minor = _minor(bare, local.currency_decimals(notes.currency)) if _AMOUNT.match(bare) else None
    if minor is None or minor > _MOST_MINOR:
        return Unreadable(message=f'"{shown(text)}" is not a price.', fix="Write 48, from 35, 48-65, by quote or free.")
    return Money(amount_minor=minor, currency=notes.currency)


def _without_sign(text: str, signs: tuple[str, ...]) -> tuple[str, str]:
    """The digits, and the sign or code of a currency before or behind them."""
    for sign in signs:
        if text.startswith(sign):
            return text[len(sign) :].strip(), sign
        if text.endswith(sign):
            return text[: -len(sign)].strip(), sign
    other = _OTHER_SIGN.match(text)
    if other:
        return other["digits"].strip(), other["before"] or other["behind"] or ""
    return text, ""


@functools.cache
def _signs_of(currency: str, country: str) -> tuple[str, ...]:
    """How this money is signed: by its code, its sign at home and abroad."""
    if not currency:
        return ()
    from babel import numbers

    home = countries.language_for(country).replace("-", "_") if country else "en"
    signs = (currency, *(str(numbers.get_currency_symbol(currency, locale)) for locale in ("en", home) if _is_locale(locale)))
    return tuple(dict.fromkeys(signs))


def _is_locale(name: str) -> bool:
    return countries.is_language(name.replace("_", "-"))


def _minor(digits: str, decimals: int) -> int | None:
    """1,234.50 and 1.234,50 and 1 234,50 are one number: the last sign divides when as many digits follow as there are cents."""
    parts = re.split(r"[.,]", re.sub(r"['\s\u00a0\u2009\u202f]", "", digits))
    if not all(parts):
        return None
    if len(parts) == 1:
        return int(parts[0] + "0" * decimals)
    last = parts[-1]
    if len(last) == decimals or (len(last) < 3 and len(last) < decimals):
        whole, cents = "".join(parts[:-1]), last.ljust(decimals, "0")
        groups = parts[1:-1]
    else:
        whole, cents, groups = "".join(parts), "0" * decimals, parts[1:]
    if any(len(group) != 3 for group in groups) or (groups and len(parts[0]) > 3):
        return None
    return int(whole + cents)


def wait() -> Leaf[Wait]:
    """A wait in the owner's unit: minutes and hours pass on the clock, days and more on the calendar."""
    return Leaf(read_wait, "a wait such as `3 hours`, `2 days` or `6 weeks`")


def read_wait(text: str, _notes: Notes) -> Wait | Unreadable:
    """How long, in the unit that was written."""
    found = _SPAN.match(" ".join(text.lower().split()))
    unit = _unit(found["unit"]) if found else None
    if found is None or unit is None or int(found["amount"]) == 0:
        return Unreadable(
            message=f'"{shown(text)}" is not a span of time.', fix="Write 45 minutes, 3 hours, 2 days, 6 weeks or 3 months."
        )
    if _days(int(found["amount"]), unit) > _LONGEST_DAYS:
        return Unreadable(message=f'"{shown(text)}" is more than ten years.', fix="Write less.")
    return Wait(amount=int(found["amount"]), unit=unit)


def reentry() -> Leaf[Wait | None]:
    """`after 90 days`, or never."""

    def read(text: str, notes: Notes) -> Wait | Unreadable | None:
        if text.lower() == "never":
            return None
        if not text.lower().startswith("after "):
            return Unreadable(message=f'"{shown(text)}" does not say when.', fix="Write after 90 days, or never.")
        return read_wait(text[6:], notes)

    return Leaf(read, "`after 90 days` or `never`")


def duration() -> Leaf[dt.timedelta]:
    """A span that passes on the clock; months are no such span."""

    def read(text: str, notes: Notes) -> dt.timedelta | Unreadable:
        span = read_wait(text, notes)
        if isinstance(span, Unreadable):
            return span
        if span.unit not in _LENGTHS:
            return Unreadable(message=f'"{shown(text)}" is not exact enough.', fix="Write minutes, hours, days or weeks.")
        return span.amount * _LENGTHS[span.unit]

    return Leaf(read, "a span such as `2 hours` or `3 days`")


def keeping_days() -> Leaf[int]:
    """How long something is kept, in days."""

    def read(text: str, notes: Notes) -> int | Unreadable:
        span = read_wait(text if re.search(r"[a-z]", text.lower()) else f"{text} days", notes)
        return span if isinstance(span, Unreadable) else max(1, _days(span.amount, span.unit))

    return Leaf(read, "a span such as `24 months` or `30 days`")


def cap() -> Leaf[FrequencyCap]:
    """`4 in 14 days`."""

    def read(text: str, notes: Notes) -> FrequencyCap | Unreadable:
        found = re.match(r"^([0-9]{1,3}) in (.+)$", " ".join(text.lower().split()))
        period = duration_of(found[2], notes) if found and int(found[1]) > 0 else None
        if found is None or not isinstance(period, dt.timedelta):
            return Unreadable(message=f'"{shown(text)}" is not a limit.', fix="Write 1 in 20 hours, or 4 in 14 days.")
        return FrequencyCap(messages=int(found[1]), period=period)

    return Leaf(read, "a limit such as `4 in 14 days`")


def duration_of(text: str, notes: Notes) -> dt.timedelta | None:
    """The span that passes on the clock, or None."""
    span = read_wait(text, notes)
    if isinstance(span, Unreadable) or span.unit not in _LENGTHS:
        return None
    return span.amount * _LENGTHS[span.unit]


def _unit(word: str) -> WaitUnit | None:
    return next((unit for name, unit in _UNITS.items() if word in {name, name.removesuffix("s")}), None)


def _days(amount: int, unit: WaitUnit) -> int:
    if unit is WaitUnit.MONTHS:
        return amount * 365 // 12
    return (amount * _LENGTHS[unit]).days
