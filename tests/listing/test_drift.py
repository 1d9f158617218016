"""What a platform shows against the profile: only real differences, in plain words, with the side to change."""

import datetime as dt

import pytest

from tests.factories import WEEKDAYS, a_business
from tests.listing.profiles import HIDDEN, SPLIT_WEEK, TODAY, special, with_hours
from weblocal.listing import drift, google, nap, templates
from weblocal.listing.drift import Difference, Side
from weblocal.listing.headings import Column
from weblocal.model.business import Business
from weblocal.model.hours import Span


def shown_by_google(business: Business, **changes: str) -> dict[Column, str]:
    """A row of Google's export that agrees with the business, but for `changes`."""
    cells, _ = google.cells(business, today=TODAY)
    row = dict.fromkeys((Column.STATUS, Column.SPECIAL), "") | cells
    return row | {Column[name.upper()]: words for name, words in changes.items()}


def differences(business: Business, **changes: str) -> dict[str, Difference]:
    found = drift.compare(business, shown_by_google(business, **changes), today=TODAY, platform="Google")
    return {difference.field: difference for difference in found}


@pytest.mark.parametrize(
    "business",
    [a_business(), a_business(address=HIDDEN), with_hours(special("2026-12-25"), week=SPLIT_WEEK), a_business(phone=None)],
)
def test_what_we_exported_ourselves_is_in_step(business: Business) -> None:
    assert differences(business) == {}


@pytest.mark.parametrize(
    "changes",
    [
        {"name": "BRIGHT  Pipes"},
        {"phone": "01632 960123"},
        {"phone": "'+441632960123"},
        {"postcode": "sa12ab"},
        {"line_1": "12 Mill Ln."},
        {"website": "http://www.bright-pipes.example?utm_source=gbp"},
        {"monday": "9:00 AM-6:00 PM"},
        {"monday": "09:00-12:00, 12:00-18:00"},
        {"special": "2026-11-01: x"},
        {"special": "2026-12-01: 09:00-18:00"},
        {"status": "Published"},
    ],
)
def test_the_same_thing_written_otherwise_is_no_difference(changes: dict[str, str]) -> None:
    assert differences(a_business(), **changes) == {}


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": "Bright Pipes Ltd"}, "name"),
        ({"phone": "01632 960124"}, "phone"),
        ({"line_1": "13 Mill Lane"}, "address.street"),
        ({"postcode": "SA1 2AC"}, "address.postcode"),
        ({"town": "Elsewhere"}, "address.town"),
        ({"website": "https://bright-pipes.example/old"}, "website"),
        ({"monday": "09:00-17:00"}, "hours.monday"),
        ({"saturday": "09:00-17:00"}, "hours.saturday"),
        ({"special": "2026-12-24: x"}, "hours.2026-12-24"),
        ({"special": "Christmas: x"}, "hours"),
        ({"status": "Not published"}, ""),
    ],
)
def test_a_real_difference_is_found(changes: dict[str, str], field: str) -> None:
    assert list(differences(a_business(), **changes)) == [field]


def test_where_both_say_something_either_may_be_wrong_and_both_ways_are_named() -> None:
    found = differences(a_business(), phone="01632 960124")["phone"]
    assert found.side is Side.EITHER
    assert "01632 960124" in found.message
    assert "weblocal listing export google" in found.fix
    assert "weblocal set phone '01632 960124'" in found.fix


def test_what_the_platform_lacks_is_changed_there() -> None:
    assert differences(a_business(), phone="")["phone"].side is Side.PLATFORM
    found = differences(with_hours(special("2026-12-25")), special="")["hours.2026-12-25"]
    assert found.side is Side.PLATFORM
    assert "shows the usual hours" in found.message


def test_what_the_profile_lacks_is_written_there() -> None:
    found = differences(a_business(phone=None), phone="01632 960123")["phone"]
    assert found.side is Side.PROFILE
    assert found.fix == "If it is right: weblocal set phone '01632 960123'"


def test_a_special_day_that_says_what_the_week_says_needs_nothing_at_the_platform() -> None:
    business = with_hours(special("2026-12-28", "", *WEEKDAYS.week[0]))
    assert differences(business, special="") == {}


def test_a_column_that_is_not_in_the_file_is_not_judged() -> None:
    shown = {Column.STORE_CODE: "x", Column.NAME: "Bright Pipes"}
    assert drift.compare(a_business(), shown, today=TODAY, platform="Google") == ()


def test_a_private_street_is_no_difference_whatever_the_platform_holds() -> None:
    assert differences(a_business(address=HIDDEN), line_1="99 Other Road") == {}


def test_a_value_from_outside_cannot_run_in_the_owners_shell() -> None:
    found = differences(a_business(), name="Pipes'; rm -rf ~ #")["name"]
    assert """weblocal set name 'Pipes'"'"'; rm -rf ~ #'""" in found.fix


def rows(*shown: dict[Column, str]) -> templates.Template:
    headings = ("Store code", "Business name", "Primary phone", "Address line 1")
    columns = (Column.STORE_CODE, Column.NAME, Column.PHONE, Column.LINE_1)
    cells = tuple(tuple(each.get(column, "") for column in columns) for each in shown)
    return templates.recognise((headings, *cells), file="e.csv")


OURS = {Column.STORE_CODE: "bright", Column.NAME: "Bright Pipes", Column.PHONE: "+44 1632 960123"}
OTHER = {Column.STORE_CODE: "other", Column.NAME: "Other", Column.PHONE: "01632 960000"}


@pytest.mark.parametrize(
    "row", [{Column.STORE_CODE: "BRIGHT"}, {Column.NAME: "bright pipes"}, {Column.PHONE: "01632 960123", Column.LINE_1: "x"}]
)
def test_our_row_is_known_by_its_code_its_name_or_its_number(row: dict[Column, str]) -> None:
    found = templates.entry_of(rows(OTHER, row, OTHER), OURS, country="GB")
    assert found is not None
    assert found[Column.STORE_CODE] == row.get(Column.STORE_CODE, "")


def test_a_lone_row_is_ours_and_among_strangers_none_is() -> None:
    assert templates.entry_of(rows(OTHER), OURS, country="GB") is not None
    assert templates.entry_of(rows(OTHER, OTHER), OURS, country="GB") is None


def test_what_could_steer_a_terminal_is_taken_out_of_cells() -> None:
    found = templates.entry_of(rows({Column.NAME: "Bright\x1b[31m Pipes"}), OURS, country="GB")
    assert found is not None
    assert "\x1b" not in found[Column.NAME]


@pytest.mark.parametrize("address", ["", "http://[", "//", "not a site at all", "https://a:b@c.example/"])
def test_no_address_however_broken_stops_the_comparison(address: str) -> None:
    assert not nap.same_website(address, "https://bright-pipes.example")


def test_only_spans_that_begin_on_the_day_are_compared() -> None:
    late = with_hours(special("2026-12-31", "", Span(20 * 60, 26 * 60)))
    assert differences(late) == {}
    assert dt.date(2026, 12, 31).isoformat() in next(iter(differences(late, special="2026-12-31: 20:00-01:00")))
