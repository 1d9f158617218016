"""The drawn map of where a business travels to: each place at its true bearing and distance from the base, no map service asked.

Lengths are units of the view box, 460 wide with the base in the middle, so lettering keeps one size beside every map. The
styles (`css`) name the same sizes that the layout reckons with: change both or neither.
"""

import dataclasses
import functools
import math
import unicodedata

from markupsafe import Markup, escape

from weblocal.model.records import record

WIDTH = 460
RING = 168
_REACH = 200
_LETTER, _BASE_LETTER = 9.6, 14.0
_KM_PER_DEGREE = 111.19
# a place this many times further out than the business says it travels is left to the text: it would crowd all others inward
_TOO_FAR = 2.5
_MARGIN = 6
_ROOM = WIDTH - 2 * _MARGIN


@dataclasses.dataclass(frozen=True, slots=True)
class Spot:
    """A named place with its position in degrees."""

    name: str
    latitude: float
    longitude: float


@dataclasses.dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the drawing."""

    left: float
    top: float
    right: float
    bottom: float

    def shared(self, other: "Box") -> float:
        """The area that both cover."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across * down if across > 0 and down > 0 else 0.0


@dataclasses.dataclass(frozen=True, slots=True)
class Label:
    """Words at a point: `anchor` says which end of them is there; `box` is what they cover."""

    words: str
    x: float
    y: float
    anchor: str
    box: Box
    letter: float = _LETTER


@dataclasses.dataclass(frozen=True, slots=True)
class Dot:
    """A place on the map with its label."""

    x: float
    y: float
    label: Label


@record
class ServiceMap:
    """The map laid out around the base at 0, 0: y grows to the south, `ring` is the radius travelled (0 = not known)."""

    base: Label
    dots: tuple[Dot, ...]
    ring: float
    ring_words: str


# how a label may stand to its dot: shift, and which end of the words is there; the first ones are liked best
_SIDES = (
    (9.0, 5.5, "start"),
    (-9.0, 5.5, "end"),
    (0.0, 22.0, "middle"),
    (0.0, -11.0, "middle"),
    (7.0, 18.0, "start"),
    (-7.0, 18.0, "end"),
    (7.0, -7.0, "start"),
    (-7.0, -7.0, "end"),
)


@functools.lru_cache(maxsize=64)
def lay_out(
    base: Spot, places: tuple[Spot, ...], *, radius_km: float | None = None, radius_words: str = ""
) -> ServiceMap | None:
    """Place every town and find room for its name; None when there are fewer than two towns to draw.

    `radius_words` name the ring ("12 miles"). A town whose name finds no room is left out: the page lists all of them in text.
    """
    points = {place.name: _kilometres(base, place) for place in places if place.name != base.name}
    known = {name: point for name, point in points.items() if not radius_km or math.hypot(*point) <= radius_km * _TOO_FAR}
    furthest = max((math.hypot(*point) for point in known.values()), default=0.0)
    if furthest == 0:
        return None
    scale = min(RING / radius_km, _REACH / furthest) if radius_km else RING / furthest
    spots = {name: (x * scale, y * scale) for name, (x, y) in known.items()}
    # what would lie under the base's own dot is the base
    apart = {name: point for name, point in spots.items() if math.hypot(*point) > 16}
    base_label = min((_base_label(base.name, y) for y in (36.0, -18.0)), key=lambda label: _dots_under(label, apart))
    dots = _labelled(apart, base_label)
    if len(dots) < 2:
        return None
    return ServiceMap(base=base_label, dots=dots, ring=radius_km * scale if radius_km else 0.0, ring_words=radius_words)


def as_svg(drawn: ServiceMap, *, description: str) -> Markup:
    """The map with classes for its colours; `description` says in words what it shows, for those who do not see it."""
    boxes = [drawn.base.box, *(dot.label.box for dot in drawn.dots)]
    field = drawn.ring or float(RING)
    top = min(-field, *(box.top for box in boxes)) - _MARGIN
    bottom = max(field, *(box.bottom for box in boxes)) + _MARGIN
    words = ""
    if drawn.ring and drawn.ring_words:
        bottom += 18
        words = f'<text class="map-unit" y="{bottom - _MARGIN:.0f}" text-anchor="middle">{escape(drawn.ring_words)}</text>'
    rings = "".join(f'<circle class="map-ring" r="{radius:.0f}"/>' for radius in ((field / 2, field) if drawn.ring else ()))
    dots = "".join(f'<circle class="map-dot" cx="{dot.x:.0f}" cy="{dot.y:.0f}" r="4"/>{_text(dot.label)}' for dot in drawn.dots)
    opening = (
        f'<svg class="map" viewBox="{-WIDTH // 2} {top:.0f} {WIDTH} {bottom - top:.0f}" direction="ltr" role="img" '
        f'aria-label="{escape(description)}">'
    )
    named = _text(drawn.base, css_class="map-name" if drawn.base.letter == _BASE_LETTER else "map-long")
    return Markup(  # noqa: S704 - numbers, and words escaped above
        f'{opening}<circle class="map-zone" r="{field:.0f}"/>{rings}{dots}<circle class="map-base" r="10"/>{named}{words}</svg>'
    )


