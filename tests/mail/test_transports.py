"""Every transport answers honestly about one mail; one contract for all, then what is particular to each."""

import email
import email.policy
import pathlib
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from tests.factories import a_mail
from tests.mail.servers import FakeServer, sendgrid, smtp_server
from weblocal.errors import TransportUnavailable
from weblocal.mail.outbox_folder import OutboxFolder
from weblocal.mail.sendgrid_transport import SendGrid
from weblocal.mail.smtp import Smtp
from weblocal.mail.transport import Transport
from weblocal.model.mail import Outcome
from weblocal.model.settings import Secret, Settings

__all__ = ["sendgrid"]
Subjects = Callable[[], list[str]]


def smtp_settings(port: int, *, security: str = "none") -> Settings:
    return Settings(smtp_host="127.0.0.1", smtp_port=port, smtp_security=security)


def sendgrid_transport(server: FakeServer, *, key: str = "SG.right") -> SendGrid:
    return SendGrid(Settings(sendgrid_key=Secret(key)), host=f"http://127.0.0.1:{server.server_port}")


@pytest.fixture(params=["outbox", "smtp", "sendgrid"])
def transport(
    request: pytest.FixtureRequest, tmp_path: pathlib.Path, sendgrid: FakeServer
) -> Iterator[tuple[Transport, Subjects]]:
    if request.param == "outbox":
        yield (
            OutboxFolder(tmp_path),
            lambda: [
                str(email.message_from_bytes(path.read_bytes(), policy=email.policy.default)["Subject"])
                for path in tmp_path.glob("*.eml")
            ],
        )
    elif request.param == "smtp":
        with smtp_server() as (box, port):
            sender = Smtp(smtp_settings(port))
            yield (
                sender,
                lambda: [str(email.message_from_bytes(raw, policy=email.policy.default)["Subject"]) for raw in box.taken],
            )
            sender.close()
    else:
        yield sendgrid_transport(sendgrid), lambda: [body["subject"] for body in sendgrid.taken]


def test_a_mail_that_was_taken_is_accepted(transport: tuple[Transport, Subjects]) -> None:
    sender, subjects = transport
    assert sender.send(replace(a_mail(), subject="Grüße – 😀")).outcome is Outcome.ACCEPTED
    assert subjects() == ["Grüße – 😀"]


def test_many_mails_go_one_after_another(transport: tuple[Transport, Subjects]) -> None:
    sender, subjects = transport
    for number in range(5):
        assert sender.send(replace(a_mail(f"token-{number}"), subject=f"Mail {number}")).outcome is Outcome.ACCEPTED
    assert sorted(subjects()) == [f"Mail {number}" for number in range(5)]


@pytest.mark.parametrize("field", ["subject", "from_name", "to_name", "reply_to", "unsubscribe_url"])
@pytest.mark.parametrize("smuggled", ["x\r\nBcc: a@b.example", "x\nBcc: a@b.example", "x\rBcc: y", "x\x00y", "x\u2028Bcc: y"])
def test_a_header_can_never_be_smuggled_in(transport: tuple[Transport, Subjects], field: str, smuggled: str) -> None:
    sender, subjects = transport
    assert sender.send(replace(a_mail(), **{field: smuggled})).outcome is Outcome.REFUSED  # type: ignore[arg-type]
    assert subjects() == []


def test_the_outbox_lays_the_same_message_once(tmp_path: pathlib.Path) -> None:
    first = OutboxFolder(tmp_path).send(replace(a_mail("token"), subject="First"))
    again = OutboxFolder(tmp_path).send(replace(a_mail("token"), subject="Again"))
    assert (first.outcome, again.outcome) == (Outcome.ACCEPTED, Outcome.ACCEPTED)
    assert [b"First" in path.read_bytes() for path in tmp_path.iterdir()] == [True]


def test_an_outbox_that_cannot_be_written_is_unavailable(tmp_path: pathlib.Path) -> None:
    (tmp_path / "outbox").write_text("a file is in the way")
    with pytest.raises(TransportUnavailable):
        OutboxFolder(tmp_path / "outbox").send(a_mail())


