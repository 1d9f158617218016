"""Holds the businesses we ship and test with, and the words of our own packs and mails, to what we ask of others."""

import datetime as dt
import pathlib
import re

import pytest

from weblocal.disk import bundled, tree
from weblocal.model.business import Business
from weblocal.model.sequences import SendStep
from weblocal.nurture import mail_blocks, mail_reading, personalising
from weblocal.profile.parsing import ParsedProfile, parse
from weblocal.profile.sources import Sources
from weblocal.reading import front_matter
from weblocal.site import planning
from weblocal.theming import theme

TODAY = dt.date(2026, 11, 22)
HERE = pathlib.Path(__file__).parent
TRADES = bundled.trades_folder()
SAMPLE = bundled.sample_business_folder()
PROFILES = [SAMPLE, *sorted(path.parent for path in HERE.glob("*/business.yaml"))]
PACK_MAILS = sorted(TRADES.glob("mails/*/*.md"))
OUR_OWN = [*sorted(TRADES.rglob("*.yaml")), *PACK_MAILS, *sorted(SAMPLE.rglob("*.yaml")), *sorted(SAMPLE.rglob("*.md"))]
BANNED = re.compile(
    r"\b(welcome|passionate|passion|solutions?|high[- ]quality|one-stop|world-class|leading)\b|[a-z)]!", re.IGNORECASE
)


def sources(folder: pathlib.Path) -> Sources:
    found = tree.read_tree(folder)
    return Sources(names=found.names, read=found.read)


def parsed(folder: pathlib.Path) -> ParsedProfile:
    return parse(sources(folder), sources(TRADES), today=TODAY)


def business(folder: pathlib.Path) -> Business:
    return parsed(folder).business


def sentences(markdown: str) -> list[str]:
    """The sentences of a text; headings, points and rows of tables stand for themselves."""
    parts = re.split(r"\n\s*\n|\n(?=\s*(?:[-*#|]|\d+\.) )", markdown)
    plain = [" ".join(re.sub(r"^\s*(?:[-*#]+|\d+\.) ", "", part).replace("**", "").split()) for part in parts]
    return [one for part in plain if not part.startswith("|") for one in re.split(r"(?<=[.?:]) ", part) if one.strip()]


def named(paths: list[pathlib.Path]) -> list[str]:
    return [f"{path.parent.name}/{path.name}" for path in paths]


@pytest.mark.parametrize("folder", PROFILES, ids=[folder.name for folder in PROFILES])
def test_every_profile_makes_a_business(folder: pathlib.Path) -> None:
    found = business(folder)
    assert found.services
    assert found.forms
    assert found.sequences


@pytest.mark.parametrize("folder", [folder for folder in PROFILES if folder.name != "minimum"], ids=lambda folder: folder.name)
def test_only_the_ten_lines_leave_something_to_say(folder: pathlib.Path) -> None:
    assert parsed(folder).notices == ()


@pytest.mark.parametrize("folder", PROFILES, ids=[folder.name for folder in PROFILES])
def test_every_mail_has_a_subject_a_preheader_a_headline_and_fields_with_fallbacks(folder: pathlib.Path) -> None:
    sent = [step for sequence in business(folder).sequences for step in sequence.steps if isinstance(step, SendStep)]
    assert sent
    for step in sent:
        front = dict(step.text.more)
        assert front["subject"]
        assert front["preheader"]
        assert isinstance(mail_reading.read(step.text.body)[0], mail_blocks.Headline)
        assert personalising.problems(step.text) == ()


@pytest.mark.parametrize("path", PACK_MAILS, ids=named(PACK_MAILS))
def test_every_mail_of_the_packs_is_sent_by_a_pack(path: pathlib.Path) -> None:
    sequence, step = path.parent.name, path.stem
    packs = [pack.read_text(encoding="utf-8") for pack in TRADES.glob("*.yaml")]
    assert any(f"{sequence}:" in pack and f"send: {step}" in pack for pack in packs)


@pytest.mark.parametrize("path", OUR_OWN, ids=named(OUR_OWN))
def test_our_own_words_keep_to_the_list(path: pathlib.Path) -> None:
    assert BANNED.findall(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "path", [*PACK_MAILS, *sorted(SAMPLE.rglob("*.md"))], ids=lambda path: f"{path.parent.name}/{path.name}"
)
def test_our_sentences_average_under_fifteen_words(path: pathlib.Path) -> None:
    found = front_matter.read_text(path.read_text(encoding="utf-8"), file=path.name)
    lengths = [len(sentence.split()) for sentence in sentences(found.body)]
    assert sum(lengths) / len(lengths) < 15


def test_the_sample_business_fills_at_least_fifteen_pages() -> None:
    found = tree.read_tree(bundled.themes_folder() / "fascia")
    fascia = theme.load("fascia", found.names, found.read)
    assert len(planning.plan(business(SAMPLE), fascia, today=TODAY).pages) >= 15


def test_the_sample_business_uses_every_part_of_the_loop() -> None:
    found = business(SAMPLE)
    parts = (found.articles, found.offers, found.placements, found.team, found.reviews, found.faq, found.area, found.legal)
    assert all(parts)
    assert {sequence.id for sequence in found.sequences} == {"new_lead", "after_visit", "review"}


@pytest.mark.parametrize("folder", PROFILES, ids=[folder.name for folder in PROFILES])
def test_telephone_numbers_are_ones_that_nobody_has(folder: pathlib.Path) -> None:
    found = business(folder)
    ranges = r"\+44(1632960|7700900)\d{3}|\+493023125\d{3}|\+9714555\d{4}"
    assert found.phone is not None
    assert re.fullmatch(ranges, found.phone.e164)
    assert ".example" in found.website
