"""What the business does for money, and where it travels to."""

import enum

from weblocal.model.pictures import Photo
from weblocal.model.records import record
from weblocal.model.words import Text


@record
class Money:
    """An amount in minor units (pence, cents) of an ISO 4217 currency."""

    amount_minor: int
    currency: str


class PriceKind(enum.StrEnum):
    """The five ways an owner states a price."""

    EXACT = "exact"
    FROM = "from"
    RANGE = "range"
    BY_QUOTE = "by_quote"
    FREE = "free"


@record
class Price:
    """A stated price; `low` for exact, from and range, `high` for range alone."""

    kind: PriceKind
    low: Money | None = None
    high: Money | None = None


@record
class Service:
    """One thing the business does; `page` is its own text, without which it has no page."""

    id: str
    name: str
    price: Price | None = None
    takes: str = ""
    summary: str = ""
    note: str = ""
    group: str = ""
    page: Text | None = None
    photo: Photo | None = None


@record
class Area:
    """A place the business travels to; a page of its own only with a text of its own; position in degrees when known."""

    id: str
    name: str
    page: Text | None = None
    latitude: float | None = None
    longitude: float | None = None


@record
class ServiceArea:
    """Where the business travels to, for which services (none named = all), and how far."""

    places: tuple[Area, ...]
    service_ids: tuple[str, ...] = ()
    radius_km: float | None = None
