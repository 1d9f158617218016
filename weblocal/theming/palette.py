"""A whole palette, light and dark, from one brand colour, with contrast that is computed and not hoped for.

Every pair of text and ground clears the ratio beside it in `PROMISES`, measured on the final hexadecimal values, for any
brand colour there is. The brand itself is moved only as far as its lettering needs.
"""

import dataclasses
import functools
from collections.abc import Iterator

from weblocal.model.records import record
from weblocal.theming import colours

NEAR_BLACK = "#1a1408"
GREY_CHROMA = 0.03
# text token, grounds it stands on, the ratio it clears (WCAG asks 4.5 of text and 3 of controls; the rest is margin)
PROMISES = (
    ("ink", ("paper", "raised"), 12.0),
    ("mute", ("paper", "raised"), 5.2),
    ("link", ("paper", "raised"), 5.0),
    ("on", ("plate",), 5.0),
    ("edge", ("paper", "raised"), 3.1),
    ("ok", ("paper", "raised"), 4.6),
    ("bad", ("paper", "raised"), 4.6),
    ("on_acc", ("acc",), 6.6),
)
# a field nearer to its ground than this, in OKLab, is one that nobody sees
_SEEN = {"light": 0.12, "dark": 0.20}
# and an accent nearer than this to what it lies on is none
_STANDS_OUT = 0.10


@record
class Scheme:
    """One set of tokens, each #rrggbb: neutrals, the brand field with its lettering and two shades, link, accent, states."""

    paper: str
    raised: str
    ink: str
    mute: str
    edge: str
    line: str
    plate: str
    on: str
    p2: str
    p3: str
    link: str
    acc: str
    on_acc: str
    ok: str
    bad: str


@record
class Palette:
    """The tokens of both schemes."""

    light: Scheme
    dark: Scheme


@functools.lru_cache(maxsize=512)
def from_brand(colour: str) -> Palette:
    """The palette of a brand colour, #rrggbb."""
    lightness, chroma, hue = colours.to_oklch(colour)
    light, dark = _neutrals("light", chroma, hue), _neutrals("dark", chroma, hue)
    light |= _words("light", light, (lightness, chroma, hue))
    dark |= _words("dark", dark, (lightness, chroma, hue))
    light_plate = _lettered(lightness, chroma, hue)
    starts_at = min(light_plate, 0.43 if light_plate < 0.70 else 0.46)
    light |= _field("light", light, (light_plate, chroma, hue))
    dark |= _field("dark", dark, (_lettered(starts_at, chroma * 0.92, hue), chroma * 0.92, hue))
    accent_lightness, accent_hue = _accent(light_plate, chroma, hue, field=(light["plate"], light["p2"]))
    light |= _lettered_accent(accent_lightness, accent_hue)
    dark |= _lettered_accent(accent_lightness - 0.03, accent_hue)
    return Palette(light=Scheme(**light), dark=Scheme(**dark))


def css_tokens(palette: Palette) -> str:
    """The tokens as custom properties: pairs for both schemes, and the light set for browsers that know no pairs."""
    names = [field.name for field in dataclasses.fields(Scheme)]
    pairs = "".join(
        f"--{_css(name)}:light-dark({getattr(palette.light, name)},{getattr(palette.dark, name)});" for name in names
    )
    plain = "".join(f"--{_css(name)}:{getattr(palette.light, name)};" for name in names)
    return f":root{{{pairs}}}@supports not (color:light-dark(red,red)){{:root{{{plain}}}}}"


def broken_promises(palette: Palette) -> Iterator[str]:
    """Every pair whose contrast is below its promise, in words; nothing for a palette of `from_brand`."""
    for name, scheme in (("light", palette.light), ("dark", palette.dark)):
        for text, grounds, ratio in PROMISES:
            for ground in grounds:
                found = colours.contrast(getattr(scheme, text), getattr(scheme, ground))
                if found < ratio:
                    yield f"{name}: {text} on {ground} has {found:.2f}, promised {ratio}"


def _css(name: str) -> str:
    return {"on_acc": "on-acc", "raised": "raise"}.get(name, name)


def _neutrals(scheme: str, chroma: float, hue: float) -> dict[str, str]:
    tint = 0.0 if chroma < GREY_CHROMA else 1.0
    if scheme == "light":
        steps = (("paper", 0.985, 0.006), ("raised", 0.955, 0.014), ("ink", 0.21, 0.03), ("line", 0.87, 0.016))
    else:
        steps = (("paper", 0.175, 0.014), ("raised", 0.225, 0.018), ("ink", 0.94, 0.01), ("line", 0.33, 0.016))
    return {name: colours.oklch(lightness, amount * tint, hue) for name, lightness, amount in steps}


