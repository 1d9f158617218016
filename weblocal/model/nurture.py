"""A contact's way through a sequence, and the decisions taken on it."""

import datetime as dt
import enum

from weblocal.model.records import record


class EnrolmentState(enum.StrEnum):
    """active, then one of the ends; paused and held can become active again."""

    ACTIVE = "active"
    FINISHED = "finished"
    EXITED = "exited"
    PAUSED = "paused"
    HELD = "held"


@record
class Enrolment:
    """One contact's way through one version of a sequence.

    `step_index` is the next step and `step_id` its name, so that an edited sequence is picked up where the contact stood (S13);
    `anchor_at` the moment the step before was really done (S3); `due_at` when the next step
    is looked at again. `cause` is the id of the lead or visit that began it. `epoch` fences a stale worker's write.
    `key` is empty where a contact goes this way once at a time; otherwise it names what one live enrolment is for.
    """

    id: str
    sequence_id: str
    version: str
    contact_id: str
    cause: str
    state: EnrolmentState
    step_index: int
    anchor_at: dt.datetime
    due_at: dt.datetime
    started_at: dt.datetime
    epoch: int = 0
    ended_at: dt.datetime | None = None
    end_reason: str = ""
    key: str = ""
    step_id: str = ""


@record
class Start:
    """Begin this enrolment (the ledger's unique key makes a second one of the same sequence and contact a no-op)."""

    enrolment: Enrolment


@record
class Stop:
    """End this enrolment and withhold its messages that are not yet sending, for `reason`."""

    enrolment_id: str
    reason: str
    goal_reached: bool


@record
class NotEnrolled:
    """A sequence that was looked at and not begun, with the reason; logged, never silent."""

    sequence_id: str
    reason: str


@record
class Consequences:
    """What an event means for a contact's sequences."""

    starts: tuple[Start, ...] = ()
    stops: tuple[Stop, ...] = ()
    not_enrolled: tuple[NotEnrolled, ...] = ()


@record
class QueueMessage:
    """The step is a mail whose time has come: queue it for `due_at`, useless after `not_after_at`."""

    step_id: str
    due_at: dt.datetime
    not_after_at: dt.datetime


@record
class Sleep:
    """Look at this enrolment again at `until_at`."""

    until_at: dt.datetime


@record
class TellStaff:
    """Put `words` on the desk for `staff`."""

    step_id: str
    staff: str
    words: str


@record
class SkipStep:
    """Leave this step out, for `reason`, and go on to the next; logged, never silent."""

    step_id: str
    reason: str


@record
class Finish:
    """The way is over, for `reason` ("done" when every step was taken)."""

    reason: str


Decision = QueueMessage | Sleep | TellStaff | SkipStep | Finish


class Decided(enum.StrEnum):
    """What may be decided about a way or one of its steps; every mail sent and not sent has one, with its reason (S23)."""

    NOT_BEGUN = "not_begun"
    QUEUED = "queued"
    SKIPPED = "skipped"
    TOLD = "told"
    STOPPED = "stopped"
    FINISHED = "finished"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    UNKNOWN = "unknown"
    WITHHELD = "withheld"
    DEFERRED = "deferred"
    TRIED_AGAIN_LATER = "tried_again_later"
    RESTORED = "restored"


@record
class StepLogEntry:
    """One decision on one step, with its reason: why a mail was sent or not sent. Append-only; `step_id` empty means all.

    `decision` is a word of Decided.
    """

    id: str
    contact_id: str
    sequence_id: str
    enrolment_id: str
    step_id: str
    decision: str
    reason: str
    decided_at: dt.datetime


@record
class StaffTask:
    """Something a sequence asks staff to do for a contact; open until somebody marks it done."""

    id: str
    contact_id: str
    enrolment_id: str
    step_id: str
    staff: str
    words: str
    told_at: dt.datetime
    done_at: dt.datetime | None = None
