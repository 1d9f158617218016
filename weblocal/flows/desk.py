"""The desk's first screen, Today: the answer clock, visits, who to get back to; and what one tap on a lead or note does."""

import dataclasses
import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING

from weblocal import clock
from weblocal.errors import NotFound
from weblocal.flows import acquaintance, courses
from weblocal.flows import desk_words as words
from weblocal.flows.desk_views import (
    Reach,
    Reminder,
    TodayScreen,
    VisitLine,
    WaitingLead,
)
from weblocal.flows.workspace import Workspace
from weblocal.model.business import Business
from weblocal.model.devices import Device
from weblocal.model.leads import Lead, LeadOutcome
from weblocal.model.people import Contact
from weblocal.model.visits import Event, EventKind, Visit
from weblocal.nurture import consequences

if TYPE_CHECKING:
    from weblocal.store.reading import Reading
    from weblocal.store.writing import Writing

SHOWN_IN_LINE = 7
A_YEAR = dt.timedelta(days=365)
_NOTHING_MORE: Mapping[str, str] = {}
TRY_AGAIN_FOR = dt.timedelta(days=3)

_NO_LEADS = "Nobody has written yet. Leads come from the form on your website and from the codes on what you print."
_NO_HOURS = "The profile holds no opening hours, so the clock runs day and night. Write them under hours in business.yaml."


def today(workspace: Workspace, *, now: dt.datetime) -> TodayScreen:
    """The first screen: whoever has waited longest, who is next, today's visits, and what else wants a look."""
    return workspace.ledger.read(lambda reading: today_screen(reading, workspace.business, now=now))


def today_screen(reading: "Reading", business: Business, *, now: dt.datetime) -> TodayScreen:
    """Today, from the ledger's answers. Late comes first, then least time left; without a promise, longest waiting first."""
    midnight = start_of_day(now, business.zone)
    waiting = [
        waiting_lead(lead, reading.contact(lead.contact_id), business, asked=_answers_of(reading, lead), now=now)
        for lead in sorted(reading.leads_waiting(), key=_urgency)
    ]
    visits = tuple(visit for visit in reading.visits_since(midnight) if not visit.taken_back)
    mails = reading.messages_due(now, midnight + dt.timedelta(days=1))
    held = len(reading.held_submissions())
    return TodayScreen(
        day=words.short_day(now, business.zone),
        day_iso=words.local(now, business.zone).date().isoformat(),
        waiting=_how_many_wait(len(waiting)),
        first=waiting[0] if waiting else None,
        next_in_line=tuple(waiting[1 : SHOWN_IN_LINE + 1]),
        behind=tuple(waiting[SHOWN_IN_LINE + 1 :]),
        try_again=_reminders(reading, business, now=now),
        visits_title=_visits_title(len(visits), business),
        visits=tuple(visit_line(visit, reading.contact(visit.contact_id), business) for visit in reversed(visits)),
        held=f"{words.counted(held, 'form')} held back" if held else "",
        mails=f"{words.counted(len(mails), 'mail')} {'goes' if len(mails) == 1 else 'go'} out today" if mails else "",
        mails_when=_from_to(tuple(mail.due_at for mail in mails), business.zone),
        answers=_answers_of_the_day(reading, midnight, business),
        notices=() if business.hours.is_known else (_NO_HOURS,),
    )


def start_of_day(now: dt.datetime, zone: str) -> dt.datetime:
    """The midnight behind us on the wall of the business, as an instant."""
    return words.local(now, zone).replace(hour=0, minute=0, second=0, microsecond=0).astimezone(dt.UTC)


