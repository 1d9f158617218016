"""SendGrid: what each answer proves, what every request holds, and what reaches no log."""

import datetime as dt
import logging
from dataclasses import replace

import pytest

from tests.factories import a_mail
from tests.mail.servers import KEY, FakeServer, breach, sendgrid, sendgrid_to
from weblocal.errors import TransportUnavailable
from weblocal.mail import sendgrid_transport
from weblocal.mail.sendgrid_transport import SendGrid
from weblocal.model.mail import Outcome
from weblocal.model.settings import Secret, Settings

__all__ = ["sendgrid"]


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        (202, Outcome.ACCEPTED),
        (400, Outcome.REFUSED),
        (413, Outcome.REFUSED),
        (429, Outcome.TRY_AGAIN),
        (200, Outcome.UNKNOWN),
        (500, Outcome.UNKNOWN),
        (503, Outcome.UNKNOWN),
        ("drop", Outcome.UNKNOWN),
    ],
)
def test_an_answer_is_told_by_what_it_proves(sendgrid: FakeServer, answer: int | str, outcome: Outcome) -> None:
    sendgrid.script = [(answer, {})]
    assert sendgrid_to(sendgrid).send(a_mail()).outcome is outcome


def test_a_server_that_does_not_answer_leaves_it_unknown_and_holds_nobody_up(sendgrid: FakeServer) -> None:
    sendgrid.script = [("sleep", {})]
    assert sendgrid_to(sendgrid, seconds=0.3).send(a_mail()).outcome is Outcome.UNKNOWN


def test_a_server_that_is_not_there_took_nothing() -> None:
    sender = SendGrid(Settings(sendgrid_key=Secret(KEY)), host="http://127.0.0.1:1")
    assert sender.send(a_mail()).outcome is Outcome.TRY_AGAIN


def test_what_the_server_refuses_is_refused_for_good(sendgrid: FakeServer) -> None:
    assert sendgrid_to(sendgrid).send(replace(a_mail(), subject="")).outcome is Outcome.REFUSED
    assert sendgrid_to(sendgrid).send(replace(a_mail(), text="")).outcome is Outcome.REFUSED
    assert sendgrid.taken == []


@pytest.mark.parametrize("status", [401, 403, 404, 405])
def test_what_no_mail_would_get_past_stops_everything_rather_than_every_mail(sendgrid: FakeServer, status: int) -> None:
    sendgrid.script = [(status, {})]
    with pytest.raises(TransportUnavailable) as stopped:
        sendgrid_to(sendgrid).send(a_mail())
    assert stopped.value.fix


def test_without_a_key_nothing_begins() -> None:
    with pytest.raises(TransportUnavailable, match="needs a key"):
        SendGrid(Settings())


RESET = dt.datetime(2026, 11, 10, 10, 0, 40, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"Retry-After": "30"}, 30),
        ({"X-RateLimit-Reset": str(int(RESET.timestamp())), "Date": "Tue, 10 Nov 2026 10:00:00 GMT"}, 40),
        ({"X-RateLimit-Reset": str(int(RESET.timestamp())), "Date": "Tue, 10 Nov 2026 10:05:00 GMT"}, 1),
        ({"X-RateLimit-Reset": str(int(RESET.timestamp()))}, sendgrid_transport.USUAL_PAUSE.total_seconds()),
        ({"Retry-After": "soon"}, sendgrid_transport.USUAL_PAUSE.total_seconds()),
        ({"Retry-After": "86400"}, sendgrid_transport.LONGEST_PAUSE.total_seconds()),
        ({}, sendgrid_transport.USUAL_PAUSE.total_seconds()),
    ],
)
def test_a_pause_is_as_long_as_was_asked_for_and_never_endless(
    sendgrid: FakeServer, headers: dict[str, str], seconds: float
) -> None:
    sendgrid.script = [(429, headers)]
    receipt = sendgrid_to(sendgrid).send(a_mail())
    assert receipt.retry_after == dt.timedelta(seconds=seconds)


def test_a_request_holds_our_token_the_unsubscribe_headers_and_no_tracking(sendgrid: FakeServer) -> None:
    mail = replace(a_mail("the-token"), unsubscribe_url="https://desk.example/u/t", unsubscribe_mailto="hello@b.example")
    receipt = sendgrid_to(sendgrid).send(mail)
    body = sendgrid.taken[0]
    assert receipt.provider_id == "sg-1"
    assert body["personalizations"] == [
        {"to": [{"email": "joan@example.com", "name": "Joan Muster"}], "custom_args": {"wl_token": "the-token"}}
    ]
    assert body["headers"] == {
        "Message-ID": mail.message_id,
        "Auto-Submitted": "auto-generated",
        "List-Unsubscribe": "<https://desk.example/u/t>, <mailto:hello@b.example?subject=unsubscribe>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }
    assert body["reply_to"] == {"email": mail.reply_to}
    assert [setting["enable"] for setting in body["tracking_settings"].values()] == [False, False, False]
    assert breach(body) == ""


def test_neither_the_key_nor_an_address_nor_a_word_of_the_mail_reaches_a_log(
    sendgrid: FakeServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    sendgrid.script = [(400, {}), (500, {}), (429, {}), ("drop", {})]
    mail = replace(a_mail(), text="A private word.")
    reasons = [sendgrid_to(sendgrid).send(mail).reason for _ in range(5)]
    told = caplog.text + " ".join(reasons)
    for private in (KEY, mail.to_address, mail.to_name, "private word"):
        assert private not in told


def test_a_wrong_key_is_told_without_the_key(sendgrid: FakeServer) -> None:
    with pytest.raises(TransportUnavailable) as stopped:
        sendgrid_to(sendgrid, key="SG.wrong").send(a_mail())
    assert "SG.wrong" not in stopped.value.message + stopped.value.fix
