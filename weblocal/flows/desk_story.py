"""One person on the desk: the story as one run of pipe with its branch of mails, what comes next, and why a run stopped."""

import dataclasses
import datetime as dt
from typing import TYPE_CHECKING

from weblocal.errors import NotFound
from weblocal.flows import desk, desk_telling
from weblocal.flows import desk_words as words
from weblocal.flows.desk_views import ConsentLine, Joint, PersonScreen, StoryFold, StoryLine
from weblocal.flows.workspace import Workspace
from weblocal.model.business import Business
from weblocal.model.leads import Lead
from weblocal.model.mail import Message, MessageState
from weblocal.model.nurture import Enrolment, EnrolmentState
from weblocal.model.people import Consent, ConsentState, Contact, Suppression
from weblocal.model.records import record
from weblocal.model.sequences import SendStep, Sequence
from weblocal.model.services import Money
from weblocal.model.visits import Event, EventKind, Redemption, Visit
from weblocal.people import mail_addresses

if TYPE_CHECKING:
    from weblocal.store.reading import Reading
    from weblocal.store.writing import Writing

SHOWN_LINES = 40
# what one moment brings is told in the order of cause and effect
_AT_ONCE = {EventKind.LEAD: 0, EventKind.VISIT: 0, EventKind.SEQUENCE_ENDED: 2, EventKind.ENROLLED: 3}


@record
class Past:
    """Everything the ledger holds on one person, read on one snapshot."""

    contact: Contact
    events: tuple[Event, ...]
    leads: tuple[Lead, ...]
    visits: tuple[Visit, ...]
    enrolments: tuple[Enrolment, ...]
    messages: tuple[Message, ...]
    consents: tuple[Consent, ...]
    redemptions: tuple[Redemption, ...]
    suppressions: tuple[Suppression, ...]


def person(workspace: Workspace, contact_id: str, *, now: dt.datetime) -> PersonScreen:
    """One person's screen; raises NotFound."""
    past = workspace.ledger.read(lambda reading: read_past(reading, contact_id, address_key=workspace.address_key))
    return person_screen(past, workspace.business, now=now)


def read_past(reading: "Reading", contact_id: str, *, address_key: str) -> Past:
    """What the ledger holds on one person; raises NotFound."""
    contact = reading.contact(contact_id)
    if contact is None:
        raise NotFound("That person is not in the book.", fix="Look for them under People.")
    digest = mail_addresses.digest(contact.email, address_key) if contact.email else ""
    return Past(
        contact=contact,
        events=reading.events_of(contact_id),
        leads=reading.leads_of(contact_id),
        visits=reading.visits_of(contact_id),
        enrolments=reading.enrolments_of(contact_id),
        messages=reading.messages_of(contact_id),
        consents=reading.consents_of(contact_id),
        redemptions=reading.redemptions_by(contact_id),
        suppressions=reading.suppressions_of(digest) if digest else (),
    )


def hold_mails(workspace: Workspace, contact_id: str, *, is_held: bool, now: dt.datetime) -> None:
    """Hold every run of mails to this person, or let them go on; a mail whose time comes meanwhile is left out, and logged."""
    before, after = EnrolmentState.ACTIVE, EnrolmentState.HELD
    if not is_held:
        before, after = after, before

    def job(writing: "Writing") -> None:
        for enrolment in writing.live_enrolments_of(contact_id):
            if enrolment.state is before:
                writing.save_enrolment(dataclasses.replace(enrolment, state=after, due_at=max(enrolment.due_at, now)))

    workspace.ledger.write(job)


def person_screen(past: Past, business: Business, *, now: dt.datetime) -> PersonScreen:
    """The screen from the past: newest on top, what is still to come above that."""
    contact = past.contact
    live = tuple(
        one for one in past.enrolments if one.state in {EnrolmentState.ACTIVE, EnrolmentState.HELD, EnrolmentState.PAUSED}
    )
    recent, folds = _folded(told(past, business, now=now))
    is_held = any(one.state is EnrolmentState.HELD for one in live)
    coming = () if is_held else still_to_come(live, past.messages, business, now=now)
    return PersonScreen(
        contact_id=contact.id,
        name=contact.name or words.NOBODY,
        facts=_facts(past, business, now=now),
        reach=desk.reach_of(contact, business),
        lead_id=next((lead.id for lead in reversed(past.leads) if lead.outcome is None), ""),
        story=coming + recent,
        folds=folds,
        comes_next=tuple(f"{line.title} goes {line.when}." for line in reversed(coming)),
        is_held=is_held,
        may_hold=bool(live),
        consents=tuple(_consent_line(stream.id, stream.words, past.consents, business, now=now) for stream in business.streams),
        may_not_be_mailed=_never_mailed(past.suppressions, business, now=now),
    )


def told(past: Past, business: Business, *, now: dt.datetime) -> tuple[StoryLine, ...]:
    """The story, newest first, months named at their newest line, with the branch of mails drawn beside it."""
    teller = desk_telling.Teller(
        leads=past.leads,
        visits=past.visits,
        enrolments=past.enrolments,
        messages=past.messages,
        redemptions=past.redemptions,
        business=business,
        now=now,
    )
    lines: list[tuple[dt.datetime, StoryLine]] = []
    for event in sorted(past.events, key=lambda one: (one.occurred_at, _AT_ONCE.get(one.kind, 1), one.id)):
        line = teller.line(event)
        if line is not None:
            lines.append((event.occurred_at, line))
    newest_first = list(reversed(lines))
    branched = _branched(newest_first)
    months = [words.month(at, business.zone) for at, _ in newest_first]
    return tuple(
        dataclasses.replace(line, month=month if index == 0 or months[index - 1] != month else "")
        for index, (line, month) in enumerate(zip(branched, months, strict=True))
    )


