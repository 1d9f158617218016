import pytest

from tests.factories import NOW, a_business, a_send_step, a_sequence, a_text, a_thank_you, a_wait, an_enrolment, later
from weblocal.model.nurture import Decided, EnrolmentState, StepLogEntry
from weblocal.model.sequences import TellStep, WaitUnit
from weblocal.nurture import explain


def entry(decided: Decided, reason: str = "so it is", *, step: str = "hello", enrolment: str = "enrolment-1") -> StepLogEntry:
    return StepLogEntry(
        id=f"{decided}-{step}",
        contact_id="contact-1",
        sequence_id="come_and_see_us",
        enrolment_id=enrolment,
        step_id=step,
        decision=decided,
        reason=reason,
        decided_at=NOW,
    )


@pytest.mark.parametrize("decided", list(Decided))
def test_every_decision_has_a_sentence(decided: Decided) -> None:
    ((way,), _) = explain.story((an_enrolment(),), (entry(decided),), business=a_business())
    (line,) = way.lines
    assert line.words
    assert "{" not in line.words


def test_a_way_that_was_stopped_says_of_every_mail_why_it_was_not_sent() -> None:
    stopped = an_enrolment(state=EnrolmentState.EXITED, ended_at=later(days=1), end_reason="they came")
    log = (entry(Decided.QUEUED), entry(Decided.ACCEPTED))
    ((way,), _) = explain.story((stopped,), log, business=a_business())
    assert [line.step_id for line in way.unsent] == ["how_to_choose", "last_word"]
    assert {line.words for line in way.unsent} == {"“Hello” was not sent: they came."}


def test_while_a_way_goes_on_mails_to_come_are_not_called_unsent() -> None:
    ((way,), _) = explain.story((an_enrolment(),), (entry(Decided.WITHHELD, "no mail address"),), business=a_business())
    assert [line.words for line in way.unsent] == ["“Hello” was not sent: no mail address."]


def test_a_mail_that_waited_and_then_went_is_not_unsent() -> None:
    log = (entry(Decided.DEFERRED), entry(Decided.QUEUED), entry(Decided.ACCEPTED))
    ((way,), _) = explain.story((an_enrolment(),), log, business=a_business())
    assert way.unsent == ()


def test_what_never_began_is_told_apart() -> None:
    _, never = explain.story((), (entry(Decided.NOT_BEGUN, "they never agreed", step="", enrolment=""),), business=a_business())
    assert [line.words for line in never] == ["“Come and see us” did not begin: they never agreed."]


@pytest.mark.parametrize(
    ("step", "rule"),
    [
        ("hello", "at once after the lead"),
        ("how_to_choose", "2 days after “Hello”, in the hours for mails"),
        ("last_word", "5 days after “Hello”, in the hours for mails"),
        ("nothing", ""),
    ],
)
def test_a_rule_is_said_as_the_owner_wrote_it(step: str, rule: str) -> None:
    assert explain.rule_of(a_sequence(), step) == rule


def test_waits_after_one_another_are_said_together() -> None:
    steps = (a_wait(1, WaitUnit.HOURS, id="a"), a_wait(2, id="b"), a_send_step("hello"))
    assert explain.rule_of(a_thank_you(steps=steps), "hello") == "1 hour and 2 days after the visit, in the hours for mails"


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("no_answer", "“Come and see us” ended: no answer."),
        ("done", "“Come and see us” ended: every step of it was taken."),
        ("they came", "“Come and see us” ended: they came."),
    ],
)
def test_short_names_of_the_profile_are_said_in_words(reason: str, said: str) -> None:
    ended = an_enrolment(state=EnrolmentState.FINISHED, ended_at=later(days=9), end_reason=reason)
    ((way,), _) = explain.story((ended,), (entry(Decided.FINISHED, reason, step=""),), business=a_business())
    assert [line.words for line in way.lines] == [said]
    assert not any("_" in line.words for line in way.unsent)


def test_a_rule_names_the_task_before_it_by_its_words_and_an_untitled_mail_without_underscores() -> None:
    task = TellStep(id="ring_once", staff="counter", words="Ring once more.")
    steps = (task, a_send_step("last_word", text=a_text(title="")), a_send_step("bye"))
    sequence = a_sequence(steps=steps)
    assert explain.rule_of(sequence, "last_word").startswith("at once after “Ring once more”")
    assert explain.rule_of(sequence, "bye").startswith("at once after “Last word”")
