"""How fast enquiries were answered, counted in the hours the business was open."""

import datetime as dt

from weblocal.model.hours import Hours
from weblocal.model.leads import Lead
from weblocal.model.report import AnswerDot, TracedVisit
from weblocal.opening import instants
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
    days = (end - start).days + 2
    seconds = sum(
        max(0.0, (min(end, stretch.closes_at) - max(start, stretch.opens_at)).total_seconds())
        for stretch in instants.stretches(hours, since=start, days=days)
    )
    return int(seconds // 60)
