"""What a thing of a still life is: flat shapes that stand on y = 0 around x = 0, and the roles of their colours.

Roles: a pale, b light tint, c brand, d brand in shade, e accent, f leaf, w thrown light. A shape is filled, or drawn as a line.
"""

import dataclasses

from weblocal.model.records import record
from weblocal.theming.tiles.shapes import disc


@dataclasses.dataclass(frozen=True, slots=True)
class Shape:
    """One path: its role, its data, and the width of its line (0 = filled)."""

    role: str
    path: str
    line: int = 0


@record
class Thing:
    """Something that stands on a table: its name, its width and height in units, and its shapes from back to front.

    `in_front_of` names what stands behind it in the same place: the stems of a vase. A thing that `hangs` lies on no table.
    """

    name: str
    width: int
    height: int
    shapes: tuple[Shape, ...]
    in_front_of: str = ""
    hangs: bool = False


@record
class StillLifeSet:
    """The things of one trade in their roles; `tools` are shown alone, in the order in which services usually come."""

    tall: tuple[str, ...]
    middle: tuple[str, ...]
    low: tuple[str, ...]
    tools: tuple[str, ...]

    @property
    def all_names(self) -> tuple[str, ...]:
        """Every thing of the set, once."""
        return tuple(dict.fromkeys((*self.tall, *self.middle, *self.low, *self.tools)))


def ellipse(width: float, height: float, x: float = 0, y: float = 0) -> str:
    """The path of an ellipse with these half axes."""
    return f"M{x - width:g} {y:g}a{width:g} {height:g} 0 0 1 {2 * width:g} 0a{width:g} {height:g} 0 0 1-{2 * width:g} 0z"


__all__ = ["Shape", "StillLifeSet", "Thing", "disc", "ellipse"]
