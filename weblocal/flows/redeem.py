"""Give out coupons and take them at the counter: one use each, written down with the visit it proves."""

import dataclasses
import datetime as dt
import zoneinfo
from typing import TYPE_CHECKING

from weblocal import clock
from weblocal.codes import typed as typed_codes
from weblocal.errors import LedgerUnavailable
from weblocal.flows import acquaintance, arrivals, courses
from weblocal.flows.workspace import Workspace
from weblocal.model.offers import Offer
from weblocal.model.people import Contact
from weblocal.model.records import record
from weblocal.model.visits import Coupon, Event, EventKind, Redemption, VisitSource
from weblocal.nurture import consequences
from weblocal.visits import coupons
from weblocal.visits.coupons import CouponAnswer
from weblocal.visits.recognising import Sign

if TYPE_CHECKING:
    from weblocal.store.reading import Reading
    from weblocal.store.writing import Writing


@record
class Redeemed:
    """The answer at the counter. `is_taken` says whether this press took the coupon; `changes` what follows from it."""

    answer: CouponAnswer
    is_taken: bool
    visit_id: str = ""
    changes: tuple[str, ...] = ()


def check_coupon(workspace: Workspace, typed: str, *, now: dt.datetime) -> CouponAnswer:
    """May the coupon somebody holds out be taken? Changes nothing; without the book the answer is "cannot check yet"."""
    code = _normal(typed)
    try:
        return workspace.ledger.read(lambda reading: _answer(reading, code, workspace, now=now))
    except LedgerUnavailable:
        return coupons.unsure(code)


def redeem(workspace: Workspace, typed: str, *, device: str, now: dt.datetime) -> Redeemed:
    """Take the coupon, once, however many phones try at the same moment; the visit it proves is logged with it."""
    code = _normal(typed)

    def job(writing: "Writing") -> Redeemed:
        answer = _answer(writing, code, workspace, now=now)
        coupon = answer.coupon
        if coupon is None or not answer.may_still_be_taken:
            return Redeemed(answer=answer, is_taken=False)
        return _take(writing, coupon, answer, device=device, workspace=workspace, now=now)

    return workspace.ledger.write(job)


def code_for(writing: "Writing", contact: Contact, offer: Offer, workspace: Workspace, *, now: dt.datetime) -> str:
    """The contact's own code for `offer`: the one they have, else a new one; empty when the offer has none to give."""
    today = _today(workspace, now)
    until_on = coupons.terms_end(offer, today=today)
    if until_on is None:
        return ""
    for coupon in writing.coupons_of(contact.id):
        if coupon.offer_id == offer.id and coupon.until_on >= today:
            return coupon.code
    coupon = Coupon(code=_fresh_code(), offer_id=offer.id, contact_id=contact.id, issued_at=now, until_on=until_on)
    while not writing.add_coupon(coupon):
        coupon = dataclasses.replace(coupon, code=_fresh_code())
    writing.record_event(
        Event(
            id=clock.new_id(),
            kind=EventKind.COUPON_ISSUED,
            contact_id=contact.id,
            occurred_at=now,
            received_at=now,
            subject=coupon.code,
            values=(("offer", offer.text),),
        )
    )
    return coupon.code


def _take(
    writing: "Writing", coupon: Coupon, answer: CouponAnswer, *, device: str, workspace: Workspace, now: dt.datetime
) -> Redeemed:
    redemption = Redemption(
        id=clock.new_id(),
        code=coupon.code,
        offer_id=coupon.offer_id,
        contact_id=coupon.contact_id,
        redeemed_at=now,
        device=device,
    )
    if not writing.add_redemption(redemption):
        return Redeemed(answer=_answer(writing, coupon.code, workspace, now=now), is_taken=False)
    words = answer.offer.text if answer.offer else coupon.offer_id
    writing.record_event(
        Event(
            id=clock.new_id(),
            kind=EventKind.REDEEMED,
            contact_id=coupon.contact_id,
            occurred_at=now,
            received_at=now,
            subject=coupon.code,
            why=f"Taken on “{device}”." if device else "",
            values=(("offer", words),),
        )
    )
    changes = _follow(writing, redemption, workspace, now=now)
    sign = Sign(
        source=VisitSource.REDEMPTION,
        contact_id=coupon.contact_id,
        rule="their own coupon" if coupon.contact_id else "a coupon anybody may hold",
        occurred_at=now,
        key=f"redemption-{coupon.code}",
    )
    arrival = arrivals.arrive(writing, sign, visit_id=clock.new_id(), workspace=workspace, now=now)
    taken = dataclasses.replace(answer, redemption=redemption)
    return Redeemed(answer=taken, is_taken=True, visit_id=arrival.visit.id, changes=changes + arrival.changes)


def _follow(writing: "Writing", redemption: Redemption, workspace: Workspace, *, now: dt.datetime) -> tuple[str, ...]:
    standing = acquaintance.standing_of(writing, redemption.contact_id, workspace, now=now)
    what = consequences.of_redemption(redemption, business=workspace.business, standing=standing, now=now, new_id=clock.new_id)
    return courses.follow(writing, what, contact_id=redemption.contact_id, business=workspace.business, now=now)


def _answer(reading: "Reading", code: str, workspace: Workspace, *, now: dt.datetime) -> CouponAnswer:
    coupon = reading.coupon(code) if code else None
    used = reading.redemptions_of(code) if code else ()
    return coupons.check(
        code, coupon=coupon, redemption=used[0] if used else None, business=workspace.business, today=_today(workspace, now)
    )


def _today(workspace: Workspace, now: dt.datetime) -> dt.date:
    return now.astimezone(zoneinfo.ZoneInfo(workspace.business.zone)).date()


def _normal(typed: str) -> str:
    """What was typed in its normal form; empty when it cannot be a code of ours."""
    return typed_codes.read(typed) or ""


def _fresh_code() -> str:
    return typed_codes.encode(tuple(clock.pick(len(typed_codes.ALPHABET)) for _ in range(typed_codes.LENGTH - 1)))
