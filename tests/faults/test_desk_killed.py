"""The desk is killed in the middle of posts, beside a running sender: nobody who was thanked is lost, nobody is mailed twice."""

import collections
import email
import email.policy
import http.client
import os
import pathlib
import re
import signal
import subprocess
import sys
import threading
import time
import urllib.parse
from collections.abc import Iterator

import pytest

from tests.mail.servers import Mailbox, smtp_server
from weblocal.flows.workspace import open_workspace

ROUNDS = int(os.environ.get("WEBLOCAL_KILL_ROUNDS", "20"))
POSTERS = 4


@pytest.fixture
def mailed() -> Iterator[tuple[Mailbox, int]]:
    with smtp_server() as served:
        yield served


def running(*arguments: str, port: int) -> subprocess.Popen[str]:
    surroundings = {
        **os.environ,
        "WEBLOCAL_SMTP_HOST": "127.0.0.1",
        "WEBLOCAL_SMTP_PORT": str(port),
        "WEBLOCAL_SMTP_SECURITY": "none",
    }
    return subprocess.Popen(
        [sys.executable, "-u", "-m", "weblocal", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=surroundings,
    )


def netloc_of(desk: subprocess.Popen[str]) -> str:
    assert desk.stdout is not None
    for line in desk.stdout:
        found = re.search(r"http://([\d.:]+)/desk", line)
        if found:
            return found[1]
    raise AssertionError("the desk did not start")


def consent_version(sample: pathlib.Path) -> str:
    """The digest of the words beside the box, as the page carries it: consent counts for exactly these words."""
    with open_workspace(sample) as workspace:
        return next(asked.version for form in workspace.business.forms for asked in form.consents if asked.stream == "advice")


def post(netloc: str, number: int, version: str) -> bool:
    """Send one form; True when the visitor was thanked."""
    answers = {
        "service": "Leak",
        "name": f"Visitor {number}",
        "phone": f"01632 {960000 + number}",
        "email": f"visitor{number}@sample.example",
        "page": "/",
        "key": f"kill-test-{number:08d}",
        "consent_advice": "yes",
        "consent_advice_version": version,
    }
    try:
        connection = http.client.HTTPConnection(netloc, timeout=5)
        connection.request(
            "POST", "/forms/quote", urllib.parse.urlencode(answers), {"Content-Type": "application/x-www-form-urlencoded"}
        )
        return connection.getresponse().status == 303
    except (OSError, http.client.HTTPException):
        return False


def one_round(desk: subprocess.Popen[str], version: str, *, first: int, kill_after: float) -> set[int]:
    """Post from several sides until the desk is killed; the numbers of those who were thanked."""
    netloc = netloc_of(desk)
    thanked: set[int] = set()
    begun = threading.Event()

    def keep_posting(own: int) -> None:
        for number in range(first + own, first + 28, POSTERS):
            if not post(netloc, number, version):
                return
            thanked.add(number)
            begun.set()

    posters = [threading.Thread(target=keep_posting, args=(own,)) for own in range(POSTERS)]
    for poster in posters:
        poster.start()
    begun.wait(30)
    time.sleep(kill_after)
    desk.send_signal(signal.SIGKILL)
    desk.wait()
    for poster in posters:
        poster.join()
    return thanked


def test_a_killed_desk_loses_no_acknowledged_lead_and_nobody_is_mailed_twice(
    sample: pathlib.Path, mailed: tuple[Mailbox, int]
) -> None:
    box, port = mailed
    profile = sample / "business.yaml"
    profile.write_text(profile.read_text().replace("transport: outbox", "transport: smtp"))
    sender = running("nurture", "run", str(sample), "--watch", port=port)
    version = consent_version(sample)
    thanked: set[int] = set()
    try:
        for round_number in range(ROUNDS):
            desk = running("desk", str(sample), "--port", "0", port=port)
            thanked |= one_round(desk, version, first=round_number * 28, kill_after=0.004 * round_number)
            if round_number % 5 == 4:
                sender.send_signal(signal.SIGKILL)
                sender.wait()
                sender = running("nurture", "run", str(sample), "--watch", port=port)
    finally:
        sender.kill()
        sender.wait()
    assert len(thanked) > ROUNDS, "too few posts came through to prove anything"
    subprocess.run(
        [sys.executable, "-m", "weblocal", "nurture", "run", str(sample)],
        check=True,
        capture_output=True,
        env={
            **os.environ,
            "WEBLOCAL_SMTP_HOST": "127.0.0.1",
            "WEBLOCAL_SMTP_PORT": str(port),
            "WEBLOCAL_SMTP_SECURITY": "none",
        },
    )
    with open_workspace(sample) as workspace:
        kept = workspace.ledger.read(lambda reading: {contact.name for contact in reading.contacts_like("Visitor", 10_000)})
    assert {f"Visitor {number}" for number in thanked} <= kept
    letters = [email.message_from_bytes(raw, policy=email.policy.default) for raw in box.taken]
    to_visitors = collections.Counter(
        (str(letter["To"]), str(letter["Subject"])) for letter in letters if "sample.example" in str(letter["To"])
    )
    assert to_visitors, "no mail went out, so nothing is proven"
    assert max(to_visitors.values()) == 1
