"""SMTP: what each answer proves, on which side of the dot a failure fell, and nothing in the clear."""

import email
import email.policy
import pathlib
from dataclasses import replace

import pytest

from tests.factories import a_mail
from tests.mail.servers import a_certificate, smtp_server, smtp_to
from weblocal.errors import TransportUnavailable
from weblocal.mail.smtp import Smtp
from weblocal.model.mail import Outcome
from weblocal.model.settings import Secret, Settings


@pytest.mark.parametrize(
    ("stage", "answer", "outcome"),
    [
        ("MAIL", "452 4.3.1 disk full", Outcome.TRY_AGAIN),
        ("MAIL", "552 5.3.4 too large", Outcome.REFUSED),
        ("RCPT", "550 5.1.1 nobody@private.example unknown", Outcome.REFUSED),
        ("RCPT", "450 4.2.0 greylisted", Outcome.TRY_AGAIN),
        ("RCPT", "421 4.3.2 closing", Outcome.TRY_AGAIN),
        ("DOT", "554 5.7.1 content refused", Outcome.REFUSED),
        ("DOT", "550 5.7.515 nobody@private.example not aligned", Outcome.REFUSED),
        ("DOT", "451 4.3.0 later", Outcome.TRY_AGAIN),
        ("DOT", "421 4.7.0 too many", Outcome.TRY_AGAIN),
    ],
)
def test_an_answer_is_told_by_its_class_and_without_the_address(stage: str, answer: str, outcome: Outcome) -> None:
    with smtp_server() as (box, port):
        box.answers[stage] = answer
        sender = smtp_to(port)
        receipt = sender.send(a_mail())
        assert receipt.outcome is outcome
        assert "private.example" not in receipt.reason
        assert " ".join(answer.split()[:2]) in receipt.reason
        box.answers.clear()
        assert sender.send(a_mail("next")).outcome is Outcome.ACCEPTED
        sender.close()


@pytest.mark.parametrize("stage", ["MAIL", "RCPT"])
def test_a_server_that_dies_before_the_dot_took_nothing(stage: str) -> None:
    with smtp_server() as (box, port):
        box.dies_at = stage
        sender = smtp_to(port)
        assert sender.send(a_mail()).outcome is Outcome.TRY_AGAIN
        assert box.taken == []
        box.dies_at = ""
        assert sender.send(a_mail()).outcome is Outcome.ACCEPTED
        sender.close()


def test_a_server_that_dies_after_the_dot_leaves_it_unknown() -> None:
    with smtp_server() as (box, port):
        box.dies_at = "DOT"
        sender = smtp_to(port)
        assert sender.send(a_mail()).outcome is Outcome.UNKNOWN
        assert len(box.taken) == 1
        box.dies_at = ""
        assert sender.send(a_mail("next")).outcome is Outcome.ACCEPTED
        sender.close()


def test_one_connection_carries_many_mails() -> None:
    with smtp_server() as (box, port):
        sender = smtp_to(port)
        for number in range(10):
            sender.send(a_mail(f"token-{number}"))
        sender.close()
        assert (len(box.taken), box.connections) == (10, 1)


def test_a_connection_that_was_closed_while_idle_is_opened_again_and_nothing_goes_twice() -> None:
    with smtp_server() as (box, port):
        sender = smtp_to(port)
        sender.send(a_mail("one"))
        box.dies_at, box.dies_on = "MAIL", 1
        assert sender.send(a_mail("two")).outcome is Outcome.ACCEPTED
        assert (len(box.taken), box.connections) == (2, 2)
        sender.close()


def test_a_server_that_refuses_the_sender_stops_everything_rather_than_every_mail() -> None:
    with smtp_server() as (box, port):
        box.answers["MAIL"] = "550 5.7.1 not your address"
        with pytest.raises(TransportUnavailable, match=r"takes no mail from mail\.bright-pipes\.example"):
            smtp_to(port).send(a_mail())


@pytest.mark.parametrize("text", [".\n..two\n.\nend", "first\n.\nRSET\nMAIL FROM:<a@b.example>\n.\n", "a\r.\r\nb", "."])
def test_a_line_of_one_dot_neither_ends_the_mail_nor_is_lost(text: str) -> None:
    with smtp_server() as (box, port):
        sender = smtp_to(port)
        assert sender.send(replace(a_mail(), text=text)).outcome is Outcome.ACCEPTED
        sender.close()
        assert len(box.taken) == 1
        body = email.message_from_bytes(box.taken[0], policy=email.policy.default).get_body(("plain",))
        assert body is not None
        assert body.get_content().split() == text.split()


def test_a_server_without_encryption_gets_nothing_when_encryption_is_asked_for() -> None:
    with smtp_server() as (box, port):
        with pytest.raises(TransportUnavailable, match="no encryption"):
            smtp_to(port, security="starttls").send(a_mail())
        assert box.taken == []


def test_with_starttls_the_login_and_the_mail_go_encrypted(tmp_path: pathlib.Path) -> None:
    serving, trusting = a_certificate(tmp_path)
    with smtp_server(tls_context=serving, require_starttls=True) as (box, port):
        sender = smtp_to(port, security="starttls", trust=trusting, user="ada", password="right")
        assert sender.send(a_mail()).outcome is Outcome.ACCEPTED
        sender.close()
        assert box.logins == [(b"ada", b"right")]


def test_a_wrong_password_stops_everything_and_is_told_to_nobody(tmp_path: pathlib.Path) -> None:
    serving, trusting = a_certificate(tmp_path)
    with smtp_server(tls_context=serving, require_starttls=True) as (_, port):
        with pytest.raises(TransportUnavailable, match="did not accept") as stopped:
            smtp_to(port, security="starttls", trust=trusting, user="ada", password="wr0ng").send(a_mail())
        assert "wr0ng" not in str(stopped.value) + stopped.value.fix


def test_a_certificate_nobody_vouches_for_gets_no_login_and_no_mail(tmp_path: pathlib.Path) -> None:
    serving, _ = a_certificate(tmp_path)
    with smtp_server(tls_context=serving, require_starttls=True) as (box, port):
        with pytest.raises(TransportUnavailable, match="certificate"):
            smtp_to(port, security="starttls", user="ada", password="right").send(a_mail())
        assert (box.logins, box.taken) == ([], [])


def test_a_server_elsewhere_is_never_used_in_the_clear() -> None:
    settings = Settings(smtp_host="mail.example", smtp_security="none", smtp_user="ada", smtp_password=Secret("right"))
    with pytest.raises(TransportUnavailable, match="unencrypted"):
        Smtp(settings).send(a_mail())


def test_a_server_that_is_not_there_is_unavailable() -> None:
    with pytest.raises(TransportUnavailable, match="could not be used"):
        smtp_to(1).send(a_mail())
