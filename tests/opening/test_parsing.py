import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weblocal.model.hours import Span
from weblocal.model.problems import Unreadable
from weblocal.opening.parsing import ALL_DAY, looks_like_date, read_date, read_dates, read_spans, read_weekdays


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("09:00-17:00", (Span(540, 1020),)),
        ("9:00 - 17:30", (Span(540, 1050),)),
        ("09.00–17.00", (Span(540, 1020),)),
        ("13:00-18:00, 09:00-12:00", (Span(540, 720), Span(780, 1080))),
        ("22:00-02:00", (Span(1320, 1560),)),
        ("18:00-24:00", (Span(1080, 1440),)),
        ("00:00-24:00", (ALL_DAY,)),
        ("open all day", (ALL_DAY,)),
        ("Closed", ()),
    ],
)
def test_times_are_read_as_owners_write_them(text: str, spans: tuple[Span, ...]) -> None:
    assert read_spans(text) == spans


@pytest.mark.parametrize(
    ("text", "found", "cure"),
    [
        ("9 to 5", '"9 to 5" is not a time range.', "Write 09:00-17:00."),
        ("9-18", '"9-18" is not a time range.', "Write 09:00-18:00."),
        ("9am - 5.30pm", "is not a time range.", "Write 09:00-17:30."),
        ("10am-2pm", "is not a time range.", "Write 10:00-14:00."),
        ("9 Uhr bis 18 Uhr", "is not a time range.", "Write 09:00-18:00."),
        ("all the time", "is not a time range.", "Write 09:00-17:00."),
        ("25:00-26:00", "is not a time range.", "Write 09:00-17:00."),
        ("24:00-02:00", "is not a time range.", "Write"),
        ("09:00-09:00", "at the same time", "open all day"),
        ("09:00-12:00, 11:00-15:00", "overlap", "one ends before the next begins"),
        ("", "is not a time range.", "Write 09:00-17:00."),
    ],
)
def test_other_times_are_refused_with_what_was_probably_meant(text: str, found: str, cure: str) -> None:
    answer = read_spans(text)
    assert isinstance(answer, Unreadable)
    assert found in answer.message
    assert cure in answer.fix


@pytest.mark.parametrize(
    ("key", "days"),
    [
        ("friday", (4,)),
        ("tuesday-friday", (1, 2, 3, 4)),
        ("Mon – Fri", (0, 1, 2, 3, 4)),
        ("saturday-monday", (5, 6, 0)),
        ("monday, wednesday", (0, 2)),
        ("every day", tuple(range(7))),
    ],
)
def test_days_are_read_alone_and_in_runs(key: str, days: tuple[int, ...]) -> None:
    assert read_weekdays(key) == days


@pytest.mark.parametrize("key", ["fryday", "", "m", "monday-", "0", "weekdays"])
def test_what_is_no_day_is_refused(key: str) -> None:
    assert isinstance(read_weekdays(key), Unreadable)


def test_a_date_and_a_run_of_dates() -> None:
    assert read_dates("2026-12-24") == (dt.date(2026, 12, 24), dt.date(2026, 12, 24))
    assert read_dates("2026-12-25 to 2026-12-28") == (dt.date(2026, 12, 25), dt.date(2026, 12, 28))
    assert looks_like_date("2026-12-25 to 2026-12-28")
    assert not looks_like_date("friday")


@pytest.mark.parametrize(
    "key", ["2026-02-30", "2026-13-01", "2026-12-28 to 2026-12-25", "2026-1-1", "2026-12-25 until 2026-12-28", "٢٠٢٦-١٢-٢٥"]
)
def test_dates_that_the_calendar_does_not_have_are_refused(key: str) -> None:
    assert isinstance(read_dates(key), Unreadable)


def test_a_run_of_dates_the_wrong_way_round_is_shown_the_right_way() -> None:
    answer = read_dates("2026-12-28 to 2026-12-25")
    assert isinstance(answer, Unreadable)
    assert answer.fix == "Write 2026-12-25 to 2026-12-28."


@given(st.text(max_size=40))
def test_any_text_gets_an_answer(text: str) -> None:
    assert isinstance(read_spans(text), tuple | Unreadable)
    assert isinstance(read_weekdays(text), tuple | Unreadable)
    assert isinstance(read_dates(text), tuple | Unreadable)
    assert read_date(text) is None or isinstance(read_date(text), dt.date)


@given(st.integers(0, 1439), st.integers(1, 1440))
def test_every_span_that_is_written_out_is_read_back(opens: int, length: int) -> None:
    closes = opens + length
    end = closes if closes <= 1440 else closes - 1440
    text = f"{opens // 60:02}:{opens % 60:02}-{end // 60:02}:{end % 60:02}"
    if opens == end:
        assert isinstance(read_spans(text), Unreadable)
    else:
        assert read_spans(text) == (Span(opens, closes),)
