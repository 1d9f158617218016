import dataclasses
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import (
    ALWAYS,
    NOW,
    a_business,
    a_send_step,
    a_sequence,
    a_text,
    a_wait,
    an_enrolment,
    later,
    mail_settings,
)
from weblocal.model.hours import Hours, Span
from weblocal.model.nurture import Decision, Enrolment, Finish, QueueMessage, SkipStep, Sleep, TellStaff
from weblocal.model.sequences import ExitStep, Sequence, Step, TellStep, WaitUnit
from weblocal.nurture import schedule

LONDON = "Europe/London"


def decide(*steps: Step, now: dt.datetime = NOW, hours: Hours | None = None, **enrolment: object) -> Decision:
    business = a_business(mail=mail_settings(**({"window": hours} if hours else {})))
    way = dataclasses.replace(an_enrolment(), **enrolment)
    return schedule.decide(a_sequence(steps=steps), way, business=business, zone=LONDON, now=now)


def test_a_mail_whose_time_has_come_is_queued_with_its_last_useful_moment() -> None:
    assert decide(a_send_step("hello")) == QueueMessage(step_id="hello", due_at=NOW, not_after_at=later(hours=72))


@pytest.mark.parametrize(("review_link", "goes"), [("https://reviews.example/us", True), ("", False)])
def test_a_review_is_asked_for_only_where_one_can_be_written(review_link: str, *, goes: bool) -> None:
    ask = a_send_step("ask", text=a_text(more=(("button", "Write a review"), ("button_to", "review"))))
    business = a_business(review_link=review_link)
    decided = schedule.decide(a_sequence(steps=(ask,)), an_enrolment(), business=business, zone=LONDON, now=NOW)
    assert isinstance(decided, QueueMessage if goes else SkipStep)


def test_a_wait_sleeps_until_it_has_run_out() -> None:
    assert decide(a_wait(2), a_send_step("hello")) == Sleep(until_at=later(days=2))


def test_waits_after_one_another_add_up_whenever_somebody_looks() -> None:
    steps = (a_wait(1, id="one"), a_wait(1, id="two"), a_send_step("hello", in_window=False))
    assert decide(*steps, now=later(days=1, hours=5)) == Sleep(until_at=later(days=2))
    assert decide(*steps, now=later(days=2, hours=1)) == QueueMessage(
        step_id="hello", due_at=later(days=2), not_after_at=later(days=5)
    )


def test_a_mail_that_falls_due_at_night_waits_for_the_window_and_a_little_longer() -> None:
    decision = decide(a_wait(10, WaitUnit.HOURS), a_send_step("hello"), now=later(hours=10))
    assert isinstance(decision, Sleep)
    opens_at = dt.datetime(2026, 11, 11, 9, 0, tzinfo=dt.UTC)
    assert opens_at <= decision.until_at < opens_at + dt.timedelta(minutes=15)


def test_a_mail_without_a_window_goes_at_once_also_at_night() -> None:
    decision = decide(a_wait(10, WaitUnit.HOURS), a_send_step("hello", in_window=False), now=later(hours=10))
    assert isinstance(decision, QueueMessage)


def test_mails_held_back_overnight_are_spread_the_same_way_every_time() -> None:
    def due(enrolment_id: str) -> dt.datetime:
        decision = decide(a_wait(10, WaitUnit.HOURS), a_send_step("hello"), now=later(hours=10), id=enrolment_id)
        assert isinstance(decision, Sleep)
        return decision.until_at

    ids = [f"enrolment-{number}" for number in range(50)]
    assert [due(one) for one in ids] == [due(one) for one in ids]
    assert len({due(one) for one in ids}) > 40


def test_a_window_shorter_than_the_spread_is_still_met() -> None:
    one_minute = Hours(week=((Span(9 * 60, 9 * 60 + 1),),) * 7, zone=LONDON)
    decision = decide(a_send_step("hello"), hours=one_minute)
    assert isinstance(decision, Sleep)
    assert dt.time(9, 0) <= decision.until_at.time() < dt.time(9, 1)


