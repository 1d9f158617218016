"""The words of further languages: laid over the first, held to its keys, and never missing in silence."""

import pytest

from tests.profile.material import PACKS, TEN_LINES, TODAY, Files, parsed, problems
from weblocal.model.business import Business
from weblocal.profile import translating
from weblocal.profile.fields import Leaf
from weblocal.profile.keys.whole import WHOLE
from weblocal.profile.parsing import begin_translation
from weblocal.profile.records import Key, Record
from weblocal.profile.sources import Sources

PROFILE = (
    TEN_LINES
    + """\
languages: [en-GB, cy]
tagline: Hair by the bridge.
services:
  cut: {name: Cut, price: from 30, page: services/cut.md}
  colour: {name: Colour, price: 60-90}
facts:
  - {headline: 12 years, detail: by the bridge}
faq:
  Is there parking?: Behind the church.
team:
  ada: {name: Ada Sample, role: Owner}
forms:
  request:
    asks: [service, phone]
    choices: {service: [Cut, Colour]}
    consent: {offers: Send me offers.}
streams: {offers: "Offers, once a month at most"}
articles:
  care: guides/care.md
"""
)
WELSH = """\
tagline: Gwallt wrth y bont.
services:
  cut: {name: Torri}
  colour: {name: Lliw}
facts:
  - {headline: 12 mlynedd, detail: wrth y bont}
faq:
  Oes lle parcio?: Y tu ôl i'r eglwys.
team:
  ada: {role: Perchennog}
forms:
  request:
    choices: {service: [Torri, Lliw]}
    consent: {offers: Anfonwch gynigion.}
streams: {offers: Cynigion unwaith y mis}
"""
FILES: Files = {
    "services/cut.md": "A cut.\n",
    "services/cut.cy.md": "Toriad.\n",
    "guides/care.md": "---\ntitle: Care\ndate: 2026-05-01\n---\nWash it.\n",
    "guides/care.cy.md": "---\ntitle: Gofal\n---\nGolchwch.\n",
    "text/cy.yaml": WELSH,
}


def welsh(text: str = PROFILE, files: Files = FILES) -> Business:
    (found,) = parsed(text, files).also_in
    return found


def wrong(words: str, text: str = PROFILE, files: Files = FILES) -> list[str]:
    return problems(text, files | {"text/cy.yaml": words})


def test_a_business_speaks_each_language_in_its_own_words_at_its_own_place() -> None:
    found = welsh()
    assert (found.language, found.prefix, found.website) == ("cy", "/cy", "https://salon.example/cy")
    assert found.root == "https://salon.example"
    assert found.tagline == "Gwallt wrth y bont."
    assert [service.name for service in found.services] == ["Torri", "Lliw"]
    assert found.services[0].page is not None
    assert found.services[0].page.body.strip() == "Toriad."
    assert found.facts[0].headline == "12 mlynedd"
    assert (found.faq[0].question, found.faq[0].answer) == ("Oes lle parcio?", "Y tu ôl i'r eglwys.")
    assert found.team[0].role == "Perchennog"
    assert found.forms[0].fields[0].choices == ("Torri", "Lliw")
    assert found.forms[0].consents[0].words == "Anfonwch gynigion."
    assert found.streams[0].words == "Cynigion unwaith y mis"


def test_what_is_no_word_is_the_same_in_every_language() -> None:
    found, first = welsh(), parsed(PROFILE, FILES).business
    assert [service.price for service in found.services] == [service.price for service in first.services]
    assert (found.phone, found.hours, found.slug, found.name) == (first.phone, first.hours, first.slug, first.name)
    assert found.sequences == first.sequences


def test_agreed_words_of_another_language_are_another_version() -> None:
    first = parsed(PROFILE, FILES).business
    assert welsh().forms[0].consents[0].version != first.forms[0].consents[0].version


def test_a_guide_keeps_the_date_of_its_first_language() -> None:
    found, first = welsh(), parsed(PROFILE, FILES).business
    assert found.articles[0].text.title == "Gofal"
    assert found.articles[0].published_on == first.articles[0].published_on


def test_one_missing_word_is_a_problem_that_names_file_line_and_key() -> None:
    (problem,) = wrong(WELSH.replace("tagline: Gwallt wrth y bont.\n", ""))
    assert problem.startswith("text/cy.yaml:1 tagline: This has no words in cy.")
    assert "business.yaml:" in problem
    assert "Hair by the bridge." in problem


def test_many_missing_words_under_one_key_are_one_problem() -> None:
    without = WELSH.replace("services:\n  cut: {name: Torri}\n  colour: {name: Lliw}\n", "")
    (problem,) = wrong(without)
    assert "services: 2 texts have no words in cy: services.cut.name, services.colour.name." in problem


