"""The shipped trade packs: each makes a business of ten lines, claims nothing, and keeps to the words we ask of others."""

import collections
import pathlib
import re
from collections.abc import Iterator

import pytest

from tests.profile.trades import NAMES, PACKS, parsed
from weblocal.model.business import Business
from weblocal.model.forms import FieldName
from weblocal.model.sequences import Purpose, SendStep
from weblocal.model.site import HomeSection
from weblocal.profile import packs
from weblocal.reading import front_matter
from weblocal.site import heroes

TYPES = {
    line
    for line in (pathlib.Path(__file__).parent / "local_business_types.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
}
MAILS = [name for name in PACKS.names if name.startswith("mails/")]
CARE_GUIDES = [name for name in MAILS if re.search(r"/(care_|coffee_at_home|keeping_leftovers)", name)]
BANNED = re.compile(
    r"\b(welcome|passion\w*|solutions?|high[- ]quality|one-stop|world-class|leading|best in|cheapest|number one|experts?|guaranteed?|"
    r"certified|insured|award\w*|trusted|years of|24/7|free of charge|no obligation|satisfaction)\b|!(?!\[)",
    re.IGNORECASE,
)
PRICE = re.compile(r"[£$€]|\b\d+ ?(?:pounds|dollars|euros)\b")
MOST_WORDS = 50
# what people type, and the pack it must find
SPOKEN = {
    "garage": "auto_repair",
    "mechanic": "auto_repair",
    "solicitor": "lawyer",
    "Law firm": "lawyer",
    "hairdresser": "salon",
    "barber": "salon",
    "gardener": "landscaper",
    "odd jobs": "handyman",
    "vets": "vet",
    "dental clinic": "dentist",
    "bookkeeper": "accountant",
    "yoga": "gym",
    "pub": "restaurant",
    "flower shop": "florist",
    "nail bar": "beauty",
    "physiotherapist": "physio",
    "carpenter": "joiner",
    "decorator": "painter",
    "music lessons": "tutor",
    "coffee-shop": "cafe",
}


def business(trade: str) -> Business:
    return parsed(trade).business


def written_in(trade: str) -> Iterator[str]:
    """Every text of a pack that somebody reads, its mails included."""
    for text in parsed(trade).starters:
        yield from (words for _, words in text.lines)


def sentences(text: str) -> list[str]:
    """The sentences of a text; headings, points and short answers stand for themselves."""
    parts = re.split(r"\n\s*\n|\n(?=\s*(?:[-*#]|\d+\.) )", text)
    plain = [re.sub(r"^\s*(?:[-*#]+|\d+\.) |\*\*", "", " ".join(part.split())) for part in parts]
    return [sentence for part in plain for sentence in re.split(r"(?<=[.?]) ", part) if sentence.strip()]


def test_there_is_a_pack_for_every_trade_of_the_high_street() -> None:
    assert len(NAMES) >= 18


@pytest.mark.parametrize("name", NAMES)
def test_ten_lines_and_a_shipped_pack_make_a_business(name: str) -> None:
    found = business(name)
    assert found.trade.id == name
    assert 4 <= len(found.services) <= 8
    assert found.lead
    assert len(found.faq) >= 3
    assert found.forms
    assert {sequence.id for sequence in found.sequences} >= {"new_lead", "after_visit"}
    assert any(placement.piece for placement in found.placements)


@pytest.mark.parametrize("name", NAMES)
def test_no_slot_of_a_shipped_pack_is_left_unfilled(name: str) -> None:
    found = parsed(name)
    assert [origin for origin in found.origins if re.search(r"(?<!\{)\{\w+\}(?!\})", origin.value)] == []


@pytest.mark.parametrize("name", NAMES)
def test_nothing_of_a_shipped_pack_is_left_out_for_want_of_what_it_links_to(name: str) -> None:
    assert [str(notice) for notice in parsed(name).notices if notice.place.file.startswith("trades/")] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_pack_is_of_a_type_that_search_engines_know_as_a_local_business(name: str) -> None:
    types = business(name).trade.schema_types
    assert TYPES.union({"LocalBusiness"}).intersection(types)
    # vets are medical organisations to schema.org and no local business, so their type stands beside one
    assert set(types) <= TYPES | {"LocalBusiness", "VeterinaryCare"}


@pytest.mark.parametrize("name", NAMES)
def test_near_trades_are_known_to_search_engines_too(name: str) -> None:
    for word, near in packs._words(name, PACKS).items():
        if near:
            found = business(word).trade
            assert found.id == name
            assert found.name
            assert set(found.schema_types) <= TYPES | {"LocalBusiness"}


@pytest.mark.parametrize(("said", "pack"), SPOKEN.items())
def test_the_words_people_type_find_their_pack(said: str, pack: str) -> None:
    assert business(said).trade.id == pack


def test_a_near_trade_keeps_its_own_name() -> None:
    assert business("barber").trade.name == "Barber"
    assert business("nail salon").trade.schema_types == ("NailSalon",)
    assert business("hairdresser").trade.name == "Hair salon"


def test_no_word_finds_two_packs() -> None:
    words = collections.Counter(word for name in NAMES for word in {name, *packs._words(name, PACKS)})
    assert [word for word, count in words.items() if count > 1] == []


@pytest.mark.parametrize("name", NAMES)
def test_the_order_of_a_pack_names_every_section_once(name: str) -> None:
    trade = business(name).trade
    assert len(set(trade.sections)) == len(trade.sections)
    assert {"services", "prices", "steps", "gallery", "where", "faq", "form"} <= set(trade.sections) <= set(HomeSection)
    assert trade.primary_action in heroes._WANTED
    assert trade.when_shut == "closed"


@pytest.mark.parametrize("name", NAMES)
def test_a_pack_never_names_a_price(name: str) -> None:
    found = business(name)
    assert found.prices == ()
    assert [service.id for service in found.services if service.price and service.price.low] == []
    assert [text for text in written_in(name) if PRICE.search(text)] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_pack_says_nothing_that_is_banned_or_that_only_the_owner_can_claim(name: str) -> None:
    assert [(text, found[0]) for text in written_in(name) if (found := BANNED.search(text))] == []


@pytest.mark.parametrize("name", NAMES)
def test_the_sentences_of_a_pack_are_short(name: str) -> None:
    lengths = [len(sentence.split()) for text in written_in(name) for sentence in sentences(text)]
    assert sum(lengths) / len(lengths) < 15
    assert max(lengths) <= 34


@pytest.mark.parametrize("name", NAMES)
def test_answers_leads_and_print_headlines_keep_their_length(name: str) -> None:
    found = business(name)
    assert [asked.question for asked in found.faq if len(asked.answer.split()) > MOST_WORDS] == []
    assert len(found.lead.split()) <= 30
    assert [placed.headline for placed in found.placements if len(placed.headline.split()) > 7] == []


@pytest.mark.parametrize("name", NAMES)
def test_the_place_is_said_once_in_the_headline_or_else_below_it(name: str) -> None:
    assert "Netherby" not in business(name).lead
    assert "Netherby" not in parsed(name, "tagline: Netherby knows us.\n").business.lead
    assert "in Netherby" in parsed(name, "tagline: We say when, then we come.\n").business.lead


@pytest.mark.parametrize("name", NAMES)
def test_a_form_asks_for_little_and_for_consent_in_words(name: str) -> None:
    form = business(name).forms[0]
    required = [field.name for field in form.fields if field.required]
    assert {FieldName.NAME, FieldName.PHONE} <= set(required)
    assert len(required) <= 4
    assert form.consents
    assert all("I can stop" in wording.words for wording in form.consents)


@pytest.mark.parametrize("name", NAMES)
def test_every_marketing_mail_of_a_pack_has_a_stream_that_a_form_asks_for(name: str) -> None:
    found = business(name)
    agreed = {wording.stream for form in found.forms for wording in form.consents}
    assert {sequence.stream for sequence in found.sequences if sequence.purpose is Purpose.MARKETING} <= agreed


@pytest.mark.parametrize("name", NAMES)
def test_after_a_visit_a_pack_sends_one_guide_of_its_trade(name: str) -> None:
    after = next(sequence for sequence in business(name).sequences if sequence.id == "after_visit")
    sent = [f"mails/after_visit/{step.id}.md" for step in after.steps if isinstance(step, SendStep)]
    assert len(set(sent) & set(CARE_GUIDES)) == 1


def test_no_two_trades_share_a_guide() -> None:
    assert len(CARE_GUIDES) == len(NAMES)


@pytest.mark.parametrize("name", CARE_GUIDES)
def test_a_guide_can_be_read_in_two_minutes(name: str) -> None:
    text = front_matter.read_text(PACKS.text(name), file=name)
    assert 80 <= len(text.body.split()) <= 230
    front = dict(text.more)
    assert len(front["subject"]) <= 60
    assert front["preheader"]


def test_the_review_mail_is_neutral_and_offers_nothing() -> None:
    text = PACKS.text("mails/review/review_ask.md").lower()
    assert "good or bad" in text
    assert not re.search(r"\b(stars?|offer|discount|prize|happy|enjoyed|loved)\b", text)


def test_a_trade_of_the_law_or_of_health_has_cautions_to_read() -> None:
    for name in ("lawyer", "dentist", "vet", "physio", "accountant", "beauty"):
        assert parsed(name).cautions
