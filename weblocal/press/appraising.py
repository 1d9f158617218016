"""Is a photograph good enough to show? Size, exposure and sharpness, measured on a small grey copy. No photo beats a bad one."""

from PIL import Image, ImageFilter, ImageStat

from weblocal.press.refusals import Refusal, Refused

# measured at one size, so that the numbers mean the same for every camera
_LOOKED_AT_PX = 640
_DARK, _BRIGHT = 30, 238
_NEAR_BLACK, _NEAR_WHITE = 14, 250
_MOST_CLIPPED = 0.8
_LEAST_SPREAD = 7
# How much of its edges a picture loses when it is blurred once more: a sharp one nearly all, a blurred one little. Measured in
# the sharpest of sixteen parts, because a background may be soft; parts with weak edges say nothing.
_LEAST_SHARPNESS = 1.6
_PARTS = 4
_WEAK = 0.3
_ONCE_MORE = ImageFilter.GaussianBlur(1.5)
_LAPLACIAN = ImageFilter.Kernel((3, 3), (0, 1, 0, 1, -4, 1, 0, 1, 0), scale=1, offset=128)


def appraise(image: Image.Image) -> None:
    """Raise Refused when the photograph is too dark, too bright, shows nothing, or is nowhere sharp."""
    grey = image.convert("L")
    grey.thumbnail((_LOOKED_AT_PX, _LOOKED_AT_PX), Image.Resampling.LANCZOS)
    exposure(grey)
    if sharpness(grey) < _LEAST_SHARPNESS:
        raise Refused(Refusal.BLURRED)


def exposure(grey: Image.Image) -> None:
    """Raise Refused for a grey picture that is nearly black, nearly white or nearly even."""
    stat = ImageStat.Stat(grey)
    mean, spread = stat.mean[0], stat.stddev[0]
    counts = grey.histogram()
    whole = sum(counts) or 1
    if mean < _DARK or sum(counts[:_NEAR_BLACK]) / whole > _MOST_CLIPPED:
        raise Refused(Refusal.TOO_DARK, measured=f"{mean / 255:.0%} bright")
    if mean > _BRIGHT or sum(counts[_NEAR_WHITE:]) / whole > _MOST_CLIPPED:
        raise Refused(Refusal.TOO_BRIGHT, measured=f"{mean / 255:.0%} bright")
    if spread < _LEAST_SPREAD:
        raise Refused(Refusal.EMPTY)


def sharpness(grey: Image.Image) -> float:
    """How many times the edges of a grey picture weaken when it is blurred, in its sharpest part; 1 = it was blurred already."""
    edges, weakened = (picture.filter(_LAPLACIAN) for picture in (grey, grey.filter(_ONCE_MORE)))
    width, height = (max(1, side // _PARTS) for side in edges.size)
    boxes = (
        (column * width, row * height, (column + 1) * width, (row + 1) * height)
        for row in range(_PARTS)
        for column in range(_PARTS)
    )
    parts = [(_strength(edges.crop(box)), _strength(weakened.crop(box))) for box in boxes]
    strongest = max(before for before, _ in parts)
    return max(before / max(after, 0.1) for before, after in parts if before >= _WEAK * strongest)


def _strength(edges: Image.Image) -> float:
    return ImageStat.Stat(edges).var[0]
