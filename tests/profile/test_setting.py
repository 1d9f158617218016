"""One field set by its dotted name, and hours in which every day stays on one line."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from weblocal.errors import NotEditable
from weblocal.opening import parsing, writing
from weblocal.profile import setting
from weblocal.reading.document import read_document
from weblocal.reading.nodes import plain

FILE = """\
name: Ada
host:
  redirects:
    /old.html: /prices/
faq:
  Open at 9.30?: "Yes"
services:
  cut: {name: Cut, price: 30}
prices:
  - {name: A, price: 3}
"""
HOURS = """\
hours:
  monday-friday: 09:00-18:00   # the week
  saturday: 10:00-14:00
  2026-12-24: 09:00-12:00      # early
  2026-12-31: closed
"""


@pytest.mark.parametrize(
    ("field", "path"),
    [
        ("name", ("name",)),
        ("services.cut.price", ("services", "cut", "price")),
        ("prices.1.name", ("prices", 1, "name")),
        ("prices[1].name", ("prices", 1, "name")),
        ("faq.Open at 9.30?", ("faq", "Open at 9.30?")),
        ('faq."And at 10.15?"', ("faq", "And at 10.15?")),
        ("host.redirects./old.html", ("host", "redirects", "/old.html")),
        ("host.redirects./new.php", ("host", "redirects", "/new.php")),
        ("services.wash.name", ("services", "wash", "name")),
    ],
)
def test_a_dotted_name_leads_where_its_owner_means(field: str, path: tuple[str | int, ...]) -> None:
    assert setting.path_of(FILE, field) == path


@pytest.mark.parametrize("field", ["", ".", "a..b", ".a", 'a."', "a[b]", "x" * 400])
def test_what_is_no_name_is_said(field: str) -> None:
    with pytest.raises(NotEditable):
        setting.set_field(FILE, field, "x")


@pytest.mark.parametrize(
    ("field", "value", "lines"),
    [
        ("hours.friday", "09:00-13:00", ["monday-thursday: 09:00-18:00   # the week", "friday: 09:00-13:00", "saturday: 10:00-14:00"]),
        ("hours.wed", "closed", ["monday-tuesday, thursday-friday: 09:00-18:00   # the week", "wednesday: closed", "saturday: 10:00-14:00"]),
        ("hours.monday-friday", "08:00-17:00", ["monday-friday: 08:00-17:00   # the week", "saturday: 10:00-14:00"]),
        ("hours.mon-fri", "08:00-17:00", ["monday-friday: 08:00-17:00   # the week", "saturday: 10:00-14:00"]),
        ("hours.saturday", "closed", ["monday-friday: 09:00-18:00   # the week", "saturday: closed"]),
        ("hours.sunday", "closed", ["monday-friday: 09:00-18:00   # the week", "saturday: 10:00-14:00", "sunday: closed"]),
        ("hours.every day", "closed", ["monday-sunday: closed   # the week"]),
        ("hours.friday-saturday", "closed", ["monday-thursday: 09:00-18:00   # the week", "friday-saturday: closed"]),
        ("hours.thursday-sunday", "closed", ["monday-wednesday: 09:00-18:00   # the week", "thursday-sunday: closed"]),
    ],
)  # fmt: skip
def test_a_day_stands_on_one_line_only_and_the_week_in_order(field: str, value: str, lines: list[str]) -> None:
    edited = setting.set_field(HOURS, field, value).splitlines()
    assert [line.strip() for line in edited[1:-2]] == lines
    assert edited[-2:] == HOURS.splitlines()[-2:]


@pytest.mark.parametrize(
    ("field", "place"),
    [("hours.2026-12-25", 4), ("hours.2026-12-01", 3), ("hours.2027-01-01", 5), ("hours.2026-12-25 to 2026-12-28", 4)],
)
def test_a_date_stands_among_the_dates_in_order(field: str, place: int) -> None:
    edited = setting.set_field(HOURS, field, "closed", remark="Christmas Day").splitlines()
    assert edited[place] == f"  {field.removeprefix('hours.')}: closed  # Christmas Day"
    assert [line for line in edited if "Christmas" not in line] == HOURS.splitlines()


def test_a_day_is_taken_out_of_its_run() -> None:
    assert "  monday-tuesday, thursday-friday: 09:00-18:00   # the week\n" in setting.unset_field(HOURS, "hours.wednesday")
    assert "saturday" not in setting.unset_field(HOURS, "hours.saturday")


def test_hours_that_were_not_there_are_begun() -> None:
    assert setting.set_field("name: Ada\n", "hours.friday", "09:00-13:00") == "name: Ada\nhours:\n  friday: 09:00-13:00\n"


def test_a_list_and_a_map_are_typed_in_brackets() -> None:
    assert 'languages: [de, "a, b"]\n' in setting.set_field(FILE, "languages", '[de, "a, b"]')
    assert 'lead: "[sic] as they say"\n' in setting.set_field(FILE, "lead", "[sic] as they say")
    assert "  wash:\n    name: Wash\n    price: 12\n" in setting.set_field(FILE, "services.wash", "{name: Wash, price: 12}")


def week_of(text: str) -> dict[int, str]:
    """What each weekday says."""
    hours = plain(read_document(text, file="f")).get("hours", {})  # type: ignore[union-attr]
    week: dict[int, str] = {}
    for line, words in hours.items():  # type: ignore[union-attr]
        days = () if parsing.looks_like_date(line) else parsing.read_weekdays(line)
        assert isinstance(days, tuple)
        assert not set(days) & set(week)
        week |= dict.fromkeys(days, words)
    return week


day_sets = st.sets(st.integers(0, 6), min_size=1).map(lambda days: tuple(sorted(days)))
steps = st.lists(st.tuples(day_sets, st.sampled_from(["closed", "09:00-12:00", "10:00-20:00", ""])), max_size=6)


@settings(max_examples=150, deadline=None)
@given(steps)
def test_however_often_days_are_set_each_says_what_was_said_last(said: list[tuple[tuple[int, ...], str]]) -> None:
    text, expected = HOURS, {**dict.fromkeys(range(5), "09:00-18:00"), 5: "10:00-14:00"}
    for days, words in said:
        field = f"hours.{writing.weekdays_text(days)}"
        if words:
            text = setting.set_field(text, field, words)
            expected |= dict.fromkeys(days, words)
        elif set(days) & set(expected):
            text = setting.unset_field(text, field)
            expected = {day: held for day, held in expected.items() if day not in days}
    assert week_of(text) == expected
    assert "  2026-12-24: 09:00-12:00      # early\n  2026-12-31: closed\n" in text


@given(st.dates(dt.date(2026, 1, 1), dt.date(2028, 1, 1)))
def test_dates_stay_in_order(on: dt.date) -> None:
    edited = setting.set_field(HOURS, f"hours.{on}", "closed")
    dates = [line.strip()[:10] for line in edited.splitlines() if parsing.looks_like_date(line)]
    assert dates == sorted(dates)
