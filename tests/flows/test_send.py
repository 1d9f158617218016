import dataclasses
import datetime as dt
import http.server
import itertools
import json
import pathlib
import threading
from collections.abc import Callable, Iterator

import pytest

from tests.factories import (
    ALWAYS,
    NOW,
    a_contact,
    a_send_step,
    a_sequence,
    a_text,
    a_thank_you,
    a_wait,
    a_workspace,
    later,
    mail_settings,
)
from weblocal.errors import TransportUnavailable
from weblocal.flows import receive, send, unsubscribe, visit
from weblocal.flows.send import Summary
from weblocal.flows.visit import Tap
from weblocal.flows.workspace import Workspace
from weblocal.mail.outbox_folder import OutboxFolder
from weblocal.model.business import DeskSettings
from weblocal.model.leads import Post
from weblocal.model.mail import Mail, Message, MessageState, Outcome, Receipt
from weblocal.model.nurture import Decided, EnrolmentState
from weblocal.model.sequences import ExitStep, FrequencyCap, Purpose, TellStep, WaitUnit
from weblocal.model.settings import Settings
from weblocal.model.visits import EventKind
from weblocal.nurture import explain

ALERT_TO = "hello@bright-pipes.example"


class Answering:
    """A transport that keeps what it is given and answers what it is told: a second real implementation, in memory."""

    def __init__(self, answer: Callable[[Mail], Receipt] | None = None) -> None:
        self.mails: list[Mail] = []
        self._answer = answer or (lambda _: Receipt(outcome=Outcome.ACCEPTED))

    def send(self, mail: Mail) -> Receipt:
        self.mails.append(mail)
        return self._answer(mail)

    def close(self) -> None:
        pass

    @property
    def to_people(self) -> list[Mail]:
        return [mail for mail in self.mails if mail.to_address != ALERT_TO]


@pytest.fixture
def workspace(tmp_path: pathlib.Path) -> Iterator[Workspace]:
    with a_workspace(tmp_path) as opened:
        yield opened


def opened(folder: pathlib.Path, **changes: object) -> Workspace:
    return a_workspace(folder, **changes)


def write_in(workspace: Workspace, *, at: dt.datetime = NOW, name: str = "Joan Muster", email: str = "joan@example.com") -> str:
    pairs = (
        ("name", name),
        ("phone", f"07700 9001{sum(map(ord, email)) % 90 + 10}"),
        ("email", email),
        ("consent_offers", "on"),
        ("consent_offers_version", "v1"),
    )
    received = receive.receive(workspace, Post(form_id="quote", pairs=pairs, received_at=at), now=at)
    lead = workspace.ledger.read(lambda reading: reading.lead(received.lead_id))
    assert lead is not None
    return lead.contact_id


def run(workspace: Workspace, transport: Answering | None = None, **span: float) -> Summary:
    return send.run(workspace, transport or Answering(), now=later(**span))


def messages(workspace: Workspace, contact_id: str) -> dict[str, Message]:
    return {message.step_id: message for message in workspace.ledger.read(lambda reading: reading.messages_of(contact_id))}


def log(workspace: Workspace, contact_id: str) -> list[tuple[str, Decided]]:
    return [
        (entry.step_id, Decided(entry.decision)) for entry in workspace.ledger.read(lambda r: r.step_log_of_contact(contact_id))
    ]


def test_a_lead_is_answered_at_once_and_the_owner_is_told(workspace: Workspace) -> None:
    write_in(workspace)
    transport = Answering()
    summary = run(workspace, transport)
    assert (summary.accepted, summary.alerts) == (1, 1)
    assert sorted(mail.to_address for mail in transport.mails) == [ALERT_TO, "joan@example.com"]


def test_an_alert_names_nobody(workspace: Workspace) -> None:
    write_in(workspace)
    transport = Answering()
    run(workspace, transport)
    (alert,) = [mail for mail in transport.mails if mail.to_address == ALERT_TO]
    for private in ("Joan", "joan@", "07700"):
        assert private not in alert.subject + alert.text + alert.html


def test_nothing_is_sent_twice_however_often_we_run(workspace: Workspace) -> None:
    write_in(workspace)
    transport = Answering()
    for _ in range(4):
        run(workspace, transport)
    assert len(transport.mails) == 2


