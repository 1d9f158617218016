"""Still lifes as SVG whose colours follow the page's tokens; every thing is defined once on a page and then used."""

from collections.abc import Iterable

from markupsafe import Markup

from weblocal.theming.still_lifes import sets
from weblocal.theming.still_lifes.laying import StillLife
from weblocal.theming.still_lifes.things import Shape, Thing, ellipse

# an arch of the colonnade: its width, height and the room around it
_ARCH, _ARCH_HEIGHT, _GAP = 150, 300, 8
_SILL = 10
# a shade is darker than the brand, but on black, where only a lighter one shows; the palette's own steps are none, for on
# yellow the second one is lighter. At night things take the brand that is safe as text, or they sink into the wall.
_CSS = (
    ":root{--deep:light-dark(color-mix(in oklab,var(--plate) 78%,var(--ink)),var(--plate))}"
    "@supports (color:oklch(from red l c h)){:root{--deep:light-dark(oklch(from var(--plate) max(l - .13,.28 - l) c h),var(--plate))}}"
    ".o1{fill:var(--h1)}.o2{fill:var(--h2)}.o3{fill:var(--h3)}.o4{fill:var(--h4)}"
    ".oa{fill:light-dark(color-mix(in srgb,var(--plate) 2%,var(--paper)),color-mix(in srgb,var(--link) 34%,var(--paper)))}"
    ".ob{fill:light-dark(color-mix(in srgb,var(--plate) 19%,var(--paper)),color-mix(in srgb,var(--link) 20%,var(--paper)))}"
    ".oc{fill:light-dark(var(--plate),var(--link))}.od{fill:var(--deep)}.oe{fill:var(--acc)}"
    ".of{fill:color-mix(in oklab,light-dark(var(--plate),var(--link)) 72%,var(--paper))}"
    ".og{fill:color-mix(in srgb,var(--acc) 62%,var(--paper))}"
    ".ow{fill:light-dark(color-mix(in srgb,var(--paper) 52%,#0000),color-mix(in srgb,var(--acc) 24%,#0000))}"
    ".os{fill:light-dark(color-mix(in srgb,var(--plate) 34%,var(--paper)),color-mix(in srgb,var(--paper) 60%,#0000))}"
    ".ok{fill:none;stroke:light-dark(var(--deep),var(--link));stroke-linecap:round}"
)
# the light moves along the row and comes back
_WALLS = "a342a243"


def definitions(names: Iterable[str]) -> Markup:
    """Every thing named, and what stands behind it, as symbols to be used later."""
    needed = dict.fromkeys(each for name in names for each in _with_behind(name))
    drawn = "".join(f'<g id="o-{name}">{_drawn(sets.THINGS[name])}</g>' for name in needed)
    return Markup(f"<defs>{drawn}</defs>")  # noqa: S704 - numbers and our own names


def arch(life: StillLife, *, defined: Markup) -> Markup:
    """A still life in an arch window; `defined` are the things of the whole page."""
    round_ = life.width // 2
    window = f"M0 {life.height}V{round_}a{round_} {round_} 0 0 1 {life.width} 0V{life.height}z"
    return Markup(  # noqa: S704 - numbers and our own names
        f'<svg class="life" viewBox="0 0 {life.width} {life.height}" aria-hidden="true">{defined}'
        f'<clipPath id="o-arch"><path d="{window}"/></clipPath><g clip-path="url(#o-arch)">'
        f'<path class="o3" d="M0 0h{life.width}v{life.height}H0z"/>{_scene(life)}</g></svg>'
    )


def niche(name: str, *, defined: Markup) -> Markup:
    """A narrow arch with one thing in it, to stand beside a photograph."""
    width, height = 160, 300
    foot = height - 26
    return Markup(  # noqa: S704 - numbers and our own names
        f'<svg class="niche" viewBox="0 0 {width} {height}" aria-hidden="true">{defined}'
        f'<path class="o3" d="M0 {height}V80a80 80 0 0 1 160 0v{height - 80}z"/>'
        f"{_used(name, width // 2, foot)}</svg>"
    )


