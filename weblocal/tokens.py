"""Signed, purpose-bound links: a token made for one purpose is worth nothing for another.

A token carries its purpose as salt, the instant it was issued, and values that name no person (ids only). Keys are a
list, newest first: the newest signs, every one of them still reads, so a key can be changed while old mails keep working.
"""

import datetime as dt

import itsdangerous

from weblocal.errors import NotAllowed
from weblocal.model.records import record


@record
class Opened:
    """What a genuine token says: its values and the instant it was issued."""

    values: tuple[str, ...]
    issued_at: dt.datetime


def issue(values: tuple[str, ...], *, purpose: str, keys: tuple[str, ...], now: dt.datetime) -> str:
    """A URL-safe token over `values`, readable only for `purpose`, signed with the first of `keys`."""
    return _signer(purpose, keys).dumps([int(now.timestamp()), *values])


def open_token(
    token: str, *, purpose: str, keys: tuple[str, ...], now: dt.datetime, valid_for: dt.timedelta | None = None
) -> Opened:
    """Read a token back; raises NotAllowed when it is forged, made for another purpose, or older than `valid_for`."""
    try:
        issued, *values = _signer(purpose, keys).loads(token)
        issued_at = dt.datetime.fromtimestamp(issued, dt.UTC)
    except (itsdangerous.BadData, ValueError, TypeError, OverflowError) as wrong:
        raise NotAllowed("This link is not one of ours.", fix="Open it again from the mail or card it came with.") from wrong
    if valid_for is not None and now - issued_at > valid_for:
        raise NotAllowed("This link is too old.", fix="Ask for a new one.")
    return Opened(values=tuple(str(value) for value in values), issued_at=issued_at)


def _signer(purpose: str, keys: tuple[str, ...]) -> itsdangerous.URLSafeSerializer:
    oldest_first = list(reversed(keys))
    return itsdangerous.URLSafeSerializer(oldest_first, salt=f"weblocal.{purpose}")
