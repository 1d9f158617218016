"""Handing one message over: claimed and marked `sending` on disk before the transport sees it, settled after. Never sent on a guess."""

import dataclasses
import datetime as dt
from typing import TYPE_CHECKING

from weblocal import clock
from weblocal.flows import acquaintance, courses, redeem
from weblocal.flows.workspace import Workspace
from weblocal.model.mail import Allowed, Deferred, Message, MessageState, Outcome, Receipt, Withheld
from weblocal.model.nurture import Decided, EnrolmentState
from weblocal.model.people import ConsentState, Contact
from weblocal.model.records import record
from weblocal.model.sequences import SendStep
from weblocal.model.visits import Event, EventKind
from weblocal.nurture import permission
from weblocal.nurture.compose import NOTHING_KNOWN, Occasion
from weblocal.nurture.standing import Standing

if TYPE_CHECKING:
    from weblocal.store.writing import Writing

_LEASE = dt.timedelta(minutes=15)
_FIRST_PAUSE = dt.timedelta(minutes=5)
_LONGEST_PAUSE = dt.timedelta(hours=6)
_MOST_TRIES = 12
_MOST_ALERTS = 3
_STATES = {
    Outcome.ACCEPTED: MessageState.ACCEPTED,
    Outcome.REFUSED: MessageState.REFUSED,
    Outcome.UNKNOWN: MessageState.UNKNOWN,
}
_TOLD = {
    MessageState.ACCEPTED: (EventKind.MESSAGE_ACCEPTED, Decided.ACCEPTED),
    MessageState.REFUSED: (EventKind.MESSAGE_REFUSED, Decided.REFUSED),
    MessageState.UNKNOWN: (EventKind.MESSAGE_UNKNOWN, Decided.UNKNOWN),
    MessageState.WITHHELD: (EventKind.MESSAGE_WITHHELD, Decided.WITHHELD),
}


@record
class Claimed:
    """One message that may go now, marked `sending`, with what its mail is written from; `step` is None for an alert."""

    message: Message
    contact: Contact | None
    step: SendStep | None
    coupon_code: str
    occasion: Occasion = NOTHING_KNOWN


@record
class NextClaim:
    """The next message that may go (None when none is due), and how many were held back while looking for it."""

    claimed: Claimed | None
    withheld: int
    deferred: int


def claim_next(writing: "Writing", workspace: Workspace, *, now: dt.datetime) -> NextClaim:
    """Ask for permission the second time, in the transaction that marks `sending`: an unsubscribe one moment ago counts (S6).

    One message at a time: a crash leaves at most this one unknown, and two mails to one person can never both pass a cap.
    """
    withheld = deferred = 0
    while True:
        found = writing.claim_outbox(now, 1, _LEASE)
        if not found:
            return NextClaim(claimed=None, withheld=withheld, deferred=deferred)
        message = found[0]
        answer = _may_go(writing, message, workspace, now=now)
        match answer:
            case Claimed():
                return NextClaim(claimed=answer, withheld=withheld, deferred=deferred)
            case Withheld(reason=reason):
                withhold(writing, message, reason, workspace, now=now)
                withheld += 1
            case Deferred(until_at=until_at, reason=reason):
                put_back(writing, message, until_at, reason, now=now)
                deferred += 1


def settle(writing: "Writing", message: Message, receipt: Receipt, workspace: Workspace, *, now: dt.datetime) -> Outcome:
    """Keep what the transport said. Only what was certainly not sent is tried again, with growing pauses."""
    if receipt.outcome is Outcome.TRY_AGAIN:
        due_at = now + (receipt.retry_after or _pause(message.attempt))
        if due_at <= message.not_after_at and message.attempt < _MOST_TRIES:
            put_back(writing, message, due_at, receipt.reason, now=now, decided=Decided.TRIED_AGAIN_LATER)
            return Outcome.TRY_AGAIN
        receipt = dataclasses.replace(receipt, outcome=Outcome.REFUSED, reason=f"given up: {receipt.reason}")
    settled = dataclasses.replace(
        message, state=_STATES[receipt.outcome], settled_at=now, reason=receipt.reason, provider_id=receipt.provider_id
    )
    if writing.save_message(settled):
        went(writing, settled, workspace, now=now)
    return receipt.outcome


def withhold(writing: "Writing", message: Message, reason: str, workspace: Workspace, *, now: dt.datetime) -> None:
    """Never send this message, and say why."""
    settled = dataclasses.replace(message, state=MessageState.WITHHELD, settled_at=now, reason=reason)
    if writing.save_message(settled):
        went(writing, settled, workspace, now=now)


def put_back(
    writing: "Writing",
    message: Message,
    due_at: dt.datetime,
    reason: str,
    *,
    now: dt.datetime,
    decided: Decided = Decided.DEFERRED,
) -> None:
    """A message that certainly did not go waits until `due_at`."""
    writing.save_message(dataclasses.replace(message, state=MessageState.READY, due_at=due_at, reason=reason))
    enrolment = writing.enrolment(message.enrolment_id) if message.enrolment_id else None
    if enrolment is not None:
        courses.log(writing, enrolment, decided, reason, step_id=message.step_id, now=now)


