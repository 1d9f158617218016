"""What a tap on the desk writes down: a visit by somebody known, new or unknown, and what the visit was."""

import datetime as dt
from typing import TYPE_CHECKING

from weblocal import clock
from weblocal.errors import NotFound
from weblocal.flows import acquaintance, arrivals, visit
from weblocal.flows import desk_words as words
from weblocal.flows.desk_counter_views import MatchScreen
from weblocal.flows.workspace import Workspace
from weblocal.model.devices import Device
from weblocal.model.people import Contact, MatchKind
from weblocal.model.records import record
from weblocal.model.visits import VisitSource
from weblocal.people import mail_addresses, matching, phones
from weblocal.visits.recognising import Sign

if TYPE_CHECKING:
    from weblocal.store.writing import Writing

KEY_LENGTH = 80
WHAT_LENGTH = 80


@record
class Newcomer:
    """Somebody typed in at the counter. `same` answers the question whether they are in the book: an id, "no" or "later"."""

    name: str
    reach: str
    same: str = ""


@record
class Logged:
    """The visit in the book; `is_repeat` when a tap just before it was most likely the same visit."""

    visit_id: str
    is_repeat: bool


@record
class Unreadable:
    """Neither a number nor a mail address was typed; nothing was written down."""


@record
class Tap:
    """One press: the key made for it (the same key twice is one visit), when it happened, and on which device."""

    key: str
    occurred_at: dt.datetime
    device: Device


def log_known(workspace: Workspace, contact_id: str, tap: Tap, *, is_another: bool, now: dt.datetime) -> Logged:
    """A visit by somebody in the book, or (no `contact_id`) a walk-in, which counts and keeps nothing else."""
    told = visit.log_visit(
        workspace,
        visit.Tap(contact_id=contact_id, key=_key(tap), occurred_at=min(tap.occurred_at, now), is_another=is_another),
        now=now,
    )
    return Logged(visit_id=told.visit_id, is_repeat=told.already_at is not None)


def log_new(workspace: Workspace, newcomer: Newcomer, tap: Tap, *, now: dt.datetime) -> Logged | MatchScreen | Unreadable:
    """A visit by somebody typed in. Known under another name is a question, never a merge; until it is answered nothing is kept."""
    country = workspace.business.address.country
    phone, email = phones.normalise(newcomer.reach, country), mail_addresses.normalise(newcomer.reach) or ""
    if phone is None and not email:
        return Unreadable()
    phone_e164 = phone.e164 if phone else ""

    def job(writing: "Writing") -> Logged | MatchScreen:
        before = writing.visit_of_key(_key(tap))
        if before is not None:
            return Logged(visit_id=before.id, is_repeat=False)
        candidates = writing.contacts_matching(phone_e164=phone_e164, email=email)
        match = matching.match(name=newcomer.name, phone_e164=phone_e164, email=email, candidates=candidates)
        if match.kind is MatchKind.ASK and not newcomer.same:
            return _question(newcomer, writing.contact(match.contact_id), match.rule, tap=tap, workspace=workspace)
        contact_id = _whose(writing, newcomer, phone_e164=phone_e164, email=email, now=now)
        return _arrive(writing, contact_id, tap, workspace, now=now)

    return workspace.ledger.write(job)


def say_what(workspace: Workspace, visit_id: str, what: str, *, now: dt.datetime) -> None:  # noqa: ARG001 - every flow takes now
    """What the visit was, said afterwards by one more tap; the last word counts. Raises NotFound."""
    if not workspace.ledger.write(lambda writing: writing.describe_visit(visit_id, " ".join(what.split())[:WHAT_LENGTH])):
        raise NotFound("That visit is not in the book.")


def _arrive(writing: "Writing", contact_id: str, tap: Tap, workspace: Workspace, *, now: dt.datetime) -> Logged:
    sign = Sign(
        source=VisitSource.STAFF,
        contact_id=contact_id,
        rule=f"added on {tap.device.name}",
        occurred_at=min(tap.occurred_at, now),
        key=_key(tap),
    )
    arrival = arrivals.arrive(writing, sign, visit_id=clock.new_id(), workspace=workspace, now=now)
    return Logged(visit_id=arrival.visit.id, is_repeat=False)


def _whose(writing: "Writing", newcomer: Newcomer, *, phone_e164: str, email: str, now: dt.datetime) -> str:
    """The contact of a newcomer, by the answer to the question: the one in the book, or one of their own."""
    known = writing.contact(newcomer.same) if newcomer.same not in {"", "no", "later"} else None
    if known is not None:
        return known.id
    if newcomer.same == "no":
        contact = Contact(id=clock.new_id(), name=newcomer.name, phone_e164=phone_e164, email=email, created_at=now)
        writing.add_contact(contact)
        return contact.id
    return acquaintance.meet(writing, name=newcomer.name, phone_e164=phone_e164, email=email, now=now).contact.id


def _question(newcomer: Newcomer, known: Contact | None, rule: str, *, tap: Tap, workspace: Workspace) -> MatchScreen:
    country = workspace.business.address.country
    detail = (
        " · ".join(part for part in (words.phone_in_words(known.phone_e164, country), known.email) if part) if known else ""
    )
    return MatchScreen(
        typed_name=newcomer.name,
        typed_reach=newcomer.reach,
        known_id=known.id if known else "",
        known_name=(known.name if known else "") or words.NOBODY,
        known_detail=detail,
        rule=f"{rule[:1].upper()}{rule[1:]}.",
        key=tap.key,
        at_iso=tap.occurred_at.isoformat(),
    )


def _key(tap: Tap) -> str:
    return f"tap-{tap.key[:KEY_LENGTH]}"
