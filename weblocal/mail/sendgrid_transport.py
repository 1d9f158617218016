"""Mails through SendGrid; no other file knows it. Its mail-send has no idempotency key, so a lost answer is unknown.

Rules used: v3 Mail Send answers 202 when it took the mail, 400/401/403/413 when it never will, 429 with X-RateLimit-Reset,
and 5xx without saying whether it did. Our token travels as a custom argument, so that its events can settle an unknown.
"""

import datetime as dt
import http.client
import socket
from typing import Any

from weblocal.errors import TransportUnavailable
from weblocal.mail import mime
from weblocal.model.mail import Mail, Outcome, Receipt
from weblocal.model.settings import Settings

SECONDS = 15
_HOSTS = {"global": "https://api.sendgrid.com", "eu": "https://api.eu.sendgrid.com"}
_NEVER = frozenset({400, 403, 404, 405, 413, 415})
LONGEST_PAUSE = dt.timedelta(minutes=15)


class SendGrid:
    """Sends by SendGrid's own library; `host` replaces its address in tests."""

    def __init__(self, settings: Settings, *, host: str = "") -> None:
        import sendgrid

        if not settings.sendgrid_key:
            raise TransportUnavailable("SendGrid needs a key.", fix="Set SENDGRID_API_KEY in the environment.")
        address = host or _HOSTS.get(settings.sendgrid_region, _HOSTS["global"])
        self._client = sendgrid.SendGridAPIClient(api_key=settings.sendgrid_key.reveal(), host=address)
        # the library waits for ever unless it is told
        self._client.client.timeout = SECONDS

    def send(self, mail: Mail) -> Receipt:
        """Send one mail."""
        import python_http_client.exceptions as answers

        try:
            body = _body(mail)
        except ValueError as wrong:
            return Receipt(outcome=Outcome.REFUSED, reason=f"the mail cannot be written: {wrong}")
        try:
            answer = self._client.client.mail.send.post(request_body=body)
        except answers.HTTPError as refused:
            return _no(int(refused.status_code), refused.headers)
        except OSError as lost:
            return _lost(lost)
        except http.client.HTTPException as lost:
            return Receipt(outcome=Outcome.UNKNOWN, reason=f"SendGrid's answer was lost ({type(lost).__name__})")
        return Receipt(outcome=Outcome.ACCEPTED, provider_id=str(answer.headers.get("X-Message-Id", "")))

    def close(self) -> None:
        """Nothing is kept open."""


def _body(mail: Mail) -> dict[str, Any]:
    headers = dict(mime.unsubscribe_headers(mail))
    if mail.is_automatic:
        headers["Auto-Submitted"] = "auto-generated"
    headers["Message-ID"] = mime.clean(mail.message_id)
    person = {"email": mime.clean(mail.to_address)}
    if mail.to_name:
        person["name"] = mime.clean(mail.to_name)
    body: dict[str, Any] = {
        "personalizations": [{"to": [person], "custom_args": {"wl_token": mail.token}}],
        "from": {"email": mime.clean(mail.from_address), "name": mime.clean(mail.from_name)},
        "subject": mime.clean(mail.subject),
        "content": [{"type": "text/plain", "value": mail.text}, {"type": "text/html", "value": mail.html}],
        "headers": headers,
        # nobody asked to be tracked
        "tracking_settings": {
            "click_tracking": {"enable": False, "enable_text": False},
            "open_tracking": {"enable": False},
            "subscription_tracking": {"enable": False},
        },
    }
    if mail.reply_to:
        body["reply_to"] = {"email": mime.clean(mail.reply_to)}
    return body


def _no(status: int, headers: Any) -> Receipt:  # noqa: ANN401 - the library's own type
    if status == 401:
        raise TransportUnavailable("SendGrid does not accept the key.", fix="Check SENDGRID_API_KEY and what it may do.")
    if status == 429:
        return Receipt(outcome=Outcome.TRY_AGAIN, reason="SendGrid asks for a pause (429)", retry_after=_pause(headers))
    if status in _NEVER:
        return Receipt(outcome=Outcome.REFUSED, reason=f"SendGrid answered {status}")
    return Receipt(outcome=Outcome.UNKNOWN, reason=f"SendGrid answered {status} and may have taken it")


def _pause(headers: Any) -> dt.timedelta:  # noqa: ANN401 - the library's own type
    """How long 429 asks us to wait: Retry-After in seconds where given, else a minute; never longer than a quarter hour."""
    value = str(headers.get("Retry-After", "") if headers else "")
    seconds = int(value) if value.isdigit() else 60
    return min(dt.timedelta(seconds=max(seconds, 1)), LONGEST_PAUSE)


def _lost(lost: OSError) -> Receipt:
    """A failure of the connection: certainly not sent only where it never came about."""
    reason = getattr(lost, "reason", lost)
    if isinstance(reason, (socket.gaierror, ConnectionRefusedError)):
        return Receipt(outcome=Outcome.TRY_AGAIN, reason=f"SendGrid could not be reached ({type(reason).__name__})")
    return Receipt(outcome=Outcome.UNKNOWN, reason=f"SendGrid's answer was lost ({type(reason).__name__})")
