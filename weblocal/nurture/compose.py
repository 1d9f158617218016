"""Write a mail: a step's Markdown, or an alert, in the look of the theme, as HTML and as text from the same blocks."""

import dataclasses
import datetime as dt
import hashlib
import zoneinfo

from weblocal.codes import qr, typed
from weblocal.model import urls
from weblocal.model.business import Business
from weblocal.model.mail import Mail, Message
from weblocal.model.people import Contact
from weblocal.model.sequences import Purpose, SendStep
from weblocal.nurture import mail_blocks, mail_page, mail_text, personalising
from weblocal.nurture.mail_blocks import Block, Headline, Paragraph, Rows, Words
from weblocal.nurture.mail_page import Button, Ticket
from weblocal.theming.theme import Theme
from weblocal.wording import local, texts


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Everything a mail says, before it has a look."""

    subject: str
    preheader: str
    blocks: tuple[Block, ...]
    button: Button | None
    ticket: Ticket | None
    reason: str
    unsubscribe_url: str = ""


def compose(  # noqa: PLR0913 - all of them keywords, each a noun of its own
    message: Message,
    *,
    step: SendStep,
    business: Business,
    theme: Theme,
    contact: Contact,
    unsubscribe_url: str,
    coupon_code: str,
    now: dt.datetime,
) -> Mail:
    """The mail of a step to a contact. Without an address for one-click unsubscribe, a mail to the business takes its place."""
    values = {
        "first_name": personalising.first_name(contact.name),
        "business_name": business.name,
        "phone": business.phone.display if business.phone else "",
    }
    front = dict(step.text.more)
    marked = personalising.mark(step.text.body, values)
    blocks = tuple(_filled(block, marked) for block in mail_blocks.read(marked.text))
    draft = Draft(
        subject=personalising.fill(step.text.title or business.name, values),
        preheader=personalising.fill(front.get("preheader", ""), values),
        blocks=blocks,
        button=_button(front.get("button", ""), front.get("button_to", ""), business),
        ticket=_ticket(step.offer, coupon_code, business),
        reason=_reason(message, business),
        unsubscribe_url=unsubscribe_url if message.purpose is Purpose.MARKETING else "",
    )
    mail = _mail(draft, message, business=business, theme=theme, now=now)
    by_mail = business.email if message.purpose is Purpose.MARKETING else ""
    return dataclasses.replace(mail, to_name=personalising.one_line(contact.name)[:78], unsubscribe_mailto=by_mail)


def alert(  # noqa: PLR0913 - all of them keywords, each a noun of its own
    message: Message,
    *,
    lead_url: str,
    form_title: str,
    answer_by: dt.datetime | None,
    business: Business,
    theme: Theme,
    now: dt.datetime,
) -> Mail:
    """The mail that tells the owner of a new lead: a link and a time, nobody's name, number or words."""
    say = texts.for_language(business.language).say
    subject = say("Somebody is waiting: {form}", form=form_title) if form_title else say("Somebody is waiting")
    answer = say("Answer when you can.")
    if answer_by is not None:
        at = answer_by.astimezone(zoneinfo.ZoneInfo(business.zone))
        answer = say("Answer by {time}.", time=local.time_of_day(at.time(), business.language))
    where = say("Name and number are on the desk, not in this mail.")
    blocks: tuple[Block, ...] = (
        Headline(1, _plain(f"{subject}. {answer}")),
        Paragraph(_plain(where)),
    )
    draft = Draft(
        subject=f"{subject}. {answer}",
        preheader=answer,
        blocks=blocks,
        button=Button(words=say("Open the desk"), address=lead_url) if lead_url else None,
        ticket=None,
        reason=say("You get this because business.yaml names you under mail: alerts."),
    )
    return dataclasses.replace(_mail(draft, message, business=business, theme=theme, now=now), reply_to="")


def _mail(draft: Draft, message: Message, *, business: Business, theme: Theme, now: dt.datetime) -> Mail:
    button = (draft.button.words, draft.button.address) if draft.button else None
    domain = business.mail.from_address.rpartition("@")[2] or "localhost"
    digest = hashlib.blake2b(message.token.encode(), digest_size=16).hexdigest()
    return Mail(
        token=message.token,
        message_id=f"<{digest}@{domain}>",
        from_name=business.mail.from_name or business.name,
        from_address=business.mail.from_address,
        to_address=message.to_address,
        to_name="",
        reply_to=business.email,
        subject=draft.subject,
        html=mail_page.render(draft, business=business, theme=theme),
        text=mail_text.render(
            draft.blocks,
            ticket=draft.ticket.as_text() if draft.ticket else "",
            button=button,
            footing=_footing(draft, business),
        ),
        date=now,
        unsubscribe_url=draft.unsubscribe_url,
    )


def _footing(draft: Draft, business: Business) -> tuple[str, ...]:
    say = texts.for_language(business.language).say
    stop = say("Stop these mails with one click: {address}", address=draft.unsubscribe_url) if draft.unsubscribe_url else ""
    phone = business.phone.display if business.phone else ""
    return tuple(
        line
        for line in (draft.reason, stop, "", mail_page.postal_line(business), f"{phone}  {business.website}".strip())
        if line
    )


def _reason(message: Message, business: Business) -> str:
    say = texts.for_language(business.language).say
    words = next((asked.words for form in business.forms for asked in form.consents if asked.stream == message.stream), "")
    if message.purpose is Purpose.MARKETING and words:
        return say("You get this because you ticked “{words}”.", words=words)
    return say("You get this because you were in touch with {name}.", name=business.name)


def _button(words: str, target: str, business: Business) -> Button | None:
    """The one button; none when what it leads to is not there."""
    kind, _, rest = target.partition(" ")
    site = business.website.rstrip("/")
    addresses = {
        "call": local.phone_link(business.phone.e164) if business.phone else "",
        "site": f"{site}{rest.strip()}" if rest.strip().startswith("/") else "",
        "form": f"{site}{urls.CONTACT}",
        "offer": f"{site}{urls.offer(rest.strip())}",
        "review": business.review_link,
    }
    address = target if target.startswith("https://") else addresses.get(kind, "")
    return Button(words=words, address=address) if words and address else None


def _ticket(offer_id: str, code: str, business: Business) -> Ticket | None:
    offer = next((offer for offer in business.offers if offer.id == offer_id), None)
    ends = offer.ends_on() if offer else None
    if offer is None or not code or ends is None:
        return None
    say = texts.for_language(business.language).say
    return Ticket(
        text=offer.text,
        terms=offer.terms,
        until=say("Until {day}", day=local.date(ends, business.language)),
        code=typed.spaced(code),
        runs=qr.runs(code),
        or_say=say("or say the code"),
    )


def _filled(block: Block, marked: personalising.Marked) -> Block:
    def words(each: Words) -> Words:
        return Words(marked.in_html(each.html), marked.in_text(each.text))

    match block:
        case Headline() | Paragraph():
            return dataclasses.replace(block, words=words(block.words))
        case mail_blocks.Steps():
            return dataclasses.replace(block, points=tuple(words(point) for point in block.points))
        case Rows():
            return Rows(tuple((words(name), words(value)) for name, value in block.rows))
        case mail_blocks.Ticket():
            return block


def _plain(text: str) -> Words:
    from markupsafe import escape

    return Words(escape(text), text)
