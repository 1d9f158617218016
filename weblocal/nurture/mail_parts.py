"""Parts of a mail that come from the business: its button, an offer's ticket, whole links, and what stands in every footer."""

import dataclasses
import urllib.parse

from weblocal.codes import qr, typed
from weblocal.model import urls
from weblocal.model.business import Business
from weblocal.model.offers import Offer
from weblocal.nurture.mail_blocks import Block, Button, Span, Ticket
from weblocal.wording import addresses, local, texts

_OUTSIDE = ("https://", "http://", "mailto:", "tel:")


def button(words: str, target: str, business: Business) -> Button | None:
    """The one button; none when it has no words or what it leads to is not there."""
    href = address_of(target, business)
    return Button(words=words.strip(), href=href) if words.strip() and href else None


def address_of(target: str, business: Business) -> str:
    """Where `button_to` leads, as a whole address: call, site /path/, form <id>, offer <id>, review, or https://…; else nothing."""
    kind, _, rest = target.strip().partition(" ")
    rest = rest.strip()
    if kind.startswith("https://"):
        return "" if rest else kind
    if kind == "call":
        return local.phone_link(business.phone.e164) if business.phone else ""
    if kind == "review":
        return business.review_link
    path = _path_of(kind, rest, business)
    return _whole(path, business) if path else ""


def _path_of(kind: str, rest: str, business: Business) -> str:
    if kind == "site" and rest.startswith("/"):
        return rest
    if kind == "form" and any(form.id == rest for form in business.forms):
        return f"{urls.CONTACT}#form"
    return urls.offer(rest) if kind == "offer" and _offer(rest, business) else ""


def ticket(offer_id: str, code: str, business: Business) -> Ticket | None:
    """The ticket of an offer: its QR leads staff to the desk's answer, or says the code alone where there is no desk."""
    offer = _offer(offer_id, business)
    if offer is None:
        return None
    say = texts.for_language(business.locale).say
    ends = offer.ends_on()
    desk = business.desk.address
    return Ticket(
        words=offer.text,
        terms=offer.terms,
        until=say("Until {day}", day=local.date(ends, business.locale)) if ends else "",
        code=typed.spaced(code) if code else "",
        say_code=say("or say the code"),
        runs=qr.runs(desk + urls.desk_coupon(code) if desk else code) if code else (),
    )


def stop(unsubscribe_url: str, by_mail: str, business: Business) -> Span | None:
    """The way to stop: one click where a desk takes it, else a mail with its subject written."""
    say = texts.for_language(business.locale).say
    if unsubscribe_url:
        return Span(say("Stop these mails with one click"), href=unsubscribe_url)
    if by_mail:
        return Span(say("Stop these mails: send this mail as it is"), href=f"mailto:{by_mail}?subject=unsubscribe")
    return None


def postal_line(business: Business) -> str:
    """The postal address the law asks for, without the street of a business that keeps it to itself."""
    company = business.legal.company
    name = "" if company.startswith(business.name) else business.name
    return local.with_commas((name, company, *addresses.lines(business.address)), business.locale)


def contact_links(business: Business) -> tuple[Span, ...]:
    """Telephone and site, as they stand in a footer."""
    phone = (Span(business.phone.display, href=local.phone_link(business.phone.e164)),) if business.phone else ()
    site = urllib.parse.urlsplit(business.website)
    return (*phone, Span(site.netloc + site.path.rstrip("/"), href=business.website))


def with_whole_links(block: Block, business: Business) -> Block:
    """The block with links into the site made whole: a mail has no page that /prices/ could be relative to."""
    return _rewritten(block, business)  # type: ignore[return-value]


def _rewritten(value: object, business: Business) -> object:
    if isinstance(value, Span):
        is_whole = not value.href or value.href.startswith(_OUTSIDE)
        return value if is_whole else dataclasses.replace(value, href=_whole(value.href, business))
    if isinstance(value, tuple):
        return tuple(_rewritten(each, business) for each in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        changed = {field.name: _rewritten(getattr(value, field.name), business) for field in dataclasses.fields(value)}
        return dataclasses.replace(value, **changed)
    return value


def _whole(path: str, business: Business) -> str:
    return f"{business.website.rstrip('/')}/{path.lstrip('/')}"


def _offer(offer_id: str, business: Business) -> Offer | None:
    return next((offer for offer in business.offers if offer.id == offer_id), None)
