"""A business with branches has an entry for every place, and each entry is that place's own."""

import dataclasses
import datetime as dt

from tests import factories
from weblocal.listing import entries, google
from weblocal.listing.headings import Column
from weblocal.model.branches import Branch
from weblocal.model.business import Address, Business
from weblocal.model.hours import Hours, Span

TODAY = dt.date(2026, 11, 22)


def with_a_branch() -> Business:
    harbour = Branch(
        id="harbour",
        name="Harbour",
        address=Address(town="Eastney", country="GB", street="2 Quay Street", postcode="SA3 4CD"),
        hours=Hours(week=((Span(opens=600, closes=960),), *((),) * 6), zone="Europe/London"),
    )
    return dataclasses.replace(factories.a_business(), branches=(harbour,))


def test_the_sheet_has_a_row_for_every_place() -> None:
    rows = google.sheet(with_a_branch(), today=TODAY).table.rows
    assert len(rows) == 3
    towns = [row[list(rows[0]).index("Locality")] for row in rows[1:]]
    assert towns[1] == "Eastney"
    assert towns[0] != "Eastney"


def test_every_place_has_a_code_and_a_page_of_its_own() -> None:
    business = with_a_branch()
    main, branch = entries.places(business)
    assert entries.store_code(main) != entries.store_code(branch)
    assert entries.of_business(branch).cells[Column.WEBSITE] == f"{business.root}/locations/harbour/"


def test_a_business_with_one_place_has_one_row() -> None:
    assert len(google.sheet(factories.a_business(), today=TODAY).table.rows) == 2
