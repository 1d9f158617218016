"""Terms with validity: offers, the coupons and stamp cards they may carry."""

import datetime as dt
import enum

from weblocal.model.records import record
from weblocal.model.services import Money


class CouponUse(enum.StrEnum):
    """How often a coupon may be redeemed."""

    ONCE_PER_CONTACT = "once per contact"
    REFERRAL = "referral"


@record
class CouponTerms:
    """What a coupon is worth and when it holds; both days included."""

    until_on: dt.date
    worth: Money | None = None
    use: CouponUse = CouponUse.ONCE_PER_CONTACT
    from_on: dt.date | None = None


@record
class StampTerms:
    """How many stamps make a card full, and the last day they are given."""

    collect: int
    until_on: dt.date


@record
class Offer:
    """Something said to be had, in plain words, with its end."""

    id: str
    text: str
    terms: str = ""
    coupon: CouponTerms | None = None
    stamps: StampTerms | None = None
    until_on: dt.date | None = None

    def ends_on(self) -> dt.date | None:
        """The last day on which the offer holds."""
        if self.coupon:
            return self.coupon.until_on
        if self.stamps:
            return self.stamps.until_on
        return self.until_on

    def holds_on(self, day: dt.date) -> bool:
        """Whether the offer may be shown and taken on `day`."""
        starts = self.coupon.from_on if self.coupon else None
        ends = self.ends_on()
        return (starts is None or starts <= day) and (ends is None or day <= ends)