def test_the_whole_way_from_lead_to_visit_to_thanks(tmp_path: pathlib.Path) -> None:
    with opened(tmp_path) as workspace:
        contact_id = write_in(workspace)
        outbox = OutboxFolder(workspace.outbox_folder)
        send.run(workspace, outbox, now=NOW)
        send.run(workspace, outbox, now=later(days=2))
        assert len(list(workspace.outbox_folder.glob("*.eml"))) == 3
        logged = visit.log_visit(workspace, Tap(contact_id=contact_id, key="tap", occurred_at=later(days=3)), now=later(days=3))
        assert logged.changes == ("“Come and see us” stops: they came.", "“Thank you” begins.")
        for hours in range(3 * 24, 30 * 24, 6):
            send.run(workspace, outbox, now=later(hours=hours))
        sent = [m.step_id for m in messages(workspace, contact_id).values() if m.state is MessageState.ACCEPTED]
        assert sent == ["hello", "how_to_choose", "thanks", "review_ask"]
        (task,) = workspace.ledger.read(lambda reading: reading.staff_tasks_of(contact_id))
        assert task.words == "Ring them about the next service."


def test_the_next_step_counts_from_the_moment_the_mail_really_went(workspace: Workspace) -> None:
    contact_id = write_in(workspace)
    run(workspace, hours=30)  # the sender was off for a day
    assert run(workspace, days=2, hours=1).accepted == 0
    assert run(workspace, days=3, hours=6).accepted == 1
    assert messages(workspace, contact_id)["how_to_choose"].state is MessageState.ACCEPTED


def test_an_unsubscribe_between_queue_and_send_withholds_the_mail(tmp_path: pathlib.Path) -> None:
    with opened(tmp_path) as workspace:
        contact_id = write_in(workspace)
        failing = Answering(lambda _: Receipt(outcome=Outcome.TRY_AGAIN, reason="busy"))
        run(workspace, failing)
        unsubscribe.stop(workspace, a_contact(contact_id), "offers", now=later(minutes=1))
        transport = Answering()
        run(workspace, transport, hours=1)
        assert transport.to_people == []
        message = messages(workspace, contact_id)["hello"]
        assert (message.state, message.reason) == (MessageState.WITHHELD, "they asked us to stop")


def test_an_unsubscribe_during_the_claim_of_another_mail_still_counts(workspace: Workspace) -> None:
    first, second = write_in(workspace), write_in(workspace, email="eve@example.com", name="Eve")

    def unsubscribe_the_other(mail: Mail) -> Receipt:
        if mail.to_address == ALERT_TO:
            return Receipt(outcome=Outcome.ACCEPTED)
        other = second if mail.to_address == "joan@example.com" else first
        unsubscribe.stop(workspace, a_contact(other), "", now=NOW)
        return Receipt(outcome=Outcome.ACCEPTED)

    transport = Answering(unsubscribe_the_other)
    run(workspace, transport)
    assert len(transport.to_people) == 1


def test_only_what_was_certainly_not_sent_is_tried_again_with_growing_pauses(workspace: Workspace) -> None:
    contact_id = write_in(workspace)
    busy = Answering(lambda _: Receipt(outcome=Outcome.TRY_AGAIN, reason="busy"))
    due = []
    now = NOW
    for _ in range(4):
        send.run(workspace, busy, now=now)
        message = messages(workspace, contact_id)["hello"]
        assert message.state is MessageState.READY
        due.append(message.due_at - now)
        now = message.due_at
    assert due == [dt.timedelta(minutes=minutes) for minutes in (5, 10, 20, 40)]
    transport = Answering()
    send.run(workspace, transport, now=now)
    assert len(transport.to_people) == 1


def test_the_provider_may_say_how_long_to_wait(workspace: Workspace) -> None:
    contact_id = write_in(workspace)
    slow = Receipt(outcome=Outcome.TRY_AGAIN, reason="slow down", retry_after=dt.timedelta(hours=2))
    run(workspace, Answering(lambda _: slow))
    assert messages(workspace, contact_id)["hello"].due_at == later(hours=2)


def test_trying_again_ends_when_the_mail_is_no_longer_of_use(workspace: Workspace) -> None:
    contact_id = write_in(workspace)
    busy = Answering(lambda _: Receipt(outcome=Outcome.TRY_AGAIN, reason="busy"))
    for hours in range(0, 90, 1):
        run(workspace, busy, hours=hours)
    message = messages(workspace, contact_id)["hello"]
    assert (message.state, message.reason) == (MessageState.REFUSED, "given up: busy")
    assert len(busy.to_people) <= 13


