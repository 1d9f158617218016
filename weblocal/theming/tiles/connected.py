"""Walls of runs: routes are drawn many times over and the best kept, then dressed with joints, accents and ornaments.

A route is walked row by row. What comes in from the north or the west goes on to the east or the south, so a run ends only
at the wall's edge or where an end is set on purpose.
"""

import itertools
from collections.abc import Callable

from weblocal.theming.tiles.chance import Chance
from weblocal.theming.tiles.shapes import Artwork, Placed, Runs, TileSet, on_four, on_tile

NORTH, EAST, SOUTH, WEST = 1, 2, 4, 8
TRIES = 140
# how a tile is turned whose ways are these
_ELBOWS = {NORTH | EAST: 0, EAST | SOUTH: 90, SOUTH | WEST: 180, WEST | NORTH: 270}
_TEES = {NORTH | EAST | SOUTH: 0, EAST | SOUTH | WEST: 90, SOUTH | WEST | NORTH: 180, WEST | NORTH | EAST: 270}
_STRAIGHTS = {NORTH | SOUTH: 0, EAST | WEST: 90}

Ways = list[list[int]]
Cell = tuple[int, int]


def wall(tile_set: TileSet, runs: Runs, seed: str, *, columns: int, rows: int) -> Artwork:
    """The best of many routes for `seed`, dressed."""
    routes = [_route(Chance(f"{seed}|{number}"), runs, columns, rows) for number in range(TRIES)]
    return _dressed(tile_set, runs, max(routes, key=_worth), Chance(f"{seed}|dress"))


def strip(tile_set: TileSet, runs: Runs, seed: str, *, length: int, upright: bool) -> Artwork:
    """One straight run, with an accent here and there, never two close together."""
    chance = Chance(seed)
    grounds, placed, since_accent = [], [], 1
    for index in range(length):
        column, row = (0, index) if upright else (index, 0)
        if chance.says(40):
            grounds.append((column, row, 1))
        is_accent = since_accent >= 2 and chance.says(30)
        since_accent = 0 if is_accent else since_accent + 1
        placed.append(on_tile(runs.accent if is_accent else runs.straight, column, row, turn=0 if upright else 90))
    columns, rows = (1, length) if upright else (length, 1)
    return Artwork(tiles=tile_set.name, columns=columns, rows=rows, grounds=tuple(grounds), placed=tuple(placed))


def _route(chance: Chance, runs: Runs, columns: int, rows: int) -> Ways:
    draw = chance.drawer()
    ways: Ways = []
    souths = [draw() % 100 < 34 for _ in range(columns)]
    for _ in range(rows):
        row = []
        east = draw() % 100 < 34
        for column, north in enumerate(souths):
            west = east
            if north or west:
                east, south = _ways_on(draw, runs, north=north, west=west)
                row.append(NORTH * north | EAST * east | SOUTH * south | WEST * west)
            else:
                east = south = draw() % 100 < 30
                row.append(EAST | SOUTH if east else 0)
            souths[column] = south
        ways.append(row)
    return ways


def _ways_on(draw: Callable[[], int], runs: Runs, *, north: bool, west: bool) -> tuple[bool, bool]:
    """Whether a run that comes from the north or the west leaves to the east, and to the south."""
    drawn = draw() % 100
    if north and west:
        crosses = drawn < runs.crossings
        return crosses, crosses
    if drawn < runs.branches:
        return True, True
    if drawn < runs.branches + runs.stops:
        return False, False
    goes_on = draw() % 100 < 54
    return (goes_on, not goes_on) if west else (not goes_on, goes_on)


def _worth(ways: Ways) -> float:
    """Long runs over a good half of the wall, in every part of it; few new beginnings, rings, crossings and ends."""
    flat = [way for row in ways for way in row]
    cells = len(flat)
    rings = sum(
        1
        for upper, lower in itertools.pairwise(ways)
        for column, way in enumerate(upper[:-1])
        if way == EAST | SOUTH and lower[column + 1] == NORTH | WEST and upper[column + 1] == SOUTH | WEST
    )
    ends = sum(flat.count(way) for way in (NORTH, WEST))
    branching = sum(flat.count(way) for way in (*_TEES, 15))
    straights = sum(flat.count(way) for way in _STRAIGHTS)
    covered = cells - flat.count(0)
    bare = sum(not any(row) for row in ways) + sum(not any(column) for column in zip(*ways, strict=True))
    return (
        -abs(covered - cells * 0.70) * 0.7
        - abs(straights - cells * 0.26) * 0.6
        - flat.count(EAST | SOUTH) * 0.35
        - abs(ends - cells / 24) * 2
        - abs(branching - cells / 30)
        - rings * 3
        - bare * 3
    )


