"""Mails through SendGrid; no other file knows it. Its mail-send has no idempotency key, so a lost answer is unknown.

Rules used: v3 Mail Send answers 202 when it took the mail, 400/401/403/413 when it never will, 429 with X-RateLimit-Reset,
and 5xx without saying whether it did. Our token travels as a custom argument, so that its events can settle an unknown.
"""

import datetime as dt
import email.utils
import http.client
import logging
import socket
import ssl
from typing import Any

from weblocal.errors import TransportUnavailable
from weblocal.mail import mime
from weblocal.model.mail import Mail, Outcome, Receipt
from weblocal.model.settings import Settings

SECONDS = 15.0
_HOSTS = {"global": "https://api.sendgrid.com", "eu": "https://api.eu.sendgrid.com"}
# what SendGrid will never take, however often it is asked
_NEVER = frozenset({400, 413})
# what no mail of ours would get past: key, sender, address of the service
_NOBODY = {
    401: ("SendGrid does not accept the key.", "Check SENDGRID_API_KEY."),
    403: ("SendGrid does not let this key send from this address.", "Verify the domain of mail: from: at SendGrid."),
    404: ("SendGrid is not at this address.", "Check the region."),
    405: ("SendGrid is not at this address.", "Check the region."),
}
_NOT_CONNECTED = (socket.gaierror, ConnectionRefusedError, ssl.SSLCertVerificationError)
USUAL_PAUSE = dt.timedelta(minutes=1)
LONGEST_PAUSE = dt.timedelta(minutes=15)


class SendGrid:
    """Sends by SendGrid's own library; `host` replaces its address, `seconds` is how long an answer may take."""

    def __init__(self, settings: Settings, *, host: str = "", seconds: float = SECONDS) -> None:
        import sendgrid

        if not settings.sendgrid_key:
            raise TransportUnavailable("SendGrid needs a key.", fix="Set SENDGRID_API_KEY in the environment.")
        # at debug level the library writes the key and the whole mail
        logging.getLogger("python_http_client").setLevel(logging.CRITICAL + 1)
        address = host or _HOSTS.get(settings.sendgrid_region, _HOSTS["global"])
        self._client = sendgrid.SendGridAPIClient(api_key=settings.sendgrid_key.reveal(), host=address)
        # the library waits for ever unless it is told
        self._client.client.timeout = seconds

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
            status, headers = int(refused.status_code), refused.headers
        except OSError as lost:
            return _lost(lost)
        except http.client.HTTPException as lost:
            return Receipt(outcome=Outcome.UNKNOWN, reason=f"SendGrid's answer was lost ({type(lost).__name__})")
        else:
            status, headers = int(answer.status_code), answer.headers
        return _receipt(status, headers)

    def close(self) -> None:
        """Nothing is kept open."""


def _body(mail: Mail) -> dict[str, Any]:
    """The request, one reader each: a lost answer then leaves one mail unknown and not a thousand."""
    body: dict[str, Any] = {
        "personalizations": [
            {"to": [_person(mail.to_name, mail.to_address)], "custom_args": {"wl_token": mime.clean(mail.token)}}
        ],
        "from": _person(mail.from_name, mail.from_address),
        "subject": mime.clean(mail.subject),
        "content": [{"type": "text/plain", "value": mail.text}, {"type": "text/html", "value": mail.html}],
        "headers": {"Message-ID": mime.clean(mail.message_id), **dict(mime.extra_headers(mail))},
        # nobody asked to be tracked
        "tracking_settings": {
            "click_tracking": {"enable": False, "enable_text": False},
            "open_tracking": {"enable": False},
            "subscription_tracking": {"enable": False},
        },
    }
    if mail.reply_to:
        body["reply_to"] = _person("", mail.reply_to)
    return body


def _person(name: str, address: str) -> dict[str, str]:
    written = {"email": mime.address(address)}
    return written | {"name": mime.clean(name)} if name else written


def _receipt(status: int, headers: Any) -> Receipt:  # noqa: ANN401 - the library's own type
    if status == 202:
        return Receipt(outcome=Outcome.ACCEPTED, provider_id=_header(headers, "X-Message-Id")[:120])
    if status in _NOBODY:
        message, fix = _NOBODY[status]
        raise TransportUnavailable(message, fix=fix)
    if status == 429:
        return Receipt(outcome=Outcome.TRY_AGAIN, reason="SendGrid asks for a pause (429)", retry_after=_pause(headers))
    if status in _NEVER:
        return Receipt(outcome=Outcome.REFUSED, reason=f"SendGrid answered {status}")
    return Receipt(outcome=Outcome.UNKNOWN, reason=f"SendGrid answered {status} and may have taken it")


def _pause(headers: Any) -> dt.timedelta:  # noqa: ANN401 - the library's own type
    """How long 429 asks us to wait, at most a quarter of an hour; a minute where it does not say.

    X-RateLimit-Reset is an instant, in seconds since 1970; the answer's own Date says what the time is there.
    """
    after, reset = _header(headers, "Retry-After"), _header(headers, "X-RateLimit-Reset")
    pause = USUAL_PAUSE
    if after.isdigit() and len(after) < 9:
        pause = dt.timedelta(seconds=int(after))
    elif reset.isdigit() and len(reset) < 12:
        answered_at = _instant(_header(headers, "Date"))
        if answered_at is not None:
            pause = dt.datetime.fromtimestamp(int(reset), dt.UTC) - answered_at
    return min(max(pause, dt.timedelta(seconds=1)), LONGEST_PAUSE)


def _instant(date: str) -> dt.datetime | None:
    try:
        return email.utils.parsedate_to_datetime(date)
    except ValueError:
        return None


def _header(headers: Any, name: str) -> str:  # noqa: ANN401 - the library's own type
    return str(headers.get(name, "") or "") if headers else ""


def _lost(lost: OSError) -> Receipt:
    """A failure of the connection: certainly not sent only where it never came about."""
    reason = getattr(lost, "reason", lost)
    if isinstance(reason, _NOT_CONNECTED):
        return Receipt(outcome=Outcome.TRY_AGAIN, reason=f"SendGrid could not be reached ({type(reason).__name__})")
    return Receipt(outcome=Outcome.UNKNOWN, reason=f"SendGrid's answer was lost ({type(reason).__name__})")
