"""Photographs from anywhere become small, upright, plain files; what is no photograph, or a bad one, comes back with the reason."""
# ruff: noqa: ANN401 - a maker takes whatever its noun takes

import hashlib
import io
import struct
import zlib
from typing import Any

import pytest
from PIL import Image, ImageFilter

from tests.photographs import a_picture, as_file, with_secrets
from weblocal.model.pictures import MIDDLE, Focus, Shape
from weblocal.press import darkroom, pictures
from weblocal.press.orders import AVIF, JPEG, Developed, Order
from weblocal.press.pictures import Batch
from weblocal.press.refusals import Refusal


def an_order(**changes: Any) -> Order:
    usual: dict[str, Any] = {
        "shape": Shape.WIDE,
        "focus": MIDDLE,
        "widths": (480, 720, 1200),
        "fallback_width": 720,
        "least_px": 1000,
    }
    return Order(**(usual | changes))


def one(content: bytes, **changes: Any) -> Developed:
    return darkroom.develop(content, an_order(**changes))


def opened(content: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(content))
    image.load()
    return image


def test_a_photograph_becomes_avif_in_every_width_and_one_jpeg() -> None:
    developed = one(as_file(a_picture()))
    made = [(each.type, each.width, each.height) for each in developed.prints]
    assert made == [(AVIF, 480, 360), (AVIF, 720, 540), (AVIF, 1200, 900), (JPEG, 720, 540)]
    for each in developed.prints:
        assert opened(each.content).size == (each.width, each.height)
        assert opened(each.content).format == ("AVIF" if each.type == AVIF else "JPEG")


def test_no_width_is_larger_than_the_original() -> None:
    assert [each.width for each in one(as_file(a_picture(1100, 900))).prints] == [480, 720, 720]


def test_the_same_photograph_gives_the_same_bytes() -> None:
    content = as_file(a_picture())
    assert one(content) == one(content)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_however_it_was_held_it_stands_upright(orientation: int) -> None:
    upright = a_picture(1600, 1200)
    upright.paste((255, 0, 0), (0, 0, 400, 300))  # the upper left corner is red
    turns = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    held = upright.transpose(turns[orientation]) if orientation in turns else upright
    developed = one(with_secrets(held, orientation=orientation))
    red, green, blue = opened(developed.prints[-1].content).getpixel((60, 45))
    assert red > 200
    assert max(green, blue) < 60


def test_where_when_and_by_what_it_was_taken_goes_nowhere() -> None:
    content = with_secrets(a_picture(), orientation=6)
    assert b"SecretModel" in content
    developed = one(content, shape=Shape.SQUARE)
    assert developed.prints
    for each in developed.prints:
        for trace in (b"Secret", b"Exif", b"xmpmeta", b"GPS", b"ICC_PROFILE", b"http://ns.adobe"):
            assert trace not in each.content
        image = opened(each.content)
        assert not image.getexif()
        assert not {"exif", "xmp", "icc_profile", "comment"} & set(image.info)


def test_the_focus_stays_in_sight_and_its_place_in_the_crop_is_known() -> None:
    tall = a_picture(1200, 2400)
    tall.paste((0, 0, 255), (0, 0, 1200, 300))
    developed = one(as_file(tall), focus=Focus(x=50, y=0))
    assert developed.sight == Focus(x=50, y=0)
    red, _, blue = opened(developed.prints[-1].content).getpixel((360, 60))
    assert blue > 200 > red


@pytest.mark.parametrize(
    ("size", "shape"), [((1600, 1200), (720, 540)), ((1200, 1600), (720, 720)), ((1500, 1500), (720, 720))]
)
def test_where_either_shape_will_do_the_nearer_one_is_taken(size: tuple[int, int], shape: tuple[int, int]) -> None:
    developed = one(as_file(a_picture(*size)), shape=None)
    assert (developed.prints[-1].width, developed.prints[-1].height) == shape


def a_grey_of_sixteen_bits() -> bytes:
    grey = a_picture().convert("L")
    return as_file(Image.frombytes("I;16", grey.size, bytes(part for value in grey.tobytes() for part in (0, value))), "PNG")


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(lambda: as_file(a_picture(), "PNG"), id="PNG"),
        pytest.param(lambda: as_file(a_picture(), "WEBP"), id="WebP"),
        pytest.param(lambda: as_file(a_picture(), "AVIF"), id="AVIF"),
        pytest.param(lambda: as_file(a_picture().convert("CMYK")), id="CMYK"),
        pytest.param(lambda: as_file(a_picture().convert("L")), id="grey"),
        pytest.param(lambda: as_file(a_picture().quantize(64), "PNG", transparency=3), id="palette with transparency"),
        pytest.param(lambda: as_file(a_picture().convert("RGBA"), "PNG"), id="RGBA"),
        pytest.param(a_grey_of_sixteen_bits, id="sixteen bits"),
        pytest.param(
            lambda: as_file(a_picture(), "WEBP", save_all=True, append_images=[a_picture(seed=2)]), id="moving pictures"
        ),
    ],
)
def test_every_kind_of_picture_is_taken(content: Any) -> None:
    developed = one(content())
    assert developed.refusal is None
    assert len(developed.prints) == 4


