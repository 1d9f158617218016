"""Write a mail: a step's Markdown, an alert or a sign-in link, as one letter, and the letter as HTML and as text."""

import dataclasses
import datetime as dt
import hashlib
import zoneinfo

from weblocal.model.business import Business
from weblocal.model.leads import Lead
from weblocal.model.mail import Mail, Message
from weblocal.model.people import Consent, Contact
from weblocal.model.records import record
from weblocal.model.sequences import Purpose, SendStep, Sequence
from weblocal.model.visits import Visit
from weblocal.nurture import mail_page, mail_parts, mail_reading, mail_text, personalising
from weblocal.nurture.mail_blocks import Block, Button, Footer, Headline, Letter, Mark, Paragraph, Span, Ticket
from weblocal.theming.theme import Theme
from weblocal.wording import local, texts

LONGEST_PREHEADER = 140


@record
class Occasion:
    """What we know of why this mail goes to this person: the agreement it rests on, what they asked, their last visit."""

    consent: Consent | None = None
    lead: Lead | None = None
    visit: Visit | None = None


NOTHING_KNOWN = Occasion()


def compose(  # noqa: PLR0913 - a mail is made of this much
    message: Message,
    *,
    step: SendStep,
    business: Business,
    theme: Theme,
    contact: Contact,
    unsubscribe_url: str,
    coupon_code: str,
    now: dt.datetime,
    occasion: Occasion = NOTHING_KNOWN,
) -> Mail:
    """The mail of a step to a contact. Where no desk takes the one-click unsubscribe, a mail to the business takes its place."""
    values = _values(contact, occasion, business, now)
    front = dict(step.text.more)
    blocks = _blocks(step, values, business=business, coupon_code=coupon_code)
    may_stop = message.purpose is not Purpose.TRANSACTIONAL
    by_mail = (business.email or business.mail.from_address) if may_stop else ""
    ticket = next((block for block in blocks if isinstance(block, Ticket)), None)
    sequence = next((each for each in business.sequences if each.id == message.sequence_id), None)
    letter = Letter(
        language=business.language,
        sender=business.name,
        note=ticket.until if ticket else _position(sequence, step, business),
        subject=personalising.fill(front.get("subject", "") or step.text.title or business.name, values),
        preheader=personalising.fill(front.get("preheader", ""), values) or _first_words(blocks),
        blocks=blocks,
        footer=Footer(
            reason=_reason(message, occasion, business, sequence=sequence, step=step),
            stop=mail_parts.stop(unsubscribe_url, by_mail, business) if may_stop else None,
            postal=mail_parts.postal_line(business),
            links=mail_parts.contact_links(business),
        ),
    )
    mail = _mail(letter, message, business=business, theme=theme, now=now)
    return dataclasses.replace(
        mail,
        to_name=personalising.one_line(contact.name)[:78],
        unsubscribe_url=unsubscribe_url if may_stop else "",
        unsubscribe_mailto=by_mail,
    )


def alert(  # noqa: PLR0913 - as its caller knows it
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
    say = texts.for_language(business.locale).say
    subject = say("Somebody is waiting: {form}", form=form_title) if form_title else say("Somebody is waiting")
    answer = say("Answer when you can.")
    if answer_by is not None:
        answer = say("Answer by {time}.", time=_wall_time(answer_by, business, now))
    where = say("Name and number are on the desk, not in this mail.")
    blocks: tuple[Block, ...] = (
        Headline(spans=(Span(f"{subject}. {answer}"),)),
        Paragraph(spans=(Span(where),)),
        *((Button(words=say("Open it on the desk"), href=lead_url),) if lead_url else ()),
    )
    letter = _to_the_house(
        business,
        subject=f"{subject}. {answer}",
        preheader=where,
        blocks=blocks,
        reason=say("You get this because mail: alerts: in business.yaml names you."),
    )
    return dataclasses.replace(_mail(letter, message, business=business, theme=theme, now=now), reply_to="")


def sign_in(message: Message, *, link: str, code: str, business: Business, theme: Theme, now: dt.datetime) -> Mail:
    """The mail that lets a staff phone in: a link that works once and for ten minutes, and the same right as a code to type."""
    say = texts.for_language(business.locale).say
    subject = say("Your way to the desk of {name}", name=business.name)
    typed = say("Or type this code: {code}", code=code)
    once = say("It works once, within ten minutes. You did not ask for it? Then do nothing.")
    blocks: tuple[Block, ...] = (
        Headline(spans=(Span(say("Open the desk on this phone.")),)),
        Button(words=say("Open the desk"), href=link),
        *((Paragraph(spans=(Span(typed),)),) if code else ()),
        Paragraph(spans=(Span(once),), is_aside=True),
    )
    reason = say("You get this because somebody asked for it at the desk.")
    letter = _to_the_house(business, subject=subject, preheader=once, blocks=blocks, reason=reason)
    return dataclasses.replace(_mail(letter, message, business=business, theme=theme, now=now), reply_to="")


def _to_the_house(business: Business, *, subject: str, preheader: str, blocks: tuple[Block, ...], reason: str) -> Letter:
    footer = Footer(reason=reason, stop=None, postal=mail_parts.postal_line(business), links=mail_parts.contact_links(business))
    return Letter(
        language=business.language,
        sender=business.name,
        note="",
        subject=subject,
        preheader=preheader,
        blocks=blocks,
        footer=footer,
    )


def _mail(letter: Letter, message: Message, *, business: Business, theme: Theme, now: dt.datetime) -> Mail:
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
        subject=letter.subject,
        html=mail_page.render(letter, business=business, theme=theme),
        text=mail_text.render(letter),
        date=now,
    )


