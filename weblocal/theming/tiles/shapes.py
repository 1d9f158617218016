"""What a tile set and a laid wall are: glyphs of geometry on a 60-unit square around its middle, in five roles, never clip-art.

Roles: a lettering, b darker field, c accent, d lighter field, e field. A shape is filled, or drawn as a line of a width.
"""

import dataclasses
import math

from weblocal.model.records import record

TILE = 60
QUARTER = "M-30-30H30A60 60 0 0 1-30 30z"
SMALL_QUARTER = "M-30-30H0A30 30 0 0 1-30 0z"
HALF = "M-30 30a30 30 0 0 1 60 0z"


@dataclasses.dataclass(frozen=True, slots=True)
class Shape:
    """One path: its role, its data, and the width of the line (0 = filled)."""

    role: str
    path: str
    line: int = 0


@record
class Runs:
    """The glyphs of a set whose tiles connect. Unturned, straight and accent join north and south, elbow north and east, tee all but west.

    `end_north` closes a run that comes from the north, `end_west` one from the west (glyph and turn); `drip` goes into an
    empty tile under an end; `plain` says what a mail draws for a straight. `branches`, `crossings` and `stops` say how likely each is, in percent of the chances for it.
    """

    straight: str
    elbow: str
    tee: str
    cross: str
    accent: str
    end_north: tuple[str, int]
    end_west: tuple[str, int]
    drip: str = ""
    plain: str = "pipe"
    branches: int = 5
    crossings: int = 8
    stops: int = 4


@record
class TileSet:
    """A set: its glyphs by id, and which of them does what. A set without `runs` is laid freely.

    `ornaments` may repeat a glyph to make it likelier, and hold "" for an empty tile; `turning` ones may be turned,
    `large` ones may be doubled, `loud` ones are counted so that there are neither too many nor too few.
    `plain` says what a mail, which can draw no paths, shows for a glyph: a plain shape and its role.
    """

    name: str
    glyphs: dict[str, tuple[Shape, ...]]
    ornaments: tuple[str, ...]
    turning: frozenset[str]
    loud: tuple[str, ...]
    large: tuple[str, ...]
    runs: Runs | None = None
    plain: dict[str, tuple[str, str]] = dataclasses.field(default_factory=dict)


@dataclasses.dataclass(frozen=True, slots=True)
class Placed:
    """One glyph: its id, the centre in units, a turn in degrees, and its scale."""

    glyph: str
    x: int
    y: int
    turn: int = 0
    scale: int = 1


@record
class Artwork:
    """A laid wall: `grounds` are shaded squares (column, row, size in tiles), `placed` the glyphs on them."""

    tiles: str
    columns: int
    rows: int
    grounds: tuple[tuple[int, int, int], ...]
    placed: tuple[Placed, ...]


def disc(radius: int, x: int = 0, y: int = 0) -> str:
    """The path of a disc."""
    return f"M{x - radius} {y}a{radius} {radius} 0 0 1 {2 * radius} 0a{radius} {radius} 0 0 1-{2 * radius} 0z"


def star(points: int, outer: int, inner: int, *, x: int = 0, y: int = 0) -> str:
    """The path of a star, or of a gear's or a seal's edge, with its first point on top; rounded to whole units."""
    corners = []
    for number in range(2 * points):
        angle, radius = math.pi * number / points, inner if number % 2 else outer
        corners.append(f"{x + round(radius * math.sin(angle))} {y - round(radius * math.cos(angle))}")
    return f"M{'L'.join(corners)}z".replace(" -", "-")


def on_tile(glyph: str, column: int, row: int, *, turn: int = 0) -> Placed:
    """A glyph in the middle of one tile."""
    return Placed(glyph, column * TILE + TILE // 2, row * TILE + TILE // 2, turn)


def on_four(glyph: str, column: int, row: int, *, turn: int = 0) -> Placed:
    """A glyph at double size on the four tiles whose first is this one."""
    return Placed(glyph, (column + 1) * TILE, (row + 1) * TILE, turn, 2)
