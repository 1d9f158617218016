"""Walls without runs: no tile next to its twin, and a few at double size, so that the wall has scale."""

from weblocal.theming.tiles.chance import Chance
from weblocal.theming.tiles.shapes import TILE, Artwork, Placed, TileSet, on_four, on_tile

TRIES = 30
_NONE = ""


def wall(tile_set: TileSet, seed: str, *, columns: int, rows: int) -> Artwork:
    """The best of many walls for `seed`."""
    tries = (_laid(tile_set, Chance(f"{seed}|{number}"), columns, rows) for number in range(TRIES))
    return max(tries, key=lambda art: _worth(art, tile_set))


def strip(tile_set: TileSet, seed: str, *, length: int, upright: bool) -> Artwork:
    """One row, or one column."""
    columns, rows = (1, length) if upright else (length, 1)
    return _laid(tile_set, Chance(seed), columns, rows)


def _laid(tile_set: TileSet, chance: Chance, columns: int, rows: int) -> Artwork:
    grounds: list[tuple[int, int, int]] = []
    placed: list[Placed] = []
    taken = _large(tile_set, chance, (columns, rows), grounds=grounds, placed=placed)
    above = [_NONE] * columns
    for row in range(rows):
        before = _NONE
        for column in range(columns):
            if (column, row) in taken:
                before = above[column] = taken[column, row]
                continue
            glyph = chance.pick(tuple(each for each in tile_set.ornaments if each not in {before, above[column]}))
            before = above[column] = glyph
            if chance.says(44):
                grounds.append((column, row, 1))
            placed.append(on_tile(glyph, column, row, turn=chance.turn() if glyph in tile_set.turning else 0))
    return Artwork(tiles=tile_set.name, columns=columns, rows=rows, grounds=tuple(grounds), placed=tuple(placed))


def _large(
    tile_set: TileSet, chance: Chance, size: tuple[int, int], *, grounds: list[tuple[int, int, int]], placed: list[Placed]
) -> dict[tuple[int, int], str]:
    """Double tiles first, where they find room and do not stand beside their like; returns which tiles they take."""
    columns, rows = size
    taken: dict[tuple[int, int], str] = {}
    for number in range(columns * rows // 9 if min(columns, rows) > 1 else 0):
        column, row = chance.below(columns - 1), chance.below(rows - 1)
        glyph = tile_set.large[0] if number == 0 else chance.pick(tile_set.large)
        turn = chance.turn() if glyph in tile_set.turning else 0
        cells = [(column + x, row + y) for x in (0, 1) for y in (0, 1)]
        around = {taken.get((column + x, row + y)) for x in (-1, 0, 1, 2) for y in (-1, 0, 1, 2)}
        if glyph in around or any(cell in taken for cell in cells):
            continue
        taken.update(dict.fromkeys(cells, glyph))
        if chance.says(45):
            grounds.append((column, row, 2))
        placed.append(on_four(glyph, column, row, turn=turn))
    return taken


def _worth(art: Artwork, tile_set: TileSet) -> float:
    """An even spread, left to right and top to bottom, of what stands out; large tiles enough but not too many."""
    cells = art.columns * art.rows
    found = [each.glyph for each in art.placed]
    loud = [each for each in art.placed if each.glyph in tile_set.loud]
    large = [each for each in art.placed if each.scale == 2]
    lean = sum(each.x - art.columns * TILE / 2 for each in loud + large) / (TILE * cells)
    sink = sum(each.y - art.rows * TILE / 2 for each in loud + large) / (TILE * cells)
    most = max(found.count(glyph) for glyph in tile_set.glyphs)
    return (
        -abs(len(loud) - cells / 5)
        - abs(len(large) - cells / 12) * 2
        - abs(lean) * 8
        - abs(sink) * 8
        - max(0, most - cells / 7)
    )
