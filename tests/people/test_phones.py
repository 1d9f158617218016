import pytest
from hypothesis import given
from hypothesis import strategies as st

from weblocal.people.phones import example, normalise


@pytest.mark.parametrize(
    ("raw", "country", "e164"),
    [
        ("01632 960123", "GB", "+441632960123"),
        ("07700 900123", "GB", "+447700900123"),
        ("+44 7700 900123", "DE", "+447700900123"),
        ("0044 (0)1632-960 123", "GB", "+441632960123"),
        ("(212) 555-0123", "US", "+12125550123"),
        ("030 / 23125 000", "DE", "+493023125000"),
        ("06 12345678", "nl", "+31612345678"),
        ("٠٧٧٠٠ ٩٠٠١٢٣", "GB", "+447700900123"),
    ],
)
def test_however_it_is_written_a_number_is_one(raw: str, country: str, e164: str) -> None:
    found = normalise(raw, country)
    assert found is not None
    assert found.e164 == e164


def test_the_owners_way_of_writing_is_kept() -> None:
    found = normalise("  01632   960123 ", "GB")
    assert found is not None
    assert found.display == "01632 960123"


@pytest.mark.parametrize(
    ("raw", "country", "shown"),
    [
        ("01632960123", "GB", "01632 960123"),
        ("+441632960123", "GB", "01632 960123"),
        ("+441632960123", "DE", "+44 1632 960123"),
        ("2125550123", "US", "(212) 555-0123"),
        ("+33199000123", "FR", "01 99 00 01 23"),
        ("(0)30/23125000", "DE", "(0)30/23125000"),
    ],
)
def test_digits_in_one_row_are_shown_in_the_groups_of_the_country(raw: str, country: str, shown: str) -> None:
    found = normalise(raw, country)
    assert found is not None
    assert found.display == shown


@pytest.mark.parametrize(
    "raw",
    ["", "ring me", "0123", "12", "01632 9601234567", "hello@salon.example", "01632 960123 ext x", "1" * 41, "++44", "\n"],
)
def test_what_cannot_be_a_number_is_none(raw: str) -> None:
    assert normalise(raw, "GB") is None


@given(st.text(max_size=30), st.sampled_from(["GB", "DE", "US", "ZZ", ""]))
def test_any_text_gets_an_answer(raw: str, country: str) -> None:
    found = normalise(raw, country)
    assert found is None or (found.e164[0] == "+" and found.e164[1:].isascii() and found.e164[1:].isdigit())


@given(st.integers(100000, 999999), st.sampled_from([" ", "-", "", ".", "/"]))
def test_signs_between_the_digits_make_no_difference(rest: int, between: str) -> None:
    one, other = normalise(f"01632{between}{rest}", "GB"), normalise(f"+441632{rest}", "FR")
    assert one is not None
    assert other is not None
    assert one.e164 == other.e164


def test_an_example_is_a_number_of_that_country() -> None:
    for country in ("GB", "DE", "US", "IL"):
        assert normalise(example(country), country) is not None
    assert example("ZZ").startswith("+")
