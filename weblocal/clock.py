"""The only reader of time, chance and fresh ids; everything else takes `now`, ids and secrets as arguments."""

import datetime as dt
import time
import zoneinfo


def now() -> dt.datetime:
    """This instant, in UTC, aware."""
    return dt.datetime.now(dt.UTC)


def today(zone: str) -> dt.date:
    """Today's date on the wall of the business whose zone is `zone`, an IANA name."""
    return now().astimezone(zoneinfo.ZoneInfo(zone)).date()


def monotonic() -> float:
    """Seconds on a clock that never jumps, for measuring spans."""
    return time.monotonic()


def new_id() -> str:
    """A fresh id of 26 lower-case characters that sorts by the time it was made: 16 of nanoseconds, 10 of chance."""
    import secrets  # loads a good part of the network's libraries, and a build needs none of them

    return f"{time.time_ns():016x}{secrets.token_hex(5)}"


def new_secret(byte_count: int = 32) -> str:
    """A fresh secret, URL-safe text, with `byte_count` bytes of chance."""
    import secrets

    return secrets.token_urlsafe(byte_count)


def pick(count: int) -> int:
    """A number from 0 to `count` - 1, by chance."""
    import secrets

    return secrets.randbelow(count)
