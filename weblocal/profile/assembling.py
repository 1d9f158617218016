"""What was written to what the business is: links joined, texts beside named, defaults filled in, each noted."""

import dataclasses
from collections.abc import Mapping
from typing import Any, cast

from weblocal.model import urls
from weblocal.model.business import Brand, Business, DeskSettings, HostKind, HostSettings, MailSettings, Trade
from weblocal.model.forms import ConsentWording, Form, FormField
from weblocal.model.hours import Hours, Span
from weblocal.model.placements import Placement
from weblocal.model.problems import Place, Unreadable
from weblocal.model.records import record
from weblocal.model.sequences import Stream
from weblocal.model.services import ServiceArea
from weblocal.model.words import Article, OwnPage, Question, Text
from weblocal.opening.parsing import read_date
from weblocal.profile import places
from weblocal.profile.keys.funnel import WrittenForm, WrittenPlacement
from weblocal.profile.keys.pictures import photo
from weblocal.profile.keys.running import WrittenDesk, WrittenMail
from weblocal.profile.keys.whole import WrittenProfile
from weblocal.profile.keys.work import WrittenAreas
from weblocal.profile.naming import digest, in_words, short_name
from weblocal.profile.noting import Notes, suggestion
from weblocal.profile.packs import Pack
from weblocal.profile.text_files import Placed
from weblocal.wording import texts

DEFAULT_COLOUR = "#24527a"
_EIGHT_TO_SEVEN = (Span(8 * 60, 19 * 60),)
_MAIL_WEEK = (_EIGHT_TO_SEVEN,) * 6 + ((),)

# what is the same, and called the same, in the file and in the business
_AS_WRITTEN = (
    *("name", "website", "tagline", "lead", "since", "phone", "whatsapp", "email", "by_appointment", "booking"),
    *(
        "review_link",
        "about",
        "main_photo",
        "services",
        "prices",
        "prices_note",
        "team",
        "facts",
        "steps",
        "timetable",
        "rules",
        "ways",
        "verification",
    ),
    *("rating", "reviews", "offers", "legal"),
)


@record
class Joined:
    """The parts whose links had to be joined; each can be made while others are still wrong, so that all problems show at once."""

    area: ServiceArea | None
    articles: tuple[Article, ...]
    pages: tuple[OwnPage, ...]
    forms: tuple[Form, ...]
    placements: tuple[Placement, ...]


def join(written: Mapping[str, Any], notes: Notes) -> Joined:
    """Every part that can be joined from what could be read; problems are noted."""
    areas = cast(WrittenAreas | None, written.get("areas"))
    return Joined(
        area=places.service_area(areas, notes) if areas else None,
        articles=tuple(_article(name, placed, notes) for name, placed in written.get("articles", ())),
        pages=tuple(_own_page(name, placed, notes) for name, placed in written.get("pages", ())),
        forms=tuple(_form(form, notes) for form in written.get("forms", ())),
        placements=_placements(written.get("placements", ()), notes),
    )


def business(written: WrittenProfile, pack: Pack, joined: Joined, notes: Notes) -> Business:
    """The whole business, once nothing is wrong; sequences are laid in afterwards."""
    if not written.currency:
        notes.defaulted("currency", notes.currency)
    if not written.zone:
        notes.defaulted("zone", notes.zone)
    as_written = {name: getattr(written, name) for name in _AS_WRITTEN}
    language = _language(written, notes)
    send = texts.for_language(language).say("Send")
    return Business(
        slug=written.slug or _slug(written, notes),
        trade=_trade(pack, written, language),
        language=language,
        currency=notes.currency,
        address=places.address(written.address),
        brand=_brand(written, pack, notes),
        hours=Hours(week=written.hours.week, special=written.hours.special, zone=notes.zone),
        mail=_mail(written, notes),
        desk=_desk(written.desk),
        host=written.host or HostSettings(kind=HostKind.FOLDER),
        elsewhere=written.profiles_elsewhere,
        area=joined.area,
        branches=tuple(places.branch(each, written.hours, notes) for each in written.locations),
        photos=tuple(photo(name, placed) for name, placed in written.photos),
        faq=tuple(Question(question=question, answer=answer) for question, answer in written.faq),
        articles=joined.articles,
        pages=joined.pages,
        forms=tuple(dataclasses.replace(form, button=form.button or send) for form in joined.forms),
        placements=joined.placements,
        streams=tuple(Stream(id=name, words=words) for name, words in written.streams),
        **as_written,
    )


def _trade(pack: Pack, written: WrittenProfile, language: str) -> Trade:
    """The trade with its name and headings in the language of the business; visitors read them, so English will not do."""
    trade, say = pack.trade, texts.for_language(language).say
    return dataclasses.replace(
        trade,
        name=say(trade.name),
        services_title=say(trade.services_title),
        prices_title=say(trade.prices_title),
        when_shut=written.when_shut or trade.when_shut,
    )


def _slug(written: WrittenProfile, notes: Notes) -> str:
    slug = (
        short_name(written.name, notes.country)
        or short_name(written.website.split("/")[2].split(".")[0], notes.country)
        or "business"
    )
    notes.defaulted("slug", slug)
    return slug


