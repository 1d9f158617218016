"""How long a wait is: elapsed time for minutes and hours, calendar time on the reader's wall for days, weeks and months (S1, S2)."""

import calendar
import datetime as dt

from weblocal.model.sequences import Wait, WaitUnit
from weblocal.opening import instants


def after(anchor: dt.datetime, wait: Wait, zone: str) -> dt.datetime:
    """The UTC instant at which `wait` has passed since `anchor`, for somebody who lives in `zone` (IANA name).

    Two days after ten o'clock is ten o'clock, also when the clocks change in between; a month after 31 January is the last
    of February. A wall time that the clocks skip means the first instant after the gap; one shown twice, the first.
    """
    match wait.unit:
        case WaitUnit.MINUTES:
            return anchor + dt.timedelta(minutes=wait.amount)
        case WaitUnit.HOURS:
            return anchor + dt.timedelta(hours=wait.amount)
        case WaitUnit.DAYS:
            return _on_the_wall(anchor, zone, days=wait.amount)
        case WaitUnit.WEEKS:
            return _on_the_wall(anchor, zone, days=7 * wait.amount)
        case WaitUnit.MONTHS:
            return _on_the_wall(anchor, zone, months=wait.amount)


def _on_the_wall(anchor: dt.datetime, zone: str, *, days: int = 0, months: int = 0) -> dt.datetime:
    wall = anchor.astimezone(instants.zone_of(zone))
    day = _months_later(wall.date(), months) + dt.timedelta(days=days)
    minute = wall.hour * 60 + wall.minute
    seconds = dt.timedelta(seconds=wall.second, microseconds=wall.microsecond)
    # never before the anchor: a repeated hour read as its first showing may lie before it when the wait is zero
    return max(anchor, instants.instant(day, minute, zone) + seconds)


def _months_later(day: dt.date, months: int) -> dt.date:
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    last = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(day.day, last))
