"""Walls that connect, and that belong to one business."""

import gzip
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from weblocal.theming import artwork, painting, palette
from weblocal.theming.tiles.sets import SETS
from weblocal.theming.tiles.shapes import TILE, Artwork

CONNECTED = sorted(name for name, tile_set in SETS.items() if tile_set.runs)
FREE = sorted(set(SETS) - set(CONNECTED))
NORTH, EAST, SOUTH, WEST = (0, -1), (1, 0), (0, 1), (-1, 0)
SIDES = {0: NORTH, 90: EAST, 180: SOUTH, 270: WEST}
OPEN = {"straight": (0, 180), "accent": (0, 180), "elbow": (0, 90), "tee": (0, 90, 180), "cross": (0, 90, 180, 270)}
Cell = tuple[int, int]


def open_ends(art: Artwork) -> dict[Cell, set[Cell]]:
    """Which sides of each tile a run leaves by, read off the placed glyphs alone."""
    runs = SETS[art.tiles].runs
    assert runs
    ends: dict[Cell, set[Cell]] = {}
    for each in art.placed:
        cell = each.x // TILE, each.y // TILE
        if (each.glyph, each.turn) == runs.end_west:
            ends[cell] = {WEST}
        elif (each.glyph, each.turn) == runs.end_north:
            ends[cell] = {NORTH}
        for kind, angles in OPEN.items():
            if each.glyph == getattr(runs, kind):
                ends[cell] = {SIDES[(angle + each.turn) % 360] for angle in angles}
    return ends


@pytest.mark.parametrize("tiles", CONNECTED)
@settings(max_examples=60)
@given(name=st.text(max_size=30), columns=st.integers(1, 10), rows=st.integers(1, 8))
def test_every_run_goes_on_in_the_next_tile_or_leaves_the_wall(tiles: str, name: str, columns: int, rows: int) -> None:
    art = artwork.wall(tiles, name, columns=columns, rows=rows)
    ends = open_ends(art)
    for (column, row), ways in ends.items():
        for across, down in ways:
            beside = column + across, row + down
            if 0 <= beside[0] < columns and 0 <= beside[1] < rows:
                assert (-across, -down) in ends.get(beside, set())


@pytest.mark.parametrize("tiles", sorted(SETS))
def test_the_same_name_gives_the_same_wall_and_another_name_another(tiles: str) -> None:
    one = artwork.wall.__wrapped__(tiles, "Marlow", columns=8, rows=7)
    assert one == artwork.wall.__wrapped__(tiles, "Marlow", columns=8, rows=7)
    assert one != artwork.wall.__wrapped__(tiles, "Harlow", columns=8, rows=7)


@pytest.mark.parametrize("tiles", CONNECTED)
def test_runs_cover_about_half_of_the_wall_or_more(tiles: str) -> None:
    for name in ("Marlow & Daughter", "Sampleton", "Haar & Co", "X"):
        art = artwork.wall(tiles, name, columns=10, rows=7)
        assert 35 <= len(open_ends(art)) <= 60


@pytest.mark.parametrize("tiles", CONNECTED)
def test_ornaments_fill_only_tiles_that_no_run_crosses(tiles: str) -> None:
    art = artwork.wall(tiles, "Marlow", columns=10, rows=7)
    taken: list[Cell] = []
    for each in art.placed:
        column, row = (each.x - TILE * each.scale // 2) // TILE, (each.y - TILE * each.scale // 2) // TILE
        taken += [(column + x, row + y) for x in range(each.scale) for y in range(each.scale)]
    assert len(taken) == len(set(taken))
    assert all(0 <= column < 10 and 0 <= row < 7 for column, row in taken)


def test_a_strip_of_pipe_is_one_straight_run() -> None:
    lying = open_ends(artwork.strip("pipes", "Marlow", length=16))
    assert list(lying) == [(column, 0) for column in range(16)]
    assert all(ways == {EAST, WEST} for ways in lying.values())
    upright = open_ends(artwork.strip("pipes", "Marlow", length=7, upright=True))
    assert list(upright) == [(0, row) for row in range(7)]
    assert all(ways == {NORTH, SOUTH} for ways in upright.values())


@pytest.mark.parametrize("name", ["", "\ud800", "👩‍🔧 Löffler", "x" * 5000])
def test_any_name_has_a_wall(name: str) -> None:
    assert artwork.wall("pipes", name, columns=6, rows=3).placed


@pytest.mark.parametrize("tiles", FREE)
def test_no_small_tile_of_a_free_set_stands_beside_its_twin(tiles: str) -> None:
    art = artwork.wall(tiles, "Café", columns=8, rows=7)
    small = {(each.x // TILE, each.y // TILE): each.glyph for each in art.placed if each.scale == 1}
    for (column, row), glyph in small.items():
        assert small.get((column + 1, row)) != glyph
        assert small.get((column, row + 1)) != glyph


@pytest.mark.parametrize("tiles", sorted(SETS))
def test_a_page_that_draws_wall_and_strip_defines_each_glyph_once(tiles: str) -> None:
    wall = artwork.wall(tiles, "Marlow", columns=8, rows=7)
    strip = artwork.strip(tiles, "Marlow", length=16)
    page = painting.as_svg(wall) + painting.as_svg(strip, known=painting.glyph_ids(wall))
    for glyph in painting.glyph_ids(wall) + painting.glyph_ids(strip):
        assert page.count(f'id="{glyph}"') == 1


def test_fixed_colours_hold_no_class_and_no_token() -> None:
    drawn = painting.as_fixed(artwork.wall("pipes", "Marlow", columns=4, rows=4), palette.from_brand("#0b5fa5").light)
    assert "class=" not in drawn
    assert "var(" not in drawn


@pytest.mark.parametrize("tiles", sorted(SETS))
def test_a_wall_painted_either_way_is_well_formed(tiles: str) -> None:
    art = artwork.wall(tiles, "Marlow", columns=8, rows=7)
    scheme = palette.from_brand("#0b5fa5").light
    assert len(ET.fromstring(painting.as_fixed(art, scheme)).findall(".//*")) > 50
    assert len(ET.fromstring(str(painting.as_svg(art))).findall("use")) == len(art.placed)


@pytest.mark.parametrize("tiles", sorted(SETS))
def test_a_wall_of_a_page_is_small(tiles: str) -> None:
    art = artwork.wall(tiles, "Marlow & Daughter", columns=10, rows=7)
    assert len(gzip.compress(painting.as_svg(art).encode(), 9)) < 1400


@pytest.mark.parametrize("tiles", sorted(SETS))
def test_a_mail_gets_one_cell_a_tile_and_something_to_see(tiles: str) -> None:
    scheme = palette.from_brand("#0b5fa5").light
    cells = painting.cells(artwork.strip(tiles, "Marlow", length=20), scheme)
    assert len(cells) == 20
    assert sum(cell.shape != "" for cell in cells) >= 10
    assert {cell.ground for cell in cells} <= {scheme.plate, scheme.p2}


def test_an_unknown_set_is_laid_as_the_plain_grid() -> None:
    assert artwork.wall("trombones", "Marlow", columns=3, rows=3).tiles == "grid"
