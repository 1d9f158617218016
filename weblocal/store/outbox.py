"""What the ledger says and records of messages: queued once, claimed before they are sent, never sent on a guess."""

import datetime as dt

import sqlalchemy as sa

from weblocal.model.mail import Message, MessageState
from weblocal.store import dialect, tables
from weblocal.store.sentences import Asking, Recording, within
from weblocal.store.shelf import Shelf

_MESSAGES = Shelf(tables.message, Message)
_BY_DUE = (tables.message.c.due_at, tables.message.c.id)
_BY_QUEUED = (tables.message.c.queued_at, tables.message.c.id)

# Where a message may come from on its way to a state. Out of `unknown` no machine leads back to `ready`.
_ARROWS = {
    MessageState.READY: (MessageState.READY, MessageState.SENDING),
    MessageState.SENDING: (MessageState.SENDING,),
    MessageState.ACCEPTED: (MessageState.SENDING, MessageState.UNKNOWN),
    MessageState.REFUSED: (MessageState.SENDING,),
    MessageState.UNKNOWN: (MessageState.SENDING,),
    MessageState.WITHHELD: (MessageState.READY, MessageState.SENDING),
    MessageState.CLOSED: (MessageState.UNKNOWN,),
}
_MAY_HAVE_GONE = (MessageState.ACCEPTED, MessageState.UNKNOWN, MessageState.CLOSED, MessageState.SENDING)


class OutboxAsking(Asking):
    """Questions about messages."""

    def message(self, message_id: str) -> Message | None:
        """The message with this id."""
        return self._one(_MESSAGES, tables.message.c.id == message_id)

    def message_of_token(self, token: str) -> Message | None:
        """The message that travels with this token."""
        return self._one(_MESSAGES, tables.message.c.token == token)

    def messages_of(self, contact_id: str) -> tuple[Message, ...]:
        """Every message to this contact, in the order they were queued."""
        return self._all(_MESSAGES, tables.message.c.contact_id == contact_id, by=_BY_QUEUED)

    def messages_of_enrolment(self, enrolment_id: str) -> tuple[Message, ...]:
        """Every message of this enrolment, in the order they were queued."""
        return self._all(_MESSAGES, tables.message.c.enrolment_id == enrolment_id, by=_BY_QUEUED)

    def messages_due(self, from_at: dt.datetime, until_at: dt.datetime) -> tuple[Message, ...]:
        """Ready messages that fall due in this span."""
        columns = tables.message.c
        return self._all(_MESSAGES, columns.state == MessageState.READY, within(columns.due_at, from_at, until_at), by=_BY_DUE)

    def ready_messages(self, now: dt.datetime, limit: int) -> tuple[Message, ...]:
        """Messages whose time has come, longest due first."""
        columns = tables.message.c
        return self._all(_MESSAGES, columns.state == MessageState.READY, columns.due_at <= now, by=_BY_DUE, limit=limit)

    def unknown_messages(self) -> tuple[Message, ...]:
        """Messages of which nobody knows whether they arrived."""
        return self._all(_MESSAGES, tables.message.c.state == MessageState.UNKNOWN, by=_BY_QUEUED)

    def sent_at_since(self, contact_id: str, at: dt.datetime) -> tuple[dt.datetime, ...]:
        """When sequence messages went, or may have gone, to this contact at or after `at`; alerts to the owner do not count."""
        columns = tables.message.c
        of_contact = (self._mine(tables.message), columns.contact_id == contact_id, columns.enrolment_id.is_not(None))
        may_have_gone = (columns.state.in_(_MAY_HAVE_GONE), columns.claimed_at >= at)
        query = sa.select(columns.claimed_at).where(*of_contact, *may_have_gone).order_by(columns.claimed_at)
        return tuple(self._connection.execute(query).scalars())

    def outbox_counts(self) -> dict[MessageState, int]:
        """How many messages are in each state."""
        columns = tables.message.c
        query = sa.select(columns.state, sa.func.count()).where(self._mine(tables.message)).group_by(columns.state)
        found = {row[0]: row[1] for row in self._connection.execute(query)}
        return {state: found.get(state, 0) for state in MessageState}


class OutboxRecording(OutboxAsking, Recording):
    """Records of messages."""

    def add_message(self, message: Message) -> bool:
        """Queue a message; False when its token, or its step of its enrolment, is here already: a step is queued at most once."""
        return self._add(_MESSAGES, message)

    def claim_outbox(self, now: dt.datetime, limit: int, lease: dt.timedelta) -> tuple[Message, ...]:
        """Take ready messages whose time has come and mark them `sending`: after the commit they count as perhaps sent."""
        columns = tables.message.c
        query = (
            sa.select(columns.id)
            .where(self._mine(tables.message), columns.state == MessageState.READY, columns.due_at <= now)
            .order_by(*_BY_DUE)
            .limit(limit)
        )
        ids = list(self._connection.execute(dialect.for_claiming(query)).scalars())
        claimed = {"state": MessageState.SENDING, "claimed_at": now, "lease_until": now + lease}
        self._change(tables.message, columns.id.in_(ids), epoch=columns.epoch + 1, attempt=columns.attempt + 1, **claimed)
        return self._all(_MESSAGES, columns.id.in_(ids), by=_BY_DUE)

    def save_message(self, message: Message) -> bool:
        """Keep where a message stands now; False when another worker has it, or when no arrow leads there."""
        columns = tables.message.c
        may_move = (columns.id == message.id, columns.epoch == message.epoch, columns.state.in_(_ARROWS[message.state]))
        lease = {} if message.state is MessageState.SENDING else {"lease_until": None}
        return self._change(tables.message, *may_move, **_MESSAGES.row(message), **lease) == 1

    def reap(self, now: dt.datetime) -> tuple[Message, ...]:
        """Messages left in `sending` past their lease become `unknown`, never `ready`: they may have arrived.

        The epoch stays, so that a worker that was only slow can still say that its mail was accepted.
        """
        columns = tables.message.c
        query = sa.select(columns.id).where(
            self._mine(tables.message), columns.state == MessageState.SENDING, columns.lease_until <= now
        )
        ids = list(self._connection.execute(dialect.for_claiming(query)).scalars())
        found = {"state": MessageState.UNKNOWN, "settled_at": now, "reason": "the sender stopped while sending"}
        self._change(tables.message, columns.id.in_(ids), lease_until=None, **found)
        return self._all(_MESSAGES, columns.id.in_(ids), by=_BY_DUE)
