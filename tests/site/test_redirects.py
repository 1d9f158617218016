"""Old addresses: sent on by every host, never in a circle, never to nothing, never over a page that is there."""

import dataclasses
import datetime as dt

import pytest

from tests.factories import a_business
from weblocal.model.business import Business, HostKind, HostSettings
from weblocal.model.problems import Severity
from weblocal.model.site import SiteFiles
from weblocal.site import checking, planning, redirecting, rendering
from weblocal.theming.theme import Theme

TODAY = dt.date(2026, 11, 10)


def sent_on(*redirects: tuple[str, str], kind: HostKind = HostKind.FOLDER) -> Business:
    return a_business(host=HostSettings(kind=kind, remote="origin", redirects=redirects))


def built(theme: Theme, business: Business) -> tuple[SiteFiles, set[str]]:
    """The files, and the rules about redirects that were broken."""
    plan = planning.plan(business, theme, today=TODAY)
    files = rendering.render(plan)
    found = checking.check(plan, files)
    assert all(each.severity is Severity.ERROR for each in found if each.rule in {"redirect-hides-page", "redirect-to-nothing"})
    return files, {finding.rule for finding in found if finding.rule.startswith("redirect")}


@pytest.mark.parametrize("kind", list(HostKind))
def test_an_old_address_has_its_rule_and_a_page_for_hosts_that_read_none(theme: Theme, kind: HostKind) -> None:
    redirects = (("/old-prices.html", "/contact/"), ("/team", "/about/#team"), ("/shop/", "https://shop.example/"))
    business = sent_on(*redirects[:1], *redirects[2:], kind=kind)
    files = {file.path: file.content.decode("utf-8", "replace") for file in built(theme, business)[0]}
    assert files["_redirects"].splitlines()[:2] == ["/old-prices.html /contact/ 301", "/shop/ https://shop.example/ 301"]
    assert 'content="0; url=/contact/"' in files["old-prices.html"]
    assert 'content="0; url=https://shop.example/"' in files["shop/index.html"]
    assert "noindex" in files["shop/index.html"]


def test_what_no_page_can_stand_in_for_is_left_to_the_host() -> None:
    business = sent_on(("/index.php", "/contact/"), ("/old", "/contact/"), ("/old/", "/contact/"), ("/", "/contact/"))
    assert list(redirecting.pages(business)) == [("old/index.html", "/contact/")]


def test_redirects_that_lead_somewhere_are_in_order(theme: Theme) -> None:
    business = sent_on(
        ("/a.html", "/contact/"), ("/b", "/a.html"), ("/c", "/contact/?x=1#form"), ("/d", "https://bright-pipes.example/")
    )
    assert built(theme, business)[1] == set()


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("/contact", "/privacy/", "redirect-hides-page"),
        ("/contact/index.html", "/privacy/", "redirect-hides-page"),
        ("/", "/contact/", "redirect-hides-page"),
        ("/a", "/nowhere/", "redirect-to-nothing"),
        ("/a", "https://bright-pipes.example/nowhere", "redirect-to-nothing"),
        ("/a", "https://bright-pipes.example/a/", "redirect-circle"),
        ("/a", f"https://shop.example/{'x' * 990}", "redirect-too-long"),
    ],
)
def test_a_redirect_that_does_harm_is_found(theme: Theme, old: str, new: str, rule: str) -> None:
    assert built(theme, sent_on((old, new)))[1] == {rule}


def test_more_redirects_than_hosts_read_are_pointed_out() -> None:
    business = sent_on(*((f"/old-{number}", "/contact/") for number in range(2001)))
    found = redirecting.findings(business, (), paths={"/contact/"})
    assert [finding.rule for finding in found] == ["redirects-too-many"]


def test_an_old_address_is_no_page_of_the_sitemap(theme: Theme) -> None:
    files = {file.path: file.content for file in built(theme, sent_on(("/old.html", "/contact/")))[0]}
    assert b"old.html" not in files["sitemap.xml"]


def test_a_site_without_old_addresses_has_none(theme: Theme) -> None:
    business = dataclasses.replace(a_business(), placements=())
    assert "_redirects" not in {file.path for file in built(theme, business)[0]}
