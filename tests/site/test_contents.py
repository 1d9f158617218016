"""A head of contents: fees in the first screen, nothing said twice, clients in the margin, and the promise where there is little."""

import dataclasses
import datetime as dt
import pathlib
import re

import pytest
from lxml import html

from tests.factories import a_business, a_service, a_text, the_theme
from tests.site.test_branches import HARBOUR
from weblocal.model.business import Business
from weblocal.model.words import Review, WorkStep
from weblocal.site import planning, rendering
from weblocal.theming.theme import Theme

TODAY = dt.date(2026, 11, 10)
STYLES = pathlib.Path(__file__).resolve().parents[2] / "themes" / "ledger" / "styles"


@pytest.fixture(scope="module")
def ledger() -> Theme:
    return the_theme("ledger")


def pages(business: Business, theme: Theme) -> dict[str, html.HtmlElement]:
    files = rendering.render(planning.plan(business, theme, today=TODAY))
    return {file.path: html.document_fromstring(file.content) for file in files if file.path.endswith(".html")}


def steps(*minutes: int | None) -> tuple[WorkStep, ...]:
    return tuple(
        WorkStep(name=f"Step {number}", words="So.", takes=dt.timedelta(minutes=each) if each else None)
        for number, each in enumerate(minutes)
    )


def said(words: str) -> Review:
    return Review(words=words, by="Joan M.", where="google", month=dt.date(2026, 9, 1), stars=5)


def test_the_contents_hold_every_service_with_its_fee_and_no_section_says_them_again(
    ledger: Theme, whole_business: Business
) -> None:
    home = pages(whole_business, ledger)["index.html"]
    (contents,) = home.find_class("contents")
    assert contents.get("id") == "services"
    assert [row.text_content() for row in contents.xpath(".//b")] == ["Leaks & burst pipes", "Boiler repair", "Blocked drains"]
    assert "from £85" in " ".join(contents.text_content().split())
    assert len(home.xpath("//*[@id='services']")) == 1


def test_facts_stand_beside_the_statement_and_not_again_below(ledger: Theme, whole_business: Business) -> None:
    home = pages(whole_business, ledger)["index.html"]
    (facts,) = home.find_class("facts")
    assert "promise" in facts.getparent().get("class")


def test_one_service_alone_makes_no_contents(ledger: Theme) -> None:
    home = pages(a_business(services=(a_service(),)), ledger)["index.html"]
    assert not home.find_class("contents")
    assert home.find_class("alone")


def test_a_long_text_has_its_chapters_for_contents_and_a_short_one_has_none(ledger: Theme) -> None:
    business = a_business(
        services=(
            a_service("long", page=a_text("## One\n\nA.\n\n## Two\n\nB.\n\n## Three\n\nC.")),
            a_service("short", page=a_text("## One\n\nA.")),
        )
    )
    built = pages(business, ledger)
    long = built["services/long/index.html"]
    for link in long.find_class("contents")[0].iter("a"):
        assert long.xpath(f"//*[@id='{link.get('href').removeprefix('#')}']"), link.get("href")
    assert not built["services/short/index.html"].find_class("contents")


def test_a_short_voice_stands_beside_the_people_once_and_a_long_one_stays_with_the_others(
    ledger: Theme, whole_business: Business
) -> None:
    voices = (said("First."), said("So long. " * 30), said("Short and true."))
    home = pages(dataclasses.replace(whole_business, reviews=voices), ledger)["index.html"]
    assert "Short and true." in home.xpath("//section[@id='team']//figure")[0].text_content()
    below = home.xpath("//section[@id='reviews']")[0].text_content()
    assert "First." in below
    assert "So long." in below
    assert home.text_content().count("Short and true.") == 1


def test_further_places_stand_under_the_main_one(ledger: Theme, whole_business: Business) -> None:
    home = pages(dataclasses.replace(whole_business, branches=(HARBOUR,)), ledger)["index.html"]
    assert not home.xpath("//section[@id='places']")
    assert [each.text_content() for each in home.xpath("//section[@id='where']//h3")] == [HARBOUR.name]


@pytest.mark.parametrize(
    ("minutes", "ticks", "begins", "title"),
    [
        pytest.param(
            (5, 10, 10, 5), [5, 10, 10, 5], ["0 mins", "5 mins", "15 mins", "25 mins"], "The first 30 minutes", id="minutes"
        ),
        pytest.param((30, 60, 90), [6, 12, 18], ["0 mins", "30 mins", "90 mins"], "The first 3 hours", id="fives"),
        pytest.param((2880, 7200, 2880), [2, 5, 2], ["0 days", "2 days", "7 days"], "The first 9 days", id="days"),
        pytest.param((5, 10, None), [], [], "What happens when you ring", id="one without a time"),
        pytest.param((1, 10, 20), [], [], "What happens when you ring", id="one too short for its words"),
        pytest.param((7, 1440, 2000), [], [], "What happens when you ring", id="no common tick"),
    ],
)
def test_steps_stand_on_a_ruler_where_it_can_be_read(
    ledger: Theme, whole_business: Business, *, minutes: tuple[int | None, ...], ticks: list[int], begins: list[str], title: str
) -> None:
    home = pages(dataclasses.replace(whole_business, steps=steps(*minutes)), ledger)["index.html"]
    (section,) = home.xpath("//section[@id='steps']")
    assert section.find(".//h2").text_content() == title
    rows = section.xpath(".//ol[@class='ruler']/li")
    assert [int(row.get("class").removeprefix("m")) for row in rows] == ticks
    assert [row.find_class("time")[0].text_content() for row in rows] == begins
    style = home.xpath("//style")[0].text
    assert all(f".m{each}{{--m:{each}}}" in style for each in ticks)


def test_what_holds_for_all_prices_stands_beside_them(ledger: Theme, whole_business: Business) -> None:
    noted = dataclasses.replace(whole_business, prices_note="All prices with VAT.")
    home = pages(noted, ledger)["index.html"]
    (aside,) = home.xpath("//section[@id='prices']//aside")
    assert aside.text_content().strip() == "All prices with VAT."


def test_colour_is_ink_there_are_no_fields() -> None:
    used = {token for sheet in STYLES.rglob("*.css") for token in re.findall(r"var\(--([\w-]+)", sheet.read_text("utf-8"))}
    assert not used & {"plate", "on", "p2", "p3", "acc", "on-acc"}


@pytest.mark.parametrize("name", ["fascia", "ledger", "parlour", "bulletin"])
def test_how_long_a_step_takes_is_said_in_every_theme(whole_business: Business, name: str) -> None:
    home = pages(dataclasses.replace(whole_business, steps=steps(5, None, 120)), the_theme(name))["index.html"]
    (section,) = home.xpath("//section[@id='steps']")
    assert [row.findtext("p") for row in section.xpath(".//li")] == ["5 minutes · So.", "So.", "2 hours · So."]


@pytest.mark.parametrize("name", ["fascia", "ledger", "parlour", "bulletin"])
def test_every_page_carries_the_script_once_and_above_what_follows_the_head(whole_business: Business, name: str) -> None:
    for path, page in pages(whole_business, the_theme(name)).items():
        if not path.startswith("q/"):
            assert len(page.xpath("//script[not(@type)]")) == 1, path
            assert not page.xpath("//main/section[following::script[not(@type)]]"), path
