"""Logging a visit: who is most likely here now and why, what the tap changed, and whether two records are one person."""

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from weblocal.errors import NotFound
from weblocal.flows import desk, desk_telling
from weblocal.flows import desk_words as words
from weblocal.flows.desk_counter_views import LikelyPerson, LoggedScreen, VisitScreen
from weblocal.flows.workspace import Workspace
from weblocal.model.business import Business
from weblocal.model.leads import Lead, LeadOutcome
from weblocal.model.mail import MessageState
from weblocal.model.nurture import Enrolment, EnrolmentState
from weblocal.model.people import Contact
from weblocal.model.sequences import EndEvent
from weblocal.model.visits import Visit, VisitState
from weblocal.nurture import consequences

if TYPE_CHECKING:
    from weblocal.store.reading import Reading

LIKELY_SHOWN = 8
USUAL_WEEKS = 12
_COUNTER_TRADES = {"cafe", "bakery", "shop", "restaurant", "bar"}


def visit_screen(workspace: Workspace, *, query: str, at: str, now: dt.datetime) -> VisitScreen:
    """Who is here? With a query, who matches it; without, who is likely. `at` is an earlier wall time (2026-11-24T08:30)."""
    business = workspace.business
    earlier = earlier_time(at, zone=business.zone, now=now)

    def job(reading: "Reading") -> tuple[LikelyPerson, ...]:
        return found(reading, query, business, now=now) if query else likely_now(reading, business, now=earlier or now)

    return VisitScreen(
        query=query,
        people=workspace.ledger.read(job),
        has_walk_in_first=business.trade.id in _COUNTER_TRADES,
        at=at if earlier else "",
        at_words=words.day_and_time(earlier, zone=business.zone, now=now) if earlier else "",
        latest=words.local(now, business.zone).strftime("%Y-%m-%dT%H:%M"),
    )


def earlier_time(at: str, *, zone: str, now: dt.datetime) -> dt.datetime | None:
    """The instant of a wall time typed into the form; None when it is no time, lies ahead, or more than a year back."""
    try:
        wall = dt.datetime.fromisoformat(at)
    except ValueError:
        return None
    if wall.tzinfo is not None:
        return None
    instant = wall.replace(tzinfo=words.local(now, zone).tzinfo).astimezone(dt.UTC)
    return instant if now - dt.timedelta(days=366) < instant <= now else None


def found(reading: "Reading", query: str, business: Business, *, now: dt.datetime) -> tuple[LikelyPerson, ...]:
    """People whose name holds the query or whose number ends with it."""
    return tuple(
        LikelyPerson(contact_id=one.id, name=one.name or words.NOBODY, why=_last_heard(reading, one, business, now=now))
        for one in reading.contacts_like(query, 20)
        if not one.is_walk_in
    )


def likely_now(reading: "Reading", business: Business, *, now: dt.datetime) -> tuple[LikelyPerson, ...]:
    """The people most likely at the counter, each with the reason that put them here; the strongest reason wins."""
    reasons: dict[str, str] = {}
    leads = tuple(reversed(reading.leads_since(now - dt.timedelta(days=30))))
    visits = tuple(one for one in reversed(reading.visits_since(now - dt.timedelta(weeks=USUAL_WEEKS))) if not one.taken_back)
    for contact_id, why in reasons_now(leads, visits, business, now=now):
        reasons.setdefault(contact_id, why)
    people: list[LikelyPerson] = []
    for contact_id, why in reasons.items():
        contact = reading.contact(contact_id) if contact_id else None
        if contact is not None and not contact.is_walk_in:
            people.append(LikelyPerson(contact_id=contact.id, name=contact.name or words.NOBODY, why=why))
        if len(people) == LIKELY_SHOWN:
            break
    return tuple(people)


def reasons_now(
    leads: tuple[Lead, ...], visits: tuple[Visit, ...], business: Business, *, now: dt.datetime
) -> Iterator[tuple[str, str]]:
    """Contact and reason, strongest first: booked, asking now, usual here at this hour, seen today, lately here."""
    came = {one.contact_id: one.occurred_at for one in reversed(visits)}
    open_leads = tuple(one for one in leads if one.contact_id not in came or came[one.contact_id] < one.received_at)
    for lead in open_leads:
        if lead.outcome is LeadOutcome.BOOKED:
            yield lead.contact_id, ", ".join(part for part in ("Booked", lead.asked_for, lead.place) if part)
    for lead in open_leads:
        if lead.outcome not in {LeadOutcome.BOOKED, LeadOutcome.NOT_FOR_US}:  # a visit that was taken back leaves them asking
            yield lead.contact_id, _asked(lead, business, now=now)
    yield from usual_here(visits, business.zone, now=now)
    midnight = desk.start_of_day(now, business.zone)
    for visit in visits:
        here = f"Here at {words.clock_time(visit.occurred_at, business.zone)} today"
        last = f"Last here {words.on_day(visit.occurred_at, zone=business.zone, now=now)}"
        yield visit.contact_id, here if visit.occurred_at >= midnight else last


