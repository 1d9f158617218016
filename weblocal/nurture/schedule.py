"""What happens next on a contact's way through a sequence, and when: the one place where waits, windows and lateness are decided."""

import dataclasses
import datetime as dt
import hashlib

from weblocal.model.business import Business
from weblocal.model.nurture import Decision, Enrolment, Finish, QueueMessage, SkipStep, Sleep, TellStaff
from weblocal.model.sequences import ExitStep, SendStep, Sequence, TellStep, WaitStep
from weblocal.nurture import waiting
from weblocal.opening import windows

DONE = "done"
# mails held back overnight must not all leave at the same second in the morning (S4)
_SPREAD = dt.timedelta(minutes=15)


@dataclasses.dataclass(frozen=True, slots=True)
class _Ahead:
    """The next step that is not a wait, and the instant from which it may be done."""

    step: SendStep | TellStep | ExitStep | None
    from_at: dt.datetime


def decide(sequence: Sequence, enrolment: Enrolment, *, business: Business, zone: str, now: dt.datetime) -> Decision:
    """The next decision for `enrolment`, at `now`, for somebody who lives in `zone`.

    Waits count from `enrolment.anchor_at`, the moment the step before was really done (S3). A mail waits for the sending
    window on the reader's wall; one that is later than the profile allows is left out, with the reason (S15).
    """
    ahead = _ahead(sequence, enrolment, zone)
    if ahead.from_at > now:
        return Sleep(until_at=ahead.from_at)
    match ahead.step:
        case None:
            return Finish(reason=DONE)
        case ExitStep(reason=reason):
            return Finish(reason=reason)
        case TellStep() as tell:
            return TellStaff(step_id=tell.id, staff=tell.staff, words=tell.words)
        case SendStep() as send:
            return _mail(send, enrolment, from_at=ahead.from_at, business=business, zone=zone, now=now)


def token(enrolment_id: str, step_id: str) -> str:
    """The name of the one message that a step of an enrolment may ever become; the ledger keeps it unique."""
    return hashlib.sha256(f"{enrolment_id}/{step_id}".encode()).hexdigest()[:32]


def index_of(sequence: Sequence, enrolment: Enrolment) -> int:
    """Where `enrolment` stands in `sequence` as it is now: at the step of that name, wherever an edit has moved it (S13).

    A step that is gone leaves its place to what stands there now; steps added before it are not sent after the fact.
    """
    by_name = {step.id: index for index, step in enumerate(sequence.steps)}
    return by_name.get(enrolment.step_id, min(enrolment.step_index, len(sequence.steps)))


def advanced(enrolment: Enrolment, sequence: Sequence, *, past: str, at: dt.datetime) -> Enrolment:
    """`enrolment` standing behind the step named `past`, which was done at `at`."""
    index = next((index for index, step in enumerate(sequence.steps) if step.id == past), enrolment.step_index) + 1
    step_id = sequence.steps[index].id if index < len(sequence.steps) else ""
    return dataclasses.replace(enrolment, step_index=index, step_id=step_id, anchor_at=at, due_at=at)


def in_window(business: Business, at: dt.datetime, zone: str) -> dt.datetime:
    """`at`, or the next opening of the sending window, on the reader's wall or on the business's as the profile says."""
    wall = zone if business.mail.window_of == "reader" else business.zone
    return windows.next_in_window(business.mail.window, at, wall)


def in_words(span: dt.timedelta) -> str:
    """A span as people say it: "3 days", "20 hours"."""
    hours = int(span.total_seconds() // 3600)
    if hours >= 48:
        return f"{hours // 24} days"
    return f"{hours} hours" if hours != 1 else "1 hour"


def _ahead(sequence: Sequence, enrolment: Enrolment, zone: str) -> _Ahead:
    """Walk over the waits: each is done at the instant it runs out, whenever somebody looks."""
    at = enrolment.anchor_at
    for step in sequence.steps[index_of(sequence, enrolment) :]:
        if not isinstance(step, WaitStep):
            return _Ahead(step=step, from_at=at)
        at = waiting.after(at, step.wait, zone)
    return _Ahead(step=None, from_at=at)


def _mail(
    step: SendStep, enrolment: Enrolment, *, from_at: dt.datetime, business: Business, zone: str, now: dt.datetime
) -> Decision:
    due_at = from_at
    if step.in_window:
        opens_at = in_window(business, from_at, zone)
        due_at = opens_at if opens_at == from_at else _spread(opens_at, token(enrolment.id, step.id), business, zone)
    if now < due_at:
        return Sleep(until_at=due_at)
    if dict(step.text.more).get("button_to", "").strip() == "review" and not business.review_link:
        # asking for a review that nobody could write wastes the one time a person may be asked
        return SkipStep(step_id=step.id, reason="the profile names no address for reviews")
    not_after_at = due_at + business.mail.max_late
    if now > not_after_at:
        late = in_words(now - due_at)
        return SkipStep(
            step_id=step.id, reason=f"too late: it was due {late} ago, and mails may be {in_words(business.mail.max_late)} late"
        )
    return QueueMessage(step_id=step.id, due_at=due_at, not_after_at=not_after_at)


def _spread(opens_at: dt.datetime, name: str, business: Business, zone: str) -> dt.datetime:
    """A moment soon after the opening, the same for the same message whoever asks: no chance, so that a retry changes nothing."""
    moment = opens_at + _SPREAD * (int(name[:8], 16) / 0xFFFF_FFFF)
    return moment if in_window(business, moment, zone) == moment else opens_at
