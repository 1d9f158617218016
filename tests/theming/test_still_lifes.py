"""Still lifes: every trade has things that stand, a house keeps to its own, and the same name gives the same picture."""

import gzip
import re
from xml.etree import ElementTree as ET

import pytest

from weblocal.model.site import ArtworkKind
from weblocal.theming import drawings
from weblocal.theming.still_lifes import laying, painting, sets

TRADES = [*sorted(sets.SETS), "any other"]
NAMES = ("Wren & Daughter", "Salon Muster", "Ö", "مقهى النخلة", "A very long name for so small a house")


@pytest.mark.parametrize("tiles", TRADES)
def test_a_set_names_only_things_there_are_and_enough_of_them(tiles: str) -> None:
    things = sets.named(tiles)
    assert set(things.all_names) <= set(sets.THINGS)
    assert len(things.tall) >= 2
    assert len(things.middle) >= 2
    assert len(things.low) >= 2
    assert len(things.tools) >= 6
    assert not any(sets.THINGS[name].hangs for name in (*things.tall, *things.middle, *things.low)), "scissors do not stand"


@pytest.mark.parametrize("name", sorted(sets.THINGS))
def test_a_thing_fits_into_the_size_it_states_and_stands_on_its_foot(name: str) -> None:
    thing = sets.THINGS[name]
    assert thing.shapes
    for shape in thing.shapes:
        assert shape.role in "abcdefk"
        assert (shape.role == "k") <= (shape.line > 0)
        assert re.fullmatch(r"[MmLlHhVvCcSsQqTtAaZz0-9 .\-]+", shape.path)
    if thing.in_front_of:
        assert sets.THINGS[thing.in_front_of].height > thing.height


@pytest.mark.parametrize("tiles", TRADES)
@pytest.mark.parametrize("name", NAMES)
def test_nothing_stands_twice_on_one_table_and_all_of_it_stands_on_the_table(tiles: str, name: str) -> None:
    life = laying.lay(laying.household(tiles, name), name, width=300, height=440)
    things = [each.thing for each in life.standing]
    assert len(things) == len(set(things)) == 4
    for each in life.standing:
        assert 0 < each.x < life.width
        assert life.floor < each.y < life.height


@pytest.mark.parametrize("tiles", TRADES)
def test_two_houses_of_one_trade_are_told_apart(tiles: str) -> None:
    drawn = {drawings.of(ArtworkKind.STILL_LIFE, tiles, name).hero for name in NAMES}
    assert len(drawn) == len(NAMES)
    assert drawings.of(ArtworkKind.STILL_LIFE, tiles, NAMES[0]) == drawings.of(ArtworkKind.STILL_LIFE, tiles, NAMES[0])


@pytest.mark.parametrize("tiles", TRADES)
def test_whatever_is_used_on_a_page_is_defined_once_by_its_window(tiles: str) -> None:
    drawn = drawings.of(ArtworkKind.STILL_LIFE, tiles, "Wren & Daughter")
    rest = drawn.closing + drawn.scene + "".join(drawn.things)
    for window in (drawn.hero, drawn.small, drawn.column):
        ids = re.findall(r'id="([\w-]+)"', window)
        assert len(ids) == len(set(ids))
        assert set(re.findall(r'href="#([\w-]+)"', window + rest)) <= set(ids)
    assert "id=" not in rest
    for part in (drawn.hero, drawn.small, drawn.column, drawn.closing, drawn.scene, *drawn.things):
        ET.fromstring(part)


@pytest.mark.parametrize("tiles", TRADES)
def test_all_artwork_of_a_page_is_small(tiles: str) -> None:
    drawn = drawings.of(ArtworkKind.STILL_LIFE, tiles, "Wren & Daughter")
    whole = drawn.hero + drawn.closing + drawn.scene + "".join(drawn.things)
    assert len(gzip.compress(whole.encode(), 9)) < 2300


def test_every_colour_of_the_drawings_comes_from_tokens() -> None:
    assert not re.search(r"#[0-9a-f]{3,6}\b(?<!#0000)", painting.css())
    assert 'fill="' not in painting.definitions(sets.THINGS)