def scene(life: StillLife) -> Markup:
    """A still life without a window, for a field that has its own ground."""
    return Markup(  # noqa: S704 - numbers and our own names
        f'<svg class="scene" viewBox="0 0 {life.width} {life.height}" preserveAspectRatio="xMidYMax slice" aria-hidden="true">'
        f"{_scene(life)}</svg>"
    )


def css() -> str:
    """The rules that paint things and scenes; the walls `o1` to `o4` are four strengths of the brand in its ground."""
    return _CSS


def alone(name: str) -> Markup:
    """One thing in a square of its own, so that all of them look equally large."""
    thing = sets.THINGS[name]
    width, height = _size(thing)
    side = round(max(width, height) * 1.06)
    below = 8
    return Markup(  # noqa: S704 - numbers and our own names
        f'<svg class="thing" viewBox="{-side // 2} {below - side} {side} {side}" aria-hidden="true">{_used(name, 0, 0)}</svg>'
    )


def colonnade(things: tuple[str, ...]) -> Markup:
    """A row of arches, light by turns, with things in some of them."""
    drawn, used = [], []
    foot = _ARCH_HEIGHT - _SILL
    for number, name in enumerate(things):
        left, inner = number * _ARCH + _GAP, _ARCH - 2 * _GAP
        wall = _WALLS[number % len(_WALLS)]
        drawn.append(f'<path class="o{wall}" d="M{left} {_ARCH_HEIGHT}V142a{inner // 2} {inner // 2} 0 0 1 {inner} 0v158z"/>')
        if name:
            used.append(_used(name, number * _ARCH + _ARCH // 2, foot))
    width = len(things) * _ARCH
    return Markup(  # noqa: S704 - numbers and our own names
        f'<svg class="arcade" viewBox="0 0 {width} {_ARCH_HEIGHT}" preserveAspectRatio="xMinYMax slice" aria-hidden="true">'
        f'{"".join(drawn)}{"".join(used)}<path class="o2" d="M0 {foot}h{width}v{_SILL}H0z"/></svg>'
    )


def _scene(life: StillLife) -> str:
    """Sun, window light, table, shadows, things; the things in front come last."""
    across, down, radius = life.sun
    light = "".join(f"M{left} {life.floor - 34}l58-146 58 0-58 146z" for left in life.panes)
    things = "".join(_used(each.thing, each.x, each.y) for each in life.standing)
    return (
        f'<circle class="og" cx="{across}" cy="{down}" r="{radius}"/><path class="ow" d="{light}"/>'
        f'<path class="o1" d="M0 {life.floor}h{life.width}v{life.height}H0z"/>{things}'
    )


def _used(name: str, x: int, y: int) -> str:
    where = f' x="{x}" y="{y}"' if x or y else ""
    return "".join(f'<use href="#o-{each}"{where}/>' for each in _with_behind(name))


def _with_behind(name: str) -> tuple[str, ...]:
    behind = sets.THINGS[name].in_front_of
    return (behind, name) if behind else (name,)


def _size(thing: Thing) -> tuple[int, int]:
    behind = sets.THINGS.get(thing.in_front_of, thing)
    return max(thing.width, behind.width), max(thing.height, behind.height)


def _drawn(thing: Thing) -> str:
    """A thing with a flat shadow to one side of its foot; one that hangs, or stands in another, throws none."""
    is_behind = any(other.in_front_of == thing.name for other in sets.THINGS.values())
    shadow = "" if thing.hangs or is_behind else ellipse(round(thing.width * 0.62), 6, round(thing.width * 0.26), -2)
    return (f'<path class="os" d="{shadow}"/>' if shadow else "") + "".join(map(_painted, thing.shapes))


def _painted(shape: Shape) -> str:
    if shape.line:
        return f'<path class="ok" stroke-width="{shape.line}" d="{shape.path}"/>'
    return f'<path class="o{shape.role}" d="{shape.path}"/>'
