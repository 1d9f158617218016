"""The checks find what is wrong in a site, say it in plain words, and find nothing in what we make ourselves."""

import dataclasses
import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from tests.factories import a_business, a_service, a_text, an_offer
from weblocal.model.business import Address, Business, DeskSettings
from weblocal.model.problems import Finding, Severity
from weblocal.model.site import SiteFile, SiteFiles
from weblocal.site import checking, planning, rendering
from weblocal.site.planning import SitePlan
from weblocal.theming.theme import Theme

TODAY = dt.date(2026, 11, 10)
CARDS = (SiteFile(path="business.vcf", content=b""), SiteFile(path="special-hours.ics", content=b""))


def built(theme: Theme, business: Business) -> tuple[SitePlan, SiteFiles]:
    plan = planning.plan(business, theme, today=TODAY)
    return plan, (*rendering.render(plan), *CARDS)


def changed(files: SiteFiles, path: str, change: Callable[[str], str]) -> SiteFiles:
    return tuple(
        SiteFile(path=file.path, content=change(file.content.decode()).encode()) if file.path == path else file
        for file in files
    )


def rules(findings: tuple[Finding, ...]) -> set[str]:
    return {finding.rule for finding in findings}


@pytest.fixture(scope="module")
def made(theme: Theme, whole_business: Business) -> tuple[SitePlan, SiteFiles]:
    return built(theme, whole_business)


def test_a_whole_site_of_ours_has_nothing_wrong(made: tuple[SitePlan, SiteFiles]) -> None:
    assert checking.check(*made) == ()


def test_a_link_to_nowhere_is_an_error_that_names_page_and_link(made: tuple[SitePlan, SiteFiles]) -> None:
    plan, files = made
    broken = changed(files, "index.html", lambda text: text.replace("/services/leaks/", "/services/leak/"))
    (finding,) = [finding for finding in checking.check(plan, broken) if finding.rule == "link-broken"]
    assert finding.severity is Severity.ERROR
    assert finding.page == "/"
    assert "/services/leak/" in finding.message


def test_a_link_to_a_missing_part_of_a_page_is_found(made: tuple[SitePlan, SiteFiles]) -> None:
    plan, files = made
    broken = changed(files, "index.html", lambda text: text.replace('id="prices"', 'id="costs"'))
    assert "link-broken" in rules(checking.check(plan, broken))


@pytest.mark.parametrize(
    ("before", "after", "rule"),
    [
        pytest.param("<title>", "<titel>", "title-missing", id="no title"),
        pytest.param("<h1", "<h2", "headings", id="no main heading"),
        pytest.param("</main>", '<img src="/x.jpg"></main>', "picture-words", id="a picture without words"),
        pytest.param("</main>", '<p style="color:red">x</p></main>', "policy", id="a style attribute"),
        pytest.param("</main>", '<p onclick="x()">x</p></main>', "policy", id="a handler"),
        pytest.param("</main>", '<p id="prices">x</p></main>', "id-twice", id="one name for two parts"),
        pytest.param("<style>", "<style>b{color:red}", "policy", id="a style the policy does not know"),
        pytest.param('href="tel:+441632960123"', 'href="tel:+441632960999"', "name-address-phone", id="another number"),
    ],
)
def test_what_an_owner_would_be_ashamed_of_is_found(
    made: tuple[SitePlan, SiteFiles], before: str, after: str, rule: str
) -> None:
    plan, files = made
    found = checking.check(plan, changed(files, "index.html", lambda text: text.replace(before, after, 1)))
    assert rule in rules(found)


def test_a_page_that_was_planned_and_not_made_is_an_error(made: tuple[SitePlan, SiteFiles]) -> None:
    plan, files = made
    found = checking.check(plan, tuple(file for file in files if file.path != "about/index.html"))
    assert "page-missing" in rules(found)


def test_a_hidden_street_in_the_owners_own_text_is_an_error(theme: Theme) -> None:
    hidden = Address(street="12 Mill Lane", town="Sampleton", country="GB", public=False)
    text = a_text("Come to 12 Mill Lane.", title="")
    found = checking.check(*built(theme, a_business(address=hidden, services=(a_service(page=text),))))
    assert [(finding.rule, finding.severity) for finding in found if finding.rule == "street-shown"] == [
        ("street-shown", Severity.ERROR)
    ]


def test_two_pages_with_one_title_are_told_apart_by_the_owner(theme: Theme) -> None:
    same = tuple(a_service(each, name="Repairs", price=None, page=a_text("Words.", title="")) for each in ("a", "b"))
    assert "title-twice" in rules(checking.check(*built(theme, a_business(services=same))))


def test_headings_that_skip_a_level_are_a_warning(theme: Theme) -> None:
    text = a_text("Words.\n\n## One\n\n#### Three", title="")
    found = checking.check(*built(theme, a_business(services=(a_service(page=text),))))
    assert "headings" in rules(found)


def test_a_desk_form_without_a_desk_address_is_told(theme: Theme) -> None:
    found = checking.check(*built(theme, a_business(desk=DeskSettings())))
    (finding,) = [finding for finding in found if finding.rule == "form-endpoint"]
    assert finding.severity is Severity.WARNING
    assert "desk" in finding.fix


def test_a_heavy_home_page_is_a_warning(theme: Theme, whole_business: Business) -> None:
    words = " ".join(f"{number * 7919:x}" for number in range(4000))
    found = checking.check(*built(theme, dataclasses.replace(whole_business, lead=words)))
    assert "page-heavy" in rules(found)


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        pytest.param({"tagline": ""}, "tagline-missing", id="no tagline"),
        pytest.param({"tagline": "One two three four five six seven eight."}, "tagline-long", id="a long tagline"),
        pytest.param({"lead": ""}, "lead-missing", id="no lead"),
        pytest.param({"services": (a_service(price=None),)}, "price-missing", id="no price"),
        pytest.param({"reviews": ()}, "reviews-missing", id="no reviews"),
        pytest.param({"faq": ()}, "faq-missing", id="no questions"),
        pytest.param({"offers": (an_offer(coupon=None),)}, "offer-endless", id="an offer without an end"),
    ],
)
def test_the_owner_hears_what_a_sentence_would_add(theme: Theme, changes: dict[str, Any], rule: str) -> None:
    found = [finding for finding in checking.check(*built(theme, a_business(**changes))) if finding.rule == rule]
    assert found
    assert all(finding.severity is not Severity.ERROR and finding.fix for finding in found)


def test_an_offer_that_has_ended_is_told(theme: Theme) -> None:
    plan = planning.plan(a_business(), theme, today=dt.date(2028, 1, 1))
    assert "offer-ended" in rules(checking.check(plan, (*rendering.render(plan), *CARDS)))
