"""Record that somebody came: a tap by staff, a coupon, a command or a file; in the same moment the mails change course."""

import datetime as dt
import functools
import zoneinfo
from typing import TYPE_CHECKING

from weblocal import clock
from weblocal.errors import NotFound
from weblocal.flows import acquaintance, arrivals, courses
from weblocal.flows.arrivals import Arrival
from weblocal.flows.workspace import Workspace
from weblocal.model.people import MatchKind
from weblocal.model.problems import Problem
from weblocal.model.records import record
from weblocal.model.services import Money
from weblocal.model.visits import VisitSource, VisitState
from weblocal.people import mail_addresses, phones
from weblocal.visits import importing
from weblocal.visits.recognising import Sign
from weblocal.visits.rows import VisitRow

if TYPE_CHECKING:
    from weblocal.store.reading import Reading
    from weblocal.store.writing import Writing

# a second tap on the same person this soon is a slip of the thumb more often than a second visit
_SOON = dt.timedelta(minutes=20)
_ROWS_AT_ONCE = 100


@record
class Tap:
    """One tap by staff: who (empty for a walk-in), a key made for this tap, when, and what it was."""

    contact_id: str
    key: str
    occurred_at: dt.datetime
    what: str = ""
    worth: Money | None = None
    is_another: bool = False


@record
class Logged:
    """What came of it. `changes` are the sentences staff are shown; `already_at` is when the same person was logged shortly before."""

    visit_id: str
    contact_id: str
    is_repeat: bool
    changes: tuple[str, ...]
    already_at: dt.datetime | None = None


@record
class Described:
    """A visit described in words, by a command: at least a way to know the person, or nothing for a walk-in."""

    occurred_at: dt.datetime
    name: str = ""
    phone: str = ""
    email: str = ""
    what: str = ""
    worth: Money | None = None


@record
class Imported:
    """What came of a file: visits added, rows that were there already, people staff are asked about, and every bad row."""

    added: int
    already_there: int
    asked: int
    problems: tuple[Problem, ...]


def log_visit(workspace: Workspace, tap: Tap, *, now: dt.datetime) -> Logged:
    """Log the visit of `tap`. The same key is one visit; a second tap within twenty minutes asks whether it is another."""

    def job(writing: "Writing") -> Logged:
        if tap.contact_id and writing.contact(tap.contact_id) is None:
            raise NotFound("This person is no longer in the book.", fix="Look for them under People.")
        soon = _logged_lately(writing, tap)
        if soon is not None:
            return soon
        sign = Sign(
            source=VisitSource.STAFF,
            contact_id=tap.contact_id,
            rule="chosen by staff" if tap.contact_id else "a walk-in",
            occurred_at=tap.occurred_at,
            key=tap.key,
            what=tap.what,
            worth=tap.worth,
        )
        return _logged(arrivals.arrive(writing, sign, visit_id=clock.new_id(), workspace=workspace, now=now))

    return workspace.ledger.write(job)


def take_back(workspace: Workspace, visit_id: str, *, now: dt.datetime) -> Logged:
    """Undo a visit: what it began ends, what it stopped goes on where it stood, and nothing is sent twice."""

    def job(writing: "Writing") -> Logged:
        visit = writing.visit(visit_id)
        if visit is None:
            raise NotFound("There is no such visit.", fix="Look at the story of the person.")
        if not writing.take_back_visit(visit_id, now):
            return Logged(visit_id=visit_id, contact_id=visit.contact_id, is_repeat=True, changes=())
        changes = courses.undo(writing, visit, business=workspace.business, now=now)
        return Logged(visit_id=visit_id, contact_id=visit.contact_id, is_repeat=False, changes=changes)

    return workspace.ledger.write(job)


