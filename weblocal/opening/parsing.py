"""Opening hours as owners write them: `tuesday-friday`, `09:00-12:00, 13:00-18:00`, `closed`, `2026-12-25 to 2026-12-28`."""

import datetime as dt
import itertools
import re

from weblocal.model.hours import MINUTES_A_DAY, Span
from weblocal.model.problems import Unreadable

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
CLOSED = "closed"
OPEN_ALL_DAY = "open all day"
ALL_DAY = Span(0, MINUTES_A_DAY)

_DASH = r"\s*[-\u2010-\u2015\u2212]\s*"
_TIME = re.compile(r"^(\d{1,2})[:.](\d{2})$")
_LOOSE_TIME = re.compile(r"^(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm|a\.m\.|p\.m\.|h|uhr)?$", re.IGNORECASE)
_BETWEEN = re.compile(rf"{_DASH}|\s+(?:to|till|until|bis)\s+", re.IGNORECASE)
_DATE = re.compile(r"^\d{4}-\d{1,2}-\d{1,2}")
_DATES = re.compile(r"^(\S+)(?:\s+to\s+(\S+))?$")
_MOST_SPANS = 8
_SHORTEST_NAME = 2


def looks_like_date(key: str) -> bool:
    """Whether a key of the hours means dates rather than weekdays."""
    return bool(_DATE.match(key.strip()))


def read_weekdays(key: str) -> tuple[int, ...] | Unreadable:
    """The weekdays of a key, Monday = 0: `friday`, `mon-fri`, `saturday-tuesday`, `every day`, or several with commas."""
    words = key.strip().lower()
    if words in {"every day", "daily"}:
        return tuple(range(7))
    days: list[int] = []
    for part in words.split(","):
        ends = [_weekday(name) for name in re.split(_DASH, part.strip(), maxsplit=1)]
        if None in ends:
            return Unreadable(
                message=f'"{key}" is not a day.', fix="Write friday, or tuesday-friday, or a date such as 2026-12-25."
            )
        first, last = ends[0] or 0, ends[-1] or 0
        days += [(first + step) % 7 for step in range((last - first) % 7 + 1)]
    return tuple(dict.fromkeys(days))


def read_dates(key: str) -> tuple[dt.date, dt.date] | Unreadable:
    """The first and last date of `2026-12-25` or `2026-12-25 to 2026-12-28`."""
    found = _DATES.match(key.strip())
    first = read_date(found[1]) if found else None
    last = read_date(found[2] or found[1]) if found else None
    if first is None or last is None:
        return Unreadable(message=f'"{key}" is not a date.', fix="Write 2026-12-25, or 2026-12-25 to 2026-12-28.")
    if last < first:
        return Unreadable(message=f'"{key}" ends before it begins.', fix=f"Write {last} to {first}.")
    return first, last


def read_date(text: str) -> dt.date | None:
    """An ISO date that the calendar has, or None."""
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def read_spans(text: str) -> tuple[Span, ...] | Unreadable:
    """The spans of `09:00-12:00, 13:00-18:00`, `22:00-02:00`, `closed` (none) or `open all day`, in order, not touching."""
    words = " ".join(text.strip().lower().split())
    if words == CLOSED:
        return ()
    if words in {OPEN_ALL_DAY, "24 hours", "24/7"}:
        return (ALL_DAY,)
    spans = []
    for part in words.split(","):
        span = _span(part.strip(), whole=text.strip())
        if isinstance(span, Unreadable):
            return span
        spans.append(span)
    return _in_order(tuple(sorted(spans)), text.strip())


def _span(part: str, *, whole: str) -> Span | Unreadable:
    ends = re.split(_DASH, part, maxsplit=1)
    times = [_minutes(end) for end in ends]
    if len(ends) != 2 or times[0] is None or times[1] is None or times[0] == MINUTES_A_DAY:
        return Unreadable(message=f'"{whole}" is not a time range.', fix=_cure(part))
    opens, closes = times[0], times[1]
    if opens == closes:
        return Unreadable(
            message=f'"{part}" opens and closes at the same time.', fix="Write open all day, or closed, or two times."
        )
    return Span(opens, closes if closes > opens else closes + MINUTES_A_DAY)


def _in_order(spans: tuple[Span, ...], whole: str) -> tuple[Span, ...] | Unreadable:
    if len(spans) > _MOST_SPANS:
        return Unreadable(message=f"There are more than {_MOST_SPANS} time ranges in one day.", fix="Write fewer.")
    for earlier, later in itertools.pairwise(spans):
        if later.opens <= earlier.closes:
            return Unreadable(
                message=f'The times in "{whole}" overlap.', fix="Write them so that one ends before the next begins."
            )
    return spans


def _minutes(time: str) -> int | None:
    found = _TIME.match(time)
    if not found:
        return None
    hour, minute = int(found[1]), int(found[2])
    minutes = hour * 60 + minute
    return minutes if minute < 60 and minutes <= MINUTES_A_DAY else None


def _cure(part: str) -> str:
    """What to write instead: the owner's own times where we can guess them."""
    guessed = [_guess(end) for end in _BETWEEN.split(part, maxsplit=1)]
    if len(guessed) != 2 or None in guessed:
        return "Write 09:00-17:00."
    opens, closes = guessed[0] or 0, guessed[1] or 0
    if closes <= opens and closes <= 11 * 60 and not re.search(r"[ap]\.?m", part):
        closes += 12 * 60  # "9 to 5" means the afternoon
    return f"Write {_clock(opens)}-{_clock(closes)}."


def _guess(time: str) -> int | None:
    found = _LOOSE_TIME.match(time.strip())
    if not found:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower().replace(".", "")
    if half in {"am", "pm"}:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return hour * 60 + minute if hour < 24 and minute < 60 else None


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _weekday(name: str) -> int | None:
    name = name.strip().rstrip(".")
    if len(name) < _SHORTEST_NAME:
        return None
    for number, weekday in enumerate(WEEKDAYS):
        if weekday.startswith(name) or name in {weekday + "s", weekday[:4]}:
            return number
    return None
