"""Structured data: what search engines are told is what the profile says, and never praise of ourselves."""
# ruff: noqa: ANN401 - a maker takes whatever its noun takes

import dataclasses
import datetime as dt
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import WEEKDAYS, a_business, a_service, a_text, a_trade
from weblocal.model.business import Address
from weblocal.model.hours import Hours, Span, SpecialDay
from weblocal.model.services import Money, Price, PriceKind
from weblocal.model.site import Page, PageKind
from weblocal.model.words import Question, Rating, Review
from weblocal.site import structured

TODAY = dt.date(2026, 11, 10)


def node_of(**changes: Any) -> dict[str, Any]:
    node: dict[str, Any] = structured.business_node(a_business(**changes), TODAY)
    return node


def a_page(kind: PageKind, path: str, subject: str = "") -> Page:
    return Page(kind=kind, path=path, title="A page", description="About it.", subject=subject)


def test_the_business_has_an_id_that_stays() -> None:
    assert node_of()["@id"] == "https://bright-pipes.example/#business"
    assert node_of(tagline="Other words.", website="https://bright-pipes.example/")["@id"] == node_of()["@id"]


def test_the_most_specific_type_comes_first() -> None:
    assert node_of()["@type"] == "Plumber"
    trade = a_trade(schema_types=("HairSalon", "Organization"))
    assert node_of(trade=trade)["@type"] == ["HairSalon", "Organization"]


def test_a_street_that_is_not_public_is_never_told() -> None:
    hidden = Address(
        street="12 Mill Lane", town="Sampleton", postcode="SA1", country="GB", public=False, latitude=51.5, longitude=-0.1
    )
    node = node_of(address=hidden)
    assert node["address"] == {"@type": "PostalAddress", "addressLocality": "Sampleton", "addressCountry": "GB"}
    assert "geo" not in node


def test_days_with_the_same_hours_are_told_together() -> None:
    spec = node_of()["openingHoursSpecification"]
    days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]
    assert spec == [{"@type": "OpeningHoursSpecification", "opens": "09:00", "closes": "18:00", "dayOfWeek": days}]


@pytest.mark.parametrize(
    ("span", "opens", "closes"),
    [
        pytest.param(Span(0, 1440), "00:00", "23:59", id="open all day"),
        pytest.param(Span(1320, 1560), "22:00", "02:00", id="past midnight"),
        pytest.param(Span(1080, 1440), "18:00", "23:59", id="until midnight"),
    ],
)
def test_unusual_spans_are_told_the_way_search_engines_ask(span: Span, opens: str, closes: str) -> None:
    hours = Hours(week=((span,), (), (), (), (), (), ()), zone="Europe/London")
    spec = node_of(hours=hours)["openingHoursSpecification"][0]
    assert (spec["opens"], spec["closes"]) == (opens, closes)


def test_a_closed_special_day_opens_and_closes_at_midnight() -> None:
    special = SpecialDay(first_on=dt.date(2026, 12, 25), last_on=dt.date(2026, 12, 28))
    hours = dataclasses.replace(WEEKDAYS, special=(special,))
    (spec,) = node_of(hours=hours)["specialOpeningHoursSpecification"]
    assert (spec["opens"], spec["closes"]) == ("00:00", "00:00")
    assert (spec["validFrom"], spec["validThrough"]) == ("2026-12-25", "2026-12-28")


def test_special_days_that_are_over_are_not_told() -> None:
    special = SpecialDay(first_on=dt.date(2026, 1, 1), last_on=dt.date(2026, 1, 1))
    assert "specialOpeningHoursSpecification" not in node_of(hours=dataclasses.replace(WEEKDAYS, special=(special,)))


def test_the_business_never_rates_itself() -> None:
    review = Review(words="Great.", by="Joan", where="google", month=TODAY, stars=5)
    business = a_business(rating=Rating(score="4.9", count=400, where="google"), reviews=(review,))
    told = structured.as_json([structured.business_node(business, TODAY)])
    assert "Rating" not in told
    assert "Review" not in told


@pytest.mark.parametrize(
    ("price", "told"),
    [
        pytest.param(
            Price(kind=PriceKind.EXACT, low=Money(amount_minor=8900, currency="GBP")),
            {"price": 89, "priceCurrency": "GBP"},
            id="exact",
        ),
        pytest.param(
            Price(kind=PriceKind.EXACT, low=Money(amount_minor=350, currency="GBP")),
            {"price": 3.5, "priceCurrency": "GBP"},
            id="pence",
        ),
        pytest.param(
            Price(kind=PriceKind.EXACT, low=Money(amount_minor=4000, currency="JPY")),
            {"price": 4000, "priceCurrency": "JPY"},
            id="yen",
        ),
        pytest.param(Price(kind=PriceKind.FREE), {"price": 0}, id="free"),
        pytest.param(Price(kind=PriceKind.BY_QUOTE), {}, id="by quote"),
        pytest.param(
            Price(kind=PriceKind.FROM, low=Money(amount_minor=3500, currency="EUR")),
            {"priceSpecification": {"@type": "PriceSpecification", "minPrice": 35, "priceCurrency": "EUR"}},
            id="from",
        ),
    ],
)
def test_prices_are_told_as_the_owner_states_them(price: Price, told: dict[str, Any]) -> None:
    node: dict[str, Any] = structured.catalogue_node(a_business(services=(a_service(price=price),)))
    (offer,) = node["hasOfferCatalog"]["itemListElement"]
    assert {name: value for name, value in offer.items() if name not in {"@type", "itemOffered"}} == told


def test_the_questions_page_tells_questions_and_plain_answers() -> None:
    faq = (Question(question="When?", answer="**Now**."), Question(question="Who?", answer="We."))
    business = a_business(faq=faq)
    nodes = structured.page_nodes(business, a_page(PageKind.FAQ, "/questions/"), crumbs=())
    assert nodes[0]["@type"] == "FAQPage"
    assert nodes[0]["mainEntity"][0]["acceptedAnswer"]["text"] == "Now."


def test_a_service_page_tells_its_service_and_the_way_to_it() -> None:
    business = a_business(services=(a_service(page=a_text("Words.")),))
    page = a_page(PageKind.SERVICE, "/services/boiler-service/", "boiler_service")
    crumbs = (("Bright Pipes", "/"), ("Services", "/services/"), ("Boiler service", page.path))
    way, service = structured.page_nodes(business, page, crumbs=crumbs)
    assert [step["position"] for step in way["itemListElement"]] == [1, 2, 3]
    assert way["itemListElement"][1]["item"] == "https://bright-pipes.example/services/"
    assert service["provider"] == {"@id": "https://bright-pipes.example/#business"}


@given(st.text())
def test_no_words_of_an_owner_can_leave_the_script_element(words: str) -> None:
    told = structured.as_json([{"name": words}])
    assert not set(told) & set("<>&\u2028\u2029")
    assert json.loads(told)["@graph"][0]["name"] == words
