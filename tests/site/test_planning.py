"""Which pages and sections a business gets: what it has something to say about, and nothing else."""
# ruff: noqa: ANN401 - a maker takes whatever its noun takes

import dataclasses
import datetime as dt
from typing import Any

import pytest

from tests.factories import a_business, a_form, a_placement, a_service, a_text, a_trade, an_offer
from weblocal.model.business import Business, PriceLine
from weblocal.model.forms import Delivery, Form
from weblocal.model.offers import CouponTerms, CouponUse
from weblocal.model.placements import Target, TargetKind
from weblocal.model.services import Area, Money, Price, PriceKind, ServiceArea
from weblocal.model.site import HomeSection, PageKind
from weblocal.model.words import Article, Question, Rating, Review
from weblocal.site import planning, presence
from weblocal.theming.theme import Theme

TODAY = dt.date(2026, 11, 10)


def bare(**changes: Any) -> Business:
    """A business with a name, a trade, a town and a number, and nothing more."""
    nothing = {"services": (), "team": (), "offers": (), "forms": (), "placements": (), "sequences": (), "tagline": ""}
    return a_business(**(nothing | changes))


def a_review(month: dt.date = dt.date(2026, 10, 1), words: str = "They came when they said.") -> Review:
    return Review(words=words, by="Joan M.", where="google", month=month)


def kinds(business: Business, theme: Theme, today: dt.date = TODAY) -> set[PageKind]:
    return {page.kind for page in planning.plan(business, theme, today=today).pages}


def paths(business: Business, theme: Theme, today: dt.date = TODAY) -> list[str]:
    return [page.path for page in planning.plan(business, theme, today=today).pages]


def test_a_bare_business_has_only_the_pages_that_every_business_needs(theme: Theme) -> None:
    assert kinds(bare(), theme) == {PageKind.HOME, PageKind.CONTACT, PageKind.PRIVACY, PageKind.NOT_FOUND}


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        pytest.param({"services": (a_service(), a_service("leaks", name="Leaks"))}, PageKind.SERVICES, id="two services"),
        pytest.param({"services": (a_service(page=a_text("Words.")),)}, PageKind.SERVICE, id="a service with words"),
        pytest.param({"about": a_text("Two vans.")}, PageKind.ABOUT, id="a text about the business"),
        pytest.param({"reviews": (a_review(),)}, PageKind.REVIEWS, id="a review"),
        pytest.param(
            {"faq": (Question(question="When?", answer="Now."), Question(question="Who?", answer="We."))},
            PageKind.FAQ,
            id="two questions",
        ),
        pytest.param(
            {"articles": (Article(id="stopcock", text=a_text("Words."), published_on=TODAY),)}, PageKind.ARTICLE, id="a guide"
        ),
        pytest.param({"offers": (an_offer(),)}, PageKind.OFFER, id="an offer that holds"),
        pytest.param({"placements": (a_placement(),)}, PageKind.PLACEMENT, id="a placement"),
        pytest.param({"forms": (a_form(),)}, PageKind.THANKS, id="a form that somebody receives"),
        pytest.param(
            {"area": ServiceArea(places=(Area(id="millbrook", name="Millbrook", page=a_text("Words.")),))},
            PageKind.AREA,
            id="a place with words",
        ),
    ],
)
def test_a_page_comes_with_what_it_is_about_and_goes_without_it(theme: Theme, changes: dict[str, Any], kind: PageKind) -> None:
    assert kind in kinds(bare(**changes), theme)
    assert kind not in kinds(bare(), theme)


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        pytest.param({"services": (a_service(),)}, PageKind.SERVICES, id="one service needs no index"),
        pytest.param({"services": (a_service(),)}, PageKind.SERVICE, id="a service without words has no page"),
        pytest.param({"faq": (Question(question="When?", answer="Now."),)}, PageKind.FAQ, id="one question is no list"),
        pytest.param({"area": ServiceArea(places=(Area(id="mill", name="Mill"),))}, PageKind.AREA, id="a place without words"),
        pytest.param({"forms": (a_form(delivery=Delivery.MAILTO),)}, PageKind.THANKS, id="a form nobody receives"),
        pytest.param({"reviews": (a_review(dt.date(2025, 1, 1)),)}, PageKind.REVIEWS, id="a review too old to be believed"),
    ],
)
def test_less_than_the_minimum_makes_no_page(theme: Theme, changes: dict[str, Any], kind: PageKind) -> None:
    assert kind not in kinds(bare(**changes), theme)


def test_an_offer_is_there_on_its_last_day_and_gone_the_day_after(theme: Theme) -> None:
    worth = Money(amount_minor=1000, currency="GBP")
    terms = CouponTerms(worth=worth, use=CouponUse.ONCE_PER_CONTACT, from_on=None, until_on=TODAY)
    business = bare(offers=(an_offer(coupon=terms),))
    assert "/offers/first-visit/" in paths(business, theme, TODAY)
    assert "/offers/first-visit/" not in paths(business, theme, TODAY + dt.timedelta(days=1))