def add(workspace: Workspace, described: Described, *, now: dt.datetime) -> Logged:
    """Log a visit from the command line, by somebody's number or mail address; raises NotFound when those cannot be read."""
    phone = phones.normalise(described.phone, workspace.business.address.country) if described.phone else None
    email = mail_addresses.normalise(described.email) if described.email else ""
    if described.phone and phone is None:
        raise NotFound("This is not a telephone number.", fix="Write it with its area code.")
    if email is None:
        raise NotFound("This is not a mail address.", fix="Write it like name@example.com.")
    row = VisitRow(
        line=0,
        occurred_at=described.occurred_at,
        name=described.name,
        phone_e164=phone.e164 if phone else "",
        email=email,
        worth=described.worth,
        what=described.what,
        placement="",
        key=f"command-{clock.new_id()}",
        is_day_alone=_local(described.occurred_at, workspace).time() == dt.time(),
    )
    return workspace.ledger.write(lambda writing: _enter(writing, row, VisitSource.COMMAND, workspace, now=now))


def import_rows(workspace: Workspace, raw: bytes, *, file: str, now: dt.datetime) -> Imported:
    """Take a list of visits; the same file again changes nothing. Raises ImportInvalid when it is no list at all."""
    read = importing.read_rows(raw, file=file, business=workspace.business, now=now)
    added = already = asked = 0
    for start in range(0, len(read.rows), _ROWS_AT_ONCE):
        enter = functools.partial(_enter_batch, batch=read.rows[start : start + _ROWS_AT_ONCE], workspace=workspace, now=now)
        counts = workspace.ledger.write(enter)
        added, already, asked = added + counts[0], already + counts[1], asked + counts[2]
    return Imported(added=added, already_there=already, asked=asked, problems=read.problems)


def _logged_lately(reading: "Reading", tap: Tap) -> Logged | None:
    if tap.is_another or not tap.contact_id:
        return None
    for visit in reversed(reading.visits_of(tap.contact_id)):
        is_soon = abs(tap.occurred_at - visit.occurred_at) < _SOON
        if is_soon and visit.state is VisitState.CONFIRMED and not visit.taken_back:
            already_at = None if visit.key == tap.key else visit.occurred_at
            return Logged(visit_id=visit.id, contact_id=visit.contact_id, is_repeat=True, changes=(), already_at=already_at)
    return None


def _logged(arrival: Arrival) -> Logged:
    visit = arrival.visit
    return Logged(visit_id=visit.id, contact_id=visit.contact_id, is_repeat=arrival.is_repeat, changes=arrival.changes)


def _enter_batch(
    writing: "Writing", *, batch: tuple[VisitRow, ...], workspace: Workspace, now: dt.datetime
) -> tuple[int, int, int]:
    added = already = asked = 0
    for row in batch:
        if writing.visit_of_key(row.key) is not None:
            already += 1
            continue
        asked += _is_a_question(writing, row)
        _enter(writing, row, VisitSource.IMPORT, workspace, now=now)
        added += 1
    return added, already, asked


def _enter(writing: "Writing", row: VisitRow, source: VisitSource, workspace: Workspace, *, now: dt.datetime) -> Logged:
    contact_id, rule = "", "nobody named"
    if row.phone_e164 or row.email:
        met = acquaintance.meet(writing, name=row.name, phone_e164=row.phone_e164, email=row.email, now=now)
        contact_id, rule = met.contact.id, met.match.rule
    sign = Sign(
        source=source,
        contact_id=contact_id,
        rule=rule,
        occurred_at=_when(writing, row, contact_id, workspace),
        key=row.key,
        what=row.what,
        worth=row.worth,
        placement=row.placement,
    )
    return _logged(arrivals.arrive(writing, sign, visit_id=clock.new_id(), workspace=workspace, now=now))


def _when(reading: "Reading", row: VisitRow, contact_id: str, workspace: Workspace) -> dt.datetime:
    """When they came. Where only the day is known, whoever wrote that day came after they wrote: the visit answers them."""
    if not row.is_day_alone:
        return row.occurred_at
    day = _local(row.occurred_at, workspace).date()
    wrote = (lead.received_at for lead in reading.leads_of(contact_id) if lead.outcome is None)
    return max((row.occurred_at, *(at for at in wrote if _local(at, workspace).date() == day)))


def _local(at: dt.datetime, workspace: Workspace) -> dt.datetime:
    return at.astimezone(zoneinfo.ZoneInfo(workspace.business.zone))


def _is_a_question(reading: "Reading", row: VisitRow) -> bool:
    return acquaintance.look_up(reading, name=row.name, phone_e164=row.phone_e164, email=row.email).kind is MatchKind.ASK