def css() -> str:
    """The rules that paint `as_svg`."""
    return (
        ".map{font:600 17px var(--text);fill:var(--ink)}"
        ".map-zone{fill:color-mix(in srgb,var(--edge) 12%,#0000)}"
        ".map-ring{fill:none;stroke:var(--edge);stroke-opacity:.45}"
        ".map-base{fill:var(--link)}.map-dot{fill:var(--mute)}"
        ".map-name{font:var(--dw) 26px var(--display);letter-spacing:var(--dt)}"
        ".map-long{font:var(--dw) 17px var(--display)}"
        ".map-unit{fill:var(--mute);font-weight:400;font-size:15px}"
    )


def _text(label: Label, *, css_class: str = "") -> str:
    named = f' class="{css_class}"' if css_class else ""
    anchor = "" if label.anchor == "start" else f' text-anchor="{label.anchor}"'
    squeezed = f' textLength="{_ROOM}" lengthAdjust="spacingAndGlyphs"' if label.letter < _LETTER else ""
    return f'<text{named} x="{label.x:.0f}" y="{label.y:.0f}"{anchor}{squeezed}>{escape(label.words)}</text>'


def _kilometres(base: Spot, place: Spot) -> tuple[float, float]:
    """East and south of the base on a flat earth, which is true enough for a day's drive."""
    turned = (place.longitude - base.longitude + 180) % 360 - 180
    east = turned * math.cos(math.radians(base.latitude)) * _KM_PER_DEGREE
    return east, (base.latitude - place.latitude) * _KM_PER_DEGREE


def _labelled(spots: dict[str, tuple[float, float]], base: Label) -> tuple[Dot, ...]:
    """Find each label its side: first one after the other, then each again now that all others stand."""
    chosen: dict[str, Label] = {}
    for _ in range(3):
        for name, point in spots.items():
            others = [base.box, *(label.box for other, label in chosen.items() if other != name)]
            others += [
                Box(-11, -11, 11, 11),
                *(Box(x - 5, y - 5, x + 5, y + 5) for other, (x, y) in spots.items() if other != name),
            ]
            chosen[name] = min(_labels(name, point), key=lambda each: _crowding(each[0], others) + each[1])[0]
    kept: list[Dot] = []
    for name, (x, y) in spots.items():
        label = chosen[name]
        taken = [base.box, Box(-10, -10, 10, 10), *(dot.label.box for dot in kept)]
        if _crowding(label, taken) < 1:
            kept.append(Dot(x, y, label))
    return tuple(kept)


def _labels(name: str, point: tuple[float, float]) -> list[tuple[Label, float]]:
    """Every way to set the label, with how little it is liked; beside the dot and away from the middle is best."""
    x, y = point
    found = []
    for rank, (across, down, anchor) in enumerate(_SIDES):
        is_inward = across * x < 0
        found.append((_label(name, (x + across, y + down), anchor), rank * 0.1 + 0.5 * is_inward))
    return found


def _label(words: str, at: tuple[float, float], anchor: str, *, letter: float = _LETTER) -> Label:
    x, y = at
    width = letter * _letters(words)
    left = {"start": x, "middle": x - width / 2, "end": x - width}[anchor]
    height = max(letter, _LETTER)
    return Label(words, x, y, anchor, Box(left - 2, y - height * 1.45, left + width + 2, y + height * 0.5), letter)


def _base_label(name: str, y: float) -> Label:
    """The base's own name: large, or as small as the others where it would be wider than the map, or squeezed into it."""
    widest = _ROOM / max(1, _letters(name))
    letter = _BASE_LETTER if widest >= _BASE_LETTER else min(_LETTER, widest)
    return _label(name, (0.0, y), "middle", letter=letter)


def _letters(words: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in words)


def _dots_under(label: Label, spots: dict[str, tuple[float, float]]) -> float:
    return sum(label.box.shared(Box(x - 6, y - 6, x + 6, y + 6)) for x, y in spots.values())


def _crowding(label: Label, others: list[Box]) -> float:
    outside = max(-WIDTH / 2 - label.box.left, 0.0) + max(label.box.right - WIDTH / 2, 0.0)
    return outside * 20 + sum(label.box.shared(other) for other in others)
