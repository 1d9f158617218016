import datetime as dt
import zoneinfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from weblocal.model.hours import Hours, Span, SpecialDay
from weblocal.opening import instants
from weblocal.opening.parsing import ALL_DAY, read_spans
from weblocal.opening.state import Status, next_opening, status_at
from weblocal.opening.windows import add_open_time, next_in_window

ZONES = [
    "Europe/London",
    "America/New_York",
    "Australia/Lord_Howe",
    "Asia/Kathmandu",
    "America/Sao_Paulo",
    "Africa/Casablanca",
    "UTC",
]


def spans(text: str) -> tuple[Span, ...]:
    found = read_spans(text)
    assert isinstance(found, tuple)
    return found


def hours(*days: str, zone: str = "Europe/London", special: tuple[SpecialDay, ...] = ()) -> Hours:
    """Hours from Monday on; days not given are closed."""
    return Hours(week=tuple(spans(days[day]) if day < len(days) else () for day in range(7)), zone=zone, special=special)


def at(wall: str, zone: str = "Europe/London", fold: int = 0) -> dt.datetime:
    return dt.datetime.fromisoformat(wall).replace(tzinfo=zoneinfo.ZoneInfo(zone), fold=fold).astimezone(dt.UTC)


NINE_TO_FIVE = hours(*["09:00-17:00"] * 5)


def test_open_from_the_minute_of_opening_until_the_minute_of_closing() -> None:
    assert status_at(NINE_TO_FIVE, at("2026-11-10T09:00")) == Status(is_open=True, until_at=at("2026-11-10T17:00"))
    assert status_at(NINE_TO_FIVE, at("2026-11-10T16:59:59")).is_open
    assert status_at(NINE_TO_FIVE, at("2026-11-10T17:00")) == Status(is_open=False, opens_at=at("2026-11-11T09:00"))


def test_on_friday_evening_the_next_opening_is_monday() -> None:
    assert status_at(NINE_TO_FIVE, at("2026-11-13T18:00")).opens_at == at("2026-11-16T09:00")


def test_a_night_runs_on_past_midnight_into_a_day_that_is_closed() -> None:
    bar = hours("closed", "closed", "closed", "closed", "22:00-02:00")
    assert status_at(bar, at("2026-11-14T01:30")) == Status(is_open=True, until_at=at("2026-11-14T02:00"))
    assert not status_at(bar, at("2026-11-14T02:00")).is_open


def test_spans_that_touch_over_midnight_are_one_opening() -> None:
    bar = hours("closed", "closed", "closed", "closed", "18:00-24:00", "00:00-03:00")
    assert status_at(bar, at("2026-11-13T20:00")).until_at == at("2026-11-14T03:00")


def test_open_all_day_every_day_has_no_closing_time() -> None:
    always = hours(*["open all day"] * 7)
    assert status_at(always, at("2026-03-29T01:30")) == Status(is_open=True)


def test_a_special_day_wins_over_the_week_in_both_directions() -> None:
    closed = SpecialDay(first_on=dt.date(2026, 12, 25), last_on=dt.date(2026, 12, 28))
    sunday = SpecialDay(first_on=dt.date(2026, 11, 15), last_on=dt.date(2026, 11, 15), spans=spans("10:00-12:00"))
    special = hours(*["09:00-17:00"] * 5, special=(closed, sunday))
    assert status_at(special, at("2026-12-25T10:00")).opens_at == at("2026-12-29T09:00")
    assert status_at(special, at("2026-11-15T11:00")).is_open


def test_a_long_closed_season_still_has_a_next_opening() -> None:
    season = SpecialDay(first_on=dt.date(2026, 11, 1), last_on=dt.date(2027, 3, 31))
    assert next_opening(hours(*["09:00-17:00"] * 7, special=(season,)), at("2026-11-10T10:00")) == at("2027-04-01T09:00")