def waiting_lead(
    lead: Lead, contact: Contact | None, business: Business, *, asked: Mapping[str, str] = _NOTHING_MORE, now: dt.datetime
) -> WaitingLead:
    """One lead in the words a colleague would use, with the day and the company it was `asked` for; what is missing leaves no hole."""
    name = (contact.name if contact else "") or words.NOBODY
    reach = reach_of(contact, business) if contact else Reach()
    by_mail_only = bool(reach.mail_link) and not reach.phone_link
    return WaitingLead(
        lead_id=lead.id,
        contact_id=lead.contact_id,
        name=name,
        headline=words.headline_of(
            lead, people=asked.get("people", ""), has_words=bool(lead.words), has_phone=bool(reach.phone_link)
        ),
        who=", ".join(
            part for part in (name, asked.get("day", ""), lead.place, "by mail only" if by_mail_only else "") if part
        ),
        words=lead.words,
        source=words.source_of(lead, business=business, now=now),
        since=f"Waiting since {words.day_and_time(lead.received_at, zone=business.zone, now=now)}",
        reach=reach,
        clock=words.answer_clock(lead, business=business, may_ring=bool(reach.phone_link), now=now),
    )


def visit_line(visit: Visit, contact: Contact | None, business: Business) -> VisitLine:
    """One visit of the day, with the money only where it is known."""
    how = {"staff": "", "check_in": "Checked in themselves", "redemption": "Redeemed a coupon", "import": "From the till"}
    detail = visit.what or how.get(visit.source, "")
    return VisitLine(
        visit_id=visit.id,
        contact_id=visit.contact_id if contact and not contact.is_walk_in else "",
        time=words.clock_time(visit.occurred_at, business.zone),
        name=(contact.name if contact and not contact.is_walk_in else "") or "A walk-in",
        detail=detail,
        worth=words.money(visit.worth),
    )


def reach_of(contact: Contact, business: Business) -> Reach:
    """The ways to reach a contact, the number written as people in this country write it."""
    return words.reach_of(contact, phone=words.phone_in_words(contact.phone_e164, business.address.country))


def record_outcome(workspace: Workspace, *, lead_id: str, outcome: LeadOutcome, device: Device, now: dt.datetime) -> None:
    """What came of a lead, by one tap; it stops the clock, and goes into the story. Raises NotFound."""
    event_id = clock.new_id()

    def job(writing: "Writing") -> None:
        lead = writing.lead(lead_id)
        if lead is None:
            raise NotFound("That lead is not in the book.")
        if lead.outcome == outcome:  # the second press of a wet thumb
            return
        writing.record_outcome(lead_id, outcome, now)
        standing = acquaintance.standing_of(writing, lead.contact_id, workspace, now=now)
        what = consequences.of_answer(now, business=workspace.business, standing=standing)
        courses.follow(writing, what, contact_id=lead.contact_id, business=workspace.business, now=now)
        writing.record_event(
            Event(
                id=event_id,
                kind=EventKind.ANSWERED,
                contact_id=lead.contact_id,
                occurred_at=now,
                received_at=now,
                subject=lead_id,
                why=f"on {device.name}",
                values=(("outcome", outcome.value),),
            )
        )

    workspace.ledger.write(job)


def contact_of_lead(workspace: Workspace, lead_id: str, *, now: dt.datetime) -> str:  # noqa: ARG001 - every flow takes now
    """Who wrote; raises NotFound."""
    lead = workspace.ledger.read(lambda reading: reading.lead(lead_id))
    if lead is None:
        raise NotFound("That lead is not in the book.")
    return lead.contact_id


def finish_task(workspace: Workspace, task_id: str, *, device: Device, now: dt.datetime) -> None:
    """Staff did what a sequence had asked for; pressed twice, it is done once. Raises NotFound."""
    event_id = clock.new_id()

    def job(writing: "Writing") -> None:
        task = writing.staff_task(task_id)
        if task is None:
            raise NotFound("That task is not in the book.")
        if writing.finish_staff_task(task_id, now):
            event = Event(
                id=event_id,
                kind=EventKind.STAFF_DONE,
                contact_id=task.contact_id,
                occurred_at=now,
                received_at=now,
                subject=task_id,
                why=f"on {device.name}",
                values=(("words", task.words),),
            )
            writing.record_event(event)

    workspace.ledger.write(job)


