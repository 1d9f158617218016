"""The sender is killed with SIGKILL in the middle of sending over real SMTP: nobody gets a mail twice, and nobody is forgotten."""

import collections
import email
import os
import pathlib
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from tests.factories import NOW, a_workspace, later
from weblocal.flows import receive
from weblocal.flows.workspace import Workspace
from weblocal.model.leads import Post
from weblocal.model.mail import MessageState

PEOPLE = 12
ALERT_TO = "hello@bright-pipes.example"

# runs in a process of its own; the moment it believes in comes from its arguments
SENDER = """
import datetime as dt, pathlib, sys
from tests.factories import a_workspace
from weblocal.flows import send
from weblocal.mail.smtp import Smtp
from weblocal.model.settings import Settings

folder, port, now = sys.argv[1:]
with a_workspace(pathlib.Path(folder)) as workspace:
    transport = Smtp(Settings(smtp_host="127.0.0.1", smtp_port=int(port), smtp_security="none"))
    print("sending", flush=True)
    send.run(workspace, transport, now=dt.datetime.fromisoformat(now))
    transport.close()
"""


class Sink:
    """A mail server that takes everything, counts it, and can kill the sender at a chosen mail, before or after its answer."""

    def __init__(self) -> None:
        self.taken: collections.Counter[str] = collections.Counter()
        self.to: dict[str, str] = {}
        self.victim: subprocess.Popen[str] | None = None
        self.kill_at = 0
        self.kills_before_the_answer = True
        self._count = 0
        self._lock = threading.Lock()

    def aim(self, victim: subprocess.Popen[str], *, at: int, before_the_answer: bool) -> None:
        with self._lock:
            self.victim, self.kill_at, self.kills_before_the_answer, self._count = victim, at, before_the_answer, 0

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: ARG002, N802 - aiosmtpd's own words
        mail = email.message_from_bytes(envelope.content or b"")
        with self._lock:
            self.taken[mail["Message-ID"]] += 1
            self.to[mail["Message-ID"]] = mail["To"]
            self._count += 1
            if self.victim is not None and self._count == self.kill_at:
                if self.kills_before_the_answer:
                    os.kill(self.victim.pid, signal.SIGKILL)
                else:
                    threading.Timer(0.002, os.kill, (self.victim.pid, signal.SIGKILL)).start()
        return "250 taken"


@pytest.fixture
def sink() -> Iterator[tuple[Sink, int]]:
    handler = Sink()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    controller = Controller(handler, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield handler, port
    finally:
        controller.stop()


def _write_in(workspace: Workspace) -> None:
    for number in range(PEOPLE):
        pairs = (
            ("name", f"Person {chr(65 + number)}"),
            ("phone", f"07700 9001{number:02d}"),
            ("email", f"person{number}@example.com"),
            ("consent_offers", "on"),
            ("consent_offers_version", "v1"),
        )
        receive.receive(workspace, Post(form_id="quote", pairs=pairs, received_at=NOW), now=NOW)


def _start(folder: pathlib.Path, port: int, round_number: int) -> subprocess.Popen[str]:
    moment = later(minutes=20 * round_number).isoformat()
    arguments = [sys.executable, "-c", SENDER, str(folder), str(port), moment]
    return subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@pytest.mark.slow
def test_a_sender_killed_in_the_middle_sends_nothing_twice_and_forgets_nobody(
    tmp_path: pathlib.Path, sink: tuple[Sink, int]
) -> None:
    server, port = sink
    with a_workspace(tmp_path) as workspace:
        _write_in(workspace)
    kills = 0
    for round_number in range(6):
        sender = _start(tmp_path, port, round_number)
        server.aim(sender, at=2 + round_number % 3, before_the_answer=round_number % 2 == 0)
        _, errors = sender.communicate(timeout=60)
        assert sender.returncode in (0, -signal.SIGKILL), errors
        kills += sender.returncode == -signal.SIGKILL
    assert kills >= 5
    last = _start(tmp_path, port, 9)
    server.aim(last, at=-1, before_the_answer=False)
    _, errors = last.communicate(timeout=60)
    assert last.returncode == 0, errors

    to_people = {name: count for name, count in server.taken.items() if ALERT_TO not in server.to[name]}
    assert max(to_people.values()) == 1
    with a_workspace(tmp_path) as workspace:
        contacts = workspace.ledger.read(lambda reading: reading.contacts_since(later(days=-1)))
        states = collections.Counter(
            message.state for one in contacts for message in workspace.ledger.read(lambda r, i=one.id: r.messages_of(i))
        )
    assert len(contacts) == PEOPLE
    assert set(states) <= {MessageState.ACCEPTED, MessageState.UNKNOWN}
    assert states.total() == PEOPLE
    # a kill leaves at most the one mail in hand unknown
    assert states[MessageState.UNKNOWN] <= kills
    assert states[MessageState.ACCEPTED] <= len(to_people)
