"""A report counts what the book holds, says what it cannot know, and shows the rows behind every figure."""

import datetime as dt
from dataclasses import replace

import pytest

from tests.factories import NOW, a_business, a_lead
from weblocal.model.leads import Lead, LeadOutcome
from weblocal.model.placements import PieceKind, Placement, Target, TargetKind
from weblocal.model.report import Book, LeadMark, Period, Report, Trace
from weblocal.model.services import Money
from weblocal.model.visits import Scan, Visit, VisitSource, VisitState
from weblocal.report import figures

NOVEMBER = Period(first_on=dt.date(2026, 11, 1), last_on=dt.date(2026, 11, 30))
POSTER = Placement(
    id="library",
    name="Poster in the library",
    code="k7",
    piece=PieceKind.POSTER_A3,
    target=Target(kind=TargetKind.HOME),
    cost=Money(amount_minor=3000, currency="GBP"),
    from_on=dt.date(2026, 11, 1),
)


def lead(number: int, *, days: int = 0, placement: str = "", page: str = "/", answered_after: int | None = 30) -> Lead:
    at = NOW + dt.timedelta(days=days)
    return replace(
        a_lead(),
        id=f"lead-{number}",
        contact_id=f"contact-{number}",
        received_at=at,
        placement=placement,
        page=page,
        outcome=LeadOutcome.BOOKED if answered_after is not None else None,
        answered_at=at + dt.timedelta(minutes=answered_after) if answered_after is not None else None,
    )


def visit(
    number: int, *, days: float = 1, state: VisitState = VisitState.CONFIRMED, worth: int | None = None, **more: object
) -> Visit:
    at = NOW + dt.timedelta(days=days)
    fresh = Visit(
        id=f"visit-{number}-{days}",
        contact_id=f"contact-{number}",
        state=state,
        source=VisitSource.STAFF if state is VisitState.CONFIRMED else VisitSource.CHECK_IN,
        occurred_at=at,
        received_at=at,
        key=f"key-{number}-{days}",
        matched_by="number",
        worth=Money(amount_minor=worth, currency="GBP") if worth is not None else None,
    )
    return replace(fresh, **more)  # type: ignore[arg-type]


def report(
    *,
    leads: tuple[Lead, ...] = (),
    visits: tuple[Visit, ...] = (),
    scans: tuple[Scan, ...] = (),
    placements: tuple[Placement, ...] = (),
) -> Report:
    business = replace(a_business(), placements=placements)
    book = Book(leads=leads, visits=visits, scans=scans, redemptions=())
    return figures.count(
        book, business=business, period=NOVEMBER, counted_at=NOW + dt.timedelta(days=20), page_names={"/": "Home"}
    )


def test_a_lead_who_came_afterwards_is_counted_as_came_and_as_a_first_time() -> None:
    counted = report(leads=(lead(1), lead(2)), visits=(visit(1),))
    assert counted.figure("leads").value == "2"
    assert counted.figure("came").value == "1"
    assert counted.figure("first-times").value == "1"
    assert counted.wall == (LeadMark.FIRST_TIME, LeadMark.NOT_YET)


def test_a_second_visit_is_a_return_and_never_a_first_time() -> None:
    counted = report(leads=(lead(1),), visits=(visit(1, days=-40), visit(1, days=1)))
    assert counted.figure("first-times").value == "0"
    assert counted.figure("returns").value == "1"
    assert counted.wall == (LeadMark.CAME_BACK,)


def test_a_visit_that_was_taken_back_counts_nowhere() -> None:
    counted = report(leads=(lead(1),), visits=(visit(1, taken_back=True),))
    assert counted.figure("visits").value == "0"
    assert counted.figure("came").value == "0"


def test_every_figure_has_exactly_as_many_rows_as_it_says() -> None:
    counted = report(leads=tuple(lead(n) for n in range(5)), visits=(visit(1), visit(2), visit(9), visit(1, days=3)))
    for figure in counted.figures:
        assert len(figure.rows) == int(figure.value), figure.id


def test_the_three_buckets_stay_apart_and_add_up_to_every_visit() -> None:
    counted = report(
        leads=(lead(1),),
        visits=(visit(1, worth=9500), visit(2, state=VisitState.SELF_REPORTED, placement="library"), visit(3, worth=4000)),
        placements=(POSTER,),
    )
    found = {bucket.trace: bucket.visits for bucket in counted.buckets}
    assert found == {Trace.MATCHED: 1, Trace.SAID_SO: 1, Trace.UNKNOWN: 1}
    worth = {bucket.trace: bucket.worth.amount_minor if bucket.worth else None for bucket in counted.buckets}
    assert worth == {Trace.MATCHED: 9500, Trace.SAID_SO: None, Trace.UNKNOWN: 4000}


