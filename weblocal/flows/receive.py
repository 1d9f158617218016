"""Take what visitors send: forms, scans, check-ins and unsubscribes; on disk, synced, before anybody is thanked."""

import dataclasses
import datetime as dt
import enum
from typing import TYPE_CHECKING

from weblocal import clock
from weblocal.capture import accepting, reading_post
from weblocal.capture.accepting import Accepted, Quarantined, Refused
from weblocal.errors import LedgerUnavailable, NotFound
from weblocal.flows import acquaintance, courses, rehearsing
from weblocal.flows.workspace import Workspace
from weblocal.model.leads import Lead, Post, Submission, SubmissionState
from weblocal.model.mail import Message, MessageState
from weblocal.model.placements import Placement
from weblocal.model.records import record
from weblocal.model.sequences import Purpose
from weblocal.model.visits import Event, EventKind, Scan
from weblocal.nurture import consequences

if TYPE_CHECKING:
    from weblocal.store.writing import Writing

# an owner who was away for days still wants to know who wrote
_ALERT_KEPT_FOR = dt.timedelta(days=14)
ALERT_STEP = "alert"
_ALERT_OF = "alert-"


class Answer(enum.StrEnum):
    """What the visitor is told: accepted and held are both thanked, the others may try again."""

    ACCEPTED = "accepted"
    HELD = "held"
    CORRECT = "correct"
    UNKNOWN_FORM = "unknown_form"
    TOO_LARGE = "too_large"


class _Undone(Exception):
    """Ends a rehearsal: the ledger undoes what a job that raises has written."""


@record
class Received:
    """What came of a post. `corrections` are field and sentence; `is_repeat` when the same enquiry was here already."""

    answer: Answer
    submission_id: str = ""
    lead_id: str = ""
    answer_by: dt.datetime | None = None
    message: str = ""
    corrections: tuple[tuple[str, str], ...] = ()
    is_repeat: bool = False


def receive(workspace: Workspace, post: Post, *, now: dt.datetime) -> Received:
    """Take one form post. When this returns accepted or held, the post is on disk; raises LedgerUnavailable otherwise."""
    verdict = accepting.accept(post, business=workspace.business, also_in=workspace.also_in, new_id=clock.new_id)
    match verdict:
        case Refused():
            return _refused(verdict)
        case Quarantined(submission=submission):
            return workspace.ledger.write(lambda writing: _hold(writing, submission))
        case Accepted():
            return workspace.ledger.write(lambda writing: _take(writing, verdict, workspace, now=now))


def rehearse(workspace: Workspace, *, now: dt.datetime) -> bool:
    """Take an invented post the whole way and undo it, so that the first visitor waits no longer than the next; whether it came through.

    What a first post has to load and compile (numbers of all countries, the ledger's sentences) is then ready.
    """
    post = rehearsing.invented_post(workspace.business, now=now)
    verdict = accepting.accept(post, business=workspace.business, new_id=clock.new_id) if post else None
    if not isinstance(verdict, Accepted):
        return False

    def job(writing: "Writing") -> None:
        _take(writing, verdict, workspace, now=now)
        raise _Undone

    try:
        workspace.ledger.write(job)
    except _Undone:
        return True
    return False


def release(workspace: Workspace, submission_id: str, *, now: dt.datetime) -> Received:
    """Let a held post in: it becomes a lead with the time it was sent, so it may be late, and says so."""

    def job(writing: "Writing") -> Received:
        submission = writing.submission(submission_id)
        if submission is None:
            raise NotFound("This form post is no longer there.", fix="It may have been deleted after its time.")
        verdict = accepting.release(submission, business=workspace.business, also_in=workspace.also_in, new_id=clock.new_id)
        if isinstance(verdict, Refused):
            return _refused(verdict)
        if not writing.settle_submission(submission_id, SubmissionState.RELEASED, now):
            return _again(writing, submission)
        _event(writing, EventKind.LEAD_RELEASED, submission_id, "Somebody here let it in.", now=now)
        return _enter(writing, verdict, workspace, now=now)

    return workspace.ledger.write(job)


def refuse(workspace: Workspace, submission_id: str, *, now: dt.datetime) -> bool:
    """Say that a held post is junk; False when somebody has decided already."""

    def job(writing: "Writing") -> bool:
        is_refused = writing.settle_submission(submission_id, SubmissionState.REFUSED, now)
        if is_refused:
            _event(writing, EventKind.LEAD_REFUSED, submission_id, "Somebody here called it junk.", now=now)
        return is_refused

    return workspace.ledger.write(job)


