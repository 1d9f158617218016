import datetime as dt
import zoneinfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weblocal.model.sequences import Wait, WaitUnit
from weblocal.nurture import waiting

BERLIN = "Europe/Berlin"
# zones with odd rules: half-hour summer time, a whole day skipped, the far ends of the date line, summer time in Ramadan's rhythm
ZONES = [
    BERLIN,
    "America/New_York",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Pacific/Kiritimati",
    "Africa/Casablanca",
    "Asia/Kolkata",
    "UTC",
]
INSTANTS = st.datetimes(min_value=dt.datetime(2011, 1, 1), max_value=dt.datetime(2035, 1, 1), timezones=st.just(dt.UTC))


def wall(text: str, zone: str = BERLIN) -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=zoneinfo.ZoneInfo(zone)).astimezone(dt.UTC)


def after(anchor: str, amount: int, unit: WaitUnit) -> dt.datetime:
    return waiting.after(wall(anchor), Wait(amount=amount, unit=unit), BERLIN)


@pytest.mark.parametrize(
    ("anchor", "amount", "unit", "expected"),
    [
        ("2026-11-10 10:00", 90, WaitUnit.MINUTES, "2026-11-10 11:30"),
        ("2026-11-10 10:00", 2, WaitUnit.DAYS, "2026-11-12 10:00"),
        ("2026-11-10 10:00", 3, WaitUnit.WEEKS, "2026-12-01 10:00"),
        ("2027-01-31 10:00", 1, WaitUnit.MONTHS, "2027-02-28 10:00"),
        ("2028-01-31 10:00", 1, WaitUnit.MONTHS, "2028-02-29 10:00"),
        ("2027-01-31 10:00", 2, WaitUnit.MONTHS, "2027-03-31 10:00"),
        ("2026-12-15 10:00", 14, WaitUnit.MONTHS, "2028-02-15 10:00"),
        # the clocks go forward on 28 March 2027: a day is a day on the wall, 24 hours are 24 hours
        ("2027-03-27 10:00", 1, WaitUnit.DAYS, "2027-03-28 10:00"),
        ("2027-03-27 10:00", 24, WaitUnit.HOURS, "2027-03-28 11:00"),
        # and back on 31 October 2027
        ("2027-10-30 10:00", 1, WaitUnit.DAYS, "2027-10-31 10:00"),
        ("2027-10-30 10:00", 24, WaitUnit.HOURS, "2027-10-31 09:00"),
    ],
)
def test_a_wait_ends_where_people_expect_it(anchor: str, amount: int, unit: WaitUnit, expected: str) -> None:
    assert after(anchor, amount, unit) == wall(expected)


def test_a_wall_time_that_the_clocks_skip_means_the_first_instant_after_the_gap() -> None:
    assert after("2027-03-27 02:30", 1, WaitUnit.DAYS) == wall("2027-03-28 03:00")


def test_a_wall_time_shown_twice_means_its_first_showing() -> None:
    assert after("2027-10-30 02:30", 1, WaitUnit.DAYS) == dt.datetime(2027, 10, 31, 0, 30, tzinfo=dt.UTC)


@given(INSTANTS, st.integers(0, 400), st.sampled_from(list(WaitUnit)), st.sampled_from(ZONES))
def test_a_wait_never_ends_before_it_begins(anchor: dt.datetime, amount: int, unit: WaitUnit, zone: str) -> None:
    assert waiting.after(anchor, Wait(amount=amount, unit=unit), zone) >= anchor


@given(INSTANTS, st.integers(1, 400), st.sampled_from(ZONES))
def test_a_calendar_wait_shows_the_same_time_on_the_wall_unless_the_clocks_skip_it(
    anchor: dt.datetime, days: int, zone: str
) -> None:
    there = zoneinfo.ZoneInfo(zone)
    begun, ended = (
        anchor.astimezone(there),
        waiting.after(anchor, Wait(amount=days, unit=WaitUnit.DAYS), zone).astimezone(there),
    )
    wanted = begun.replace(tzinfo=None, fold=0) + dt.timedelta(days=days)
    exists = wanted.replace(tzinfo=there).astimezone(dt.UTC).astimezone(there).replace(tzinfo=None) == wanted
    if exists:
        assert ended.replace(tzinfo=None) == wanted
    else:
        assert ended.replace(tzinfo=None) >= wanted


WAITS = st.builds(Wait, amount=st.integers(0, 50), unit=st.sampled_from(list(WaitUnit)))


@given(INSTANTS, INSTANTS, WAITS, st.sampled_from(ZONES))
def test_who_begins_later_never_ends_earlier_but_for_a_repeated_hour(
    one: dt.datetime, other: dt.datetime, wait: Wait, zone: str
) -> None:
    first, second = sorted((one, other))
    if wait.unit is WaitUnit.MONTHS:  # 31 and 30 January end on the same day of February, at their own hours
        second += dt.timedelta(days=4)
    assert waiting.after(first, wait, zone) <= waiting.after(second, wait, zone) + dt.timedelta(hours=3)
