"""Mails over SMTP, with an honest answer about which side of the last dot a failure fell on (RFC 5321 §4.2, RFC 1047).

Before the final dot nothing was taken: try again, or refused where the server says 5xx. Once the dot may have left, a
lost answer means unknown, never a second mail.
"""

import contextlib
import smtplib
import socket
import ssl

from weblocal.errors import TransportUnavailable
from weblocal.mail import mime
from weblocal.model.mail import Mail, Outcome, Receipt
from weblocal.model.settings import Settings

SECONDS = 30.0
# a dot answers late on purpose: RFC 5321 §4.5.3.2.6 asks for ten minutes; a shop's run can wait for two
DOT_SECONDS = 120.0
_SERVICE_CLOSES = 421
_TOO_LARGE = 552
_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


class Smtp:
    """One connection to a mail server, kept between mails and opened again when it went away.

    `seconds` is how long one answer may take; `trust` replaces the certificates this machine trusts.
    """

    def __init__(
        self,
        settings: Settings,
        *,
        seconds: float = SECONDS,
        dot_seconds: float = DOT_SECONDS,
        trust: ssl.SSLContext | None = None,
    ) -> None:
        self._settings = settings
        self._seconds = seconds
        self._dot_seconds = dot_seconds
        self._trust = trust
        self._connection: smtplib.SMTP | None = None

    def send(self, mail: Mail) -> Receipt:
        """Send one mail."""
        try:
            raw = mime.bytes_of(mail)
            reader, sender = mime.address(mail.to_address), mime.address(mail.from_address)
        except ValueError as wrong:
            return Receipt(outcome=Outcome.REFUSED, reason=f"the mail cannot be written: {wrong}")
        if self._connection is not None:
            # servers close what lies idle; nothing has been said on this mail yet, so a fresh connection repeats nothing
            receipt = self._hand_over(self._connection, sender, reader, raw)
            if receipt is not None:
                return receipt
        receipt = self._hand_over(self._connected(), sender, reader, raw)
        return receipt or Receipt(outcome=Outcome.TRY_AGAIN, reason="the server went away before it took the mail")

    def close(self) -> None:
        """Say goodbye."""
        if self._connection is not None:
            with contextlib.suppress(OSError, smtplib.SMTPException):
                self._connection.quit()
        self._connection = None

    def _hand_over(self, connection: smtplib.SMTP, sender: str, reader: str, raw: bytes) -> Receipt | None:
        """The whole exchange on one connection; None when the connection was lost before the final dot."""
        try:
            refusal = self._before_text(connection, sender, reader)
            if refusal is not None:
                return refusal
            connection.send(_stuffed(raw))
        except (OSError, smtplib.SMTPException):
            self._drop()
            return None
        return self._dot(connection)

    def _before_text(self, connection: smtplib.SMTP, sender: str, reader: str) -> Receipt | None:
        """MAIL, RCPT and DATA: whatever is refused here, the mail was not taken. None when the server waits for it."""
        code, answer = connection.mail(sender)
        if 500 <= code < 600 and code != _TOO_LARGE:
            self._drop()
            raise TransportUnavailable(
                f"{self._settings.smtp_host} takes no mail from {sender.rpartition('@')[2]} ({_code(code, answer)}).",
                fix="Check mail: from: in business.yaml, and what the mail server lets this login send.",
            )
        if code == 250:
            code, answer = connection.rcpt(reader)
        if code in {250, 251}:
            code, answer = connection.docmd("DATA")
            if code == 354:
                return None
        return self._no(connection, code, answer)

    def _dot(self, connection: smtplib.SMTP) -> Receipt:
        try:
            _let_answer_take(connection, self._dot_seconds)
            connection.send(b".\r\n")
            code, answer = connection.getreply()
            _let_answer_take(connection, self._seconds)
        except (OSError, smtplib.SMTPException):
            code, answer = -1, b""
        if 200 <= code < 300:
            return Receipt(outcome=Outcome.ACCEPTED, provider_id=_short(answer))
        if not 400 <= code < 600:
            self._drop()
            return Receipt(outcome=Outcome.UNKNOWN, reason="the connection was lost while the server was taking the mail")
        return self._no(connection, code, answer)

    def _no(self, connection: smtplib.SMTP, code: int, answer: bytes) -> Receipt:
        if code == _SERVICE_CLOSES or not 200 <= code < 600:
            self._drop()
        else:
            with contextlib.suppress(OSError, smtplib.SMTPException):
                connection.rset()
        outcome = Outcome.REFUSED if 500 <= code < 600 else Outcome.TRY_AGAIN
        return Receipt(outcome=outcome, reason=f"the server answered {_code(code, answer)}")

    def _connected(self) -> smtplib.SMTP:
        if self._connection is None:
            try:
                self._connection = self._open()
            except (OSError, smtplib.SMTPException) as away:
                host, port = self._settings.smtp_host, self._settings.smtp_port
                raise TransportUnavailable(
                    f"The mail server {host}:{port} could not be used ({type(away).__name__}).",
                    fix="Check WEBLOCAL_SMTP_HOST and WEBLOCAL_SMTP_PORT, and that the server is up.",
                ) from away
        return self._connection

    def _open(self) -> smtplib.SMTP:
        settings = self._settings
        trust = self._trust or ssl.create_default_context()
        if settings.smtp_security not in {"tls", "starttls"} and settings.smtp_host not in _LOOPBACK:
            raise TransportUnavailable(
                f"Mail to {settings.smtp_host} would travel unencrypted, so nothing was sent.",
                fix="Set WEBLOCAL_SMTP_SECURITY=starttls.",
            )
        where = (settings.smtp_host, settings.smtp_port)
        if settings.smtp_security == "tls":
            connection: smtplib.SMTP = smtplib.SMTP_SSL(*where, timeout=self._seconds, context=trust)
        else:
            connection = smtplib.SMTP(*where, timeout=self._seconds)
        try:
            self._introduce(connection, trust)
        except BaseException:
            connection.close()
            raise
        return connection

    def _introduce(self, connection: smtplib.SMTP, trust: ssl.SSLContext) -> None:
        settings = self._settings
        try:
            connection.ehlo_or_helo_if_needed()
            if settings.smtp_security == "starttls":
                connection.starttls(context=trust)
            if settings.smtp_user:
                connection.login(settings.smtp_user, settings.smtp_password.reveal())
        except smtplib.SMTPNotSupportedError as stripped:
            raise TransportUnavailable(
                f"{settings.smtp_host} offers no encryption, so nothing was sent.",
                fix="Check the port, or set WEBLOCAL_SMTP_SECURITY=tls for port 465.",
            ) from stripped
        except smtplib.SMTPAuthenticationError as refused:
            raise TransportUnavailable(
                f"{settings.smtp_host} did not accept the name and password ({refused.smtp_code}).",
                fix="Check WEBLOCAL_SMTP_USER and WEBLOCAL_SMTP_PASSWORD.",
            ) from None
        except ssl.SSLError as untrusted:
            raise TransportUnavailable(
                f"{settings.smtp_host} shows a certificate that is not its own, so nothing was sent.",
                fix="Write the server's name as its certificate says it, in WEBLOCAL_SMTP_HOST.",
            ) from untrusted
        if connection.sock is not None:
            # the dot is sent apart from the text, and must not wait until the text's arrival was confirmed
            connection.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def _drop(self) -> None:
        if self._connection is not None:
            self._connection.close()
        self._connection = None


def _stuffed(raw: bytes) -> bytes:
    """The text without its final dot; a line that begins with a dot gets a second one (RFC 5321 §4.5.2)."""
    return (b"\r\n" + raw.rstrip(b"\r\n")).replace(b"\r\n.", b"\r\n..")[2:] + b"\r\n"


def _let_answer_take(connection: smtplib.SMTP, seconds: float) -> None:
    if connection.sock is not None:
        connection.sock.settimeout(seconds)


def _code(code: int, answer: bytes) -> str:
    """The codes alone (RFC 3463's too): the words behind them often repeat the address, which must not reach a log."""
    first = answer.decode("ascii", errors="replace").split(" ", 1)[0]
    enhanced = first if first.count(".") == 2 and first.replace(".", "").isdigit() else ""
    return f"{code} {enhanced}".rstrip()


def _short(answer: bytes) -> str:
    return answer.decode("ascii", errors="replace")[:80]
