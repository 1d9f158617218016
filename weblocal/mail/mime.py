"""A Mail as the bytes that leave: one builder for every transport, so that no header can be smuggled in anywhere.

List-Unsubscribe and List-Unsubscribe-Post by RFC 8058 and 2369; Auto-Submitted by RFC 3834; Message-ID from our own token,
so that a repeat would be one mail to its reader.
"""

import email.policy
import email.utils
from email.headerregistry import Address
from email.message import EmailMessage

from weblocal.model.mail import Mail

# CPython before 3.11.15 lets a line break in some headers through (CVE-2026-1299): nothing with a control reaches it
_POLICY = email.policy.SMTP.clone(max_line_length=78, cte_type="7bit")


def message_of(mail: Mail) -> EmailMessage:
    """The message, text and HTML side by side; raises ValueError when a header value holds a control character."""
    message = EmailMessage(policy=_POLICY)
    message["From"] = _address(mail.from_name, mail.from_address)
    message["To"] = _address(mail.to_name, mail.to_address)
    if mail.reply_to:
        message["Reply-To"] = _address("", mail.reply_to)
    message["Subject"] = clean(mail.subject)
    message["Date"] = email.utils.format_datetime(mail.date)
    message["Message-ID"] = clean(mail.message_id)
    if mail.is_automatic:
        message["Auto-Submitted"] = "auto-generated"
    for name, value in unsubscribe_headers(mail):
        message[name] = value
    message.set_content(mail.text, subtype="plain", charset="utf-8", cte="quoted-printable")
    message.add_alternative(mail.html, subtype="html", charset="utf-8", cte="quoted-printable")
    return message


def unsubscribe_headers(mail: Mail) -> tuple[tuple[str, str], ...]:
    """The two headers of one-click unsubscribe, or the mailto alone where nothing takes a POST; none for transactional mail."""
    ways = [f"<{clean(mail.unsubscribe_url)}>"] if mail.unsubscribe_url else []
    if mail.unsubscribe_mailto:
        ways.append(f"<mailto:{clean(mail.unsubscribe_mailto)}?subject=unsubscribe>")
    if not ways:
        return ()
    headers = [("List-Unsubscribe", ", ".join(ways))]
    if mail.unsubscribe_url.startswith("https://"):
        headers.append(("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"))
    return tuple(headers)


def clean(value: str) -> str:
    """A header value as it is, or ValueError: a line break or another control would begin a header of its own."""
    if any(ord(letter) < 32 or 127 <= ord(letter) < 160 or letter in "\u2028\u2029" for letter in value):
        raise ValueError("a header value holds a control character")
    return value


def _address(name: str, address: str) -> Address:
    return Address(display_name=clean(name), addr_spec=clean(address))
