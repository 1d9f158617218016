import datetime as dt

from weblocal.model.hours import Hours, Span, SpecialDay
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