def usual_here(visits: tuple[Visit, ...], zone: str, *, now: dt.datetime) -> tuple[tuple[str, str], ...]:
    """Contacts who came at least twice on this weekday within an hour of this time, most often first."""
    here = words.local(now, zone)
    counts: dict[str, int] = {}
    for visit in visits:
        there = words.local(visit.occurred_at, zone)
        minutes = abs((there.hour * 60 + there.minute) - (here.hour * 60 + here.minute))
        if there.weekday() == here.weekday() and there.date() != here.date() and minutes <= 60:
            counts[visit.contact_id] = counts.get(visit.contact_id, 0) + 1
    ordered = sorted(((count, contact_id) for contact_id, count in counts.items() if count >= 2 and contact_id), reverse=True)
    return tuple((contact_id, f"Usually here on {here:%A}s at this time") for _, contact_id in ordered)


def logged(workspace: Workspace, visit_id: str, *, is_repeat: bool, now: dt.datetime) -> LoggedScreen:
    """What a visit changed, in sentences; raises NotFound."""
    return workspace.ledger.read(
        lambda reading: logged_screen(reading, visit_id, workspace.business, is_repeat=is_repeat, now=now)
    )


def logged_screen(reading: "Reading", visit_id: str, business: Business, *, is_repeat: bool, now: dt.datetime) -> LoggedScreen:
    """The sentence that makes staff trust the tap: which mails stop, which begin."""
    visit = reading.visit(visit_id)
    if visit is None:
        raise NotFound("That visit is not in the book.")
    contact = reading.contact(visit.contact_id) if visit.contact_id else None
    is_known = contact is not None and not contact.is_walk_in
    sentences = _consequences(reading, visit, business, now=now) if is_known else ("Counted without a name.",)
    if visit.taken_back:
        sentences = ("It counts nowhere any more. Mails and promises stand as they stood before.",)
    return LoggedScreen(
        visit_id=visit.id,
        contact_id=contact.id if contact and is_known else "",
        name=(contact.name or words.NOBODY) if contact and is_known else "A walk-in",
        time=words.day_and_time(visit.occurred_at, zone=business.zone, now=now),
        sentences=sentences,
        choices=tuple(service.name for service in business.services[:6]),
        what=visit.what,
        is_repeat=is_repeat,
        is_taken_back=visit.taken_back,
    )


def changed_by(workspace: Workspace, key: str, *, cause: str, now: dt.datetime) -> tuple[str, ...]:
    """What the visit of this key changed together with its `cause`, the redemption that proved it; in sentences."""

    def job(reading: "Reading") -> tuple[str, ...]:
        visit = reading.visit_of_key(key)
        if visit is None or not visit.contact_id:
            return ("It counts as a visit.",)
        return _consequences(reading, visit, workspace.business, cause=cause, now=now)

    return workspace.ledger.read(job)


def _consequences(
    reading: "Reading", visit: Visit, business: Business, *, cause: str = "", now: dt.datetime
) -> tuple[str, ...]:
    sentences: list[str] = []
    for enrolment in reading.enrolments_of(visit.contact_id):
        name = desk_telling.run_name(enrolment.sequence_id, business)
        if _is_ended_by(visit, enrolment):
            sentences.append(f"“{name}” stops here.")
        elif enrolment.cause in {visit.id, cause or visit.id} and enrolment.state is EnrolmentState.ACTIVE:
            sentences.append(_begins(reading, enrolment, name, business, now=now))
    if visit.state is VisitState.SELF_REPORTED:
        sentences.append("They said so themselves; a tap of yours would confirm it.")
    return tuple(sentences) or ("It is in their story. No mails change.",)


def _begins(reading: "Reading", enrolment: Enrolment, name: str, business: Business, *, now: dt.datetime) -> str:
    sequence = desk_telling.sequence_of(enrolment.sequence_id, business)
    ready = [one for one in reading.messages_of_enrolment(enrolment.id) if one.state is MessageState.READY]
    if sequence and ready:
        when = words.day_and_time(ready[0].due_at, zone=business.zone, now=now)
        return f"‘{desk_telling.mail_title(sequence, ready[0].step_id)}’ goes {when}."
    return f"“{name}” begins."


def _is_ended_by(visit: Visit, enrolment: Enrolment) -> bool:
    """Whether the tap itself ended this way: in its own moment and for coming, not for an unsubscribe just before it."""
    reasons = {consequences.HAPPENED[EndEvent.VISIT], consequences.HAPPENED[EndEvent.REDEMPTION]}
    is_over = enrolment.state is EnrolmentState.EXITED
    return is_over and enrolment.ended_at == visit.received_at and enrolment.end_reason in reasons


def _asked(lead: Lead, business: Business, *, now: dt.datetime) -> str:
    when = words.ago(lead.received_at, zone=business.zone, now=now)
    return f"Asked {when}. {lead.asked_for}" if lead.asked_for else f"Asked {when}"


def _last_heard(reading: "Reading", contact: Contact, business: Business, *, now: dt.datetime) -> str:
    visits = [one for one in reading.visits_of(contact.id) if not one.taken_back]
    if visits:
        return f"Last here {words.ago(visits[-1].occurred_at, zone=business.zone, now=now)}"
    leads = reading.leads_of(contact.id)
    return _asked(leads[-1], business, now=now) if leads else ""
