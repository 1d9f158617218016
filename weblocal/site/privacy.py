"""The privacy notice, written from what really happens to what a visitor says: which forms, where to, how long, which mails."""

from collections.abc import Iterator

from markupsafe import Markup

from weblocal.model.business import Business, TransportKind
from weblocal.model.forms import Delivery, FieldName, Form
from weblocal.model.sequences import Purpose
from weblocal.site import presence
from weblocal.site.tongue import Tongue
from weblocal.site.whereabouts import postal_lines

_SERVICES = {
    Delivery.NETLIFY: "Netlify",
    Delivery.FORMSPREE: "Formspree",
    Delivery.WEB3FORMS: "Web3Forms",
    Delivery.BASIN: "Basin",
}


def notice(business: Business, tongue: Tongue) -> tuple[tuple[str, Markup], ...]:
    """The notice as headings with their paragraphs; only what applies."""
    say = tongue.say
    chapters = [
        (say("Who answers for this"), _who(business, tongue)),
        (say("Looking at this site"), _looking(business, tongue)),
        (say("Writing to us with a form"), _forms(business, tongue)),
        (say("Mails from us"), _mails(business, tongue)),
        (say("Cards, posters and coupons"), _placements(business, tongue)),
        (say("What you can ask of us"), _rights(business, tongue)),
    ]
    told = ((title, tuple(paragraphs)) for title, paragraphs in chapters)
    return tuple(
        (title, Markup("").join(Markup("<p>{}</p>").format(each) for each in paragraphs))
        for title, paragraphs in told
        if paragraphs
    )


def _who(business: Business, tongue: Tongue) -> Iterator[str]:
    who = business.legal.company or business.name
    yield tongue.say("{who}, {address}.", who=who, address=tongue.in_a_row(*postal_lines(business)))
    ways = [way for way in (business.phone.display if business.phone else "", business.email) if way]
    if ways:
        yield tongue.say("You reach us at {ways}.", ways=", ".join(ways))


def _looking(business: Business, tongue: Tongue) -> Iterator[str]:
    say = tongue.say
    yield say(
        "This site sets no cookies, counts no visitors and loads nothing from other companies: no fonts, no maps, no videos."
    )
    yield say("The company that hosts it sees your internet address while it sends you the pages, as every host does.")
    if presence.is_premises(business):
        yield say("The link for directions opens a map service of another company, and only when you tap it.")


def _forms(business: Business, tongue: Tongue) -> Iterator[str]:
    say = tongue.say
    for form in presence.forms(business):
        yield say("“{form}” asks for: {fields}.", form=form.title, fields=_asked(form, tongue))
    deliveries = {form.delivery for form in presence.forms(business)}
    if Delivery.DESK in deliveries:
        yield tongue.many(
            "What you write goes to our own desk, not to another company. We keep it for {count} day and then delete it.",
            "What you write goes to our own desk, not to another company. We keep it for {count} days and then delete it.",
            business.desk.keep_leads_days,
        )
        yield tongue.many(
            "A message that looks like advertising by a machine is held back and deleted after {count} day.",
            "A message that looks like advertising by a machine is held back and deleted after {count} days.",
            business.desk.keep_quarantine_days,
        )
    for delivery in sorted(deliveries & set(_SERVICES)):
        yield say("What you write is taken by {service}, which passes it on to us.", service=_SERVICES[delivery])
    if Delivery.PHP in deliveries:
        yield say("What you write goes to our own web space, which passes it on to us.")
    if deliveries:
        yield say(
            "We use it to answer you. With it we note the page you wrote from, and the card or poster that led you there, if one did."
        )


def _asked(form: Form, tongue: Tongue) -> str:
    say = tongue.say
    words = {
        FieldName.NAME: say("your name"),
        FieldName.PHONE: say("your phone number"),
        FieldName.EMAIL: say("your e-mail address"),
        FieldName.SERVICE: say("what you need"),
        FieldName.POSTCODE: say("your postcode"),
        FieldName.PLACE: say("where it is"),
        FieldName.DAY: say("a day"),
        FieldName.PEOPLE: say("how many people"),
        FieldName.MESSAGE: say("your message"),
    }
    return tongue.listed(tuple(words[asked.name] for asked in form.fields))


def _mails(business: Business, tongue: Tongue) -> Iterator[str]:
    say = tongue.say
    consents = {wording.stream: wording.words for form in presence.forms(business) for wording in form.consents}
    for words in consents.values():
        yield say("If you tick “{words}”, we keep the words you agreed to, and when, as proof.", words=words)
    if consents:
        yield say(
            "You can stop at any time with one click in every such mail, or by telling us. We then keep only a mark that cannot be read back, so that we never write to you again."
        )
    if not business.sequences:
        return
    if any(sequence.purpose is not Purpose.MARKETING for sequence in business.sequences):
        yield say("We may also write to you about the job you asked us for; that needs no tick.")
    if business.mail.transport is TransportKind.SENDGRID:
        yield say("Our mails are carried by SendGrid (Twilio), which sees your address and the mail.")
    elif business.mail.transport is TransportKind.SMTP:
        yield say("Our mails are carried by our mail provider, which sees your address and the mail.")
    yield say("Our mails hold no pictures that report when you open them.")


def _placements(business: Business, tongue: Tongue) -> Iterator[str]:
    if business.placements:
        yield tongue.say(
            "The codes on our cards and posters are the same for everybody. We count how often one is opened, not who opened it."
        )
    if any(offer.coupon or offer.stamps for offer in business.offers):
        yield tongue.say("If you use a coupon or a stamp card, we note that it was used and when.")


def _rights(business: Business, tongue: Tongue) -> Iterator[str]:
    if not presence.has_a_way_in(business):
        return
    yield tongue.say(
        "You may ask what we hold about you, have it corrected, get a copy of it, or have it deleted. Ring or write; it costs nothing."
    )
    yield tongue.say("If you think we do this wrong, you can complain to the data protection authority where you live.")


def lines_of_law(business: Business, tongue: Tongue) -> str:
    """The small lines at the foot: company, register, tax number, and what else the law wants said."""
    legal = business.legal
    said = [
        legal.company,
        tongue.say("Company no. {number}", number=legal.register) if legal.register else "",
        tongue.say("VAT no. {number}", number=legal.vat) if legal.vat else "",
        *legal.lines,
    ]
    return " ".join(f"{line.rstrip('.')}." for line in said if line)
