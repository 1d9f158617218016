"""What the ledger says and records of events, and the few words it keeps about itself."""

import datetime as dt

import sqlalchemy as sa

from weblocal.model.visits import Event
from weblocal.store import dialect, tables
from weblocal.store.sentences import Asking, Recording, within
from weblocal.store.shelf import Shelf

_EVENTS = Shelf(tables.event, Event)
_IN_ORDER = (tables.event.c.occurred_at, tables.event.c.id)


class EventsAsking(Asking):
    """Questions about what happened."""

    def events_of(self, contact_id: str) -> tuple[Event, ...]:
        """The contact's timeline."""
        return self._all(_EVENTS, tables.event.c.contact_id == contact_id, by=_IN_ORDER)

    def events_since(self, at: dt.datetime) -> tuple[Event, ...]:
        """What happened at or after `at`."""
        return self._all(_EVENTS, tables.event.c.occurred_at >= at, by=_IN_ORDER)

    def events_between(self, from_at: dt.datetime, until_at: dt.datetime) -> tuple[Event, ...]:
        """What happened in this span."""
        return self._all(_EVENTS, within(tables.event.c.occurred_at, from_at, until_at), by=_IN_ORDER)

    def meta(self, name: str) -> str:
        """What the ledger keeps under `name` about itself; empty when nothing."""
        columns = tables.ledger_meta.c
        query = sa.select(columns.value).where(self._mine(tables.ledger_meta), columns.name == name)
        return str(self._connection.execute(query).scalar() or "")


class EventsRecording(EventsAsking, Recording):
    """Records of what happened."""

    def record_event(self, event: Event, *, dedupe_key: str = "") -> bool:
        """Append an event; False when its id, or the key its source gave it, is here already: one effect."""
        return self._add(_EVENTS, event, dedupe_key=dedupe_key)

    def keep_meta(self, name: str, value: str) -> None:
        """Keep `value` under `name`, in place of what was there."""
        row = {"business": self._business, "name": name, "value": value}
        dialect.insert_or_replace(self._connection, tables.ledger_meta, row)
