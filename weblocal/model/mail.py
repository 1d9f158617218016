"""Messages from the outbox to the receipt, and the mail as it leaves."""

import datetime as dt
import enum

from weblocal.model.records import record
from weblocal.model.sequences import Purpose


class MessageState(enum.StrEnum):
    """ready → sending → accepted · refused · unknown; ready → retry → ready; ready → withheld; unknown → accepted · closed."""

    READY = "ready"
    SENDING = "sending"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    UNKNOWN = "unknown"
    WITHHELD = "withheld"
    CLOSED = "closed"


@record
class Message:
    """One mail in the outbox. `token` is unique per (enrolment, step, occurrence) and travels with the mail.

    Sequence messages (`enrolment_id` set) are sent at most once. Alerts to the owner (`enrolment_id` empty) may be repeated.
    """

    id: str
    token: str
    contact_id: str
    enrolment_id: str
    sequence_id: str
    step_id: str
    stream: str
    purpose: Purpose
    to_address: str
    state: MessageState
    due_at: dt.datetime
    not_after_at: dt.datetime
    queued_at: dt.datetime
    attempt: int = 0
    epoch: int = 0
    settled_at: dt.datetime | None = None
    reason: str = ""
    provider_id: str = ""


@record
class Mail:
    """A mail ready for a transport: both bodies, and links for one-click unsubscribe (empty for transactional mail).

    `token` names the message for us and for providers; `message_id` is derived from it, so that a repeat is one mail to readers.
    """

    token: str
    message_id: str
    from_name: str
    from_address: str
    to_address: str
    to_name: str
    reply_to: str
    subject: str
    html: str
    text: str
    date: dt.datetime
    unsubscribe_url: str = ""
    unsubscribe_mailto: str = ""
    is_automatic: bool = True


class Outcome(enum.StrEnum):
    """A transport's answer: accepted; refused for good; try again (certainly not sent); or nobody can know."""

    ACCEPTED = "accepted"
    REFUSED = "refused"
    TRY_AGAIN = "try_again"
    UNKNOWN = "unknown"


@record
class Receipt:
    """What came of handing one mail over; `reason` holds no address and no key; `retry_after` only with try_again."""

    outcome: Outcome
    reason: str = ""
    provider_id: str = ""
    retry_after: dt.timedelta | None = None


@record
class Allowed:
    """The message may go now."""


@record
class Withheld:
    """The message must never go, for this reason."""

    reason: str


@record
class Deferred:
    """The message must wait until `until_at`, for this reason."""

    until_at: dt.datetime
    reason: str


Permission = Allowed | Withheld | Deferred