def test_without_hours_there_is_no_opening_to_come() -> None:
    assert status_at(hours(), at("2026-11-10T10:00")) == Status(is_open=False)


def test_an_opening_in_the_hour_that_is_skipped_begins_after_the_gap() -> None:
    early = hours("closed", "closed", "closed", "closed", "closed", "closed", "01:30-05:00")
    status = status_at(early, at("2026-03-29T00:30"))
    assert status.opens_at == dt.datetime(2026, 3, 29, 1, 0, tzinfo=dt.UTC)


def test_an_opening_in_the_hour_that_comes_twice_begins_at_its_first_time() -> None:
    early = hours("closed", "closed", "closed", "closed", "closed", "closed", "01:30-05:00")
    assert next_opening(early, at("2026-10-25T00:00")) == dt.datetime(2026, 10, 25, 0, 30, tzinfo=dt.UTC)


def test_a_zone_that_skips_a_whole_midnight_has_its_first_instant_after_it() -> None:
    assert instants.instant(dt.date(2018, 11, 4), 0, "America/Sao_Paulo") == dt.datetime(2018, 11, 4, 3, 0, tzinfo=dt.UTC)


def test_a_gap_of_half_an_hour_is_met_to_the_second() -> None:
    found = instants.instant(dt.date(2026, 10, 4), 2 * 60 + 10, "Australia/Lord_Howe")
    assert found == dt.datetime(2026, 10, 3, 15, 30, tzinfo=dt.UTC)


def test_the_window_is_read_on_the_readers_wall() -> None:
    window = hours(*["08:00-19:00"] * 7)
    now = dt.datetime(2026, 11, 10, 22, 0, tzinfo=dt.UTC)
    assert next_in_window(window, now, "America/Los_Angeles") == now
    assert next_in_window(window, now, "Asia/Tokyo") == dt.datetime(2026, 11, 10, 23, 0, tzinfo=dt.UTC)


def test_without_a_window_now_is_as_good_as_any_time() -> None:
    now = at("2026-11-10T03:00")
    assert next_in_window(hours(), now, "Europe/London") == now


def test_two_hours_of_opening_time_run_over_the_night_and_the_weekend() -> None:
    assert add_open_time(NINE_TO_FIVE, at("2026-11-13T16:00"), dt.timedelta(hours=2)) == at("2026-11-16T10:00")
    assert add_open_time(NINE_TO_FIVE, at("2026-11-10T10:00"), dt.timedelta(hours=2)) == at("2026-11-10T12:00")
    assert add_open_time(NINE_TO_FIVE, at("2026-11-10T15:00"), dt.timedelta(hours=2)) == at("2026-11-10T17:00")


def test_without_hours_the_clock_runs_round_the_clock() -> None:
    start = at("2026-11-13T16:00")
    assert add_open_time(hours(), start, dt.timedelta(hours=2)) == start + dt.timedelta(hours=2)


weeks = st.lists(
    st.sampled_from(
        ["closed", "09:00-17:00", "09:00-12:00, 13:00-18:00", "22:00-02:00", "00:30-02:30", "open all day", "01:15-01:45"]
    ),
    min_size=7,
    max_size=7,
)
moments = st.datetimes(dt.datetime(2025, 1, 1), dt.datetime(2028, 1, 1), timezones=st.just(dt.UTC))


@settings(max_examples=150, deadline=None)
@given(weeks, moments, st.sampled_from(ZONES))
def test_until_at_and_opens_at_are_the_edges_of_the_state(week: list[str], now: dt.datetime, zone: str) -> None:
    given_hours = hours(*week, zone=zone)
    status = status_at(given_hours, now)
    if status.is_open:
        assert status.until_at is None or (status.until_at > now and not status_at(given_hours, status.until_at).is_open)
    elif status.opens_at is not None:
        assert status.opens_at > now
        assert status_at(given_hours, status.opens_at).is_open
        assert not status_at(given_hours, status.opens_at - dt.timedelta(seconds=1)).is_open


