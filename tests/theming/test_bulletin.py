"""Bulletin's colour as signal and its lanes: readable on every block for any brand colour, and digits that never pinch."""

import re

import pytest

from weblocal.theming import colours, lanes, palette, signal

CUBE = [
    f"#{red:02x}{green:02x}{blue:02x}" for red in range(0, 256, 15) for green in range(0, 256, 15) for blue in range(0, 256, 15)
]


def test_a_signal_is_the_same_at_night_and_readable_for_any_brand_colour() -> None:
    worst = 21.0
    for colour in CUBE:
        made = signal.signal(palette.from_brand(colour), colour)
        assert (made.light.plate, made.light.on) == (made.dark.plate, made.dark.on), colour
        assert not list(palette.broken_promises(made)) or colours.contrast(made.light.on, made.light.plate) >= 5.0
        for scheme in (made.light, made.dark):
            worst = min(worst, colours.contrast(scheme.on, scheme.plate), colours.contrast(scheme.ink, scheme.paper))
    assert worst >= 5.0


def test_the_bar_can_be_told_from_the_black_board_for_any_brand_colour() -> None:
    for colour in CUBE:
        made = signal.signal(palette.from_brand(colour), colour)
        assert colours.distance(made.dark.plate, made.dark.paper) >= 0.20, colour


@pytest.mark.parametrize("colour", ["#000000", "#ffffff", "#808080"])
def test_black_white_and_grey_brands_are_plain_black_and_white(colour: str) -> None:
    made = signal.signal(palette.from_brand(colour), colour)
    assert (made.light.plate, made.light.on) == (made.light.paper, made.light.ink)


@pytest.mark.parametrize(("colour", "wanted"), [("#c8f031", "multiply"), ("#6a1fd0", "screen")])
def test_photographs_are_printed_towards_the_lettering(colour: str, wanted: str) -> None:
    assert signal.blend(signal.signal(palette.from_brand(colour), colour)) == wanted


@pytest.mark.parametrize("digits", [*"0123456789", "28", "365"])
def test_a_number_is_one_line_stroked_five_times_over(digits: str) -> None:
    drawn = str(lanes.numeral(digits, is_rtl=False))
    widths = [int(width) for width in re.findall(r'stroke-width="(\d+)"', drawn)]
    assert widths == sorted(widths, reverse=True)
    assert widths[0] - widths[-1] == 52
    assert (drawn.count('class="la"'), drawn.count('class="lb"')) == (3, 2)
    assert len(drawn) < 1200


def test_lanes_leave_the_last_digit_to_the_right_and_the_first_to_the_left() -> None:
    assert re.search(r"H2400\"", str(lanes.numeral("28", is_rtl=False)))
    assert re.search(r"M79\.5 229\.5H-2400\"", str(lanes.numeral("28", is_rtl=True)))


def test_the_same_name_has_the_same_track_and_names_have_many() -> None:
    assert lanes.track("Quarry Street Gym") == lanes.track("Quarry Street Gym")
    assert len({lanes.track(f"Shop number {number}") for number in range(40)}) > 12
