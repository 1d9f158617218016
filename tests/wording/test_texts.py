"""Interface texts in every language: nothing said is missing, nothing translated has lost a slot."""

import re

import pytest
from babel.messages import pofile
from babel.messages.catalog import Catalog

from tests.wording.spoken import ROOT, spoken
from weblocal.wording import texts

LANGUAGES = texts.languages()
# Said through a variable, where no scan can follow.
SAID_BY_HAND: frozenset[str] = frozenset()
SLOT = re.compile(r"\{[a-z_]*\}")


def catalogue(language: str) -> Catalog:
    path = ROOT / "weblocal" / "wording" / "catalogues" / language / "LC_MESSAGES" / "weblocal.po"
    with path.open("rb") as opened:
        return pofile.read_po(opened, locale=language, abort_invalid=True)


def test_german_and_arabic_are_there() -> None:
    assert {"ar", "de"} <= set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_is_said_is_translated(language: str) -> None:
    known = {message.id if isinstance(message.id, str) else message.id[0] for message in catalogue(language) if message.string}
    missing = sorted({f"{each.where}: {each.text}" for each in spoken() if each.text not in known})
    assert missing == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_translated_that_nobody_says(language: str) -> None:
    said = {each.text for each in spoken()} | SAID_BY_HAND
    idle = sorted(
        key
        for message in catalogue(language)
        if message.id and (key := message.id if isinstance(message.id, str) else message.id[0]) not in said
    )
    assert idle == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_translation_fills_the_same_slots_as_the_english(language: str) -> None:
    wrong = []
    for message in catalogue(language):
        if not message.id:
            continue
        keys = (message.id,) if isinstance(message.id, str) else message.id
        strings = (message.string,) if isinstance(message.string, str) else message.string
        wanted = set(SLOT.findall(keys[-1]))
        for string in strings:
            given = set(SLOT.findall(string))
            # a form for one or two things may spell the number out
            if given != wanted and not (len(keys) > 1 and given == wanted - {"{count}"}):
                wrong.append((keys[0], string))
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_counting_text_has_a_form_for_every_number(language: str) -> None:
    counting = [each for each in spoken() if each.more]
    assert counting
    for each in counting:
        for count in (0, 1, 2, 3, 5, 10, 11, 12, 21, 99, 100, 101, 102, 103, 111):
            said = texts.for_language(language).many(each.text, each.more, count)
            assert said not in {each.text.format(count=count), each.more.format(count=count)}, (each, count)
            assert "{" not in said


@pytest.mark.parametrize(
    ("tag", "said"), [("de", "Anrufen"), ("de-AT", "Anrufen"), ("ar-EG", "اتصل"), ("en-GB", "Call"), ("cy", "Call")]
)
def test_a_language_falls_back_to_its_parent_and_then_to_english(tag: str, said: str) -> None:
    assert texts.for_language(tag).say("Call") == said


def test_a_text_that_nobody_has_translated_is_said_in_english() -> None:
    assert texts.for_language("de").say("A sentence of {year}", year=2031) == "A sentence of 2031"


def test_slots_are_filled_and_what_is_filled_in_is_not_read_again() -> None:
    said = texts.for_language("de").say("{service} in {town}", service="{town}", town="Neuried")
    assert said == "{town} in Neuried"


@pytest.mark.parametrize(("count", "said"), [(1, "1 Stunde"), (2, "2 Stunden"), (0, "0 Stunden")])
def test_german_counts(count: int, said: str) -> None:
    assert texts.for_language("de").many("{count} hour", "{count} hours", count) == said


@pytest.mark.parametrize(
    ("count", "said"), [(1, "ساعة واحدة"), (2, "ساعتين"), (3, "3 ساعات"), (11, "11 ساعة"), (103, "103 ساعات")]
)
def test_arabic_counts_in_six_forms(count: int, said: str) -> None:
    assert texts.for_language("ar").many("{count} hour", "{count} hours", count) == said
