"""Why somebody did, or did not, get a mail: the story of a contact's ways through sequences, in sentences."""

import datetime as dt

from weblocal.model.business import Business
from weblocal.model.nurture import Decided, Enrolment, StepLogEntry
from weblocal.model.records import record
from weblocal.model.sequences import SendStep, Sequence, TellStep, Wait, WaitStep
from weblocal.nurture import schedule

_SENTENCES = {
    Decided.NOT_BEGUN: "{name} did not begin: {reason}.",
    Decided.QUEUED: "{step} was queued: {reason}.",
    Decided.ACCEPTED: "{step} was sent.",
    Decided.UNKNOWN: "Nobody can know whether {step} arrived: {reason}. It is never sent again.",
    Decided.TOLD: "Staff were told: {reason}",
    Decided.STOPPED: "{name} ended: {reason}.",
    Decided.FINISHED: "{name} ended: {reason}.",
    Decided.RESTORED: "{name} went on: {reason}.",
    Decided.DEFERRED: "{step} has to wait: {reason}.",
    Decided.TRIED_AGAIN_LATER: "{step} has to wait: {reason}.",
    Decided.SKIPPED: "{step} was not sent: {reason}.",
    Decided.WITHHELD: "{step} was not sent: {reason}.",
    Decided.REFUSED: "{step} was not sent: {reason}.",
}
_NEVER_SENT = frozenset({Decided.SKIPPED, Decided.WITHHELD, Decided.REFUSED})


@record
class StoryLine:
    """One sentence of the story, when it happened, and the sequence and step it is about (the step empty for the whole way)."""

    at: dt.datetime
    sequence_id: str
    step_id: str
    decided: Decided
    words: str


@record
class WayStory:
    """One way through one sequence: when it began, what became of every step, how it ended; `unsent` are steps never mailed, with why."""

    enrolment_id: str
    sequence_id: str
    title: str
    began_at: dt.datetime
    lines: tuple[StoryLine, ...]
    unsent: tuple[StoryLine, ...]


def story(
    enrolments: tuple[Enrolment, ...], log: tuple[StepLogEntry, ...], *, business: Business
) -> tuple[tuple[WayStory, ...], tuple[StoryLine, ...]]:
    """Every way of one contact, oldest first, and what was looked at and never begun. `log` holds the contact's decisions in order."""
    ways = tuple(_way(enrolment, log, business) for enrolment in sorted(enrolments, key=lambda way: (way.started_at, way.id)))
    never = tuple(_line(entry, business) for entry in log if not entry.enrolment_id)
    return ways, never


def rule_of(sequence: Sequence, step_id: str) -> str:
    """The rule that brings about a step, as the owner wrote it: "2 days after “hello”, in the hours for mails"."""
    wait, before = "", ""
    for step in sequence.steps:
        if step.id == step_id:
            window = ", in the hours for mails" if isinstance(step, SendStep) and step.in_window else ""
            since = f"after “{subject_of(sequence, before)}”" if before else f"after the {sequence.trigger.value}"
            return f"{wait or 'at once'} {since}{window}"
        if isinstance(step, WaitStep):
            wait = f"{wait} and {_span(step.wait)}" if wait else _span(step.wait)
        else:
            wait, before = "", step.id
    return ""


def subject_of(sequence: Sequence, step_id: str) -> str:
    """What a step is called: a mail by its title, a task by its words, anything else by its own name without underscores."""
    for step in sequence.steps:
        if step.id == step_id and isinstance(step, SendStep) and step.text.title:
            return step.text.title
        if step.id == step_id and isinstance(step, TellStep):
            return step.words.rstrip(".")
    return step_id.replace("_", " ").capitalize()


def reason_in_words(reason: str) -> str:
    """Why a way ended, as the end of a sentence: the short names of the profile and of the engine become words."""
    return "every step of it was taken" if reason == schedule.DONE else reason.replace("_", " ")


def _way(enrolment: Enrolment, log: tuple[StepLogEntry, ...], business: Business) -> WayStory:
    lines = tuple(_line(entry, business) for entry in log if entry.enrolment_id == enrolment.id)
    sequence = _sequence(enrolment.sequence_id, business)
    return WayStory(
        enrolment_id=enrolment.id,
        sequence_id=enrolment.sequence_id,
        title=sequence.name if sequence else enrolment.sequence_id,
        began_at=enrolment.started_at,
        lines=lines,
        unsent=_unsent(sequence, enrolment, lines),
    )


def _unsent(sequence: Sequence | None, enrolment: Enrolment, lines: tuple[StoryLine, ...]) -> tuple[StoryLine, ...]:
    """Every mail of the way that was not sent, each with its reason; while a way goes on, mails to come are not among them."""
    last = {line.step_id: line for line in lines if line.step_id}
    unsent = [line for line in last.values() if line.decided in _NEVER_SENT]
    if enrolment.ended_at is not None and sequence is not None:
        for step in sequence.steps:
            if isinstance(step, SendStep) and step.id not in last:
                unsent.append(
                    StoryLine(
                        at=enrolment.ended_at,
                        sequence_id=sequence.id,
                        step_id=step.id,
                        decided=Decided.STOPPED,
                        words=f"“{subject_of(sequence, step.id)}” was not sent: {reason_in_words(enrolment.end_reason)}.",
                    )
                )
    return tuple(unsent)


def _line(entry: StepLogEntry, business: Business) -> StoryLine:
    decided = Decided(entry.decision)
    sequence = _sequence(entry.sequence_id, business)
    name = sequence.name if sequence else entry.sequence_id
    step = subject_of(sequence, entry.step_id) if sequence and entry.step_id else entry.step_id
    return StoryLine(
        at=entry.decided_at,
        sequence_id=entry.sequence_id,
        step_id=entry.step_id,
        decided=decided,
        words=_words(decided, name=name, step=step, reason=_reason(decided, entry.reason)),
    )


def _reason(decided: Decided, reason: str) -> str:
    """Only an end may be a short name; every other reason was written as words, and words of staff stay as they are."""
    return reason_in_words(reason) if decided in {Decided.STOPPED, Decided.FINISHED} else reason


def _words(decided: Decided, *, name: str, step: str, reason: str) -> str:
    return _SENTENCES[decided].format(name=f"“{name}”", step=f"“{step}”", reason=reason)


def _sequence(sequence_id: str, business: Business) -> Sequence | None:
    return next((sequence for sequence in business.sequences if sequence.id == sequence_id), None)


def _span(wait: Wait) -> str:
    unit = wait.unit.value
    return f"{wait.amount} {unit[:-1] if wait.amount == 1 else unit}"
