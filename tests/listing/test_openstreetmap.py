"""The map's tags, and its opening hours read back by a parser that is not ours, minute by minute."""

import datetime as dt

import opening_hours
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factories import ALWAYS, WEEKDAYS, a_business
from tests.listing.profiles import HIDDEN, SPLIT_WEEK, TODAY, special, with_hours
from weblocal.listing import openstreetmap
from weblocal.model.business import Address
from weblocal.model.hours import Hours, Span, SpecialDay


def tags_of(business: object) -> dict[str, str]:
    return dict(openstreetmap.tags(business, today=TODAY))  # type: ignore[arg-type]


def is_open(hours: Hours, at: dt.datetime) -> bool:
    """Whether the door is open on the wall clock, by the plain meaning of spans that belong to the day they begin on."""
    minute = at.hour * 60 + at.minute
    today = any(span.opens <= minute < span.closes for span in hours.spans_on(at.date()))
    before = hours.spans_on(at.date() - dt.timedelta(days=1))
    return today or any(minute + 1440 < span.closes for span in before)


def assert_same(hours: Hours, *, days: int = 14, since: dt.date = TODAY) -> None:
    words = openstreetmap.opening_hours(hours, since=since)
    read = opening_hours.OpeningHours(words)
    start = dt.datetime.combine(since + dt.timedelta(days=1), dt.time())
    for half_hour in range(days * 48):
        at = start + dt.timedelta(minutes=30 * half_hour)
        assert read.is_open(at) == is_open(hours, at), f"{words} at {at:%a %Y-%m-%d %H:%M}"


def test_the_block_says_trade_name_address_and_the_day_it_was_checked() -> None:
    block = openstreetmap.block(a_business(), today=TODAY).splitlines()
    assert block[0] == "craft=plumber"
    assert "addr:housenumber=12" in block
    assert "addr:street=Mill Lane" in block
    assert "phone=+44 1632 960123" in block
    assert block[-1] == "check_date=2026-11-22"


@pytest.mark.parametrize(
    ("street", "number", "name"),
    [
        ("Hauptstraße 12a", "12a", "Hauptstraße"),
        ("221B Baker Street", "221B", "Baker Street"),
        ("Straße des 17. Juni 135", "135", "Straße des 17. Juni"),
    ],
)
def test_the_house_number_is_found_at_either_end(street: str, number: str, name: str) -> None:
    tags = tags_of(a_business(address=Address(street=street, town="Sampleton", country="DE")))
    assert (tags["addr:housenumber"], tags["addr:street"]) == (number, name)


def test_a_street_without_a_number_is_given_whole() -> None:
    tags = tags_of(a_business(address=Address(street="The Old Mill", town="Sampleton", country="GB")))
    assert tags["addr:full"] == "The Old Mill, Sampleton"


def test_a_private_street_is_no_tag_and_the_owner_is_told_to_stay_off_the_map() -> None:
    business = a_business(address=HIDDEN)
    assert not [key for key in tags_of(business) if key.startswith("addr:")]
    assert "osm-no-place" in {finding.rule for finding in openstreetmap.findings(business, today=TODAY)}


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        (WEEKDAYS, "Mo-Fr 09:00-18:00; Sa-Su off"),
        (ALWAYS, "24/7"),
        (SPLIT_WEEK, "Mo-Tu 09:00-12:00,13:00-18:00, Th 09:00-18:00, Fr-Sa 18:00-02:00"),
    ],
)
def test_the_week_is_written_as_the_maps_readers_like_it(hours: Hours, words: str) -> None:
    assert openstreetmap.opening_hours(hours, since=TODAY) == words


def test_special_days_stand_behind_the_week_and_runs_end_with_their_month() -> None:
    words = tags_of(with_hours(special("2026-12-30", "2027-01-02")))["opening_hours"]
    assert words.endswith("; 2026 Dec 30-31 off; 2027 Jan 01-02 off")


def test_hours_longer_than_a_tag_lose_the_far_dates_and_say_so() -> None:
    days = [special(f"2027-{month:02d}-{day:02d}", "", Span(600 + day, 1200)) for month in range(1, 7) for day in (1, 9, 20)]
    business = with_hours(*days)
    assert len(tags_of(business)["opening_hours"]) <= 255
    assert "osm-long-hours" in {finding.rule for finding in openstreetmap.findings(business, today=TODAY)}


@pytest.mark.parametrize(
    "hours",
    [
        WEEKDAYS,
        ALWAYS,
        SPLIT_WEEK,
        with_hours(special("2026-11-25"), special("2026-11-29", "", Span(600, 720)), week=SPLIT_WEEK).hours,
        with_hours(special("2026-11-28", "", Span(1200, 1500)), week=SPLIT_WEEK).hours,
        with_hours(special("2026-11-26", "", Span(0, 1440))).hours,
        with_hours(special("2026-11-28", "2026-12-02", Span(540, 720), Span(840, 1000)), week=ALWAYS).hours,
    ],
)
def test_an_independent_parser_reads_the_same_hours(hours: Hours) -> None:
    assert_same(hours)


def test_closing_after_midnight_outlives_the_closed_day_that_follows() -> None:
    """Friday's night runs into a Saturday on which the door stays shut."""
    hours = with_hours(special("2026-11-28"), week=SPLIT_WEEK).hours
    assert_same(hours)


opening = st.integers(0, 46).flatmap(
    lambda start: st.integers(start + 1, start + 48).map(lambda end: Span(start * 30, end * 30))
)
a_day = st.one_of(st.just(()), opening.map(lambda span: (span,)))
weeks = st.lists(a_day, min_size=7, max_size=7).filter(any).map(tuple)
dates = st.dates(dt.date(2026, 11, 23), dt.date(2026, 12, 6))


@settings(max_examples=40, deadline=None)
@given(weeks, st.dictionaries(dates, a_day, max_size=4))
def test_any_week_with_any_special_days_is_read_the_same(
    week: tuple[tuple[Span, ...], ...], days: dict[dt.date, tuple[Span, ...]]
) -> None:
    special_days = tuple(SpecialDay(first_on=on, last_on=on, spans=spans) for on, spans in days.items())
    assert_same(Hours(week=week, special=special_days, zone="UTC"), days=15)
