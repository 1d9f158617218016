"""Walls that connect, and that belong to one business."""

import gzip
import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser

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


@pytest.mark.parametrize("tiles", sorted(SETS))
def test_no_two_of_a_hundred_names_have_the_same_wall_or_the_same_strip(tiles: str) -> None:
    names = [f"{first} {trade}" for first in "ABCDEFGHIJ" for trade in ("& Co", "& Sons", "Ltd", "Bros", "of Ely")]
    walls = {tuple(artwork.wall(tiles, name, columns=3, rows=3).placed) for name in names}
    assert len(walls) > len(names) * 0.9
    assert len({artwork.wall(tiles, name, columns=9, rows=4) for name in names}) == len(names)
    assert len({artwork.strip(tiles, name, length=16) for name in names}) == len(names)


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


@pytest.mark.parametrize("tiles", CONNECTED)
def test_a_strip_of_a_connected_set_is_one_straight_run(tiles: str) -> None:
    lying = open_ends(artwork.strip(tiles, "Marlow", length=16))
    assert list(lying) == [(column, 0) for column in range(16)]
    assert all(ways == {EAST, WEST} for ways in lying.values())
    upright = open_ends(artwork.strip(tiles, "Marlow", length=7, upright=True))
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


@pytest.mark.parametrize("tiles", sorted(SETS))
def test_fixed_colours_hold_no_class_no_token_and_nothing_but_the_palette(tiles: str) -> None:
    scheme = palette.from_brand("#0b5fa5").light
    drawn = painting.as_fixed(artwork.wall(tiles, "Marlow", columns=4, rows=4), scheme)
    assert "class=" not in drawn
    assert "var(" not in drawn
    assert set(re.findall("#[0-9a-f]{6}", drawn)) <= {scheme.on, scheme.p2, scheme.acc, scheme.p3, scheme.plate}


@pytest.mark.parametrize("tiles", sorted(SETS))
def test_a_wall_painted_either_way_is_well_formed(tiles: str) -> None:
    art = artwork.wall(tiles, "Marlow", columns=8, rows=7)
    scheme = palette.from_brand("#0b5fa5").light
    assert len(ET.fromstring(painting.as_fixed(art, scheme)).findall(".//*")) > 50
    assert len(ET.fromstring(str(painting.as_svg(art))).findall("use")) == len(art.placed)


@pytest.mark.parametrize("tiles", sorted(SETS))
@pytest.mark.parametrize("name", ["Marlow & Daughter", "Sampleton", "Haar & Co", "Q", "Löwe"])
def test_a_wall_of_a_page_is_small(tiles: str, name: str) -> None:
    art = artwork.wall(tiles, name, columns=9, rows=7)
    assert len(gzip.compress(painting.as_svg(art).encode(), 9)) < 1.15 * 1024


@pytest.mark.parametrize("tiles", sorted(SETS))
def test_the_grounds_of_a_page_are_those_of_print(tiles: str) -> None:
    art = artwork.wall(tiles, "Marlow", columns=9, rows=7)
    (path,) = (each for each in ET.fromstring(str(painting.as_svg(art))).findall("path"))
    assert (path.get("class"), path.get("stroke-width")) == ("kb", str(TILE))
    lines = [tuple(map(int, each)) for each in re.findall(r"M(\d+) (\d+)h(\d+)", path.get("d") or "")]
    stroked = [(across // TILE, y // TILE) for x, y, length in lines for across in range(x, x + length, TILE)]
    squares = [(column + x, row + y) for column, row, size in art.grounds for x in range(size) for y in range(size)]
    assert sorted(stroked) == sorted(squares)


@pytest.mark.parametrize("tiles", sorted(SETS))
def test_a_set_uses_all_its_glyphs_and_names_none_it_lacks(tiles: str) -> None:
    tile_set = SETS[tiles]
    runs = tile_set.runs
    laid = {*tile_set.ornaments, *tile_set.large} - {""}
    if runs:
        laid |= {runs.straight, runs.elbow, runs.tee, runs.cross, runs.accent, runs.end_north[0], runs.end_west[0]}
        laid |= {runs.drip} - {""}
    assert laid == set(tile_set.glyphs)
    assert laid >= {*tile_set.turning, *tile_set.loud, *tile_set.plain}
    assert {shape.role for shapes in tile_set.glyphs.values() for shape in shapes} <= set("abcde")


@pytest.mark.browser
def test_glyphs_stay_on_their_tile_but_for_the_hair_that_closes_a_joint(chromium: Browser) -> None:
    drawn = "".join(
        f'<path id="{tiles} {glyph}" d="{shape.path}"/>'
        for tiles, tile_set in SETS.items()
        for glyph, shapes in tile_set.glyphs.items()
        for shape in shapes
    )
    page = chromium.new_page()
    page.set_content(f"<svg>{drawn}</svg>")
    edges: list[tuple[str, float]] = page.evaluate("""() => [...document.querySelectorAll('path')].map((path) => {
      const box = path.getBBox()
      return [path.id, Math.max(-box.x, -box.y, box.x + box.width, box.y + box.height)]
    })""")
    page.close()
    assert len(edges) > 300
    assert [each for each in edges if each[1] > TILE / 2 + 1.01] == []


@pytest.mark.parametrize("tiles", sorted(SETS))
def test_every_wall_shows_lettering_accent_and_shade(tiles: str) -> None:
    scheme = palette.from_brand("#0b5fa5").light
    for name in ("Marlow & Daughter", "Sampleton", "Haar & Co"):
        drawn = painting.as_fixed(artwork.wall(tiles, name, columns=9, rows=4), scheme)
        assert all(colour in drawn for colour in (scheme.on, scheme.acc, scheme.p2, scheme.p3))


@pytest.mark.parametrize("tiles", sorted(SETS))
def test_a_mail_gets_one_cell_a_tile_and_something_to_see(tiles: str) -> None:
    scheme = palette.from_brand("#0b5fa5").light
    cells = painting.cells(artwork.strip(tiles, "Marlow", length=20), scheme)
    assert len(cells) == 20
    assert sum(cell.shape != "" for cell in cells) >= 10
    assert {cell.ground for cell in cells} <= {scheme.plate, scheme.p2}


def test_an_unknown_set_is_laid_as_the_plain_grid() -> None:
    assert artwork.wall("trombones", "Marlow", columns=3, rows=3).tiles == "grid"