@pytest.mark.parametrize(
    ("stage", "answer", "outcome"),
    [
        ("RCPT", "550 5.1.1 nobody@private.example unknown", Outcome.REFUSED),
        ("RCPT", "450 4.2.0 greylisted", Outcome.TRY_AGAIN),
        ("RCPT", "421 4.3.2 closing", Outcome.TRY_AGAIN),
        ("DOT", "554 5.7.1 content refused", Outcome.REFUSED),
        ("DOT", "451 4.3.0 later", Outcome.TRY_AGAIN),
    ],
)
def test_an_smtp_answer_is_told_by_its_class_and_without_the_address(stage: str, answer: str, outcome: Outcome) -> None:
    with smtp_server() as (box, port):
        box.answers[stage] = answer
        sender = Smtp(smtp_settings(port))
        receipt = sender.send(a_mail())
        assert receipt.outcome is outcome
        assert "private.example" not in receipt.reason
        assert answer[:3] in receipt.reason
        box.answers.clear()
        assert sender.send(a_mail("next")).outcome is Outcome.ACCEPTED
        sender.close()


def test_a_server_that_dies_after_the_dot_leaves_it_unknown() -> None:
    with smtp_server() as (box, port):
        box.dies_after_the_dot = True
        sender = Smtp(smtp_settings(port))
        assert sender.send(a_mail()).outcome is Outcome.UNKNOWN
        assert len(box.taken) == 1
        box.dies_after_the_dot = False
        assert sender.send(a_mail("next")).outcome is Outcome.ACCEPTED
        sender.close()


def test_a_line_that_begins_with_a_dot_arrives_as_it_was() -> None:
    with smtp_server() as (box, port):
        sender = Smtp(smtp_settings(port))
        sender.send(replace(a_mail(), text=".\n..two\n.\nend"))
        sender.close()
        body = email.message_from_bytes(box.taken[0], policy=email.policy.default).get_body(("plain",))
        assert body is not None
        assert body.get_content().replace("\r\n", "\n").strip() == ".\n..two\n.\nend"
    assert len(box.taken) == 1


def test_a_server_without_encryption_gets_nothing_when_encryption_is_asked_for() -> None:
    with smtp_server() as (box, port):
        with pytest.raises(TransportUnavailable, match="no encryption"):
            Smtp(smtp_settings(port, security="starttls")).send(a_mail())
        assert box.taken == []


def test_a_server_that_is_not_there_is_unavailable() -> None:
    with pytest.raises(TransportUnavailable, match="could not be used"):
        Smtp(smtp_settings(1)).send(a_mail())


@pytest.mark.parametrize(
    ("status", "outcome"),
    [(400, Outcome.REFUSED), (403, Outcome.REFUSED), (413, Outcome.REFUSED), (429, Outcome.TRY_AGAIN), (500, Outcome.UNKNOWN), (503, Outcome.UNKNOWN), (0, Outcome.UNKNOWN)],
)  # fmt: skip
def test_a_sendgrid_answer_is_told_by_what_it_proves(sendgrid: FakeServer, status: int, outcome: Outcome) -> None:
    sendgrid.script = [(status, {})]
    assert sendgrid_transport(sendgrid).send(a_mail()).outcome is outcome


def test_sendgrid_says_how_long_to_pause(sendgrid: FakeServer) -> None:
    sendgrid.script = [(429, {"Retry-After": "30"})]
    receipt = sendgrid_transport(sendgrid).send(a_mail())
    assert receipt.retry_after is not None
    assert receipt.retry_after.total_seconds() == 30


def test_a_wrong_sendgrid_key_stops_everything_rather_than_every_mail(sendgrid: FakeServer) -> None:
    with pytest.raises(TransportUnavailable) as stopped:
        sendgrid_transport(sendgrid, key="SG.wrong").send(a_mail())
    assert "SG.wrong" not in stopped.value.message + stopped.value.fix


def test_sendgrid_carries_our_token_and_the_unsubscribe_headers_and_tracks_nobody(sendgrid: FakeServer) -> None:
    sendgrid_transport(sendgrid).send(replace(a_mail("the-token"), unsubscribe_url="https://desk.example/u/t"))
    body = sendgrid.taken[0]
    assert body["personalizations"][0]["custom_args"] == {"wl_token": "the-token"}
    assert body["headers"]["List-Unsubscribe"] == "<https://desk.example/u/t>"
    assert body["headers"]["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert body["tracking_settings"]["open_tracking"] == {"enable": False}


def test_a_secret_never_shows_itself() -> None:
    assert "SG.right" not in repr(Settings(sendgrid_key=Secret("SG.right"))) + str(Secret("SG.right")) + f"{Secret('SG.right')}"
