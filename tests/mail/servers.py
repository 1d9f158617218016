"""Real servers for the transports: an SMTP server that fails on request, and one that holds to SendGrid's published rules."""

import contextlib
import datetime as dt
import http.server
import json
import pathlib
import socket
import ssl
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from weblocal.mail.sendgrid_transport import SendGrid
from weblocal.mail.smtp import Smtp
from weblocal.model.settings import Secret, Settings

KEY = "SG.right"
# https://www.twilio.com/docs/sendgrid/api-reference/mail-send/mail-send: what a caller may not set
RESERVED = frozenset(
    "x-sg-id x-sg-eid received dkim-signature content-type content-transfer-encoding to from subject reply-to cc bcc".split()  # noqa: SIM905
)


class Mailbox:
    """What an SMTP server took, and what it is told to do wrong: `answers` by stage; `dies_at` one, `dies_on` one connection."""

    def __init__(self) -> None:
        self.taken: list[bytes] = []
        self.logins: list[tuple[bytes, bytes]] = []
        self.connections = 0
        self.answers: dict[str, str] = {}
        self.dies_at = ""
        self.dies_on = 0

    async def handle_EHLO(  # noqa: N802
        self, _server: SMTP, session: Session, _envelope: Envelope, hostname: str, responses: list[str]
    ) -> list[str]:
        session.host_name = hostname
        self.connections += not session.ssl
        return responses

    async def handle_MAIL(  # noqa: N802
        self, server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        self._perhaps_die(server, "MAIL")
        if "MAIL" in self.answers:
            return self.answers["MAIL"]
        envelope.mail_from = address
        return "250 ok"

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        self._perhaps_die(server, "RCPT")
        if "RCPT" in self.answers:
            return self.answers["RCPT"]
        envelope.rcpt_tos.append(address)
        return "250 ok"

    async def handle_DATA(self, server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        if "DOT" in self.answers:
            return self.answers["DOT"]
        self.taken.append(bytes(envelope.content or b""))
        self._perhaps_die(server, "DOT")
        return "250 2.0.0 taken as 4711"

    def let_in(
        self, _server: SMTP, _session: Session, _envelope: Envelope, _mechanism: str, login: LoginPassword
    ) -> AuthResult:
        self.logins.append((login.login, login.password))
        return AuthResult(success=login.password == b"right", handled=False)

    def _perhaps_die(self, server: SMTP, stage: str) -> None:
        if self.dies_at == stage and self.dies_on in {0, self.connections}:
            assert server.transport is not None
            server.transport.abort()


@contextlib.contextmanager
def smtp_server(**more: Any) -> Iterator[tuple[Mailbox, int]]:  # noqa: ANN401
    """A server on loopback, and the port it listens on."""
    box = Mailbox()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    controller = Controller(box, hostname="127.0.0.1", port=port, authenticator=box.let_in, **more)
    controller.start()
    try:
        yield box, port
    finally:
        controller.stop()


def smtp_to(
    port: int, *, security: str = "none", trust: ssl.SSLContext | None = None, user: str = "", password: str = ""
) -> Smtp:
    settings = Settings(
        smtp_host="localhost" if security != "none" else "127.0.0.1",
        smtp_port=port,
        smtp_security=security,
        smtp_user=user,
        smtp_password=Secret(password),
    )
    return Smtp(settings, trust=trust, seconds=10, dot_seconds=10)


def a_certificate(folder: pathlib.Path) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """A server's context with a certificate of its own for localhost, and a reader's context that trusts it alone."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    today = dt.datetime.now(dt.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(today - dt.timedelta(days=1))
        .not_valid_after(today + dt.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    path = folder / "server.pem"
    pem = serialization.Encoding.PEM
    private = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    path.write_bytes(private + certificate.public_bytes(pem))
    serving = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    serving.load_cert_chain(path)
    return serving, ssl.create_default_context(cadata=certificate.public_bytes(pem).decode())


class FakeServer(http.server.ThreadingHTTPServer):
    """SendGrid's mail-send with its rules and error bodies, a script of other answers, and a ledger of what it took."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _FakeSendGrid)
        self.script: list[tuple[int | str, dict[str, str]]] = []
        self.taken: list[dict[str, Any]] = []
        self.awake = threading.Event()

    def judge(self, headers: dict[str, str], raw: bytes) -> tuple[int, dict[str, str], str]:
        if headers.get("Authorization") != f"Bearer {KEY}":
            return 401, {}, "The provided authorization grant is invalid"
        wrong = breach(json.loads(raw)) if len(raw) <= 30_000_000 else "too large"
        if wrong:
            return (413 if wrong == "too large" else 400), {}, wrong
        self.taken.append(json.loads(raw))
        return 202, {"X-Message-Id": f"sg-{len(self.taken)}"}, ""


def breach(body: dict[str, Any]) -> str:
    """The first published rule a request breaks; empty when it would be taken."""
    people = body.get("personalizations") or [{}]
    types = [part.get("type") for part in body.get("content") or []]
    rules = (
        (bool(body.get("personalizations")) and len(people) <= 1000, "personalizations"),
        (all(1 <= len(each.get("to") or ()) <= 1000 for each in people), "personalizations.to"),
        (all("@" in to.get("email", "") for each in people for to in each["to"]), "personalizations.to.email"),
        (all(len(json.dumps(each.get("custom_args", {}))) < 10_000 for each in people), "custom_args"),
        (all(isinstance(arg, str) for each in people for arg in each.get("custom_args", {}).values()), "custom_args"),
        ("@" in body.get("from", {}).get("email", ""), "from"),
        (bool(body.get("subject")), "subject"),
        (types == ["text/plain", "text/html"], "content"),
        (all(part.get("value") for part in body.get("content") or []), "content.value"),
        (not RESERVED & {name.lower() for name in body.get("headers", {})}, "headers"),
        (len(body.get("categories", ())) <= 10, "categories"),
    )
    return next((field for holds, field in rules if not holds), "")


class _FakeSendGrid(http.server.BaseHTTPRequestHandler):
    server: FakeServer

    def do_POST(self) -> None:
        assert self.path == "/v3/mail/send"
        raw = self.rfile.read(int(self.headers["Content-Length"]))
        scripted = self.server.script.pop(0) if self.server.script else None
        if scripted and scripted[0] == "drop":
            self.server.judge(dict(self.headers), raw)
            self.connection.shutdown(socket.SHUT_RDWR)
            return
        if scripted and scripted[0] == "sleep":
            self.server.awake.wait(20)
            return
        answer = self.server.judge(dict(self.headers), raw) if not scripted else (int(scripted[0]), scripted[1], "scripted")
        self._answer(*answer)

    def _answer(self, status: int, headers: dict[str, str], wrong: str) -> None:
        body = json.dumps({"errors": [{"message": wrong, "field": wrong, "help": None}]}).encode() if wrong else b""
        self.send_response_only(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Keep quiet."""


@pytest.fixture
def sendgrid() -> Iterator[FakeServer]:
    server = FakeServer()
    thread = threading.Thread(target=lambda: server.serve_forever(poll_interval=0.01), daemon=True)
    thread.start()
    yield server
    server.awake.set()
    server.shutdown()
    server.server_close()


def sendgrid_to(server: FakeServer, *, key: str = KEY, seconds: float = 10) -> SendGrid:
    return SendGrid(Settings(sendgrid_key=Secret(key)), host=f"http://127.0.0.1:{server.server_port}", seconds=seconds)