def _dressed(tile_set: TileSet, runs: Runs, ways: Ways, chance: Chance) -> Artwork:
    rows, columns = len(ways), len(ways[0])
    accents = _accents(ways, chance)
    grounds = tuple((column, row, 1) for row in range(rows) for column in range(columns) if chance.says(42))
    placed: list[Placed] = []
    empty: dict[Cell, str] = {}
    for row in range(rows):
        for column in range(columns):
            way = ways[row][column]
            if way:
                glyph, turn = _joint(runs, way, is_accent=(column, row) in accents)
                placed.append(on_tile(glyph, column, row, turn=turn))
            else:
                empty[column, row] = ""
    cells = rows * columns
    placed += _drips(runs, ways, empty)
    placed += _large(tile_set, empty, chance, most=max(1, cells // 20))
    placed += _ornaments(tile_set, empty, chance, loud_left=max(1, cells // 24))
    return Artwork(tiles=tile_set.name, columns=columns, rows=rows, grounds=grounds, placed=tuple(placed))


def _joint(runs: Runs, way: int, *, is_accent: bool) -> tuple[str, int]:
    if way in _STRAIGHTS:
        return (runs.accent if is_accent else runs.straight), _STRAIGHTS[way]
    if way in _ELBOWS:
        return runs.elbow, _ELBOWS[way]
    if way in _TEES:
        return runs.tee, _TEES[way]
    return {NORTH: runs.end_north, WEST: runs.end_west}.get(way, (runs.cross, 0))


def _accents(ways: Ways, chance: Chance) -> set[Cell]:
    """A few straight tiles, each as far from the others as can be."""
    straights = [(column, row) for row, line in enumerate(ways) for column, way in enumerate(line) if way in _STRAIGHTS]
    chosen: list[Cell] = []
    for _ in range(min(len(straights), max(1, len(ways) * len(ways[0]) // 18))):
        if not chosen:
            chosen.append(straights[chance.below(min(len(straights), 1000))])
        else:
            chosen.append(max(straights, key=lambda cell: min(_apart(cell, other) for other in chosen)))
    return set(chosen)


def _drips(runs: Runs, ways: Ways, empty: dict[Cell, str]) -> list[Placed]:
    """What falls out of ends into empty tiles below them."""
    under = [(column, row) for column, row in empty if runs.drip and row and ways[row - 1][column] in {NORTH, WEST}]
    empty.update(dict.fromkeys(under, runs.drip))
    return [on_tile(runs.drip, column, row) for column, row in under]


def _large(tile_set: TileSet, empty: dict[Cell, str], chance: Chance, *, most: int) -> list[Placed]:
    """A few glyphs at double size, each once, where four empty tiles meet; the first of the set, which says the trade, comes first."""
    placed: list[Placed] = []
    first = chance.below(len(empty)) if empty else 0
    for column, row in (*tuple(empty)[first:], *tuple(empty)[:first]):
        block = [(column, row), (column + 1, row), (column, row + 1), (column + 1, row + 1)]
        choices = tuple(each for each in tile_set.large if each not in empty.values())
        if len(placed) == most or not choices or any(empty.get(cell, "no") for cell in block):
            continue
        glyph = chance.pick(choices) if placed else choices[0]
        empty.update(dict.fromkeys(block, glyph))
        placed.append(on_four(glyph, column, row, turn=chance.turn() if glyph in tile_set.turning else 0))
    return placed


def _ornaments(tile_set: TileSet, empty: dict[Cell, str], chance: Chance, *, loud_left: int) -> list[Placed]:
    """One glyph after the other into what is left empty, none near its twin."""
    placed: list[Placed] = []
    for (column, row), taken in tuple(empty.items()):
        if taken:
            continue
        near = {empty.get((column + x, row + y), "") for x in (-1, 0, 1) for y in (-1, 0, 1)}
        fitting = tuple(each for each in tile_set.ornaments if not each or each not in near)
        glyph = chance.pick(fitting) if fitting else ""
        if glyph in tile_set.loud:
            glyph = glyph if loud_left > 0 else ""
            loud_left -= 1
        if glyph:
            empty[column, row] = glyph
            placed.append(on_tile(glyph, column, row, turn=chance.turn() if glyph in tile_set.turning else 0))
    return placed


def _apart(one: Cell, other: Cell) -> int:
    return abs(one[0] - other[0]) + abs(one[1] - other[1])
