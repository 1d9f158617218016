"""Closed waves around a middle, as cubics over crest and trough, and their doubling by nested use.

A guilloche is one such wave, turned and shrunk again and again. A group that holds itself and itself turned twice as far
doubles everything drawn so far, so that sixteen waves cost one lobe and five groups.
"""

import math

from weblocal.model.records import record

# the handle, in steps along the circle, with which a cubic from crest to trough comes nearest to a cosine
_COSINE = 0.41


@record
class Wave:
    """A ring of `lobes` crests at `radius` + `height` with troughs at `radius` - `height`, in units.

    `point` makes crests pointed (below 1) or broad (above), and troughs the other way round.
    """

    radius: int
    height: int
    lobes: int
    point: float = 1.0


@record
class Braid:
    """A wave drawn 2 ** `doublings` times, each time turned by `turn` degrees and scaled by `shrink` more."""

    wave: Wave
    doublings: int
    turn: float
    shrink: float = 1.0


def path(wave: Wave) -> str:
    """One lobe of the wave, from trough over crest to trough, to a tenth of a unit, so that lobes meet without a gap."""
    step = math.pi / wave.lobes
    found = []
    for corner in (-1, 0, 1):
        is_crest = corner == 0
        angle = corner * step
        radius = wave.radius + (wave.height if is_crest else -wave.height)
        handle = _COSINE * step * radius * (wave.point if is_crest else 1 / wave.point)
        x, y = radius * math.cos(angle), radius * math.sin(angle)
        aside, down = -math.sin(angle) * handle, math.cos(angle) * handle
        if corner == -1:
            found.append(f"M{_pair(x, y)}C{_pair(x + aside, y + down)} ")
        else:
            found.append(f"{'' if is_crest else 'S'}{_pair(x - aside, y - down)} {_pair(x, y)}")
    return "".join(found).replace(" -", "-")


def drawn(braid: Braid, name: str) -> tuple[str, str]:
    """The definitions of a braid, whose ids begin with `name`, and the group that shows the whole of it."""
    lobe, each = f"{name}l", 360 / braid.wave.lobes
    turned = "".join(
        f'<use href="#{lobe}" transform="rotate({_number(each * number)})"/>' for number in range(1, braid.wave.lobes)
    )
    groups = [f'<g id="{name}0"><path id="{lobe}" d="{path(braid.wave)}"/>{turned}</g>']
    shown = ""
    for level in range(braid.doublings):
        times = 2**level
        scaled = f"scale({_number(braid.shrink**times)})" if braid.shrink != 1 else ""
        both = (
            f'<use href="#{name}{level}"/>'
            f'<use href="#{name}{level}" transform="rotate({_number(braid.turn * times)}){scaled}"/>'
        )
        if level == braid.doublings - 1:
            shown = both
        else:
            groups.append(f'<g id="{name}{level + 1}">{both}</g>')
    return "".join(groups), shown


def _pair(x: float, y: float) -> str:
    return f"{x:.4g} {y:.4g}"


def _number(value: float) -> str:
    return f"{value:.4g}".removeprefix("0") if 0 < value < 1 else f"{value:.4g}"
