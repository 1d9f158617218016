"""How fast enquiries were answered, counted in the hours the business was open."""

import datetime as dt
import zoneinfo

from weblocal.model.hours import Hours
from weblocal.model.leads import Lead
from weblocal.model.report import AnswerDot, TracedVisit
from weblocal.report import tracing


def answer_dots(leads: tuple[Lead, ...], visits: tuple[TracedVisit, ...], *, hours: Hours) -> tuple[AnswerDot, ...]:
    """One dot per lead, quickest first, the unanswered last."""
    dots = tuple(
        AnswerDot(minutes=minutes_until_answer(lead, hours=hours), became_visit=tracing.visit_after(lead, visits) is not None)
        for lead in leads
    )
    return tuple(sorted(dots, key=lambda dot: (dot.minutes is None, dot.minutes or 0)))


def minutes_until_answer(lead: Lead, *, hours: Hours) -> int | None:
    """Minutes of opening time from the question to the answer; round the clock when no hours are known; None = not yet."""
    if lead.answered_at is None:
        return None
    if not hours.is_known:
        return int((lead.answered_at - lead.received_at).total_seconds() // 60)
    return open_minutes(hours, lead.received_at, lead.answered_at)


def open_minutes(hours: Hours, start: dt.datetime, end: dt.datetime) -> int:
    """Minutes between two instants during which the business was open."""
    zone = zoneinfo.ZoneInfo(hours.zone)
    day = start.astimezone(zone).date() - dt.timedelta(days=1)
    last = end.astimezone(zone).date()
    seconds = 0.0
    while day <= last:
        midnight = dt.datetime.combine(day, dt.time(), zone)
        for span in hours.spans_on(day):
            opens = _wall(midnight, span.opens)
            closes = _wall(midnight, span.closes)
            seconds += max(0.0, (min(end, closes) - max(start, opens)).total_seconds())
        day += dt.timedelta(days=1)
    return int(seconds // 60)


def _wall(midnight: dt.datetime, minutes: int) -> dt.datetime:
    # adding to a wall-clock time keeps the wall reading over a change of the clocks; UTC then measures true spans
    return (midnight + dt.timedelta(minutes=minutes)).astimezone(dt.UTC)
