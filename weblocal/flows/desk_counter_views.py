"""What the counter's screens show, as frozen values: who is here, what a tap did, coupons, and the desk's lists."""

import enum

from weblocal.model.records import record


@record
class LikelyPerson:
    """Somebody who may be standing at the counter, with the reason for thinking so."""

    contact_id: str
    name: str
    why: str


@record
class VisitScreen:
    """Who is here? `at` holds an earlier time for the next tap, as the field wants it; `earliest` is when it could have begun."""

    query: str
    people: tuple[LikelyPerson, ...]
    has_walk_in_first: bool
    at: str
    at_words: str
    latest: str


@record
class LoggedScreen:
    """A visit was logged: what followed from it, what it may have been, and the way back."""

    visit_id: str
    contact_id: str
    name: str
    time: str
    sentences: tuple[str, ...]
    choices: tuple[str, ...]
    what: str
    is_repeat: bool
    is_taken_back: bool


@record
class MatchScreen:
    """Two records that may be one person: what was typed, what is in the book, the rule that fired; and the tap that waits."""

    typed_name: str
    typed_reach: str
    known_id: str
    known_name: str
    known_detail: str
    rule: str
    key: str
    at_iso: str


class AnswerKind(enum.StrEnum):
    """The answers a coupon can get; each has its own field, sign and word."""

    VALID = "valid"
    REDEEMED = "redeemed"
    USED = "used"
    EXPIRED = "expired"
    UNKNOWN = "unknown"
    UNSURE = "unsure"


@record
class CouponAnswer:
    """The answer to a code: a word, a headline, facts in pairs and sentences; `code` for what may be done next."""

    kind: AnswerKind
    heading: str
    headline: str
    code: str
    facts: tuple[tuple[str, str], ...] = ()
    sentences: tuple[str, ...] = ()
    may_accept: str = ""


@record
class RedeemScreen:
    """The code box, and what was redeemed today as time, what and by whom."""

    redeemed: tuple[tuple[str, str, str], ...]


@record
class HeldForm:
    """A form that looks like junk, with the reason in words."""

    submission_id: str
    title: str
    when: str
    answers: tuple[tuple[str, str], ...]
    because: str


@record
class HeldScreen:
    """Every form held back, newest first, and how long each is kept."""

    title: str
    kept_days: int
    forms: tuple[HeldForm, ...]


@record
class PhoneLine:
    """One paired device: "ok" in step, "bad" silent for long, "out" locked out."""

    device_id: str
    name: str
    seen: str
    state: str
    state_words: str
    is_this_one: bool


@record
class PhonesScreen:
    """Paired devices, newest sign of life first."""

    phones: tuple[PhoneLine, ...]


@record
class MoreScreen:
    """The rest of the desk: title, address, and a sentence about what is there now."""

    entries: tuple[tuple[str, str, str], ...]


@record
class PeopleScreen:
    """People found by part of a name or the end of a number; without a query the ones last heard of."""

    query: str
    people: tuple[LikelyPerson, ...]
