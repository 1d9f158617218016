"""The words on a piece: what its placement leads to, said short enough to be read standing up."""

from weblocal.model.business import Business
from weblocal.model.forms import Form
from weblocal.model.offers import Offer
from weblocal.model.placements import Placement, TargetKind
from weblocal.model.records import record
from weblocal.model.services import Service
from weblocal.wording import addresses, local, texts

# what takes longer to read than it takes to walk past is left to the page behind the code
_LONGEST_LINE = 90


@record
class Words:
    """The texts of one piece, `more` smaller than `line`. `reach` is the number to ring, or the address where nobody can be rung (`rings` is empty)."""

    headline: str
    line: str
    more: str
    invitation: str
    name: str
    place: str
    reach: str
    rings: str


def of_placement(placement: Placement, business: Business) -> Words:
    """What the piece says; the owner's headline wins over the words of what the code leads to."""
    usual, line, more = _promise(placement, business)
    headline = placement.headline or usual
    if len(line) > _LONGEST_LINE or _bare(line) == _bare(headline):
        line = ""
    place = _by_itself(local.with_commas(_address(business), business.locale))
    return Words(
        headline=headline,
        line=line,
        more=more,
        invitation=texts.for_language(business.locale).say("Point your camera here, or type"),
        name=business.name,
        place=place if business.phone else business.email,
        reach=business.phone.display if business.phone else place,
        rings="yes" if business.phone else "",
    )


def is_leading_nowhere(placement: Placement, business: Business) -> bool:
    """Whether what the placement leads to is not in the profile at all."""
    target = placement.target
    held: dict[TargetKind, tuple[Offer | Service | Form, ...]] = {
        TargetKind.OFFER: business.offers,
        TargetKind.PAGE: business.services,
        TargetKind.FORM: business.forms,
    }
    return target.kind in held and target.id not in {each.id for each in held[target.kind]}


def _promise(placement: Placement, business: Business) -> tuple[str, str, str]:
    """The usual headline of a target, the line that belongs under it, and what is said smaller."""
    say, target = texts.for_language(business.locale).say, placement.target
    offer = next((each for each in business.offers if each.id == target.id), None)
    service = next((each for each in business.services if each.id == target.id), None)
    form = next((each for each in business.forms if each.id == target.id), None)
    if target.kind is TargetKind.OFFER and offer:
        return offer.text, offer.text, _terms(offer, business.locale)
    if target.kind is TargetKind.PAGE and service:
        return service.name, service.summary or service.name, _price(service, business.locale)
    if target.kind is TargetKind.FORM and form:
        return form.title, form.title, ""
    if target.kind is TargetKind.CHECK_IN:
        # without a desk nobody takes the tap, and no card may promise it
        tap = say("Tell us that you are here, with one tap.") if business.desk.address else business.tagline
        return say("Good to see you"), tap, ""
    return business.tagline or business.name, business.tagline, ""


def _terms(offer: Offer, language: str) -> str:
    ends = offer.ends_on()
    until = texts.for_language(language).say("Until {date}.", date=local.date(ends, language)) if ends else ""
    return " ".join(filter(None, (offer.terms, until)))


def _price(service: Service, language: str) -> str:
    return f"{service.name}: {local.price(service.price, language)}" if service.price and service.price.low else ""


def _address(business: Business) -> tuple[str, ...]:
    """The address in its country's order, without a postcode that would stand by itself: nobody walks by one."""
    address = business.address
    return tuple(line for line in addresses.lines(address) if line != address.postcode)


def _by_itself(words: str) -> str:
    """Words that keep their own direction inside a text that runs the other way (Unicode's first-strong isolate)."""
    return f"\u2068{words}\u2069" if words else ""


def _bare(words: str) -> str:
    return words.strip().rstrip(".!?").casefold()
