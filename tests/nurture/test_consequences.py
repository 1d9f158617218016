import dataclasses
import datetime as dt

import pytest

from tests.factories import (
    NOW,
    a_business,
    a_consent,
    a_contact,
    a_lead,
    a_sequence,
    a_suppression,
    a_thank_you,
    a_visit,
    an_enrolment,
    later,
    some_ids,
)
from weblocal.model.business import Business
from weblocal.model.leads import Lead
from weblocal.model.nurture import Consequences, EnrolmentState
from weblocal.model.sequences import EndEvent, Purpose, Wait, WaitUnit
from weblocal.model.visits import Redemption, Visit, VisitState
from weblocal.nurture import consequences
from weblocal.nurture.standing import Standing


def standing(**changes: object) -> Standing:
    return Standing(**({"contact": a_contact(), "consents": (a_consent(),)} | changes))


def of_lead(
    lead: Lead | None = None, *, business: Business | None = None, now: dt.datetime = NOW, **about: object
) -> Consequences:
    return consequences.of_lead(
        lead or a_lead(), business=business or a_business(), standing=standing(**about), now=now, new_id=some_ids()
    )


def of_visit(visit: Visit | None = None, *, now: dt.datetime = NOW, **about: object) -> Consequences:
    return consequences.of_visit(
        visit or a_visit(), business=a_business(), standing=standing(**about), now=now, new_id=some_ids()
    )


def refusals(what: Consequences) -> dict[str, str]:
    return {refused.sequence_id: refused.reason for refused in what.not_enrolled}


def test_a_lead_with_consent_begins_what_answers_leads() -> None:
    (start,) = of_lead().starts
    assert (start.enrolment.sequence_id, start.enrolment.cause, start.enrolment.step_id) == (
        "come_and_see_us",
        "lead-1",
        "hello",
    )


def test_a_lead_without_consent_begins_no_marketing_and_says_why() -> None:
    what = of_lead(consents=())
    assert what.starts == ()
    assert refusals(what) == {"come_and_see_us": "they never agreed to “offers”"}


def test_a_lead_without_consent_begins_a_transactional_answer() -> None:
    business = a_business(sequences=(a_sequence(purpose=Purpose.TRANSACTIONAL),))
    assert len(of_lead(business=business, consents=()).starts) == 1


def test_a_sequence_for_other_forms_is_not_even_looked_at() -> None:
    business = a_business(sequences=(a_sequence(forms=("appointment",)),))
    assert of_lead(business=business) == Consequences()


def test_an_event_older_than_the_sequence_looks_back_begins_nothing() -> None:
    assert "longer ago" in refusals(of_lead(now=later(hours=49)))["come_and_see_us"]


def test_somebody_who_is_in_it_already_does_not_begin_again() -> None:
    assert refusals(of_lead(enrolments=(an_enrolment(),)))["come_and_see_us"] == "they are in it already"


@pytest.mark.parametrize(("days", "begins"), [(89, False), (91, True)])
def test_re_entry_waits_for_its_time(days: int, begins: bool) -> None:  # noqa: FBT001
    before = an_enrolment(state=EnrolmentState.EXITED, started_at=later(days=-days))
    assert bool(of_lead(enrolments=(before,)).starts) is begins


def test_without_a_rule_of_re_entry_once_is_enough() -> None:
    business = a_business(sequences=(a_sequence(reentry_after=None),))
    before = an_enrolment(state=EnrolmentState.FINISHED, started_at=later(days=-900))
    assert "once is enough" in refusals(of_lead(business=business, enrolments=(before,)))["come_and_see_us"]


def test_a_way_begun_by_a_slip_of_the_thumb_does_not_count_for_re_entry() -> None:
    slip = an_enrolment(
        sequence_id="thank_you",
        state=EnrolmentState.EXITED,
        started_at=later(minutes=-5),
        end_reason="the visit was taken back",
    )
    assert [start.enrolment.sequence_id for start in of_visit(enrolments=(slip,)).starts] == ["thank_you"]


