"""Open or shut at an instant, until when, and when next."""

import datetime as dt

from weblocal.model.hours import Hours
from weblocal.model.records import record
from weblocal.opening import instants

# a season's closing may be long; past a year nobody waits
_DAYS_AHEAD = 400
# what stays open for two weeks on end is "round the clock" to anybody who reads it
_DAYS_ON_END = 14


@record
class Status:
    """Whether the door is open. Open: `until_at` says when it shuts, None meaning round the clock. Shut: `opens_at`, if ever."""

    is_open: bool
    until_at: dt.datetime | None = None
    opens_at: dt.datetime | None = None


def status_at(hours: Hours, now: dt.datetime) -> Status:
    """The state of the door at `now`; closing time itself is shut."""
    for stretch in instants.stretches(hours, since=now, days=_DAYS_ON_END):
        if stretch.opens_at <= now:
            is_endless = stretch.closes_at - now >= dt.timedelta(days=_DAYS_ON_END)
            return Status(is_open=True, until_at=None if is_endless else stretch.closes_at)
        return Status(is_open=False, opens_at=stretch.opens_at)
    return Status(is_open=False, opens_at=next_opening(hours, now))


def next_opening(hours: Hours, now: dt.datetime) -> dt.datetime | None:
    """The first instant after `now` at which the door opens, or None within the next year and more."""
    for stretch in instants.stretches(hours, since=now, days=_DAYS_AHEAD):
        if stretch.opens_at > now:
            return stretch.opens_at
    return None
