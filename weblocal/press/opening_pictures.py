"""Open a picture from anywhere and trust nothing of it: four formats, a bound on its size, one frame, upright, in sRGB, without a word of metadata."""

import contextlib
import io
import warnings
from collections.abc import Iterator

from PIL import (
    AvifImagePlugin,
    Image,
    ImageCms,
    ImageOps,
    JpegImagePlugin,
    PngImagePlugin,
    UnidentifiedImageError,
    WebPImagePlugin,
)

from weblocal.press.opening_limits import LARGEST_MEGAPIXELS
from weblocal.press.refusals import Refusal, Refused

# what cameras and telephones write for browsers; every further reader is a further way in.
_READERS = (JpegImagePlugin, PngImagePlugin, WebPImagePlugin, AvifImagePlugin)
FORMATS = ("JPEG", "PNG", "WEBP", "AVIF")
_SRGB = ImageCms.createProfile("sRGB")
_SIXTEEN_BIT = frozenset({"I;16", "I;16L", "I;16B", "I;16N", "I"})
_FTYP = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1")


@contextlib.contextmanager
def opened(content: bytes, *, at_least: tuple[int, int]) -> Iterator[Image.Image]:
    """The picture upright, in sRGB, RGB or RGBA, with nothing in its pockets; raises Refused.

    A JPEG is read at a half, a quarter or an eighth where that leaves `at_least` so many pixels: what is thrown away later
    need not be decoded first.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        warnings.simplefilter("ignore", UserWarning)  # odd metadata, which is thrown away anyway
        try:
            yield _upright(_open(content), at_least)
        except Refused:
            raise
        except (Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError) as bomb:
            raise Refused(Refusal.TOO_MANY_PIXELS) from bomb
        except (OSError, SyntaxError, ValueError, EOFError, ImageCms.PyCMSError) as broken:
            raise Refused(Refusal.BROKEN) from broken


def _open(content: bytes) -> Image.Image:
    if content[4:8] == b"ftyp" and content[8:12] in _FTYP and b"avif" not in content[8:64]:
        raise Refused(Refusal.HEIC)
    assert _READERS, "importing them is what makes them known"
    try:
        image = Image.open(io.BytesIO(content), formats=FORMATS)
    except UnidentifiedImageError as unknown:
        raise Refused(Refusal.NO_PICTURE) from unknown
    if image.width * image.height > LARGEST_MEGAPIXELS * 1_000_000:
        raise Refused(Refusal.TOO_MANY_PIXELS)
    return image


def _upright(image: Image.Image, at_least: tuple[int, int]) -> Image.Image:
    width, height = at_least
    image.draft("RGB", (max(width, height), max(width, height)))
    profile = image.info.get("icc_profile")
    image.seek(0)
    image.load()
    turned = ImageOps.exif_transpose(image)
    plain = _in_srgb(turned, profile)
    plain.info = {}
    return plain


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    if image.mode in _SIXTEEN_BIT:
        # 16 bits to 8, by their upper half: Pillow alone would cut everything above 255 to white
        return image.convert("I").point(lambda value: value * (1 / 256)).convert("L").convert("RGB")
    has_alpha = image.mode in {"RGBA", "LA", "PA", "RGBa", "La"} or "transparency" in image.info
    wanted = "RGBA" if has_alpha else "RGB"
    if profile and image.mode in {"RGB", "RGBA", "CMYK", "L"}:
        with contextlib.suppress(ImageCms.PyCMSError, OSError, ValueError):  # a profile nobody can read changes no colour
            return _converted(image, profile, wanted)
    return image.convert(wanted)


def _converted(image: Image.Image, profile: bytes, wanted: str) -> Image.Image:
    source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
    alpha = image.getchannel("A") if image.mode == "RGBA" else None
    colours = image.convert("RGB") if image.mode == "RGBA" else image
    made = ImageCms.profileToProfile(
        colours, source, _SRGB, renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC, outputMode="RGB"
    )
    if made is None:
        raise ValueError("no conversion")
    if alpha is not None:
        made.putalpha(alpha)
    return made.convert(wanted)
