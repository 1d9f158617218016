"""A wall of tiles made for one business: the same name always gives the same wall, another name another one.

Two ways of laying. Connected sets (pipes, strands) run on from tile to tile and end only at the wall's edge. Free sets
(bakery, grid) put no tile next to its twin, and a few of them large, so that the wall has scale.
"""

import dataclasses
import functools
import hashlib

from weblocal.theming.glyphs import SETS, TileSet

TILE = 60
_NO_GLYPH = ""


@dataclasses.dataclass(frozen=True, slots=True)
class Placed:
    """One glyph: its id, the centre in units, a turn in degrees, and its scale."""

    glyph: str
    x: int
    y: int
    turn: int = 0
    scale: int = 1


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Artwork:
    """A laid wall: `grounds` are shaded squares (column, row, size in tiles), `placed` the glyphs on them."""

    tiles: str
    columns: int
    rows: int
    grounds: tuple[tuple[int, int, int], ...]
    placed: tuple[Placed, ...]


class Chance:
    """A row of numbers that looks like chance and is the same for the same words, on every machine and version."""

    def __init__(self, words: str) -> None:
        self._words = words.encode("utf-8")
        self._block = 0
        self._bytes = b""

    def below(self, count: int) -> int:
        """A number from 0 to `count` - 1; `count` is at most 1000."""
        if len(self._bytes) < 2:
            self._bytes = hashlib.blake2b(self._words + self._block.to_bytes(4, "big")).digest()
            self._block += 1
        number = int.from_bytes(self._bytes[:2], "big")
        self._bytes = self._bytes[2:]
        return number % count

    def says(self, percent: int) -> bool:
        """Yes, in `percent` of a hundred cases."""
        return self.below(100) < percent

    def pick(self, choices: tuple[str, ...]) -> str:
        """One of `choices`."""
        return choices[self.below(len(choices))]


@functools.lru_cache(maxsize=256)
def wall(tiles: str, name: str, *, columns: int, rows: int) -> Artwork:
    """The wall of `columns` × `rows` tiles for the business called `name`; an unknown set is laid as the plain grid."""
    tile_set = SETS.get(tiles, SETS["grid"])
    tries = [_laid(tile_set, f"{name}|{columns}x{rows}|{number}", columns, rows) for number in range(12)]
    return max(tries, key=lambda art: _score(art, tile_set))


@functools.lru_cache(maxsize=256)
def strip(tiles: str, name: str, *, length: int, upright: bool = False) -> Artwork:
    """One row, or one column, of the same set: a straight run for connected sets."""
    tile_set = SETS.get(tiles, SETS["grid"])
    columns, rows = (1, length) if upright else (length, 1)
    if not tile_set.straight:
        return _free(tile_set, Chance(f"{name}|strip{length}"), columns, rows)
    chance = Chance(f"{name}|strip{length}")
    grounds, placed, since_accent = [], [], 1
    for index in range(length):
        column, row = (0, index) if upright else (index, 0)
        if chance.says(40):
            grounds.append((column, row, 1))
        is_accent = since_accent >= 2 and chance.says(30)
        since_accent = 0 if is_accent else since_accent + 1
        glyph = tile_set.accent if is_accent else tile_set.straight
        placed.append(_at(glyph, column, row, turn=0 if upright else 90))
    return Artwork(tiles=tile_set.name, columns=columns, rows=rows, grounds=tuple(grounds), placed=tuple(placed))


def _laid(tile_set: TileSet, seed: str, columns: int, rows: int) -> Artwork:
    if tile_set.straight:
        return _connected(tile_set, Chance(seed), columns, rows)
    return _free(tile_set, Chance(seed), columns, rows)


def _connected(tile_set: TileSet, chance: Chance, columns: int, rows: int) -> Artwork:
    """Row by row: a run that comes in goes out again, two that meet are joined, so nothing ends inside the wall."""
    grounds: list[tuple[int, int, int]] = []
    placed: list[Placed] = []
    souths = [chance.says(34) for _ in range(columns)]
    for row in range(rows):
        east = chance.says(34)
        for column in range(columns):
            if chance.says(42):
                grounds.append((column, row, 1))
            north, west = souths[column], east
            east, south = _ways_on(chance, north=north, west=west)
            souths[column] = south
            found = _connected_tile(tile_set, chance, (north, east, south, west))
            if found:
                placed.append(_at(found[0], column, row, turn=found[1]))
    return Artwork(tiles=tile_set.name, columns=columns, rows=rows, grounds=tuple(grounds), placed=tuple(placed))