@settings(max_examples=150, deadline=None)
@given(weeks, moments, st.sampled_from(ZONES))
def test_the_state_agrees_with_the_wall_clock_outside_the_days_of_change(week: list[str], now: dt.datetime, zone: str) -> None:
    given_hours = hours(*week, zone=zone)
    wall = now.astimezone(zoneinfo.ZoneInfo(zone))
    around = {(wall + dt.timedelta(hours=hour)).utcoffset() for hour in range(-48, 49)}
    if len(around) > 1:
        return
    minute = wall.hour * 60 + wall.minute + wall.second / 60 + wall.microsecond / 60_000_000
    today, yesterday = wall.date(), wall.date() - dt.timedelta(days=1)
    expected = any(span.opens <= minute < span.closes for span in given_hours.spans_on(today))
    expected |= any(minute + 1440 < span.closes for span in given_hours.spans_on(yesterday))
    assert status_at(given_hours, now).is_open == expected


@settings(max_examples=100, deadline=None)
@given(weeks, moments, st.sampled_from(ZONES), st.tuples(st.integers(1, 3000), st.integers(1, 3000)))
def test_open_time_adds_up(week: list[str], now: dt.datetime, zone: str, minutes: tuple[int, int]) -> None:
    first, second = minutes
    given_hours = hours(*week, zone=zone)
    if not given_hours.is_known:
        return
    at_once = add_open_time(given_hours, now, dt.timedelta(minutes=first + second))
    in_two = add_open_time(
        given_hours, add_open_time(given_hours, now, dt.timedelta(minutes=first)), dt.timedelta(minutes=second)
    )
    assert at_once == in_two
    assert at_once >= now + dt.timedelta(minutes=first + second)


@settings(max_examples=100, deadline=None)
@given(weeks, moments, st.sampled_from(ZONES))
def test_what_the_window_answers_is_inside_the_window_and_never_before_now(
    week: list[str], now: dt.datetime, zone: str
) -> None:
    window = hours(*week)
    found = next_in_window(window, now, zone)
    assert found >= now
    if window.is_known:
        assert status_at(Hours(week=window.week, zone=zone), found).is_open
        assert next_in_window(window, found, zone) == found


@settings(max_examples=200, deadline=None)
@given(
    st.dates(dt.date(2015, 1, 1), dt.date(2030, 1, 1)),
    st.integers(0, 2879),
    st.sampled_from([*ZONES, "Pacific/Apia", "Asia/Beirut"]),
)
def test_an_instant_shows_its_wall_time_or_the_first_one_after_a_gap(day: dt.date, minute: int, zone: str) -> None:
    wall = dt.datetime.combine(day, dt.time()) + dt.timedelta(minutes=minute)
    found = instants.instant(day, minute, zone)
    shown = found.astimezone(zoneinfo.ZoneInfo(zone)).replace(tzinfo=None)
    if shown != wall:
        before = (found - dt.timedelta(seconds=1)).astimezone(zoneinfo.ZoneInfo(zone)).replace(tzinfo=None)
        assert before < wall < shown
    else:
        assert (found - dt.timedelta(hours=3)).astimezone(zoneinfo.ZoneInfo(zone)).replace(tzinfo=None) < wall


def test_every_day_of_opening_is_all_day_even_when_the_clocks_change() -> None:
    always = Hours(week=((ALL_DAY,),) * 7, zone="Europe/London")
    [stretch] = instants.stretches(always, since=at("2026-03-28T12:00"), days=5)
    assert stretch.opens_at < at("2026-03-28T12:00")
    assert stretch.closes_at > at("2026-04-01T12:00")


@pytest.mark.parametrize("name", ["Nowhere/Land", "../etc/passwd"])
def test_a_zone_that_is_none_is_not_made_up(name: str) -> None:
    with pytest.raises((zoneinfo.ZoneInfoNotFoundError, ValueError)):
        instants.zone_of(name)