def _may_go(writing: "Writing", message: Message, workspace: Workspace, *, now: dt.datetime) -> Claimed | Withheld | Deferred:
    if not message.enrolment_id:
        if now > message.not_after_at:
            return Withheld(reason="too late to be of use")
        return Claimed(message=message, contact=None, step=None, coupon_code="")
    standing = acquaintance.standing_of(writing, message.contact_id, workspace, now=now)
    standing = dataclasses.replace(standing, sent_at=_without_this(standing.sent_at, now))
    answer = permission.may_send(message, business=workspace.business, standing=standing, now=now)
    if not isinstance(answer, Allowed):
        return answer
    step = _step_of(message, workspace)
    if step is None or standing.contact is None:
        return Withheld(reason="this mail is no longer in the profile")
    if standing.contact.email != message.to_address:
        message = dataclasses.replace(message, to_address=standing.contact.email)
        writing.save_message(message)
    code = _coupon(writing, step, standing.contact, workspace, now=now)
    occasion = _occasion(writing, standing, message.stream)
    return Claimed(message=message, contact=standing.contact, step=step, coupon_code=code, occasion=occasion)


def _occasion(writing: "Writing", standing: Standing, stream: str) -> Occasion:
    """What the mail may speak of: the agreement it rests on, the latest enquiry, the latest visit that stands."""
    contact_id = standing.contact.id if standing.contact else ""
    agreed = [each for each in standing.consents if each.stream == stream and each.state is ConsentState.GIVEN]
    leads = writing.leads_of(contact_id)
    visits = [visit for visit in writing.visits_of(contact_id) if not visit.taken_back]
    return Occasion(
        consent=agreed[-1] if agreed else None, lead=leads[-1] if leads else None, visit=visits[-1] if visits else None
    )


def _without_this(sent_at: tuple[dt.datetime, ...], now: dt.datetime) -> tuple[dt.datetime, ...]:
    """The claim itself counts as perhaps sent already: taken out once, so that a message does not stand in its own way."""
    if now not in sent_at:
        return sent_at
    index = sent_at.index(now)
    return sent_at[:index] + sent_at[index + 1 :]


def _step_of(message: Message, workspace: Workspace) -> SendStep | None:
    for sequence in workspace.business.sequences:
        if sequence.id == message.sequence_id:
            steps = (step for step in sequence.steps if isinstance(step, SendStep) and step.id == message.step_id)
            return next(steps, None)
    return None


def _coupon(writing: "Writing", step: SendStep, contact: Contact, workspace: Workspace, *, now: dt.datetime) -> str:
    """The code this mail carries; empty when its step offers nothing that needs one."""
    offer = next((offer for offer in workspace.business.offers if offer.id == step.offer), None)
    return redeem.code_for(writing, contact, offer, workspace, now=now) if offer else ""


def went(writing: "Writing", message: Message, workspace: Workspace, *, now: dt.datetime) -> None:
    """A message is settled (a sender that died in the middle left it unknown): the story says so, and its way goes on from now (S3)."""
    if not message.enrolment_id:
        if message.state is MessageState.UNKNOWN:
            _alert_again(writing, message, now=now)
        return
    enrolment = writing.enrolment(message.enrolment_id)
    if enrolment is None:
        return
    kind, decided = _TOLD[message.state]
    why = message.reason or "handed over"
    courses.log(writing, enrolment, decided, why, step_id=message.step_id, now=now)
    name = courses.name_of(message.sequence_id, workspace.business)
    event = Event(
        id=clock.new_id(),
        kind=kind,
        contact_id=message.contact_id,
        occurred_at=now,
        received_at=now,
        subject=message.id,
        why=why,
        values=(("sequence", name), ("sequence_id", message.sequence_id), ("step", message.step_id)),
    )
    writing.record_event(event, dedupe_key=f"{message.id}-{message.state.value}")
    if enrolment.state is EnrolmentState.ACTIVE:
        writing.save_enrolment(dataclasses.replace(enrolment, anchor_at=now, due_at=now))


def _alert_again(writing: "Writing", message: Message, *, now: dt.datetime) -> None:
    """An alert to the owner may come twice rather than not at all; it is a mail of its own, counted apart."""
    name, _, number = message.token.partition("~")
    if int(number or 1) < _MOST_ALERTS and now < message.not_after_at:
        again = dataclasses.replace(
            message,
            id=clock.new_id(),
            token=f"{name}~{int(number or 1) + 1}",
            state=MessageState.READY,
            due_at=now + _FIRST_PAUSE,
            queued_at=now,
            attempt=0,
            epoch=0,
            settled_at=None,
            reason="",
            provider_id="",
        )
        writing.add_message(again)


def _pause(attempt: int) -> dt.timedelta:
    """Five minutes, ten, twenty … six hours."""
    doublings = min(max(attempt - 1, 0), 10)
    return min(_FIRST_PAUSE * (1 << doublings), _LONGEST_PAUSE)
