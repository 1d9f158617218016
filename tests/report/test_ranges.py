"""The ranges are the exact ones."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weblocal.report import ranges


@pytest.mark.parametrize(
    ("count", "lower", "upper"),
    [(0, 0.0, 3.689), (1, 0.0253, 5.572), (2, 0.2422, 7.225), (5, 1.623, 11.668), (10, 4.795, 18.390), (50, 37.11, 65.92)],
)
def test_the_range_of_a_count_is_the_published_one(count: int, lower: float, upper: float) -> None:
    found = ranges.poisson_range(count)
    assert found[0] == pytest.approx(lower, abs=0.01)
    assert found[1] == pytest.approx(upper, abs=0.01)


@given(st.integers(min_value=0, max_value=400))
def test_the_count_itself_lies_in_its_range(count: int) -> None:
    lower, upper = ranges.poisson_range(count)
    assert lower <= count <= upper


@pytest.mark.parametrize(("values", "middle"), [((), None), ((5,), 5), ((1, 9), 5), ((3, 1, 2), 2), ((4, 1, 3, 2), 2)])
def test_the_median_is_the_middle(values: tuple[int, ...], middle: int | None) -> None:
    assert ranges.median(values) == middle
