"""The report counts the ledger as it stands, and keeps its page whole."""

import datetime as dt
import pathlib

import pytest

from weblocal.flows import report, visit
from weblocal.flows.workspace import Workspace, open_workspace
from weblocal.model.services import Money

NOW = dt.datetime(2026, 11, 22, 9, 0, tzinfo=dt.UTC)
NOVEMBER = report.month_of(NOW.date())


def came(workspace: Workspace, *, days_ago: int, phone: str = "", worth: int | None = None) -> None:
    money = Money(amount_minor=worth, currency="GBP") if worth is not None else None
    described = visit.Described(occurred_at=NOW - dt.timedelta(days=days_ago), phone=phone, worth=money)
    visit.add(workspace, described, now=NOW)


@pytest.mark.parametrize(
    ("day", "last"),
    [(dt.date(2026, 11, 22), 30), (dt.date(2028, 2, 1), 29), (dt.date(2026, 12, 31), 31)],
)
def test_a_month_goes_from_its_first_day_to_its_last(day: dt.date, last: int) -> None:
    period = report.month_of(day)
    assert (period.first_on, period.last_on) == (day.replace(day=1), day.replace(day=last))


def test_every_figure_is_the_number_of_its_rows_and_the_traces_add_up(sample: pathlib.Path) -> None:
    with open_workspace(sample) as workspace:
        for days_ago, phone in ((40, "01632 960101"), (10, "01632 960101"), (9, "01632 960102"), (8, ""), (3, "01632 960102")):
            came(workspace, days_ago=days_ago, phone=phone, worth=5000)
        reported = report.report(workspace, period=NOVEMBER, now=NOW)
    for figure in reported.report.figures:
        assert int(figure.value) == len(figure.rows), figure.id
        told = report.explain(reported, figure.id, language="en-GB")
        assert told.count("\n  ") == max(1, len(figure.rows))
    assert int(reported.report.figure("visits").value) == 4
    assert int(reported.report.figure("first-times").value) == 1
    assert sum(bucket.visits for bucket in reported.report.buckets) == 4
    assert sum(bucket.worth.amount_minor for bucket in reported.report.buckets if bucket.worth) == 20_000


def test_a_visit_on_the_last_evening_of_a_month_belongs_to_it_by_the_clock_on_the_wall(sample: pathlib.Path) -> None:
    with open_workspace(sample) as workspace:
        # 23:30 on 31 May in Kelderby, when it is summer there
        described = visit.Described(occurred_at=dt.datetime(2026, 5, 31, 22, 30, tzinfo=dt.UTC), phone="01632 960101")
        visit.add(workspace, described, now=NOW)
        described = visit.Described(occurred_at=dt.datetime(2026, 5, 31, 23, 30, tzinfo=dt.UTC), phone="01632 960102")
        visit.add(workspace, described, now=NOW)
        counts = [
            report.report(workspace, period=report.month_of(dt.date(2026, month, 1)), now=NOW).report.figure("visits").value
            for month in (5, 6)
        ]
    assert counts == ["1", "1"]


def test_the_page_is_written_once_with_its_typeface_and_names_nobody(sample: pathlib.Path, tmp_path: pathlib.Path) -> None:
    with open_workspace(sample) as workspace:
        described = visit.Described(occurred_at=NOW, name="Zebulon Sample", phone="01632 960101", email="zeb@sample.example")
        visit.add(workspace, described, now=NOW)
        reported = report.report(workspace, period=NOVEMBER, now=NOW)
        written = report.write_page(workspace, reported, to=tmp_path / "out" / "page.html")
        before = written.stat().st_mtime_ns
        assert report.write_page(workspace, reported, to=written).stat().st_mtime_ns == before
    assert list((tmp_path / "out").rglob("*.woff2"))
    for told in (written.read_text(encoding="utf-8"), reported.text):
        assert "Zebulon" not in told
        assert "zeb@" not in told
        assert "960101" not in told
