"""Staff sign in by a single-use link that pairs their device: made here, used once within ten minutes, revocable for ever.

The ledger knows digests only: whoever steals a copy of it can open no desk.
"""

import datetime as dt
import hashlib
import hmac
from typing import TYPE_CHECKING

from weblocal import clock
from weblocal.errors import NotAllowed
from weblocal.flows.workspace import Workspace
from weblocal.model.devices import Device, PairingLink
from weblocal.model.records import record

if TYPE_CHECKING:
    from weblocal.store.writing import Writing

LINK_LIFE = dt.timedelta(minutes=10)
SEEN_EVERY = dt.timedelta(minutes=1)
NAME_LENGTH = 40

# no letter or figure that is taken for another one on a small screen: I L O U, 0 1
_CODE_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
_CODE_LENGTH = 8
_TAKEN_FOR = str.maketrans("01ILOU", "QJJJQV")


@record
class NewLink:
    """A fresh pairing link: its secret for the address after #, the same right as a code to type, and its end."""

    secret: str
    code: str
    expires_at: dt.datetime

    def url(self, address: str) -> str:
        """The link under the desk's `address`; what stands after # is never sent to a server, so it reaches no log."""
        return f"{address.rstrip('/')}/pair#{self.secret}"


@record
class Paired:
    """A device that may use the desk from now on, and the cookie that proves it."""

    device: Device
    cookie: str


def make_link(workspace: Workspace, *, device_name: str, now: dt.datetime) -> NewLink:
    """Let one more device in: a link and a typed code for the same right, once, for ten minutes."""
    secret = clock.new_secret()
    code = "".join(_CODE_LETTERS[clock.pick(len(_CODE_LETTERS))] for _ in range(_CODE_LENGTH))
    link = PairingLink(
        id=clock.new_id(),
        secret_digest=_digest(secret),
        code_digest=_code_digest(code, workspace.keys),
        device_name=device_name.strip()[:NAME_LENGTH],
        made_at=now,
        expires_at=now + LINK_LIFE,
    )
    workspace.ledger.write(lambda writing: writing.add_pairing_link(link))
    return NewLink(secret=secret, code=f"{code[:4]} {code[4:]}", expires_at=link.expires_at)


def pair(workspace: Workspace, *, presented: str, device_name: str, now: dt.datetime) -> Paired:
    """Pair a device by the secret of a link or its typed code; raises NotAllowed when it is unknown, old or used."""
    cookie_secret = clock.new_secret()
    device_id = clock.new_id()
    digests = (_digest(presented.strip()), _code_digest(presented, workspace.keys))

    def use_once(writing: "Writing") -> Device | None:
        link = writing.pairing_link(digests[0]) or writing.pairing_link(digests[1])
        if link is None or link.used_at is not None or now >= link.expires_at or not writing.use_pairing_link(link.id, now):
            return None
        name = device_name.strip()[:NAME_LENGTH] or link.device_name or "A phone"
        device = Device(id=device_id, name=name, secret_digest=_digest(cookie_secret), paired_at=now, last_seen_at=now)
        writing.add_device(device)
        return device

    device = workspace.ledger.write(use_once)
    if device is None:
        raise NotAllowed(
            "This link or code was used already, or is older than ten minutes.", fix="Make a new one under Phones."
        )
    return Paired(device=device, cookie=f"{device.id}.{cookie_secret}")


def who(workspace: Workspace, cookie: str, *, now: dt.datetime) -> Device | None:
    """The device that shows this cookie, or None: unknown, forged or locked out."""
    device_id, _, secret = cookie.partition(".")
    if not secret:
        return None
    device = workspace.ledger.read(lambda reading: reading.device(device_id))
    if device is None or device.locked_out_at is not None:
        return None
    if not hmac.compare_digest(device.secret_digest, _digest(secret)):
        return None
    if now - device.last_seen_at > SEEN_EVERY:
        workspace.ledger.write_soon(lambda writing: writing.saw_device(device_id, now))
    return device


def lock_out(workspace: Workspace, device_id: str, *, now: dt.datetime) -> None:
    """Take the desk away from a device, from its next request on."""
    workspace.ledger.write(lambda writing: writing.lock_out_device(device_id, now))


def _digest(secret: str) -> str:
    """A plain digest is enough for 256 bits of chance: nothing can be guessed back."""
    return hashlib.sha256(secret.encode()).hexdigest()


def _code_digest(typed: str, keys: tuple[str, ...]) -> str:
    """A keyed digest for the short code, which a plain one would give away to whoever holds a copy of the ledger."""
    code = "".join(letter for letter in typed.upper() if letter.isalnum()).translate(_TAKEN_FOR)
    return hmac.new(keys[0].encode(), f"pairing:{code}".encode(), hashlib.sha256).hexdigest()