def _language(written: WrittenProfile, notes: Notes) -> str:
    if not written.languages:
        notes.defaulted("languages", notes.language)
    return notes.language


def _brand(written: WrittenProfile, pack: Pack, notes: Notes) -> Brand:
    brand = written.brand
    if not brand.colour:
        notes.defaulted("brand.colour", DEFAULT_COLOUR)
    if not brand.theme:
        notes.defaulted("brand.theme", pack.theme)
    return Brand(colour=brand.colour or DEFAULT_COLOUR, theme=brand.theme or pack.theme, logo=brand.logo)


def _mail(written: WrittenProfile, notes: Notes) -> MailSettings:
    mail: WrittenMail = written.mail
    name, address = mail.sender or (written.name, written.email)
    return MailSettings(
        from_name=name,
        from_address=address,
        transport=mail.transport,
        window=Hours(week=mail.window.week if mail.window else _MAIL_WEEK, zone=notes.zone),
        caps=mail.caps.per_contact,
        when_capped=mail.caps.on_hit,
        max_late=mail.max_late,
        alert_ids=mail.alerts,
        window_of=mail.window.of if mail.window else "reader",
    )


def _desk(desk: WrittenDesk) -> DeskSettings:
    return DeskSettings(
        address=desk.address,
        keep_leads_days=desk.keep_leads,
        keep_quarantine_days=desk.keep_quarantine,
        grace_days=desk.grace_days,
        accept_offline_up_to_minor=desk.accept_offline_up_to.amount_minor if desk.accept_offline_up_to else 0,
    )


def _article(name: str, placed: Placed[Text], notes: Notes) -> Article:
    text = placed.value
    top = Place(file=text.place.file, line=1, column=1)
    if not text.title:
        notes.refuse(
            top, "title", Unreadable(message="A guide needs a title.", fix="Write title: ... between two lines of --- on top.")
        )
    # a guide's translation was written when the guide was, unless it says otherwise
    date = dict(text.more).get("date", "") or notes.dates.get(name, "")
    notes.dates.setdefault(name, date)
    published_on = read_date(date)
    if published_on is None:
        found = f'"{date}" is not a date.' if date else "A guide needs the date it was written."
        notes.refuse(top, "date", Unreadable(message=found, fix=f"Write date: {notes.today}"))
    return Article(id=name, text=text, published_on=published_on or notes.today)


def _own_page(name: str, placed: Placed[Text], notes: Notes) -> OwnPage:
    if urls.is_taken(name) or urls.own_page(name).rstrip("/") in map(urls.prefix_of, notes.known.get("language", ())):
        wrong = Unreadable(message=f"The site has a page {urls.own_page(name)} of its own.", fix="Choose another short name.")
        notes.refuse(placed.place, placed.path, wrong)
    if not placed.value.title:
        top = Place(file=placed.value.place.file, line=1, column=1)
        wrong = Unreadable(message="A page needs a title.", fix="Write title: ... between two lines of --- on top.")
        notes.refuse(top, "title", wrong)
    return OwnPage(id=name, text=placed.value)


def _form(written: WrittenForm, notes: Notes) -> Form:
    choices = dict(written.choices)
    fields = [FormField(name=name, required=True, choices=choices.get(name, ())) for name in written.asks]
    fields += [FormField(name=name, required=False, choices=choices.get(name, ())) for name in written.may_ask]
    return Form(
        id=written.id,
        title=written.title or in_words(written.id),
        fields=tuple(fields),
        delivery=written.delivers_to,
        button=written.button,
        answer_within=written.answer_within,
        consents=_consents(written, notes),
        service_key=written.key,
    )


def _consents(written: WrittenForm, notes: Notes) -> tuple[ConsentWording, ...]:
    if written.consent is None:
        return ()
    known = notes.known.get("stream", ())
    wordings = []
    for stream, words in written.consent.value:
        if stream in known:
            wordings.append(ConsentWording(stream=stream, words=words, version=digest(stream, words)))
            continue
        fix = suggestion(stream, known, otherwise="Name it under streams, or leave it out here.")
        notes.dangling(
            written.consent.place,
            f"{written.consent.path}.{stream}",
            Unreadable(message=f'There is no stream "{stream}".', fix=fix),
        )
    return tuple(wordings)


def _placements(written: tuple[WrittenPlacement, ...], notes: Notes) -> tuple[Placement, ...]:
    placements: list[Placement] = []
    owners: dict[str, str] = {}
    for each in written:
        code = each.code.value if each.code else each.id.replace("_", "-").strip("-")
        if code in owners:
            place = each.code.place if each.code else each.target.place
            message = f'"{code}" is the code of {owners[code]} already.'
            notes.refuse(place, f"placements.{each.id}.code", Unreadable(message=message, fix="Choose another."))
        owners[code] = each.id
        placements.append(
            Placement(
                id=each.id,
                name=each.name or in_words(each.id),
                code=code,
                piece=each.piece,
                target=each.target.value,
                headline=each.headline,
                cost=each.cost,
                printed=each.printed,
                from_on=each.from_on,
                until_on=each.until_on,
            )
        )
    return tuple(placements)
