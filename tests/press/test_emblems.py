"""The picture for shared links and the icons are made for every business, from its own colours and artwork."""

import io

import pytest
from PIL import Image

from tests.factories import a_business, a_trade
from weblocal.flows import workspace
from weblocal.model.business import Brand
from weblocal.press import emblems as press
from weblocal.press.orders import Print
from weblocal.press.typesetting import Font
from weblocal.theming import emblems, palette

BLUE = "#0a5a8c"


def made(name: str = "Kettley Plumbing", *promise: str, tiles: str = "pipes", colour: str = BLUE) -> tuple[Print, ...]:
    theme = workspace.load_theme("fascia")
    business = a_business(name=name, trade=a_trade(tiles=tiles), brand=Brand(colour=colour, theme="fascia"))
    source = emblems.of(business, theme, promise=promise or ("We say when.",), direction="ltr")
    fonts = tuple(Font(name=each, content=theme.read(each)) for each in source.fonts)
    drawings = {each: drawing.encode() for each, drawing in source.drawings}
    return press.make(drawings=drawings, values=dict(source.values), fonts=fonts)


def colours_of(made: Print) -> set[str]:
    image = Image.open(io.BytesIO(made.content)).convert("RGB")
    return {"#{:02x}{:02x}{:02x}".format(*colour) for _, colour in image.getcolors(1_000_000)}


def test_every_platform_gets_the_size_it_asks_for() -> None:
    share, *icons, ico = made()
    assert (share.width, share.height) == (1200, 630)
    assert [(icon.width, icon.height) for icon in icons] == [(512, 512), (192, 192), (180, 180)]
    assert (ico.type, ico.width) == ("image/x-icon", 32)
    for each in (share, *icons, ico):
        with Image.open(io.BytesIO(each.content)) as image:
            assert image.size == (each.width, each.height)
    assert len(share.content) < 150_000


def test_they_wear_the_colours_of_the_business() -> None:
    scheme = palette.from_brand(BLUE).light
    share, icon, *smaller = made()
    for each in (share, icon):
        assert {scheme.plate, scheme.on, scheme.acc} <= colours_of(each)
    for each in smaller:
        assert scheme.plate in colours_of(each)


def test_the_same_business_gets_the_same_bytes_and_another_name_another_wall() -> None:
    assert made() == made()
    assert made()[0] != made("Kettley and Sons")[0]


@pytest.mark.parametrize(
    ("name", "promise"),
    [
        pytest.param("Z", ("Z",), id="one letter"),
        pytest.param("سباكة الواحة", ("سباك في المدينة",), id="letters that the face has not"),
        pytest.param("Donaudampfschifffahrtsgesellschaft", ("Donaudampfschifffahrtsgesellschaftskapitän",), id="long words"),
        pytest.param("Kettley", tuple("A promise of very many words." for _ in range(9)), id="a promise without end"),
        pytest.param('#panic("x") $a$ @b <c> *d*', ('#read("/etc/passwd")',), id="signs of the typesetter"),
    ],
)
def test_whatever_a_business_is_called_there_is_a_picture(name: str, promise: tuple[str, ...]) -> None:
    share, *_ = made(name, *promise)
    assert len(colours_of(share)) > 2


@pytest.mark.parametrize("colour", ["#ffd400", "#000000", "#ffffff", "#ff5fa2", "#808080"])
@pytest.mark.parametrize("tiles", ["pipes", "bakery", "strands", "grid"])
def test_in_every_colour_and_artwork(colour: str, tiles: str) -> None:
    assert len(made(tiles=tiles, colour=colour)) == 5
