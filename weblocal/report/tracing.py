"""Tie each visit to what brought it: a matched lead, a code redeemed, their own word, or nothing we know."""

import datetime as dt

from weblocal.model.leads import Lead
from weblocal.model.report import Book, Trace, TracedVisit
from weblocal.model.visits import Visit, VisitSource, VisitState

UNTRACED = ""


def trace(book: Book) -> tuple[TracedVisit, ...]:
    """Every visit that stands, oldest first, with its trace.

    A visit belongs to the last enquiry the same person made before it. Without one, a redeemed coupon or a placement that
    staff recorded is a match too, and a placement the visitor named is their word. Nothing is spread over others by guess.
    """
    standing = sorted((visit for visit in book.visits if not visit.taken_back), key=lambda visit: (visit.occurred_at, visit.id))
    leads_by_contact = _by_contact(book.leads)
    seen: set[str] = set()
    traced = []
    for visit in standing:
        is_first = visit.state is VisitState.CONFIRMED and bool(visit.contact_id) and visit.contact_id not in seen
        if visit.state is VisitState.CONFIRMED:
            seen.add(visit.contact_id)
        kind, source = _trace_of(visit, leads_by_contact.get(visit.contact_id, ()))
        traced.append(TracedVisit(visit=visit, trace=kind, source=source, is_first=is_first))
    return tuple(traced)


def source_of(lead: Lead) -> str:
    """The placement a lead came by, else its page."""
    return lead.placement or lead.page or UNTRACED


def visit_after(lead: Lead, visits: tuple[TracedVisit, ...]) -> TracedVisit | None:
    """The first confirmed visit of the lead's person after they asked."""
    for traced in visits:
        visit = traced.visit
        if (
            visit.contact_id == lead.contact_id
            and visit.state is VisitState.CONFIRMED
            and visit.occurred_at >= lead.received_at
        ):
            return traced
    return None


def day_of(instant: dt.datetime, zone: dt.tzinfo) -> dt.date:
    """The day on the business's wall."""
    return instant.astimezone(zone).date()


def _by_contact(leads: tuple[Lead, ...]) -> dict[str, tuple[Lead, ...]]:
    grouped: dict[str, list[Lead]] = {}
    for lead in sorted(leads, key=lambda lead: lead.received_at):
        grouped.setdefault(lead.contact_id, []).append(lead)
    return {contact: tuple(asked) for contact, asked in grouped.items()}


def _trace_of(visit: Visit, asked: tuple[Lead, ...]) -> tuple[Trace, str]:
    before = [lead for lead in asked if lead.received_at <= visit.occurred_at]
    if visit.state is VisitState.SELF_REPORTED:
        return Trace.SAID_SO, visit.placement or (source_of(before[-1]) if before else UNTRACED)
    if before:
        return Trace.MATCHED, source_of(before[-1])
    if visit.placement or visit.source is VisitSource.REDEMPTION:
        return Trace.MATCHED, visit.placement
    return Trace.UNKNOWN, UNTRACED
