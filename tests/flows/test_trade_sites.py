"""The ten lines of every trade build a site that looks intended: whole, light, without a hole, with every mail composed."""

import gzip
import pathlib
import re

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.factories import NOW, a_contact, a_message
from tests.profile.trades import NAMES, TODAY, ten_lines
from weblocal.flows import build
from weblocal.flows.build import Rendered
from weblocal.flows.workspace import Workspace, open_workspace
from weblocal.model.problems import Severity
from weblocal.model.sequences import SendStep
from weblocal.nurture import compose
from weblocal.theming.tiles import sets

FIRST_ROUND_TRIP = 14_000
# what every starter site is told, because only the owner can mend it
EXPECTED = {"form-endpoint", "mail-button", "legal-duty"}
# a sheet of paper, a voice and a name: the profile an owner writes who has neither a shop, nor hours, nor a number
BAREST = {"hours:\n  monday-friday: 08:00-17:30\n": "", "phone: 01632 960141\n": "", "street: 12 Mill Lane, ": ""}


def opened(folder: pathlib.Path, profile: str) -> Workspace:
    (folder / "business.yaml").write_text(profile, encoding="utf-8")
    return open_workspace(folder, today=TODAY)


def rendered(folder: pathlib.Path, profile: str) -> Rendered:
    with opened(folder, profile) as workspace:
        return build.render(workspace, today=TODAY)


def barest(trade: str) -> str:
    profile = ten_lines(trade)
    for line, nothing in BAREST.items():
        assert line in profile
        profile = profile.replace(line, nothing)
    return profile


def home_of(site: Rendered) -> bytes:
    return next(file.content for file in site.files if file.path == "index.html")


@pytest.mark.parametrize("trade", NAMES)
def test_ten_lines_of_every_trade_make_a_whole_site(trade: str, tmp_path: pathlib.Path) -> None:
    site = rendered(tmp_path, ten_lines(trade))
    assert site.errors == ()
    told = {finding.rule for finding in site.findings if finding.severity is Severity.WARNING}
    assert told <= EXPECTED
    assert len(gzip.compress(home_of(site))) < FIRST_ROUND_TRIP
    page = LexborHTMLParser(home_of(site).decode())
    sections = {section.attributes["id"]: section.text().strip() for section in page.css("section, nav[id]")}
    assert {"services", "where", "faq", "form"} <= sections.keys()
    assert all(len(words) > 60 for words in sections.values())
    assert [tag.html for tag in page.css("main ul, main ol, main dl, main h1, main h2, main p") if not tag.text().strip()] == []
    page.strip_tags(["script"])  # which stands where what it marks has been read
    assert not re.search(r"\{\w+\}|\{\{|None\b", page.css_first("main").text())


@pytest.mark.parametrize("trade", NAMES)
def test_a_trade_without_hours_number_or_street_has_no_hole_where_they_were(trade: str, tmp_path: pathlib.Path) -> None:
    site = rendered(tmp_path, barest(trade))
    assert site.errors == ()
    page = LexborHTMLParser(home_of(site).decode())
    assert [section.attributes["id"] for section in page.css("section") if len(section.text().strip()) <= 60] == []
    assert page.css("a[href^='tel:']") == []
    assert page.css("form, a[href^='mailto:']")


@pytest.mark.parametrize("trade", NAMES)
def test_every_mail_of_every_trade_composes(trade: str, tmp_path: pathlib.Path) -> None:
    with opened(tmp_path, ten_lines(trade)) as workspace:
        business, theme = workspace.business, workspace.theme
    for sequence in business.sequences:
        for step in (step for step in sequence.steps if isinstance(step, SendStep)):
            mail = compose.compose(
                a_message(sequence_id=sequence.id, step_id=step.id, purpose=sequence.purpose),
                step=step,
                business=business,
                theme=theme,
                contact=a_contact(name=""),
                unsubscribe_url="https://desk.bright.example/u/abc",
                coupon_code="",
                now=NOW,
            )
            assert 5 < len(mail.subject) <= 60
            assert "Hello there," in mail.text
            assert "Netherby" in mail.text
            assert not re.search(r"\{\w+\}|\{\{|\[\[", mail.text + mail.subject)


@pytest.mark.parametrize("trade", NAMES)
def test_every_trade_has_artwork_and_a_theme_that_are_there(trade: str, tmp_path: pathlib.Path) -> None:
    with opened(tmp_path, ten_lines(trade)) as workspace:
        assert workspace.business.trade.tiles in sets.SETS
        assert workspace.theme.name.lower() == workspace.business.brand.theme
