"""Photograph in, prints out: cut to shape around its focus, in every width asked for, each within its budget of bytes.

Runs in a process of its own (`picture_child`), because what opens pictures from strangers is where strangers get in.
"""

import io

from PIL import Image

from weblocal.model.pictures import Focus, Shape
from weblocal.press import appraising, opening_pictures
from weblocal.press.orders import AVIF, JPEG, Developed, Order, Print
from weblocal.press.refusals import Refusal, Refused

_RATIOS = {Shape.WIDE: (4, 3), Shape.SQUARE: (1, 1)}
# from here on a photograph counts as lying on its side
_LYING = 7 / 6
# AVIF by its quality, best first: the first that keeps the budget wins. Effort 8 costs a quarter of 6 at 6 % more bytes.
_QUALITIES = (58, 48, 38)
_EFFORT = 8
_JPEG_QUALITY = 78
# bytes a print may weigh by its width: 60 KB at 720 px, and in the same proportion of pixels beyond
_BYTES_A_PIXEL = 60_000 / (720 * 540)


def develop(content: bytes, order: Order) -> Developed:
    """The prints of one order; a photograph that is not taken comes back as the reason."""
    try:
        with opening_pictures.opened(content, at_least=_needed(order)) as image:
            return _developed(image, order)
    except Refused as refused:
        return Developed(refusal=refused.reason, measured=refused.measured)


def _needed(order: Order) -> tuple[int, int]:
    """The pixels the widest print may take from, with some to spare for the cut."""
    widest = max((*order.widths, order.least_px))
    return (2 * widest, 2 * widest)


def _developed(image: Image.Image, order: Order) -> Developed:
    shape = order.shape or (Shape.WIDE if image.width >= _LYING * image.height else Shape.SQUARE)
    box = _crop(image.size, shape, order.focus)
    cut = image.crop(box)
    if min(cut.width, image.width) < order.least_px:
        raise Refused(Refusal.TOO_SMALL, measured=f"{image.width} x {image.height}")
    flat = _flat(cut)
    if not order.may_be_poor:
        appraising.appraise(flat)
    prints, heavy = _prints(flat, order, shape)
    return Developed(prints=prints, heavy=heavy, sight=_sight(order.focus, image.size, box))


def _crop(size: tuple[int, int], shape: Shape, focus: Focus) -> tuple[int, int, int, int]:
    """The largest part of this shape with the focus as near to its middle as the edges allow."""
    (width, height), (across, down) = size, _RATIOS[shape]
    if width * down > height * across:
        part = (max(1, height * across // down), height)
    else:
        part = (width, max(1, width * down // across))
    left = _within(width * focus.x / 100 - part[0] / 2, width - part[0])
    top = _within(height * focus.y / 100 - part[1] / 2, height - part[1])
    return (left, top, left + part[0], top + part[1])


def _within(wanted: float, most: int) -> int:
    return int(min(max(wanted, 0), most))


def _sight(focus: Focus, size: tuple[int, int], box: tuple[int, int, int, int]) -> Focus:
    left, top, right, bottom = box
    x = (size[0] * focus.x / 100 - left) / (right - left)
    y = (size[1] * focus.y / 100 - top) / (bottom - top)
    return Focus(x=round(100 * min(max(x, 0), 1)), y=round(100 * min(max(y, 0), 1)))


def _flat(image: Image.Image) -> Image.Image:
    """Without transparency: what shone through becomes white, as on paper."""
    if image.mode != "RGBA":
        return image
    ground = Image.new("RGB", image.size, "white")
    ground.paste(image, mask=image.getchannel("A"))
    return ground


def _prints(image: Image.Image, order: Order, shape: Shape) -> tuple[tuple[Print, ...], tuple[int, ...]]:
    widths = [width for width in order.widths if width <= image.width] or [image.width]
    across, down = _RATIOS[shape]
    made: list[Print] = []
    heavy = []
    fallback = max((width for width in widths if width <= order.fallback_width), default=widths[0])
    jpeg = None
    for width in sorted(widths, reverse=True):
        height = round(width * down / across)
        # each from the next wider one: as good to the eye, and a third of the time
        image = image.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)
        content = _avif(image, budget=round(width * height * _BYTES_A_PIXEL))
        if content is None:
            heavy.append(width)
            content = _encoded(image, AVIF, quality=_QUALITIES[-1])
        made.append(Print(type=AVIF, width=width, height=height, content=content))
        if width == fallback:
            jpeg = Print(type=JPEG, width=width, height=height, content=_encoded(image, JPEG, quality=_JPEG_QUALITY))
    assert jpeg is not None
    return (*reversed(made), jpeg), tuple(sorted(heavy))


def _avif(image: Image.Image, *, budget: int) -> bytes | None:
    """The best quality that keeps the budget; None when none does."""
    for quality in _QUALITIES:
        content = _encoded(image, AVIF, quality=quality)
        if len(content) <= budget:
            return content
    return None


def _encoded(image: Image.Image, media_type: str, *, quality: int) -> bytes:
    """The bytes, the same on every run: one thread, no time, no word about where the picture came from."""
    written = io.BytesIO()
    if media_type == AVIF:
        image.save(written, "AVIF", quality=quality, speed=_EFFORT, max_threads=1, exif=b"", xmp=b"", icc_profile=None)
    else:
        image.save(written, "JPEG", quality=quality, progressive=True, optimize=True, exif=b"", icc_profile=None)
    return written.getvalue()
