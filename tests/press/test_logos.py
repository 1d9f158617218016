"""A logo leaves nothing but a drawing: what runs, loads or tells is refused or gone."""

import io

import pytest
from PIL import Image

from tests.photographs import a_picture, as_file
from weblocal.press import logos, pictures
from weblocal.press.logo_tints import PNG, SVG, tints
from weblocal.press.pictures import Batch
from weblocal.press.refusals import Refusal

DRAWN = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 300 100">'
    '<defs><circle id="dot" r="30" fill="#dd3333"/></defs><rect width="300" height="100" fill="#ffffff"/>'
    '<use xlink:href="#dot" x="50" y="50"/></svg>'
)


def test_a_drawing_stays_a_drawing_at_the_height_of_a_masthead() -> None:
    developed = logos.develop(DRAWN.encode())
    (made,) = developed.prints
    assert (made.type, made.width, made.height) == (SVG, 336, 112)
    assert b"circle" in made.content
    assert b"#dot" in made.content


def test_its_colours_are_told_by_their_share() -> None:
    white, red = tints(logos.develop(DRAWN.encode()).measured)[:2]
    assert white.colour == "#ffffff"
    assert red.colour == "#dd3333"
    assert white.percent > red.percent > 5


def test_what_drawing_programs_note_about_their_owner_is_gone() -> None:
    noted = DRAWN.replace(
        "<defs>",
        '<metadata xmlns:rdf="r"><rdf:who>Secret Name</rdf:who></metadata><title>secret.ai</title><!-- secret -->'
        '<s:view xmlns:s="http://sodipodi" s:path="C:/Users/secret"/><desc>secret</desc><defs>',
    ).replace("<rect", '<rect xmlns:i="http://inkscape" i:label="secret"')
    (made,) = logos.develop(noted.encode()).prints
    assert b"ecret" not in made.content
    assert b"inkscape" not in made.content


@pytest.mark.parametrize(
    ("found", "put"),
    [
        pytest.param("<defs>", "<script>alert(1)</script><defs>", id="a script"),
        pytest.param("<rect", '<rect onload="alert(1)"', id="a handler"),
        pytest.param("<rect", '<rect ONCLICK="alert(1)"', id="a handler in capitals"),
        pytest.param("<defs>", "<foreignObject><p/></foreignObject><defs>", id="a page inside"),
        pytest.param("<defs>", '<image href="data:image/png;base64,AA"/><defs>', id="a picture inside"),
        pytest.param('xlink:href="#dot"', 'xlink:href="https://evil.example/x.svg#dot"', id="a drawing elsewhere"),
        pytest.param('xlink:href="#dot"', 'href="javascript:alert(1)"', id="a script as a link"),
        pytest.param('fill="#ffffff"', 'fill="url(https://evil.example/x)"', id="a fill from elsewhere"),
        pytest.param("<defs>", "<style>@import 'https://evil.example/x.css'</style><defs>", id="a style from elsewhere"),
        pytest.param("<defs>", "<style>rect{fill:url( 'https://evil.example' )}</style><defs>", id="a style that loads"),
        pytest.param("<defs>", "<style>rect{fill:u\\72l(x)}</style><defs>", id="a style that hides its letters"),
        pytest.param("<svg", '<!DOCTYPE svg [<!ENTITY a "b">]><svg', id="entities"),
        pytest.param("<svg", '<!DOCTYPE svg [<!ENTITY % a SYSTEM "file:///etc/passwd">]><svg', id="entities from a file"),
        pytest.param("<svg", '<?xml-stylesheet href="https://evil.example/x.css"?><svg', id="a stylesheet"),
        pytest.param("<defs>", '<set attributeName="href" to="javascript:alert(1)"/><defs>', id="a script that is set later"),
        pytest.param("<defs>", '<animate attributeName="x" values="1;2"/><defs>', id="what moves"),
    ],
)
def test_what_could_run_or_load_is_refused(found: str, put: str) -> None:
    developed = logos.develop(DRAWN.replace(found, put, 1).encode())
    assert developed.refusal is Refusal.RUNS
    assert not developed.prints


def test_the_plain_document_type_of_drawing_programs_is_no_harm() -> None:
    told = '<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    (made,) = logos.develop((told + DRAWN).encode()).prints
    assert b"DOCTYPE" not in made.content


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        pytest.param(b"<svg><g></svg>", Refusal.BROKEN, id="not closed"),
        pytest.param(b'<svg xmlns="http://www.w3.org/2000/svg"/>', Refusal.BROKEN, id="no size"),
        pytest.param(b"<svg viewBox='0 0 1 1'/>", Refusal.NO_PICTURE, id="some other svg"),
        pytest.param(b"<?xml version='1.0'?><html/>", Refusal.NO_PICTURE, id="a page"),
        pytest.param(DRAWN.encode("utf-16"), Refusal.NO_PICTURE, id="letters of two bytes"),
        pytest.param(b"GIF89a", Refusal.NO_PICTURE, id="GIF"),
        pytest.param(as_file(Image.new("RGBA", (300, 100)), "PNG"), Refusal.EMPTY, id="nothing to see"),
        pytest.param(as_file(Image.new("RGB", (20, 20)), "PNG"), Refusal.TOO_SMALL, id="tiny"),
        pytest.param(b"<svg" + b" " * 300_000, Refusal.TOO_LARGE_A_FILE, id="huge"),
    ],
)
def test_what_is_no_logo_comes_back_with_the_reason(content: bytes, reason: Refusal) -> None:
    assert logos.develop(content).refusal is reason


def test_a_picture_is_made_as_small_as_a_masthead_and_keeps_its_transparency() -> None:
    clear = Image.new("RGBA", (900, 600))
    clear.paste(a_picture(500, 300), (200, 150))
    (made,) = logos.develop(as_file(clear, "PNG")).prints
    assert (made.type, made.width, made.height) == (PNG, 168, 112)
    assert Image.open(io.BytesIO(made.content)).mode == "RGBA"


def test_it_is_opened_in_a_process_of_its_own() -> None:
    ((developed,),) = pictures.develop([Batch(content=DRAWN.encode(), is_logo=True)])
    assert developed == logos.develop(DRAWN.encode())
