"""Submissions, leads, visits, scans, coupons, redemptions and events."""

import datetime as dt

import pytest

from tests.factories import NOW, a_coupon, a_lead, a_submission, a_visit, an_event, later
from weblocal.model.leads import LeadOutcome, SubmissionState
from weblocal.model.services import Money
from weblocal.model.visits import EventKind, Redemption, Scan, VisitState
from weblocal.store.ledger import Ledger
from weblocal.store.writing import Writing


def test_a_submission_comes_back_as_it_went_in(ledger: Ledger) -> None:
    submission = a_submission(answers=(("name", "Zoë"), ("message", 'a "b"\n\\ \U0001f6bf ')), ticked=())
    assert ledger.write(lambda writing: writing.add_submission(submission)) is True
    assert ledger.read(lambda reading: reading.submission("submission-1")) == submission
    assert ledger.read(lambda reading: reading.submission_of_key("key-1")) == submission


def test_a_doubled_post_is_one_submission_and_a_post_without_key_never_is(ledger: Ledger) -> None:
    posts = [a_submission("a"), a_submission("b"), a_submission("c", key=""), a_submission("d", key="")]
    assert [ledger.write(lambda w, p=p: w.add_submission(p)) for p in posts] == [True, False, True, True]
    assert ledger.read(lambda reading: reading.submission_of_key("")) is None
    kept = ledger.read(lambda reading: reading.submission("c"))
    assert kept is not None
    assert kept.key == ""


def test_a_held_submission_is_released_or_refused_once(ledger: Ledger) -> None:
    held = a_submission(state=SubmissionState.QUARANTINED, held_because="the trap was filled in")
    ledger.write(lambda writing: writing.add_submission(held))
    assert ledger.read(lambda reading: reading.held_submissions()) == (held,)
    settle = [SubmissionState.RELEASED, SubmissionState.REFUSED]
    answers = [ledger.write(lambda w, s=s: w.settle_submission("submission-1", s, later(hours=1))) for s in settle]
    assert answers == [True, False]
    assert ledger.read(lambda reading: reading.held_submissions()) == ()


def test_a_submission_becomes_one_lead(known: Ledger) -> None:
    assert known.write(lambda writing: writing.add_lead(a_lead("lead-2"))) is False
    assert known.read(lambda reading: reading.lead_of_submission("submission-1")) == a_lead()
    by_hand = [a_lead(f"by-hand-{n}", submission_id="", received_at=later(hours=n)) for n in (1, 2)]
    assert all(known.write(lambda w, lead=lead: w.add_lead(lead)) for lead in by_hand)
    assert known.read(lambda reading: reading.leads_of("contact-1")) == (a_lead(), *by_hand)


def test_the_first_outcome_stops_the_clock_and_a_later_one_corrects_the_word(known: Ledger) -> None:
    assert [lead.id for lead in known.read(lambda reading: reading.leads_waiting())] == ["lead-1"]
    assert known.write(lambda w: w.record_outcome("lead-1", LeadOutcome.THINKING, later(minutes=20)))
    assert known.write(lambda w: w.record_outcome("lead-1", LeadOutcome.BOOKED, later(days=2)))
    lead = known.read(lambda reading: reading.lead("lead-1"))
    assert lead is not None
    assert (lead.outcome, lead.answered_at) == (LeadOutcome.BOOKED, later(minutes=20))
    assert known.read(lambda reading: reading.leads_waiting()) == ()
    assert known.write(lambda w: w.record_outcome("nothing", LeadOutcome.BOOKED, NOW)) is False


def test_a_lead_that_a_visit_closed_can_wait_again_and_no_other(known: Ledger) -> None:
    assert known.write(lambda w: w.reopen_lead("lead-1")) is False
    known.write(lambda w: w.record_outcome("lead-1", LeadOutcome.BOOKED, later(minutes=20)))
    assert known.write(lambda w: w.reopen_lead("lead-1")) is False
    known.write(lambda w: w.record_outcome("lead-1", LeadOutcome.VISITED, later(minutes=30)))
    assert known.write(lambda w: w.reopen_lead("lead-1")) is True
    assert known.read(lambda reading: reading.leads_waiting()) == (a_lead(),)


def test_what_a_visit_was_can_be_said_later(known: Ledger) -> None:
    known.write(lambda w: w.add_visit(a_visit()))
    assert known.write(lambda w: w.describe_visit("visit-1", "Tap")) is True
    assert known.write(lambda w: w.describe_visit("nothing", "Tap")) is False
    assert known.read(lambda reading: reading.visit("visit-1")) == a_visit(what="Tap")