def test_a_self_reported_visit_makes_nobody_a_customer() -> None:
    counted = report(
        leads=(lead(1, placement="library"),), visits=(visit(1, state=VisitState.SELF_REPORTED),), placements=(POSTER,)
    )
    assert counted.figure("came").value == "0"
    assert counted.sources[0].first_times == 0


def test_a_poster_is_told_with_its_scans_leads_new_people_and_what_each_cost() -> None:
    counted = report(
        leads=(lead(1, placement="library"), lead(2, placement="library")),
        visits=(visit(1, worth=9500), visit(2, worth=500)),
        scans=(Scan(placement="library", occurred_at=NOW),) * 7,
        placements=(POSTER,),
    )
    line = counted.sources[0]
    assert (line.name, line.scans, line.leads, line.visits, line.first_times) == ("Poster in the library", 7, 2, 2, 2)
    assert line.worth == Money(amount_minor=10000, currency="GBP")
    assert line.each_new is not None
    assert line.each_new.each == Money(amount_minor=1500, currency="GBP")
    assert line.each_new.least.amount_minor < 1500
    assert line.each_new.most is not None
    assert line.each_new.most.amount_minor > 1500


def test_a_poster_that_brought_nobody_has_no_cost_each_rather_than_nought() -> None:
    assert report(placements=(POSTER,)).sources[0].each_new is None


def test_the_range_of_one_single_customer_is_open_to_the_right() -> None:
    counted = report(leads=(lead(1, placement="library"),), visits=(visit(1),), placements=(POSTER,))
    assert counted.sources[0].each_new is not None
    assert counted.sources[0].each_new.most is None


def test_the_cost_of_a_poster_is_shared_over_the_days_it_has_hung() -> None:
    since_october = replace(POSTER, from_on=dt.date(2026, 10, 2))
    counted = report(placements=(since_october,))
    assert counted.sources[0].cost == Money(amount_minor=1500, currency="GBP")


def test_answers_are_counted_in_opening_hours() -> None:
    asked_at_night = replace(
        lead(1), received_at=NOW.replace(hour=2), answered_at=NOW.replace(hour=9, minute=20), outcome=LeadOutcome.BOOKED
    )
    assert report(leads=(asked_at_night,)).median_minutes == 20


def test_somebody_who_waits_is_the_one_thing_to_do() -> None:
    counted = report(leads=(lead(1), lead(2, answered_after=None)))
    assert counted.advice.lead_id == "lead-2"
    assert "has had no answer" in counted.advice.why


@pytest.mark.parametrize("name", ["Poster in the library", "The poster in the library"])
def test_a_poster_that_costs_and_brought_nobody_for_two_months_is_the_thing_to_do(name: str) -> None:
    old = replace(POSTER, name=name, from_on=dt.date(2026, 8, 1))
    advice = report(leads=(lead(1, days=-60, answered_after=1),), placements=(old,)).advice
    assert advice.do == "Think again about the poster in the library."
    assert advice.why == "It has hung for two months and brought nobody."


@pytest.mark.parametrize("begun", [-39, 0])
def test_a_book_that_began_lately_does_not_speak_of_the_months_before_it(begun: int) -> None:
    old = replace(POSTER, from_on=dt.date(2026, 8, 1))
    assert report(leads=(lead(1, days=begun, answered_after=1),), placements=(old,)).advice.do == "Nothing. Carry on."
    assert report(placements=(old,)).advice.do == "Nothing. Carry on."


def test_rows_of_an_old_till_do_not_make_the_book_any_older() -> None:
    old = replace(POSTER, from_on=dt.date(2026, 8, 1))
    imported = visit(1, days=-90, received_at=NOW)
    assert report(visits=(imported,), placements=(old,)).advice.do == "Nothing. Carry on."


def test_a_poster_that_brought_somebody_in_an_earlier_month_brought_somebody() -> None:
    old = replace(POSTER, from_on=dt.date(2026, 8, 1))
    earlier = lead(1, days=-60, placement="library", answered_after=1)
    assert report(leads=(earlier,), placements=(old,)).advice.do == "Nothing. Carry on."


def test_when_nothing_is_to_do_it_says_so() -> None:
    assert report(leads=(lead(1, answered_after=1),)).advice.do == "Nothing. Carry on."


@pytest.mark.parametrize("count", [0, 1, 2])
def test_a_sparse_month_is_still_a_report(count: int) -> None:
    counted = report(leads=tuple(lead(n) for n in range(count)))
    assert counted.figure("leads").value == str(count)
    assert len(counted.wall) == count
