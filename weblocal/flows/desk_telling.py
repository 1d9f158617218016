"""Events of one person as lines of their story, in words that staff would say aloud."""

import dataclasses
import datetime as dt

from weblocal.flows import desk_words as words
from weblocal.flows.desk_views import Joint, StoryLine
from weblocal.model.business import Business
from weblocal.model.leads import Lead
from weblocal.model.mail import Message
from weblocal.model.nurture import Enrolment, EnrolmentState
from weblocal.model.sequences import SendStep, Sequence
from weblocal.model.visits import Event, EventKind, Redemption, Visit, VisitState

LATE_NEWS = dt.timedelta(minutes=5)


def sequence_of(sequence_id: str, business: Business) -> Sequence | None:
    """The sequence by its id, None when the owner has removed it."""
    return next((one for one in business.sequences if one.id == sequence_id), None)


def mail_title(sequence: Sequence | None, step_id: str) -> str:
    """What a mail is called: its subject, else its step's name in words."""
    for step in sequence.steps if sequence else ():
        if isinstance(step, SendStep) and step.id == step_id and step.text.title:
            return step.text.title
    return step_id.replace("_", " ").capitalize() or "A mail"


def stream_words(stream_id: str, business: Business) -> str:
    """What a stream is called in the profile."""
    return next((stream.words for stream in business.streams if stream.id == stream_id), stream_id.replace("_", " "))


def run_name(sequence_id: str, business: Business) -> str:
    """What a sequence is called in the profile; its id in words when the owner has removed it."""
    sequence = sequence_of(sequence_id, business)
    return sequence.name if sequence else sequence_id.replace("_", " ").capitalize()


def reason_in_words(why: str, *, is_done: bool) -> str:
    """Why a run ended, as one sentence."""
    if is_done or why == "done":
        return "Every step of it was taken."
    if not why:
        return "It was stopped."
    why = why if " " in why else why.replace("_", " ")
    return why if why[0].isupper() else f"Because {why}{'' if why.endswith('.') else '.'}"


def sentence(text: str) -> str:
    """A capital in front and a full stop behind."""
    text = text.strip()
    return f"{text[0].upper()}{text[1:]}{'' if text[-1] in '.?!' else '.'}" if text else ""


