"""A theme is read once and checked: every problem at once, with its file and line."""

import pathlib

import jinja2
import pytest

from tests.theming.small_theme import SETTINGS, files, load
from weblocal.errors import NotFound, ThemeInvalid
from weblocal.theming import environment, theme

FASCIA = pathlib.Path(__file__).resolve().parents[2] / "themes" / "fascia"


def complaints(**changed: str | bytes) -> list[str]:
    with pytest.raises(ThemeInvalid) as raised:
        load(**changed)
    return [str(problem) for problem in raised.value.problems]


def fascia() -> theme.Theme:
    names = [path.relative_to(FASCIA).as_posix() for path in FASCIA.rglob("*") if path.is_file()]
    return theme.load("fascia", names, lambda name: (FASCIA / name).read_bytes())


def test_the_shipped_theme_has_no_problem_and_its_faces_their_metrics() -> None:
    found = fascia()
    assert {face.id for face in found.faces} == {"grotesque", "serif"}
    assert all(len(face.advances) > 250 for face in found.faces)
    assert all(face.stand_in for face in found.faces)
    assert all(found.read(face.print_file)[:4] == b"\x00\x01\x00\x00" for face in found.faces)


def test_a_bakery_is_lettered_in_the_serif_and_a_trade_without_a_face_in_the_first() -> None:
    assert fascia().face("bakery").id == "serif"
    assert fascia().face("pipes").id == "grotesque"
    assert fascia().face("trombones").id == "grotesque"


def test_the_smallest_theme_is_a_theme() -> None:
    assert load().face("pipes").family == "Plain"


def test_a_key_misspelt_is_named_with_its_line_and_the_one_that_was_meant() -> None:
    assert complaints(theme_dot_yaml=SETTINGS.replace("    weight:", "    wieght:")) == [
        "themes/plain/theme.yaml:10 faces.plain.wieght: is no key of a theme. Did you mean weight?"
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("weight: 700", "weight: heavy", '"heavy" is no number from 1 to 1000'),
        ("weight: 700", "weight: 70000", '"70000" is no number'),
        ("stack: sans-serif", "stack: x}body{display:none", "signs that do not belong into a value"),
        ("tracking: -.01em", "tracking: </style>", "signs that do not belong into a value"),
        ("latin: fonts/plain.woff2", "latin: fonts/none.woff2", '"fonts/none.woff2" is not in the theme'),
        ("    family: Plain\n", "", "is missing"),
        ("  plain:\n", "  plain: x\n  y:\n", "is no list of keys"),
        ("words: For tests.", "face_of: {pipes: fancy}", '"fancy" is none of the faces'),
        ("words: For tests.", "face_of: {trombones: plain}", "is no set of tiles"),
        ("words: For tests.", "print_text: fonts/inter.ttf", '"fonts/inter.ttf" is not in the theme'),
        ("words: For tests.", "words: For tests.\nwords: Again.", "words"),
    ],
)
def test_a_wrong_setting_is_refused_in_words(old: str, new: str, expected: str) -> None:
    assert any(expected in line for line in complaints(theme_dot_yaml=SETTINGS.replace(old, new)))


def test_every_problem_is_told_in_one_run() -> None:
    found = complaints(
        theme_dot_yaml=SETTINGS.replace("weight: 700", "weight: heavy"),
        pages__page_dot_html='<p onclick="x()">',
        styles__a_dot_css="@import 'x';",
    )
    assert len(found) == 3


@pytest.mark.parametrize("name", theme.REQUIRED)
def test_a_template_that_every_theme_needs_is_missed(name: str) -> None:
    without = {each: content for each, content in files().items() if each != name}
    with pytest.raises(ThemeInvalid) as raised:
        theme.load("plain", without, without.__getitem__)
    assert [problem.place.file for problem in raised.value.problems] == [f"themes/plain/{name}"]


def test_a_folder_without_settings_is_no_theme() -> None:
    with pytest.raises(ThemeInvalid) as raised:
        theme.load("plain", (), {}.__getitem__)
    assert "theme.yaml is not there" in str(raised.value.problems[0])


def test_a_file_in_another_encoding_is_refused() -> None:
    assert any("is not UTF-8" in line for line in complaints(pages__page_dot_html="é".encode("latin-1")))


def test_a_table_of_advances_that_is_none_is_refused() -> None:
    assert any("is no table of advances" in line for line in complaints(fonts__plain_dot_advances="A wide"))


def test_styles_are_joined_in_the_order_of_their_names() -> None:
    assert load(styles__20_dot_css="b { c: d }", styles__10_dot_css="a { c: d }").css == "a{c:d}b{c:d}"


def test_a_served_file_changes_its_name_with_its_bytes() -> None:
    one, other = load(), load(fonts__plain_dot_woff2=b"\x01")
    assert one.hashed_name("fonts/plain.woff2") == load().hashed_name("fonts/plain.woff2")
    assert one.hashed_name("fonts/plain.woff2") != other.hashed_name("fonts/plain.woff2")


def test_a_file_that_is_not_in_the_theme_cannot_be_read() -> None:
    with pytest.raises(NotFound):
        load().read("../secret")


def test_values_are_escaped_and_an_undefined_one_is_an_error() -> None:
    made = environment.build(load(pages__page_dot_html='<p title="{{ words }}">{{ words }}</p>'))
    assert made.get_template("pages/page.html").render(words='"<b>') == '<p title="&#34;&lt;b&gt;">&#34;&lt;b&gt;</p>'
    with pytest.raises(jinja2.UndefinedError):
        made.get_template("pages/page.html").render()
