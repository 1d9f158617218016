"""What counts as a visit, and how sure we are: a tap, a coupon, a till row or a command confirm it; a scan alone does not."""

import datetime as dt

from weblocal.model.records import record
from weblocal.model.services import Money
from weblocal.model.visits import Visit, VisitSource, VisitState

_STATES = {
    VisitSource.STAFF: VisitState.CONFIRMED,
    VisitSource.REDEMPTION: VisitState.CONFIRMED,
    VisitSource.IMPORT: VisitState.CONFIRMED,
    VisitSource.COMMAND: VisitState.CONFIRMED,
    # anybody can open a link at home: a check-in stops mails, and grants nothing (only staff or a till can)
    VisitSource.CHECK_IN: VisitState.SELF_REPORTED,
}


@record
class Sign:
    """What tells of a visit: who (empty for somebody unknown), by which rule we know, when, and the key of the tap, row or scan."""

    source: VisitSource
    contact_id: str
    rule: str
    occurred_at: dt.datetime
    key: str
    what: str = ""
    worth: Money | None = None
    placement: str = ""


def recognise(sign: Sign, *, id: str, now: dt.datetime) -> Visit:  # noqa: A002 - the noun's own word
    """The visit that `sign` tells of. A sign from the future is a phone whose clock is ahead: it happened now."""
    return Visit(
        id=id,
        contact_id=sign.contact_id,
        state=_STATES[sign.source],
        source=sign.source,
        occurred_at=min(sign.occurred_at, now),
        received_at=now,
        key=sign.key,
        matched_by=sign.rule,
        what=sign.what,
        worth=sign.worth,
        placement=sign.placement,
    )
