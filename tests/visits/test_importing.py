import contextlib
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import NOW, a_business
from weblocal.errors import ImportInvalid
from weblocal.model.business import Address
from weblocal.model.services import Money
from weblocal.visits import cells, importing
from weblocal.visits.importing import VisitRows

HEAD = "date,time,name,phone,email,worth,what,placement\n"


def read(text: str | bytes, **business: object) -> VisitRows:
    raw = text if isinstance(text, bytes) else text.encode()
    return importing.read_rows(raw, file="visits.csv", business=a_business(**business), now=NOW)


def test_a_row_becomes_a_visit_in_normal_forms() -> None:
    (row,) = read(HEAD + "2026-11-03,14:30,Joan Muster,07700 900123,Joan@Example.com,£48.50,Boiler,counter\n").rows
    assert row.occurred_at == dt.datetime(2026, 11, 3, 14, 30, tzinfo=dt.UTC)
    assert (row.phone_e164, row.email, row.worth) == (
        "+447700900123",
        "joan@example.com",
        Money(amount_minor=4850, currency="GBP"),
    )
    assert (row.line, row.what, row.placement) == (2, "Boiler", "counter")


@pytest.mark.parametrize(
    "raw",
    [
        b"\xef\xbb\xbfDate;Customer Name;Total\r\n03.11.2026;J\xc3\xbcrgen;48,50\r\n",
        "Date;Customer Name;Total\n3/11/2026;Jürgen;48,50\n".encode("cp1252"),
        "Date\tCustomer Name\tTotal\n2026-11-03\tJürgen\t48.50\n".encode("utf-16"),
        '"Date","Customer Name","Total"\n\n"2026-11-03","Jürgen","48.50"\n'.encode(),
        "DATE,customer_name,net sales\n3.11.26,Jürgen,€48.50\n".encode(),
    ],
)
def test_a_file_is_read_however_it_was_saved(raw: bytes) -> None:
    (row,) = read(raw).rows
    assert row.name == "Jürgen"
    assert row.occurred_at.date() == dt.date(2026, 11, 3)
    assert row.worth == Money(amount_minor=4850, currency="GBP")


def test_every_bad_row_is_reported_with_its_line_and_the_good_ones_are_taken() -> None:
    read_in = read(
        HEAD
        + "yesterday,,,,,,,\n"
        + "2026-11-03,25:99,,,,,,\n"
        + "2026-11-03,,Joan,,,,,\n"
        + "2026-11-04,,,12,,,,\n"
        + "2026-11-04,,,,joan@,,,\n"
        + "2026-11-04,,,,,-5,,\n"
        + "2027-11-04,,,,,,,\n"
    )
    assert [row.line for row in read_in.rows] == [4]
    assert [(problem.place.line, problem.field) for problem in read_in.problems] == [
        (2, "date"),
        (3, "time"),
        (5, "phone"),
        (6, "email"),
        (7, "worth"),
        (8, "date"),
    ]
    assert str(read_in.problems[0]) == "visits.csv:2 date: “yesterday” is not a date. Write 2026-11-03."


def test_a_problem_shows_no_number_and_no_address() -> None:
    problems = read(HEAD + "2026-11-04,,,0770090012345678901,,,,\n2026-11-04,,,,joan@@example.com,,,\n").problems
    assert not [problem for problem in problems if "0770" in str(problem) or "joan" in str(problem)]


def test_the_same_file_read_again_has_the_same_keys() -> None:
    text = HEAD + "2026-11-03,,,,,5,Coffee,\n2026-11-03,,,,,5,Coffee,\n2026-11-03,,Joan,,,5,,\n"
    first, again = read(text).rows, read(text).rows
    assert [row.key for row in first] == [row.key for row in again]
    assert len({row.key for row in first}) == 3


def test_the_month_comes_first_where_people_write_it_so() -> None:
    american = Address(town="Springfield", country="US")
    (row,) = read("date\n11/3/2026\n", address=american).rows
    assert row.occurred_at.date() == dt.date(2026, 11, 3)


@pytest.mark.parametrize(
    "raw", [b"", b"\n\n", b"name,phone\nJoan,1\n", b"date,day\n1,2\n", b'date\n"a\x00' + b"x" * 200_000 + b'"\n']
)
def test_what_is_no_list_of_visits_is_refused_in_words(raw: bytes) -> None:
    with pytest.raises(ImportInvalid) as refused:
        read(raw)
    assert refused.value.problems[0].place.file == "visits.csv"


@pytest.mark.parametrize(
    ("text", "minor"),
    [
        ("48", 4800),
        ("£48.50", 4850),
        ("48,50 €", 4850),
        ("1.234,50", 123450),
        ("1,234.50", 123450),
        ("1'234", 123400),
        ("$0.9", 90),
        ("12.", 1200),
    ],
)
def test_money_is_read_as_people_write_it(text: str, minor: int) -> None:
    assert cells.money(text, currency="GBP") == Money(amount_minor=minor, currency="GBP")


@pytest.mark.parametrize(
    ("text", "minute"),
    [
        ("14:30", 870),
        ("14.30", 870),
        ("2:30 pm", 870),
        ("9am", 540),
        ("12:05 AM", 5),
        ("21:50:48", 1310),
        ("24:00", None),
        ("noon", None),
        ("9", None),
        ("13pm", None),
    ],
)
def test_times_are_read_as_people_write_them(text: str, minute: int | None) -> None:
    assert cells.minute(text) == minute


@given(st.binary(max_size=300))
def test_any_bytes_are_rows_or_problems_or_refused_in_words(raw: bytes) -> None:
    with contextlib.suppress(ImportInvalid):
        found = read(b"date,time,name,phone,email,worth\n" + raw)
        assert all(row.occurred_at <= NOW for row in found.rows)
        assert all(problem.place.line > 1 and problem.fix for problem in found.problems)


@pytest.mark.parametrize(("currency", "minor"), [("JPY", 4800), ("EUR", 480000), ("KWD", 4800000)])
def test_an_amount_is_kept_in_the_currencys_own_smallest_unit(currency: str, minor: int) -> None:
    assert cells.money("4800", currency=currency) == Money(amount_minor=minor, currency=currency)
