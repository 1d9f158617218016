import dataclasses
import datetime as dt
import pathlib
from collections.abc import Iterator

import pytest

from tests.factories import NOW, a_business, a_consent, a_contact, a_message, a_placement, a_workspace, later
from weblocal import tokens
from weblocal.errors import NotAllowed, NotFound
from weblocal.flows import check_in, receive, unsubscribe
from weblocal.flows.check_in import CheckIn, CheckInAnswer
from weblocal.flows.receive import Answer, Received
from weblocal.flows.workspace import Workspace
from weblocal.model.leads import Post, SubmissionState
from weblocal.model.mail import MessageState
from weblocal.model.nurture import EnrolmentState
from weblocal.model.people import ConsentState, Contact
from weblocal.model.visits import EventKind, VisitState

GOOD = {
    "name": "Joan Muster",
    "phone": "07700 900123",
    "email": "joan@example.com",
    "consent_offers": "on",
    "consent_offers_version": "v1",
    "key": "page-view-1",
}


@pytest.fixture
def workspace(tmp_path: pathlib.Path) -> Iterator[Workspace]:
    with a_workspace(tmp_path) as opened:
        yield opened


def post(*, at: dt.datetime = NOW, **changes: str) -> Post:
    return Post(form_id="quote", pairs=tuple((GOOD | changes).items()), received_at=at)


def send(workspace: Workspace, *, at: dt.datetime = NOW, **changes: str) -> Received:
    return receive.receive(workspace, post(at=at, **changes), now=at)


def kinds(workspace: Workspace, contact_id: str) -> list[EventKind]:
    return [event.kind for event in workspace.ledger.read(lambda reading: reading.events_of(contact_id))]


def only_contact(workspace: Workspace) -> Contact:
    (contact,) = workspace.ledger.read(lambda reading: reading.contacts_since(later(days=-1)))
    return contact


def test_a_lead_is_stored_with_person_consent_story_sequence_and_alert(workspace: Workspace) -> None:
    received = send(workspace)
    assert (received.answer, received.is_repeat) == (Answer.ACCEPTED, False)
    contact = only_contact(workspace)
    with_ledger = workspace.ledger.read
    lead = with_ledger(lambda reading: reading.lead(received.lead_id))
    assert lead is not None
    assert lead.contact_id == contact.id
    assert [consent.stream for consent in with_ledger(lambda reading: reading.consents_of(contact.id))] == ["offers"]
    assert set(kinds(workspace, contact.id)) == {EventKind.LEAD, EventKind.CONSENT_GIVEN, EventKind.ENROLLED}
    (enrolment,) = with_ledger(lambda reading: reading.enrolments_of(contact.id))
    assert (enrolment.sequence_id, enrolment.cause) == ("come_and_see_us", lead.id)
    (alert,) = with_ledger(lambda reading: reading.ready_messages(NOW, 10))
    assert (alert.to_address, alert.enrolment_id, receive.alerted_lead_id(alert)) == ("hello@bright-pipes.example", "", lead.id)


def test_no_event_holds_a_number_or_an_address(workspace: Workspace) -> None:
    send(workspace)
    told = str(workspace.ledger.read(lambda reading: reading.events_since(later(days=-1))))
    assert "joan@" not in told
    assert "900123" not in told


def test_a_doubled_post_is_one_lead_and_gets_the_same_answer(workspace: Workspace) -> None:
    first, again = send(workspace), send(workspace, at=later(seconds=3))
    assert again == dataclasses.replace(first, is_repeat=True)
    assert len(workspace.ledger.read(lambda reading: reading.leads_since(later(days=-1)))) == 1
    assert len(workspace.ledger.read(lambda reading: reading.ready_messages(later(days=1), 10))) == 1


def test_somebody_who_writes_again_is_the_same_person(workspace: Workspace) -> None:
    send(workspace)
    send(workspace, at=later(days=1), message="And the tap drips too.")
    contact = only_contact(workspace)
    assert len(workspace.ledger.read(lambda reading: reading.leads_of(contact.id))) == 2
    assert len(workspace.ledger.read(lambda reading: reading.enrolments_of(contact.id))) == 1
    log = workspace.ledger.read(lambda reading: reading.enrolments_of(contact.id))
    assert log[0].started_at == NOW


def test_the_same_number_under_another_name_is_another_person_and_a_question(workspace: Workspace) -> None:
    send(workspace)
    other = send(workspace, at=later(hours=1), name="Peter Sample", email="peter@example.com")
    assert len(workspace.ledger.read(lambda reading: reading.contacts_since(later(days=-1)))) == 2
    lead = workspace.ledger.read(lambda reading: reading.lead(other.lead_id))
    assert lead is not None
    assert EventKind.NOTE in kinds(workspace, lead.contact_id)


