"""Codes that telephones read, and codes that people read out."""

import io
import re

import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from weblocal.codes import qr, typed

NUMBERS = st.tuples(*[st.integers(min_value=0, max_value=28)] * 9)


def picture(text: str, *, scale: int = 6) -> Image.Image:
    rows = qr.runs(text)
    flat = [[255 * (not is_dark) for length, is_dark in row for _ in range(length)] for row in rows]
    drawn = Image.frombytes("L", (len(flat[0]), len(flat)), bytes(value for row in flat for value in row))
    return drawn.resize((drawn.width * scale, drawn.height * scale), Image.Resampling.NEAREST)


@pytest.mark.parametrize("text", ["https://salon.example/q/k7", "https://plumber.example/desk/pair#" + "x" * 60, "K7QM4XTD9P"])
def test_a_telephone_reads_the_code_back(text: str) -> None:
    found = zxingcpp.read_barcodes(picture(text))
    assert [each.text for each in found] == [text]


def test_a_telephone_reads_the_drawn_path_back() -> None:
    text = "https://salon.example/q/k7"
    side = qr.modules(text).size + 8
    drawn = Image.new("L", (side, side), 255)
    for x, y, length in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\d+z", qr.path(qr.modules(text))):
        drawn.paste(0, (int(x), int(y), int(x) + int(length), int(y) + 1))
    found = zxingcpp.read_barcodes(drawn.resize((side * 6, side * 6), Image.Resampling.NEAREST))
    assert [each.text for each in found] == [text]


def test_a_code_is_made_at_level_m() -> None:
    found = zxingcpp.read_barcodes(picture("https://salon.example/q/k7"))
    assert found[0].ec_level == "M"


def test_every_row_has_its_quiet_zone() -> None:
    rows = qr.runs("https://salon.example/q/k7")
    side = qr.modules("https://salon.example/q/k7").size + 8
    assert all(sum(length for length, _ in row) == side for row in rows)
    assert len(rows) == side
    assert all(row[0][1] is False and row[0][0] >= 4 for row in rows)


def test_a_short_text_is_never_a_micro_code() -> None:
    assert qr.modules("A").size >= 21


def test_the_svg_states_its_own_light_ground() -> None:
    assert '<path fill="#fff"' in qr.svg("x")
    assert io.StringIO(str(qr.svg("x"))).read().count("<svg") == 1


@given(NUMBERS)
def test_a_code_is_read_however_it_is_typed(numbers: tuple[int, ...]) -> None:
    code = typed.encode(numbers)
    assert typed.read(typed.spaced(code).lower().replace(" ", " - ")) == code


@given(NUMBERS, st.integers(min_value=0, max_value=9), st.sampled_from(typed.ALPHABET))
def test_one_wrong_letter_is_always_noticed(numbers: tuple[int, ...], place: int, letter: str) -> None:
    code = typed.encode(numbers)
    wrong = code[:place] + letter + code[place + 1 :]
    assert typed.read(wrong) == (code if wrong == code else None)


@given(NUMBERS, st.integers(min_value=0, max_value=7))
def test_two_swapped_neighbours_are_always_noticed(numbers: tuple[int, ...], place: int) -> None:
    code = typed.encode(numbers)
    swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    assert typed.read(swapped) == (code if swapped == code else None)


@given(NUMBERS)
def test_signs_that_are_never_used_are_read_as_the_ones_they_look_like(numbers: tuple[int, ...]) -> None:
    code = typed.encode(numbers)
    assert typed.read(code.replace("D", "0").replace("J", "1").replace("2", "z").replace("V", "w")) == code


@pytest.mark.parametrize("numbers", [(), (0,) * 8, (29,) + (0,) * 8, (-1,) + (0,) * 8])
def test_chance_that_does_not_fit_is_refused(numbers: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="nine numbers"):
        typed.encode(numbers)


@pytest.mark.parametrize("text", ["", "K7", "K7QM 4XTD 9P EXTRA", "??????????", "K7QM4XTD9"])
def test_what_cannot_be_a_code_is_none(text: str) -> None:
    assert typed.read(text) is None
