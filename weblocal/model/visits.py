"""Visits, scans, redemptions and the events of the ledger."""

import datetime as dt
import enum

from weblocal.model.records import record
from weblocal.model.services import Money


class VisitState(enum.StrEnum):
    """confirmed: staff tap, redemption, till row. self-reported: a scan or a form; it stops mails but grants nothing."""

    CONFIRMED = "confirmed"
    SELF_REPORTED = "self_reported"


class VisitSource(enum.StrEnum):
    """What recorded the visit."""

    STAFF = "staff"
    CHECK_IN = "check_in"
    REDEMPTION = "redemption"
    IMPORT = "import"
    COMMAND = "command"


@record
class Visit:
    """One time a person came, or the business came to them. `key` is made for the tap or row: the same key is one visit."""

    id: str
    contact_id: str
    state: VisitState
    source: VisitSource
    occurred_at: dt.datetime
    received_at: dt.datetime
    key: str
    matched_by: str
    what: str = ""
    worth: Money | None = None
    placement: str = ""
    taken_back: bool = False


@record
class Scan:
    """A placement's link was opened; no personal data."""

    placement: str
    occurred_at: dt.datetime


@record
class Coupon:
    """A code that entitles its holder; `contact_id` empty means bearer."""

    code: str
    offer_id: str
    contact_id: str
    issued_at: dt.datetime
    until_on: dt.date


@record
class Redemption:
    """One use of a coupon."""

    id: str
    code: str
    offer_id: str
    contact_id: str
    redeemed_at: dt.datetime
    device: str


class EventKind(enum.StrEnum):
    """Everything the ledger's book may hold of what happened."""

    LEAD = "lead"
    LEAD_HELD = "lead_held"
    LEAD_RELEASED = "lead_released"
    LEAD_REFUSED = "lead_refused"
    ANSWERED = "answered"
    CONSENT_GIVEN = "consent_given"
    CONSENT_WITHDRAWN = "consent_withdrawn"
    SCAN = "scan"
    CHECK_IN = "check_in"
    VISIT = "visit"
    VISIT_TAKEN_BACK = "visit_taken_back"
    COUPON_ISSUED = "coupon_issued"
    REDEEMED = "redeemed"
    ENROLLED = "enrolled"
    STEP_DONE = "step_done"
    SEQUENCE_ENDED = "sequence_ended"
    MESSAGE_ACCEPTED = "message_accepted"
    MESSAGE_REFUSED = "message_refused"
    MESSAGE_UNKNOWN = "message_unknown"
    MESSAGE_WITHHELD = "message_withheld"
    NOTE = "note"
    STAFF_TOLD = "staff_told"
    STAFF_DONE = "staff_done"


@record
class Event:
    """One thing that happened. `subject` is the id it is about (lead, visit, message …); `why` says how we know or why.

    `values` are words worth showing, by name; none of them is a mail address or a telephone number.
    """

    id: str
    kind: EventKind
    contact_id: str
    occurred_at: dt.datetime
    received_at: dt.datetime
    subject: str = ""
    why: str = ""
    values: tuple[tuple[str, str], ...] = ()