@pytest.mark.parametrize("how", ["receipt", "exception"])
def test_an_unknown_mail_is_never_sent_again_and_the_way_goes_on_without_it(workspace: Workspace, how: str) -> None:
    contact_id = write_in(workspace)

    def lost(mail: Mail) -> Receipt:
        if how == "exception":
            raise ConnectionResetError("after the dot")
        return Receipt(outcome=Outcome.UNKNOWN, reason="no answer")

    transport = Answering(lost)
    assert run(workspace, transport).unknown == 2
    for hours in range(1, 70, 3):
        run(workspace, transport, hours=hours)
    assert messages(workspace, contact_id)["hello"].state is MessageState.UNKNOWN
    mails = [mail for mail in transport.to_people if mail.token == messages(workspace, contact_id)["hello"].token]
    assert len(mails) == 1
    assert "how_to_choose" in messages(workspace, contact_id)


def test_an_alert_that_may_be_lost_is_repeated_but_not_for_ever(workspace: Workspace) -> None:
    write_in(workspace)
    transport = Answering(lambda _: Receipt(outcome=Outcome.UNKNOWN, reason="no answer"))
    for minutes in range(0, 60, 6):
        run(workspace, transport, minutes=minutes)
    alerts = [mail for mail in transport.mails if mail.to_address == ALERT_TO]
    assert len(alerts) == 3
    assert len({mail.token for mail in alerts}) == 3


def test_a_refused_mail_is_refused_and_the_way_goes_on(workspace: Workspace) -> None:
    contact_id = write_in(workspace)
    run(workspace, Answering(lambda _: Receipt(outcome=Outcome.REFUSED, reason="no such mailbox")))
    assert messages(workspace, contact_id)["hello"].reason == "no such mailbox"
    run(workspace, days=2)
    assert messages(workspace, contact_id)["how_to_choose"].state is MessageState.ACCEPTED


def test_a_transport_that_cannot_be_used_at_all_stops_the_round_and_loses_nothing(workspace: Workspace) -> None:
    for number in range(3):
        write_in(workspace, email=f"person{number}@example.com", name=f"Person {chr(65 + number)}")

    def unusable(_: Mail) -> Receipt:
        raise TransportUnavailable("The key was refused.")

    broken = Answering(unusable)
    with pytest.raises(TransportUnavailable):
        run(workspace, broken)
    assert len(broken.mails) == 1
    transport = Answering()
    run(workspace, transport, minutes=10)
    assert len(transport.mails) == 6


def test_a_mail_that_cannot_be_written_waits_and_stops_nobody_else(tmp_path: pathlib.Path) -> None:
    impossible = a_text(body=None)  # type: ignore[arg-type]  # no text at all: whatever goes wrong while writing
    broken = a_sequence("broken", steps=(a_send_step("bad", text=impossible, in_window=False),))
    with opened(tmp_path, sequences=(broken, a_sequence())) as workspace:
        contact_id = write_in(workspace)
        transport = Answering()
        for hours in range(0, 80, 2):
            run(workspace, transport, hours=hours)
        states = messages(workspace, contact_id)
        assert states["hello"].state is MessageState.ACCEPTED
        assert states["bad"].state is MessageState.REFUSED
        assert states["bad"].reason.startswith("given up: the mail could not be written (")


def test_two_mails_to_one_person_never_both_pass_a_cap(tmp_path: pathlib.Path) -> None:
    sequences = tuple(a_sequence(f"sequence_{name}", steps=(a_send_step("only"),)) for name in "abc")
    mail = mail_settings(caps=(FrequencyCap(messages=1, period=dt.timedelta(hours=20)),), max_late=dt.timedelta(days=10))
    with opened(tmp_path, sequences=sequences, mail=mail) as workspace:
        write_in(workspace)
        transport = Answering()
        sent_on = []
        for hours in range(24 * 5):
            before = len(transport.to_people)
            run(workspace, transport, hours=hours)
            sent_on += [hours] * (len(transport.to_people) - before)
        assert len(sent_on) == 3
        assert all(later_on - earlier >= 20 for earlier, later_on in itertools.pairwise(sent_on))


def test_a_capped_out_mail_is_left_out_with_the_reason_when_later_would_be_too_late(tmp_path: pathlib.Path) -> None:
    sequences = tuple(a_sequence(f"sequence_{name}", steps=(a_send_step("only"),)) for name in "ab")
    with opened(tmp_path, sequences=sequences, mail=mail_settings(max_late=dt.timedelta(hours=4))) as workspace:
        contact_id = write_in(workspace)
        for hours in range(48):
            run(workspace, hours=hours)
        assert [decided for _, decided in log(workspace, contact_id)].count(Decided.WITHHELD) == 1


