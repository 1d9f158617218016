"""Google's sheet for a business: its known columns in their order, only those that say something, and what to look at."""

import datetime as dt

from weblocal.listing import entries, google_hours
from weblocal.listing.headings import DAYS, GOOGLE, Column
from weblocal.model.business import Business
from weblocal.model.problems import Finding, Severity
from weblocal.model.records import record
from weblocal.reading.tables import Table, guarded

FILE = "google.csv"


@record
class Sheet:
    """A file for a platform, and what its owner should look at before sending it."""

    table: Table
    findings: tuple[Finding, ...]


def sheet(business: Business, *, today: dt.date) -> Sheet:
    """The whole file, a row for each place. Columns nobody fills are left out: an empty one may wipe what stands at Google."""
    made = [cells(place, today=today) for place in entries.places(business)]
    used = [(column, words) for column, words in GOOGLE if any(column in filled for filled, _ in made)]
    head = tuple(words for _, words in used)
    rows = (tuple(guarded(filled.get(column, "")) for column, _ in used) for filled, _ in made)
    return Sheet(table=Table(rows=(head, *rows)), findings=tuple(dict.fromkeys(each for _, found in made for each in found)))


def cells(business: Business, *, today: dt.date) -> tuple[dict[Column, str], tuple[Finding, ...]]:
    """The cells by column, the hours in Google's form among them; for a sheet of ours or one that the owner downloaded."""
    filled = dict(entries.of_business(business).cells)
    found = [*entries.findings(business, page=FILE, today=today), *_forms(business, today)]
    if business.hours.is_known:
        for column, spans in zip(DAYS, business.hours.week, strict=True):
            filled[column] = google_hours.day_cell(spans)
        filled[Column.SPECIAL] = google_hours.special_cell(google_hours.dated(business.hours, since=today))
    return {column: text for column, text in filled.items() if text}, tuple(found)


def _forms(business: Business, today: dt.date) -> list[Finding]:
    """Where no real file shows how Google writes it: said rather than guessed."""
    hours, found = business.hours, []
    round_the_clock = [spans for spans in hours.week if any(span.is_all_day for span in spans)]
    special = google_hours.dated(hours, since=today)
    if round_the_clock or any(span.is_all_day for _, spans in special for span in spans):
        message = "Days open the clock round are left out: how Google's sheet says that is not published."
        found.append(_finding("google-all-day", message, "Tick Open 24 hours on those days at Google."))
    twice = [on.isoformat() for on, spans in special if len(spans) > 1]
    if twice:
        message = (
            f"{', '.join(twice)}: two times on one special date are written as the date twice, which Google does not document."
        )
        found.append(_finding("google-two-spans", message, "Look at these dates at Google after you have sent the file."))
    return found


def _finding(rule: str, message: str, fix: str) -> Finding:
    return Finding(rule=rule, severity=Severity.WARNING, page=FILE, message=message, fix=fix)
