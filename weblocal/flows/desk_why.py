"""Why a run of mails goes on or stopped: the decision as numbered steps, then what became of each of its mails."""

import datetime as dt
from typing import TYPE_CHECKING

from weblocal.errors import NotFound
from weblocal.flows import desk_telling
from weblocal.flows import desk_words as words
from weblocal.flows.desk_views import MailFate, WhyScreen
from weblocal.flows.workspace import Workspace
from weblocal.model.business import Business
from weblocal.model.mail import Message, MessageState
from weblocal.model.nurture import Decided, Enrolment, EnrolmentState, StepLogEntry
from weblocal.model.people import Contact
from weblocal.model.sequences import SendStep, Sequence, Trigger
from weblocal.model.visits import Visit

if TYPE_CHECKING:
    from weblocal.store.reading import Reading

_ENDS = frozenset({"stopped", "exited", "finished"})  # said by the last step of the explanation
_BEGAN = {
    Trigger.LEAD: "Because they wrote to us.",
    Trigger.VISIT: "Because they came.",
    Trigger.REDEMPTION: "Because they used their coupon.",
}
_DECIDED: dict[str, str] = {
    Decided.QUEUED: "{mail} is ready to go",
    Decided.ACCEPTED: "{mail} went out",
    Decided.REFUSED: "{mail} was refused",
    Decided.UNKNOWN: "nobody can say whether {mail} went",
    Decided.WITHHELD: "{mail} was left out",
    Decided.SKIPPED: "{mail} was left out",
    Decided.DEFERRED: "{mail} has to wait",
    Decided.TRIED_AGAIN_LATER: "{mail} is tried again later",
    Decided.TOLD: "staff were asked to step in",
    Decided.RESTORED: "it goes on where it stood",
}
_SENT = {
    MessageState.ACCEPTED: ("ok", "Sent"),
    MessageState.READY: ("wait", "Ready to go"),
    MessageState.SENDING: ("wait", "Going now"),
    MessageState.UNKNOWN: ("wait", "Nobody can say"),
    MessageState.REFUSED: ("bad", "Refused"),
    MessageState.WITHHELD: ("bad", "Did not go"),
    MessageState.CLOSED: ("bad", "Closed"),
}


def why(workspace: Workspace, contact_id: str, enrolment_id: str, *, now: dt.datetime) -> WhyScreen:
    """The decision on one run of mails; raises NotFound when the person or the run is not in the book."""

    def job(reading: "Reading") -> WhyScreen:
        contact, enrolment = reading.contact(contact_id), reading.enrolment(enrolment_id)
        if contact is None or enrolment is None or enrolment.contact_id != contact_id:
            raise NotFound("That run of mails is not in the book.")
        return why_screen(
            contact,
            enrolment,
            log=reading.step_log_of(enrolment_id),
            messages=reading.messages_of_enrolment(enrolment_id),
            visit=_ending_visit(reading.visits_of(contact_id), enrolment),
            business=workspace.business,
            now=now,
        )

    return workspace.ledger.read(job)


def why_screen(  # noqa: PLR0913 - one snapshot of everything the decision rests on
    contact: Contact,
    enrolment: Enrolment,
    *,
    log: tuple[StepLogEntry, ...],
    messages: tuple[Message, ...],
    visit: Visit | None,
    business: Business,
    now: dt.datetime,
) -> WhyScreen:
    """The screen: what began the run, what was decided on the way, what ended it."""
    name = f"“{desk_telling.run_name(enrolment.sequence_id, business)}”"
    is_over = enrolment.state in {EnrolmentState.EXITED, EnrolmentState.FINISHED}
    is_done = enrolment.state is EnrolmentState.FINISHED
    zone = business.zone
    sequence = desk_telling.sequence_of(enrolment.sequence_id, business)
    steps = [(f"{_at(enrolment.started_at, zone, now)}: {name} began", _BEGAN[sequence.trigger] if sequence else "")]
    if visit is not None:
        learned = visit.received_at - visit.occurred_at > desk_telling.LATE_NEWS
        late = (
            f"The desk learned of it {words.day_and_time(visit.received_at, zone=zone, now=now)}; the time that counts is when it happened."
            if learned
            else ""
        )
        steps.append((f"{_at(visit.occurred_at, zone, now)}: they came", late or desk_telling.sentence(visit.matched_by)))
    steps.extend(_decided(entry, sequence, zone, now) for entry in _worth_telling(log)[-12:])
    if is_over and enrolment.ended_at is not None:
        ended = desk_telling.reason_in_words(enrolment.end_reason, is_done=is_done)
        steps.append((f"{_at(enrolment.ended_at, zone, now)}: {name} {'was done' if is_done else 'stopped'}", ended))
    return WhyScreen(
        contact_id=contact.id,
        name=contact.name or words.NOBODY,
        title=f"Why {name} {'ended' if is_done else 'stopped' if is_over else 'goes on'}.",
        answer=_answer(enrolment, is_over=is_over, is_done=is_done),
        steps=tuple(steps),
        mails=_fates(sequence, enrolment, messages, zone=zone, now=now),
        visit_id=visit.id if visit and not visit.taken_back else "",
    )