def test_a_span_begins_with_its_first_instant_and_ends_before_its_last(known: Ledger) -> None:
    assert len(known.read(lambda reading: reading.leads_between(NOW, later(hours=1)))) == 1
    assert known.read(lambda reading: reading.leads_between(later(hours=-1), NOW)) == ()
    assert len(known.read(lambda reading: reading.leads_since(NOW))) == 1
    assert known.read(lambda reading: reading.leads_since(later(microseconds=1))) == ()


def test_one_tap_is_one_visit_however_often_it_arrives(known: Ledger) -> None:
    visit = a_visit(worth=Money(amount_minor=8950, currency="GBP"), placement="counter")
    assert known.write(lambda writing: writing.add_visit(visit)) is True
    assert known.write(lambda writing: writing.add_visit(a_visit("visit-2"))) is False
    assert known.read(lambda reading: reading.visits_of("contact-1")) == (visit,)
    assert known.read(lambda reading: reading.visit_of_key("tap-1")) == visit


def test_a_visit_taken_back_stays_on_record_and_counts_no_more(known: Ledger) -> None:
    def begin(writing: Writing) -> None:
        writing.add_visit(a_visit(state=VisitState.SELF_REPORTED))
        writing.add_visit(a_visit("visit-2", key="tap-2", occurred_at=later(days=1)))

    known.write(begin)
    assert known.read(lambda reading: reading.first_visit_at("contact-1")) == NOW
    assert known.read(lambda reading: reading.first_visit_at("contact-1", confirmed_only=True)) == later(days=1)
    assert known.write(lambda writing: writing.take_back_visit("visit-2", later(days=2))) is True
    assert known.write(lambda writing: writing.take_back_visit("visit-2", later(days=3))) is False
    assert known.read(lambda reading: reading.first_visit_at("contact-1", confirmed_only=True)) is None
    assert [visit.taken_back for visit in known.read(lambda reading: reading.visits_since(NOW))] == [False, True]


def test_every_scan_counts(ledger: Ledger) -> None:
    scan = Scan(placement="counter", occurred_at=NOW)
    assert all(ledger.write(lambda writing: writing.add_scan(scan)) for _ in range(3))
    assert ledger.read(lambda reading: reading.scans_between(NOW, later(hours=1))) == (scan,) * 3


def test_a_coupon_is_redeemed_once_on_whichever_phone(known: Ledger) -> None:
    coupon = a_coupon()
    assert known.write(lambda writing: writing.add_coupon(coupon)) is True
    assert known.write(lambda writing: writing.add_coupon(coupon)) is False
    first, second = (
        Redemption(
            id=f"r-{n}", code=coupon.code, offer_id="first_visit", contact_id="", redeemed_at=later(minutes=n), device=f"d-{n}"
        )
        for n in (1, 2)
    )
    assert known.write(lambda writing: writing.add_redemption(first)) is True
    assert known.write(lambda writing: writing.add_redemption(second)) is False
    assert known.read(lambda reading: reading.redemptions_of(coupon.code)) == (first,)
    assert known.read(lambda reading: reading.coupon(coupon.code)) == coupon
    assert known.read(lambda reading: reading.coupons_of("contact-1")) == (coupon,)
    assert known.read(lambda reading: reading.redemptions_between(NOW, later(days=1))) == (first,)


@pytest.mark.parametrize(("second_id", "is_new"), [("event-1", False), ("event-2", False)])
def test_an_event_with_a_known_id_or_key_has_one_effect(known: Ledger, second_id: str, *, is_new: bool) -> None:
    def twice(writing: Writing) -> tuple[bool, bool]:
        first = writing.record_event(an_event(), dedupe_key="till 7 row 12")
        return first, writing.record_event(an_event(second_id), dedupe_key="till 7 row 12")

    assert known.write(twice) == (True, is_new)


def test_a_timeline_is_told_in_the_order_things_happened_not_in_which_they_arrived(known: Ledger) -> None:
    late = an_event("e-2", EventKind.SCAN, occurred_at=NOW - dt.timedelta(days=1), received_at=later(days=1))
    note = an_event("e-1", why="rang", values=(("words", "Prefers mornings"), ("by", "Ben")))
    of_nobody = an_event("e-3", EventKind.SCAN, contact_id="")
    for event in (note, late, of_nobody):
        assert known.write(lambda writing, e=event: writing.record_event(e))
    assert known.read(lambda reading: reading.events_of("contact-1")) == (late, note)
    assert known.read(lambda reading: reading.events_since(NOW)) == (note, of_nobody)
    assert known.read(lambda reading: reading.events_between(later(days=-2), NOW)) == (late,)


def test_the_ledger_keeps_words_about_itself(ledger: Ledger) -> None:
    assert ledger.read(lambda reading: reading.meta("digest sent on")) == ""
    for day in ("2026-11-10", "2026-11-11"):
        ledger.write(lambda writing, day=day: writing.keep_meta("digest sent on", day))
    assert ledger.read(lambda reading: reading.meta("digest sent on")) == "2026-11-11"
