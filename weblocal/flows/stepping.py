"""Everybody whose next step is due takes it: the mail is queued and the way moves on in one transaction, so a step happens once."""

import dataclasses
import datetime as dt
from typing import TYPE_CHECKING

from weblocal import clock
from weblocal.flows import acquaintance, courses
from weblocal.flows.workspace import Workspace
from weblocal.model.mail import Allowed, Deferred, Message, MessageState, Withheld
from weblocal.model.nurture import (
    Decided,
    Enrolment,
    EnrolmentState,
    Finish,
    QueueMessage,
    SkipStep,
    Sleep,
    StaffTask,
    TellStaff,
)
from weblocal.model.records import record
from weblocal.model.sequences import Sequence
from weblocal.model.visits import Event, EventKind
from weblocal.nurture import permission, schedule
from weblocal.nurture.standing import Standing

if TYPE_CHECKING:
    from weblocal.store.writing import Writing

_LEASE = dt.timedelta(minutes=5)
# a way whose mail is still on its way is woken by the mail's settling; this only catches what no settling ever reached
_AFTER_THE_LAST_MOMENT = dt.timedelta(hours=1)
_OPEN = frozenset({MessageState.READY, MessageState.SENDING})


@record
class Stepped:
    """What one round of steps did, by count."""

    looked_at: int = 0
    queued: int = 0
    skipped: int = 0
    told: int = 0
    finished: int = 0
    withheld: int = 0

    def __add__(self, other: "Stepped") -> "Stepped":
        fields = (field.name for field in dataclasses.fields(self))
        return Stepped(**{name: getattr(self, name) + getattr(other, name) for name in fields})


def take_due_steps(workspace: Workspace, *, now: dt.datetime, limit: int) -> Stepped:
    """Claim up to `limit` ways whose time has come and take their steps, in one transaction."""

    def job(writing: "Writing") -> Stepped:
        done = Stepped()
        for enrolment in writing.claim_due_enrolments(now, limit, _LEASE):
            done += _Walk(writing, workspace, now).take(enrolment)
        return done

    return workspace.ledger.write(job)


