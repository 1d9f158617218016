"""What screens show, from values alone: order, reasons, folds, the branch beside the story."""

import datetime as dt

import pytest

from tests.factories import NOW, a_business, a_contact, a_lead, a_message, a_visit, an_enrolment, an_event, later
from weblocal.flows import desk, desk_book, desk_story, desk_visits, desk_why
from weblocal.flows.desk_story import Past
from weblocal.model.leads import LeadOutcome, Submission, SubmissionState
from weblocal.model.mail import MessageState
from weblocal.model.nurture import EnrolmentState, StepLogEntry
from weblocal.model.visits import Event, EventKind

BUSINESS = a_business()


def a_past(events: tuple[Event, ...] = (), **changes: object) -> Past:
    defaults: dict[str, object] = {
        "contact": a_contact(),
        "events": events,
        "leads": (),
        "visits": (),
        "enrolments": (),
        "messages": (),
        "consents": (),
        "redemptions": (),
        "suppressions": (),
    }
    return Past(**(defaults | changes))  # type: ignore[arg-type]


class TestTheStory:
    def test_a_visit_learned_of_late_says_both_times(self) -> None:
        visit = a_visit(occurred_at=NOW, received_at=later(minutes=52))
        told = an_event("e", EventKind.VISIT, subject=visit.id, occurred_at=NOW, received_at=later(minutes=52))
        line = desk_story.told(a_past((told,), visits=(visit,)), BUSINESS, now=later(hours=2))[0]
        assert line.when == "Tue 10 November, 10:00"
        assert line.note == "The desk learned of it 10:52."

    def test_the_branch_leaves_where_a_run_begins_and_is_shut_where_it_stops(self) -> None:
        run = an_enrolment(state=EnrolmentState.EXITED, ended_at=later(days=2), end_reason="they came")
        events = (
            an_event("1", EventKind.LEAD, subject="lead-1", occurred_at=later(minutes=-1), received_at=NOW),
            an_event("2", EventKind.ENROLLED, subject=run.id),
            an_event("3", EventKind.NOTE, occurred_at=later(days=1), received_at=later(days=1), values=(("note", "x"),)),
            an_event("4", EventKind.SEQUENCE_ENDED, subject=run.id, occurred_at=later(days=2), received_at=later(days=2)),
            an_event("5", EventKind.NOTE, occurred_at=later(days=3), received_at=later(days=3), values=(("note", "y"),)),
        )
        story = desk_story.told(a_past(events, leads=(a_lead(),), enrolments=(run,)), BUSINESS, now=later(days=4))
        assert [line.branch for line in story] == ["", "shut", "on", "start", ""]
        assert story[1].words == "Because they came."

    def test_what_happened_at_the_very_moment_a_run_ended_stands_beside_it(self) -> None:
        run = an_enrolment(state=EnrolmentState.FINISHED, ended_at=later(days=2), end_reason="done")
        events = (
            an_event("1", EventKind.ENROLLED, subject=run.id),
            an_event("2", EventKind.NOTE, occurred_at=later(days=2), received_at=later(days=2), values=(("note", "x"),)),
            an_event("3", EventKind.SEQUENCE_ENDED, subject=run.id, occurred_at=later(days=2), received_at=later(days=2)),
        )
        story = desk_story.told(a_past(events, enrolments=(run,)), BUSINESS, now=later(days=4))
        assert [line.branch for line in story] == ["shut", "on", "start"]

    def test_a_month_is_named_at_its_newest_line(self) -> None:
        events = tuple(
            an_event(str(n), occurred_at=later(days=-20 * n), received_at=later(days=-20 * n), values=(("note", "x"),))
            for n in range(3)
        )
        months = [line.month for line in desk_story.told(a_past(events), BUSINESS, now=NOW)]
        assert months == ["November 2026", "October 2026", ""]

    def test_a_long_story_folds_whole_months_and_loses_nothing(self) -> None:
        events = tuple(
            an_event(f"{n:03}", occurred_at=later(days=-3 * n), received_at=later(days=-3 * n), values=(("note", str(n)),))
            for n in range(100)
        )
        screen = desk_story.person_screen(a_past(events), BUSINESS, now=NOW)
        shown = [line.words for line in screen.story] + [line.words for fold in screen.folds for line in fold.lines]
        assert shown == [str(n) for n in range(100)]
        assert 40 <= len(screen.story) < 60

    def test_money_nobody_knows_is_left_out(self) -> None:
        facts = desk_story.person_screen(a_past(visits=(a_visit(),)), BUSINESS, now=NOW).facts
        assert "1 job" in facts
        assert not any("£" in fact for fact in facts)

    def test_a_mail_that_is_still_to_come_is_hollow_and_on_top(self) -> None:
        past = a_past((an_event("1", EventKind.ENROLLED, subject="enrolment-1"),), enrolments=(an_enrolment(),))
        story = desk_story.person_screen(past, BUSINESS, now=NOW).story
        assert [line.is_to_come for line in story] == [True, False]
        assert story[0].month == "Still to come"

    def test_a_held_run_promises_nothing(self) -> None:
        past = a_past(enrolments=(an_enrolment(state=EnrolmentState.HELD),))
        screen = desk_story.person_screen(past, BUSINESS, now=NOW)
        assert screen.is_held
        assert not screen.comes_next