def test_sixteen_bits_keep_their_tones() -> None:
    plain = opened(one(as_file(a_picture().convert("L"), "PNG")).prints[-1].content)
    deep = opened(one(a_grey_of_sixteen_bits()).prints[-1].content)
    there, here = (sum(image.convert("L").tobytes()) / (image.width * image.height) for image in (plain, deep))
    assert abs(there - here) < 3


def test_colours_are_turned_into_those_of_screens() -> None:
    from PIL import ImageCms

    lab_of_paper = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    content = as_file(a_picture(), icc_profile=lab_of_paper)
    assert one(content).refusal is None
    broken = as_file(a_picture(), icc_profile=b"no profile at all")
    assert one(broken).refusal is None


def a_bomb() -> bytes:
    """A PNG of 400 megapixels by its head, with nothing behind it."""

    def chunk(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 20_000, 20_000, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        pytest.param(lambda: b"Dear diary, this is no picture.", Refusal.NO_PICTURE, id="a text by another name"),
        pytest.param(lambda: b"", Refusal.NO_PICTURE, id="nothing"),
        pytest.param(lambda: as_file(a_picture())[:-100_000], Refusal.BROKEN, id="the first half"),
        pytest.param(lambda: as_file(a_picture())[:300], Refusal.BROKEN, id="a head alone"),
        pytest.param(lambda: as_file(a_picture(), "PNG")[:5000], Refusal.BROKEN, id="a PNG cut short"),
        pytest.param(lambda: as_file(a_picture().quantize(16), "GIF"), Refusal.NO_PICTURE, id="GIF"),
        pytest.param(lambda: as_file(a_picture(), "TIFF"), Refusal.NO_PICTURE, id="TIFF"),
        pytest.param(lambda: b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 100, Refusal.HEIC, id="HEIC"),
        pytest.param(a_bomb, Refusal.TOO_MANY_PIXELS, id="a bomb"),
        pytest.param(lambda: as_file(Image.new("RGB", (1, 1)), "PNG"), Refusal.TOO_SMALL, id="one pixel"),
        pytest.param(lambda: as_file(a_picture(900, 700)), Refusal.TOO_SMALL, id="too small"),
        pytest.param(lambda: as_file(a_picture().point(lambda value: value * 0.05)), Refusal.TOO_DARK, id="too dark"),
        pytest.param(lambda: as_file(a_picture().point(lambda value: 240 + value * 0.05)), Refusal.TOO_BRIGHT, id="too bright"),
        pytest.param(lambda: as_file(Image.new("RGB", (1600, 1200), "grey")), Refusal.EMPTY, id="a grey wall"),
        pytest.param(lambda: as_file(a_picture().filter(ImageFilter.GaussianBlur(10))), Refusal.BLURRED, id="blurred all over"),
    ],
)
def test_what_cannot_be_shown_comes_back_with_the_reason(content: Any, reason: Refusal) -> None:
    developed = one(content())
    assert developed.refusal is reason
    assert not developed.prints


def test_a_soft_background_is_no_blur() -> None:
    picture = a_picture().filter(ImageFilter.GaussianBlur(10))
    picture.paste(a_picture(500, 400, seed=3), (600, 400))
    assert one(as_file(picture)).refusal is None


def test_the_owner_may_want_a_dark_photograph_all_the_same() -> None:
    dark = as_file(a_picture().point(lambda value: value * 0.05))
    assert one(dark, may_be_poor=True).refusal is None


def test_a_second_file_hidden_behind_the_first_does_not_come_along() -> None:
    content = as_file(a_picture()) + b"<script>alert(1)</script>PK\x03\x04"
    assert all(b"<script" not in each.content for each in one(content).prints)


def test_each_print_keeps_its_budget_or_is_named() -> None:
    chance = hashlib.shake_256(b"noise").digest(1200 * 900 * 3)
    loud = one(as_file(Image.frombytes("RGB", (1200, 900), chance), "PNG"))
    assert loud.heavy == (1200,)
    calm = one(as_file(a_picture()))
    assert not calm.heavy
    assert all(len(each.content) <= 60_000 for each in calm.prints if each.width == 720)


def test_in_a_process_of_its_own_the_same_comes_out_and_nothing_else_is_hurt() -> None:
    good, bad = as_file(a_picture()), b"nothing"
    batches = [Batch(content=content, orders=(an_order(), an_order(shape=Shape.SQUARE))) for content in (good, bad)]
    ready, refused = pictures.develop(batches, at_once=2)
    assert ready == (one(good), one(good, shape=Shape.SQUARE))
    assert {each.refusal for each in refused} == {Refusal.NO_PICTURE}


def test_a_file_that_is_too_large_is_not_even_opened() -> None:
    ((developed,),) = pictures.develop([Batch(content=b"\xff" * (41 * 1024 * 1024), orders=(an_order(),))])
    assert developed.refusal is Refusal.TOO_LARGE_A_FILE


def test_what_became_of_an_order_travels_as_bytes() -> None:
    developed = one(as_file(a_picture()), focus=Focus(x=20, y=80))
    assert Developed.of_bytes(developed.to_bytes()) == developed
    for broken in (b"", b"{}\n", developed.to_bytes()[:-1], developed.to_bytes() + b"x", b"\xff\n"):
        with pytest.raises(ValueError):
            Developed.of_bytes(broken)
