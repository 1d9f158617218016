"""The drawn map: true bearings, names that can be read, and no map where there is nothing to draw."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser

from weblocal.theming import service_map
from weblocal.theming.service_map import Spot

BASE = Spot("Kelderby", 54.05, -1.2)
NORTH, EAST = Spot("Thwaite Green", 54.15, -1.2), Spot("Saltersby", 54.05, -1.03)
spots = st.lists(
    st.builds(
        Spot,
        name=st.text(alphabet="abcdefghij ", min_size=3, max_size=22).map(str.strip).filter(bool),
        latitude=st.floats(53.8, 54.3),
        longitude=st.floats(-1.7, -0.7),
    ),
    max_size=20,
    unique_by=lambda spot: spot.name,
).map(tuple)


def test_a_town_to_the_north_stands_above_the_base_and_one_to_the_east_on_its_right() -> None:
    drawn = service_map.lay_out(BASE, (NORTH, EAST), radius_km=19.3)
    assert drawn is not None
    north, east = drawn.dots
    assert north.y < -50
    assert abs(north.x) < 1
    assert east.x > 50
    assert abs(east.y) < 1


def test_equal_distances_are_drawn_equally_long_in_every_direction() -> None:
    drawn = service_map.lay_out(BASE, (NORTH, EAST), radius_km=19.3)
    assert drawn is not None
    lengths = [math.hypot(dot.x, dot.y) for dot in drawn.dots]
    assert lengths[0] / lengths[1] == pytest.approx(0.1 / (0.17 * math.cos(math.radians(54.05))), rel=0.01)


def test_a_town_as_far_as_the_radius_stands_on_the_ring() -> None:
    drawn = service_map.lay_out(BASE, (NORTH, EAST), radius_km=0.1 * 111.19)
    assert drawn is not None
    assert math.hypot(drawn.dots[0].x, drawn.dots[0].y) == pytest.approx(drawn.ring, rel=0.001)


@given(spots, st.one_of(st.none(), st.floats(5, 60)))
def test_no_name_covers_another_or_leaves_the_drawing_sideways(places: tuple[Spot, ...], radius: float | None) -> None:
    drawn = service_map.lay_out(BASE, places, radius_km=radius, radius_words="12 miles")
    if drawn is None:
        return
    boxes = [drawn.base.box, *(dot.label.box for dot in drawn.dots)]
    for number, box in enumerate(boxes):
        assert box.left >= -service_map.WIDTH / 2 - 1
        assert box.right <= service_map.WIDTH / 2 + 1
        assert all(box.shared(other) < 1 for other in boxes[number + 1 :])


@pytest.mark.parametrize("places", [(), (NORTH,), (BASE, NORTH), (Spot("Kelderby Mill", 54.0501, -1.2), NORTH)])
def test_fewer_than_two_towns_away_from_the_base_give_no_map(places: tuple[Spot, ...]) -> None:
    assert service_map.lay_out(BASE, places, radius_km=19.3) is None


def test_a_town_on_another_continent_does_not_crowd_the_others_into_one_point() -> None:
    drawn = service_map.lay_out(BASE, (NORTH, EAST, Spot("Typo", -54.05, 1.2)), radius_km=19.3)
    assert drawn is not None
    assert [dot.label.words for dot in drawn.dots] == ["Thwaite Green", "Saltersby"]


def test_towns_on_both_sides_of_the_date_line_are_near_each_other() -> None:
    drawn = service_map.lay_out(Spot("Base", -17.0, 179.95), (Spot("East", -17.0, -179.95), Spot("West", -17.0, 179.8)))
    assert drawn is not None
    assert drawn.dots[0].x > 0 > drawn.dots[1].x


def test_a_name_cannot_end_the_drawing() -> None:
    drawn = service_map.lay_out(BASE, (Spot("</text><script>", 54.15, -1.2), EAST))
    assert drawn is not None
    svg = service_map.as_svg(drawn, description='"><script>')
    assert "<script" not in svg
    assert svg.count("<svg") == 1


@pytest.mark.browser
@pytest.mark.parametrize(
    "name", ["Kelderby", "Llanfairpwllgwyngyllgogerychwyrndrobwll", "W" * 58, "京" * 40, "Kelderby-on-the-" * 20]
)
def test_a_base_of_any_name_stays_on_the_drawing(chromium: Browser, name: str) -> None:
    drawn = service_map.lay_out(Spot(name, BASE.latitude, BASE.longitude), (NORTH, EAST), radius_km=19.3)
    assert drawn is not None
    assert drawn.base.box.left >= -service_map.WIDTH / 2
    assert drawn.base.box.right <= service_map.WIDTH / 2
    page = chromium.new_page()
    look = ":root{--text:Arial;--display:Arial;--dw:800;--dt:-.018em}"
    page.set_content(f"<style>{look}{service_map.css()}</style>{service_map.as_svg(drawn, description='x')}")
    width = page.evaluate("document.querySelector('.map-name, .map-long').getBBox().width")
    page.close()
    assert width <= service_map.WIDTH
