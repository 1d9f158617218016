"""The whole of business.yaml: every top key, in the order of the reference page."""

from weblocal.model.business import BookingPage, HostSettings, Legal, Phone, PriceLine
from weblocal.model.offers import Offer
from weblocal.model.pictures import Photo
from weblocal.model.problems import Unreadable
from weblocal.model.records import record
from weblocal.model.services import Service
from weblocal.model.timetable import Session, Way
from weblocal.model.words import Fact, Rating, Review, Teammate, Text, WorkStep
from weblocal.profile import countries
from weblocal.profile.contacts import mail_address, phone
from weblocal.profile.fields import Leaf
from weblocal.profile.keys import funnel, identity, nurture, pictures, running, week, work
from weblocal.profile.keys.branches import BRANCHES, WrittenBranch
from weblocal.profile.leaves import ident, line, one_of, words, year, yes_or_no
from weblocal.profile.lists import ListOf, MapOf
from weblocal.profile.noting import Notes, shown
from weblocal.profile.opening_hours import OpeningHours, WrittenHours
from weblocal.profile.records import Key, Record
from weblocal.profile.text_files import Placed, TextFile, WithPlace
from weblocal.profile.web_addresses import site_address, web_address


@record
class WrittenProfile:
    """Everything written, the trade pack's words where the owner left them out; defaults come when it is assembled."""

    name: str
    trade: str
    website: str
    email: str
    address: identity.WrittenAddress
    profile: str = "1"
    slug: str = ""
    tagline: str = ""
    lead: str = ""
    since: int | None = None
    phone: Phone | None = None
    whatsapp: Phone | None = None
    languages: tuple[str, ...] = ()
    currency: str = ""
    zone: str = ""
    profiles_elsewhere: tuple[str, ...] = ()
    brand: identity.WrittenBrand = identity.WrittenBrand()
    hours: WrittenHours = WrittenHours()
    when_shut: str = ""
    by_appointment: bool = False
    booking: BookingPage | None = None
    services: tuple[Service, ...] = ()
    prices: tuple[PriceLine, ...] = ()
    prices_note: str = ""
    locations: tuple[WrittenBranch, ...] = ()
    areas: work.WrittenAreas | None = None
    team: tuple[Teammate, ...] = ()
    facts: tuple[Fact, ...] = ()
    steps: tuple[WorkStep, ...] = ()
    timetable: tuple[Session, ...] = ()
    rules: tuple[str, ...] = ()
    ways: tuple[Way, ...] = ()
    rating: Rating | None = None
    reviews: tuple[Review, ...] = ()
    review_link: str = ""
    about: Text | None = None
    main_photo: Photo | None = None
    photos: tuple[tuple[str, Placed[pictures.WrittenPhoto]], ...] = ()
    faq: tuple[tuple[str, str], ...] = ()
    articles: tuple[tuple[str, Placed[Text]], ...] = ()
    pages: tuple[tuple[str, Placed[Text]], ...] = ()
    verification: tuple[tuple[str, str], ...] = ()
    offers: tuple[Offer, ...] = ()
    forms: tuple[funnel.WrittenForm, ...] = ()
    placements: tuple[funnel.WrittenPlacement, ...] = ()
    streams: tuple[tuple[str, str], ...] = ()
    sequences: tuple[nurture.WrittenSequence, ...] = ()
    mail: running.WrittenMail = running.WrittenMail()
    desk: running.WrittenDesk = running.WrittenDesk()
    host: HostSettings | None = None
    legal: Legal = Legal()


def _version() -> Leaf[str]:
    def read(text: str, _notes: Notes) -> str | Unreadable:
        return (
            text
            if text == "1"
            else Unreadable(message=f'This program reads form 1 of the profile, not "{shown(text)}".', fix="Write 1.")
        )

    return Leaf(read, "`1`", pattern="^1$")


def _language() -> Leaf[str]:
    def read(text: str, _notes: Notes) -> str | Unreadable:
        if countries.is_language(text):
            return text
        return Unreadable(message=f'"{shown(text)}" is not a language.', fix="Write its tag, such as en-GB, de or ar.")

    return Leaf(read, "a language tag such as `en-GB`")


def _currency() -> Leaf[str]:
    def read(text: str, _notes: Notes) -> str | Unreadable:
        if countries.is_currency(text.upper()):
            return text.upper()
        return Unreadable(message=f'"{shown(text)}" is not a currency.', fix="Write three letters, such as GBP, EUR or USD.")

    return Leaf(read, "three letters such as `GBP`", pattern="^[A-Za-z]{3}$")


def _zone() -> Leaf[str]:
    def read(text: str, notes: Notes) -> str | Unreadable:
        if countries.is_zone(text) and "/" in text:
            return text
        zones = countries.zones_of(notes.country) or ("Europe/London",)
        return Unreadable(message=f'"{shown(text)}" is not a time zone.', fix=f"Write one of: {', '.join(zones[:12])}.")

    return Leaf(read, "a zone such as `Europe/London`")


def _slug() -> Leaf[str]:
    return ident("a short name for the business, in small letters")


