"""Somebody came: the visit, its place in the story and what it changes, written in one transaction for every way of knowing."""

import dataclasses
import datetime as dt
import zoneinfo
from typing import TYPE_CHECKING

from weblocal import clock
from weblocal.flows import acquaintance, courses
from weblocal.flows.workspace import Workspace
from weblocal.model.leads import LeadOutcome
from weblocal.model.records import record
from weblocal.model.visits import Event, EventKind, Visit, VisitSource
from weblocal.nurture import consequences
from weblocal.visits import recognising
from weblocal.visits.recognising import Sign

if TYPE_CHECKING:
    from weblocal.store.writing import Writing


@record
class Arrival:
    """The visit as it stands in the book, whether it stood there before, and the sentences about what it changed."""

    visit: Visit
    is_repeat: bool
    changes: tuple[str, ...]


def arrive(writing: "Writing", sign: Sign, *, visit_id: str, workspace: Workspace, now: dt.datetime) -> Arrival:
    """Record the visit `sign` tells of. The same key again is the same visit, and changes nothing."""
    first = writing.visit_of_key(sign.key)
    if first is not None:
        return Arrival(visit=first, is_repeat=True, changes=())
    visit = recognising.recognise(_confirming(writing, sign, workspace, now=now), id=visit_id, now=now)
    writing.add_visit(visit)
    kind = EventKind.CHECK_IN if visit.source is VisitSource.CHECK_IN else EventKind.VISIT
    writing.record_event(
        Event(
            id=clock.new_id(),
            kind=kind,
            contact_id=visit.contact_id,
            occurred_at=visit.occurred_at,
            received_at=now,
            subject=visit.id,
            why=visit.matched_by,
            values=tuple((name, text) for name, text in (("what", visit.what), ("placement", visit.placement)) if text),
        )
    )
    _stop_the_clock(writing, visit, now=now)
    standing = acquaintance.standing_of(writing, visit.contact_id, workspace, now=now)
    what = consequences.of_visit(visit, business=workspace.business, standing=standing, now=now, new_id=clock.new_id)
    changes = courses.follow(writing, what, contact_id=visit.contact_id, business=workspace.business, now=now)
    return Arrival(visit=visit, is_repeat=False, changes=changes)


def _confirming(writing: "Writing", sign: Sign, workspace: Workspace, *, now: dt.datetime) -> Sign:
    """Staff see somebody who checked in by themselves earlier that day: one visit, now confirmed, not two."""
    if sign.source is VisitSource.CHECK_IN or not sign.contact_id:
        return sign
    zone = zoneinfo.ZoneInfo(workspace.business.zone)
    day = sign.occurred_at.astimezone(zone).date()
    for earlier in writing.visits_of(sign.contact_id):
        is_that_day = earlier.occurred_at.astimezone(zone).date() == day
        if earlier.source is VisitSource.CHECK_IN and is_that_day and writing.take_back_visit(earlier.id, now):
            rule = f"{sign.rule}; they had checked in themselves"
            return dataclasses.replace(sign, rule=rule, placement=sign.placement or earlier.placement)
    return sign


def _stop_the_clock(writing: "Writing", visit: Visit, *, now: dt.datetime) -> None:
    """Somebody who came needs no answer any more; what staff have said of a lead stays."""
    for lead in writing.leads_of(visit.contact_id):
        if lead.outcome is None and lead.received_at <= visit.occurred_at:
            writing.record_outcome(lead.id, LeadOutcome.VISITED, now)