def test_an_offer_without_an_end_is_not_shown(theme: Theme) -> None:
    assert PageKind.OFFER not in kinds(bare(offers=(an_offer(coupon=None),)), theme)


def test_a_code_whose_offer_has_ended_still_leads_to_a_page(theme: Theme) -> None:
    card = a_placement(code="k7m2", target=Target(kind=TargetKind.OFFER, id="first_visit"))
    business = bare(offers=(an_offer(),), placements=(card,))
    assert "/from/k7m2/" in paths(business, theme, dt.date(2028, 1, 1))


def test_landing_pages_of_cards_are_kept_from_search_engines(theme: Theme) -> None:
    plan = planning.plan(a_business(), theme, today=TODAY)
    hidden = {page.kind for page in plan.pages if not page.in_sitemap}
    assert hidden == {PageKind.PLACEMENT, PageKind.THANKS, PageKind.NOT_FOUND}


def test_every_path_is_there_once(theme: Theme, whole_business: Business) -> None:
    found = paths(whole_business, theme)
    assert len(found) == len(set(found))


def test_titles_say_what_and_whose(theme: Theme) -> None:
    page = planning.plan(a_business(), theme, today=TODAY).pages[0]
    assert page.title == "Plumber in Sampleton | Bright Pipes"


def test_a_service_with_a_price_says_it_in_its_title(theme: Theme) -> None:
    price = Price(kind=PriceKind.FROM, low=Money(amount_minor=9500, currency="GBP"))
    business = bare(services=(a_service(name="Boiler repair", price=price, page=a_text("Words.")),))
    titles = [page.title for page in planning.plan(business, theme, today=TODAY).pages]
    assert "Boiler repair in Sampleton, from £95 | Bright Pipes" in titles


def test_a_long_description_is_cut_between_words(theme: Theme) -> None:
    business = bare(lead="word " * 60)
    description = planning.plan(business, theme, today=TODAY).pages[0].description
    assert len(description) <= 155
    assert description.endswith("word…")


def test_home_follows_the_order_of_the_trade_and_ends_with_the_way_in(whole_business: Business) -> None:
    trade = a_trade(sections=("reviews", "services", "form", "where"))
    sections = presence.home_sections(dataclasses.replace(whole_business, trade=trade), TODAY)
    assert sections[:4] == (HomeSection.FACTS, HomeSection.REVIEWS, HomeSection.SERVICES, HomeSection.WHERE)
    assert sections[-1] is HomeSection.FORM


def test_sections_without_their_minimum_are_not_at_home() -> None:
    assert set(presence.home_sections(bare(), TODAY)) == {HomeSection.FACTS, HomeSection.WHERE, HomeSection.FORM}


def test_two_prices_stay_on_the_service_rows() -> None:
    price = Price(kind=PriceKind.FREE)
    line = PriceLine(name="Look", price=price)
    assert presence.prices(bare(prices=(line, line))) == ()
    assert len(presence.prices(bare(prices=(line, line, line)))) == 3


@pytest.mark.parametrize(
    ("score", "count", "is_shown"),
    [("4.8", 212, True), ("4,6", 9, True), ("4.8", 4, False), ("3.9", 400, False), ("?", 9, False)],
)
def test_a_rating_is_shown_only_when_many_said_it_and_it_is_good(score: str, count: int, *, is_shown: bool) -> None:
    rating = Rating(score=score, count=count, where="google")
    assert (presence.rating(bare(rating=rating)) is not None) is is_shown


@pytest.mark.parametrize(
    ("form", "action"),
    [
        pytest.param(a_form(), "https://desk.bright-pipes.example/forms/quote", id="desk"),
        pytest.param(a_form(delivery=Delivery.NETLIFY), "/thanks/", id="netlify"),
        pytest.param(a_form(delivery=Delivery.FORMSPREE, service_key="abcd"), "https://formspree.io/f/abcd", id="formspree"),
        pytest.param(a_form(delivery=Delivery.WEB3FORMS, service_key="k"), "https://api.web3forms.com/submit", id="web3forms"),
        pytest.param(a_form(delivery=Delivery.BASIN, service_key="xy"), "https://usebasin.com/f/xy", id="basin"),
        pytest.param(a_form(delivery=Delivery.PHP, service_key="/form.php"), "/form.php", id="php"),
        pytest.param(a_form(delivery=Delivery.FORMSPREE), "", id="a service without its key"),
        pytest.param(a_form(delivery=Delivery.MAILTO), "", id="mail is no endpoint"),
    ],
)
def test_a_form_posts_to_who_receives_it(form: Form, action: str) -> None:
    assert presence.form_action(form, bare(forms=(form,))) == action
