"""What the business does: services, prices, areas, offers."""

from typing import Any

from weblocal.model.business import PriceLine
from weblocal.model.offers import CouponTerms, CouponUse, Offer, StampTerms
from weblocal.model.problems import Unreadable
from weblocal.model.records import record
from weblocal.model.services import Service
from weblocal.model.words import Text
from weblocal.profile.amounts import money, price
from weblocal.profile.fields import Field, Lost, Schema
from weblocal.profile.keys.pictures import OnePhoto
from weblocal.profile.leaves import choice, day, distance, ident, line, number, position, reference, words
from weblocal.profile.lists import ListOf, MapOf
from weblocal.profile.noting import Notes
from weblocal.profile.records import Key, NamedRecords, Record
from weblocal.profile.text_files import Placed, TextFile, WithPlace
from weblocal.reading.nodes import Node, NodeMap

SERVICE = Record(
    "Service",
    Service,
    Key("name", line(), "What customers call it.", required=True, example="Boiler service", spoken=True),
    Key("price", price(), "What it costs.", aka=("cost",)),
    Key("takes", line(longest=40), "How long it takes.", example="45 min", aka=("duration", "time"), spoken=True),
    Key("summary", words(longest=300), "One or two sentences for the list of services.", aka=("description",), spoken=True),
    Key("note", line(), "A remark beside the price.", spoken=True),
    Key("group", line(longest=60), "A heading to put it under.", spoken=True),
    Key("page", TextFile(), "A text of its own; without one it has no page.", example="services/cut.md"),
    Key("photo", OnePhoto(), "A photo of it; the list shows photos when every service has one.", spoken=True),
    words="One thing the business does for money.",
)
SERVICES = NamedRecords(ident(), SERVICE)

PRICE_LINE = Record(
    "Price line",
    PriceLine,
    Key("name", line(), "What it is.", required=True, example="Flat white", spoken=True),
    Key("price", price(), "What it costs.", required=True, example="3.40"),
    Key("note", line(), "A remark beside it.", spoken=True),
    Key("group", line(longest=60), "A heading to put it under.", spoken=True),
    Key("takes", line(longest=40), "How long it takes.", example="45 min", aka=("duration", "time"), spoken=True),
    Key("marks", ListOf(line(longest=24)), "Short marks such as vegan.", spoken=True),
    words="One line of a price list or menu, for what is no service of its own.",
)
PRICES = ListOf(PRICE_LINE)

# other words for the last day of an offer
_ENDS = ("ends", "end", "ends_on", "expires", "expiry", "valid_until", "last_day")

Position = tuple[float, float]
NamedPlace = tuple[Placed[str], Position | None]


class Places(Field[tuple[NamedPlace, ...]]):
    """Names of places, or names with their position on the map."""

    __slots__ = ()
    _names = ListOf(WithPlace(line("a name", longest=80)), divides=True)
    _positions = MapOf(line("a name", longest=80), WithPlace(position()))

    def read(self, node: Node, path: str, notes: Notes) -> tuple[NamedPlace, ...] | Lost:
        """Name and, where it was given, position."""
        if isinstance(node, NodeMap):
            pairs = self._positions.read(node, path, notes)
            return (
                pairs if isinstance(pairs, Lost) else tuple((Placed(name, at.place, at.path), at.value) for name, at in pairs)
            )
        names = self._names.read(node, path, notes)
        return names if isinstance(names, Lost) else tuple((name, None) for name in names)

    def schema(self) -> Schema:
        """A list, or a map."""
        return {"anyOf": [self._names.schema(), self._positions.schema()]}

    def how(self) -> str:
        """How to write it."""
        return 'a list of names, or each name with its position: `Lower Mill: "51.51, -0.13"`'


@record
class WrittenAreas:
    """Where the business travels to, as written; pages go with places by the place's short name."""

    places: tuple[NamedPlace, ...]
    service_ids: tuple[str, ...] = ()
    radius_km: float | None = None
    pages: tuple[tuple[Placed[str], Text], ...] = ()


class AreaPages(Field[tuple[tuple[Placed[str], Text], ...]]):
    """Texts by the short name of the place."""

    __slots__ = ()
    _pages = MapOf(ident("the place's short name"), WithPlace(TextFile()))

    def read(self, node: Node, path: str, notes: Notes) -> tuple[tuple[Placed[str], Text], ...] | Lost:
        """Place by short name, and its text."""
        pages = self._pages.read(node, path, notes)
        if isinstance(pages, Lost):
            return pages
        return tuple((Placed(name, text.place, text.path), text.value) for name, text in pages)

    def shape(self) -> Field[Any]:
        """A map."""
        return self._pages

    def schema(self) -> Schema:
        """A map."""
        return self._pages.schema()

    def how(self) -> str:
        """How to write it."""
        return "the place in small letters with `-` for spaces, then the name of a Markdown file"


AREAS = Record(
    "Areas",
    WrittenAreas,
    Key(
        "services",
        ListOf(reference("service"), divides=True),
        "Which services travel.",
        otherwise="all of them",
        to="service_ids",
    ),
    Key("places", Places(), "Where to.", required=True, example="[Sampleton, Lower Mill]", aka=("towns",)),
    Key("radius", distance(), "How far from the address.", to="radius_km"),
    Key(
        "pages",
        AreaPages(),
        "A text for each place that has something of its own to say.",
        example="lower-mill: areas/lower-mill.md",
    ),
    words="Only for what travels: where the business goes to its customers.",
)


def _coupon_rule(terms: CouponTerms, _notes: Notes) -> Unreadable | None:
    if terms.from_on and terms.until_on < terms.from_on:
        return Unreadable(message=f"It ends on {terms.until_on}, before it begins.", fix="Change one of the two dates.")
    return None


COUPON = Record(
    "Coupon",
    CouponTerms,
    Key("worth", money(), "What it takes off."),
    Key("use", choice(CouponUse), "How often.", otherwise="once per contact"),
    Key("from", day(), "The first day it holds.", to="from_on"),
    Key("until", day(), "The last day it holds.", required=True, to="until_on", aka=_ENDS, example="2027-03-31"),
    words="A code that entitles its holder.",
    rule=_coupon_rule,
)

STAMPS = Record(
    "Stamps",
    StampTerms,
    Key("collect", number(2, 50), "How many stamps fill the card.", required=True, example="6"),
    Key("until", day(), "The last day stamps are given.", required=True, to="until_on", aka=_ENDS, example="2027-12-31"),
    words="A stamp card.",
)


def _offer_rule(offer: Offer, _notes: Notes) -> Unreadable | None:
    if offer.coupon and offer.stamps:
        return Unreadable(message="An offer is a coupon or a stamp card, not both.", fix="Make two offers of it.")
    return None


OFFER = Record(
    "Offer",
    Offer,
    Key(
        "text",
        line(longest=160),
        "What is to be had, in one sentence.",
        required=True,
        example="A fifth off your first visit.",
        aka=("title",),
        spoken=True,
    ),
    Key("terms", words(longest=400), "For whom and when.", spoken=True),
    Key("coupon", COUPON, "If it comes with a code."),
    Key("stamps", STAMPS, "If stamps are collected."),
    Key("until", day(), "The last day, where it is neither coupon nor stamp card.", to="until_on", aka=_ENDS),
    words="Something said to be had, with its end.",
    rule=_offer_rule,
)
OFFERS = NamedRecords(ident(), OFFER)