WHOLE = Record(
    "The profile",
    WrittenProfile,
    Key("profile", _version(), "The version of this file's form.", otherwise="1"),
    Key("name", line(longest=120), "The name on the door.", required=True, example="Salon Sample"),
    Key("trade", line(longest=60), "The trade; it brings starter words, forms and mails.", required=True, example="plumber"),
    Key("slug", _slug(), "A short name for files and exports.", otherwise="made from the name"),
    Key(
        "website",
        site_address(),
        "Where the site will be.",
        required=True,
        example="https://salon.example",
        aka=("url", "site", "web"),
    ),
    Key("tagline", line(longest=120), "What you do, in one line.", aka=("slogan", "claim"), spoken=True),
    Key("lead", words(longest=400), "One or two sentences under it.", aka=("intro", "description"), spoken=True),
    Key("since", year(), "The year you began.", aka=("founded", "established")),
    Key("phone", phone(), "The number people ring.", aka=("telephone", "tel", "mobile"), example="01632 960123"),
    Key("whatsapp", phone(), "The number for WhatsApp."),
    Key(
        "email",
        mail_address(),
        "Where answers and enquiries go.",
        required=True,
        example="hello@salon.example",
        aka=("mail_address", "e-mail"),
    ),
    Key(
        "address",
        identity.ADDRESS,
        "Where the business is.",
        required=True,
        example="{town: Sampleton, country: GB}",
        aka=("location",),
    ),
    Key(
        "languages",
        ListOf(_language(), divides=True),
        "The languages of the site, the first one first; the words of a further one stand in `text/<language>.yaml`.",
        otherwise="the country's first",
        aka=("language",),
    ),
    Key("currency", _currency(), "The money of all prices.", otherwise="the country's"),
    Key("zone", _zone(), "The clock on your wall.", otherwise="the country's", aka=("timezone", "time_zone")),
    Key("profiles_elsewhere", ListOf(web_address()), "Your pages on other sites.", aka=("social", "links", "same_as")),
    Key("brand", identity.BRAND, "Colour, theme and logo.", aka=("branding", "design")),
    Key("hours", OpeningHours(), "When you are open.", aka=("opening_hours", "open", "opening_times")),
    Key(
        "when_shut",
        one_of("closed", "emergency"),
        "`emergency` where somebody answers your phone outside opening hours too.",
        otherwise="closed",
    ),
    Key("by_appointment", yes_or_no(), "Whether people come by appointment only.", otherwise="no"),
    Key("booking", identity.BOOKING, "Where people book online, if that is another site.", aka=("book_online", "booking_link")),
    Key("services", work.SERVICES, "What you do for money.", aka=("service", "products")),
    Key("prices", work.PRICES, "A price list or menu, for what is no service of its own.", aka=("menu", "price_list")),
    Key(
        "prices_note",
        line(longest=240),
        "What holds for all prices of the list.",
        example="All prices with VAT.",
        aka=("price_note", "fees_note"),
        spoken=True,
    ),
    Key("locations", BRANCHES, "Further places of the business.", aka=("branches", "offices", "stores")),
    Key("areas", work.AREAS, "Where you travel to, if you do.", aka=("area", "service_area")),
    Key("team", identity.TEAM, "Who works here.", aka=("staff", "people")),
    Key("facts", ListOf(identity.FACT), "Two to four true things, said large."),
    Key("steps", ListOf(identity.WORK_STEP), "What happens when somebody gets in touch."),
    Key("timetable", week.TIMETABLE, "What happens at fixed times of every week.", aka=("classes", "schedule")),
    Key("rules", week.RULES, "House rules, in the order in which you say them.", aka=("house_rules",), spoken=True),
    Key("ways", week.WAYS, "How long it takes to come from where people know.", aka=("way", "directions")),
    Key("rating", identity.RATING, "The score a platform shows."),
    Key("reviews", identity.REVIEWS, "What customers wrote, word for word.", aka=("testimonials",)),
    Key("review_link", web_address(), "Where customers can write a review."),
    Key("about", TextFile(), "Your story, in a text of its own.", example="about.md"),
    Key(
        "main_photo",
        pictures.OnePhoto(),
        "The photo at the top of the home page: your own work, your own people.",
        aka=("hero_photo", "hero", "cover_photo", "photo", "image"),
        example="{images/van.jpg: The van in Mill Lane}",
        spoken=True,
    ),
    Key(
        "photos",
        pictures.PHOTOS,
        "Photos of your work, the best ones first; from three on they are a gallery.",
        aka=("pictures", "images", "gallery"),
        example="{images/bath.jpg: A walk-in shower with grey tiles}",
        spoken=True,
    ),
    Key(
        "faq",
        MapOf(line("the question"), words("the answer"), says_keys=True),
        "Questions people ask, each with its answer.",
        aka=("questions",),
        spoken=True,
    ),
    Key(
        "articles",
        MapOf(ident(), WithPlace(TextFile())),
        "Guides you have written.",
        example="bleeding: articles/bleeding.md",
        aka=("guides", "blog"),
    ),
    Key(
        "pages",
        MapOf(ident(), WithPlace(TextFile())),
        "Pages of your own, each at the address of its short name.",
        example="returns: pages/returns.md",
        aka=("own_pages",),
    ),
    Key(
        "verification",
        MapOf(one_of(*identity.VERIFIERS), identity.verification_code()),
        "Codes by which search engines know that the site is yours.",
        example="google: a1b2c3",
        aka=("verify", "site_verification"),
    ),
    Key("offers", work.OFFERS, "What is to be had for a while.", aka=("offer", "coupons")),
    Key("forms", funnel.FORMS, "What visitors are asked.", aka=("form",)),
    Key("placements", funnel.PLACEMENTS, "Cards, posters and vans with a code.", aka=("placement", "print")),
    Key(
        "streams",
        MapOf(ident(), words(longest=200)),
        "What people may choose to receive.",
        example="offers: Offers, once a month at most",
        spoken=True,
    ),
    Key("sequences", nurture.SEQUENCES, "What is written to people over time.", aka=("sequence", "mails")),
    Key("mail", running.MAIL, "How mails go out."),
    Key("desk", running.DESK, "The small server with the staff screens."),
    Key("host", running.HOST, "Where the site is served."),
    Key("legal", identity.LEGAL, "Who answers for the business in law.", aka=("imprint", "impressum")),
    words="One file, `business.yaml`, holds the business. Every key but the first few may be left out.",
)