def test_a_missing_page_is_a_problem_that_names_the_file_to_write() -> None:
    files = {name: text for name, text in FILES.items() if name != "services/cut.cy.md"}
    (problem,) = problems(PROFILE, files)
    assert problem.startswith("services/cut.cy.md")
    assert "The page services/cut.md has no words in cy." in problem


def test_no_file_of_words_is_one_problem() -> None:
    files = {name: text for name, text in FILES.items() if name != "text/cy.yaml"}
    (problem,) = problems(PROFILE, files)
    assert problem.startswith("text/cy.yaml")
    assert "There are no words in cy." in problem


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("taglin: Oops.\n", "taglin: There is no such key. Did you mean tagline?"),
        ("slogan: Oops.\n", "slogan: There is no such key. Write tagline."),
        ("phone: 01632 960999\n", "phone: This is the same in every language."),
        ("lead: Mwy.\n", "lead: The profile has no such words to translate."),
        ("missing: sometimes\n", 'missing: "sometimes" is not known here.'),
    ],
)
def test_a_key_that_has_no_place_here_is_a_problem(more: str, said: str) -> None:
    assert any(said in problem for problem in wrong(WELSH + more)), wrong(WELSH + more)


def test_an_entry_that_the_profile_does_not_have_is_a_problem_with_a_suggestion() -> None:
    (problem,) = wrong(WELSH.replace("  colour: {name: Lliw}", "  colour: {name: Lliw}\n  color: {name: Lliw}"))
    assert 'services.color: The profile has no "color" here. Did you mean colour?' in problem


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "  - {headline: 12 mlynedd, detail: wrth y bont}",
            "  - {headline: a, detail: b}\n  - {headline: c, detail: d}",
            "facts",
        ),
        ("service: [Torri, Lliw]", "service: [Torri, Lliw, Arall]", "forms.request.choices.service"),
        ("  Oes lle parcio?: Y tu ôl i'r eglwys.", "  Oes?: Oes.\n  Nac oes?: Nac oes.", "faq"),
    ],
)
def test_more_than_the_profile_has_is_a_problem(old: str, new: str, said: str) -> None:
    (problem,) = wrong(WELSH.replace(old, new))
    assert f"{said}: There are" in problem


def test_words_of_the_wrong_kind_are_told_where_they_stand() -> None:
    found = wrong(WELSH.replace("  cut: {name: Torri}", "  cut: Torri"))
    assert any('text/cy.yaml:3 services.cut: "Torri" stands where keys belong.' in problem for problem in found)


def test_words_too_long_are_refused_where_they_were_written() -> None:
    (problem,) = wrong(WELSH.replace("12 mlynedd", "m" * 60))
    assert problem.startswith("text/cy.yaml:6 facts[1].headline")


def test_an_owner_may_let_words_be_missing_and_is_told_which() -> None:
    files = {name: text for name, text in FILES.items() if not name.endswith(".cy.md")}
    found = parsed(
        PROFILE, files | {"text/cy.yaml": "missing: first_language\ntagline: Gwallt.\nservices: {cut: {name: Torri}}\n"}
    )
    (business,) = found.also_in
    assert business.tagline == "Gwallt."
    assert [service.name for service in business.services] == ["Torri", "Colour"]
    assert business.services[0].page is None
    assert business.articles == ()
    told = " ".join(map(str, found.notices))
    assert "9 texts (services, facts, faq, team, forms …) without words in cy, shown in en-GB." in told
    assert "The page services/cut.md has no words in cy and is left out there. Write them in services/cut.cy.md." in told
    assert "The page guides/care.md has no words in cy" in told


def test_words_for_a_language_that_the_site_does_not_speak_are_told() -> None:
    found = parsed(TEN_LINES, {"text/fr.yaml": "tagline: Coiffure.\n"})
    assert found.also_in == ()
    assert any("The words in fr are not used." in str(notice) for notice in found.notices)


def test_a_language_named_twice_is_a_problem() -> None:
    assert any("cy stands twice." in problem for problem in problems(PROFILE.replace("[en-GB, cy]", "[en-GB, cy, cy]"), FILES))


def test_english_starter_words_on_a_welsh_page_are_told() -> None:
    found = parsed(TEN_LINES + "languages: [en-GB, cy]\n", {"text/cy.yaml": "missing: first_language\n"})
    notices = [str(notice) for notice in found.notices if "trade pack in English" in str(notice)]
    assert notices
    assert "cy" in notices[0]
    assert "services" in notices[0]


