"""Sequences change course: what an event means for a contact is written down, in the transaction of the event itself."""

import dataclasses
import datetime as dt
from typing import TYPE_CHECKING

from weblocal import clock
from weblocal.model.business import Business
from weblocal.model.mail import MessageState
from weblocal.model.nurture import Consequences, Decided, Enrolment, EnrolmentState, NotEnrolled, StepLogEntry, Stop
from weblocal.model.sequences import EndEvent
from weblocal.model.visits import Event, EventKind, Visit
from weblocal.nurture import consequences, enrol
from weblocal.nurture.standing import LIVE

if TYPE_CHECKING:
    from weblocal.store.writing import Writing


def follow(writing: "Writing", what: Consequences, *, contact_id: str, business: Business, now: dt.datetime) -> tuple[str, ...]:
    """Stop and start what an event means, log what did not begin; the sentences staff are shown, in that order."""
    changes: list[str] = []
    for stop in what.stops:
        changes += _stop(writing, stop, business, now=now)
    for start in what.starts:
        changes += _start(writing, start.enrolment, business, now=now)
    for refused in what.not_enrolled:
        log_not_begun(writing, contact_id, refused, now=now)
    return tuple(changes)


def log(writing: "Writing", enrolment: Enrolment, decision: str, reason: str, *, now: dt.datetime, step_id: str = "") -> None:
    """Keep one decision with its reason, so that every mail sent and not sent can be explained (S23)."""
    writing.log_step(
        StepLogEntry(
            id=clock.new_id(),
            contact_id=enrolment.contact_id,
            sequence_id=enrolment.sequence_id,
            enrolment_id=enrolment.id,
            step_id=step_id,
            decision=decision,
            reason=reason,
            decided_at=now,
        )
    )


def log_not_begun(writing: "Writing", contact_id: str, refused: NotEnrolled, *, now: dt.datetime) -> None:
    """Keep why a sequence that could have begun did not."""
    writing.log_step(
        StepLogEntry(
            id=clock.new_id(),
            contact_id=contact_id,
            sequence_id=refused.sequence_id,
            enrolment_id="",
            step_id="",
            decision=Decided.NOT_BEGUN,
            reason=refused.reason,
            decided_at=now,
        )
    )


def name_of(sequence_id: str, business: Business) -> str:
    """What the owner calls a sequence; its id when it is no longer in the profile."""
    return next((sequence.name for sequence in business.sequences if sequence.id == sequence_id), sequence_id)


def tell(writing: "Writing", kind: EventKind, enrolment: Enrolment, *, why: str, business: Business, now: dt.datetime) -> None:
    """Write into the contact's story what became of a way through a sequence."""
    writing.record_event(
        Event(
            id=clock.new_id(),
            kind=kind,
            contact_id=enrolment.contact_id,
            occurred_at=now,
            received_at=now,
            subject=enrolment.id,
            why=why,
            values=(("sequence", name_of(enrolment.sequence_id, business)), ("sequence_id", enrolment.sequence_id)),
        )
    )


def undo(writing: "Writing", visit: Visit, *, business: Business, now: dt.datetime) -> tuple[str, ...]:
    """A visit was taken back: what it began ends; what it stopped goes on from where it stood, as a way of its own.

    A mail of the old way that was still waiting is waiting again; one that had gone, or may have gone, is behind the new way.
    """
    changes: list[str] = []
    for enrolment in writing.enrolments_of(visit.contact_id):
        if enrolment.cause == visit.id and enrolment.state in LIVE:
            stop = Stop(enrolment_id=enrolment.id, reason=enrol.TAKEN_BACK, goal_reached=False)
            changes += _stop(writing, stop, business, now=now)
    for entry in _stopped_by(writing, visit):
        changes += _restore(writing, entry, business, now=now)
    changes += _wait_again(writing, visit.contact_id)
    writing.record_event(
        Event(
            id=clock.new_id(),
            kind=EventKind.VISIT_TAKEN_BACK,
            contact_id=visit.contact_id,
            occurred_at=now,
            received_at=now,
            subject=visit.id,
            why="Somebody here undid it.",
        )
    )
    return tuple(changes)


def _wait_again(writing: "Writing", contact_id: str) -> tuple[str, ...]:
    """A lead that only a visit had closed waits again once no visit stands that came after it."""
    came_at = [visit.occurred_at for visit in writing.visits_of(contact_id) if not visit.taken_back]
    waits = [
        lead
        for lead in writing.leads_of(contact_id)
        if not any(lead.received_at <= at for at in came_at) and writing.reopen_lead(lead.id)
    ]
    return ("They are waiting for an answer again.",) if waits else ()


def _stopped_by(writing: "Writing", visit: Visit) -> tuple[Enrolment, ...]:
    """The ways that ended in the transaction of `visit`: stopped for a visit, at the moment the desk learned of it."""
    return tuple(
        enrolment
        for enrolment in writing.enrolments_of(visit.contact_id)
        if enrolment.state is EnrolmentState.EXITED
        and enrolment.ended_at == visit.received_at
        and enrolment.end_reason == consequences.HAPPENED[EndEvent.VISIT]
    )


def _restore(writing: "Writing", ended: Enrolment, business: Business, *, now: dt.datetime) -> tuple[str, ...]:
    sequence = next((sequence for sequence in business.sequences if sequence.id == ended.sequence_id), None)
    if sequence is None:
        return ()
    fresh = dataclasses.replace(
        ended, id=clock.new_id(), state=EnrolmentState.ACTIVE, epoch=0, ended_at=None, end_reason="", due_at=now
    )
    withheld = [
        m
        for m in writing.messages_of_enrolment(ended.id)
        if m.state is MessageState.WITHHELD and m.settled_at == ended.ended_at
    ]
    for index, step in enumerate(sequence.steps):
        if withheld and step.id == withheld[0].step_id:
            fresh = dataclasses.replace(fresh, step_index=index, step_id=step.id, anchor_at=withheld[0].due_at)
    if not writing.start_enrolment(fresh):
        return ()
    log(writing, fresh, Decided.RESTORED, "the visit that stopped it was taken back", now=now)
    tell(writing, EventKind.ENROLLED, fresh, why="the visit that stopped it was taken back", business=business, now=now)
    return (f"“{name_of(fresh.sequence_id, business)}” goes on where it stood.",)


def _stop(writing: "Writing", stop: Stop, business: Business, *, now: dt.datetime) -> tuple[str, ...]:
    enrolment = writing.enrolment(stop.enrolment_id)
    if enrolment is None or not writing.stop_enrolment(enrolment.id, stop.reason, now):
        return ()
    log(writing, enrolment, Decided.STOPPED, stop.reason, now=now)
    tell(writing, EventKind.SEQUENCE_ENDED, enrolment, why=stop.reason, business=business, now=now)
    return (f"“{name_of(enrolment.sequence_id, business)}” stops: {stop.reason}.",)


def _start(writing: "Writing", enrolment: Enrolment, business: Business, *, now: dt.datetime) -> tuple[str, ...]:
    if not writing.start_enrolment(enrolment):
        refused = NotEnrolled(sequence_id=enrolment.sequence_id, reason="they are in it already")
        log_not_begun(writing, enrolment.contact_id, refused, now=now)
        return ()
    tell(writing, EventKind.ENROLLED, enrolment, why="it begins", business=business, now=now)
    return (f"“{name_of(enrolment.sequence_id, business)}” begins.",)