class TestLikelyNow:
    def reasons(self, leads: tuple[object, ...] = (), visits: tuple[object, ...] = ()) -> list[tuple[str, str]]:
        return list(desk_visits.reasons_now(leads, visits, BUSINESS, now=NOW))  # type: ignore[arg-type]

    def test_who_is_booked_comes_before_who_asks(self) -> None:
        asking = a_lead("1", contact_id="asks", received_at=later(minutes=-8))
        booked = a_lead("2", contact_id="booked", outcome=LeadOutcome.BOOKED, received_at=later(days=-3))
        assert [who for who, _ in self.reasons((asking, booked))] == ["booked", "asks"]

    def test_who_has_come_since_they_asked_is_not_asking_any_more(self) -> None:
        asked = a_lead(received_at=later(days=-3))
        came = a_visit(occurred_at=later(days=-2))
        assert [why for _, why in self.reasons((asked,), (came,))] == ["Last here 8 November"]

    def test_usual_here_needs_two_visits_on_this_weekday_at_this_hour(self) -> None:
        twice = tuple(a_visit(str(n), contact_id="usual", occurred_at=later(days=-7 * n, minutes=20)) for n in (1, 2))
        once = a_visit("x", contact_id="once", occurred_at=later(days=-7))
        late = tuple(a_visit(f"l{n}", contact_id="late", occurred_at=later(days=-7 * n, hours=3)) for n in (1, 2))
        assert desk_visits.usual_here((*twice, once, *late), "Europe/London", now=NOW) == (
            ("usual", "Usually here on Tuesdays at this time"),
        )

    def test_every_name_has_a_reason(self) -> None:
        assert all(why for _, why in self.reasons((a_lead(asked_for=""),), (a_visit(),)))


class TestWhy:
    def test_each_mail_of_a_stopped_run_has_a_fate(self) -> None:
        run = an_enrolment(state=EnrolmentState.EXITED, ended_at=later(days=2), end_reason="they came")
        sent = a_message(step_id="hello", state=MessageState.ACCEPTED, settled_at=NOW)
        held = a_message("2", step_id="how_to_choose", state=MessageState.WITHHELD, reason="they came")
        visit = a_visit(occurred_at=later(days=1), received_at=later(days=2))
        screen = desk_why.why_screen(
            a_contact(), run, log=(), messages=(sent, held), visit=visit, business=BUSINESS, now=later(days=3)
        )
        assert [(mail.state, mail.said) for mail in screen.mails] == [
            ("ok", "Sent 10 November"),
            ("bad", "Did not go"),
            ("bad", "Will not go"),
        ]
        assert screen.title == "Why “Come and see us” stopped."
        assert "The desk learned of it yesterday 10:00" in screen.steps[1][1]

    def test_each_decision_is_told_in_words_and_the_queueing_of_a_mail_that_went_is_not(self) -> None:
        run = an_enrolment()
        decided = (("queued", "its time has come"), ("accepted", "handed over"), ("told", "Ring them."))
        log = tuple(
            StepLogEntry(
                id=str(number),
                contact_id="contact-1",
                sequence_id=run.sequence_id,
                enrolment_id=run.id,
                step_id="ring" if decision == "told" else "hello",
                decision=decision,
                reason=reason,
                decided_at=NOW,
            )
            for number, (decision, reason) in enumerate(decided)
        )
        screen = desk_why.why_screen(a_contact(), run, log=log, messages=(), visit=None, business=BUSINESS, now=later(hours=1))
        assert screen.steps == (
            ("10:00: “Come and see us” began", "Because they wrote to us."),
            ("10:00: ‘Hello’ went out", ""),
            ("10:00: staff were asked to step in", "Ring them."),
        )


class TestHeld:
    @pytest.mark.parametrize(
        ("answers", "title"),
        [
            ((("name", "H. Voorbeeld"), ("phone", "07700 900661")), "H. Voorbeeld, 07700 900661"),
            ((("email", "a@b.example"),), "a@b.example"),
            ((), "No name, no number"),
        ],
    )
    def test_a_held_form_is_called_by_what_it_says(self, answers: tuple[tuple[str, str], ...], title: str) -> None:
        held = Submission(
            id="s",
            form_id="quote",
            answers=answers,
            ticked=(),
            page="",
            placement="",
            key="",
            received_at=NOW - dt.timedelta(days=1),
            state=SubmissionState.QUARANTINED,
            held_because="It holds three web addresses.",
        )
        form = desk_book.held_form(held, BUSINESS, now=NOW)
        assert form.title == title
        assert form.when == "Yesterday 10:00, Ask for a quote"


def test_a_lead_without_anything_still_has_a_line() -> None:
    lead = a_lead(asked_for="", words="", place="", page="", answer_by=None)
    shown = desk.waiting_lead(lead, None, BUSINESS, now=NOW)
    assert (shown.headline, shown.who, shown.since, shown.clock) == (
        "Wrote a message",
        "Somebody without a name",
        "Waiting since 10:00",
        None,
    )


@pytest.mark.parametrize(
    ("people", "headline"), [("18", "For 18 people"), ("1", "For 1 person"), ("two or three", "For two or three")]
)
def test_a_table_is_called_by_its_company_and_its_day(people: str, headline: str) -> None:
    lead = a_lead(asked_for="", place="")
    asked = {"people": people, "day": "Saturday 12 December"}
    shown = desk.waiting_lead(lead, a_contact(), BUSINESS, asked=asked, now=NOW)
    assert (shown.headline, shown.who) == (headline, "Joan Muster, Saturday 12 December")