class Teller:
    """Turns events of one person into lines of their story; what the ledger holds beside an event fills in the words."""

    def __init__(  # noqa: PLR0913 - everything the ledger holds beside the events
        self,
        *,
        leads: tuple[Lead, ...],
        visits: tuple[Visit, ...],
        enrolments: tuple[Enrolment, ...],
        messages: tuple[Message, ...],
        redemptions: tuple[Redemption, ...],
        business: Business,
        now: dt.datetime,
    ) -> None:
        self._business = business
        self._now = now
        self._leads = {lead.id: lead for lead in leads}
        self._visits = {visit.id: visit for visit in visits}
        self._messages = {message.id: message for message in messages}
        self._enrolments = {enrolment.id: enrolment for enrolment in enrolments}
        self._redemptions = {one.id: one for one in redemptions} | {one.code: one for one in redemptions}

    def line(self, event: Event) -> StoryLine | None:
        """The line for an event, or None where it says nothing a person would tell."""
        tellers = {
            EventKind.LEAD: self._lead,
            EventKind.LEAD_RELEASED: self._lead,
            EventKind.ANSWERED: self._answered,
            EventKind.VISIT: self._visit,
            EventKind.CHECK_IN: self._visit,
            EventKind.CONSENT_GIVEN: self._agreed,
            EventKind.VISIT_TAKEN_BACK: self._taken_back,
            EventKind.REDEEMED: self._redeemed,
            EventKind.MESSAGE_ACCEPTED: self._mail,
            EventKind.MESSAGE_REFUSED: self._mail,
            EventKind.MESSAGE_UNKNOWN: self._mail,
            EventKind.SEQUENCE_ENDED: self._ended,
            EventKind.ENROLLED: self._began,
            EventKind.CONSENT_WITHDRAWN: self._withdrawn,
            EventKind.NOTE: self._note,
            EventKind.STAFF_TOLD: self._staff_told,
            EventKind.STAFF_DONE: self._staff_done,
        }
        teller = tellers.get(event.kind)
        if teller is None:
            return None
        line = teller(event)
        if line is not None and event.received_at - event.occurred_at > LATE_NEWS:
            learned = words.day_and_time(event.received_at, zone=self._business.zone, now=self._now)
            line = dataclasses.replace(
                line, note=" ".join(part for part in (line.note, f"The desk learned of it {learned}.") if part)
            )
        return line

    def _told(self, event: Event, joint: Joint, icon: str, title: str) -> StoryLine:
        at = event.occurred_at
        return StoryLine(
            joint=joint,
            icon=icon,
            when=f"{words.short_day(at, self._business.zone)}, {words.clock_time(at, self._business.zone)}",
            iso=at.isoformat(timespec="minutes"),
            title=title,
        )

    def _lead(self, event: Event) -> StoryLine | None:
        lead = self._leads.get(event.subject)
        if lead is None:
            return None if event.kind is EventKind.LEAD_RELEASED else self._told(event, Joint.ROUND, "form", "Wrote to us")
        title = f"Asked about: {lead.asked_for}" if lead.asked_for else "Wrote to us"
        if event.kind is EventKind.LEAD_RELEASED:
            return dataclasses.replace(
                self._told(event, Joint.DOT, "", "Let in from Held back"), words="It had looked like junk."
            )
        line = self._told(event, Joint.ROUND, "form", title)
        source = words.source_of(lead, business=self._business, now=self._now).rpartition(", ")[0]
        return dataclasses.replace(line, quote=lead.words, note=f"{source}." if source else "")

    def _answered(self, event: Event) -> StoryLine:
        outcome = dict(event.values).get("outcome", "")
        said = {
            "booked": "Answered: booked",
            "thinking": "Answered: thinking it over",
            "no_answer": "Tried, no answer",
            "not_for_us": "Answered: not for us",
            "visited": "Answered by the visit itself",
        }
        line = self._told(event, Joint.SQUARE, "call", said.get(outcome, "Answered"))
        return dataclasses.replace(line, words=sentence(event.why), note=self._promise(event))

    def _promise(self, event: Event) -> str:
        lead = self._leads.get(event.subject)
        if lead is None or lead.answer_by is None or lead.answered_at is None:
            return ""
        return "The promise was kept." if lead.answered_at <= lead.answer_by else "Later than promised."

    def _visit(self, event: Event) -> StoryLine:
        visit = self._visits.get(event.subject)
        word = self._business.trade.visit_word.capitalize() or "Visit"
        line = self._told(event, Joint.SQUARE, "visit", word)
        if visit is None:
            return dataclasses.replace(line, words=sentence(event.why))
        worth = words.money(visit.worth)
        line = dataclasses.replace(line, title=f"{word}: {visit.what}" if visit.what else word)
        how = "They said so themselves." if visit.state is VisitState.SELF_REPORTED else sentence(event.why or visit.matched_by)
        taken = "Taken back later." if visit.taken_back else ""
        return dataclasses.replace(line, words=" ".join(part for part in (how, worth) if part), note=taken)

    def _taken_back(self, event: Event) -> StoryLine:
        return dataclasses.replace(self._told(event, Joint.DOT, "", "Visit taken back"), words=sentence(event.why))

    def _redeemed(self, event: Event) -> StoryLine:
        redemption = self._redemptions.get(event.subject)
        offer = next((one for one in self._business.offers if redemption and one.id == redemption.offer_id), None)
        line = self._told(event, Joint.SQUARE, "ticket", "Coupon redeemed")
        return dataclasses.replace(line, quote=offer.text if offer else "", note=sentence(event.why))

    def _mail(self, event: Event) -> StoryLine:
        message = self._messages.get(event.subject)
        sequence = sequence_of(message.sequence_id, self._business) if message else None
        line = self._told(event, Joint.ROUND, "mail", f"Mail: ‘{mail_title(sequence, message.step_id if message else '')}’")
        said = {
            EventKind.MESSAGE_ACCEPTED: "Handed over for delivery.",
            EventKind.MESSAGE_REFUSED: f"Refused. {sentence(event.why)}",
            EventKind.MESSAGE_UNKNOWN: "Nobody can say whether it went. It is not sent again.",
        }[event.kind]
        run = f" Part of “{sequence.name}”." if sequence else ""
        return dataclasses.replace(line, note=f"{said.strip()}{run}")

    def _began(self, event: Event) -> StoryLine | None:
        enrolment = self._enrolments.get(event.subject)
        if enrolment is None:
            return None
        name = run_name(enrolment.sequence_id, self._business)
        return dataclasses.replace(self._told(event, Joint.DOT, "", f"“{name}” began"), branch="start")

    def _ended(self, event: Event) -> StoryLine | None:
        enrolment = self._enrolments.get(event.subject)
        name = run_name(enrolment.sequence_id, self._business) if enrolment else "The mails"
        is_done = enrolment is not None and enrolment.state is EnrolmentState.FINISHED
        line = self._told(event, Joint.DOT, "", f"“{name}” {'is done' if is_done else 'stopped'}")
        why = event.why or (enrolment.end_reason if enrolment else "")
        return dataclasses.replace(
            line, branch="shut", words=reason_in_words(why, is_done=is_done), why_id=enrolment.id if enrolment else ""
        )

    def _withdrawn(self, event: Event) -> StoryLine:
        title = f"Unsubscribed: {stream_words(event.subject, self._business)}" if event.subject else "Unsubscribed"
        return dataclasses.replace(self._told(event, Joint.ROUND, "shut", title), note=event.why)

    def _agreed(self, event: Event) -> StoryLine:
        title = f"Said yes: {stream_words(event.subject, self._business)}"
        return dataclasses.replace(self._told(event, Joint.ROUND, "hand", title), note=event.why)

    def _note(self, event: Event) -> StoryLine:
        line = self._told(event, Joint.SQUARE, "note", "Note")
        return dataclasses.replace(
            line, words=dict(event.values).get("note", ""), note=sentence(f"written {event.why}" if event.why else "")
        )

    def _staff_told(self, event: Event) -> StoryLine:
        line = self._told(event, Joint.DOT, "", "Staff were asked to step in")
        return dataclasses.replace(line, words=dict(event.values).get("words", "") or sentence(event.why))

    def _staff_done(self, event: Event) -> StoryLine:
        line = self._told(event, Joint.SQUARE, "hand", "Done, as asked")
        return dataclasses.replace(line, words=dict(event.values).get("words", ""), note=sentence(event.why))
