"""A platform's own file, filled: its order, form and other rows stay, and what is not known is not written."""

import pytest

from tests.factories import a_business
from tests.listing.profiles import HIDDEN, TODAY
from weblocal.errors import ImportInvalid
from weblocal.listing import bing, entries, google, templates
from weblocal.listing.headings import Column
from weblocal.listing.templates import Filled, Template
from weblocal.model.business import Business

BING = ("Store Id", "Business Name", "Address Line 1", "City", "Zip Code", "Phone Number", "Hide Address", "Mystery")


def filled_bing(rows: tuple[tuple[str, ...], ...], business: Business | None = None) -> tuple[Template, Filled]:
    template = templates.recognise(rows, file="bing.csv")
    business = business or a_business()
    return template, templates.fill(template, bing.cells(business, template), business.hours.week)


def test_cells_follow_the_headings_wherever_they_stand() -> None:
    _, filled = filled_bing((tuple(reversed(BING)),))
    assert filled.cells == (
        *("", "false", "+44 1632 960123", "SA1 2AB", "Sampleton", "12 Mill Lane", "Bright Pipes"),
        entries.store_code(a_business()),
    )


def test_a_row_of_headings_below_a_preamble_is_found() -> None:
    template, filled = filled_bing((("Bulk upload",), ("Do not change the headings", ""), BING, ("Example", "Joe's")))
    assert template.heading_row == 2
    assert filled.row == 4
    assert filled.is_new


def test_the_row_that_is_this_business_already_keeps_its_other_cells() -> None:
    row = ("old-code", "BRIGHT PIPES", "1 Old Road", "", "", "", "", "kept")
    template, filled = filled_bing((BING, ("x", "Another", *[""] * 6), row))
    assert filled.row == 2
    assert not filled.is_new
    assert filled.cells[2] == "12 Mill Lane"
    assert filled.cells[-1] == "kept"
    assert templates.rows_with(template, filled)[1][1] == "Another"


def test_headings_that_mean_nothing_are_named() -> None:
    assert filled_bing((BING,))[0].unknown == ("Mystery",)


def test_a_heading_can_be_taught() -> None:
    rows = (("Store Id", "Business Name", "City", "Strasse"),)
    template = templates.recognise(rows, file="a.csv", learned={"strasse": Column.LINE_1})
    assert template.unknown == ()
    assert template.columns[-1] is Column.LINE_1


def test_a_file_without_known_headings_is_refused() -> None:
    with pytest.raises(ImportInvalid) as refused:
        templates.recognise((("a", "b"), ("1", "2")), file="a.csv")
    assert refused.value.problems[0].place.file == "a.csv"


def test_a_private_street_is_given_only_beside_a_column_that_hides_it() -> None:
    business = a_business(address=HIDDEN)
    _, with_column = filled_bing((BING,), business)
    assert "12 Mill Lane" in with_column.cells
    assert with_column.cells[BING.index("Hide Address")] == "true"
    without = tuple(heading for heading in BING if heading != "Hide Address")
    _, filled = filled_bing((without,), business)
    assert "12 Mill Lane" not in filled.cells
    assert "SA1 2AB" not in filled.cells


DAYS = ("Store Id", "Business Name", "Phone", "Monday", "Tuesday", "Sunday")


@pytest.mark.parametrize(
    ("shown", "monday"),
    [
        ("9:00 AM-5:00 PM", "9:00 AM-6:00 PM"),
        ("09:00 AM - 05:00 PM", "09:00 AM - 06:00 PM"),
        ("9:00am-5:00pm", "9:00am-6:00pm"),
        ("10:00-17:00", "09:00-18:00"),
        ("10:00 - 17:00", "09:00 - 18:00"),
    ],
)
def test_hours_follow_the_form_that_the_file_shows(shown: str, monday: str) -> None:
    _, filled = filled_bing((DAYS, ("other", "Other", "1", shown, shown, "closed")))
    assert filled.cells[3] == monday


def test_hours_are_not_written_in_a_form_that_nobody_has_shown() -> None:
    _, filled = filled_bing((DAYS,))
    assert filled.cells[3:] == ("", "", "")
    assert Column.MONDAY in filled.without_form


def test_how_a_file_says_closed_is_not_guessed() -> None:
    _, filled = filled_bing((DAYS, ("other", "Other", "1", "10:00-17:00", "", "")))
    assert filled.cells[5] == ""
    assert filled.without_form == (Column.SUNDAY,)


def test_googles_own_template_in_british_wording_is_filled_whole() -> None:
    british = ("Shop code", "Business name", "Address line 1", "Country/Region", "Postcode", "Monday hours", "Sunday hours")
    template = templates.recognise((british,), file="google.csv")
    cells, _ = google.cells(a_business(), today=TODAY)
    filled = templates.fill(template, cells, None)
    assert filled.cells[1:] == ("Bright Pipes", "12 Mill Lane", "GB", "SA1 2AB", "09:00-18:00", "x")
