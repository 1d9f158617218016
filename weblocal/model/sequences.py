"""Sequences as the owner writes them: ordered messages over time, with their trigger, goals and steps."""

import datetime as dt
import enum

from weblocal.model.records import record
from weblocal.model.words import Text


class Trigger(enum.StrEnum):
    """What starts a sequence."""

    LEAD = "lead"
    VISIT = "visit"
    REDEMPTION = "redemption"


class Purpose(enum.StrEnum):
    """Why a message is sent; marketing needs consent."""

    MARKETING = "marketing"
    TRANSACTIONAL = "transactional"
    RELATIONSHIP = "relationship"


class EndEvent(enum.StrEnum):
    """What may end a sequence early, as a goal (it has done its work) or an exit (it should not go on)."""

    VISIT = "visit"
    REDEMPTION = "redemption"
    LEAD = "lead"
    REPLY = "reply"
    ANSWERED = "answered"


class WaitUnit(enum.StrEnum):
    """Minutes and hours are elapsed time; days, weeks and months are calendar time in the reader's zone (S1)."""

    MINUTES = "minutes"
    HOURS = "hours"
    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"


@record
class Wait:
    """A span in the owner's unit."""

    amount: int
    unit: WaitUnit


@record
class SendStep:
    """Send the mail `text`; `in_window` False means at once, whatever the hour."""

    id: str
    text: Text
    in_window: bool = True
    offer: str = ""
    article: str = ""


@record
class WaitStep:
    """Let time pass, counted from the moment the step before was really done (S3)."""

    id: str
    wait: Wait


@record
class TellStep:
    """Tell staff to do something; `words` is what the desk shows them."""

    id: str
    staff: str
    words: str


@record
class ExitStep:
    """Stop here, with a reason that reports and timelines show."""

    id: str
    reason: str


Step = SendStep | WaitStep | TellStep | ExitStep


@record
class Sequence:
    """Ordered steps over time for one contact.

    `forms` limits a lead trigger to these forms (none = every form). An event older than `max_age` never enrols.
    `reentry_after` is how long after an enrolment began another may begin; None means never again.
    `version` is a digest of the steps and their texts: an enrolment keeps the version it began with.
    """

    id: str
    name: str
    trigger: Trigger
    purpose: Purpose
    stream: str
    steps: tuple[Step, ...]
    version: str
    forms: tuple[str, ...] = ()
    confirmed_only: bool = False
    max_age: dt.timedelta | None = None
    goals: tuple[EndEvent, ...] = ()
    exits: tuple[EndEvent, ...] = ()
    reentry_after: Wait | None = None


@record
class Stream:
    """Something a person may choose to receive, with the words that describe it."""

    id: str
    words: str


class WhenCapped(enum.StrEnum):
    """What happens to a message that a frequency cap holds back."""

    DEFER = "defer"
    SKIP = "skip"


@record
class FrequencyCap:
    """At most `messages` to one contact in any `period`."""

    messages: int
    period: dt.timedelta
