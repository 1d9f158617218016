"""Redeeming at the desk: the answer to a code as a word, a headline and facts; what was redeemed today."""

import datetime as dt
from typing import TYPE_CHECKING

from weblocal.flows import desk, desk_visits
from weblocal.flows import desk_words as words
from weblocal.flows import redeem as redeeming
from weblocal.flows.desk_counter_views import AnswerKind, CouponAnswer, RedeemScreen
from weblocal.flows.workspace import Workspace
from weblocal.model.business import Business
from weblocal.model.devices import Device
from weblocal.model.people import Contact
from weblocal.visits import coupons

if TYPE_CHECKING:
    from weblocal.store.reading import Reading

JUST_NOW = dt.timedelta(minutes=2)
_HEADINGS = {
    AnswerKind.VALID: "Good.",
    AnswerKind.REDEEMED: "Redeemed.",
    AnswerKind.USED: "Already used.",
    AnswerKind.EXPIRED: "Too late.",
    AnswerKind.UNKNOWN: "Not one of ours.",
    AnswerKind.UNSURE: "Cannot check yet.",
}

_SENTENCES = {
    coupons.CouponState.USED: "If this is somebody else, the code was passed on.",
    coupons.CouponState.TOO_EARLY: "Genuine and never used.",
    coupons.CouponState.UNSURE: "The book cannot be opened just now, so nobody can say whether it was used.",
    coupons.CouponState.UNKNOWN: "Look at it again: B and 8, S and 5, G and 6 are easy to mix up.",
}


def redeem_screen(workspace: Workspace, *, now: dt.datetime) -> RedeemScreen:
    """The code box, with today's redemptions under it, newest first."""
    business = workspace.business
    midnight = desk.start_of_day(now, business.zone)

    def job(reading: "Reading") -> tuple[tuple[str, str, str], ...]:
        lines = []
        for one in reversed(reading.redemptions_since(midnight)):
            contact = reading.contact(one.contact_id) if one.contact_id else None
            who = contact.name if contact and not contact.is_walk_in else ""
            lines.append((words.clock_time(one.redeemed_at, business.zone), _offer_text(one.offer_id, business), who))
        return tuple(lines)

    return RedeemScreen(redeemed=workspace.ledger.read(job))


def check(workspace: Workspace, typed: str, *, now: dt.datetime) -> CouponAnswer:
    """What the ledger says of a code, before anything is done."""
    found = redeeming.check_coupon(workspace, typed, now=now)
    return answer(found, _holder(workspace, found), workspace.business, now=now)


def redeem(workspace: Workspace, typed: str, *, device: Device, now: dt.datetime) -> bool:
    """Take the coupon; False when somebody was quicker or it cannot be taken."""
    return redeeming.redeem(workspace, typed, device=device.name, now=now).is_taken


def just_redeemed(workspace: Workspace, typed: str, *, device: Device, now: dt.datetime) -> CouponAnswer:
    """After the press: redeemed when this device took it moments ago (a double press is one), else what the ledger says."""
    found = redeeming.check_coupon(workspace, typed, now=now)
    shown = answer(found, _holder(workspace, found), workspace.business, now=now)
    one = found.redemption
    if one is None or one.device != device.name or now - one.redeemed_at > JUST_NOW:
        return shown
    return CouponAnswer(
        kind=AnswerKind.REDEEMED,
        heading=_HEADINGS[AnswerKind.REDEEMED],
        headline=_offer_text(one.offer_id, workspace.business),
        code=found.code,
        sentences=desk_visits.changed_by(workspace, f"redemption-{one.code}", cause=one.id, now=now),
    )


def answer(found: coupons.CouponAnswer, holder: Contact | None, business: Business, *, now: dt.datetime) -> CouponAnswer:
    """The ledger's answer in the words of the counter."""
    kinds = {
        coupons.CouponState.VALID: AnswerKind.VALID,
        coupons.CouponState.USED: AnswerKind.USED,
        coupons.CouponState.EXPIRED: AnswerKind.EXPIRED,
        coupons.CouponState.TOO_EARLY: AnswerKind.EXPIRED,
        coupons.CouponState.UNSURE: AnswerKind.UNSURE,
    }
    kind = kinds.get(found.state, AnswerKind.UNKNOWN)
    is_early = found.state is coupons.CouponState.TOO_EARLY
    return CouponAnswer(
        kind=kind,
        heading="Too early." if is_early else _HEADINGS[kind],
        headline=_headline(found, business, now=now),
        code=found.code,
        facts=_facts(found, holder, business, now=now),
        sentences=_sentences(found, business),
        may_accept="Accept it, within the grace" if kind is AnswerKind.EXPIRED and found.may_still_be_taken else "",
    )


def _headline(found: coupons.CouponAnswer, business: Business, *, now: dt.datetime) -> str:
    text = found.offer.text if found.offer else ""
    if found.state is coupons.CouponState.USED and found.redemption is not None:
        when = words.day_and_time(found.redemption.redeemed_at, zone=business.zone, now=now)
        device = f", on {found.redemption.device}" if found.redemption.device else ""
        return f"{f'Today at {when}' if when[0].isdigit() else when[0].upper() + when[1:]}{device}"
    if found.state is coupons.CouponState.EXPIRED and found.coupon is not None:
        days = f"{words.in_words(found.days_late)} day{'' if found.days_late == 1 else 's'}"
        return f"It ended on {words.long_day(found.coupon.until_on)}, {days} ago"
    if found.state is coupons.CouponState.TOO_EARLY and found.offer and found.offer.coupon and found.offer.coupon.from_on:
        return f"It begins on {words.long_day(found.offer.coupon.from_on)}"
    return text or ("The code has the right form" if found.state is coupons.CouponState.UNSURE else "No coupon has this code")


def _facts(
    found: coupons.CouponAnswer, holder: Contact | None, business: Business, *, now: dt.datetime
) -> tuple[tuple[str, str], ...]:
    name = holder.name if holder and not holder.is_walk_in else ""
    facts: list[tuple[str, str]] = []
    if found.state is coupons.CouponState.VALID and found.coupon is not None:
        facts.append(("For", name or "whoever brings it"))
        facts.append(("Given", words.on_day(found.coupon.issued_at, zone=business.zone, now=now)))
        facts.append(("Until", words.long_day(found.coupon.until_on)))
        facts.append(("Used", "never"))
    elif found.offer is not None:
        facts.append(("What", found.offer.text))
        if name:
            facts.append(("For", name))
    return tuple(facts)


def _sentences(found: coupons.CouponAnswer, business: Business) -> tuple[str, ...]:
    if found.state is coupons.CouponState.VALID:
        return (found.offer.terms,) if found.offer and found.offer.terms else ()
    if found.state is coupons.CouponState.EXPIRED:
        return (_grace(found, business.desk.grace_days),)
    return (_SENTENCES[found.state],)


def _grace(found: coupons.CouponAnswer, days: int) -> str:
    if found.may_still_be_taken:
        return f"Genuine and never used. The house rule is up to {words.in_words(days)} days of grace, so you decide."
    return (
        "Genuine and never used, but past the days of grace."
        if days
        else "Genuine and never used. The house has no days of grace."
    )


def _offer_text(offer_id: str, business: Business) -> str:
    return next((one.text for one in business.offers if one.id == offer_id), offer_id.replace("_", " "))


def _holder(workspace: Workspace, found: coupons.CouponAnswer) -> Contact | None:
    contact_id = (found.redemption.contact_id if found.redemption else "") or (found.coupon.contact_id if found.coupon else "")
    return workspace.ledger.read(lambda reading: reading.contact(contact_id)) if contact_id else None
