"""Enrolments: begun once, claimed by one, fenced against whoever comes back late."""

import dataclasses
import datetime as dt
import threading

from tests.factories import NOW, a_contact, a_message, an_enrolment, later
from weblocal.model.mail import MessageState
from weblocal.model.nurture import Enrolment, EnrolmentState, StaffTask, StepLogEntry
from weblocal.store.ledger import Ledger
from weblocal.store.writing import Writing

LEASE = dt.timedelta(minutes=5)


def _claim(ledger: Ledger, now: dt.datetime, limit: int = 10) -> tuple[Enrolment, ...]:
    return ledger.write(lambda writing: writing.claim_due_enrolments(now, limit, LEASE))


def test_a_second_enrolment_is_a_no_op_while_the_first_is_live(enrolled: Ledger) -> None:
    assert enrolled.write(lambda writing: writing.start_enrolment(an_enrolment("again"))) is False
    paused = an_enrolment(state=EnrolmentState.PAUSED)
    enrolled.write(lambda writing: writing.save_enrolment(paused))
    assert enrolled.write(lambda writing: writing.start_enrolment(an_enrolment("again"))) is False
    assert enrolled.write(lambda writing: writing.start_enrolment(an_enrolment("other", key="booking-7"))) is True
    enrolled.write(lambda writing: writing.stop_enrolment("enrolment-1", "visited", NOW))
    assert enrolled.write(lambda writing: writing.start_enrolment(an_enrolment("again"))) is True


