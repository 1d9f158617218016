"""Structured data: one schema.org graph per page, with stable ids, saying nothing that the page or the profile does not say.

Never a rating or a review of the business by itself: search engines ignore them, and have said so since 2019.
"""

import datetime as dt
import json
from collections.abc import Mapping, Sequence

from weblocal.model import urls
from weblocal.model.business import Business
from weblocal.model.hours import MINUTES_A_DAY, Hours, Span, SpecialDay
from weblocal.model.pictures import Frame, Pictures
from weblocal.model.services import Money, Price, PriceKind, Service
from weblocal.model.site import Page, PageKind
from weblocal.model.words import Article
from weblocal.opening import listing
from weblocal.prose import markdown
from weblocal.site import presence

Value = str | float | Sequence["Value"] | Mapping[str, "Value"]
Node = dict[str, Value]

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# What would end the script element, start another, or break a line inside a string of older readers.
_UNSAFE = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def as_json(nodes: Sequence[Node]) -> str:
    """The graph as text that may stand inside a script element."""
    graph = {"@context": "https://schema.org", "@graph": nodes}
    return json.dumps(graph, ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE)


def business_id(business: Business) -> str:
    """The id of the business in every graph: its home page and a fragment, the same for ever."""
    return f"{business.root}/#business"


def business_node(business: Business, today: dt.date) -> Node:
    """The whole business: name, address, phone, hours and where it works; what it does is `catalogue_node`."""
    return short_business_node(business) | _present(
        email=business.email,
        description=business.lead or business.tagline,
        foundingDate=str(business.since) if business.since else "",
        legalName=business.legal.company,
        vatID=business.legal.vat,
        priceRange=_price_range(business),
        sameAs=list(business.elsewhere),
        openingHoursSpecification=_week(business.hours),
        specialOpeningHoursSpecification=_special(presence.special_days(business, today)),
        areaServed=[area.name for area in presence.areas(business)],
        geo=_position(business),
        hasMenu=_address_of(business, f"{urls.HOME}#prices") if presence.has_menu(business) else "",
    )


def catalogue_node(business: Business) -> Node:
    """The business with everything it does: on the page that lists it, under the same id, so that the home page stays light."""
    return short_business_node(business) | _present(hasOfferCatalog=_catalogue(business))


def picture_node(business: Business, pictures: Pictures) -> Node:
    """What the business looks like: its main photograph, else the first one, else the picture for shared links; and its own logo."""
    photos = (business.main_photo, *business.photos)
    mounted = (pictures.of(photo, frame) for photo in photos for frame in (Frame.HERO, Frame.LARGE))
    image = next((each.fallback for each in mounted if each), pictures.share)
    logo = pictures.logo
    return _present(
        image=business.root + image.path if image else "",
        logo=business.root + logo.path if logo else "",
    )


def short_business_node(business: Business) -> Node:
    """Who the business is, on every page; the home page says the rest under the same id."""
    types = business.trade.schema_types or ("LocalBusiness",)
    node: Node = {
        "@type": types[0] if len(types) == 1 else list(types),
        "@id": business_id(business),
        "name": business.name,
        "url": f"{business.root}/",
        "address": _address(business),
    }
    return node | _present(telephone=business.phone.e164 if business.phone else "")


def page_nodes(
    business: Business, page: Page, *, crumbs: Sequence[tuple[str, str]], article: Article | None = None
) -> list[Node]:
    """What one page adds to the graph: where it stands (name and path of each step), and what it is about."""
    nodes: list[Node] = []
    if len(crumbs) > 1:
        nodes.append(_breadcrumbs(business, crumbs))
    if page.kind is PageKind.FAQ:
        nodes.append(_faq(business))
    if page.kind is PageKind.SERVICE:
        service = next(service for service in business.services if service.id == page.subject)
        nodes.append(_service(business, service) | {"@id": f"{_address_of(business, page.path)}#service"})
    if page.kind is PageKind.ARTICLE:
        found = article or next(article for article in business.articles if article.id == page.subject)
        nodes.append(_article(business, page, found))
    return nodes


def _address(business: Business) -> Node:
    address = business.address
    node: Node = {"@type": "PostalAddress"}
    return node | _present(
        streetAddress=address.street if address.public else "",
        addressLocality=address.town,
        postalCode=address.postcode if address.public else "",
        addressRegion=address.region,
        addressCountry=address.country,
    )


def _position(business: Business) -> Node:
    address = business.address
    if address.latitude is None or address.longitude is None or not presence.is_premises(business):
        return {}
    return {"@type": "GeoCoordinates", "latitude": round(address.latitude, 5), "longitude": round(address.longitude, 5)}


def _week(hours: Hours) -> list[Node]:
    """One specification for each span, the days that share it together."""
    days_by_span: dict[Span, list[str]] = {}
    for group in listing.grouped(hours):
        for span in group.spans:
            days_by_span.setdefault(span, []).extend(_DAYS[group.first_day : group.last_day + 1])
    return [_spec(span) | {"dayOfWeek": days} for span, days in days_by_span.items()]


