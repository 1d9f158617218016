"""Opening hours in the shape that people read: neighbouring days with the same hours said once, special days to come."""

import dataclasses
import datetime as dt
import heapq
import itertools

from weblocal.model.hours import Hours, Span, SpecialDay
from weblocal.model.records import record

_A_DAY = dt.timedelta(days=1)


@record
class DayGroup:
    """Weekdays from `first_day` to `last_day` (Monday = 0, both included) with the same spans; none means closed."""

    first_day: int
    last_day: int
    spans: tuple[Span, ...]


def grouped(hours: Hours) -> tuple[DayGroup, ...]:
    """The week from Monday, identical neighbouring days merged."""
    groups: list[DayGroup] = []
    for day, spans in enumerate(hours.week):
        if groups and groups[-1].spans == spans:
            groups[-1] = dataclasses.replace(groups[-1], last_day=day)
        else:
            groups.append(DayGroup(first_day=day, last_day=day, spans=spans))
    return tuple(groups)


def settled(hours: Hours) -> tuple[SpecialDay, ...]:
    """The special days in order, no date in two of them: where they overlap, the one that `Hours.spans_on` goes by counts.

    A run of dates with one date of its own inside becomes three, so that page, calendar and platforms say the same.
    """
    ranked = sorted(enumerate(hours.special), key=lambda each: each[1].first_on)
    edges = sorted({day.first_on for day in hours.special} | {day.last_on + _A_DAY for day in hours.special})
    found: list[tuple[int, SpecialDay]] = []
    open_runs: list[tuple[int, SpecialDay]] = []
    upcoming = 0
    for begins, ends in itertools.pairwise(edges):
        while upcoming < len(ranked) and ranked[upcoming][1].first_on <= begins:
            heapq.heappush(open_runs, ranked[upcoming])
            upcoming += 1
        while open_runs and open_runs[0][1].last_on < begins:
            heapq.heappop(open_runs)
        if not open_runs:
            continue
        rank, day = open_runs[0]
        goes_on = bool(found) and found[-1][0] == rank and found[-1][1].last_on + _A_DAY == begins
        first_on = found.pop()[1].first_on if goes_on else begins
        found.append((rank, dataclasses.replace(day, first_on=first_on, last_on=ends - _A_DAY)))
    return tuple(day for _, day in found)


def coming(hours: Hours, today: dt.date, *, days: int = 60) -> tuple[SpecialDay, ...]:
    """The special days that are not over and begin within `days` days, earliest first."""
    horizon = today + dt.timedelta(days=days)
    return tuple(each for each in settled(hours) if each.last_on >= today and each.first_on <= horizon)
