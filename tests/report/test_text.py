"""The report as text begins with what there is, and says small and open numbers in words."""

from dataclasses import replace

import pytest

from tests.factories import a_business
from tests.report.test_figures import POSTER, lead, report, visit
from weblocal.report import sentences, text


def test_without_leads_the_visits_come_first() -> None:
    assert sentences.headline(report(visits=(visit(1), visit(2)))) == "2 visits. Nobody asked beforehand."
    assert sentences.headline(report(visits=(visit(1),))) == "1 visit. Nobody asked beforehand."
    assert sentences.headline(report(leads=(lead(1),), visits=(visit(1),))) == "1 person asked. 1 came."


@pytest.mark.parametrize(("minutes", "said"), [(0, "a minute"), (1, "1 minute"), (60, "1 hour"), (75, "1 hour 15 minutes")])
def test_a_span_is_never_no_minutes(minutes: int, said: str) -> None:
    assert sentences.span(minutes) == said


def test_an_answer_at_once_is_one_within_a_minute() -> None:
    shown = text.render(report(leads=(lead(1, answered_after=0),)), business=a_business())
    assert "You usually answered within a minute." in shown


def test_a_range_without_an_upper_end_says_or_more() -> None:
    counted = report(leads=(lead(1, placement="library"),), visits=(visit(1),), placements=(POSTER,))
    shown = text.render(counted, business=replace(a_business(), placements=(POSTER,)))
    assert "£30 (£5.38 or more)" in shown
    assert "?" not in shown
