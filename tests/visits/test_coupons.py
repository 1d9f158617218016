import datetime as dt

import pytest

from tests.factories import NOW, a_business, a_coupon, an_offer, later
from weblocal.model.business import DeskSettings
from weblocal.model.visits import Coupon, Redemption, VisitSource, VisitState
from weblocal.visits import coupons, recognising
from weblocal.visits.coupons import CouponAnswer, CouponState
from weblocal.visits.recognising import Sign

CODE = "7KM2P9QX4T"
USED = Redemption(id="r", code=CODE, offer_id="first_visit", contact_id="contact-1", redeemed_at=NOW, device="Till")


def check(
    today: dt.date = dt.date(2026, 11, 10), coupon: Coupon | None = None, redemption: Redemption | None = None, grace: int = 0
) -> CouponAnswer:
    business = a_business(desk=DeskSettings(grace_days=grace))
    return coupons.check(CODE, coupon=coupon or a_coupon(), redemption=redemption, business=business, today=today)


def test_a_coupon_within_its_days_and_unused_is_good() -> None:
    answer = check()
    assert (answer.state, answer.may_still_be_taken, answer.offer) == (CouponState.VALID, True, an_offer())


def test_the_last_day_still_counts() -> None:
    assert check(dt.date(2027, 3, 31)).state is CouponState.VALID


@pytest.mark.parametrize(("grace", "taken"), [(0, False), (6, False), (7, True)])
def test_too_late_says_how_late_and_whether_the_house_still_takes_it(grace: int, taken: bool) -> None:  # noqa: FBT001
    answer = check(dt.date(2027, 4, 7), grace=grace)
    assert (answer.state, answer.days_late, answer.may_still_be_taken) == (CouponState.EXPIRED, 7, taken)


def test_too_early_is_an_answer_of_its_own() -> None:
    assert check(dt.date(2026, 10, 31)).state is CouponState.TOO_EARLY


def test_a_used_coupon_shows_its_use() -> None:
    answer = check(redemption=USED)
    assert (answer.state, answer.redemption, answer.may_still_be_taken) == (CouponState.USED, USED, False)


def test_what_is_not_in_the_book_is_not_one_of_ours() -> None:
    assert (
        coupons.check(CODE, coupon=None, redemption=None, business=a_business(), today=NOW.date()).state is CouponState.UNKNOWN
    )
    assert (
        coupons.check("", coupon=a_coupon(), redemption=None, business=a_business(), today=NOW.date()).state
        is CouponState.UNKNOWN
    )


def test_without_the_book_a_well_formed_code_is_cannot_check_yet_and_never_good() -> None:
    assert coupons.unsure(CODE).state is CouponState.UNSURE
    assert not coupons.unsure(CODE).may_still_be_taken
    assert coupons.unsure("").state is CouponState.UNKNOWN


@pytest.mark.parametrize(
    ("source", "state"),
    [
        (VisitSource.STAFF, VisitState.CONFIRMED),
        (VisitSource.REDEMPTION, VisitState.CONFIRMED),
        (VisitSource.IMPORT, VisitState.CONFIRMED),
        (VisitSource.COMMAND, VisitState.CONFIRMED),
        (VisitSource.CHECK_IN, VisitState.SELF_REPORTED),
    ],
)
def test_what_confirms_a_visit_and_what_only_says_so(source: VisitSource, state: VisitState) -> None:
    sign = Sign(source=source, contact_id="c", rule="same number", occurred_at=later(hours=-1), key="k")
    visit = recognising.recognise(sign, id="v", now=NOW)
    assert (visit.state, visit.matched_by, visit.occurred_at, visit.received_at) == (state, "same number", later(hours=-1), NOW)


def test_a_phone_whose_clock_is_ahead_logs_now() -> None:
    sign = Sign(source=VisitSource.STAFF, contact_id="c", rule="", occurred_at=later(hours=3), key="k")
    assert recognising.recognise(sign, id="v", now=NOW).occurred_at == NOW
