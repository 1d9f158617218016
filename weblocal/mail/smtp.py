"""Mails over SMTP, with an honest answer about which side of the last dot a failure fell on (RFC 5321 §4.2, RFC 1047).

Before the final dot nothing was taken: try again, or refused where the server says 5xx. Once the dot may have left, a
lost answer means unknown, never a second mail.
"""

import contextlib
import email.policy
import smtplib
import ssl
from collections.abc import Iterator

from weblocal.errors import TransportUnavailable
from weblocal.mail import mime
from weblocal.model.mail import Mail, Outcome, Receipt
from weblocal.model.settings import Settings

SECONDS = 30.0
# a dot answers late on purpose: RFC 5321 §4.5.3.2.6 asks for ten minutes; a shop's run can wait for two
DOT_SECONDS = 120.0
_SERVICE_CLOSES = 421


class Smtp:
    """One connection to a mail server, kept between mails and opened again when it went away."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._connection: smtplib.SMTP | None = None

    def send(self, mail: Mail) -> Receipt:
        """Send one mail."""
        try:
            message = mime.message_of(mail)
            raw = message.as_bytes(policy=email.policy.SMTP)
        except (ValueError, UnicodeError) as wrong:
            return Receipt(outcome=Outcome.REFUSED, reason=f"the mail cannot be written: {wrong}")
        connection = self._connected()
        try:
            return self._before_the_dot(connection, mail) or self._the_dot(connection, raw)
        except smtplib.SMTPServerDisconnected:
            self._drop()
            return Receipt(outcome=Outcome.TRY_AGAIN, reason="the server went away before it took the mail")
        except (OSError, smtplib.SMTPException) as failed:
            self._drop()
            return Receipt(outcome=Outcome.TRY_AGAIN, reason=f"the server could not be used ({type(failed).__name__})")

    def close(self) -> None:
        """Say goodbye."""
        if self._connection is not None:
            with contextlib.suppress(OSError, smtplib.SMTPException):
                self._connection.quit()
        self._connection = None

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
        context = ssl.create_default_context()
        if settings.smtp_security == "tls":
            connection: smtplib.SMTP = smtplib.SMTP_SSL(
                settings.smtp_host, settings.smtp_port, timeout=SECONDS, context=context
            )
        else:
            connection = smtplib.SMTP(settings.smtp_host, settings.smtp_port, timeout=SECONDS)
        try:
            connection.ehlo_or_helo_if_needed()
            if settings.smtp_security == "starttls":
                connection.starttls(context=context)
            elif settings.smtp_security != "tls":
                _refuse_plain(settings)
            if settings.smtp_user:
                connection.login(settings.smtp_user, settings.smtp_password.reveal())
        except smtplib.SMTPNotSupportedError as stripped:
            connection.close()
            raise TransportUnavailable(
                f"{settings.smtp_host} offers no encryption, so nothing was sent.",
                fix="Check the port, or set WEBLOCAL_SMTP_SECURITY=tls for port 465.",
            ) from stripped
        except smtplib.SMTPAuthenticationError as refused:
            connection.close()
            raise TransportUnavailable(
                f"{settings.smtp_host} did not accept the name and password.",
                fix="Check WEBLOCAL_SMTP_USER and WEBLOCAL_SMTP_PASSWORD.",
            ) from refused
        return connection

    def _before_the_dot(self, connection: smtplib.SMTP, mail: Mail) -> Receipt | None:
        """MAIL, RCPT and DATA: whatever fails here, the mail was not taken. None when the server waits for it."""
        options = ["SMTPUTF8"] if connection.has_extn("smtputf8") and not mail.to_address.isascii() else []
        if not mail.to_address.isascii() and not options:
            return Receipt(outcome=Outcome.REFUSED, reason="the server cannot take an address of this script")
        for code, answer in _envelope(connection, mail, options):
            if code not in {250, 251, 354}:
                return self._no(connection, code, answer)
        return None

    def _the_dot(self, connection: smtplib.SMTP, raw: bytes) -> Receipt:
        body = raw.replace(b"\r\n.", b"\r\n..")
        if body.startswith(b"."):
            body = b"." + body
        try:
            if connection.sock is not None:
                connection.sock.settimeout(DOT_SECONDS)
            connection.send(body.rstrip(b"\r\n") + b"\r\n.\r\n")
            code, answer = connection.getreply()
            if connection.sock is not None:
                connection.sock.settimeout(SECONDS)
        except (OSError, smtplib.SMTPException):
            self._drop()
            return Receipt(outcome=Outcome.UNKNOWN, reason="the connection was lost while the server was taking the mail")
        if code == 250:
            return Receipt(outcome=Outcome.ACCEPTED, provider_id=_short(answer))
        return self._no(connection, code, answer)

    def _no(self, connection: smtplib.SMTP, code: int, answer: bytes) -> Receipt:
        if code == _SERVICE_CLOSES or code < 0:
            self._drop()
        else:
            with contextlib.suppress(OSError, smtplib.SMTPException):
                connection.rset()
        outcome = Outcome.REFUSED if 500 <= code < 600 else Outcome.TRY_AGAIN
        return Receipt(outcome=outcome, reason=f"the server answered {code} {_enhanced(answer)}".rstrip())

    def _drop(self) -> None:
        if self._connection is not None:
            self._connection.close()
        self._connection = None


def _envelope(connection: smtplib.SMTP, mail: Mail, options: list[str]) -> Iterator[tuple[int, bytes]]:
    """Who it is from, who it is for, and whether it may begin: each asked only when the one before was granted."""
    yield connection.mail(mail.from_address, options)
    yield connection.rcpt(mail.to_address)
    yield connection.docmd("DATA")


def _refuse_plain(settings: Settings) -> None:
    if settings.smtp_host not in {"localhost", "127.0.0.1", "::1"}:
        raise TransportUnavailable(
            f"Mail to {settings.smtp_host} would travel unencrypted, so nothing was sent.",
            fix="Set WEBLOCAL_SMTP_SECURITY=starttls.",
        )


def _enhanced(answer: bytes) -> str:
    """The status code of RFC 3463 alone: the words behind it often repeat the address, which must not reach a log."""
    first = answer.decode("ascii", errors="replace").split(" ", 1)[0]
    return first if first.count(".") == 2 and first.replace(".", "").isdigit() else ""


def _short(answer: bytes) -> str:
    return answer.decode("ascii", errors="replace")[:80]
