"""Messages: a step is queued at most once, claimed before it is sent, and never sent again on a guess."""

import dataclasses
import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.factories import NOW, a_message, later
from weblocal.model.mail import Message, MessageState
from weblocal.store.ledger import Ledger
from weblocal.store.writing import Writing

LEASE = dt.timedelta(minutes=5)
LEGAL = {
    (MessageState.READY, MessageState.READY),
    (MessageState.READY, MessageState.WITHHELD),
    (MessageState.SENDING, MessageState.SENDING),
    (MessageState.SENDING, MessageState.READY),
    (MessageState.SENDING, MessageState.ACCEPTED),
    (MessageState.SENDING, MessageState.REFUSED),
    (MessageState.SENDING, MessageState.UNKNOWN),
    (MessageState.SENDING, MessageState.WITHHELD),
    (MessageState.UNKNOWN, MessageState.ACCEPTED),
    (MessageState.UNKNOWN, MessageState.CLOSED),
}


@pytest.fixture
def queued(enrolled: Ledger) -> Ledger:
    enrolled.write(lambda writing: writing.add_message(a_message()))
    return enrolled


def _claim(ledger: Ledger, now: dt.datetime = NOW) -> tuple[Message, ...]:
    return ledger.write(lambda writing: writing.claim_outbox(now, 10, LEASE))


def _state(ledger: Ledger) -> MessageState:
    message = ledger.read(lambda reading: reading.message("message-1"))
    assert message is not None
    return message.state


@pytest.mark.parametrize(
    "second", [a_message("m-2", token="token-of-message-1", step_id="other"), a_message("m-2"), a_message()]
)
def test_a_step_is_queued_at_most_once(queued: Ledger, second: Message) -> None:
    assert queued.write(lambda writing: writing.add_message(second)) is False
    assert len(queued.read(lambda reading: reading.messages_of_enrolment("enrolment-1"))) == 1


def test_alerts_belong_to_no_enrolment_and_may_be_many(known: Ledger) -> None:
    alerts = [a_message(f"a-{n}", enrolment_id="", contact_id="", step_id="new_lead") for n in range(3)]
    assert all(known.write(lambda writing, a=a: writing.add_message(a)) for a in alerts)


def test_a_claimed_message_is_marked_sending_and_claimed_by_nobody_else(queued: Ledger) -> None:
    assert _claim(queued, later(seconds=-1)) == ()
    (claimed,) = _claim(queued)
    assert claimed == a_message(state=MessageState.SENDING, epoch=1, attempt=1)
    assert _claim(queued, later(days=1)) == ()


def test_a_sender_that_dies_leaves_unknown_and_never_a_second_mail(queued: Ledger) -> None:
    (claimed,) = _claim(queued)
    assert queued.write(lambda writing: writing.reap(later(minutes=4))) == ()
    (reaped,) = queued.write(lambda writing: writing.reap(later(minutes=5)))
    assert (reaped.id, reaped.state, reaped.settled_at) == ("message-1", MessageState.UNKNOWN, later(minutes=5))
    assert queued.write(lambda writing: writing.reap(later(minutes=6))) == ()
    assert _claim(queued, later(days=1)) == ()
    back_to_ready = dataclasses.replace(claimed, state=MessageState.READY)
    assert queued.write(lambda writing: writing.save_message(back_to_ready)) is False
    assert queued.read(lambda reading: reading.unknown_messages()) == (reaped,)


def test_a_sender_that_was_only_slow_may_still_say_that_its_mail_was_accepted(queued: Ledger) -> None:
    (claimed,) = _claim(queued)
    queued.write(lambda writing: writing.reap(later(minutes=5)))
    accepted = dataclasses.replace(claimed, state=MessageState.ACCEPTED, settled_at=later(minutes=6), provider_id="p-1")
    assert queued.write(lambda writing: writing.save_message(accepted)) is True
    assert queued.read(lambda reading: reading.message("message-1")) == accepted