def _ways_on(chance: Chance, *, north: bool, west: bool) -> tuple[bool, bool]:
    """Whether the run leaves to the east, and to the south."""
    if north and west:
        return (True, True) if chance.says(8) else (False, False)
    if north or west:
        if chance.says(5):
            return True, True
        goes_east = chance.says(48)
        return goes_east, not goes_east
    begins = chance.says(26)
    return begins, begins


def _connected_tile(tile_set: TileSet, chance: Chance, ways: tuple[bool, bool, bool, bool]) -> tuple[str, int] | None:
    north, east, south, west = ways
    match sum(ways):
        case 0:
            glyph = chance.pick(tile_set.ornaments)
            return (glyph, 90 * chance.below(4) if glyph in tile_set.turning else 0) if glyph else None
        case 4:
            return tile_set.cross, 0
        case 3:
            return tile_set.tee, {west: 0, north: 90, east: 180, south: 270}[False]
        case _ if north == south:
            return (tile_set.accent if chance.says(22) else tile_set.straight), 0 if north else 90
    turns = {(True, True): 0, (True, False): 270, (False, True): 90, (False, False): 180}
    return tile_set.elbow, turns[north, east]


def _free(tile_set: TileSet, chance: Chance, columns: int, rows: int) -> Artwork:
    grounds: list[tuple[int, int, int]] = []
    placed: list[Placed] = []
    taken: set[tuple[int, int]] = set()
    for number in range(columns * rows // 9 if min(columns, rows) > 1 else 0):
        column, row = chance.below(columns - 1), chance.below(rows - 1)
        cells = {(column, row), (column + 1, row), (column, row + 1), (column + 1, row + 1)}
        if cells & taken:
            continue
        taken |= cells
        glyph = tile_set.large[0] if number == 0 else chance.pick(tile_set.large)
        if chance.says(45):
            grounds.append((column, row, 2))
        turn = 90 * chance.below(4) if glyph in tile_set.turning else 0
        placed.append(Placed(glyph, (column + 1) * TILE, (row + 1) * TILE, turn, 2))
    above = [_NO_GLYPH] * columns
    for row in range(rows):
        before = _NO_GLYPH
        for column in range(columns):
            if (column, row) in taken:
                before = above[column] = _NO_GLYPH
                continue
            glyph = chance.pick(tuple(each for each in tile_set.ornaments if each not in {before, above[column]}))
            before = above[column] = glyph
            if chance.says(44):
                grounds.append((column, row, 1))
            placed.append(_at(glyph, column, row, turn=90 * chance.below(4) if glyph in tile_set.turning else 0))
    return Artwork(tiles=tile_set.name, columns=columns, rows=rows, grounds=tuple(grounds), placed=tuple(placed))


def _at(glyph: str, column: int, row: int, *, turn: int) -> Placed:
    return Placed(glyph, column * TILE + TILE // 2, row * TILE + TILE // 2, turn)


def _score(art: Artwork, tile_set: TileSet) -> float:
    """Many runs, two or three accents, a few ornaments; for free sets, an even spread of what stands out."""
    found = [each.glyph for each in art.placed]
    cells = art.columns * art.rows
    accents = found.count(tile_set.accent)
    wanted = max(1, cells // 20)
    stands_out = sum(found.count(glyph) for glyph in tile_set.loud)
    if not tile_set.straight:
        return -abs(stands_out - cells / 7) - abs(sum(each.scale == 2 for each in art.placed) - cells / 12)
    runs = found.count(tile_set.elbow) + 0.7 * found.count(tile_set.straight)
    crowded = found.count(tile_set.cross) * 2 + max(0, found.count(tile_set.tee) - 3)
    return runs - abs(accents - wanted) * 3 - abs(stands_out - wanted) * 1.5 - crowded - abs(runs - cells * 0.6) * 0.5
