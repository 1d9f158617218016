import datetime as dt
import pathlib
from collections.abc import Iterator

import pytest

from tests.factories import NOW, a_consent, a_contact, a_lead, a_message, a_workspace, an_enrolment, later
from weblocal.errors import ImportInvalid, NotFound
from weblocal.flows import check_in, desk_visits, unsubscribe, visit
from weblocal.flows.check_in import CheckIn
from weblocal.flows.visit import Described, Logged, Tap
from weblocal.flows.workspace import Workspace
from weblocal.model.leads import LeadOutcome
from weblocal.model.mail import MessageState
from weblocal.model.nurture import Enrolment, EnrolmentState
from weblocal.model.visits import EventKind, VisitState


@pytest.fixture
def workspace(tmp_path: pathlib.Path) -> Iterator[Workspace]:
    """A contact three days into "come and see us", with a mail waiting in the outbox."""
    with a_workspace(tmp_path) as opened:
        began = later(days=-3)

        def job(writing) -> None:  # noqa: ANN001
            writing.add_contact(a_contact(created_at=began))
            writing.add_consent(a_consent(recorded_at=began))
            writing.add_lead(a_lead(submission_id="", received_at=began))
            writing.start_enrolment(an_enrolment(started_at=began, anchor_at=began, step_index=3, step_id="wait_2"))
            writing.add_message(a_message(step_id="how_to_choose", due_at=later(hours=1)))

        opened.ledger.write(job)
        yield opened


def tap(workspace: Workspace, *, key: str = "tap-1", hours: float = 0, contact_id: str = "contact-1", **more: object) -> Logged:
    at = later(hours=hours)
    return visit.log_visit(workspace, Tap(contact_id=contact_id, key=key, occurred_at=at, **more), now=at)


def ways(workspace: Workspace, sequence_id: str = "come_and_see_us") -> list[Enrolment]:
    found = workspace.ledger.read(lambda reading: reading.enrolments_of("contact-1"))
    return [enrolment for enrolment in found if enrolment.sequence_id == sequence_id]


def the_live_one(workspace: Workspace) -> Enrolment:
    (live,) = [way for way in ways(workspace) if way.state is EnrolmentState.ACTIVE]
    return live


def kinds(workspace: Workspace) -> list[EventKind]:
    return [event.kind for event in workspace.ledger.read(lambda reading: reading.events_of("contact-1"))]


def test_a_tap_stops_come_and_see_us_starts_the_thanks_and_says_so(workspace: Workspace) -> None:
    logged = tap(workspace)
    assert logged.changes == ("“Come and see us” stops: they came.", "“Thank you” begins.")
    assert [way.state for way in ways(workspace)] == [EnrolmentState.EXITED]
    assert [way.state for way in ways(workspace, "thank_you")] == [EnrolmentState.ACTIVE]
    (message,) = workspace.ledger.read(lambda reading: reading.messages_of("contact-1"))
    assert (message.state, message.reason) == (MessageState.WITHHELD, "they came")
    assert set(kinds(workspace)) == {EventKind.VISIT, EventKind.SEQUENCE_ENDED, EventKind.ENROLLED}


def test_a_visit_stops_the_answer_clock(workspace: Workspace) -> None:
    tap(workspace)
    lead = workspace.ledger.read(lambda reading: reading.lead("lead-1"))
    assert lead is not None
    assert lead.outcome is LeadOutcome.VISITED


def test_the_same_tap_sent_twice_is_one_visit(workspace: Workspace) -> None:
    first, again = tap(workspace), tap(workspace)
    assert (again.visit_id, again.is_repeat, again.already_at) == (first.visit_id, True, None)
    assert len(workspace.ledger.read(lambda reading: reading.visits_of("contact-1"))) == 1


def test_a_second_tap_within_twenty_minutes_asks_whether_it_is_another_visit(workspace: Workspace) -> None:
    tap(workspace)
    slip = tap(workspace, key="tap-2", hours=0.2)
    assert (slip.is_repeat, slip.already_at) == (True, NOW)
    another = tap(workspace, key="tap-2", hours=0.2, is_another=True)
    assert not another.is_repeat
    assert tap(workspace, key="tap-3", hours=1).is_repeat is False


def test_a_walk_in_is_a_visit_of_nobody_in_particular(workspace: Workspace) -> None:
    logged = tap(workspace, contact_id="")
    assert (logged.contact_id, logged.changes) == ("", ())
    assert not tap(workspace, contact_id="", key="tap-2").is_repeat


def test_a_tap_on_somebody_who_was_erased_says_so(workspace: Workspace) -> None:
    with pytest.raises(NotFound):
        tap(workspace, contact_id="nobody")