def _decided(entry: StepLogEntry, sequence: Sequence | None, zone: str, now: dt.datetime) -> tuple[str, str]:
    """One decision as a step of the explanation, the mail called by its subject."""
    mail = f"‘{desk_telling.mail_title(sequence, entry.step_id)}’" if entry.step_id else "The mails"
    said = _DECIDED.get(entry.decision, "{mail} " + entry.decision.replace("_", " ")).format(mail=mail)
    reason = "" if entry.decision in {Decided.QUEUED, Decided.ACCEPTED} else desk_telling.sentence(entry.reason)
    return f"{_at(entry.decided_at, zone, now)}: {said}", reason


def _worth_telling(log: tuple[StepLogEntry, ...]) -> list[StepLogEntry]:
    """What was decided on the way, without what the end says already, and without the queueing of a mail that has gone on since."""
    settled = {entry.step_id for entry in log if entry.decision not in {Decided.QUEUED, Decided.DEFERRED}}
    return [
        entry
        for entry in log
        if entry.decision not in _ENDS and not (entry.decision == Decided.QUEUED and entry.step_id in settled)
    ]


def _answer(enrolment: Enrolment, *, is_over: bool, is_done: bool) -> str:
    if is_over:
        return desk_telling.reason_in_words(enrolment.end_reason, is_done=is_done)
    return "It is on hold." if enrolment.state is EnrolmentState.HELD else "Nothing has happened that would stop it."


def _at(at: dt.datetime, zone: str, now: dt.datetime) -> str:
    when = words.day_and_time(at, zone=zone, now=now)
    return f"{when[0].upper()}{when[1:]}"


def _ending_visit(visits: tuple[Visit, ...], enrolment: Enrolment) -> Visit | None:
    """The visit that ended this run: the latest that lies between its beginning and its end."""
    if enrolment.state is not EnrolmentState.EXITED or enrolment.ended_at is None:
        return None
    ended_at = enrolment.ended_at
    inside = [one for one in visits if enrolment.started_at <= one.occurred_at <= ended_at and not one.taken_back]
    return inside[-1] if inside else None


def _fates(
    sequence: Sequence | None, enrolment: Enrolment, messages: tuple[Message, ...], *, zone: str, now: dt.datetime
) -> tuple[MailFate, ...]:
    by_step = {message.step_id: message for message in messages}
    is_over = enrolment.state in {EnrolmentState.EXITED, EnrolmentState.FINISHED}
    fates: list[MailFate] = []
    for number, step in enumerate(one for one in (sequence.steps if sequence else ()) if isinstance(one, SendStep)):
        title = f"{number + 1} {desk_telling.mail_title(sequence, step.id)}"
        message = by_step.get(step.id)
        if message is None:
            state, said = ("bad", "Will not go") if is_over else ("wait", "Still to come")
            fates.append(MailFate(title=title, state=state, said=said, why=""))
            continue
        state, said = _SENT[message.state]
        at = message.settled_at or message.due_at
        fates.append(
            MailFate(
                title=title,
                state=state,
                said=f"{said} {words.on_day(at, zone=zone, now=now)}" if message.state is MessageState.ACCEPTED else said,
                why=desk_telling.sentence(message.reason),
            )
        )
    return tuple(fates)
