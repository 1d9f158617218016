"""May this coupon be taken? Five answers, never a guess: good, used, too late, not ours, or cannot check yet."""

import dataclasses
import datetime as dt
import enum

from weblocal.model.business import Business
from weblocal.model.offers import Offer
from weblocal.model.records import record
from weblocal.model.visits import Coupon, Redemption


class CouponState(enum.StrEnum):
    """The five answers; too_early is a sort of expired that has not begun."""

    VALID = "valid"
    USED = "used"
    EXPIRED = "expired"
    TOO_EARLY = "too_early"
    UNKNOWN = "unknown"
    UNSURE = "unsure"


@record
class CouponAnswer:
    """The answer with what a person at the counter needs to see; `days_late` counts from the day after it ended.

    `may_still_be_taken` is the house rule: a coupon a few days late within the profile's grace.
    """

    state: CouponState
    code: str
    coupon: Coupon | None = None
    offer: Offer | None = None
    redemption: Redemption | None = None
    days_late: int = 0
    may_still_be_taken: bool = False


def check(
    code: str, *, coupon: Coupon | None, redemption: Redemption | None, business: Business, today: dt.date
) -> CouponAnswer:
    """The answer for `code` (in its normal form) given what the ledger holds of it; `today` is the business's own date.

    `code` empty means that what was typed is no code at all: a letter wrong, or somebody else's coupon.
    """
    if not code or coupon is None:
        return CouponAnswer(state=CouponState.UNKNOWN, code=code)
    offer = next((offer for offer in business.offers if offer.id == coupon.offer_id), None)
    answer = CouponAnswer(state=CouponState.VALID, code=code, coupon=coupon, offer=offer, redemption=redemption)
    if redemption is not None:
        return dataclasses.replace(answer, state=CouponState.USED)
    if today > coupon.until_on:
        late = (today - coupon.until_on).days
        within_grace = late <= business.desk.grace_days
        return dataclasses.replace(answer, state=CouponState.EXPIRED, days_late=late, may_still_be_taken=within_grace)
    from_on = offer.coupon.from_on if offer and offer.coupon else None
    if from_on is not None and today < from_on:
        return dataclasses.replace(answer, state=CouponState.TOO_EARLY)
    return dataclasses.replace(answer, may_still_be_taken=True)


def unsure(code: str) -> CouponAnswer:
    """The book cannot be read just now: the code has the right form, and that is all anybody can say."""
    return CouponAnswer(state=CouponState.UNSURE, code=code) if code else CouponAnswer(state=CouponState.UNKNOWN, code="")


def terms_end(offer: Offer, *, today: dt.date) -> dt.date | None:
    """The last day of a coupon given out today for `offer`; None when the offer has none to give, or is over."""
    if offer.coupon is None or offer.coupon.until_on < today:
        return None
    return offer.coupon.until_on
