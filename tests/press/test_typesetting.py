import io
import pathlib

import pytest
from pypdf import PdfReader

from tests.factories import the_theme
from weblocal.codes import qr
from weblocal.errors import ProblemsFound, ThemeInvalid
from weblocal.press import decoding, typesetting
from weblocal.press.typesetting import Font

PAGE = """#set page(width: 60mm, height: 40mm, margin: 4mm, bleed: 3mm)
#set document(title: "A card", date: none)
#set text(font: "Inter", size: 8pt)
#sys.inputs.words
"""


def fonts() -> tuple[Font, ...]:
    return tuple(Font(name=name, content=the_theme().read(name)) for name in the_theme().print_text)


def set_pdf(words: str = "Warm by tonight.", *, source: str = PAGE, files: dict[str, bytes] | None = None) -> bytes:
    return typesetting.pdf(source, files=files or {}, values={"words": words}, fonts=fonts())


def text_of(pdf: bytes) -> str:
    return PdfReader(io.BytesIO(pdf)).pages[0].extract_text()


def test_a_sheet_has_its_true_size_and_bleed_and_one_page() -> None:
    (page,) = PdfReader(io.BytesIO(set_pdf())).pages
    to_mm = 25.4 / 72
    assert float(page.trimbox.width) * to_mm == pytest.approx(60, abs=0.01)
    assert float(page.trimbox.height) * to_mm == pytest.approx(40, abs=0.01)
    assert float(page.bleedbox.width) * to_mm == pytest.approx(66, abs=0.01)
    assert float(page.trimbox.left) * to_mm == pytest.approx(3, abs=0.01)


def test_the_same_words_give_the_same_bytes() -> None:
    assert set_pdf() == set_pdf()


def test_no_font_of_the_machine_gets_in_and_all_that_is_used_is_inside() -> None:
    page = PdfReader(io.BytesIO(set_pdf())).pages[0]
    names = [str(font.get_object()["/BaseFont"]) for font in page["/Resources"]["/Font"].values()]
    assert names
    assert all("+Inter" in name for name in names)


@pytest.mark.parametrize(
    "words",
    [
        '#read("/etc/passwd")',
        "*bold* _slanted_ = heading",
        "#panic()",
        "$x^2$ @preview/cetz:0.3.0",
        "\\ // <label> @label",
        "`raw`",
    ],
)
def test_an_owners_words_are_printed_as_typed_and_never_compiled(words: str) -> None:
    assert "".join(words.split()) in "".join(text_of(set_pdf(words)).split())


@pytest.mark.parametrize("letter", ["東", "Ж", "ع", "🔥"])
def test_a_letter_no_font_has_is_refused_by_its_name(letter: str) -> None:
    with pytest.raises(ProblemsFound) as refused:
        set_pdf(f"We say {letter} here")
    assert letter in refused.value.message
    assert "fonts/" in refused.value.fix


def test_words_that_run_onto_a_second_page_are_refused() -> None:
    with pytest.raises(ProblemsFound, match="no room for the text"):
        set_pdf("Too long. " * 400)


def test_a_template_that_finds_no_room_says_for_what() -> None:
    with pytest.raises(ProblemsFound, match="no room for the headline"):
        set_pdf(source=PAGE + '#panic("no room: headline")')


@pytest.mark.parametrize(
    "line",
    ['#read("/etc/hostname")', '#read("../../secret")', '#import "@preview/cetz:0.3.0"', "#unknown", '#image("none.svg")'],
)
def test_a_template_reaches_nothing_but_its_own_folder(line: str, tmp_path: pathlib.Path) -> None:
    (tmp_path / "secret").write_text("secret", encoding="ascii")
    with pytest.raises(ThemeInvalid):
        set_pdf(source=PAGE + line)


def test_a_package_from_the_network_is_refused_in_any_file_of_the_sheet() -> None:
    with pytest.raises(ThemeInvalid) as refused:
        set_pdf(source=PAGE + '#import "parts.typ": *', files={"parts.typ": b'#import "@preview/cetz:0.3.0"'})
    assert "network" in refused.value.problems[0].message


def test_a_file_outside_the_sheet_is_never_written() -> None:
    with pytest.raises(ValueError, match="not a path inside"):
        set_pdf(files={"../escape.typ": b""})


def test_a_font_that_is_none_is_named() -> None:
    with pytest.raises(ProblemsFound, match=r"fonts/holiday\.ttf"):
        typesetting.pdf(PAGE, files={}, values={"words": "x"}, fonts=(Font(name="fonts/holiday.ttf", content=b"a letter"),))


def test_a_code_on_a_sheet_is_read_back() -> None:
    files = {"code.svg": qr.svg("https://bright-pipes.example/q/k7m2").encode()}
    source = PAGE + '#image("code.svg", width: 25mm, alt: "a code")'
    picture = typesetting.png(source, files=files, values={"words": ""}, fonts=fonts(), dpi=150)
    assert decoding.read_codes(picture) == ("https://bright-pipes.example/q/k7m2",)


def test_a_picture_without_a_code_says_nothing() -> None:
    picture = typesetting.png(PAGE, files={}, values={"words": "No code here."}, fonts=fonts(), dpi=72)
    assert decoding.read_codes(picture) == ()


def test_light_modules_on_dark_ground_do_not_count_as_read() -> None:
    files = {"code.svg": qr.svg("https://bright-pipes.example/q/k7m2", dark="#fff", light="#000").encode()}
    source = PAGE + '#image("code.svg", width: 25mm, alt: "a code")'
    picture = typesetting.png(source, files=files, values={"words": ""}, fonts=fonts(), dpi=150)
    assert decoding.read_codes(picture) == ()
