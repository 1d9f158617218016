"""Lettering that fits: headlines by their longest run, names by the widths of their letters."""

import dataclasses

import pytest

from tests.theming.small_theme import load
from weblocal.theming import faces
from weblocal.theming.faces import StandIn

FACE = load().faces[0]


@pytest.mark.parametrize(
    ("headline", "run"),
    [
        ("The plumber who rings back", "plumber"),
        ("Rohr\u00adreinigung rund um die Uhr", "reinigung"),
        ("Ofen-, Kamin- und Kesselbau", "Kesselbau"),
        ("", ""),
        ("A", "A"),
    ],
)
def test_the_longest_run_ends_where_a_line_may_break(headline: str, run: str) -> None:
    assert faces.longest_run(headline) == run


def test_a_headline_without_letters_still_has_a_size() -> None:
    assert faces.headline_letters("") == 1


def test_a_name_is_as_wide_as_its_letters_with_tracking_between_them() -> None:
    assert FACE.width("AB") == pytest.approx(0.6 + 0.5 - 0.01)
    assert FACE.width("A") == pytest.approx(0.6)
    assert FACE.width("") == 0


def test_the_closing_sign_never_runs_over() -> None:
    assert faces.sign_em("ABABABAB", FACE) >= FACE.width("ABABABAB")


def test_a_name_in_another_script_is_fitted_by_the_stack() -> None:
    assert not FACE.can_set("مخبز")
    assert faces.sign_em("مخبز", FACE) == pytest.approx(4 * FACE.stack_width * 1.02, abs=0.01)


def test_a_late_face_is_left_out_so_that_nothing_shifts() -> None:
    css = faces.font_css(FACE, folder="/fonts/")
    assert css.count("@font-face") == 1
    assert "font-display:optional" in css


def test_a_stand_in_has_the_metrics_of_the_face_and_only_its_letters() -> None:
    face = dataclasses.replace(FACE, stand_in=StandIn(local=("Arial Bold",), size=77.4, ascent=120.1, descent=34.9))
    css = faces.font_css(face, folder="/")
    assert 'src:local("Arial Bold");font-weight:700;size-adjust:77.4%;ascent-override:120.1%;descent-override:34.9%' in css
    assert css.count("unicode-range") == 2
    assert "--display:D,E,sans-serif;" in faces.tokens_css(face, text_stack="x")
    assert "--display:D,sans-serif;" in faces.tokens_css(FACE, text_stack="x")
