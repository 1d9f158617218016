"""A business with several places: a page for each, a finder of all, structured data that keeps them apart."""

import dataclasses
import datetime as dt
import json
import re

import pytest

from weblocal.model.branches import Branch
from weblocal.model.business import Address, Business, Phone
from weblocal.model.hours import Hours, Span
from weblocal.model.site import PageKind
from weblocal.site import planning, rendering
from weblocal.theming.theme import Theme

TODAY = dt.date(2026, 11, 10)
HARBOUR = Branch(
    id="harbour",
    name="Harbour",
    address=Address(town="Sampleton", country="GB", street="2 Quay Street", postcode="SA3 4CD"),
    hours=Hours(week=((), (), (Span(opens=600, closes=960),), (), (), (), ()), zone="Europe/London"),
    phone=Phone(e164="+441632960555", display="01632 960555"),
)


@pytest.fixture
def site(theme: Theme, whole_business: Business) -> dict[str, str]:
    plan = planning.plan(dataclasses.replace(whole_business, branches=(HARBOUR,)), theme, today=TODAY)
    assert {PageKind.BRANCHES, PageKind.BRANCH} <= {page.kind for page in plan.pages}
    return {file.path: file.content.decode("utf-8", "replace") for file in rendering.render(plan)}


def graph(page: str) -> list[dict[str, object]]:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert found
    nodes = json.loads(found[1])["@graph"]
    assert isinstance(nodes, list)
    return nodes


def test_a_branch_has_a_page_with_its_own_address_number_and_hours(site: dict[str, str]) -> None:
    page = site["locations/harbour/index.html"]
    main = page[page.index("<main") : page.index("</main>")]
    assert "2 Quay Street" in main
    assert "10:00" in main


def test_the_finder_names_every_place_and_leads_to_its_page(site: dict[str, str]) -> None:
    finder = site["locations/index.html"]
    assert 'href="/locations/harbour/"' in finder
    assert "01632 960555" in finder
    assert finder.count("<h3>") >= 2


def test_in_structured_data_each_place_is_a_business_of_its_own_that_belongs_to_the_whole(site: dict[str, str]) -> None:
    by_id = {node["@id"]: node for node in graph(site["locations/harbour/index.html"]) if "@id" in node}
    whole = next(each for each in by_id if str(each).endswith("/#business"))
    branch = by_id[str(whole).replace("/#business", "/locations/harbour/#business")]
    assert branch["parentOrganization"] == {"@id": whole}
    assert branch["telephone"] == "+441632960555"
    assert branch["name"] != by_id[whole]["name"]


def test_a_business_with_one_place_has_no_finder(theme: Theme, whole_business: Business) -> None:
    kinds = {page.kind for page in planning.plan(whole_business, theme, today=TODAY).pages}
    assert not kinds & {PageKind.BRANCHES, PageKind.BRANCH}