class _Walk:
    """One contact's way, moved on as far as it goes at this moment."""

    def __init__(self, writing: "Writing", workspace: Workspace, now: dt.datetime) -> None:
        self._writing = writing
        self._workspace = workspace
        self._business = workspace.business
        self._now = now

    def take(self, enrolment: Enrolment) -> Stepped:
        """Take steps until one has to wait, a mail is queued, or the way is over."""
        sequence = next((one for one in self._business.sequences if one.id == enrolment.sequence_id), None)
        if sequence is None:
            return self._finish(enrolment, "it is no longer in the profile") + Stepped(looked_at=1)
        waits_for = next((m for m in self._writing.messages_of_enrolment(enrolment.id) if m.state in _OPEN), None)
        if waits_for is not None:
            self._sleep(enrolment, max(waits_for.not_after_at, self._now) + _AFTER_THE_LAST_MOMENT)
            return Stepped(looked_at=1)
        done = Stepped(looked_at=1)
        standing = acquaintance.standing_of(self._writing, enrolment.contact_id, self._workspace, now=self._now)
        for _ in range(len(sequence.steps) + 1):
            step, moved = self._one(sequence, enrolment, standing)
            done += step
            if moved is None:
                break
            enrolment = moved
        return done

    def _one(self, sequence: Sequence, enrolment: Enrolment, standing: Standing) -> tuple[Stepped, Enrolment | None]:
        """One decision, carried out; the way behind the step when it goes on at once, None when it waits or is over."""
        zone = standing.zone(self._business.zone)
        decision = schedule.decide(sequence, enrolment, business=self._business, zone=zone, now=self._now)
        match decision:
            case Sleep(until_at=until_at):
                self._sleep(enrolment, until_at)
                return Stepped(), None
            case Finish(reason=reason):
                return self._finish(enrolment, reason), None
            case SkipStep(step_id=step_id, reason=reason):
                courses.log(self._writing, enrolment, Decided.SKIPPED, reason, step_id=step_id, now=self._now)
                return Stepped(skipped=1), schedule.advanced(enrolment, sequence, past=step_id, at=self._now)
            case TellStaff():
                self._tell(enrolment, decision)
                return Stepped(told=1), schedule.advanced(enrolment, sequence, past=decision.step_id, at=self._now)
            case QueueMessage():
                return self._queue(sequence, enrolment, decision, standing)

    def _queue(
        self, sequence: Sequence, enrolment: Enrolment, decision: QueueMessage, standing: Standing
    ) -> tuple[Stepped, Enrolment | None]:
        """Ask for permission the first time; a cap makes the way wait, a refusal leaves the mail out and says why."""
        message = self._message(sequence, enrolment, decision, standing)
        moved = schedule.advanced(enrolment, sequence, past=decision.step_id, at=self._now)
        match permission.may_send(message, business=self._business, standing=standing, now=self._now):
            case Deferred(until_at=until_at, reason=reason):
                courses.log(self._writing, enrolment, Decided.DEFERRED, reason, step_id=decision.step_id, now=self._now)
                self._sleep(enrolment, until_at)
                return Stepped(), None
            case Withheld(reason=reason):
                courses.log(self._writing, enrolment, Decided.WITHHELD, reason, step_id=decision.step_id, now=self._now)
                return Stepped(withheld=1), moved
            case Allowed():
                self._writing.add_message(message)
                courses.log(
                    self._writing, enrolment, Decided.QUEUED, "its time has come", step_id=decision.step_id, now=self._now
                )
                self._sleep(moved, decision.not_after_at + _AFTER_THE_LAST_MOMENT)
                return Stepped(queued=1), None

    def _message(self, sequence: Sequence, enrolment: Enrolment, decision: QueueMessage, standing: Standing) -> Message:
        return Message(
            id=clock.new_id(),
            token=schedule.token(enrolment.id, decision.step_id),
            contact_id=enrolment.contact_id,
            enrolment_id=enrolment.id,
            sequence_id=sequence.id,
            step_id=decision.step_id,
            stream=sequence.stream,
            purpose=sequence.purpose,
            to_address=standing.contact.email if standing.contact else "",
            state=MessageState.READY,
            due_at=decision.due_at,
            not_after_at=decision.not_after_at,
            queued_at=self._now,
        )

    def _tell(self, enrolment: Enrolment, told: TellStaff) -> None:
        task = StaffTask(
            id=clock.new_id(),
            contact_id=enrolment.contact_id,
            enrolment_id=enrolment.id,
            step_id=told.step_id,
            staff=told.staff,
            words=told.words,
            told_at=self._now,
        )
        if self._writing.add_staff_task(task):
            courses.log(self._writing, enrolment, Decided.TOLD, told.words, step_id=told.step_id, now=self._now)
            self._writing.record_event(
                Event(
                    id=clock.new_id(),
                    kind=EventKind.STAFF_TOLD,
                    contact_id=enrolment.contact_id,
                    occurred_at=self._now,
                    received_at=self._now,
                    subject=task.id,
                    why=told.words,
                )
            )

    def _finish(self, enrolment: Enrolment, reason: str) -> Stepped:
        ended = dataclasses.replace(enrolment, state=EnrolmentState.FINISHED, ended_at=self._now, end_reason=reason)
        if self._writing.save_enrolment(ended):
            courses.log(self._writing, enrolment, Decided.FINISHED, reason, now=self._now)
            courses.tell(self._writing, EventKind.SEQUENCE_ENDED, enrolment, why=reason, business=self._business, now=self._now)
        return Stepped(finished=1)

    def _sleep(self, enrolment: Enrolment, until_at: dt.datetime) -> None:
        self._writing.save_enrolment(dataclasses.replace(enrolment, due_at=until_at))
