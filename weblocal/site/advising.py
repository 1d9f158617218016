"""What the site leaves out because the profile is silent, and what a sentence there would add: hints, never errors."""

from collections.abc import Iterator

from weblocal.model import urls
from weblocal.model.placements import TargetKind
from weblocal.model.problems import Finding, Severity
from weblocal.site import likeness, photo_advice, presence
from weblocal.site.planning import SitePlan

LONGEST_QUOTE = 240
LONGEST_HEADLINE = 7


def advice(plan: SitePlan) -> Iterator[Finding]:
    """What visitors look for first and do not find, in the order in which they look for it."""
    yield from _promise(plan)
    yield from _prices(plan)
    yield from _voices(plan)
    yield from _gone(plan)
    yield from _places(plan)
    yield from photo_advice.advice(plan)
    business = plan.business
    if len(business.faq) < 2:
        yield _hint("faq-missing", "Questions people ask have no answer on the site.", "Add two or more under faq.")
    if not business.hours.is_known and not business.by_appointment:
        yield _hint("hours-missing", "Nobody can see when you are open.", "Add hours, or by_appointment: yes.")


def _promise(plan: SitePlan) -> Iterator[Finding]:
    business = plan.business
    if not business.tagline:
        message = "The headline is your trade and town, like everybody's."
        yield _hint("tagline-missing", message, "Add tagline: a fact or a promise nobody else in town could sign.")
    elif len(business.tagline.split()) > LONGEST_HEADLINE:
        message = f"The tagline has {len(business.tagline.split())} words."
        yield _hint("tagline-long", message, f"Up to {LONGEST_HEADLINE} are read at a glance.")
    if not business.lead:
        yield _hint("lead-missing", "Under the headline stand only the names of services.", "Add lead: what you do, and where.")


def _prices(plan: SitePlan) -> Iterator[Finding]:
    unpriced = [service.name for service in plan.business.services if service.price is None]
    if unpriced and not presence.prices(plan.business):
        message = f"No price, not even “by quote”: {', '.join(unpriced[:3])}{' …' if len(unpriced) > 3 else ''}."
        yield _hint("price-missing", message, "People look for prices first. Write price: from 85, or by quote.")


def _voices(plan: SitePlan) -> Iterator[Finding]:
    business = plan.business
    old = len(business.reviews) - len(presence.reviews(business, plan.today))
    if old:
        message = f"{old} of your reviews are older than a year and a half and are not shown."
        yield Finding(
            rule="reviews-old", severity=Severity.WARNING, page=urls.HOME, message=message, fix="Add newer ones, word for word."
        )
    elif not business.reviews:
        yield _hint("reviews-missing", "No customer speaks on the site.", "Add one review with its source and month.")
    if any(len(review.words) > LONGEST_QUOTE for review in presence.reviews(business, plan.today)):
        message = f"A review is longer than {LONGEST_QUOTE} letters."
        yield _hint("review-long", message, "Keep whole sentences of it; never change a word.")


def _gone(plan: SitePlan) -> Iterator[Finding]:
    for offer in plan.business.offers:
        ends = offer.ends_on()
        if ends is None:
            message = f"The offer “{offer.text}” has no last day, so it is not shown."
            yield Finding(rule="offer-endless", severity=Severity.WARNING, page=urls.HOME, message=message, fix="Add until.")
        elif ends < plan.today:
            message = f"The offer “{offer.text}” ended on {ends} and is not shown."
            yield Finding(
                rule="offer-ended", severity=Severity.WARNING, page=urls.HOME, message=message, fix="Renew or remove it."
            )


def _places(plan: SitePlan) -> Iterator[Finding]:
    """Area pages with nothing of their own to say, and codes on paper that lead to what is over."""
    areas = presence.areas(plan.business)
    names = {area.id: area.name for area in areas}
    for area_id, twin in likeness.copies(areas):
        message = f"The text for {names[area_id]} is the one for {twin} with another name in it, so it gets no page."
        fix = "Say what is true only there: jobs, people, prices, how long it takes."
        yield _warning("area-thin", f"areas.pages.{area_id}", message, fix)
    for area in areas:
        if likeness.is_short(area):
            message = f"The page for {area.name} says very little."
            yield _hint("area-thin", message, "Say what is true only there: jobs, people, prices, how long it takes.")
    dead = {offer.id for offer in plan.business.offers} - {offer.id for offer in presence.offers(plan.business, plan.today)}
    for placement in presence.placements(plan.business, plan.today):
        if placement.target.kind is TargetKind.OFFER and placement.target.id in dead:
            message = (
                f"“{placement.name}” is out there and leads to an offer that is over; its code shows the home page's words."
            )
            yield _warning(
                "offer-ended", f"placements.{placement.id}.goes_to", message, "Renew the offer, or let the code lead elsewhere."
            )


def _warning(rule: str, page: str, message: str, fix: str) -> Finding:
    return Finding(rule=rule, severity=Severity.WARNING, page=page, message=message, fix=fix)


def _hint(rule: str, message: str, fix: str) -> Finding:
    return Finding(rule=rule, severity=Severity.HINT, page=urls.HOME, message=message, fix=fix)