def test_a_suppressed_address_begins_nothing() -> None:
    assert (
        refusals(of_lead(suppressions=(a_suppression(recorded_at=later(hours=1)),)))["come_and_see_us"]
        == "they asked us to stop"
    )


def test_a_confirmed_visit_stops_come_and_see_us_and_begins_the_thanks() -> None:
    what = of_visit(enrolments=(an_enrolment(started_at=later(days=-3)),))
    (stop,) = what.stops
    assert (stop.enrolment_id, stop.reason, stop.goal_reached) == ("enrolment-1", "they came", True)
    assert [start.enrolment.sequence_id for start in what.starts] == ["thank_you"]


def test_a_self_reported_visit_stops_mails_but_thanks_nobody() -> None:
    what = of_visit(a_visit(state=VisitState.SELF_REPORTED), enrolments=(an_enrolment(started_at=later(days=-3)),))
    assert len(what.stops) == 1
    assert what.starts == ()
    assert refusals(what) == {"thank_you": "nobody has confirmed this visit yet"}


def test_a_visit_older_than_the_way_does_not_end_it_however_late_we_learn_of_it() -> None:
    what = of_visit(a_visit(occurred_at=later(days=-5)), enrolments=(an_enrolment(started_at=later(days=-3)),))
    assert what.stops == ()


def test_a_way_that_is_over_is_not_stopped_again() -> None:
    assert of_visit(enrolments=(an_enrolment(state=EnrolmentState.EXITED),)).stops == ()


def test_a_walk_in_changes_nothing() -> None:
    what = of_visit(a_visit(contact_id=""), contact=None, consents=())
    assert (what.stops, what.starts) == ((), ())


def test_an_unsubscribe_ends_every_way_of_its_stream_and_no_other() -> None:
    business = a_business(sequences=(a_sequence(), a_thank_you(stream="care")))
    ways = (an_enrolment("one"), an_enrolment("two", sequence_id="thank_you"))
    ended = consequences.of_unsubscribe("offers", business=business, standing=standing(enrolments=ways)).stops
    assert [stop.enrolment_id for stop in ended] == ["one"]


def test_an_unsubscribe_from_everything_spares_transactional_ways_alone() -> None:
    business = a_business(sequences=(a_sequence(), a_thank_you(purpose=Purpose.TRANSACTIONAL)))
    ways = (an_enrolment("one"), an_enrolment("two", sequence_id="thank_you"), an_enrolment("three", sequence_id="gone"))
    ended = consequences.of_unsubscribe("", business=business, standing=standing(enrolments=ways)).stops
    assert [stop.enrolment_id for stop in ended] == ["one", "three"]


def test_an_answer_by_staff_ends_what_waits_for_one() -> None:
    business = a_business(sequences=(a_sequence(exits=(EndEvent.ANSWERED,)),))
    (stop,) = consequences.of_answer(NOW, business=business, standing=standing(enrolments=(an_enrolment(),))).stops
    assert (stop.reason, stop.goal_reached) == ("somebody answered them", False)


def test_a_redemption_is_a_goal_too() -> None:
    business = a_business(sequences=(a_sequence(goals=(EndEvent.REDEMPTION,)),))
    redemption = Redemption(id="r", code="c", offer_id="o", contact_id="contact-1", redeemed_at=NOW, device="")
    what = consequences.of_redemption(
        redemption, business=business, standing=standing(enrolments=(an_enrolment(),)), now=NOW, new_id=some_ids()
    )
    assert [stop.reason for stop in what.stops] == ["they used their coupon"]


def test_re_entry_is_counted_on_the_calendar_of_the_contact() -> None:
    business = a_business(sequences=(a_sequence(reentry_after=Wait(amount=1, unit=WaitUnit.MONTHS)),))
    before = an_enrolment(state=EnrolmentState.FINISHED, started_at=dt.datetime(2027, 1, 31, 10, tzinfo=dt.UTC))
    lead = dataclasses.replace(a_lead(), received_at=dt.datetime(2027, 2, 28, 10, tzinfo=dt.UTC))
    assert of_lead(lead, business=business, now=lead.received_at, enrolments=(before,)).starts
