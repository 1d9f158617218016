import datetime as dt

import pytest

from tests.factories import (
    NOW,
    a_business,
    a_consent,
    a_contact,
    a_message,
    a_suppression,
    an_enrolment,
    later,
    mail_settings,
)
from weblocal.model.mail import Allowed, Deferred, Message, Permission, Withheld
from weblocal.model.nurture import EnrolmentState
from weblocal.model.people import ConsentState, SuppressionReason
from weblocal.model.sequences import FrequencyCap, Purpose, WhenCapped
from weblocal.nurture import permission
from weblocal.nurture.standing import Standing


def standing(**changes: object) -> Standing:
    defaults = {"contact": a_contact(), "consents": (a_consent(),), "enrolments": (an_enrolment(),)}
    return Standing(**(defaults | changes))


def ask(message: Message | None = None, *, now: dt.datetime = NOW, mail: dict | None = None, **about: object) -> Permission:
    business = a_business(mail=mail_settings(**(mail or {})))
    return permission.may_send(
        message or a_message(step_id="how_to_choose"), business=business, standing=standing(**about), now=now
    )


def reason(answer: Permission) -> str:
    assert isinstance(answer, Withheld)
    return answer.reason


def test_with_consent_and_in_the_window_a_message_may_go() -> None:
    assert ask() == Allowed()


def test_marketing_needs_consent() -> None:
    assert reason(ask(consents=())) == "they never agreed to “offers”"


def test_consent_to_one_stream_is_no_consent_to_another() -> None:
    assert reason(ask(consents=(a_consent(stream="care"),))) == "they never agreed to “offers”"


def test_the_newest_record_of_consent_counts() -> None:
    withdrawn = a_consent(id="2", state=ConsentState.WITHDRAWN, recorded_at=later(hours=-1))
    given = a_consent(id="1", recorded_at=later(hours=-2))
    assert reason(ask(consents=(withdrawn, given))) == "they took back their agreement to “offers”"
    again = a_consent(id="3", recorded_at=later(minutes=-1))
    assert ask(consents=(withdrawn, given, again)) == Allowed()


def test_transactional_mail_needs_no_consent_and_survives_an_unsubscribe() -> None:
    message = a_message(purpose=Purpose.TRANSACTIONAL)
    assert ask(message, consents=(), suppressions=(a_suppression(),)) == Allowed()


@pytest.mark.parametrize("why", [SuppressionReason.BOUNCED, SuppressionReason.ERASED])
def test_a_dead_or_erased_address_gets_nothing_at_all(why: SuppressionReason) -> None:
    message = a_message(purpose=Purpose.TRANSACTIONAL)
    assert isinstance(ask(message, suppressions=(a_suppression(reason=why),)), Withheld)


@pytest.mark.parametrize("stream", ["", "offers"])
def test_an_unsubscribe_from_the_stream_or_from_everything_withholds(stream: str) -> None:
    assert reason(ask(suppressions=(a_suppression(stream=stream),))) == "they asked us to stop"


def test_an_unsubscribe_from_another_stream_does_not() -> None:
    assert ask(suppressions=(a_suppression(stream="care"),)) == Allowed()


def test_somebody_who_says_yes_again_after_an_unsubscribe_may_be_mailed() -> None:
    assert (
        ask(consents=(a_consent(recorded_at=later(minutes=-1)),), suppressions=(a_suppression(recorded_at=later(days=-3)),))
        == Allowed()
    )


def test_a_complaint_is_never_undone_by_a_form() -> None:
    complaint = a_suppression(reason=SuppressionReason.COMPLAINED, recorded_at=later(days=-3))
    assert reason(ask(suppressions=(complaint,))) == "they marked a mail as spam"


def test_an_erased_contact_gets_nothing() -> None:
    assert isinstance(ask(contact=None), Withheld)


def test_somebody_without_an_address_gets_nothing() -> None:
    assert reason(ask(contact=a_contact(email=""))) == "no mail address"


def test_a_way_that_was_stopped_has_nothing_more_to_say() -> None:
    stopped = an_enrolment(state=EnrolmentState.EXITED, end_reason="they came")
    assert reason(ask(enrolments=(stopped,))) == "they came"


def test_the_last_mail_of_a_finished_way_may_still_go() -> None:
    assert ask(enrolments=(an_enrolment(state=EnrolmentState.FINISHED, end_reason="done"),)) == Allowed()


def test_a_message_past_its_last_useful_moment_is_withheld() -> None:
    assert reason(ask(a_message(not_after_at=later(seconds=-1)))) == "too late to be of use"


def test_a_cap_makes_a_message_wait_until_the_earliest_allowed_instant() -> None:
    answer = ask(sent_at=(later(hours=-19),))
    assert answer == Deferred(until_at=later(hours=1), reason="they have had 1 mail in 20 hours, which is the most")


def test_a_capped_message_waits_for_the_window_too() -> None:
    answer = ask(sent_at=(later(hours=-1),))  # free again at five in the morning
    assert isinstance(answer, Deferred)
    assert answer.until_at == dt.datetime(2026, 11, 11, 9, 0, tzinfo=dt.UTC)


def test_of_several_caps_the_one_that_holds_longest_counts() -> None:
    sent = tuple(later(days=-13, hours=number) for number in range(4))
    answer = ask(sent_at=sent)
    assert isinstance(answer, Deferred)
    assert answer.until_at >= later(days=1)


def test_a_cap_that_would_hold_too_long_withholds() -> None:
    message = a_message(step_id="how_to_choose", not_after_at=later(minutes=30))
    assert "later would be too late" in reason(ask(message, sent_at=(later(hours=-19),)))


def test_a_profile_may_leave_capped_mails_out() -> None:
    assert isinstance(ask(sent_at=(later(hours=-19),), mail={"when_capped": WhenCapped.SKIP}), Withheld)


def test_transactional_mail_passes_the_caps() -> None:
    assert ask(a_message(purpose=Purpose.TRANSACTIONAL), sent_at=(later(hours=-1),)) == Allowed()


def test_outside_the_window_a_message_waits() -> None:
    answer = ask(now=later(hours=9), mail={"caps": (FrequencyCap(messages=9, period=dt.timedelta(days=1)),)})
    assert isinstance(answer, Deferred)
    assert answer.until_at == dt.datetime(2026, 11, 11, 9, 0, tzinfo=dt.UTC)


def test_a_step_without_a_window_does_not_wait_for_one() -> None:
    assert ask(a_message(step_id="hello"), now=later(hours=9)) == Allowed()
