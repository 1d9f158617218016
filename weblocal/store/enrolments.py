"""What the ledger says and records of enrolments, their steps and the tasks they give to staff."""

import datetime as dt

import sqlalchemy as sa

from weblocal.model.mail import MessageState
from weblocal.model.nurture import Enrolment, EnrolmentState, StaffTask, StepLogEntry
from weblocal.store import dialect, tables
from weblocal.store.sentences import Asking, Recording
from weblocal.store.shelf import Shelf

_ENROLMENTS = Shelf(tables.enrolment, Enrolment)
_STEP_LOG = Shelf(tables.step_log, StepLogEntry)
_STAFF_TASKS = Shelf(tables.staff_task, StaffTask)
_IN_ORDER = (tables.enrolment.c.started_at, tables.enrolment.c.id)
_TASKS_IN_ORDER = (tables.staff_task.c.told_at, tables.staff_task.c.id)


class EnrolmentsAsking(Asking):
    """Questions about contacts' ways through sequences."""

    def enrolment(self, enrolment_id: str) -> Enrolment | None:
        """The enrolment with this id."""
        return self._one(_ENROLMENTS, tables.enrolment.c.id == enrolment_id)

    def enrolments_of(self, contact_id: str) -> tuple[Enrolment, ...]:
        """Every enrolment of this contact."""
        return self._all(_ENROLMENTS, tables.enrolment.c.contact_id == contact_id, by=_IN_ORDER)

    def live_enrolments_of(self, contact_id: str) -> tuple[Enrolment, ...]:
        """The contact's enrolments that may still do something: active, paused or held."""
        return self._all(_ENROLMENTS, tables.enrolment.c.contact_id == contact_id, tables.IS_LIVE, by=_IN_ORDER)

    def last_started_at(self, sequence_id: str, contact_id: str) -> dt.datetime | None:
        """When this contact last began this sequence."""
        columns = tables.enrolment.c
        mine = (self._mine(tables.enrolment), columns.sequence_id == sequence_id, columns.contact_id == contact_id)
        query = sa.select(columns.started_at).where(*mine).order_by(columns.started_at.desc()).limit(1)
        last: dt.datetime | None = self._connection.execute(query).scalar()
        return last

    def step_log_of(self, enrolment_id: str) -> tuple[StepLogEntry, ...]:
        """Every decision taken on this enrolment."""
        columns = tables.step_log.c
        return self._all(_STEP_LOG, columns.enrolment_id == enrolment_id, by=[columns.decided_at, columns.id])

    def step_log_of_contact(self, contact_id: str) -> tuple[StepLogEntry, ...]:
        """Every decision taken about this contact, those on sequences that never began included."""
        columns = tables.step_log.c
        return self._all(_STEP_LOG, columns.contact_id == contact_id, by=[columns.decided_at, columns.id])

    def staff_task(self, task_id: str) -> StaffTask | None:
        """The task with this id, done or open."""
        return self._one(_STAFF_TASKS, tables.staff_task.c.id == task_id)

    def staff_tasks(self) -> tuple[StaffTask, ...]:
        """What staff have still to do."""
        return self._all(_STAFF_TASKS, tables.staff_task.c.done_at.is_(None), by=_TASKS_IN_ORDER)

    def staff_tasks_of(self, contact_id: str) -> tuple[StaffTask, ...]:
        """What staff had or have to do for this contact."""
        return self._all(_STAFF_TASKS, tables.staff_task.c.contact_id == contact_id, by=_TASKS_IN_ORDER)

    def next_due_at(self) -> dt.datetime | None:
        """When the next enrolment or message falls due; None when nothing waits."""
        enrolment, message = tables.enrolment.c, tables.message.c
        waiting = sa.select(sa.func.min(enrolment.due_at)).where(self._mine(tables.enrolment), tables.IS_ACTIVE)
        ready = sa.select(sa.func.min(message.due_at)).where(self._mine(tables.message), message.state == MessageState.READY)
        instants = [self._connection.execute(query).scalar() for query in (waiting, ready)]
        return min((at for at in instants if at is not None), default=None)


class EnrolmentsRecording(EnrolmentsAsking, Recording):
    """Records of contacts' ways through sequences."""

    def start_enrolment(self, enrolment: Enrolment) -> bool:
        """Begin; False while another enrolment of this sequence, contact and key is live."""
        return self._add(_ENROLMENTS, enrolment)

    def claim_due_enrolments(self, now: dt.datetime, limit: int, lease: dt.timedelta) -> tuple[Enrolment, ...]:
        """Take active enrolments whose time has come, longest due first, for `lease`; their epoch shuts out older workers."""
        columns = tables.enrolment.c
        is_free = sa.or_(columns.lease_until.is_(None), columns.lease_until <= now)
        query = (
            sa.select(columns.id)
            .where(self._mine(tables.enrolment), tables.IS_ACTIVE, columns.due_at <= now, is_free)
            .order_by(columns.due_at, columns.id)
            .limit(limit)
        )
        ids = list(self._connection.execute(dialect.for_claiming(query)).scalars())
        self._change(tables.enrolment, columns.id.in_(ids), epoch=columns.epoch + 1, lease_until=now + lease)
        return self._all(_ENROLMENTS, columns.id.in_(ids), by=[columns.due_at, columns.id])

    def save_enrolment(self, enrolment: Enrolment) -> bool:
        """Keep where an enrolment stands now and end the lease; False when another worker has taken it since."""
        columns = tables.enrolment.c
        still_mine = (columns.id == enrolment.id, columns.epoch == enrolment.epoch, tables.IS_LIVE)
        return self._change(tables.enrolment, *still_mine, **_ENROLMENTS.row(enrolment), lease_until=None) == 1

    def stop_enrolment(self, enrolment_id: str, reason: str, at: dt.datetime) -> bool:
        """End a live enrolment for `reason`, withhold its ready messages, and shut out a worker that holds it."""
        columns = tables.enrolment.c
        ended = {"state": EnrolmentState.EXITED, "ended_at": at, "end_reason": reason, "lease_until": None}
        is_stopped = self._change(
            tables.enrolment, columns.id == enrolment_id, tables.IS_LIVE, epoch=columns.epoch + 1, **ended
        )
        self.withhold_messages(enrolment_id, reason, at)
        return is_stopped == 1

    def withhold_messages(self, enrolment_id: str, reason: str, at: dt.datetime) -> int:
        """Never send this enrolment's messages that are still ready; how many those were."""
        columns = tables.message.c
        still_here = (columns.enrolment_id == enrolment_id, columns.state == MessageState.READY)
        return self._change(
            tables.message, *still_here, state=MessageState.WITHHELD, reason=reason, settled_at=at, epoch=columns.epoch + 1
        )

    def log_step(self, entry: StepLogEntry) -> bool:
        """Append a decision and its reason."""
        return self._add(_STEP_LOG, entry)

    def add_staff_task(self, task: StaffTask) -> bool:
        """Ask staff for something; False when this step has asked already."""
        return self._add(_STAFF_TASKS, task)

    def finish_staff_task(self, task_id: str, at: dt.datetime) -> bool:
        """Mark a task done; False when it was done already."""
        columns = tables.staff_task.c
        return self._change(tables.staff_task, columns.id == task_id, columns.done_at.is_(None), done_at=at) == 1
