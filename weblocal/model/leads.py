"""Submissions and leads: one raw form post, and the enquiry it became."""

import datetime as dt
import enum

from weblocal.model.records import record


class SubmissionState(enum.StrEnum):
    """accepted, or held back in quarantine until somebody releases or refuses it."""

    ACCEPTED = "accepted"
    QUARANTINED = "quarantined"
    RELEASED = "released"
    REFUSED = "refused"


@record
class Post:
    """A form post as it came in from outside: field and text in the order sent, nothing of it trusted yet."""

    form_id: str
    pairs: tuple[tuple[str, str], ...]
    received_at: dt.datetime


@record
class Submission:
    """One raw form post: `answers` holds field and text in the order asked; `key` makes a doubled post one submission.

    `ticked` is what was agreed to, each as stream@version.
    """

    id: str
    form_id: str
    answers: tuple[tuple[str, str], ...]
    ticked: tuple[str, ...]
    page: str
    placement: str
    key: str
    received_at: dt.datetime
    state: SubmissionState
    held_because: str = ""


class LeadOutcome(enum.StrEnum):
    """What came of an enquiry, said by one tap; any of them stops the answer clock."""

    BOOKED = "booked"
    THINKING = "thinking"
    NO_ANSWER = "no_answer"
    NOT_FOR_US = "not_for_us"
    VISITED = "visited"


@record
class Lead:
    """One enquiry: what was asked, from which page or placement, by whom, and what came of it."""

    id: str
    submission_id: str
    contact_id: str
    form_id: str
    asked_for: str
    words: str
    place: str
    page: str
    placement: str
    received_at: dt.datetime
    answer_by: dt.datetime | None
    outcome: LeadOutcome | None = None
    answered_at: dt.datetime | None = None