def test_a_message_put_back_for_later_is_out_of_reach_of_the_worker_before(queued: Ledger) -> None:
    (first,) = _claim(queued)
    again = dataclasses.replace(first, state=MessageState.READY, due_at=later(minutes=9), reason="busy")
    assert queued.write(lambda writing: writing.save_message(again)) is True
    assert _claim(queued, later(minutes=8)) == ()
    (second,) = _claim(queued, later(minutes=9))
    assert (second.epoch, second.attempt) == (2, 2)
    stale = dataclasses.replace(first, state=MessageState.ACCEPTED)
    assert queued.write(lambda writing: writing.save_message(stale)) is False
    assert _state(queued) is MessageState.SENDING


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moves=st.lists(st.sampled_from(list(MessageState)), max_size=6))
def test_messages_move_only_along_the_arrows(enrolled: Ledger, moves: list[MessageState]) -> None:
    def wander(writing: Writing) -> list[tuple[MessageState, MessageState, bool]]:
        """Every move tried, on a message of its own, which is gone again when the walk is over."""
        savepoint = writing._connection.begin_nested()
        writing.add_message(a_message())
        (message,) = writing.claim_outbox(NOW, 1, LEASE)
        walked = []
        for state in moves:
            before = writing.message("message-1")
            assert before is not None
            moved = writing.save_message(dataclasses.replace(message, state=state))
            walked.append((before.state, state, moved))
        savepoint.rollback()
        return walked

    for before, after, moved in enrolled.write(wander):
        assert moved is ((before, after) in LEGAL), (before, after)


def test_permission_asked_in_the_claiming_job_may_withhold_before_anything_is_sent(queued: Ledger) -> None:
    def claim_and_refuse(writing: Writing) -> bool:
        (claimed,) = writing.claim_outbox(NOW, 10, LEASE)
        return writing.save_message(dataclasses.replace(claimed, state=MessageState.WITHHELD, reason="no consent"))

    assert queued.write(claim_and_refuse) is True
    assert _state(queued) is MessageState.WITHHELD
    assert queued.read(lambda reading: reading.sent_at_since("contact-1", later(days=-1))) == ()


def test_caps_count_what_went_or_may_have_gone_but_no_alerts(queued: Ledger) -> None:
    alert = a_message("alert", enrolment_id="", step_id="new_lead")
    queued.write(lambda writing: (writing.add_message(alert), writing.add_message(a_message("m-2", step_id="two"))))
    claimed = {message.id: message for message in _claim(queued, later(minutes=1))}
    assert len(claimed) == 3
    refused = dataclasses.replace(claimed["m-2"], state=MessageState.REFUSED)
    queued.write(lambda writing: writing.save_message(refused))
    assert queued.read(lambda reading: reading.sent_at_since("contact-1", NOW)) == (later(minutes=1),)
    assert queued.read(lambda reading: reading.sent_at_since("contact-1", later(minutes=2))) == ()
    queued.write(lambda writing: writing.reap(later(hours=1)))
    assert queued.read(lambda reading: reading.sent_at_since("contact-1", NOW)) == (later(minutes=1),)


def test_the_outbox_can_be_looked_over(queued: Ledger) -> None:
    tomorrow = a_message("m-2", step_id="two", due_at=later(days=1))
    queued.write(lambda writing: writing.add_message(tomorrow))
    assert [m.id for m in queued.read(lambda reading: reading.ready_messages(NOW, 10))] == ["message-1"]
    assert queued.read(lambda reading: reading.messages_due(later(hours=1), later(days=2))) == (tomorrow,)
    assert queued.read(lambda reading: reading.message_of_token("token-of-m-2")) == tomorrow
    assert len(queued.read(lambda reading: reading.messages_of("contact-1"))) == 2
    _claim(queued)
    counts = queued.read(lambda reading: reading.outbox_counts())
    assert {state: count for state, count in counts.items() if count} == {MessageState.READY: 1, MessageState.SENDING: 1}
    assert set(counts) == set(MessageState)
