"""The desk's lists: people, forms held back, paired phones, and what else there is."""

import datetime as dt
from typing import TYPE_CHECKING

from weblocal.flows import desk_words as words
from weblocal.flows.desk_counter_views import (
    HeldForm,
    HeldScreen,
    LikelyPerson,
    MoreScreen,
    PeopleScreen,
    PhoneLine,
    PhonesScreen,
)
from weblocal.flows.workspace import Workspace
from weblocal.model.business import Business
from weblocal.model.devices import Device
from weblocal.model.leads import Submission
from weblocal.model.people import Contact

if TYPE_CHECKING:
    from weblocal.store.reading import Reading

SILENT_AFTER = dt.timedelta(days=7)
PEOPLE_SHOWN = 50
NEW_FOR = dt.timedelta(days=90)

_FIELD_WORDS = {
    "name": "Name",
    "phone": "Phone",
    "email": "Mail",
    "service": "Wants",
    "postcode": "Postcode",
    "place": "Place",
    "day": "Day",
    "people": "People",
    "message": "Wrote",
}


def people(workspace: Workspace, *, query: str, now: dt.datetime) -> PeopleScreen:
    """People by part of a name or the end of a number; without a query, the ones last heard of."""
    zone = workspace.business.zone

    def job(reading: "Reading") -> tuple[LikelyPerson, ...]:
        return tuple(
            LikelyPerson(
                contact_id=contact.id,
                name=contact.name or words.NOBODY,
                why=f"In the book since {words.on_day(contact.created_at, zone=zone, now=now)}",
            )
            for contact in (reading.contacts_like(query, PEOPLE_SHOWN) if query else newest(reading, now=now))
            if not contact.is_walk_in
        )

    return PeopleScreen(query=query, people=workspace.ledger.read(job))


def newest(reading: "Reading", *, now: dt.datetime) -> tuple[Contact, ...]:
    """The people who came into the book last, newest first."""
    named = [one for one in reversed(reading.contacts_since(now - NEW_FOR)) if not one.is_walk_in]
    return tuple(named[:PEOPLE_SHOWN])


def held(workspace: Workspace, *, now: dt.datetime) -> HeldScreen:
    """Every form that looks like junk, newest first, with the reason a person can follow."""
    forms = tuple(reversed(workspace.ledger.read(lambda reading: reading.held_submissions())))
    count = len(forms)
    title = (
        "Nothing is held back."
        if not count
        else f"{words.counted(count, 'form')} {'looks' if count == 1 else 'look'} like junk."
    )
    return HeldScreen(
        title=title,
        kept_days=workspace.business.desk.keep_quarantine_days,
        forms=tuple(held_form(submission, workspace.business, now=now) for submission in forms),
    )


def held_form(submission: Submission, business: Business, *, now: dt.datetime) -> HeldForm:
    """One held form; its name or number stands on top, the rest of the answers under it."""
    answers = dict(submission.answers)
    title = ", ".join(part for part in (answers.get("name", ""), answers.get("phone", "") or answers.get("email", "")) if part)
    titles = [form.title for form in business.forms if form.id == submission.form_id]
    when = words.day_and_time(submission.received_at, zone=business.zone, now=now)
    return HeldForm(
        submission_id=submission.id,
        title=title[:120] or "No name, no number",
        when=f"{when[0].upper()}{when[1:]}, {titles[0] if titles else 'a form'}",
        answers=tuple(
            (_FIELD_WORDS[name], text[:600])
            for name, text in submission.answers
            if text.strip() and name in _FIELD_WORDS and name not in {"name", "phone"}
        ),
        because=submission.held_because or "it did not look like a person's.",
    )


def phones_screen(workspace: Workspace, *, device: Device, now: dt.datetime) -> PhonesScreen:
    """Every paired device with its last sign of life, newest first, locked-out ones last."""
    devices = workspace.ledger.read(lambda reading: reading.devices())
    ordered = sorted(devices, key=lambda one: (one.locked_out_at is not None, -one.last_seen_at.timestamp()))
    return PhonesScreen(phones=tuple(_phone_line(one, device, workspace.business.zone, now=now) for one in ordered))


def more(workspace: Workspace, *, now: dt.datetime) -> MoreScreen:  # noqa: ARG001 - every flow takes now
    """What does not fit under the thumb, each with a sentence about now."""

    def job(reading: "Reading") -> tuple[int, int]:
        return len(reading.held_submissions()), sum(one.locked_out_at is None for one in reading.devices())

    held_count, paired = workspace.ledger.read(job)
    return MoreScreen(
        entries=(
            ("People", "/desk/people", "Find anybody, read their story"),
            (
                "Held back",
                "/desk/held",
                f"{words.counted(held_count, 'form')} to look at" if held_count else "Nothing is held back",
            ),
            ("Phones", "/desk/phones", f"{paired} paired"),
        )
    )


def _phone_line(one: Device, this: Device, zone: str, *, now: dt.datetime) -> PhoneLine:
    silent = now - one.last_seen_at
    if one.locked_out_at is not None:
        state, said = "out", f"Locked out {words.on_day(one.locked_out_at, zone=zone, now=now)}"
    elif silent > SILENT_AFTER:
        state, said = "bad", f"Silent for {words.in_words(silent.days)} days"
    else:
        state, said = "ok", "In step"
    return PhoneLine(
        device_id=one.id,
        name=one.name,
        seen=f"Paired {words.on_day(one.paired_at, zone=zone, now=now)}. Last seen {words.ago(one.last_seen_at, zone=zone, now=now)}",
        state=state,
        state_words=said,
        is_this_one=one.id == this.id,
    )