def record_scan(workspace: Workspace, code: str, *, now: dt.datetime) -> Placement | None:
    """Count that a placement's link was opened, without anything about who; None when the code is none of ours.

    The visitor is never kept waiting or turned away for the sake of a count.
    """
    placement_id = reading_post.placement_of(code, workspace.business)
    placement = next((placement for placement in workspace.business.placements if placement.id == placement_id), None)
    if placement is not None:
        scan = Scan(placement=placement.id, occurred_at=now)
        try:
            workspace.ledger.write_soon(lambda writing: writing.add_scan(scan))
        except LedgerUnavailable:
            return placement
    return placement


def alerted_lead_id(message: Message) -> str:
    """The lead an alert to the owner is about."""
    return message.token.removeprefix(_ALERT_OF).partition("~")[0]


def _refused(verdict: Refused) -> Received:
    if verdict.is_unknown_form:
        return Received(answer=Answer.UNKNOWN_FORM, message=verdict.message)
    if verdict.is_too_large:
        return Received(answer=Answer.TOO_LARGE, message=verdict.message)
    return Received(answer=Answer.CORRECT, message=verdict.message, corrections=verdict.fields)


def _hold(writing: "Writing", submission: Submission) -> Received:
    if not writing.add_submission(submission):
        return _again(writing, submission)
    _event(writing, EventKind.LEAD_HELD, submission.id, submission.held_because, now=submission.received_at)
    return Received(answer=Answer.HELD, submission_id=submission.id)


def _take(writing: "Writing", accepted: Accepted, workspace: Workspace, *, now: dt.datetime) -> Received:
    if not writing.add_submission(accepted.submission):
        return _again(writing, accepted.submission)
    return _enter(writing, accepted, workspace, now=now)


def _again(writing: "Writing", submission: Submission) -> Received:
    """The same enquiry was here before (a button pressed twice, a page reloaded): the first one's answer once more."""
    first = writing.submission_of_key(submission.key) or submission
    lead = writing.lead_of_submission(first.id)
    return Received(
        answer=Answer.ACCEPTED if lead else Answer.HELD,
        submission_id=first.id,
        lead_id=lead.id if lead else "",
        answer_by=lead.answer_by if lead else None,
        is_repeat=True,
    )


def _enter(writing: "Writing", accepted: Accepted, workspace: Workspace, *, now: dt.datetime) -> Received:
    """Lead, person, consents, what begins and the owner's alert: one transaction, all or nothing."""
    person = accepted.person
    met = acquaintance.meet(writing, name=person.name, phone_e164=person.phone_e164, email=person.email, now=now)
    lead = dataclasses.replace(accepted.lead, contact_id=met.contact.id)
    writing.add_lead(lead)
    why = f"Known by: {met.match.rule}." if not met.is_new else ""
    _event(writing, EventKind.LEAD, lead.id, why, now=now, lead=lead)
    for consent in accepted.consents:
        writing.add_consent(dataclasses.replace(consent, contact_id=lead.contact_id))
        _event(writing, EventKind.CONSENT_GIVEN, consent.stream, f"They ticked: “{consent.words}”", now=now, lead=lead)
    standing = acquaintance.standing_of(writing, lead.contact_id, workspace, now=now)
    what = consequences.of_lead(lead, business=workspace.business, standing=standing, now=now, new_id=clock.new_id)
    courses.follow(writing, what, contact_id=lead.contact_id, business=workspace.business, now=now)
    _alert(writing, lead, workspace, now=now)
    return Received(answer=Answer.ACCEPTED, submission_id=accepted.submission.id, lead_id=lead.id, answer_by=lead.answer_by)


def _shown(lead: Lead) -> tuple[tuple[str, str], ...]:
    shown = (("asked_for", lead.asked_for), ("form", lead.form_id), ("page", lead.page), ("placement", lead.placement))
    return tuple((name, text) for name, text in shown if text)


def _alert(writing: "Writing", lead: Lead, workspace: Workspace, *, now: dt.datetime) -> None:
    """Tell the owner at once. The mail holds a link to the desk; what is not in it cannot be read on a lock screen."""
    business = workspace.business
    writing.add_message(
        Message(
            id=clock.new_id(),
            token=f"{_ALERT_OF}{lead.id}",
            contact_id="",
            enrolment_id="",
            sequence_id="",
            step_id=ALERT_STEP,
            stream="",
            purpose=Purpose.TRANSACTIONAL,
            to_address=business.email or business.mail.from_address,
            state=MessageState.READY,
            due_at=now,
            not_after_at=now + _ALERT_KEPT_FOR,
            queued_at=now,
        )
    )


def _event(writing: "Writing", kind: EventKind, subject: str, why: str, *, now: dt.datetime, lead: Lead | None = None) -> None:
    """Write down what happened; of a lead, at the time it was sent."""
    writing.record_event(
        Event(
            id=clock.new_id(),
            kind=kind,
            contact_id=lead.contact_id if lead else "",
            occurred_at=lead.received_at if lead else now,
            received_at=now,
            subject=subject,
            why=why,
            values=_shown(lead) if lead and kind is EventKind.LEAD else (),
        )
    )
