"""What each placement and each page brought in, and what a placement's share of its cost was."""

import datetime as dt
import zoneinfo

from weblocal.model.business import Business
from weblocal.model.leads import Lead
from weblocal.model.placements import Placement
from weblocal.model.report import Book, Period, SourceLine, Trace, TracedVisit
from weblocal.model.services import Money
from weblocal.report import ranges, tracing


def lines(
    book: Book, visits: tuple[TracedVisit, ...], *, business: Business, period: Period, page_names: dict[str, str]
) -> tuple[SourceLine, ...]:
    """Every placement that hangs in the period, then every page that brought something, the best first in each group.

    `visits` are those of the period. `page_names` gives the title of each path; a path it does not know shows as it is.
    """
    zone = zoneinfo.ZoneInfo(business.zone)
    leads = tuple(lead for lead in book.leads if period.holds(tracing.day_of(lead.received_at, zone)))
    scans = tuple(scan.placement for scan in book.scans if period.holds(tracing.day_of(scan.occurred_at, zone)))
    matched = tuple(traced for traced in visits if traced.trace is Trace.MATCHED)
    printed = [
        _placement_line(placement, leads, matched, scans=scans.count(placement.id), period=period)
        for placement in business.placements
        if _hangs_in(placement, period)
    ]
    placed = {placement.id for placement in business.placements}
    pages = {source for source in map(tracing.source_of, leads) if source not in placed}
    pages |= {traced.source for traced in matched if traced.source not in placed and traced.source}
    web = [_page_line(page, page_names.get(page, page), leads, matched) for page in pages]
    return (*_best_first(printed), *_best_first(web))


def share_of_cost(placement: Placement, period: Period) -> Money | None:
    """The part of a placement's cost that falls on the period: shared evenly over the days it has hung so far."""
    if placement.cost is None:
        return None
    first = placement.from_on or period.first_on
    last = min(placement.until_on or period.last_on, period.last_on)
    hung = (last - first).days + 1
    inside = (last - max(first, period.first_on)).days + 1
    if hung <= 0 or inside <= 0:
        return Money(amount_minor=0, currency=placement.cost.currency)
    return Money(amount_minor=round(placement.cost.amount_minor * inside / hung), currency=placement.cost.currency)


def worth_of(visits: tuple[TracedVisit, ...]) -> Money | None:
    """What these visits brought in; None when none of them says."""
    sums = [traced.visit.worth for traced in visits if traced.visit.worth is not None]
    if not sums:
        return None
    return Money(amount_minor=sum(money.amount_minor for money in sums), currency=sums[0].currency)


def _hangs_in(placement: Placement, period: Period) -> bool:
    starts_in_time = placement.from_on is None or placement.from_on <= period.last_on
    return starts_in_time and (placement.until_on is None or placement.until_on >= period.first_on)


def _placement_line(
    placement: Placement, leads: tuple[Lead, ...], matched: tuple[TracedVisit, ...], *, scans: int, period: Period
) -> SourceLine:
    own = tuple(traced for traced in matched if traced.source == placement.id)
    first_times = sum(traced.is_first for traced in own)
    cost = share_of_cost(placement, period)
    return SourceLine(
        id=placement.id,
        name=placement.name,
        detail=_since(placement.from_on),
        is_print=True,
        scans=scans,
        leads=sum(tracing.source_of(lead) == placement.id for lead in leads),
        visits=len(own),
        first_times=first_times,
        worth=worth_of(own),
        cost=cost,
        each_new=ranges.cost_each(cost, first_times) if cost is not None and cost.amount_minor else None,
    )


def _page_line(page: str, name: str, leads: tuple[Lead, ...], matched: tuple[TracedVisit, ...]) -> SourceLine:
    own = tuple(traced for traced in matched if traced.source == page)
    return SourceLine(
        id=page or "unknown-page",
        name=name or "Page not recorded",
        detail=page,
        is_print=False,
        scans=0,
        leads=sum(tracing.source_of(lead) == page for lead in leads),
        visits=len(own),
        first_times=sum(traced.is_first for traced in own),
        worth=worth_of(own),
        cost=None,
        each_new=None,
    )


def _best_first(found: list[SourceLine]) -> list[SourceLine]:
    return sorted(found, key=lambda line: (-line.visits, -line.leads, -line.scans, line.name))


def _since(day: dt.date | None) -> str:
    return f"since {day:%B %Y}" if day else ""
