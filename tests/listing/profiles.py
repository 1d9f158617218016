"""Businesses for the tests of listings: with hours of every kind, and others that keep their street to themselves."""

import dataclasses
import datetime as dt

from tests.factories import WEEKDAYS, a_business
from weblocal.model.business import Address, Business
from weblocal.model.hours import Hours, Span, SpecialDay

TODAY = dt.date(2026, 11, 22)
HIDDEN = Address(
    street="12 Mill Lane", town="Sampleton", postcode="SA1 2AB", country="GB", public=False, latitude=51.5, longitude=-0.1
)
SPLIT_WEEK = Hours(
    week=(
        (Span(9 * 60, 12 * 60), Span(13 * 60, 18 * 60)),
        (Span(9 * 60, 12 * 60), Span(13 * 60, 18 * 60)),
        (),
        (Span(9 * 60, 18 * 60),),
        (Span(18 * 60, 26 * 60),),
        (Span(18 * 60, 26 * 60),),
        (),
    ),
    zone="Europe/London",
)


def special(first: str, last: str = "", *spans: Span) -> SpecialDay:
    first_on = dt.date.fromisoformat(first)
    return SpecialDay(first_on=first_on, last_on=dt.date.fromisoformat(last) if last else first_on, spans=spans)


def with_hours(*days: SpecialDay, week: Hours = WEEKDAYS, **changes: object) -> Business:
    return a_business(hours=dataclasses.replace(week, special=days), **changes)
