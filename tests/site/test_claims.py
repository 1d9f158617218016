"""Claims, reviews and scores that a site may not make, and the words it had better not use."""

import dataclasses
import datetime as dt

import pytest

from tests import factories
from weblocal.model.business import Business
from weblocal.model.problems import Place, Severity
from weblocal.model.services import Area, ServiceArea
from weblocal.model.words import Question, Rating, Review, Teammate, Text
from weblocal.site import claims, duties, likeness, plain_words, presence


def rules(business: Business) -> set[str]:
    return {finding.rule for finding in claims.findings(business)}


@pytest.mark.parametrize(
    "words",
    [
        "The best plumber in Kelderby",
        "We are #1 for boilers",
        "100% satisfaction",
        "Guaranteed results in a week",
        "The cheapest in town",
    ],
)
def test_a_promise_nobody_can_prove_is_told_with_the_field_it_stands_in(words: str) -> None:
    business = dataclasses.replace(factories.a_business(), tagline=words)
    found = [finding for finding in claims.findings(business) if finding.rule == "claim"]
    assert [finding.page for finding in found] == ["tagline"]
    assert found[0].fix


@pytest.mark.parametrize(
    "words",
    [
        "The best time for a service is September.",
        "Guaranteed for two years.",
        "We ring back within the hour.",
        "A drip costs more than a washer.",
    ],
)
def test_plain_facts_are_no_claims(words: str) -> None:
    assert "claim" not in rules(dataclasses.replace(factories.a_business(), tagline=words))


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("Write a review and get 10 % off your next visit.", "review-reward"),
        ("Leave us a five-star review.", "review-gating"),
        ("If you loved your cut, write a review.", "review-gating"),
    ],
)
def test_a_reward_for_a_review_and_asking_only_the_happy_stop_the_build(words: str, rule: str) -> None:
    business = dataclasses.replace(factories.a_business(), lead=words)
    found = [finding for finding in claims.findings(business) if finding.rule == rule]
    assert found
    assert found[0].severity is Severity.ERROR


def test_a_review_by_somebody_who_works_there_stops_the_build() -> None:
    review = Review(words="Quick and tidy.", by="Ada Sample", where="google", month=dt.date(2026, 9, 1))
    mate = Teammate(id="ada", name="Ada Sample", role="Owner")
    assert "review-of-staff" in rules(dataclasses.replace(factories.a_business(), reviews=(review,), team=(mate,)))


def test_the_same_words_under_two_names_stop_the_build() -> None:
    reviews = tuple(
        Review(words=words, by=by, where="google", month=dt.date(2026, 9, 1))
        for words, by in (("Quick, and tidy.", "C. Park"), ("Quick and tidy", "J. Moss"))
    )
    assert "review-twice" in rules(dataclasses.replace(factories.a_business(), reviews=reviews))


def test_a_score_that_nobody_can_look_up_is_told() -> None:
    unproven = dataclasses.replace(
        factories.a_business(), rating=Rating(score="4.9", count=80, where="google"), review_link="", elsewhere=()
    )
    assert "rating-unproven" in rules(unproven)
    proven = dataclasses.replace(unproven, elsewhere=("https://www.google.com/maps/place/sample",))
    assert "rating-unproven" not in rules(proven)


def test_a_health_trade_may_promise_no_painless_visit_and_a_plumber_may_fit_a_painless_tap() -> None:
    business = dataclasses.replace(factories.a_business(), lead="A painless visit.")
    dentist = dataclasses.replace(business, trade=dataclasses.replace(business.trade, schema_types=("Dentist",)))
    plumber = dataclasses.replace(business, trade=dataclasses.replace(business.trade, schema_types=("Plumber",)))
    assert "claim" in rules(dentist)
    assert "claim" not in rules(plumber)


@pytest.mark.parametrize("words", ["Welcome to our shop", "We are passionate about pipes", "Come in!", "Lorem ipsum dolor"])
def test_empty_words_are_told_with_what_to_say_in_their_place(words: str) -> None:
    found = list(plain_words.findings(dataclasses.replace(factories.a_business(), tagline=words)))
    assert [finding.page for finding in found] == ["tagline"]
    assert found[0].fix


def test_english_rules_leave_other_languages_alone() -> None:
    business = dataclasses.replace(factories.a_business(), tagline="Solutions pour la maison", language="fr")
    assert not list(plain_words.findings(business))


def test_a_picture_in_markdown_is_no_exclamation() -> None:
    text = Text(body="![A van](van.jpg)\n\nFine.", place=Place(file="about.md", line=1))
    assert not [each for each in plain_words.findings(dataclasses.replace(factories.a_business(), about=text)) if each.place]


def test_a_fault_in_a_text_is_told_with_its_line() -> None:
    text = Text(body="First line.\n\nWhat a day!", place=Place(file="about.md", line=4))
    found = [each.place for each in plain_words.findings(dataclasses.replace(factories.a_business(), about=text)) if each.place]
    assert found == [Place(file="about.md", line=6)]


def test_a_long_answer_is_told() -> None:
    asked = Question(question="Why?", answer="word " * 80)
    found = plain_words.findings(dataclasses.replace(factories.a_business(), faq=(asked,)))
    assert "answer-long" in {finding.rule for finding in found}


TEXT = "In {0} we know the mains and the hard water, and the old lead pipes behind the church. " * 4


def an_area(name: str, body: str) -> Area:
    return Area(id=name.lower(), name=name, page=Text(body=body, place=Place(file=f"{name}.md", line=1)))


def test_an_area_page_that_is_anothers_with_a_new_name_gets_no_page_and_its_link_is_gone() -> None:
    areas = (an_area("Milltown", TEXT.format("Milltown")), an_area("Harbour", TEXT.format("Harbour")))
    business = dataclasses.replace(factories.a_business(), area=ServiceArea(places=areas))
    assert likeness.copies(areas) == (("harbour", "Milltown"),)
    assert [area.id for area in presence.areas_with_pages(business)] == ["milltown"]


def test_areas_with_words_of_their_own_keep_their_pages() -> None:
    own = "Harbour has sea air, and brass fittings last half as long there. We carry steel ones on the van. " * 3
    areas = (an_area("Milltown", TEXT.format("Milltown")), an_area("Harbour", own))
    assert not likeness.copies(areas)


@pytest.mark.parametrize("country", ["DE", "FR", "PL"])
def test_a_country_that_asks_for_a_notice_is_told_what_is_missing(country: str) -> None:
    business = factories.a_business()
    address = dataclasses.replace(business.address, country=country, street="", public=True)
    legal = dataclasses.replace(business.legal, company="Sample GmbH", register="", lines=())
    found = {finding.page for finding in duties.findings(dataclasses.replace(business, address=address, legal=legal))}
    assert {"address.street", "legal.register"} <= found


def test_a_country_without_such_a_law_is_left_alone() -> None:
    business = factories.a_business()
    address = dataclasses.replace(business.address, country="US", street="")
    assert not list(duties.findings(dataclasses.replace(business, address=address)))
