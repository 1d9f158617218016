"""A visitor says "I am here": the number is taken, nothing about the book is given away, and "come and see us" stops."""

import datetime as dt
import enum
import zoneinfo
from typing import TYPE_CHECKING

from weblocal import clock
from weblocal.capture import reading_post
from weblocal.flows import acquaintance, arrivals
from weblocal.flows.acquaintance import Met
from weblocal.flows.workspace import Workspace
from weblocal.model.placements import Placement
from weblocal.model.records import record
from weblocal.model.visits import VisitSource
from weblocal.people import mail_addresses, phones
from weblocal.visits.recognising import Sign

if TYPE_CHECKING:
    from weblocal.store.writing import Writing


class CheckInAnswer(enum.StrEnum):
    """What the visitor is told; known and unknown numbers get the same answer."""

    WELCOME = "welcome"
    UNREADABLE = "unreadable"
    UNKNOWN_PLACE = "unknown_place"


@record
class CheckIn:
    """What was sent: the code of the placement, and a number or mail address as typed."""

    code: str
    typed: str


def check_in(workspace: Workspace, sent: CheckIn, *, now: dt.datetime) -> CheckInAnswer:
    """Record a self-reported visit: one a person and day, however often the square is scanned."""
    business = workspace.business
    placement_id = reading_post.placement_of(sent.code, business)
    placement = next((placement for placement in business.placements if placement.id == placement_id), None)
    if placement is None:
        return CheckInAnswer.UNKNOWN_PLACE
    phone = phones.normalise(sent.typed, business.address.country)
    email = mail_addresses.normalise(sent.typed) or ""
    if phone is None and not email:
        return CheckInAnswer.UNREADABLE
    phone_e164 = phone.e164 if phone else ""

    def job(writing: "Writing") -> None:
        met = acquaintance.meet(writing, name="", phone_e164=phone_e164, email=email, now=now)
        _record(writing, met, placement, workspace, now=now)

    workspace.ledger.write(job)
    return CheckInAnswer.WELCOME


def _record(writing: "Writing", met: Met, placement: Placement, workspace: Workspace, *, now: dt.datetime) -> None:
    day = now.astimezone(zoneinfo.ZoneInfo(workspace.business.zone)).date()
    sign = Sign(
        source=VisitSource.CHECK_IN,
        contact_id=met.contact.id,
        rule=f"they typed it in at “{placement.name}”" if met.is_new else f"{met.match.rule}, typed in at “{placement.name}”",
        occurred_at=now,
        key=f"check-in-{met.contact.id}-{day.isoformat()}",
        placement=placement.id,
    )
    arrivals.arrive(writing, sign, visit_id=clock.new_id(), workspace=workspace, now=now)
