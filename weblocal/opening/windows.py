"""When something may happen, and by when it is due, counted in open time."""

import dataclasses
import datetime as dt

from weblocal.model.hours import Hours
from weblocal.opening import instants

_DAYS_AHEAD = 400


def next_in_window(hours: Hours, now: dt.datetime, zone: str) -> dt.datetime:
    """`now` when the wall clock of `zone` is inside `hours`, else the next opening; without any hours, `now`.

    The window is read on the reader's wall: `zone` replaces the zone of the hours.
    """
    there = dataclasses.replace(hours, zone=zone)
    for stretch in instants.stretches(there, since=now, days=_DAYS_AHEAD):
        return max(now, stretch.opens_at)
    return now


def add_open_time(hours: Hours, start: dt.datetime, span: dt.timedelta) -> dt.datetime:
    """The instant at which `span` of opening time has passed since `start`.

    Without hours the clock runs round the clock, and so it does where no opening follows within a year and more.
    """
    left = span
    for stretch in instants.stretches(hours, since=start, days=_DAYS_AHEAD):
        begins = max(start, stretch.opens_at)
        open_for = stretch.closes_at - begins
        if left <= open_for:
            return begins + left
        left -= open_for
    return start + span