def test_staff_confirm_an_earlier_check_in_instead_of_counting_twice(workspace: Workspace) -> None:
    check_in.check_in(workspace, CheckIn(code="k7m2", typed="07700 900123"), now=NOW)
    logged = tap(workspace, hours=1)
    counted = [one for one in workspace.ledger.read(lambda reading: reading.visits_of("contact-1")) if not one.taken_back]
    assert [(one.id, one.state, one.placement) for one in counted] == [(logged.visit_id, VisitState.CONFIRMED, "counter")]
    assert logged.changes == ("“Thank you” begins.",)


def test_a_visit_taken_back_ends_what_it_began_and_goes_on_where_it_stood(workspace: Workspace) -> None:
    logged = tap(workspace)
    undone = visit.take_back(workspace, logged.visit_id, now=later(minutes=1))
    assert undone.changes == (
        "“Thank you” stops: the visit was taken back.",
        "“Come and see us” goes on where it stood.",
        "They are waiting for an answer again.",
    )
    assert len(ways(workspace)) == 2
    restored = the_live_one(workspace)
    # the mail that was waiting had not gone: the way stands before it again
    assert restored.step_id == "how_to_choose"
    assert EventKind.VISIT_TAKEN_BACK in kinds(workspace)


def test_a_mail_that_had_gone_is_not_sent_again_after_a_visit_is_taken_back(workspace: Workspace) -> None:
    workspace.ledger.write(lambda writing: writing.claim_outbox(later(hours=2), 1, later(hours=1) - NOW))
    logged = tap(workspace)
    visit.take_back(workspace, logged.visit_id, now=later(minutes=1))
    assert the_live_one(workspace).step_id == "wait_2"


def outcome(workspace: Workspace, lead_id: str = "lead-1") -> LeadOutcome | None:
    lead = workspace.ledger.read(lambda reading: reading.lead(lead_id))
    assert lead is not None
    return lead.outcome


def test_a_lead_that_the_visit_had_closed_waits_again_when_it_is_taken_back(workspace: Workspace) -> None:
    visit.take_back(workspace, tap(workspace).visit_id, now=later(minutes=1))
    (waiting,) = workspace.ledger.read(lambda reading: reading.leads_waiting())
    assert (waiting.id, waiting.outcome, waiting.answered_at) == ("lead-1", None, None)


def test_what_staff_had_said_of_a_lead_stays_when_a_visit_is_taken_back(workspace: Workspace) -> None:
    workspace.ledger.write(lambda writing: writing.record_outcome("lead-1", LeadOutcome.BOOKED, later(hours=-1)))
    undone = visit.take_back(workspace, tap(workspace).visit_id, now=later(minutes=1))
    assert outcome(workspace) is LeadOutcome.BOOKED
    assert "They are waiting for an answer again." not in undone.changes


def test_a_lead_stays_closed_while_another_visit_stands(workspace: Workspace) -> None:
    first = tap(workspace)
    second = tap(workspace, key="tap-2", hours=2)
    visit.take_back(workspace, first.visit_id, now=later(hours=3))
    assert outcome(workspace) is LeadOutcome.VISITED
    visit.take_back(workspace, second.visit_id, now=later(hours=4))
    assert outcome(workspace) is None


def test_a_lead_closed_by_a_check_in_that_staff_confirmed_waits_again_too(workspace: Workspace) -> None:
    check_in.check_in(workspace, CheckIn(code="k7m2", typed="07700 900123"), now=NOW)
    visit.take_back(workspace, tap(workspace, hours=1).visit_id, now=later(hours=2))
    assert outcome(workspace) is None


def test_taking_back_twice_changes_nothing_more(workspace: Workspace) -> None:
    logged = tap(workspace)
    visit.take_back(workspace, logged.visit_id, now=later(minutes=1))
    again = visit.take_back(workspace, logged.visit_id, now=later(minutes=2))
    assert (again.is_repeat, again.changes) == (True, ())
    assert len(ways(workspace)) == 2


def test_a_visit_logged_again_after_an_undo_still_thanks(workspace: Workspace) -> None:
    visit.take_back(workspace, tap(workspace).visit_id, now=later(minutes=1))
    assert "“Thank you” begins." in tap(workspace, key="tap-2", hours=1).changes


def test_a_visit_may_be_added_by_command(workspace: Workspace) -> None:
    known = visit.add(workspace, Described(occurred_at=NOW, name="Joan", phone="07700 900123"), now=NOW)
    assert known.contact_id == "contact-1"
    assert "“Thank you” begins." in known.changes
    stranger = visit.add(workspace, Described(occurred_at=NOW, name="Eve", email="eve@example.com"), now=NOW)
    assert stranger.contact_id not in ("", "contact-1")
    with pytest.raises(NotFound):
        visit.add(workspace, Described(occurred_at=NOW, phone="12"), now=NOW)


