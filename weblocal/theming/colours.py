"""Colour arithmetic: sRGB, OKLCH and OKLab, and the contrast of WCAG; pure and quick enough for thousands of palettes.

OKLab is Björn Ottosson's; the matrices are his for linear sRGB. Contrast is the definition of WCAG 2.2.
"""

import functools
import math

Rgb = tuple[float, float, float]


def from_hex(colour: str) -> Rgb:
    """#rrggbb to red, green and blue between 0 and 1."""
    return int(colour[1:3], 16) / 255, int(colour[3:5], 16) / 255, int(colour[5:7], 16) / 255


def to_hex(rgb: Rgb) -> str:
    """Red, green and blue between 0 and 1 to #rrggbb."""
    return "#" + "".join(f"{round(min(max(channel, 0.0), 1.0) * 255):02x}" for channel in rgb)


@functools.lru_cache(maxsize=8192)
def luminance(colour: str) -> float:
    """The relative luminance of #rrggbb."""
    red, green, blue = (_linear(channel) for channel in from_hex(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two #rrggbb colours, from 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def to_oklab(colour: str) -> tuple[float, float, float]:
    """#rrggbb to lightness, a and b of OKLab."""
    red, green, blue = (_linear(channel) for channel in from_hex(colour))
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    medium = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def to_oklch(colour: str) -> tuple[float, float, float]:
    """#rrggbb to lightness (0 to 1), chroma and hue in degrees."""
    lightness, a, b = to_oklab(colour)
    return lightness, math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360


def distance(one: str, other: str) -> float:
    """How far apart two colours look, in OKLab; black and white are 1 apart."""
    return math.dist(to_oklab(one), to_oklab(other))


@functools.lru_cache(maxsize=16384)
def oklch(lightness: float, chroma: float, hue: float) -> str:
    """A colour as #rrggbb; chroma is taken down until the colour fits into sRGB."""
    lightness = min(max(lightness, 0.0), 1.0)
    rgb = _from_oklch(lightness, chroma, hue)
    if not _fits(rgb):
        low, high = 0.0, chroma
        for _ in range(14):
            middle = (low + high) / 2
            if _fits(_from_oklch(lightness, middle, hue)):
                low = middle
            else:
                high = middle
        rgb = _from_oklch(lightness, low, hue)
    return to_hex(rgb)


def _from_oklch(lightness: float, chroma: float, hue: float) -> Rgb:
    a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        _gamma(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
        _gamma(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
        _gamma(-0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short),
    )


def _fits(rgb: Rgb) -> bool:
    return all(-0.0005 <= channel <= 1.0005 for channel in rgb)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _gamma(channel: float) -> float:
    return 12.92 * channel if channel <= 0.0031308 else 1.055 * channel ** (1 / 2.4) - 0.055
