"""Lanes of a running track: a number drawn with them, or a bend of them where there is no number to draw.

A number is one centre line for each digit, stroked five times, each time narrower, in lettering and field by turns. Every
curve has a radius of at least half the band, so that lanes never pinch.
"""

import hashlib

from markupsafe import Markup

LINES = 5
_LINE, _GAP = 7, 6
_BAND = LINES * _LINE + (LINES - 1) * _GAP
_HEIGHT = 200
_BETWEEN = 16
_FAR = 2400
# each stroke of a digit: where it begins on a field of 100 by 200, and how it goes on from there
_DIGITS: dict[str, tuple[tuple[int, int, str], ...]] = {
    "0": ((0, 50, "a50 50 0 0 1 100 0v100a50 50 0 0 1-100 0z"),),
    "1": ((0, 50, "a50 50 0 0 0 50-50v200"),),
    "2": ((0, 50, "a50 50 0 0 1 100 0a50 50 0 0 1-50 50a50 50 0 0 0-50 50v50h100"),),
    "3": ((0, 50, "a50 50 0 0 1 100 0a50 50 0 0 1-50 50"), (50, 100, "a50 50 0 0 1 50 50a50 50 0 0 1-100 0")),
    "4": ((0, 0, "v70a50 50 0 0 0 50 50h50"), (100, 0, "v200")),
    "5": ((100, 0, "h-100v100h50a50 50 0 0 1 0 100h-50"),),
    "6": ((100, 50, "a50 50 0 0 0-100 0v100a50 50 0 0 0 100 0a50 50 0 0 0-100 0"),),
    "7": ((0, 0, "h100v30c0 70-60 90-60 170"),),
    "8": ((50, 100, "a50 50 0 1 1 .1 0z"), (50, 100, "a50 50 0 1 0 .1 0z")),
    "9": ((0, 150, "a50 50 0 0 0 100 0v-100a50 50 0 0 0-100 0a50 50 0 0 0 100 0"),),
}
_WIDTHS = {"1": 50}
# these end on the ground line, so that their lanes only have to go on
_END_ON_THE_GROUND = frozenset("1247")
_PEAKS, _VALLEYS = (50, 74, 98, 122), (150, 126)


def numeral(digits: str, *, is_rtl: bool) -> Markup:
    """A number as an SVG; its lanes leave the last digit and run off the edge, where one reads from the right the first to the left."""
    half, places, left = _BAND / 2, [], _BAND / 2
    for digit in digits:
        places.append((left, digit))
        left += _WIDTHS.get(digit, 100) + _BAND + _BETWEEN
    width = left - _BETWEEN - half
    paths = [_stroked(digit, at, half) for at, digit in places]
    at, digit = places[0 if is_rtl else -1]
    if digit in _END_ON_THE_GROUND and not is_rtl:
        away = f"H{_FAR}"
    else:
        away = f"M{at + {'1': 50, '4': 100, '7': 40}.get(digit, 50):g} {_HEIGHT + half:g}H{-_FAR if is_rtl else _FAR}"
    return _svg("".join(paths) + away, width=width)


def track(name: str) -> Markup:
    """A track that comes in from one edge, climbs twice and leaves by the other; its heights are those of this name."""
    seed = hashlib.blake2b(name.encode(), digest_size=4).digest()
    half = _BAND / 2
    first, second = _PEAKS[seed[0] % 4], _PEAKS[seed[1] % 4]
    if first == second:
        second = _PEAKS[(seed[1] + 1 + seed[2] % 3) % 4]
    valley = _VALLEYS[seed[3] % 2]
    ground = 150 + half
    path = (
        f"M{-_FAR} {_HEIGHT + half:g}H{half:g}a50 50 0 0 0 50-50V{first + half:g}a50 50 0 0 1 100 0V{valley + half:g}"
        f"a50 50 0 0 0 100 0V{second + half:g}a50 50 0 0 1 100 0V{ground:g}a50 50 0 0 0 50 50H{_FAR}"
    )
    return _svg(path, width=400 + _BAND)


def css() -> str:
    """How lanes are painted: lettering and field by turns."""
    return ".lane{fill:none;overflow:visible;forced-color-adjust:none}.la{stroke:var(--on)}.lb{stroke:var(--plate)}"


def _stroked(digit: str, left: float, top: float) -> str:
    return "".join(f"M{left + x:g} {top + y:g}{rest}" for x, y, rest in _DIGITS[digit])


def _svg(path: str, *, width: float) -> Markup:
    widths = [_BAND]
    for number in range(2 * LINES - 2):
        widths.append(widths[-1] - 2 * (_GAP if number % 2 else _LINE))
    uses = "".join(
        f'<use href="#lanes" class="l{"ba"[number % 2 == 0]}" stroke-width="{each}"/>'
        for number, each in enumerate(widths)
        if each > 0
    )
    svg = (
        f'<svg class="lane" viewBox="0 0 {width:g} {_HEIGHT + _BAND}" aria-hidden="true">'
        f'<defs><path id="lanes" d="{path}"/></defs>{uses}</svg>'
    )
    return Markup(svg)  # noqa: S704 - digits and numbers of our own only
