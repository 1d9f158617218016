"""Opening hours as Google's sheet writes them: `09:00-12:00, 13:00-18:00`, `x` for closed, dated exceptions in one cell.

What was seen in no real file is not made up: being open the clock round has no known form, so it is left out and said.
"""

import datetime as dt
import re
from collections.abc import Iterable

from weblocal.model.hours import MINUTES_A_DAY, Hours, Span
from weblocal.opening import listing, parsing, writing

CLOSED = "x"
_MOST_DAYS = 400
DatedSpans = tuple[dt.date, tuple[Span, ...]]

_TIME = re.compile(r"^(\d{1,2})[:.](\d{2})\s*([ap])?\.?m?\.?$", re.IGNORECASE)
_ENTRY = re.compile(r"(\d{4}-\d{2}-\d{2})\s*:\s*([^;]*?)\s*(?=$|[,;]?\s*\d{4}-\d{2}-\d{2}\s*:)")


def day_cell(spans: Iterable[Span]) -> str:
    """One weekday; empty where it cannot be said (open the clock round)."""
    several = tuple(spans)
    if not several:
        return CLOSED
    return "" if any(span.is_all_day for span in several) else ", ".join(writing.span_text(span) for span in several)


def special_cell(days: Iterable[DatedSpans]) -> str:
    """The dated exceptions, earliest first; two spans on a date repeat the date, and a day open the clock round is left out."""
    parts = []
    for on, spans in days:
        if any(span.is_all_day for span in spans):
            continue
        parts += [f"{on.isoformat()}: {writing.span_text(span)}" for span in spans] or [f"{on.isoformat()}: {CLOSED}"]
    return ", ".join(parts)


def dated(hours: Hours, *, since: dt.date) -> tuple[DatedSpans, ...]:
    """Each date from `since` on that a special day holds, in order; of a run, no more than the first year and a bit."""
    found: list[DatedSpans] = []
    for day in listing.settled(hours):
        first = max(day.first_on, since)
        dates = min((day.last_on - first).days + 1, _MOST_DAYS)
        found += [(first + dt.timedelta(days=number), day.spans) for number in range(dates)]
    return tuple(found)


def read_day(cell: str) -> tuple[Span, ...] | None:
    """The spans of one weekday's cell; None where nothing, or nothing that can be read, stands in it."""
    words = " ".join(cell.strip().lower().split())
    if not words:
        return None
    if words in {CLOSED, "closed"}:
        return ()
    if words in {"24 hours", "open 24 hours", "24/7"}:
        return (parsing.ALL_DAY,)
    spans = [_span(part) for part in words.split(",")]
    return None if None in spans else tuple(sorted(span for span in spans if span))


def read_special(cell: str) -> tuple[DatedSpans, ...] | None:
    """The dated exceptions of a cell in order of date; None where a part of it cannot be read."""
    spans: dict[dt.date, tuple[Span, ...]] = {}
    left = cell.strip()
    for found in _ENTRY.finditer(cell):
        on, several = parsing.read_date(found[1]), read_day(found[2].rstrip(","))
        if on is None or several is None:
            return None
        spans[on] = tuple(sorted({*spans.get(on, ()), *several}))
        left = left.replace(found[0], "", 1)
    return None if left.strip(" ,;") else tuple(sorted(spans.items()))


def _span(part: str) -> Span | None:
    ends = [_minutes(end.strip()) for end in re.split(r"\s*[-\u2010-\u2015]\s*", part.strip(), maxsplit=1)]
    if len(ends) != 2 or ends[0] is None or ends[1] is None or ends[0] >= MINUTES_A_DAY:
        return None
    opens, closes = ends[0], ends[1]
    return Span(opens, closes if closes > opens else closes + MINUTES_A_DAY)


def _minutes(time: str) -> int | None:
    found = _TIME.match(time)
    if not found:
        return None
    hour, minute, half = int(found[1]), int(found[2]), found[3]
    if half:
        hour = hour % 12 + (12 if half.lower() == "p" else 0)
    minutes = hour * 60 + minute
    return minutes if minute < 60 and minutes <= MINUTES_A_DAY else None
