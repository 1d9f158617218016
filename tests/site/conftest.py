"""The built-in theme, and a business that has everything a site can show."""

import datetime as dt
import pathlib

import pytest

from tests.factories import a_business, a_form, a_placement, a_service, a_text, a_trade, an_offer
from weblocal.model.business import Business, PriceLine
from weblocal.model.hours import Hours, Span, SpecialDay
from weblocal.model.offers import Offer, StampTerms
from weblocal.model.placements import Target, TargetKind
from weblocal.model.services import Area, Money, Price, PriceKind, ServiceArea
from weblocal.model.words import Article, Fact, OwnPage, Question, Rating, Review, Teammate, WorkStep
from weblocal.theming import theme as theming
from weblocal.theming.theme import Theme

FASCIA = pathlib.Path(__file__).parents[2] / "themes" / "fascia"


@pytest.fixture(scope="session")
def theme() -> Theme:
    names = (path.relative_to(FASCIA).as_posix() for path in FASCIA.rglob("*") if path.is_file())
    return theming.load("fascia", names, lambda name: (FASCIA / name).read_bytes())


def pounds(kind: PriceKind, amount: int) -> Price:
    return Price(kind=kind, low=Money(amount_minor=amount * 100, currency="GBP"))


@pytest.fixture(scope="session")
def whole_business() -> Business:
    leaks = "Intro.\n\n## What is included\n\n- An hour\n- A price\n\n## Try this first\n\n1. **Turn** the stopcock.\n2. **Ring** us."
    return a_business(
        trade=a_trade(
            sections=("services", "prices", "offers", "steps", "reviews", "where", "team", "faq", "articles", "form"),
            prices_title="What it costs",
        ),
        tagline="The plumber who rings back.",
        lead="Leaks, boilers and bathrooms in Sampleton. You get a price before we open the toolbox.",
        since=2009,
        hours=Hours(
            week=((Span(480, 1080),),) * 5 + ((Span(540, 840),), ()),
            special=(
                SpecialDay(first_on=dt.date(2026, 11, 12), last_on=dt.date(2026, 11, 12), spans=(Span(540, 720),)),
                SpecialDay(first_on=dt.date(2026, 12, 25), last_on=dt.date(2026, 12, 28)),
            ),
            zone="Europe/London",
        ),
        services=(
            a_service("leaks", name="Leaks & burst pipes", price=pounds(PriceKind.FROM, 85), page=a_text(leaks, title="")),
            a_service("boilers", name="Boiler repair", price=pounds(PriceKind.FROM, 95), takes="2 hours", summary="All makes."),
            a_service("drains", name="Blocked drains", price=Price(kind=PriceKind.BY_QUOTE)),
        ),
        prices=tuple(
            PriceLine(name=name, price=pounds(PriceKind.EXACT, amount), note="Travel included")
            for name, amount in (("First hour", 65), ("Each half hour after that", 28), ("Boiler service", 95))
        ),
        area=ServiceArea(
            places=(
                Area(
                    id="mill_brook",
                    name="Millbrook",
                    page=a_text("Old pipes here, and hard water. " * 12, title=""),
                    latitude=51.52,
                    longitude=-0.14,
                ),
                Area(id="eastney", name="Eastney", latitude=51.49, longitude=-0.05),
                Area(id="old_ferry", name="Old Ferry", latitude=51.45, longitude=-0.12),
            ),
            radius_km=16,
        ),
        team=(Teammate(id="ada", name="Ada Sample", role="Owner"), Teammate(id="ben", name="Ben Muster", role="Plumber")),
        facts=(Fact(headline="Gas Safe", detail="no. 000000"), Fact(headline="1 hour", detail="to ring you back")),
        steps=tuple(WorkStep(name=name, words="So it goes.") for name in ("You ring", "You get a price", "We turn up")),
        rating=Rating(score="4.8", count=212, where="google"),
        review_link="https://g.page/r/bright-pipes/review",
        reviews=tuple(
            Review(words=f"Good work, number {n}.", by="Joan M.", where="google", month=dt.date(2026, 9, 1), stars=5)
            for n in range(1, 6)
        ),
        faq=tuple(Question(question=f"Question {n}?", answer=f"Answer **{n}**.") for n in range(1, 8)),
        pages=(OwnPage(id="returns", text=a_text("Bring it back.", title="Returns")),),
        articles=tuple(
            Article(
                id=f"guide_{n}",
                text=a_text("Words.\n\n## Why\n\nBecause.", title=f"Guide {n}"),
                published_on=dt.date(2026, 9, n),
            )
            for n in range(1, 5)
        ),
        about=a_text("Two vans.\n\n## How we began\n\nIn 2009.", title="Two vans, three people"),
        offers=(
            an_offer(),
            Offer(
                id="sixth",
                text="Every sixth visit is free.",
                terms="",
                stamps=StampTerms(collect=6, until_on=dt.date(2027, 12, 31)),
            ),
        ),
        forms=(a_form(), a_form("wrong", title="Something went wrong?", consents=())),
        placements=(
            a_placement(),
            a_placement("van", code="vn42", headline="Saw our van?", target=Target(kind=TargetKind.HOME)),
            a_placement("flyer", code="fl99", target=Target(kind=TargetKind.OFFER, id="first_visit")),
            a_placement("sticker", code="st77", target=Target(kind=TargetKind.PAGE, id="boilers")),
            a_placement("receipt", code="rc55", target=Target(kind=TargetKind.FORM, id="wrong")),
        ),
    )
