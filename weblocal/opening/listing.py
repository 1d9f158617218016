"""Opening hours in the shape that people read: neighbouring days with the same hours said once, special days to come."""

import dataclasses
import datetime as dt

from weblocal.model.hours import Hours, Span, SpecialDay


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
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


def coming(hours: Hours, today: dt.date, *, days: int = 60) -> tuple[SpecialDay, ...]:
    """The special days that are not over and begin within `days` days, earliest first."""
    horizon = today + dt.timedelta(days=days)
    special = [each for each in hours.special if each.last_on >= today and each.first_on <= horizon]
    return tuple(sorted(special, key=lambda each: (each.first_on, each.last_on)))