def still_to_come(
    live: tuple[Enrolment, ...], messages: tuple[Message, ...], business: Business, *, now: dt.datetime
) -> tuple[StoryLine, ...]:
    """The next mail of every run that goes on, latest on top; later ones are not foretold, because life may stop them."""
    found: list[tuple[dt.datetime, StoryLine]] = []
    for enrolment in live:
        sequence = desk_telling.sequence_of(enrolment.sequence_id, business)
        ready = [m for m in messages if m.enrolment_id == enrolment.id and m.state is MessageState.READY]
        if sequence is None:
            continue
        due_at = ready[0].due_at if ready else enrolment.due_at
        step_id = ready[0].step_id if ready else _next_mail(sequence, enrolment)
        if not step_id:
            continue
        when = words.day_and_time(max(due_at, now), zone=business.zone, now=now)
        line = StoryLine(
            joint=Joint.ROUND,
            icon="mail",
            when=when if ready else f"about {when}" if due_at > now else "at the next sending",
            iso=due_at.isoformat(timespec="minutes"),
            title=f"‘{desk_telling.mail_title(sequence, step_id)}’",
            words=f"Next mail of “{sequence.name}”, unless something happens first.",
            branch="on",
            is_to_come=True,
        )
        found.append((due_at, line))
    found.sort(key=lambda pair: pair[0], reverse=True)
    return tuple(dataclasses.replace(line, month="Still to come" if n == 0 else "") for n, (_, line) in enumerate(found))


def _branched(newest_first: list[tuple[dt.datetime, StoryLine]]) -> list[StoryLine]:
    """The runs of mails drawn beside the story, from where each leaves to where it is shut: in the order of the lines, not of the clock."""
    told: list[StoryLine] = []
    running = 0
    for _, line in reversed(newest_first):
        passes_by = running > 0
        running = max(0, running + {"start": 1, "shut": -1}.get(line.branch, 0))
        joins_another = line.branch == "start" and passes_by
        told.append(dataclasses.replace(line, branch="on" if joins_another or (passes_by and not line.branch) else line.branch))
    return told[::-1]


def _next_mail(sequence: Sequence, enrolment: Enrolment) -> str:
    """The id of the mail this run comes to next, empty when none is left."""
    for step in sequence.steps[enrolment.step_index :]:
        if isinstance(step, SendStep):
            return step.id
    return ""


def _folded(lines: tuple[StoryLine, ...]) -> tuple[tuple[StoryLine, ...], tuple[StoryFold, ...]]:
    """A long story keeps its newest lines open, up to the end of a month; older months fold away under their names."""
    if len(lines) <= SHOWN_LINES:
        return lines, ()
    cut = next((n for n in range(SHOWN_LINES, len(lines)) if lines[n].month), len(lines))
    folds: list[StoryFold] = []
    for line in lines[cut:]:
        if line.month:
            folds.append(StoryFold(month=line.month, lines=()))
        folds[-1] = dataclasses.replace(folds[-1], lines=(*folds[-1].lines, dataclasses.replace(line, month="")))
    return lines[:cut], tuple(folds)


def _facts(past: Past, business: Business, *, now: dt.datetime) -> tuple[str, ...]:
    """Since when, how often, how much, where; what is unknown is left out."""
    came = [visit for visit in past.visits if not visit.taken_back]
    since = words.on_day(past.contact.created_at, zone=business.zone, now=now)
    facts = [f"Customer since {since}" if came else f"In the book since {since}"]
    if came:
        total = sum(visit.worth.amount_minor for visit in came if visit.worth)
        sum_words = f", {words.money(Money(amount_minor=total, currency=business.currency))}" if total else ""
        facts.append(f"{words.counted(len(came), business.trade.visit_word or 'visit')}{sum_words}")
    latest = past.leads[-1] if past.leads else None
    if latest is not None and (latest.asked_for or latest.place):
        facts.append(", ".join(part for part in (latest.asked_for, latest.place) if part))
    if not past.contact.phone_e164 and past.contact.email:
        facts.append("By mail only")
    return tuple(facts)


def _consent_line(
    stream_id: str, stream_words: str, consents: tuple[Consent, ...], business: Business, *, now: dt.datetime
) -> ConsentLine:
    """The newest record of a stream counts; without any, nobody ever asked, and no button says yes on somebody's behalf."""
    newest = max((one for one in consents if one.stream == stream_id), key=lambda one: one.recorded_at, default=None)
    if newest is None:
        return ConsentLine(stream=stream_words, state="never", said="Never asked")
    is_given = newest.state is ConsentState.GIVEN
    when = words.on_day(newest.recorded_at, zone=business.zone, now=now)
    return ConsentLine(stream=stream_words, state="yes" if is_given else "no", said=f"{'Yes' if is_given else 'No'}, {when}")


def _never_mailed(suppressions: tuple[Suppression, ...], business: Business, *, now: dt.datetime) -> str:
    for one in suppressions:
        if not one.stream:
            why = {
                "unsubscribed": "They unsubscribed",
                "bounced": "Their address does not work",
                "complained": "They marked a mail as junk",
                "erased": "They were erased",
            }[one.reason]
            return (
                f"{why}, {words.on_day(one.recorded_at, zone=business.zone, now=now)}. No marketing mail goes to this address."
            )
    return ""
