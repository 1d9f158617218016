"""The Business: everything one local business says about itself, checked, in one frozen value."""

import dataclasses
import datetime as dt
import enum

from weblocal.model.branches import Branch
from weblocal.model.forms import Form
from weblocal.model.hours import Hours
from weblocal.model.offers import Offer
from weblocal.model.pictures import Photo
from weblocal.model.placements import Placement
from weblocal.model.records import record
from weblocal.model.sequences import FrequencyCap, Sequence, Stream, WhenCapped
from weblocal.model.services import Price, Service, ServiceArea
from weblocal.model.timetable import Session, Way
from weblocal.model.words import Article, Fact, OwnPage, Question, Rating, Review, Teammate, Text, WorkStep


@record
class Address:
    """A postal address; `country` is ISO 3166 alpha-2. When `public` is False the street appears nowhere."""

    town: str
    country: str
    street: str = ""
    postcode: str = ""
    region: str = ""
    public: bool = True
    latitude: float | None = None
    longitude: float | None = None


@record
class Phone:
    """A telephone number: `e164` to dial and compare, `display` as the owner writes it."""

    e164: str
    display: str


@record
class Brand:
    """What makes the site look like this business: one colour (#rrggbb), a theme by name, perhaps a logo file."""

    colour: str
    theme: str
    logo: str = ""


class TransportKind(enum.StrEnum):
    """What hands mails over; the outbox folder is the start."""

    OUTBOX = "outbox"
    SMTP = "smtp"
    SENDGRID = "sendgrid"


@record
class MailSettings:
    """How mails go out. `window` holds the local hours in which sequence mails may go; `alert_ids` are teammates."""

    from_name: str
    from_address: str
    transport: TransportKind
    window: Hours
    caps: tuple[FrequencyCap, ...]
    when_capped: WhenCapped
    max_late: dt.timedelta
    alert_ids: tuple[str, ...] = ()
    window_of: str = "reader"


@record
class DeskSettings:
    """The desk's public address (https, no trailing slash; empty = none) and how long things are kept."""

    address: str = ""
    keep_leads_days: int = 730
    keep_quarantine_days: int = 30
    grace_days: int = 0
    accept_offline_up_to_minor: int = 0


class HostKind(enum.StrEnum):
    """Where the built site is served from."""

    FOLDER = "folder"
    GIT_BRANCH = "git_branch"


@record
class HostSettings:
    """Where to publish: a folder path, or a git remote with its branch; and old addresses with their new ones."""

    kind: HostKind
    folder: str = ""
    remote: str = ""
    branch: str = "gh-pages"
    redirects: tuple[tuple[str, str], ...] = ()


@record
class BookingPage:
    """A page elsewhere where appointments are booked: its https address, and what it is called ("" = its host's name)."""

    url: str
    name: str = ""


@record
class Legal:
    """Who answers for the business in law."""

    company: str = ""
    register: str = ""
    vat: str = ""
    lines: tuple[str, ...] = ()
    represented_by: str = ""
    authority: str = ""


@record
class Trade:
    """What a trade pack says of the trade itself; the rest of a pack is profile data that the owner's own words replace.

    `schema_types` are schema.org types, most specific first. `tiles` names the artwork set. `sections` is the order of the
    home page. `when_shut` is the status line for callers outside opening hours ("emergency", "closed").
    """

    id: str
    name: str
    schema_types: tuple[str, ...]
    tiles: str
    sections: tuple[str, ...]
    primary_action: str
    services_title: str
    prices_title: str
    when_shut: str
    visit_word: str


@record
class Business:
    """One local business (schema.org LocalBusiness), complete: what it left out has been filled by the pack and defaults.

    A business that speaks several languages is one of these for each, alike but for its words; `website` is where the pages
    of this language begin, and `prefix` is what that adds to the address they share: "/cy", and nothing for the first language.
    `also_speaks` are the tags of the site's further languages.
    """

    slug: str
    name: str
    trade: Trade
    website: str
    language: str
    currency: str
    address: Address
    brand: Brand
    hours: Hours
    mail: MailSettings
    desk: DeskSettings
    host: HostSettings
    legal: Legal
    tagline: str = ""
    lead: str = ""
    since: int | None = None
    phone: Phone | None = None
    whatsapp: Phone | None = None
    email: str = ""
    by_appointment: bool = False
    booking: BookingPage | None = None
    review_link: str = ""
    elsewhere: tuple[str, ...] = ()
    about: Text | None = None
    main_photo: Photo | None = None
    photos: tuple[Photo, ...] = ()
    services: tuple[Service, ...] = ()
    prices: tuple["PriceLine", ...] = ()
    prices_note: str = ""
    area: ServiceArea | None = None
    team: tuple[Teammate, ...] = ()
    facts: tuple[Fact, ...] = ()
    steps: tuple[WorkStep, ...] = ()
    timetable: tuple[Session, ...] = ()
    rules: tuple[str, ...] = ()
    ways: tuple[Way, ...] = ()
    rating: Rating | None = None
    reviews: tuple[Review, ...] = ()
    faq: tuple[Question, ...] = ()
    articles: tuple[Article, ...] = ()
    pages: tuple[OwnPage, ...] = ()
    branches: tuple[Branch, ...] = ()
    verification: tuple[tuple[str, str], ...] = ()
    offers: tuple[Offer, ...] = ()
    forms: tuple[Form, ...] = ()
    placements: tuple[Placement, ...] = ()
    streams: tuple[Stream, ...] = ()
    sequences: tuple[Sequence, ...] = ()
    prefix: str = ""
    also_speaks: tuple[str, ...] = ()

    @property
    def locale(self) -> str:
        """The language as its own country writes times, prices and dates: the tag, with the country where it names none."""
        return self.language if "-" in self.language else f"{self.language}-{self.address.country}"

    def at(self, branch: Branch) -> "Business":
        """The business as it is at one of its branches: what the branch does not say for itself is the main place's."""
        return dataclasses.replace(
            self,
            address=branch.address,
            hours=branch.hours,
            phone=branch.phone or self.phone,
            email=branch.email or self.email,
            review_link=branch.review_link or self.review_link,
            area=None,
            ways=(),
        )

    @property
    def root(self) -> str:
        """The address that all languages of the site share, without a slash at its end."""
        return self.website.rstrip("/").removesuffix(self.prefix)

    @property
    def zone(self) -> str:
        """The IANA zone the business lives in."""
        return self.hours.zone


@record
class PriceLine:
    """One line of the price list or menu."""

    name: str
    price: Price
    note: str = ""
    group: str = ""
    marks: tuple[str, ...] = ()
    takes: str = ""


def speaking_at(page: str, first: Business, further: tuple[Business, ...]) -> Business:
    """The business in the language of the page at `page`; in its first language where that says nothing."""
    return next((each for each in further if page.startswith(f"{each.prefix}/")), first)