def test_a_lead_without_consent_is_answered_by_people_alone(workspace: Workspace) -> None:
    send(workspace, consent_offers="")
    contact = only_contact(workspace)
    assert workspace.ledger.read(lambda reading: reading.enrolments_of(contact.id)) == ()


def test_junk_is_held_and_thanked_and_reaches_nobody(workspace: Workspace) -> None:
    received = send(workspace, website2="x")
    assert received.answer is Answer.HELD
    assert workspace.ledger.read(lambda reading: reading.contacts_since(later(days=-1))) == ()
    assert workspace.ledger.read(lambda reading: reading.ready_messages(later(days=1), 10)) == ()
    (held,) = workspace.ledger.read(lambda reading: reading.held_submissions())
    assert held.held_because


def test_a_held_post_that_is_let_in_becomes_a_lead_once(workspace: Workspace) -> None:
    held = send(workspace, website2="x")
    released = receive.release(workspace, held.submission_id, now=later(hours=5))
    again = receive.release(workspace, held.submission_id, now=later(hours=6))
    assert released.answer is Answer.ACCEPTED
    assert (again.lead_id, again.is_repeat) == (released.lead_id, True)
    lead = workspace.ledger.read(lambda reading: reading.lead(released.lead_id))
    assert lead is not None
    assert lead.received_at == NOW


def test_a_held_post_that_is_refused_stays_refused(workspace: Workspace) -> None:
    held = send(workspace, website2="x")
    assert receive.refuse(workspace, held.submission_id, now=later(hours=1))
    assert not receive.refuse(workspace, held.submission_id, now=later(hours=2))
    submission = workspace.ledger.read(lambda reading: reading.submission(held.submission_id))
    assert submission is not None
    assert submission.state is SubmissionState.REFUSED
    assert receive.release(workspace, held.submission_id, now=later(hours=3)).answer is not Answer.ACCEPTED


def test_a_submission_that_is_gone_is_said_to_be_gone(workspace: Workspace) -> None:
    with pytest.raises(NotFound):
        receive.release(workspace, "nothing", now=NOW)


def test_what_must_be_corrected_is_not_stored(workspace: Workspace) -> None:
    received = send(workspace, phone="12")
    assert (received.answer, [name for name, _ in received.corrections]) == (Answer.CORRECT, ["phone"])
    assert workspace.ledger.read(lambda reading: reading.held_submissions()) == ()


def test_a_scan_is_counted_without_anybody(workspace: Workspace) -> None:
    assert receive.record_scan(workspace, "k7m2", now=NOW) == a_placement()
    assert receive.record_scan(workspace, "nothing", now=NOW) is None
    scans = workspace.ledger.write(lambda writing: writing.scans_between(later(days=-1), later(days=1)))
    assert [(scan.placement, scan.occurred_at) for scan in scans] == [("counter", NOW)]


def test_a_check_in_is_one_self_reported_visit_a_day_and_stops_the_mails(workspace: Workspace) -> None:
    send(workspace)
    contact = only_contact(workspace)
    for minutes in (60, 61, 62):
        sent = CheckIn(code="k7m2", typed="+44 7700 900123")
        assert check_in.check_in(workspace, sent, now=later(minutes=minutes)) is CheckInAnswer.WELCOME
    (visit,) = workspace.ledger.read(lambda reading: reading.visits_of(contact.id))
    assert (visit.state, visit.placement) == (VisitState.SELF_REPORTED, "counter")
    (enrolment,) = workspace.ledger.read(lambda reading: reading.enrolments_of(contact.id))
    assert (enrolment.state, enrolment.end_reason) == (EnrolmentState.EXITED, "they came")


def test_known_and_unknown_numbers_get_the_same_answer(workspace: Workspace) -> None:
    send(workspace)
    known = check_in.check_in(workspace, CheckIn(code="k7m2", typed="07700 900123"), now=later(hours=1))
    unknown = check_in.check_in(workspace, CheckIn(code="k7m2", typed="07700 900999"), now=later(hours=1))
    assert known == unknown
    assert check_in.check_in(workspace, CheckIn(code="k7m2", typed="??"), now=NOW) is CheckInAnswer.UNREADABLE
    assert check_in.check_in(workspace, CheckIn(code="x", typed="07700 900123"), now=NOW) is CheckInAnswer.UNKNOWN_PLACE


def a_token(workspace: Workspace, contact: Contact, stream: str = "offers") -> str:
    return unsubscribe.link(workspace, contact, stream, now=NOW).rpartition("/")[2]


