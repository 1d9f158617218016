"""Long words are divided where the language divides them, and nowhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weblocal.wording import soft_hyphens
from weblocal.wording.soft_hyphens import SOFT_HYPHEN


@pytest.mark.parametrize(
    ("language", "word", "divided"),
    [
        ("de", "Badezimmermodernisierung", "Bade|zimmer|modernisierung"),
        ("de-AT", "Brennwertheizungswartung", "Brennwert|heizungs|wartung"),
        ("de", "Abflussverstopfungsbeseitigung", "Abfluss|verstopfungs|beseitigung"),
        ("de", "Verantwortungsbewusstsein", "Verantwortungsbewusstsein"),
        ("nl", "ontstoppingsdienst", "ontstoppings|dienst"),
        ("nl-BE", "badkamerrenovatie", "badkamer|renovatie"),
        ("sv", "avloppsspolning", "avlopps|spolning"),
        ("fi", "kylpyhuoneremontti", "kylpy|huone|remontti"),
        ("nb", "baderomsrenovering", "baderoms|renovering"),
        ("no", "baderomsrenovering", "baderoms|renovering"),
        ("da", "tagrenderensning", "tagrenderensning"),
    ],
)
def test_a_long_word_is_divided_where_its_last_words_begin(language: str, word: str, divided: str) -> None:
    assert soft_hyphens.divided(word, language).replace(SOFT_HYPHEN, "|") == divided


def test_short_words_and_other_languages_are_left_alone() -> None:
    assert soft_hyphens.divided("Rohrbruch und Dachrinne", "de") == "Rohrbruch und Dachrinne"
    assert soft_hyphens.divided("Internationalization services", "en-GB") == "Internationalization services"


def test_what_the_owner_has_divided_stays_as_it_is() -> None:
    written = f"Donaudampf{SOFT_HYPHEN}schifffahrtsreinigung"
    assert soft_hyphens.divided(written, "de") == written


@given(st.text(max_size=80), st.sampled_from(["de", "nl", "sv", "fi", "da", "nb", "ar"]))
def test_no_letter_is_lost(text: str, language: str) -> None:
    bare = soft_hyphens.whole(text)
    assert soft_hyphens.whole(soft_hyphens.divided(bare, language)) == bare