CSV = (
    b"date,time,name,phone,email,worth\n"
    b"2026-11-09,15:00,Joan Muster,07700 900123,,89\n"
    b"2026-11-09,15:00,Peter Sample,07700 900123,,20\n"
    b"2026-11-09,16:00,,,,5\n"
    b"someday,,,,,\n"
)


def test_a_list_of_visits_is_imported_once_however_often(workspace: Workspace) -> None:
    first = visit.import_rows(workspace, CSV, file="till.csv", now=NOW)
    assert (first.added, first.already_there, first.asked, len(first.problems)) == (3, 0, 1, 1)
    again = visit.import_rows(workspace, CSV, file="till.csv", now=later(hours=1))
    assert (again.added, again.already_there) == (0, 3)
    (mine,) = workspace.ledger.read(lambda reading: reading.visits_of("contact-1"))
    assert (mine.state, mine.matched_by) == (VisitState.CONFIRMED, "same number")
    assert ways(workspace)[0].end_reason == "they came"


def test_an_import_brings_no_consent(workspace: Workspace) -> None:
    raw = b"date,email,consent,newsletter\n2026-11-10,eve@example.com,yes,yes\n"
    visit.import_rows(workspace, raw, file="till.csv", now=NOW)
    (eve,) = workspace.ledger.read(lambda reading: reading.contacts_matching(phone_e164="", email="eve@example.com"))
    assert workspace.ledger.read(lambda reading: reading.consents_of(eve.id)) == ()
    assert workspace.ledger.read(lambda reading: reading.enrolments_of(eve.id)) == ()


WROTE_AT_ONE = "wrote-at-one"


def write_in_at_one(workspace: Workspace) -> None:
    """The same person wrote once more, yesterday at 13:00."""
    asked = a_lead(WROTE_AT_ONE, submission_id="", received_at=later(hours=-21))
    workspace.ledger.write(lambda writing: writing.add_lead(asked))


@pytest.mark.parametrize(
    ("row", "closes"),
    [
        (b"2026-11-09,15:00,07700 900123", True),
        (b"2026-11-09,11:00,07700 900123", False),
        (b"2026-11-09,,07700 900123", True),  # only the day is known: whoever wrote that day came after they wrote
        (b"2026-11-08,,07700 900123", False),
    ],
)
def test_an_imported_visit_closes_the_leads_before_it_as_a_tap_does(workspace: Workspace, row: bytes, *, closes: bool) -> None:
    write_in_at_one(workspace)
    visit.import_rows(workspace, b"date,time,phone\n" + row + b"\n", file="till.csv", now=NOW)
    assert outcome(workspace, WROTE_AT_ONE) is (LeadOutcome.VISITED if closes else None)
    assert outcome(workspace) is LeadOutcome.VISITED


def test_a_list_of_days_imported_twice_is_the_same_visits(workspace: Workspace) -> None:
    raw = b"date,phone\n2026-11-09,07700 900123\n"
    visit.import_rows(workspace, raw, file="till.csv", now=NOW)
    write_in_at_one(workspace)
    assert visit.import_rows(workspace, raw, file="till.csv", now=later(hours=1)).already_there == 1
    assert outcome(workspace, WROTE_AT_ONE) is None


@pytest.mark.parametrize("at", [later(hours=-20), later(hours=-34)])  # 14:00, and midnight: a day without an hour
def test_a_visit_added_by_command_closes_the_leads_before_it(workspace: Workspace, at: dt.datetime) -> None:
    write_in_at_one(workspace)
    visit.add(workspace, Described(occurred_at=at, phone="07700 900123"), now=NOW)
    assert outcome(workspace, WROTE_AT_ONE) is LeadOutcome.VISITED


def test_last_years_visits_thank_nobody_now(workspace: Workspace) -> None:
    raw = b"date,phone\n2025-11-10,07700 900123\n"
    visit.import_rows(workspace, raw, file="till.csv", now=NOW)
    assert ways(workspace, "thank_you") == []
    assert ways(workspace)[0].state is EnrolmentState.ACTIVE


def test_what_is_no_list_is_refused(workspace: Workspace) -> None:
    with pytest.raises(ImportInvalid):
        visit.import_rows(workspace, b"what\nis this\n", file="till.csv", now=NOW)


@pytest.mark.parametrize(("stops_before", "is_said"), [(False, True), (True, False)])
def test_staff_are_told_that_a_way_stops_only_when_their_tap_stopped_it(
    workspace: Workspace, *, stops_before: bool, is_said: bool
) -> None:
    if stops_before:
        unsubscribe.stop(workspace, a_contact(), "", now=later(seconds=-2))
    logged = tap(workspace)
    screen = desk_visits.logged(workspace, logged.visit_id, is_repeat=False, now=NOW)
    assert ("“Come and see us” stops here." in screen.sentences) is is_said
    assert any("stops" in change for change in logged.changes) is is_said
