"""Google's sheet: its columns in its order, its forms of hours, and nothing that was seen in no real file."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import ALWAYS, a_business
from tests.listing.profiles import HIDDEN, SPLIT_WEEK, TODAY, special, with_hours
from weblocal.listing import google, google_hours, headings
from weblocal.listing.headings import GOOGLE, Column
from weblocal.model.business import Address, Business, Phone
from weblocal.model.hours import Span
from weblocal.reading import tables

CHRISTMAS_EVE = special("2026-12-24", "", Span(9 * 60, 13 * 60))
CHRISTMAS = special("2026-12-25", "2026-12-26")


def row_of(business: Business) -> dict[str, str]:
    headings_row, cells = google.sheet(business, today=TODAY).table.rows
    return dict(zip(headings_row, cells, strict=True))


def rules(business: Business) -> set[str]:
    return {finding.rule for finding in google.sheet(business, today=TODAY).findings}


def test_the_row_says_who_where_and_how_to_ring() -> None:
    row = row_of(a_business())
    assert row["Business name"] == "Bright Pipes"
    assert row["Address line 1"] == "12 Mill Lane"
    assert row["Country / Region"] == "GB"
    assert row["Primary phone"] == "+44 1632 960123"
    assert row["Primary category"] == "Plumber"
    assert row["Store code"] == a_business().slug


def test_columns_stand_in_googles_order_and_none_is_empty() -> None:
    table = google.sheet(with_hours(CHRISTMAS), today=TODAY).table
    order = [words for _, words in GOOGLE]
    assert list(table.rows[0]) == [words for words in order if words in table.rows[0]]
    assert all(table.rows[1])


def test_hours_are_spans_joined_by_a_comma_and_closed_is_x() -> None:
    row = row_of(with_hours(week=SPLIT_WEEK))
    assert row["Monday hours"] == "09:00-12:00, 13:00-18:00"
    assert row["Wednesday hours"] == "x"
    assert row["Friday hours"] == "18:00-02:00"


def test_special_days_stand_in_one_cell_date_by_date() -> None:
    row = row_of(with_hours(CHRISTMAS, CHRISTMAS_EVE))
    assert row["Special hours"] == "2026-12-24: 09:00-13:00, 2026-12-25: x, 2026-12-26: x"


def test_a_single_date_wins_over_the_run_around_it() -> None:
    row = row_of(with_hours(special("2026-12-26", "", Span(600, 720)), special("2026-12-25", "2026-12-27")))
    assert row["Special hours"] == "2026-12-25: x, 2026-12-26: 10:00-12:00, 2026-12-27: x"


def test_days_that_are_over_are_not_sent() -> None:
    assert "Special hours" not in row_of(with_hours(special("2026-11-21")))


def test_open_round_the_clock_is_left_out_and_said() -> None:
    business = a_business(hours=ALWAYS)
    assert not [heading for heading in row_of(business) if heading.endswith(" hours")]
    assert "google-all-day" in rules(business)


def test_a_private_street_is_in_no_cell() -> None:
    business = a_business(address=HIDDEN)
    row = row_of(business)
    assert "Address line 1" not in row
    assert not {"Postal code", "Latitude"} & set(row)
    assert "Mill Lane" not in tables.written(google.sheet(business, today=TODAY).table).decode()
    assert "listing-private-street" in rules(business)


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"name": "Bright Pipes www.bright.example"}, "listing-name"),
        ({"name": "Bright Pipes 01632 960123"}, "listing-name"),
        ({"phone": None}, "listing-phone"),
        ({"address": Address(town="Sampleton", country="GB")}, "listing-street"),
        ({"lead": "Long words. " * 100}, "listing-description"),
    ],
)
def test_what_google_would_refuse_is_said(changes: dict[str, object], rule: str) -> None:
    assert rule in rules(a_business(**changes))


def test_a_week_away_is_a_closing_and_not_special_hours() -> None:
    assert "listing-long-closing" in rules(with_hours(special("2026-12-20", "2026-12-27")))
    assert "listing-long-closing" not in rules(with_hours(special("2026-12-20", "2026-12-25")))


def test_two_times_on_a_date_repeat_the_date_and_are_pointed_out() -> None:
    business = with_hours(special("2026-12-24", "", Span(540, 720), Span(840, 1080)))
    assert row_of(business)["Special hours"] == "2026-12-24: 09:00-12:00, 2026-12-24: 14:00-18:00"
    assert "google-two-spans" in rules(business)


def test_a_long_description_ends_with_a_sentence_within_the_limit() -> None:
    words = row_of(a_business(lead="One whole sentence. " * 60))["From the business"]
    assert len(words) <= 750
    assert words.endswith("sentence.")


spans = st.lists(st.tuples(st.integers(0, 1439), st.integers(1, 1439)), max_size=3).map(
    lambda pairs: tuple(
        Span(opens, opens + length) for opens, length in sorted(dict(pairs).items()) if opens + length <= 1440 + 240
    )
)


@given(spans)
def test_what_a_day_cell_says_is_read_back(several: tuple[Span, ...]) -> None:
    assert google_hours.read_day(google_hours.day_cell(several)) == several


@given(st.dictionaries(st.dates(dt.date(2026, 1, 1), dt.date(2030, 1, 1)), spans, max_size=8))
def test_what_the_special_cell_says_is_read_back(days: dict[dt.date, tuple[Span, ...]]) -> None:
    dated = tuple(sorted(days.items()))
    assert google_hours.read_special(google_hours.special_cell(dated)) == dated


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        ("9:00 AM-5:00 PM", (Span(540, 1020),)),
        ("9:00AM-12:00PM, 1:00PM-6:00PM", (Span(540, 720), Span(780, 1080))),
        ("12:00AM-12:00AM", (Span(0, 1440),)),
        ("X", ()),
        ("", None),
        ("by appointment", None),
        ("25:00-26:00", None),
    ],
)
def test_other_forms_of_a_day_are_read_too(cell: str, read: tuple[Span, ...] | None) -> None:
    assert google_hours.read_day(cell) == read


def test_special_hours_in_am_and_pm_are_read() -> None:
    read = google_hours.read_special("2026-12-24: 9:00 AM-1:00 PM, 2026-12-25: x")
    assert read == ((dt.date(2026, 12, 24), (Span(540, 780),)), (dt.date(2026, 12, 25), ()))
    assert google_hours.read_special("24/12/2026: x") is None


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("Store code", Column.STORE_CODE),
        ("Shop code", Column.STORE_CODE),
        ("\ufeffStore code ", Column.STORE_CODE),
        ("Country/Region", Column.COUNTRY),
        ("Country / Region", Column.COUNTRY),
        ("Postcode", Column.POSTCODE),
        ("ZipCode", Column.POSTCODE),
        ("Hide Address", Column.HIDE_ADDRESS),
        ("Amenities: Wi-Fi (wi_fi)", None),
    ],
)
def test_headings_are_matched_by_their_words(heading: str, column: Column | None) -> None:
    assert headings.column_of(heading) is column


HOSTILE = ("=HYPERLINK(1)", "+cmd|' /C calc'!A0", "-2+3", "@SUM(1)", "\t=1", "\r=1", "＝1", " =1", "%00=1", "|calc")


@pytest.mark.parametrize("name", HOSTILE)
def test_no_cell_becomes_a_formula(name: str) -> None:
    row = row_of(a_business(name=name, lead=name))
    assert row["Business name"].startswith("'")
    assert row["From the business"].startswith("'")


@given(st.text(max_size=30))
def test_a_guarded_cell_begins_like_no_formula_unless_it_is_a_number(words: str) -> None:
    cell = tables.guarded(words)
    assert not cell.lstrip().startswith(tuple("=+-@＝＋－＠")) or cell.strip("+-").replace(" ", "").replace(".", "").isdigit()


def test_a_number_with_a_plus_stays_a_number() -> None:
    assert tables.guarded("+44 1632 960417") == "+44 1632 960417"
    assert tables.guarded("-1.200000") == "-1.200000"
    assert tables.guarded("+44 1632|calc") == "'+44 1632|calc"


def test_a_second_number_goes_into_its_own_column() -> None:
    row = row_of(a_business(whatsapp=Phone(e164="+447700900417", display="07700 900417")))
    assert row["Additional phones"] == "+44 7700 900417"