def enrolled(workspace: Workspace) -> Contact:
    send(workspace)
    return only_contact(workspace)


def test_opening_an_unsubscribe_link_changes_nothing(workspace: Workspace) -> None:
    contact = enrolled(workspace)
    page = unsubscribe.unsubscribe_page(workspace, a_token(workspace, contact), now=later(days=1))
    assert (page.stream_words, page.is_stopped) == ("Offers and news, once a month at most", False)
    assert EventKind.CONSENT_WITHDRAWN not in kinds(workspace, contact.id)


def test_an_unsubscribe_withdraws_stops_and_withholds_and_may_be_pressed_twice(workspace: Workspace) -> None:
    contact = enrolled(workspace)
    workspace.ledger.write(
        lambda writing: writing.add_message(
            a_message(contact_id=contact.id, enrolment_id=writing.enrolments_of(contact.id)[0].id, due_at=later(days=9))
        )
    )
    token = a_token(workspace, contact)
    first = unsubscribe.unsubscribe(workspace, token, now=later(days=1))
    assert first.is_stopped
    assert unsubscribe.unsubscribe(workspace, token, now=later(days=2)) == first
    (enrolment,) = workspace.ledger.read(lambda reading: reading.enrolments_of(contact.id))
    assert enrolment.end_reason == "they asked us to stop"
    consents = workspace.ledger.read(lambda reading: reading.consents_of(contact.id))
    assert [consent.state for consent in consents] == [ConsentState.GIVEN, ConsentState.WITHDRAWN]
    (message,) = workspace.ledger.read(lambda reading: reading.messages_of(contact.id))
    assert (message.state, message.reason) == (MessageState.WITHHELD, "they asked us to stop")


def test_an_unsubscribe_from_everything_stops_every_stream(workspace: Workspace) -> None:
    contact = enrolled(workspace)
    page = unsubscribe.unsubscribe(workspace, a_token(workspace, contact), now=NOW, everything=True)
    assert page.is_everything_stopped


def test_saying_yes_again_and_unsubscribing_again_stops_again(workspace: Workspace) -> None:
    contact = enrolled(workspace)
    token = a_token(workspace, contact)
    unsubscribe.unsubscribe(workspace, token, now=later(days=1))
    workspace.ledger.write(lambda writing: writing.add_consent(a_consent(contact.id, recorded_at=later(days=2))))
    assert not unsubscribe.unsubscribe_page(workspace, token, now=later(days=3)).is_stopped
    assert unsubscribe.unsubscribe(workspace, token, now=later(days=3)).is_stopped


def test_an_unsubscribe_works_for_somebody_who_is_no_longer_in_the_book(workspace: Workspace) -> None:
    gone = a_contact("long-gone", email="gone@example.com")
    assert unsubscribe.unsubscribe(workspace, a_token(workspace, gone), now=later(days=500)).is_stopped
    assert unsubscribe.unsubscribe_page(workspace, a_token(workspace, gone), now=later(days=501)).is_stopped


def test_a_forged_or_borrowed_token_is_refused(workspace: Workspace) -> None:
    contact = enrolled(workspace)
    other_purpose = tokens.issue((contact.id, "offers", ""), purpose="staff", keys=workspace.keys, now=NOW)
    for token in ("x", a_token(workspace, contact)[:-2], other_purpose):
        with pytest.raises(NotAllowed):
            unsubscribe.unsubscribe(workspace, token, now=NOW)


def test_a_link_holds_nothing_about_the_person(workspace: Workspace) -> None:
    link = unsubscribe.link(workspace, a_contact(), "offers", now=NOW)
    assert link.startswith("https://desk.bright-pipes.example/u/")
    assert "joan" not in link


def test_without_a_desk_there_is_no_link_that_could_not_work(tmp_path: pathlib.Path) -> None:
    desk = dataclasses.replace(a_business().desk, address="")
    with a_workspace(tmp_path, desk=desk) as workspace:
        assert unsubscribe.link(workspace, a_contact(), "offers", now=NOW) == ""


def test_a_rehearsed_post_goes_the_whole_way_and_leaves_nothing_in_the_book(workspace: Workspace) -> None:
    assert receive.rehearse(workspace, now=NOW) is True

    def everything(reading) -> tuple[object, ...]:  # noqa: ANN001
        ever = NOW - dt.timedelta(days=9999)
        found = (
            reading.leads_since(ever),
            reading.contacts_since(ever),
            reading.events_since(ever),
            reading.held_submissions(),
        )
        return (*found, reading.messages_due(ever, NOW + dt.timedelta(days=1)))

    assert not any(workspace.ledger.read(everything))
