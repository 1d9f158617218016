"""Real servers for the transports: an SMTP server that fails on request, and one that speaks SendGrid's rules."""

import contextlib
import http.server
import json
import socket
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session


class Mailbox:
    """What an SMTP server took, and what it is told to do wrong."""

    def __init__(self) -> None:
        self.taken: list[bytes] = []
        self.answers: dict[str, str] = {}
        self.dies_after_the_dot = False

    async def handle_RCPT(self, _server: SMTP, _session: Session, envelope: Envelope, *told: Any) -> str:  # noqa: ANN401, N802
        address = str(told[0])
        if "RCPT" in self.answers:
            return self.answers["RCPT"]
        envelope.rcpt_tos.append(address)
        return "250 ok"

    async def handle_DATA(self, server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        if "DOT" in self.answers:
            return self.answers["DOT"]
        self.taken.append(bytes(envelope.content or b""))
        if self.dies_after_the_dot:
            assert server.transport is not None
            server.transport.abort()
        return "250 taken"


@contextlib.contextmanager
def smtp_server() -> Iterator[tuple[Mailbox, int]]:
    """A server on loopback, and the port it listens on."""
    box = Mailbox()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    controller = Controller(box, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield box, port
    finally:
        controller.stop()


class FakeSendGrid(http.server.BaseHTTPRequestHandler):
    """Mail Send v3 as published: authorisation, JSON, sizes, required parts; and scripted answers."""

    server: "FakeServer"

    def do_POST(self) -> None:
        raw = self.rfile.read(int(self.headers["Content-Length"]))
        status, headers = self.server.judge(self.path, dict(self.headers), raw)
        if status == 0:
            self.close_connection = True
            self.connection.shutdown(socket.SHUT_RDWR)
            return
        if self.server.is_slow:
            time.sleep(3)
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Keep quiet."""


class FakeServer(http.server.ThreadingHTTPServer):
    """The server with its script and what it took."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), FakeSendGrid)
        self.script: list[tuple[int, dict[str, str]]] = []
        self.taken: list[dict[str, Any]] = []
        self.is_slow = False

    def judge(self, path: str, headers: dict[str, str], raw: bytes) -> tuple[int, dict[str, str]]:
        if path != "/v3/mail/send":
            return 404, {}
        if headers.get("Authorization") != "Bearer SG.right":
            return 401, {}
        if self.script:
            return self.script.pop(0)
        body = json.loads(raw)
        if not body["personalizations"][0]["to"][0]["email"] or not body["content"][0]["value"] or len(raw) > 30_000_000:
            return 400, {}
        if [part["type"] for part in body["content"]] != ["text/plain", "text/html"]:
            return 400, {}
        self.taken.append(body)
        return 202, {"X-Message-Id": f"sg-{len(self.taken)}"}


@pytest.fixture
def sendgrid() -> Iterator[FakeServer]:
    server = FakeServer()
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
