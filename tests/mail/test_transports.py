"""One contract for every transport: taken once, in order, honest, and closed to smuggled headers."""

import email
import email.policy
import pathlib
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from tests.factories import a_mail
from tests.mail.servers import FakeServer, sendgrid, sendgrid_to, smtp_server, smtp_to
from weblocal.mail.outbox_folder import OutboxFolder
from weblocal.mail.transport import Transport
from weblocal.model.mail import Outcome

__all__ = ["sendgrid"]
Subjects = Callable[[], list[str]]
Reached = tuple[Transport, Subjects]


def subject_of(raw: bytes) -> str:
    return str(email.message_from_bytes(raw, policy=email.policy.default)["Subject"])


@pytest.fixture(params=["outbox", "smtp", "sendgrid"])
def transport(request: pytest.FixtureRequest, tmp_path: pathlib.Path) -> Iterator[Reached]:
    if request.param == "outbox":
        yield OutboxFolder(tmp_path), lambda: [subject_of(path.read_bytes()) for path in tmp_path.glob("*.eml")]
    elif request.param == "smtp":
        with smtp_server() as (box, port):
            sender = smtp_to(port)
            yield sender, lambda: [subject_of(raw) for raw in box.taken]
            sender.close()
    else:
        server: FakeServer = request.getfixturevalue("sendgrid")
        yield sendgrid_to(server), lambda: [body["subject"] for body in server.taken]


def test_a_mail_that_was_taken_is_accepted(transport: Reached) -> None:
    sender, subjects = transport
    receipt = sender.send(replace(a_mail(), subject="Grüße – 😀"))
    assert (receipt.outcome, receipt.reason, receipt.retry_after) == (Outcome.ACCEPTED, "", None)
    assert receipt.provider_id
    assert subjects() == ["Grüße – 😀"]


def test_many_mails_go_one_after_another(transport: Reached) -> None:
    sender, subjects = transport
    for number in range(5):
        assert sender.send(replace(a_mail(f"token-{number}"), subject=f"Mail {number}")).outcome is Outcome.ACCEPTED
    assert sorted(subjects()) == [f"Mail {number}" for number in range(5)]


@pytest.mark.parametrize(
    "field",
    [
        "subject",
        "from_name",
        "from_address",
        "to_name",
        "to_address",
        "reply_to",
        "message_id",
        "unsubscribe_url",
        "unsubscribe_mailto",
    ],
)
@pytest.mark.parametrize(
    "smuggled", ["x\r\nBcc: a@b.example", "x\nBcc: a@b.example", "x\rBcc: y", "x\x00y", "x\u2028Bcc: y", "x\x85y"]
)
def test_a_header_can_never_be_smuggled_in(transport: Reached, field: str, smuggled: str) -> None:
    sender, subjects = transport
    assert sender.send(replace(a_mail(), **{field: smuggled})).outcome is Outcome.REFUSED  # type: ignore[arg-type]
    assert subjects() == []


@pytest.mark.parametrize(
    "address", ["", "nobody", "a b@c.example", "a@b@c.example", "a@", "@b.example", "ü@b.example", "a@b.example>"]
)
def test_an_address_that_is_none_is_refused_and_not_repeated(transport: Reached, address: str) -> None:
    sender, subjects = transport
    receipt = sender.send(replace(a_mail(), to_address=address))
    assert receipt.outcome is Outcome.REFUSED
    assert not address or address not in receipt.reason
    assert subjects() == []


def test_a_transport_can_be_closed_twice_and_used_again(transport: Reached) -> None:
    sender, subjects = transport
    sender.send(a_mail("one"))
    sender.close()
    sender.close()
    assert sender.send(a_mail("two")).outcome is Outcome.ACCEPTED
    assert len(subjects()) == 2
