"""Paired staff phones, and the single-use links that pair them; secrets are known only by their digests."""

import datetime as dt

from weblocal.model.records import record


@record
class Device:
    """A staff phone (or desk computer) that may use the desk until it is locked out."""

    id: str
    name: str
    secret_digest: str
    paired_at: dt.datetime
    last_seen_at: dt.datetime
    locked_out_at: dt.datetime | None = None


@record
class PairingLink:
    """A link that pairs one device, once, until `expires_at`; `code_digest` is the same right as a code typed by hand."""

    id: str
    secret_digest: str
    code_digest: str
    device_name: str
    made_at: dt.datetime
    expires_at: dt.datetime
    used_at: dt.datetime | None = None
