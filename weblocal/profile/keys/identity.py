"""Who the business is: address, brand, rating and reviews, team, law."""

import datetime as dt
import re

from weblocal.model.business import BookingPage, Legal
from weblocal.model.problems import Unreadable
from weblocal.model.records import record
from weblocal.model.words import Fact, Rating, Review, Teammate, WorkStep
from weblocal.profile import countries
from weblocal.profile.amounts import duration
from weblocal.profile.fields import Leaf
from weblocal.profile.keys.pictures import OnePhoto
from weblocal.profile.leaves import colour, ident, line, month, number, one_of, position, score, words, yes_or_no
from weblocal.profile.lists import ListOf
from weblocal.profile.noting import Notes, shown
from weblocal.profile.records import Key, NamedRecords, Record
from weblocal.profile.text_files import picture_name
from weblocal.profile.web_addresses import web_address


@record
class WrittenAddress:
    """An address as written; whether the street is public may be left to the trade."""

    town: str
    country: str
    street: str = ""
    postcode: str = ""
    region: str = ""
    public: bool | None = None
    latitude: float | None = None
    longitude: float | None = None


@record
class WrittenBrand:
    """A brand as written; theme and colour may be left to the trade pack and the defaults."""

    colour: str = ""
    theme: str = ""
    logo: str = ""


@record
class WrittenSaying:
    """By whom a review was said, where and when."""

    by: str
    where: str
    month: dt.date
    stars: int | None = None


def country() -> Leaf[str]:
    """A country by its two letters."""

    def read(text: str, _notes: Notes) -> str | Unreadable:
        if countries.is_country(text.upper()) and text.upper() != "UK":
            return text.upper()
        code = countries.code_of_name(text)
        return Unreadable(
            message=f'"{shown(text)}" is not a country code.',
            fix=f"Write {code}." if code else "Write two letters, such as GB, DE or US.",
        )

    return Leaf(read, "two letters, such as `GB`", pattern="^[A-Za-z]{2}$")


ADDRESS = Record(
    "Address",
    WrittenAddress,
    Key("street", line(), "Street and number, as on a letter.", aka=("address", "line1")),
    Key("town", line(), "The town.", required=True, aka=("city", "locality"), example="Sampleton"),
    Key("postcode", line(longest=16), "The postcode, as on a letter.", aka=("zip", "postal_code", "plz")),
    Key("region", line(), "State, province or county, where addresses need one.", aka=("state", "county", "province")),
    Key(
        "country",
        country(),
        "The country; it decides currency, zone and how telephone numbers are read.",
        required=True,
        example="GB",
    ),
    Key(
        "map", position(), "Where the door is, for the map.", to=("latitude", "longitude"), aka=("geo", "latlng", "coordinates")
    ),
    Key("public", yes_or_no(), "Whether the street may be shown anywhere.", otherwise="yes"),
    words="Where the business is. Short values may share one line in braces.",
)

BRAND = Record(
    "Brand",
    WrittenBrand,
    Key("colour", colour(), "The one colour everything else is derived from.", example='"#8a3b5c"', aka=("color",)),
    Key("theme", ident(), "How the site looks, by the theme's name."),
    Key("logo", picture_name(), "A logo, if there is one; without it the name is set in type."),
    words="What makes the site look like this business.",
)

BOOKING = Record(
    "Booking",
    BookingPage,
    Key(
        "url",
        web_address(),
        "The page where people choose a time.",
        required=True,
        example="https://booking.example/salon-sample",
    ),
    Key(
        "name",
        line(longest=40),
        "What that page is called; buttons say where they lead.",
        otherwise="its host",
        example="Treatwell",
    ),
    words="Where appointments are booked, when that is another site.",
)

TEAMMATE = Record(
    "Teammate",
    Teammate,
    Key("name", line(), "The name as customers know it.", required=True, example="Ada Sample"),
    Key("role", line(), "What they do here.", required=True, example="Owner", spoken=True),
    Key("staff", one_of("owner", "counter"), "Whether they see the desk: the owner all of it, the counter what it needs."),
    Key("photo", OnePhoto(needs_words=False), "A portrait; portraits are shown when everybody has one."),
    words="Somebody who works here.",
)
TEAM = NamedRecords(ident(), TEAMMATE)

