"""Persons: contacts with what identifies them, and what they agreed to or refused."""

import datetime as dt
import enum

from weblocal.model.records import record


@record
class Contact:
    """The person behind leads and visits; `phone_e164` and `email` are normal forms, empty when unknown."""

    id: str
    name: str
    phone_e164: str
    email: str
    created_at: dt.datetime
    zone: str = ""
    is_walk_in: bool = False


class IdentityKind(enum.StrEnum):
    """What may identify a person."""

    PHONE = "phone"
    EMAIL = "email"


@record
class Identity:
    """One normal form of a phone or mail address that a contact has used; two contacts may share one (a family's phone)."""

    contact_id: str
    kind: IdentityKind
    value: str
    added_at: dt.datetime


class MatchKind(enum.StrEnum):
    """How sure we are that two records are one person."""

    SAME = "same"
    ASK = "ask"
    NEW = "new"


@record
class Match:
    """The answer to "who is this?": a contact, or a question for staff, with the rule that fired in words."""

    kind: MatchKind
    contact_id: str
    rule: str


class ConsentState(enum.StrEnum):
    """What one record says; the newest record of a stream counts."""

    GIVEN = "given"
    WITHDRAWN = "withdrawn"


@record
class Consent:
    """One append-only record of agreement or its withdrawal: stream, exact words, where and when."""

    id: str
    contact_id: str
    stream: str
    state: ConsentState
    words: str
    version: str
    page: str
    placement: str
    recorded_at: dt.datetime


class SuppressionReason(enum.StrEnum):
    """Why an address is never mailed."""

    UNSUBSCRIBED = "unsubscribed"
    BOUNCED = "bounced"
    COMPLAINED = "complained"
    ERASED = "erased"


@record
class Suppression:
    """An address never mailed, kept as a keyed digest so that it outlives the contact; `stream` empty means every stream."""

    address_digest: str
    stream: str
    reason: SuppressionReason
    recorded_at: dt.datetime
