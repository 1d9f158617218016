"""Wall clock to instants: what an owner's minute of a day means in a zone whose clocks change twice a year."""

import dataclasses
import datetime as dt
import functools
import zoneinfo
from collections.abc import Iterator

from weblocal.model.hours import Hours


@dataclasses.dataclass(frozen=True, slots=True)
class Stretch:
    """Open from `opens_at` up to, not including, `closes_at`; both aware, in UTC."""

    opens_at: dt.datetime
    closes_at: dt.datetime


@functools.cache
def zone_of(name: str) -> zoneinfo.ZoneInfo:
    """The zone of an IANA name."""
    return zoneinfo.ZoneInfo(name)


def instant(day: dt.date, minute: int, zone: str) -> dt.datetime:
    """The UTC instant at which the wall clock of `zone` shows `minute` minutes after midnight of `day`.

    A wall time that the clocks skip means the first instant after the gap; one that they show twice, the first (rule S2).
    """
    wall = dt.datetime.combine(day, dt.time()) + dt.timedelta(minutes=minute)
    local = wall.replace(tzinfo=zone_of(zone))
    at = local.astimezone(dt.UTC)
    if at.astimezone(zone_of(zone)).replace(tzinfo=None) == wall:
        return at
    return _after_gap(local)


def _after_gap(local: dt.datetime) -> dt.datetime:
    """The instant of the change itself, found between the two readings of a wall time that never was."""
    zone = local.tzinfo
    before, after = local.replace(fold=1).astimezone(dt.UTC), local.astimezone(dt.UTC)
    new_offset = after.astimezone(zone).utcoffset()
    low, high = 0, int((after - before).total_seconds())
    while low < high:
        middle = (low + high) // 2
        if (before + dt.timedelta(seconds=middle)).astimezone(zone).utcoffset() == new_offset:
            high = middle
        else:
            low = middle + 1
    return before + dt.timedelta(seconds=low)


def stretches(hours: Hours, *, since: dt.datetime, days: int) -> Iterator[Stretch]:
    """Every stretch of opening that ends after `since`, earliest first, those that touch made one, for `days` days ahead.

    A span belongs to the day on which it begins: Friday's night runs on into Saturday even when Saturday is closed.
    """
    current: Stretch | None = None
    for stretch in _spans(hours, since=since, days=days):
        if current is None:
            current = stretch
        elif stretch.opens_at <= current.closes_at:
            current = Stretch(current.opens_at, max(current.closes_at, stretch.closes_at))
        else:
            yield current
            current = stretch
    if current is not None:
        yield current


def _spans(hours: Hours, *, since: dt.datetime, days: int) -> Iterator[Stretch]:
    """Every span as instants, by the day on which it begins; a span inside the hour that the clocks skip is no time at all."""
    first = since.astimezone(zone_of(hours.zone)).date() - dt.timedelta(days=1)
    for number in range(days + 2):
        day = first + dt.timedelta(days=number)
        for span in sorted(hours.spans_on(day)):
            begins, ends = instant(day, span.opens, hours.zone), instant(day, span.closes, hours.zone)
            if begins < ends and since < ends:
                yield Stretch(begins, ends)