def _words(scheme: str, neutrals: dict[str, str], brand: tuple[float, float, float]) -> dict[str, str]:
    lightness, chroma, hue = brand
    tint = 0.0 if chroma < GREY_CHROMA else 1.0
    grounds = (neutrals["paper"], neutrals["raised"])
    step = -0.005 if scheme == "light" else 0.005
    return {
        "mute": _push((0.60, 0.025 * tint, hue), grounds, 5.2, step),
        "edge": _push((0.75 if step < 0 else 0.40, 0.02 * tint, hue), grounds, 3.1, step),
        "link": _push((lightness, chroma, hue), grounds, 5.0, step),
        "ok": _push((0.60 if step < 0 else 0.70, 0.14, 150.0), grounds, 4.6, step),
        "bad": _push((0.60 if step < 0 else 0.65, 0.18, 27.0), grounds, 4.6, step),
    }


def _push(start: tuple[float, float, float], grounds: tuple[str, ...], ratio: float, step: float) -> str:
    """Walk the lightness until every ground is cleared."""
    lightness, chroma, hue = start
    lightness = min(max(lightness, 0.03), 0.97)
    found = colours.oklch(lightness, chroma, hue)
    while 0 < lightness < 1 and min(colours.contrast(found, ground) for ground in grounds) < ratio:
        lightness += step
        found = colours.oklch(lightness, chroma, hue)
    return found


def _lettering(lightness: float, chroma: float, hue: float) -> str:
    if lightness >= 0.70:
        return colours.oklch(0.18, min(chroma, 0.05), hue)
    return colours.oklch(0.985, min(chroma, 0.012), hue)


def _lettered(lightness: float, chroma: float, hue: float) -> float:
    """The lightness nearest to the brand's own at which the field carries its lettering."""
    lettering = _lettering(lightness, chroma, hue)
    step = 0.004 if lightness >= 0.70 else -0.004
    while colours.contrast(colours.oklch(lightness, chroma, hue), lettering) < 5.0:
        lightness += step
    return lightness


def _field(scheme: str, known: dict[str, str], field: tuple[float, float, float]) -> dict[str, str]:
    lightness, chroma, hue = field
    plate = colours.oklch(lightness, chroma, hue)
    on = _lettering(lightness, chroma, hue)
    if colours.distance(plate, known["paper"]) < _SEEN[scheme]:
        # white on white, black on black: the text-safe brand takes the field, the paper its lettering
        plate, on = known["link"], known["paper"]
        lightness, chroma, hue = colours.to_oklch(plate)
    second, third = _shades(lightness, is_light_lettering=colours.luminance(on) > 0.4)
    return {"plate": plate, "on": on, "p2": colours.oklch(second, chroma, hue), "p3": colours.oklch(third, chroma * 0.95, hue)}


def _shades(lightness: float, *, is_light_lettering: bool) -> tuple[float, float]:
    """The lightness of the field's two shades: one away from the lettering, one towards it; on near-black both upwards."""
    if lightness < 0.16:
        return max(lightness + 0.06, 0.19), max(lightness + 0.15, 0.29)
    if is_light_lettering:
        return lightness - 0.055, lightness + 0.08
    return lightness + 0.055, lightness - 0.08


def _accent(lightness: float, chroma: float, hue: float, *, field: tuple[str, str]) -> tuple[float, float]:
    """Lightness and hue of the one accent: a turn of the hue that stands out from the field and its darker shade."""
    turn = _turn(hue, lightness)
    first = 75.0 if chroma < GREY_CHROMA else hue + turn
    usual = 0.74 if turn == -46 else 0.82
    # salmon with peach on it is mud: go brighter, then further round the wheel
    ways = [(usual, first), (usual + 0.08, first + 25), (usual + 0.06, first + 50), (usual, hue + 190)]
    apart = [min(colours.distance(colours.oklch(*_accent_chroma(way)), ground) for ground in field) for way in ways]
    return next((way for way, far in zip(ways, apart, strict=True) if far >= _STANDS_OUT), ways[apart.index(max(apart))])


def _lettered_accent(lightness: float, hue: float) -> dict[str, str]:
    """The accent, light enough for dark lettering."""
    found = colours.oklch(*_accent_chroma((lightness, hue)))
    while colours.contrast(found, NEAR_BLACK) < 6.7:
        lightness += 0.01
        found = colours.oklch(*_accent_chroma((lightness, hue)))
    return {"acc": found, "on_acc": NEAR_BLACK}


def _accent_chroma(way: tuple[float, float]) -> tuple[float, float, float]:
    return way[0], 0.155, way[1]


def _turn(hue: float, lightness: float) -> int:
    if 75 < hue < 115 and lightness >= 0.70:
        return -46
    for low, high, turn in ((20, 110, 35), (110, 200, 150), (200, 290, 190)):
        if low <= hue < high:
            return turn
    return 75
