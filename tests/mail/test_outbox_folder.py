"""The outbox folder: one file for one message, whole or not at all, whoever sends it and whatever is killed."""

import email
import email.policy
import pathlib
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from tests.factories import a_mail
from weblocal.errors import TransportUnavailable
from weblocal.mail.outbox_folder import INDEX, OutboxFolder
from weblocal.model.mail import Outcome

ROOT = pathlib.Path(__file__).parents[2]
ENDLESS = """
import itertools, pathlib, sys
from tests.factories import a_mail
from weblocal.mail.outbox_folder import OutboxFolder
outbox = OutboxFolder(pathlib.Path(sys.argv[1]))
for number in itertools.count():
    outbox.send(a_mail(f"token-{number}", text="word " * 20000))
    print(number, flush=True)
"""


def mails_in(folder: pathlib.Path) -> list[pathlib.Path]:
    return sorted(folder.glob("*.eml"))


def test_the_same_message_is_laid_once_even_when_it_was_written_anew(tmp_path: pathlib.Path) -> None:
    first = OutboxFolder(tmp_path).send(replace(a_mail("token"), subject="First"))
    again = OutboxFolder(tmp_path).send(replace(a_mail("token"), subject="Again"))
    assert (first.outcome, again.outcome) == (Outcome.ACCEPTED, Outcome.ACCEPTED)
    assert [b"First" in path.read_bytes() for path in mails_in(tmp_path)] == [True]


def test_many_senders_of_one_message_lay_it_once(tmp_path: pathlib.Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        outcomes = list(pool.map(lambda _: OutboxFolder(tmp_path).send(a_mail("token")).outcome, range(40)))
    assert set(outcomes) == {Outcome.ACCEPTED}
    assert len(mails_in(tmp_path)) == 1
    assert len((tmp_path / INDEX).read_text().splitlines()) == 1
    assert not list(tmp_path.glob("*.part"))


def test_a_sender_that_is_killed_leaves_whole_mails_only_and_the_rest_can_be_sent(tmp_path: pathlib.Path) -> None:
    for round_ in range(5):
        sender = subprocess.Popen([sys.executable, "-c", ENDLESS, str(tmp_path)], cwd=ROOT, stdout=subprocess.PIPE, text=True)
        assert sender.stdout is not None
        told = [sender.stdout.readline() for _ in range(4 + 3 * round_)]
        sender.kill()
        sender.wait()
        sender.stdout.close()
        laid = mails_in(tmp_path)
        assert len(laid) >= len(told)
        for path in laid:
            body = email.message_from_bytes(path.read_bytes(), policy=email.policy.default).get_body(("plain",))
            assert body is not None
            assert body.get_content().count("word") == 20000
    for number in range(len(mails_in(tmp_path))):
        OutboxFolder(tmp_path).send(a_mail(f"token-{number}"))
    assert len(mails_in(tmp_path)) == len(laid)


def test_the_list_says_what_lies_there(tmp_path: pathlib.Path) -> None:
    receipt = OutboxFolder(tmp_path).send(replace(a_mail(), subject="Grüße"))
    assert (tmp_path / INDEX).read_text(
        encoding="utf-8"
    ) == f"2026-11-10 10:00  {receipt.provider_id}  joan@example.com  Grüße\n"


def test_a_mail_program_can_open_it_and_only_its_owner_may(tmp_path: pathlib.Path) -> None:
    outbox = tmp_path / "outbox"
    OutboxFolder(outbox).send(a_mail())
    (path,) = mails_in(outbox)
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    assert message["To"] == "Joan Muster <joan@example.com>"
    assert path.stat().st_mode & 0o077 == 0
    assert outbox.stat().st_mode & 0o077 == 0


def test_an_outbox_that_cannot_be_written_is_unavailable(tmp_path: pathlib.Path) -> None:
    (tmp_path / "outbox").write_text("a file is in the way")
    with pytest.raises(TransportUnavailable):
        OutboxFolder(tmp_path / "outbox").send(a_mail())