def test_sixteen_threads_start_one_enrolment(known: Ledger) -> None:
    start, answers = threading.Barrier(16), []

    def begin(number: int) -> None:
        start.wait(20)
        answers.append(known.write(lambda writing: writing.start_enrolment(an_enrolment(f"e-{number}"))))

    threads = [threading.Thread(target=begin, args=(number,)) for number in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert sum(answers) == 1


def test_what_is_due_is_claimed_by_one_worker_until_its_lease_ends(enrolled: Ledger) -> None:
    assert _claim(enrolled, later(seconds=-1)) == ()
    (claimed,) = _claim(enrolled, NOW)
    assert claimed == an_enrolment(epoch=1)
    assert _claim(enrolled, later(minutes=4)) == ()
    (again,) = _claim(enrolled, later(minutes=5))
    assert again.epoch == 2


def test_the_longest_due_comes_first_and_no_more_than_asked(known: Ledger) -> None:
    for number in range(4):
        contact = a_contact(f"c-{number}")
        enrolment = an_enrolment(f"e-{number}", contact_id=contact.id, due_at=NOW - dt.timedelta(hours=number))
        known.write(lambda w, c=contact, e=enrolment: (w.add_contact(c), w.start_enrolment(e)))
    assert [enrolment.id for enrolment in _claim(known, NOW, limit=3)] == ["e-3", "e-2", "e-1"]
    assert [enrolment.id for enrolment in _claim(known, NOW, limit=3)] == ["e-0"]


def test_a_worker_that_wakes_after_its_lease_changes_nothing(enrolled: Ledger) -> None:
    (of_the_slow_one,) = _claim(enrolled, NOW)
    (of_the_quick_one,) = _claim(enrolled, later(minutes=10))
    moved = dataclasses.replace(of_the_quick_one, step_index=1, step_id="second", due_at=later(days=2))
    assert enrolled.write(lambda writing: writing.save_enrolment(moved)) is True
    stale = dataclasses.replace(of_the_slow_one, step_index=9)
    assert enrolled.write(lambda writing: writing.save_enrolment(stale)) is False
    assert enrolled.read(lambda reading: reading.enrolment("enrolment-1")) == moved
    assert [enrolment.id for enrolment in _claim(enrolled, later(days=2))] == ["enrolment-1"]


def test_stopping_withholds_ready_messages_and_shuts_the_worker_out(enrolled: Ledger) -> None:
    (held_by_worker,) = _claim(enrolled, NOW)
    sending = a_message("sending", step_id="first", state=MessageState.SENDING)
    enrolled.write(lambda writing: (writing.add_message(a_message()), writing.add_message(sending)))
    assert enrolled.write(lambda writing: writing.stop_enrolment("enrolment-1", "visited", later(hours=1))) is True
    assert enrolled.write(lambda writing: writing.stop_enrolment("enrolment-1", "again", later(hours=2))) is False
    ended = enrolled.read(lambda reading: reading.enrolment("enrolment-1"))
    assert ended is not None
    assert (ended.state, ended.end_reason, ended.ended_at) == (EnrolmentState.EXITED, "visited", later(hours=1))
    assert enrolled.write(lambda writing: writing.save_enrolment(held_by_worker)) is False
    states = {message.id: message.state for message in enrolled.read(lambda r: r.messages_of_enrolment("enrolment-1"))}
    assert states == {"message-1": MessageState.WITHHELD, "sending": MessageState.SENDING}
    assert enrolled.read(lambda reading: reading.live_enrolments_of("contact-1")) == ()
    assert len(enrolled.read(lambda reading: reading.enrolments_of("contact-1"))) == 1


def test_an_ended_enrolment_never_comes_back_to_life(enrolled: Ledger) -> None:
    over = an_enrolment(state=EnrolmentState.FINISHED, ended_at=NOW, end_reason="done")
    assert enrolled.write(lambda writing: writing.save_enrolment(over)) is True
    assert enrolled.write(lambda writing: writing.save_enrolment(an_enrolment())) is False
    assert _claim(enrolled, later(days=1)) == ()


def test_the_ledger_says_when_a_sequence_was_last_begun_and_what_is_due_next(enrolled: Ledger) -> None:
    assert enrolled.read(lambda reading: reading.last_started_at("come_and_see_us", "contact-1")) == NOW
    assert enrolled.read(lambda reading: reading.last_started_at("another", "contact-1")) is None
    enrolled.write(lambda writing: writing.add_message(a_message(due_at=later(hours=-3))))
    assert enrolled.read(lambda reading: reading.next_due_at()) == later(hours=-3)
    enrolled.write(lambda writing: writing.stop_enrolment("enrolment-1", "visited", NOW))
    assert enrolled.read(lambda reading: reading.next_due_at()) is None


def test_due_enrolments_are_found_by_their_own_index(enrolled: Ledger) -> None:
    def plan(writing: Writing) -> str:
        asked: list[str] = []
        connection = writing._connection.connection.driver_connection
        connection.set_trace_callback(asked.append)
        writing.claim_due_enrolments(NOW, 10, LEASE)
        connection.set_trace_callback(None)
        query = next(words for words in asked if words.startswith("SELECT"))
        return str(writing._connection.exec_driver_sql("EXPLAIN QUERY PLAN " + query).all())

    assert "ix_enrolment_due" in enrolled.write(plan)


def test_every_decision_and_every_task_is_kept(enrolled: Ledger) -> None:
    entry = StepLogEntry(
        id="l-1",
        contact_id="contact-1",
        sequence_id="come_and_see_us",
        enrolment_id="enrolment-1",
        step_id="hello",
        decision="withheld",
        reason="no consent",
        decided_at=NOW,
    )
    task = StaffTask(
        id="t-1",
        contact_id="contact-1",
        enrolment_id="enrolment-1",
        step_id="ring",
        staff="counter",
        words="Ring Joan.",
        told_at=NOW,
    )
    assert enrolled.write(lambda writing: (writing.log_step(entry), writing.add_staff_task(task))) == (True, True)
    assert enrolled.write(lambda writing: writing.add_staff_task(dataclasses.replace(task, id="t-2"))) is False
    assert enrolled.read(lambda reading: reading.step_log_of("enrolment-1")) == (entry,)
    assert enrolled.read(lambda reading: reading.staff_tasks()) == (task,)
    assert enrolled.read(lambda reading: (reading.staff_task("t-1"), reading.staff_task("t-2"))) == (task, None)
    assert enrolled.write(lambda writing: writing.finish_staff_task("t-1", later(hours=1))) is True
    assert enrolled.write(lambda writing: writing.finish_staff_task("t-1", later(hours=2))) is False
    assert enrolled.read(lambda reading: reading.staff_tasks()) == ()
    done = enrolled.read(lambda reading: reading.staff_tasks_of("contact-1"))
    assert [told.done_at for told in done] == [later(hours=1)]