def test_transactional_answers_go_to_people_who_agreed_to_nothing(tmp_path: pathlib.Path) -> None:
    receipt = a_sequence(
        "receipt", purpose=Purpose.TRANSACTIONAL, stream="", steps=(a_send_step("we_have_it", in_window=False),)
    )
    with opened(
        tmp_path, sequences=(receipt,), forms=(dataclasses.replace(a_workspace(tmp_path).business.forms[0], consents=()),)
    ) as workspace:
        write_in(workspace)
        transport = Answering()
        run(workspace, transport)
        assert len(transport.to_people) == 1


def test_after_an_outage_of_days_there_is_no_burst_and_late_mails_are_left_out_with_a_reason(tmp_path: pathlib.Path) -> None:
    with opened(tmp_path, mail=mail_settings(window=ALWAYS)) as workspace:
        contact_id = write_in(workspace)
        transport = Answering()
        run(workspace, transport, days=10)
        run(workspace, transport, days=10, minutes=1)
        assert len(transport.to_people) == 0
        assert ("hello", Decided.SKIPPED) in log(workspace, contact_id)
        run(workspace, transport, days=12, minutes=2)
        assert len(transport.to_people) == 1


def test_the_next_step_never_overtakes_a_mail_that_still_waits(tmp_path: pathlib.Path) -> None:
    with opened(tmp_path, mail=mail_settings(window=ALWAYS)) as workspace:
        contact_id = write_in(workspace)
        run(workspace, Answering(lambda _: Receipt(outcome=Outcome.TRY_AGAIN, reason="busy")))
        transport = Answering()
        run(workspace, transport, days=5)  # the sender was off: the first mail is too late now
        assert transport.to_people == []
        assert messages(workspace, contact_id)["hello"].reason == "too late to be of use"
        run(workspace, transport, days=7, minutes=1)
        assert len(transport.to_people) == 1


def test_ways_end_by_their_last_step_or_by_an_exit_with_its_reason(tmp_path: pathlib.Path) -> None:
    tell = TellStep(id="ring", staff="counter", words="Ring them.")
    steps = (a_send_step("hello", in_window=False), a_wait(1, WaitUnit.HOURS), tell, ExitStep(id="out", reason="no answer"))
    with opened(tmp_path, sequences=(a_sequence(steps=steps),)) as workspace:
        contact_id = write_in(workspace)
        run(workspace)
        summary = run(workspace, hours=1)
        assert (summary.stepped.told, summary.stepped.finished) == (1, 1)
        (way,) = workspace.ledger.read(lambda reading: reading.enrolments_of(contact_id))
        assert (way.state, way.end_reason) == (EnrolmentState.FINISHED, "no answer")


def test_a_sequence_taken_out_of_the_profile_ends_quietly(tmp_path: pathlib.Path) -> None:
    with opened(tmp_path) as workspace:
        contact_id = write_in(workspace)
        run(workspace)
    with opened(tmp_path, sequences=(a_thank_you(),)) as workspace:
        transport = Answering()
        run(workspace, transport, days=3)
        assert transport.mails == []
        (way,) = workspace.ledger.read(lambda reading: reading.enrolments_of(contact_id))
        assert way.end_reason == "it is no longer in the profile"


def test_a_sequence_edited_in_the_middle_repeats_nothing_and_goes_on(tmp_path: pathlib.Path) -> None:
    with opened(tmp_path) as workspace:
        contact_id = write_in(workspace)
        run(workspace)
    edited = a_sequence(version="2", steps=(a_send_step("brand_new"), *a_sequence().steps))
    with opened(tmp_path, sequences=(edited,)) as workspace:
        transport = Answering()
        for days in range(1, 12):
            run(workspace, transport, days=days)
        assert list(messages(workspace, contact_id)) == ["hello", "how_to_choose", "last_word"]


def test_a_mail_with_an_offer_carries_the_persons_own_code(tmp_path: pathlib.Path) -> None:
    steps = (a_send_step("hello", in_window=False, offer="first_visit"),)
    with opened(tmp_path, sequences=(a_sequence(steps=steps),)) as workspace:
        contact_id = write_in(workspace)
        transport = Answering()
        run(workspace, transport)
        (coupon,) = workspace.ledger.read(lambda reading: reading.coupons_of(contact_id))
        assert coupon.offer_id == "first_visit"


def test_every_mail_to_people_has_a_working_one_click_link(workspace: Workspace) -> None:
    write_in(workspace)
    transport = Answering()
    run(workspace, transport)
    (mail,) = transport.to_people
    token = mail.unsubscribe_url.removeprefix("https://desk.bright-pipes.example/u/")
    assert unsubscribe.unsubscribe(workspace, token, now=later(days=400)).is_stopped