def test_a_mail_that_is_too_late_is_left_out_with_the_reason() -> None:
    decision = decide(a_send_step("hello"), now=later(days=4))
    assert decision == SkipStep(step_id="hello", reason="too late: it was due 4 days ago, and mails may be 3 days late")


def test_staff_are_told_and_ways_end_with_their_reason() -> None:
    tell = TellStep(id="ring", staff="counter", words="Ring them.")
    assert decide(tell) == TellStaff(step_id="ring", staff="counter", words="Ring them.")
    assert decide(ExitStep(id="out", reason="no_answer")) == Finish(reason="no_answer")
    assert decide(a_send_step("hello"), step_index=1) == Finish(reason="done")


def test_the_window_is_read_on_the_readers_wall() -> None:
    business = a_business()
    sequence = a_sequence(steps=(a_send_step("hello"),))
    decision = schedule.decide(sequence, an_enrolment(), business=business, zone="Asia/Tokyo", now=NOW)
    assert isinstance(decision, Sleep)  # ten in London is seven in the evening in Tokyo
    assert decision.until_at.date() == dt.date(2026, 11, 11)
    assert decision.until_at.hour == 0


def test_or_on_the_businesss_wall_when_the_profile_says_so() -> None:
    business = a_business(mail=mail_settings(window_of="business"))
    sequence = a_sequence(steps=(a_send_step("hello"),))
    assert isinstance(schedule.decide(sequence, an_enrolment(), business=business, zone="Asia/Tokyo", now=NOW), QueueMessage)


@pytest.mark.parametrize(
    ("names", "index", "step_id", "expected"),
    [
        (("a", "b", "c"), 1, "b", 1),
        (("new", "a", "b", "c"), 1, "b", 2),
        (("b", "a"), 1, "b", 0),
        (("a", "c"), 1, "b", 1),
        (("a",), 2, "gone", 1),
        ((), 1, "gone", 0),
    ],
)
def test_an_edited_sequence_is_picked_up_at_the_step_of_the_same_name(
    names: tuple[str, ...], index: int, step_id: str, expected: int
) -> None:
    sequence = a_sequence(steps=tuple(a_send_step(name) for name in names))
    assert schedule.index_of(sequence, an_enrolment(step_index=index, step_id=step_id)) == expected


def _walk(sequence: Sequence, enrolment: Enrolment, worker_every: dt.timedelta) -> list[tuple[str, dt.datetime]]:
    """Every mail of a way, as a worker that looks in now and then would queue it."""
    business = a_business(mail=mail_settings(window=ALWAYS))
    now, sent = enrolment.started_at, []
    for _ in range(2000):
        decision = schedule.decide(sequence, enrolment, business=business, zone=LONDON, now=now)
        match decision:
            case Finish():
                return sent
            case Sleep(until_at=until_at):
                assert until_at > now
            case QueueMessage(step_id=step_id) | SkipStep(step_id=step_id):
                if isinstance(decision, QueueMessage):
                    sent.append((step_id, now))
                enrolment = schedule.advanced(enrolment, sequence, past=step_id, at=now)
                continue
        now += worker_every
    raise AssertionError("the way never ended")


@given(st.lists(st.integers(0, 72), max_size=5), st.integers(1, 200))
def test_a_way_always_ends_each_step_is_done_at_most_once_and_no_mail_comes_early(waits: list[int], every_hours: int) -> None:
    steps: list[Step] = []
    for number, hours in enumerate(waits):
        steps += [a_wait(hours, WaitUnit.HOURS, id=f"w{number}"), a_send_step(f"s{number}")]
    sent = _walk(a_sequence(steps=tuple(steps)), an_enrolment(), dt.timedelta(hours=every_hours))
    names = [name for name, _ in sent]
    assert names == sorted(set(names), key=names.index)
    at = NOW
    for name, sent_at in sent:
        number = int(name[1:])
        assert sent_at >= at + dt.timedelta(hours=waits[number])
        at = sent_at
