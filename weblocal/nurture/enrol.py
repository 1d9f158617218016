"""Who begins a sequence: every sequence an event could start is looked at, and either begins or says why not."""

import datetime as dt
from collections.abc import Callable

from weblocal.model.business import Business
from weblocal.model.leads import Lead
from weblocal.model.nurture import Enrolment, EnrolmentState, NotEnrolled, Start
from weblocal.model.records import record
from weblocal.model.sequences import Sequence, Trigger
from weblocal.model.visits import Redemption, Visit, VisitState
from weblocal.nurture import waiting
from weblocal.nurture.standing import LIVE, Standing

TAKEN_BACK = "the visit was taken back"


@record
class Cause:
    """The event that may start a sequence: the id of the lead, visit or redemption, and when it happened."""

    id: str
    contact_id: str
    occurred_at: dt.datetime


def on_lead(
    lead: Lead, *, business: Business, standing: Standing, now: dt.datetime, new_id: Callable[[], str]
) -> tuple[Start | NotEnrolled, ...]:
    """What `lead` begins: one answer for each sequence that a lead through its form could start."""
    cause = Cause(id=lead.id, contact_id=lead.contact_id, occurred_at=lead.received_at)
    fitting = (
        sequence
        for sequence in business.sequences
        if sequence.trigger is Trigger.LEAD and (not sequence.forms or lead.form_id in sequence.forms)
    )
    return tuple(_enrol(sequence, cause, standing=standing, zone=business.zone, now=now, new_id=new_id) for sequence in fitting)


def on_visit(
    visit: Visit, *, business: Business, standing: Standing, now: dt.datetime, new_id: Callable[[], str]
) -> tuple[Start | NotEnrolled, ...]:
    """What `visit` begins. Only a confirmed visit thanks anybody or asks for a review: a scan alone proves nothing."""
    cause = Cause(id=visit.id, contact_id=visit.contact_id, occurred_at=visit.occurred_at)
    answers: list[Start | NotEnrolled] = []
    for sequence in business.sequences:
        if sequence.trigger is not Trigger.VISIT:
            continue
        if visit.state is not VisitState.CONFIRMED:
            answers.append(NotEnrolled(sequence_id=sequence.id, reason="nobody has confirmed this visit yet"))
        else:
            answers.append(_enrol(sequence, cause, standing=standing, zone=business.zone, now=now, new_id=new_id))
    return tuple(answers)


def on_redemption(
    redemption: Redemption, *, business: Business, standing: Standing, now: dt.datetime, new_id: Callable[[], str]
) -> tuple[Start | NotEnrolled, ...]:
    """What the use of a coupon begins."""
    cause = Cause(id=redemption.id, contact_id=redemption.contact_id, occurred_at=redemption.redeemed_at)
    fitting = (sequence for sequence in business.sequences if sequence.trigger is Trigger.REDEMPTION)
    return tuple(_enrol(sequence, cause, standing=standing, zone=business.zone, now=now, new_id=new_id) for sequence in fitting)


def _enrol(
    sequence: Sequence, cause: Cause, *, standing: Standing, zone: str, now: dt.datetime, new_id: Callable[[], str]
) -> Start | NotEnrolled:
    reason = (
        _too_old(sequence, cause, now=now)
        or standing.why_not(sequence.purpose, sequence.stream)
        or _been_before(sequence, standing, zone=standing.zone(zone), now=now)
    )
    if reason:
        return NotEnrolled(sequence_id=sequence.id, reason=reason)
    return Start(
        enrolment=Enrolment(
            id=new_id(),
            sequence_id=sequence.id,
            version=sequence.version,
            contact_id=cause.contact_id,
            cause=cause.id,
            state=EnrolmentState.ACTIVE,
            step_index=0,
            step_id=sequence.steps[0].id if sequence.steps else "",
            # the way is counted from the event itself: an event learned of late does not make its mails later still
            anchor_at=cause.occurred_at,
            due_at=max(now, cause.occurred_at),
            started_at=cause.occurred_at,
        )
    )


def _too_old(sequence: Sequence, cause: Cause, *, now: dt.datetime) -> str:
    """An import, an outage or a restored copy must never mail people about things long past."""
    if sequence.max_age is None or now - cause.occurred_at <= sequence.max_age:
        return ""
    return f"it happened on {cause.occurred_at:%d %B %Y}, longer ago than this sequence looks back"


def _been_before(sequence: Sequence, standing: Standing, *, zone: str, now: dt.datetime) -> str:
    before = [
        enrolment
        for enrolment in standing.enrolments
        if enrolment.sequence_id == sequence.id and not _came_to_nothing(enrolment)
    ]
    if any(enrolment.state in LIVE for enrolment in before):
        return "they are in it already"
    if not before:
        return ""
    if sequence.reentry_after is None:
        return "they have been through it once, and once is enough"
    again_at = waiting.after(max(enrolment.started_at for enrolment in before), sequence.reentry_after, zone)
    if again_at > now:
        return f"they were in it lately; not again before {again_at:%d %B %Y}"
    return ""


def _came_to_nothing(enrolment: Enrolment) -> bool:
    """Begun by a slip of the thumb and undone before its first step: as if it had never been."""
    return enrolment.end_reason == TAKEN_BACK and enrolment.step_index == 0
