"""Public holidays by country and region, and which of them wait for the owner's word."""

import datetime as dt

import pytest

from tests.factories import WEEKDAYS
from tests.listing.profiles import special, with_hours
from weblocal.opening import public_holidays
from weblocal.opening.public_holidays import Holiday

YEAR = {"first_on": dt.date(2026, 1, 1), "last_on": dt.date(2026, 12, 31)}
REFORMATION = dt.date(2026, 10, 31)
CORPUS_CHRISTI = dt.date(2026, 6, 4)


def dates(country: str, region: str = "", **more: str) -> set[dt.date]:
    return {holiday.on for holiday in public_holidays.between(country, region, **YEAR, **more)}


@pytest.mark.parametrize("region", ["BY", "Bayern", "bayern"])
def test_a_region_is_known_by_its_code_or_its_name(region: str) -> None:
    assert CORPUS_CHRISTI in dates("DE", region)
    assert REFORMATION not in dates("DE", region)


def test_without_a_region_the_days_of_most_of_the_country_are_meant() -> None:
    assert dt.date(2026, 4, 6) in dates("GB", "Somerset")  # Easter Monday, in all but Scotland
    assert dt.date(2026, 3, 17) not in dates("GB")  # St Patrick's, in Northern Ireland alone
    assert dt.date(2026, 12, 25) in dates("GB")


def test_names_are_those_of_the_language_of_the_business() -> None:
    names = {holiday.on: holiday.name for holiday in public_holidays.between("DE", "BY", **YEAR, language="de-DE")}
    assert names[dt.date(2026, 12, 25)] == "Erster Weihnachtstag"


def test_a_span_over_new_year_has_both_years() -> None:
    found = public_holidays.between("US", "", first_on=dt.date(2026, 12, 20), last_on=dt.date(2027, 1, 5))
    assert [holiday.on for holiday in found] == [dt.date(2026, 12, 25), dt.date(2027, 1, 1)]


def test_a_country_without_a_calendar_has_no_holidays() -> None:
    assert public_holidays.between("ZZ", "", **YEAR) == ()


CHRISTMAS = Holiday(on=dt.date(2026, 12, 25), name="Christmas Day")
A_SATURDAY = Holiday(on=dt.date(2026, 12, 26), name="Boxing Day")


def test_a_holiday_waits_for_a_word_until_a_special_day_holds_it() -> None:
    assert public_holidays.undecided(WEEKDAYS, (CHRISTMAS,)) == (CHRISTMAS,)
    closed = with_hours(special("2026-12-24", "2026-12-27")).hours
    assert public_holidays.undecided(closed, (CHRISTMAS,)) == ()
    as_usual = with_hours(special("2026-12-25", "", *WEEKDAYS.week[4])).hours
    assert public_holidays.undecided(as_usual, (CHRISTMAS,)) == ()


def test_a_day_that_is_shut_every_week_asks_nothing() -> None:
    assert public_holidays.undecided(WEEKDAYS, (A_SATURDAY,)) == ()