FACT = Record(
    "Fact",
    Fact,
    Key("headline", line(longest=40), "What is said large.", required=True, example="12 years", spoken=True),
    Key("detail", line(), "The words under it.", required=True, example="in the same two vans", spoken=True),
    words="One true thing, said large near the top.",
)

WORK_STEP = Record(
    "Step of your work",
    WorkStep,
    Key("name", line(longest=60), "The step in two or three words.", required=True, example="You ring", spoken=True),
    Key(
        "words",
        words(longest=400),
        "What happens.",
        required=True,
        example="We ask three questions and give a time.",
        spoken=True,
    ),
    Key(
        "takes",
        duration(),
        "How long it takes; some themes draw the steps on a ruler when each of them says so.",
        example="5 min",
    ),
    words="What happens when somebody gets in touch, in order.",
)

RATING = Record(
    "Rating",
    Rating,
    Key("score", score(), "The score as the platform shows it.", required=True, example="4.8"),
    Key("count", number(1, 1_000_000), "How many reviews it comes from.", required=True, example="127"),
    Key("where", line(longest=40), "The platform.", required=True, example="Google"),
    words="A score from a platform; it is shown, and never marked up as our own.",
)

SAYING = Record(
    "Who said it",
    WrittenSaying,
    Key("by", line(longest=60), "Who wrote it, as they sign.", required=True, example="Carys P."),
    Key("where", line(longest=40), "Where it can be read.", required=True, example="google"),
    Key("month", month(), "When.", required=True, example="2026-08"),
    Key("stars", number(1, 5), "How many stars they gave."),
    words="Who wrote the review, where and when.",
)

REVIEW = Record(
    "Review",
    lambda *, words, said: Review(words=words, by=said.by, where=said.where, month=said.month, stars=said.stars),
    Key("words", words(longest=2000), "The review, word for word.", required=True, aka=("text", "quote")),
    Key(
        "said", SAYING, "Who wrote it, where and when.", required=True, example="{by: Carys P., where: google, month: 2026-08}"
    ),
    words="Somebody's own words, published with their leave.",
)
REVIEWS = ListOf(REVIEW)


def _no_vat(text: str) -> str:
    return "" if text.lower() in {"none", "no"} else text


LEGAL = Record(
    "Legal",
    lambda *, company="", register="", vat="", lines=(), represented_by="", authority="": Legal(
        company=company, register=register, vat=_no_vat(vat), lines=lines, represented_by=represented_by, authority=authority
    ),
    Key("company", line(), "The full name in law."),
    Key("represented_by", line(), "Who speaks for the company: its directors.", aka=("directors", "director")),
    Key("register", line(), "The number in the company register."),
    Key("authority", line(), "Who supervises a regulated trade: the chamber or authority.", aka=("chamber",)),
    Key("vat", line(longest=40), "The VAT number, or none."),
    Key("lines", ListOf(line()), "Further lines the law asks for, as they should stand.", spoken=True),
    words="Who answers for the business in law; shown in the foot of every page and mail.",
)

VERIFIERS = ("google", "bing", "yandex", "pinterest", "facebook")
_TAG = re.compile(r"""<meta\b[^>]*\bcontent=["']([^"']+)["'][^>]*>""", re.IGNORECASE)


def verification_code() -> Leaf[str]:
    """The code of a verification tag; the whole tag is taken too, because that is what people are given to copy."""

    def read(text: str, _notes: Notes) -> str | Unreadable:
        found = _TAG.search(text)
        code = (found[1] if found else text).strip()
        if re.fullmatch(r"[A-Za-z0-9_\-=.]{4,120}", code):
            return code
        return Unreadable(
            message=f'"{shown(text)}" is no code.', fix="Write what stands after content= in the tag you were given."
        )

    return Leaf(read, "the code, or the whole tag")