def add_note(workspace: Workspace, *, contact_id: str, note: str, key: str, device: Device, now: dt.datetime) -> None:
    """A note for the team in somebody's story; the tap's `key` makes a double press one note. Raises NotFound."""
    event_id = clock.new_id()
    text = note.strip()[:1000]

    def job(writing: "Writing") -> None:
        if writing.contact(contact_id) is None:
            raise NotFound("That person is not in the book.")
        event = Event(
            id=event_id,
            kind=EventKind.NOTE,
            contact_id=contact_id,
            occurred_at=now,
            received_at=now,
            why=f"on {device.name}",
            values=(("note", text),),
        )
        writing.record_event(event, dedupe_key=f"note:{key}")

    if text:
        workspace.ledger.write(job)


def _answers_of(reading: "Reading", lead: Lead) -> Mapping[str, str]:
    submission = reading.submission(lead.submission_id) if lead.submission_id else None
    return dict(submission.answers) if submission else _NOTHING_MORE


def _urgency(lead: Lead) -> tuple[bool, dt.datetime]:
    return (lead.answer_by is None, lead.answer_by or lead.received_at)


def _how_many_wait(count: int) -> str:
    return "Nobody is waiting." if count == 0 else f"{count} {'is' if count == 1 else 'are'} waiting"


def _visits_title(count: int, business: Business) -> str:
    word = business.trade.visit_word or "visit"
    return f"{words.counted(count, word)} today" if count else f"No {word} yet today"


def _from_to(times: tuple[dt.datetime, ...], zone: str) -> str:
    if not times:
        return ""
    first, last = words.clock_time(min(times), zone), words.clock_time(max(times), zone)
    return first if first == last else f"{first} to {last}"


def _answers_of_the_day(reading: "Reading", midnight: dt.datetime, business: Business) -> str:
    """The sentence under "Nobody is waiting": how quick today's answers were, counted in opening time."""
    leads = reading.leads_since(midnight)
    taken = [
        words.open_time_between(business.hours, lead.received_at, lead.answered_at).total_seconds()
        for lead in leads
        if lead.answered_at is not None
    ]
    if not leads:
        return "Nobody has written today." if reading.leads_since(midnight - A_YEAR) else _NO_LEADS
    if not taken:
        return "Everyone who wrote today has an answer."
    if len(taken) == 1:
        return f"The one who wrote today had an answer after {words.span(taken[0])}."
    return f"Everyone who wrote today has an answer. The quickest took {words.span(min(taken))}, the slowest {words.span(max(taken))}."


def _reminders(reading: "Reading", business: Business, *, now: dt.datetime) -> tuple[Reminder, ...]:
    """Who to get back to today: no answer in the last days, and what sequences asked staff to do."""
    found: dict[str, Reminder] = {}
    for task in reading.staff_tasks():
        contact = reading.contact(task.contact_id)
        if contact is not None:
            why = f"Since {words.on_day(task.told_at, zone=business.zone, now=now)}"
            found[task.id] = dataclasses.replace(_reminder(contact, business, task.words, why), task_id=task.id)
    asked = {one.contact_id for one in found.values()}
    for lead in reading.leads_since(now - TRY_AGAIN_FOR):
        contact = reading.contact(lead.contact_id)
        if lead.outcome is LeadOutcome.NO_ANSWER and contact is not None and lead.answered_at and contact.id not in asked:
            why = f"No answer {words.day_and_time(lead.answered_at, zone=business.zone, now=now)}"
            company = _answers_of(reading, lead).get("people", "")
            headline = words.headline_of(lead, people=company, has_words=bool(lead.words), has_phone=bool(contact.phone_e164))
            found.setdefault(contact.id, _reminder(contact, business, headline, why))
    return tuple(found.values())


def _reminder(contact: Contact, business: Business, headline: str, why: str) -> Reminder:
    return Reminder(
        contact_id=contact.id, name=contact.name or words.NOBODY, headline=headline, why=why, reach=reach_of(contact, business)
    )
