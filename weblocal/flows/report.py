"""The report: everything the ledger holds up to now, counted, as a page and as text."""

import calendar
import datetime as dt
import pathlib
import zoneinfo
from typing import TYPE_CHECKING

from weblocal.disk import single_file
from weblocal.flows.workspace import Workspace
from weblocal.model import urls
from weblocal.model.mail import MessageState
from weblocal.model.records import record
from weblocal.model.report import Book, Period, Report, SequenceCount
from weblocal.model.visits import VisitState
from weblocal.report import figures, page, text
from weblocal.site import planning
from weblocal.theming import faces, palette
from weblocal.theming.faces import Face

if TYPE_CHECKING:
    from weblocal.store.reading import Reading

# a confirmed visit this soon after a mail is counted as "came after one"; longer, and anything could have brought them
AFTER_MAIL = dt.timedelta(days=60)
_BEGINNING = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)


@record
class Reported:
    """A report with its page and its text."""

    report: Report
    page: str
    text: str


def month_of(day: dt.date) -> Period:
    """The calendar month `day` lies in."""
    return Period(first_on=day.replace(day=1), last_on=day.replace(day=calendar.monthrange(day.year, day.month)[1]))


def report(workspace: Workspace, *, period: Period, now: dt.datetime) -> Reported:
    """Count `period` from the ledger as it stands at `now`."""
    business = workspace.business
    book = workspace.ledger.read(lambda reading: read_book(reading, period, now=now, zone=zoneinfo.ZoneInfo(business.zone)))
    plan = planning.plan(business, workspace.theme, today=period.last_on, also_in=workspace.also_in)
    page_names = {
        urls.in_language(page.path, each.business.prefix): page.title.split(" | ")[0]
        for each in plan.in_every_language()
        for page in each.pages
    }
    counted = figures.count(book, business=business, period=period, counted_at=now, page_names=page_names)
    face = workspace.theme.face(business.trade.tiles)
    desk = business.desk.address
    link = f"{desk}{urls.desk_lead(counted.advice.lead_id)}" if desk and counted.advice.lead_id else desk and f"{desk}/desk"
    return Reported(
        report=counted,
        page=page.render(
            counted,
            business=business,
            tokens_css=palette.css_tokens(palette.from_brand(business.brand.colour)),
            face_css=_face_css(workspace, face),
            desk_link=link,
        ),
        text=text.render(counted, business=business),
    )


def explain(reported: Reported, figure_id: str, *, language: str) -> str:
    """One figure with every row behind it; raises KeyError when the report has none of this id."""
    return text.explain(reported.report.figure(figure_id), language=language)


def read_book(reading: "Reading", period: Period, *, now: dt.datetime, zone: dt.tzinfo) -> Book:
    """Every row the report is counted from: from the first day there is up to now, so that first times are true."""
    until = now + dt.timedelta(seconds=1)
    return Book(
        leads=reading.leads_between(_BEGINNING, until),
        visits=reading.visits_between(_BEGINNING, until),
        scans=reading.scans_between(_BEGINNING, until),
        redemptions=reading.redemptions_between(_BEGINNING, until),
        sequences=_sequence_counts(reading, period, now=now, zone=zone),
    )


def write_page(workspace: Workspace, reported: Reported, *, to: pathlib.Path | None) -> pathlib.Path:
    """Write the page to `to`, or into the state folder, whole or not at all, and its typeface beside it."""
    period = reported.report.period
    target = to or workspace.state_folder / "reports" / f"{period.first_on:%Y-%m}.html"
    face = workspace.theme.face(workspace.business.trade.tiles)
    for name in filter(None, (face.latin, face.latin_ext)):
        single_file.write_file(target.parent / name, workspace.theme.read(name))
    single_file.write_file(target, reported.page.encode())
    return target


def _face_css(workspace: Workspace, face: Face) -> str:
    # the page stays whole without the typeface beside it, as when it is mailed: a late or missing face changes no layout
    return faces.font_css(face, folder="").replace("optional", "swap") + faces.tokens_css(
        face, text_stack=workspace.theme.text_stack
    )


def _sequence_counts(reading: "Reading", period: Period, *, now: dt.datetime, zone: dt.tzinfo) -> tuple[SequenceCount, ...]:
    mails: dict[str, list[tuple[str, dt.datetime]]] = {}
    for contact in reading.contacts_since(_BEGINNING):
        for message in reading.messages_of(contact.id):
            sent_at = message.settled_at
            was_sent = message.state is MessageState.ACCEPTED and message.enrolment_id and sent_at is not None
            if was_sent and sent_at is not None and period.holds(sent_at.astimezone(zone).date()):
                mails.setdefault(message.sequence_id, []).append((contact.id, sent_at))
    return tuple(
        SequenceCount(
            sequence_id=sequence_id,
            mails=len(sent),
            people=len({contact_id for contact_id, _ in sent}),
            visited_after=sum(_came_after(reading, contact_id, sent, now=now) for contact_id in {each for each, _ in sent}),
        )
        for sequence_id, sent in sorted(mails.items())
    )


def _came_after(reading: "Reading", contact_id: str, sent: list[tuple[str, dt.datetime]], *, now: dt.datetime) -> bool:
    first = min(at for each, at in sent if each == contact_id)
    return any(
        visit.state is VisitState.CONFIRMED
        and not visit.taken_back
        and first <= visit.occurred_at <= min(first + AFTER_MAIL, now)
        for visit in reading.visits_of(contact_id)
    )