def test_english_starter_words_of_a_german_business_are_told_too() -> None:
    found = parsed(TEN_LINES + "languages: [de]\n")
    assert any("trade pack in English, and this site speaks de" in str(notice) for notice in found.notices)
    assert not any("in English" in str(notice) for notice in parsed(TEN_LINES).notices)


def test_a_pack_may_bring_its_starter_words_in_a_language() -> None:
    german = """\
tagline: Haare in {town}.
services:
  cut: {name: Schnitt}
  colour: {name: Farbe}
faq:
  Wo ist {name}?: In {town}. Rufen Sie {phone} an.
streams: {offers: "Angebote, höchstens einmal im Monat"}
forms:
  request:
    consent: {offers: Senden Sie mir Angebote.}
"""
    packs = PACKS | {"text/de/salon.yaml": german, "mails/new_lead/hello.de.md": "---\nsubject: Hallo\n---\nGuten Tag.\n"}
    found = parsed(TEN_LINES + "languages: [de]\n", packs=packs)
    assert found.business.tagline == "Haare in Sampleton."
    assert [service.name for service in found.business.services] == ["Schnitt", "Farbe"]
    assert found.business.faq[0].question == "Wo ist Salon Sample?"
    assert found.business.forms[0].consents[0].words == "Senden Sie mir Angebote."
    assert not any("in English" in str(notice) for notice in found.notices)
    further = parsed(TEN_LINES + "languages: [en-GB, de]\n", {"text/de.yaml": "faq: {Wo?: Hier.}\n"}, packs=packs)
    assert further.also_in[0].tagline == "Haare in Sampleton."
    assert further.also_in[0].faq[0].question == "Wo?"
    assert not any("in English" in str(notice) for notice in further.notices)


def words_keys(record: Record[object], path: str = "") -> list[tuple[str, Key[object]]]:
    """Every key that holds one text of the owner's own choosing, with its path."""
    found = []
    for key in record.keys:
        field = key.field.shape()
        below = f"{path}{key.name}"
        if isinstance(field, Leaf) and field.how() in {"a few words", "a sentence or more"}:
            found.append((below, key))
        for part in key.field.parts():
            if isinstance(part, Record) and part is not record:
                found += words_keys(part, f"{below}.")
    return found


def test_every_key_of_words_is_spoken_or_known_to_be_no_words_for_visitors() -> None:
    silent = {path.rpartition(".")[2] if path.count(".") else path for path, key in words_keys(WHOLE) if not key.spoken}
    assert translating.speaks(WHOLE)
    assert silent <= SAME_IN_EVERY_LANGUAGE, silent - SAME_IN_EVERY_LANGUAGE


# names, numbers and places, what others wrote, and what only staff read
SAME_IN_EVERY_LANGUAGE = {
    *("name", "trade", "street", "town", "postcode", "region", "company", "register", "vat", "by", "where", "words", "tell"),
    *("authority", "represented_by", "folder"),
}


def test_a_page_of_the_owners_cannot_stand_where_a_language_begins() -> None:
    text = PROFILE + "pages: {cy: pages/cy.md}\n"
    files = FILES | {"pages/cy.md": "---\ntitle: Cy\n---\nWords.\n", "pages/cy.cy.md": "---\ntitle: Cy\n---\nGeiriau.\n"}
    assert any("The site has a page /cy/ of its own." in problem for problem in problems(text, files))


def test_a_translation_begins_with_a_file_of_every_text_that_wants_words() -> None:
    sources, packs = Sources.of_texts({"business.yaml": PROFILE} | FILES), Sources.of_texts(PACKS)
    begun = begin_translation(sources, packs, "pl", today=TODAY)
    assert begun.pages == (("services/cut.md", "services/cut.pl.md"), ("guides/care.md", "guides/care.pl.md"))
    assert begun.text_count == 11
    for line in ("tagline:  # Hair by the bridge.", "    name:  # Colour", "  - headline:  # 12 years", "        -  # Cut"):
        assert f"{line}\n" in begun.text
    assert "  # Is there parking?: Behind the church.\n" in begun.text
    assert "price" not in begun.text
    assert "Ada Sample" not in begun.text


def test_the_file_that_a_translation_begins_with_is_right_as_it_is() -> None:
    sources, packs = Sources.of_texts({"business.yaml": PROFILE} | FILES), Sources.of_texts(PACKS)
    begun = begin_translation(sources, packs, "pl", today=TODAY)
    found = parsed(PROFILE.replace("[en-GB, cy]", "[en-GB, pl]"), FILES | {"text/pl.yaml": begun.text})
    (polish,) = found.also_in
    assert polish.tagline == "Hair by the bridge."
    assert any(f"{begun.text_count} texts" in str(notice) for notice in found.notices)