def _special(days: Sequence[SpecialDay]) -> list[Node]:
    nodes = []
    for day in days:
        valid: Node = {"validFrom": day.first_on.isoformat(), "validThrough": day.last_on.isoformat()}
        # a closed day is said as one that opens and closes at midnight
        specs: list[Node] = [_spec(span) for span in day.spans] or [
            {"@type": "OpeningHoursSpecification", "opens": "00:00", "closes": "00:00"}
        ]
        nodes += [spec | valid for spec in specs]
    return nodes


def _spec(span: Span) -> Node:
    closes = "23:59" if span.is_all_day else _wall(span.closes % MINUTES_A_DAY)
    if span.closes == MINUTES_A_DAY:
        closes = "23:59"
    return {"@type": "OpeningHoursSpecification", "opens": _wall(span.opens), "closes": closes}


def _wall(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def _catalogue(business: Business) -> Node:
    offers = [
        _present(itemOffered=_plain_service(business, service)) | {"@type": "Offer"} | _price(service.price)
        for service in business.services
    ]
    return {"@type": "OfferCatalog", "name": business.trade.services_title, "itemListElement": offers} if offers else {}


def _plain_service(business: Business, service: Service) -> Node:
    url = _address_of(business, urls.service(service.id)) if service.page else ""
    node: Node = {"@type": "Service", "name": service.name}
    return node | _present(description=service.summary, url=url)


def _service(business: Business, service: Service) -> Node:
    node = _plain_service(business, service)
    node["provider"] = {"@id": business_id(business)}
    node |= _present(areaServed=[area.name for area in presence.areas(business)] or business.address.town)
    price = _price(service.price)
    return node | ({"offers": {"@type": "Offer"} | price} if price else {})


def _price(price: Price | None) -> Node:
    """The price as an offer says it; "by quote" says nothing."""
    if price is None or price.kind is PriceKind.BY_QUOTE:
        return {}
    if price.kind is PriceKind.FREE:
        return {"price": 0}
    if price.low is None:
        return {}
    if price.kind is PriceKind.EXACT:
        return {"price": _amount(price.low), "priceCurrency": price.low.currency}
    bounds: Node = {"@type": "PriceSpecification", "minPrice": _amount(price.low), "priceCurrency": price.low.currency}
    if price.high is not None:
        bounds["maxPrice"] = _amount(price.high)
    return {"priceSpecification": bounds}


def _amount(money: Money) -> float:
    amount = money.amount_minor / 10 ** _digits(money.currency)
    return int(amount) if amount == int(amount) else amount


def _digits(currency: str) -> int:
    """Decimal places of a currency (ISO 4217); two but for these."""
    if currency in {"JPY", "KRW", "CLP", "ISK", "VND", "XAF", "XOF", "UGX", "PYG", "RWF"}:
        return 0
    return 3 if currency in {"KWD", "BHD", "OMR", "JOD", "TND", "IQD", "LYD"} else 2


def _price_range(business: Business) -> str:
    """From the cheapest to the dearest stated price, as figures: "65-180 GBP"."""
    prices = [*(service.price for service in business.services), *(line.price for line in business.prices)]
    amounts = sorted({_amount(money) for price in prices if price for money in (price.low, price.high) if money})
    if not amounts:
        return ""
    low, high = f"{amounts[0]:g}", f"{amounts[-1]:g}"
    return f"{low} {business.currency}" if low == high else f"{low}-{high} {business.currency}"


def _breadcrumbs(business: Business, crumbs: Sequence[tuple[str, str]]) -> Node:
    steps: list[Node] = [
        {"@type": "ListItem", "position": number, "name": name, "item": _address_of(business, path)}
        for number, (name, path) in enumerate(crumbs, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": steps}


def _faq(business: Business) -> Node:
    answers: list[Node] = [
        {
            "@type": "Question",
            "name": asked.question,
            "acceptedAnswer": {"@type": "Answer", "text": markdown.to_plain(asked.answer)},
        }
        for asked in presence.questions(business)
    ]
    page: Node = {"@type": "FAQPage", "@id": f"{_address_of(business, urls.FAQ)}#questions", "inLanguage": business.language}
    return page | {"mainEntity": answers}


def _article(business: Business, page: Page, article: Article) -> Node:
    owner: Node = {"@id": business_id(business)}
    node: Node = {
        "@type": "Article",
        "headline": article.text.title or page.title,
        "datePublished": article.published_on.isoformat(),
        "author": owner,
        "publisher": owner,
        "mainEntityOfPage": _address_of(business, page.path),
        "inLanguage": business.language,
    }
    return node | _present(description=page.description)


def _address_of(business: Business, path: str) -> str:
    return business.website.rstrip("/") + path


def _present(**values: Value) -> Node:
    """The values that say something."""
    return {name: value for name, value in values.items() if value}