def test_without_a_desk_mails_still_go(tmp_path: pathlib.Path) -> None:
    with opened(tmp_path, desk=DeskSettings()) as workspace:
        write_in(workspace)
        transport = Answering()
        run(workspace, transport)
        assert [mail.unsubscribe_url for mail in transport.to_people] == [""]


def test_every_mail_that_was_not_sent_has_a_reason(tmp_path: pathlib.Path) -> None:
    with opened(tmp_path) as workspace:
        contact_id = write_in(workspace)
        answers = iter([Outcome.REFUSED, Outcome.UNKNOWN, Outcome.ACCEPTED, Outcome.ACCEPTED])
        transport = Answering(lambda _: Receipt(outcome=next(answers, Outcome.ACCEPTED), reason="so the test wants it"))
        for hours in range(0, 24 * 3, 5):
            run(workspace, transport, hours=hours)
        visit.log_visit(workspace, Tap(contact_id=contact_id, key="t", occurred_at=later(days=3)), now=later(days=3))
        for hours in range(24 * 3, 24 * 20, 5):
            run(workspace, transport, hours=hours)

        def ask(reading) -> tuple:  # noqa: ANN001
            return reading.enrolments_of(contact_id), reading.step_log_of_contact(contact_id)

        ways, _ = explain.story(*workspace.ledger.read(ask), business=workspace.business)
        sent = {m.step_id for m in messages(workspace, contact_id).values() if m.state is MessageState.ACCEPTED}
        for way in ways:
            sequence = next(one for one in workspace.business.sequences if one.id == way.sequence_id)
            mails = {
                step.id for step in sequence.steps if step.id in ("hello", "how_to_choose", "last_word", "thanks", "review_ask")
            }
            explained = {line.step_id for line in way.lines} | {line.step_id for line in way.unsent}
            assert mails <= explained | sent
            assert all(line.words.endswith((".", "!")) for line in way.lines + way.unsent)


def test_the_limit_of_a_run_is_kept_and_the_rest_goes_next_time(workspace: Workspace) -> None:
    for number in range(4):
        write_in(workspace, email=f"person{number}@example.com", name=f"Person {chr(65 + number)}")
    transport = Answering()
    send.run(workspace, transport, now=NOW, limit=3)
    assert len(transport.mails) == 3
    send.run(workspace, transport, now=NOW, limit=100)
    assert len(transport.mails) == 8


def test_the_summary_says_when_something_is_due_again(workspace: Workspace) -> None:
    write_in(workspace)
    assert run(workspace).next_due_at == later(days=2)


def test_what_was_sent_stands_in_the_story_without_an_address(workspace: Workspace) -> None:
    contact_id = write_in(workspace)
    run(workspace)
    events = workspace.ledger.read(lambda reading: reading.events_of(contact_id))
    assert EventKind.MESSAGE_ACCEPTED in [event.kind for event in events]
    assert "joan@" not in str(events)


class Channel(http.server.BaseHTTPRequestHandler):
    """One of the owner's channels: a real HTTP receiver that keeps what it is told."""

    told: list[dict[str, str]]

    def do_POST(self) -> None:
        self.told.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


def test_the_owner_is_told_once_on_every_channel_with_a_link_and_nobodys_name(tmp_path: pathlib.Path) -> None:
    handler = type("Receiver", (Channel,), {"told": []})
    with http.server.HTTPServer(("127.0.0.1", 0), handler) as server, opened(tmp_path) as workspace:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        workspace.settings = Settings(alert_channels=(f"json://127.0.0.1:{server.server_port}/", "json://127.0.0.1:9/"))
        write_in(workspace)
        busy = Answering(lambda _: Receipt(outcome=Outcome.TRY_AGAIN, reason="busy"))
        assert run(workspace, busy).untold == ("channel 2 (json)",)
        run(workspace, minutes=6)
        server.shutdown()
    (told,) = handler.told
    assert told["message"].startswith("https://desk.bright-pipes.example/desk/leads/")
    assert "Joan" not in str(told)


def test_the_sender_for_ever_stops_when_told_and_survives_a_bad_hour(workspace: Workspace) -> None:
    write_in(workspace)
    stopped = threading.Event()
    summaries: list[Summary] = []

    def told(summary: Summary) -> None:
        summaries.append(summary)
        stopped.set()

    send.keep_sending(workspace, stopped=stopped, now=lambda: NOW, told=told)
    assert summaries[0].accepted == 1
