"""What a language has answered once is not asked again, and says the same whoever asks."""

import datetime as dt
import marshal

import pytest
from babel.lists import format_list

from weblocal.wording import known_forms, local, texts

DAY = dt.date(2026, 11, 2)


def test_what_was_handed_in_is_not_looked_up() -> None:
    asked: list[int] = []

    @known_forms.kept
    def name_of_a_star(number: int, *, is_short: bool = False) -> str:
        asked.append(number)
        return f"star {number}{' in short' if is_short else ''}"

    known_forms.hand_in({("name_of_a_star", 1): "Sirius"})
    assert [name_of_a_star(1), name_of_a_star(2), name_of_a_star(2)] == ["Sirius", "star 2", "star 2"]
    assert name_of_a_star(1, is_short=True) == "star 1 in short"
    assert asked == [2, 1]


def test_a_full_book_is_begun_anew() -> None:
    @known_forms.kept
    def name_of_a_comet(number: int) -> str:
        return f"comet {number}"

    known_forms.hand_in({("name_of_a_comet", number): "Halley" for number in range(known_forms.MOST)})
    assert name_of_a_comet(1) == "comet 1"


def test_what_is_known_can_be_kept_as_plain_values() -> None:
    local.date(DAY, "en-GB")
    forms = known_forms.to_keep()
    assert forms is not None
    assert marshal.loads(marshal.dumps(dict(forms))) == forms
    assert forms["date", ("on", DAY.toordinal()), "en-GB"] == "2 November 2026"


@pytest.mark.parametrize("language", texts.languages())
@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_lists_are_joined_as_unicode_joins_them(language: str, count: int) -> None:
    words = ("one", "{two}", "three, four", "five")[:count]
    assert local.list_of(words, language.replace("_", "-")) == format_list(words, locale=language)
