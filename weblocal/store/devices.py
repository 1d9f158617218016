"""What the ledger says and records of paired staff phones and of the links that pair them."""

import datetime as dt

import sqlalchemy as sa

from weblocal.model.devices import Device, PairingLink
from weblocal.store import tables
from weblocal.store.sentences import Asking, Recording
from weblocal.store.shelf import Shelf

_DEVICES = Shelf(tables.device, Device)
_LINKS = Shelf(tables.pairing_link, PairingLink)


class DevicesAsking(Asking):
    """Questions about staff phones."""

    def device(self, device_id: str) -> Device | None:
        """The device with this id, locked out or not."""
        return self._one(_DEVICES, tables.device.c.id == device_id)

    def devices(self) -> tuple[Device, ...]:
        """Every device that was ever paired, in the order they came."""
        return self._all(_DEVICES, by=[tables.device.c.paired_at, tables.device.c.id])

    def pairing_link(self, digest: str) -> PairingLink | None:
        """The newest link whose secret, or whose typed code, has this digest."""
        columns = tables.pairing_link.c
        either = sa.or_(columns.secret_digest == digest, columns.code_digest == digest)
        found = self._all(_LINKS, either, by=[columns.made_at.desc(), columns.id.desc()], limit=1)
        return found[0] if found else None


class DevicesRecording(DevicesAsking, Recording):
    """Records of staff phones."""

    def add_device(self, device: Device) -> bool:
        """Let a device in."""
        return self._add(_DEVICES, device)

    def saw_device(self, device_id: str, at: dt.datetime) -> bool:
        """A device was used at `at`; an older sighting that comes late changes nothing."""
        columns = tables.device.c
        return self._change(tables.device, columns.id == device_id, columns.last_seen_at < at, last_seen_at=at) == 1

    def lock_out_device(self, device_id: str, at: dt.datetime) -> bool:
        """Take the desk away from a device; False when it was taken before."""
        columns = tables.device.c
        is_in = (columns.id == device_id, columns.locked_out_at.is_(None))
        return self._change(tables.device, *is_in, locked_out_at=at) == 1

    def add_pairing_link(self, link: PairingLink) -> bool:
        """Keep a fresh link by its digests."""
        return self._add(_LINKS, link)

    def use_pairing_link(self, link_id: str, at: dt.datetime) -> bool:
        """Use a link up; False when it was used before or has expired: two phones never come in by one link."""
        columns = tables.pairing_link.c
        is_fresh = (columns.id == link_id, columns.used_at.is_(None), columns.expires_at > at)
        return self._change(tables.pairing_link, *is_fresh, used_at=at) == 1
