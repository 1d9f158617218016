import datetime as dt
import itertools

from hypothesis import given
from hypothesis import strategies as st

from weblocal.model.hours import Hours, Span, SpecialDay
from weblocal.opening import listing
from weblocal.opening.listing import DayGroup, coming, grouped

DAY = (Span(540, 1080),)
LONG = (Span(540, 1200),)


def test_neighbouring_days_with_the_same_hours_are_said_once() -> None:
    hours = Hours(week=((), DAY, DAY, LONG, DAY, (), ()))
    assert grouped(hours) == (
        DayGroup(first_day=0, last_day=0, spans=()),
        DayGroup(first_day=1, last_day=2, spans=DAY),
        DayGroup(first_day=3, last_day=3, spans=LONG),
        DayGroup(first_day=4, last_day=4, spans=DAY),
        DayGroup(first_day=5, last_day=6, spans=()),
    )


def test_a_week_of_equal_days_is_one_group() -> None:
    assert grouped(Hours(week=(DAY,) * 7)) == (DayGroup(first_day=0, last_day=6, spans=DAY),)


def test_special_days_come_in_order_without_those_that_are_over_or_far_off() -> None:
    def special(first: str, last: str) -> SpecialDay:
        return SpecialDay(first_on=dt.date.fromisoformat(first), last_on=dt.date.fromisoformat(last))

    over, running = special("2026-11-01", "2026-11-02"), special("2026-11-08", "2026-11-12")
    christmas, summer = special("2026-12-25", "2026-12-28"), special("2027-08-01", "2027-08-20")
    hours = Hours(week=((),) * 7, special=(summer, christmas, over, running))
    assert coming(hours, dt.date(2026, 11, 10)) == (running, christmas)


days_of_a_fortnight = st.integers(0, 13).map(lambda number: dt.date(2026, 12, 20) + dt.timedelta(days=number))
some_spans = st.sampled_from([(), (Span(540, 720),), (Span(600, 1080),)])
special_days = st.builds(
    lambda one, other, spans: SpecialDay(first_on=min(one, other), last_on=max(one, other), spans=spans),
    days_of_a_fortnight,
    days_of_a_fortnight,
    some_spans,
)


@given(st.lists(special_days, max_size=6))
def test_settled_special_days_never_overlap_and_say_what_the_hours_say(special: list[SpecialDay]) -> None:
    hours = Hours(week=((Span(1, 2),),) * 7, special=tuple(special))
    settled = listing.settled(hours)
    for earlier, later in itertools.pairwise(settled):
        assert earlier.last_on < later.first_on
    for number in range(-2, 18):
        on = dt.date(2026, 12, 20) + dt.timedelta(days=number)
        held = [day for day in settled if day.first_on <= on <= day.last_on]
        assert len(held) == any(day.first_on <= on <= day.last_on for day in special)
        if held:
            assert held[0].spans == hours.spans_on(on)


def test_a_date_inside_a_run_makes_three_of_it_and_neighbours_stay_two() -> None:
    one = SpecialDay(first_on=dt.date(2026, 12, 26), last_on=dt.date(2026, 12, 26), spans=(Span(600, 720),))
    run = SpecialDay(first_on=dt.date(2026, 12, 25), last_on=dt.date(2026, 12, 27))
    beside = SpecialDay(first_on=dt.date(2026, 12, 28), last_on=dt.date(2026, 12, 28))
    settled = listing.settled(Hours(week=((),) * 7, special=(one, beside, run)))
    assert [(day.first_on.day, day.last_on.day) for day in settled] == [(25, 25), (26, 26), (27, 27), (28, 28)]
