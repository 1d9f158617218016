"""Counted rows to a Report: every figure with its denominator, how it was counted, and the rows behind it."""

import datetime as dt
import zoneinfo

from weblocal.model.business import Business
from weblocal.model.leads import Lead
from weblocal.model.report import (
    Book,
    Bucket,
    CountedRow,
    Figure,
    LeadMark,
    MonthBar,
    Period,
    Report,
    Trace,
    TracedVisit,
)
from weblocal.model.visits import VisitState
from weblocal.report import advice, answering, ranges, sources, tracing
from weblocal.report.advice import Silence

MONTHS_SHOWN = 6
# id, the words after the number, how it was counted
FIGURES = (
    ("leads", "asked", "Every enquiry that was let in, by form, counted on the day it was sent."),
    ("came", "of {leads} came", "Enquiries whose sender has a confirmed visit after asking, up to the day of counting."),
    (
        "visits",
        "visits",
        "Confirmed visits: a tap by staff, a redeemed coupon, a row of an imported file. Taken back ones do not count.",
    ),
    (
        "first-times",
        "first-time customers",
        "Confirmed visits of people with no confirmed visit before, as far back as the book goes.",
    ),
    ("returns", "had been before", "Confirmed visits of people who have an earlier confirmed visit."),
)


def count(book: Book, *, business: Business, period: Period, counted_at: dt.datetime, page_names: dict[str, str]) -> Report:
    """The report on `period`, from a `book` that reaches back to the first day and up to `counted_at`."""
    zone = zoneinfo.ZoneInfo(business.zone)
    every_visit = tracing.trace(book)
    visits = tuple(traced for traced in every_visit if period.holds(tracing.day_of(traced.visit.occurred_at, zone)))
    confirmed = tuple(traced for traced in visits if traced.visit.state is VisitState.CONFIRMED)
    leads = tuple(lead for lead in book.leads if period.holds(tracing.day_of(lead.received_at, zone)))
    answers = answering.answer_dots(leads, every_visit, hours=business.hours)
    names = {**page_names, **{placement.id: placement.name for placement in business.placements}}
    lines = sources.lines(book, visits, business=business, period=period, page_names=page_names)
    promises = [int(form.answer_within.total_seconds() // 60) for form in business.forms if form.answer_within]
    return Report(
        period=period,
        counted_at=counted_at,
        figures=_figures(leads, confirmed, every_visit, business=business, names=names),
        wall=tuple(_mark(lead, every_visit) for lead in sorted(leads, key=lambda lead: lead.received_at)),
        buckets=_buckets(visits),
        answers=answers,
        promise_minutes=min(promises, default=None),
        median_minutes=ranges.median(tuple(dot.minutes for dot in answers if dot.minutes is not None)),
        sources=lines,
        months=_months(every_visit, period=period, zone=zone),
        sequences=book.sequences,
        advice=advice.choose(
            business=business,
            leads=leads,
            answers=answers,
            sources=lines,
            silence=_silence(book, every_visit, until=min(period.last_on, tracing.day_of(counted_at, zone)), zone=zone),
        ),
    )


def _silence(book: Book, visits: tuple[TracedVisit, ...], *, until: dt.date, zone: dt.tzinfo) -> Silence:
    """How far back the book can speak of nobody having come: it knows nothing of the days before its first row."""
    written_at = (
        *(lead.received_at for lead in book.leads),
        *(traced.visit.received_at for traced in visits),
        *(scan.occurred_at for scan in book.scans),
    )
    brought = {tracing.source_of(lead) for lead in book.leads} | {traced.source for traced in visits}
    return Silence(
        first_on=tracing.day_of(min(written_at), zone) if written_at else until, last_on=until, brought=frozenset(brought)
    )


def _figures(
    leads: tuple[Lead, ...],
    confirmed: tuple[TracedVisit, ...],
    every_visit: tuple[TracedVisit, ...],
    *,
    business: Business,
    names: dict[str, str],
) -> tuple[Figure, ...]:
    zone = zoneinfo.ZoneInfo(business.zone)
    came = tuple(lead for lead in leads if tracing.visit_after(lead, every_visit))
    first_times = tuple(traced for traced in confirmed if traced.is_first)
    returns = tuple(traced for traced in confirmed if traced.visit.contact_id and not traced.is_first)
    lead_rows = {"leads": leads, "came": came}
    visit_rows = {"visits": confirmed, "first-times": first_times, "returns": returns}
    rows = {
        **{name: tuple(_lead_row(lead, zone, names) for lead in found) for name, found in lead_rows.items()},
        **{name: tuple(_visit_row(traced, zone, names) for traced in found) for name, found in visit_rows.items()},
    }
    return tuple(
        Figure(id=name, value=str(len(rows[name])), words=words.format(leads=len(leads)), how=how, rows=rows[name])
        for name, words, how in FIGURES
    )


def _lead_row(lead: Lead, zone: dt.tzinfo, names: dict[str, str]) -> CountedRow:
    source = tracing.source_of(lead)
    asked = lead.asked_for or "a question"
    return CountedRow(
        happened_on=tracing.day_of(lead.received_at, zone),
        words=f"{asked}, from {names.get(source, source) or 'an unknown page'}",
    )


def _visit_row(traced: TracedVisit, zone: dt.tzinfo, names: dict[str, str]) -> CountedRow:
    visit = traced.visit
    what = visit.what or "a visit"
    came_by = f", by way of {names.get(traced.source, traced.source)}" if traced.source else ""
    return CountedRow(happened_on=tracing.day_of(visit.occurred_at, zone), words=f"{what}{came_by} ({traced.trace.value})")


def _mark(lead: Lead, visits: tuple[TracedVisit, ...]) -> LeadMark:
    found = tracing.visit_after(lead, visits)
    if found is None:
        return LeadMark.NOT_YET
    return LeadMark.FIRST_TIME if found.is_first else LeadMark.CAME_BACK


def _buckets(visits: tuple[TracedVisit, ...]) -> tuple[Bucket, ...]:
    return tuple(
        Bucket(trace=kind, visits=len(found), worth=sources.worth_of(found))
        for kind in Trace
        for found in [tuple(traced for traced in visits if traced.trace is kind)]
    )


def _months(visits: tuple[TracedVisit, ...], *, period: Period, zone: dt.tzinfo) -> tuple[MonthBar, ...]:
    """The last months up to the period's, without the empty ones before the first visit."""
    bars = []
    month = period.last_on.replace(day=1)
    for _ in range(MONTHS_SHOWN):
        own = tuple(traced for traced in visits if tracing.day_of(traced.visit.occurred_at, zone).replace(day=1) == month)
        known = tuple(traced for traced in own if traced.trace is not Trace.UNKNOWN)
        bars.append(
            MonthBar(
                month=month,
                first_times=sum(traced.is_first for traced in known),
                returns=sum(not traced.is_first for traced in known),
                unknown=len(own) - len(known),
            )
        )
        month = (month - dt.timedelta(days=1)).replace(day=1)
    bars.reverse()
    while len(bars) > 1 and not (bars[0].first_times or bars[0].returns or bars[0].unknown):
        bars.pop(0)
    return tuple(bars)
