"""Time, ids and chance."""

from weblocal import clock


def test_ids_are_unique_and_sort_by_the_time_they_were_made() -> None:
    made = [clock.new_id() for _ in range(2000)]
    assert made == sorted(made)
    assert len(set(made)) == len(made)
    assert {len(each) for each in made} == {26}
