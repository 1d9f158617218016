"""Every brand colour there is gives a palette that can be read."""

import dataclasses
import re

import pytest
from coloraide import Color
from hypothesis import given
from hypothesis import strategies as st

from weblocal.theming import colours, palette

CUBE = [
    f"#{red:02x}{green:02x}{blue:02x}" for red in range(0, 256, 15) for green in range(0, 256, 15) for blue in range(0, 256, 15)
]
HARD = ["#ffd400", "#000000", "#ffffff", "#ff5fa2", "#8ecae6", "#808080", "#00ff00", "#0000ff", "#c0ff00"]
any_colour = st.integers(min_value=0, max_value=0xFFFFFF).map(lambda number: f"#{number:06x}")


def test_the_sampled_cube_breaks_no_promise_of_contrast() -> None:
    broken = {colour: list(palette.broken_promises(palette.from_brand(colour))) for colour in CUBE}
    assert {colour: found for colour, found in broken.items() if found} == {}
    assert len(CUBE) == 5832


@given(any_colour)
def test_no_colour_breaks_a_promise(colour: str) -> None:
    assert list(palette.broken_promises(palette.from_brand(colour))) == []


@pytest.mark.parametrize("colour", HARD)
def test_the_field_can_be_seen_on_its_ground(colour: str) -> None:
    made = palette.from_brand(colour)
    assert colours.distance(made.light.plate, made.light.paper) >= 0.12
    assert colours.distance(made.dark.plate, made.dark.paper) >= 0.20


@given(any_colour, any_colour)
def test_contrast_agrees_with_an_independent_library(one: str, other: str) -> None:
    assert colours.contrast(one, other) == pytest.approx(Color(one).contrast(other, method="wcag21"), abs=0.01)


@given(any_colour)
def test_oklch_agrees_with_an_independent_library(colour: str) -> None:
    lightness, chroma, _ = colours.to_oklch(colour)
    other = Color(colour).convert("oklch")
    assert lightness == pytest.approx(other["lightness"], abs=0.002)
    assert chroma == pytest.approx(other["chroma"], abs=0.002)


def test_a_brand_that_can_carry_lettering_is_kept_to_the_letter() -> None:
    assert palette.from_brand("#0b5fa5").light.plate == "#0b5fa5"


@given(any_colour)
def test_both_shades_of_the_field_and_the_accent_can_be_told_from_it(colour: str) -> None:
    made = palette.from_brand(colour)
    for scheme in (made.light, made.dark):
        assert colours.distance(scheme.plate, scheme.p2) >= 0.045
        assert colours.distance(scheme.plate, scheme.p3) >= 0.07
        assert colours.distance(scheme.p2, scheme.p3) >= 0.08
        assert min(colours.distance(scheme.acc, ground) for ground in (scheme.plate, scheme.p2)) >= 0.095
        assert colours.distance(scheme.acc, scheme.on) >= 0.15


def test_a_colour_without_colour_tints_nothing() -> None:
    made = palette.from_brand("#808080")
    for scheme in (made.light, made.dark):
        for grey in (scheme.paper, scheme.raised, scheme.ink, scheme.mute, scheme.edge, scheme.line):
            assert colours.to_oklch(grey)[1] < 0.005


@given(any_colour)
def test_a_palette_is_made_of_whole_colours(colour: str) -> None:
    made = palette.from_brand(colour)
    values = [value for scheme in (made.light, made.dark) for value in dataclasses.asdict(scheme).values()]
    assert all(re.fullmatch("#[0-9a-f]{6}", value) for value in values)


def test_the_styles_name_every_token_once_for_each_kind_of_browser() -> None:
    css = palette.css_tokens(palette.from_brand("#0b5fa5"))
    assert css.count("light-dark(#") == len(dataclasses.fields(palette.Scheme))
    for token in (
        "paper",
        "raise",
        "ink",
        "mute",
        "edge",
        "line",
        "plate",
        "on",
        "p2",
        "p3",
        "link",
        "acc",
        "on-acc",
        "ok",
        "bad",
    ):
        assert css.count(f"--{token}:") == 2
