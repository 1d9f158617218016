"""Photographs for tests: as the profile names them, as a site knows them once they are ready, and as files of every kind."""

import io
from collections.abc import Iterable
from typing import Any

from PIL import Image, ImageDraw, ImageOps

from weblocal.model.pictures import MIDDLE, Focus, Frame, Mounted, Photo, Pictures, Rendition, Shape


def a_photo(name: str = "van", *, caption: str = "", focus: Focus = MIDDLE, before: Photo | None = None) -> Photo:
    return Photo(file=f"images/{name}.jpg", words=f"The {name}", caption=caption, focus=focus, before=before)


def mounted(photo: Photo, frame: Frame, *, sight: Focus = MIDDLE) -> Mounted:
    stem = photo.file.removeprefix("images/").removesuffix(".jpg")
    square = frame.shape is Shape.SQUARE

    def made(width: int, media_type: str, ending: str) -> Rendition:
        height = width if square else width * 3 // 4
        return Rendition(path=f"/pictures/{stem}-{width}.{ending}", type=media_type, width=width, height=height)

    return Mounted(
        file=photo.file,
        focus=photo.focus,
        frame=frame,
        sight=sight,
        avif=tuple(made(width, "image/avif", "avif") for width in frame.widths),
        fallback=made(720, "image/jpeg", "jpg"),
    )


def ready(*photos: Photo, frames: Iterable[Frame] = Frame) -> Pictures:
    """These photographs, all of them good enough, for all of these frames."""
    each_alone = [alone for photo in photos for alone in (photo, photo.before) if alone]
    return Pictures(mounted=tuple(mounted(photo, frame) for photo in each_alone for frame in frames))


def a_picture(width: int = 1600, height: int = 1200, *, seed: int = 1) -> Image.Image:
    """Something with edges and colours all over, the same for the same seed: gradients and discs, as no camera made them."""
    base = Image.linear_gradient("L").resize((width, height))
    image = Image.merge("RGB", (base, Image.radial_gradient("L").resize((width, height)), ImageOps.flip(base)))
    draw = ImageDraw.Draw(image)
    number = seed * 7919
    for _ in range(160):
        number = (number * 1103515245 + 12345) % 2**31
        x, y, radius = number % width, number // width % height, 8 + number // 7 % max(2, width // 18)
        fill = (number % 255, (number >> 5) % 255, (number >> 11) % 255)
        draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=fill)
    return image


def as_file(image: Image.Image, kind: str = "JPEG", **more: Any) -> bytes:  # noqa: ANN401 - whatever the format takes
    written = io.BytesIO()
    image.save(written, kind, **more)
    return written.getvalue()


def with_secrets(image: Image.Image, *, orientation: int = 1) -> bytes:
    """A JPEG as a telephone writes it: where it was taken, by what, how it was held, and a note."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "SecretMaker"
    exif[0x0110] = "SecretModel"
    exif.get_ifd(0x8825).update({1: "N", 2: (51.0, 30.0, 12.0), 3: "W", 4: (0.0, 7.0, 39.0)})
    xmp = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><note>SecretNote</note></x:xmpmeta>'
    return as_file(image, quality=85, exif=exif, xmp=xmp, comment=b"SecretComment")
