"""Holidays that nobody has decided on, and decisions that are kept."""

import datetime as dt
import pathlib

import pytest

from tests.factories import WEEKDAYS, a_business
from tests.listing.profiles import special, with_hours
from weblocal.errors import ProfileInvalid
from weblocal.flows import holidays
from weblocal.flows.workspace import open_workspace

TODAY = dt.date(2026, 11, 22)
PROFILE = """\
name: Salon Ada
trade: salon
website: https://salon-ada.example
email: hello@salon-ada.example
address: {town: Köln, region: NW, country: DE}
hours:
  tuesday-saturday: 09:00-18:00   # die Woche
"""


@pytest.fixture
def folder(tmp_path: pathlib.Path) -> pathlib.Path:
    (tmp_path / "business.yaml").write_text(PROFILE, encoding="utf-8")
    return tmp_path


def test_near_holidays_without_a_word_are_a_finding() -> None:
    found = holidays.findings(a_business(), today=TODAY)
    assert [finding.rule for finding in found] == ["holiday-undecided"]
    assert "2026-12-25 (Christmas Day)" in found[0].message


def test_decided_holidays_and_far_ones_are_none() -> None:
    decided = with_hours(special("2026-12-25", "2026-12-28"), special("2027-01-01"), week=WEEKDAYS)
    assert holidays.findings(decided, today=TODAY) == ()
    assert holidays.findings(a_business(), today=dt.date(2026, 9, 1)) == ()


def test_a_business_without_hours_has_nothing_to_decide() -> None:
    assert holidays.waiting(with_hours(week=type(WEEKDAYS)(week=((),) * 7)), today=TODAY) == ()


def test_decisions_are_kept_with_the_name_of_the_day_and_asked_no_more(folder: pathlib.Path) -> None:
    with open_workspace(folder, today=TODAY) as workspace:
        business = workspace.business
    before = holidays.waiting(business, today=TODAY, year=2026)
    assert [(each.on.isoformat(), each.weekday, each.usual) for each in before] == [
        ("2026-12-25", "Friday", "09:00-18:00"),
        ("2026-12-26", "Saturday", "09:00-18:00"),
    ]
    decisions = {before[0].on: "closed", before[1].on: holidays.AS_USUAL}
    holidays.decide(folder, business, decisions, today=TODAY)
    assert (folder / "business.yaml").read_text(encoding="utf-8") == PROFILE + (
        "  2026-12-25: closed  # Erster Weihnachtstag\n  2026-12-26: 09:00-18:00  # Zweiter Weihnachtstag\n"
    )
    with open_workspace(folder, today=TODAY) as workspace:
        assert holidays.waiting(workspace.business, today=TODAY, year=2026) == ()
        assert workspace.business.hours.spans_on(before[1].on) == business.hours.week[5]


def test_what_is_no_decision_changes_nothing(folder: pathlib.Path) -> None:
    with open_workspace(folder, today=TODAY) as workspace:
        business = workspace.business
    with pytest.raises(ProfileInvalid):
        holidays.decide(folder, business, {TODAY: "closed", dt.date(2026, 12, 25): "nine to five"}, today=TODAY)
    assert (folder / "business.yaml").read_text(encoding="utf-8") == PROFILE