def _blocks(step: SendStep, values: dict[str, str], *, business: Business, coupon_code: str) -> tuple[Block, ...]:
    """The body with its button and ticket where the owner marked their places, else at its end."""
    marked = personalising.mark(step.text.body)
    body = personalising.filled(mail_reading.read(marked.text), marked.words(values))
    front = dict(step.text.more)
    parts: dict[str, Block | None] = {
        "coupon": mail_parts.ticket(step.offer, coupon_code, business),
        "button": mail_parts.button(front.get("button", ""), front.get("button_to", ""), business),
    }
    parts = {name: part for name, part in parts.items() if part is not None}
    placed: list[Block] = []
    for block in body:
        found = parts.pop(block.name, None) if isinstance(block, Mark) else mail_parts.with_whole_links(block, business)
        if found is not None:
            placed.append(found)
    return (*placed, *(part for part in parts.values() if part is not None))


def _values(contact: Contact, occasion: Occasion, business: Business, now: dt.datetime) -> dict[str, str]:
    lead, visit = occasion.lead, occasion.visit
    return {
        "first_name": personalising.first_name(contact.name),
        "asked_for": personalising.short_words(lead.asked_for) if lead else "",
        "asked_on": _day(lead.received_at, business, now) if lead else "",
        "visit_day": _day(visit.occurred_at, business, now) if visit else "",
        "business_name": business.name,
        "phone": business.phone.display if business.phone else "",
    }


def _day(at: dt.datetime, business: Business, now: dt.datetime) -> str:
    """A day as people say it: Tuesday when it was within the week, else 3 November."""
    zone = zoneinfo.ZoneInfo(business.zone)
    day, today = at.astimezone(zone).date(), now.astimezone(zone).date()
    if 0 <= (today - day).days < 7:
        return local.weekday(day.weekday(), business.locale)
    return local.day_and_month(day, business.locale)


def _wall_time(at: dt.datetime, business: Business, now: dt.datetime) -> str:
    """The time on the wall of the business, with its day when that is not today."""
    zone = zoneinfo.ZoneInfo(business.zone)
    wall = at.astimezone(zone)
    time = local.time_of_day(wall.time().replace(second=0, microsecond=0), business.locale)
    if wall.date() == now.astimezone(zone).date():
        return time
    say = texts.for_language(business.locale).say
    return say("{time} on {day}", time=time, day=local.weekday_and_date(wall.date(), business.locale))


def _mails_of(sequence: Sequence | None) -> tuple[str, ...]:
    return tuple(step.id for step in sequence.steps if isinstance(step, SendStep)) if sequence else ()


def _position(sequence: Sequence | None, step: SendStep, business: Business) -> str:
    """Which of how many; nothing for a mail that stands alone."""
    mails = _mails_of(sequence)
    if len(mails) < 2 or step.id not in mails:
        return ""
    return texts.for_language(business.locale).say("{number} of {count}", number=mails.index(step.id) + 1, count=len(mails))


def _reason(message: Message, occasion: Occasion, business: Business, *, sequence: Sequence | None, step: SendStep) -> str:
    """Why they get this, in the words they agreed to, and how many more there will be."""
    wording = texts.for_language(business.locale)
    reason = _because(message, occasion, business)
    mails = _mails_of(sequence)
    if message.purpose is Purpose.TRANSACTIONAL or step.id not in mails:
        return reason
    left = len(mails) - mails.index(step.id) - 1
    more = wording.many("One more follows at most.", "{count} more follow at most.", left) if left else ""
    return " ".join(part for part in (reason, more or wording.say("It is the last one about this.")) if part)


def _because(message: Message, occasion: Occasion, business: Business) -> str:
    say = texts.for_language(business.locale).say
    zone = zoneinfo.ZoneInfo(business.zone)
    if message.purpose is Purpose.MARKETING and occasion.consent is not None and occasion.consent.words:
        day = local.date(occasion.consent.recorded_at.astimezone(zone).date(), business.locale)
        return say("You get this because you agreed to “{words}” on {day}.", words=occasion.consent.words.rstrip("."), day=day)
    asked = (asked.words for form in business.forms for asked in form.consents if asked.stream == message.stream)
    words = next(asked, "")
    if message.purpose is Purpose.MARKETING and words:
        return say("You get this because you agreed to “{words}”.", words=words.rstrip("."))
    if occasion.lead is not None:
        day = local.date(occasion.lead.received_at.astimezone(zone).date(), business.locale)
        return say("You get this because you asked us on {day}.", day=day)
    return say("You get this because you were in touch with {name}.", name=business.name)


def _first_words(blocks: tuple[Block, ...]) -> str:
    """What stands in for a preheader: the first paragraph that says more than hello."""
    for block in blocks:
        if isinstance(block, Paragraph):
            words = mail_reading.plain(block.spans)
            if len(words) > 30:
                return words if len(words) <= LONGEST_PREHEADER else words[: LONGEST_PREHEADER - 1].rsplit(" ", 1)[0] + "…"
    return ""
