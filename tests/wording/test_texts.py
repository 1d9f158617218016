"""Interface texts in every language: nothing said is missing, nothing translated has lost a slot."""

import io
import re

import babel
import pytest
from babel.messages import pofile
from babel.messages.catalog import Catalog

from scripts import catalogues
from scripts.spoken import Spoken, spoken
from weblocal.wording import po_files, texts

LANGUAGES = texts.languages()
SAID = spoken()


def catalogue(language: str) -> Catalog:
    return catalogues.read(language)


def test_twelve_languages_stand_beside_english() -> None:
    assert {"ar", "cy", "de", "es", "fr", "it", "nl", "pl", "pt", "sv", "tr", "uk"} <= set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_is_said_is_translated_and_nothing_else(language: str) -> None:
    kept = catalogue(language)
    assert catalogues.gaps(catalogues.updated(kept, language)) == ()
    assert {str(each.id if isinstance(each.id, str) else each.id[0]) for each in kept if each.id} == {
        each.text for each in SAID
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_translation_fills_the_same_slots_as_the_english(language: str) -> None:
    assert catalogues.faults(catalogue(language)) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_lies_there_as_the_command_writes_it(language: str) -> None:
    written = catalogues.path_of(language).read_text("utf-8")
    assert catalogues.as_text(catalogues.updated(catalogue(language), language), language) == written
    assert "POT-Creation-Date" not in written
    assert "Generated" not in written


@pytest.mark.parametrize("language", LANGUAGES)
def test_our_reader_reads_what_the_writer_of_catalogues_wrote(language: str) -> None:
    read, _ = po_files.read(catalogues.path_of(language).read_text("utf-8"))
    wanted = {}
    for each in catalogue(language):
        strings = (each.string,) if isinstance(each.string, str) else tuple(each.string)
        if each.id and any(strings):
            wanted[each.id if isinstance(each.id, str) else each.id[0]] = strings
    assert read == wanted


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_that_unicode_tells_apart_have_forms_of_their_own(language: str) -> None:
    _, index = po_files.read(catalogues.path_of(language).read_text("utf-8"))
    # where Portuguese is written as in Portugal, nothing is many
    rule = babel.Locale.parse("pt_PT" if language == "pt" else language).plural_form
    counts = range(1000)
    categories = {rule(count): index(count) for count in counts}
    assert {count: index(count) for count in counts} == {count: categories[rule(count)] for count in counts}
    assert sorted(set(categories.values())) == list(range(catalogues.plural_forms(language)[0]))


def test_a_text_that_comes_back_finds_its_translation_again() -> None:
    old = pofile.read_po(io.StringIO('msgid "Call"\nmsgstr "Anrufen"\n\nmsgid "Gone for now"\nmsgstr "Einstweilen fort"\n'))
    kept = catalogues.as_text(catalogues.updated(old, "de"), "de")
    assert '#~ msgid "Gone for now"\n#~ msgstr "Einstweilen fort"' in kept
    again = catalogues.updated(pofile.read_po(io.StringIO(kept)), "de")
    assert again.get("Call").string == "Anrufen"
    assert "Einstweilen fort" in catalogues.as_text(again, "de")


def test_texts_are_found_in_code_in_templates_in_tables_and_in_packs() -> None:
    found = {each.text: each for each in SAID}
    assert found["{count} hour"].more == "{count} hours"
    assert "partials/masthead.html" in found["Skip to content"].where
    assert "Please tell us your name." in found
    assert "Tea room" in found
    assert all(isinstance(each, Spoken) and each.text for each in SAID)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_counting_text_has_a_form_for_every_number(language: str) -> None:
    read, index = po_files.read(catalogues.path_of(language).read_text("utf-8"))
    counting = [each for each in SAID if each.more]
    assert counting
    for each in counting:
        values = {name: "X" for name in re.findall(r"\{([a-z]+)\}", each.more) if name != "count"}
        for count in (0, 1, 2, 3, 5, 6, 10, 11, 12, 21, 99, 100, 101, 102, 103, 111):
            said = texts.for_language(language).many(each.text, each.more, count, **values)
            assert said == read[each.text][index(count)].format(count=count, **values)
            assert "{" not in said


@pytest.mark.parametrize(
    ("tag", "said"), [("de", "Anrufen"), ("de-AT", "Anrufen"), ("ar-EG", "اتصل"), ("en-GB", "Call"), ("fi", "Call")]
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
