"""Walls that connect, and that belong to one business."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weblocal.theming import artwork, painting, palette
from weblocal.theming.artwork import TILE, Artwork
from weblocal.theming.glyphs import SETS

CONNECTED = ["pipes", "strands"]
SIDES = {0: (0, -1), 90: (1, 0), 180: (0, 1), 270: (-1, 0)}
OPEN = {"straight": (0, 180), "accent": (0, 180), "elbow": (0, 90), "tee": (0, 90, 180), "cross": (0, 90, 180, 270)}


def open_ends(art: Artwork) -> dict[tuple[int, int], set[tuple[int, int]]]:
    tile_set = SETS[art.tiles]
    ends: dict[tuple[int, int], set[tuple[int, int]]] = {}
    for each in art.placed:
        for kind, angles in OPEN.items():
            if each.glyph == getattr(tile_set, kind):
                ends[each.x // TILE, each.y // TILE] = {SIDES[(angle + each.turn) % 360] for angle in angles}
    return ends


@pytest.mark.parametrize("tiles", CONNECTED)
@given(name=st.text(max_size=30), columns=st.integers(2, 9), rows=st.integers(2, 8))
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


@pytest.mark.parametrize("tiles", ["bakery", "grid"])
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


def test_an_unknown_set_is_laid_as_the_plain_grid() -> None:
    assert artwork.wall("trombones", "Marlow", columns=3, rows=3).tiles == "grid"
