"""Who is this, and what do we know of them: the book's answer for every flow that meets a person."""

import dataclasses
import datetime as dt
from typing import TYPE_CHECKING

from weblocal import clock
from weblocal.flows.workspace import Workspace
from weblocal.model.people import Contact, Match, MatchKind
from weblocal.model.records import record
from weblocal.model.visits import Event, EventKind
from weblocal.nurture.standing import Standing
from weblocal.people import mail_addresses, matching

if TYPE_CHECKING:
    from weblocal.store.reading import Reading
    from weblocal.store.writing import Writing


@record
class Met:
    """The contact an event belongs to, and how we know; `is_new` when the book had nobody."""

    contact: Contact
    match: Match
    is_new: bool


def meet(writing: "Writing", *, name: str, phone_e164: str, email: str, now: dt.datetime) -> Met:
    """Find the contact, or add one. In doubt a contact of their own, and a question for staff: never a silent merge."""
    match = look_up(writing, name=name, phone_e164=phone_e164, email=email)
    known = writing.contact(match.contact_id) if match.kind is MatchKind.SAME else None
    if known is not None:
        learned = _learned(known, name=name, phone_e164=phone_e164, email=email)
        if learned != known:
            writing.update_contact(learned)
        return Met(contact=learned, match=match, is_new=False)
    contact = Contact(id=clock.new_id(), name=name, phone_e164=phone_e164, email=email, created_at=now)
    writing.add_contact(contact)
    if match.kind is MatchKind.ASK:
        _ask_staff(writing, contact, match, now=now)
    return Met(contact=contact, match=match, is_new=True)


def look_up(reading: "Reading", *, name: str, phone_e164: str, email: str) -> Match:
    """Who this is by the book, without touching it."""
    candidates = reading.contacts_matching(phone_e164=phone_e164, email=email)
    return matching.match(name=name, phone_e164=phone_e164, email=email, candidates=candidates)


def standing_of(reading: "Reading", contact_id: str, workspace: Workspace, *, now: dt.datetime) -> Standing:
    """What decides whether this contact may be mailed, as the ledger holds it at this moment."""
    contact = reading.contact(contact_id) if contact_id else None
    if contact is None:
        return Standing(contact=None)
    digest = mail_addresses.digest(contact.email, workspace.address_key) if contact.email else ""
    longest = max((cap.period for cap in workspace.business.mail.caps), default=dt.timedelta())
    return Standing(
        contact=contact,
        consents=reading.consents_of(contact_id),
        suppressions=reading.suppressions_of(digest) if digest else (),
        enrolments=reading.enrolments_of(contact_id),
        sent_at=reading.sent_at_since(contact_id, now - longest),
    )


def _learned(known: Contact, *, name: str, phone_e164: str, email: str) -> Contact:
    """What an event adds to somebody known: it fills gaps, and replaces nothing that is there."""
    longer_name = name if len(name.split()) > len(known.name.split()) else known.name
    return dataclasses.replace(known, name=longer_name, phone_e164=known.phone_e164 or phone_e164, email=known.email or email)


def _ask_staff(writing: "Writing", contact: Contact, match: Match, *, now: dt.datetime) -> None:
    writing.record_event(
        Event(
            id=clock.new_id(),
            kind=EventKind.NOTE,
            contact_id=contact.id,
            occurred_at=now,
            received_at=now,
            subject=match.contact_id,
            why=f"Perhaps the same person as somebody in the book: {match.rule}.",
        )
    )
