"""A Mail as the bytes that leave: one builder for every transport, so that no header can be smuggled in anywhere.

List-Unsubscribe and List-Unsubscribe-Post by RFC 2369 and 8058; Auto-Submitted by RFC 3834; Message-ID from our own token,
so that a repeat would be one mail to its reader.
"""

import email.policy
import email.utils
import hashlib
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from typing import Any

from weblocal.model.mail import Mail
from weblocal.people import mail_addresses

_AS_WRITTEN = frozenset({"list-unsubscribe", "message-id"})
_LINE_ENDS = "\u2028\u2029"
_TURNS = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


class _Folding(email.policy.EmailPolicy):
    """Folds as the library does, but leaves addresses whole.

    The library writes a word longer than a line as an encoded one, and a one-click address in that form is none to Gmail.
    """

    def fold(self, name: str, value: Any) -> str:  # noqa: ANN401 - the library's own type
        """One header, folded."""
        if name.lower() in _AS_WRITTEN:
            return f"{name}: {str(value).replace(', ', f',{self.linesep} ')}{self.linesep}"
        return str(super().fold(name, value))

    def fold_binary(self, name: str, value: Any) -> bytes:  # noqa: ANN401 - the library's own type
        """One header, folded, as bytes."""
        return self.fold(name, value).encode("ascii")


# CPython before 3.11.15 lets a line break in some headers through (CVE-2026-1299): nothing with a control reaches it
_POLICY = _Folding(linesep="\r\n", max_line_length=78, cte_type="7bit", raise_on_defect=False)


def message_of(mail: Mail) -> EmailMessage:
    """The message, text and HTML side by side; raises ValueError when a header value or an address cannot stand in one."""
    message = EmailMessage(policy=_POLICY)
    message["From"] = _named(mail.from_name, mail.from_address)
    message["To"] = _named(mail.to_name, mail.to_address)
    if mail.reply_to:
        message["Reply-To"] = _named("", mail.reply_to)
    message["Subject"] = clean(mail.subject)
    message["Date"] = email.utils.format_datetime(mail.date)
    message["Message-ID"] = clean(mail.message_id)
    for name, value in extra_headers(mail):
        message[name] = value
    message.set_content(mail.text, subtype="plain", charset="utf-8", cte="quoted-printable")
    message.add_alternative(mail.html, subtype="html", charset="utf-8", cte="quoted-printable")
    # from the token, so that the same mail is the same bytes
    message.set_boundary(f"part-{hashlib.blake2b(mail.token.encode(), digest_size=16).hexdigest()}")
    return message


def bytes_of(mail: Mail) -> bytes:
    """The message as it travels: every line ends in CR LF, and there is no CR or LF but those."""
    return message_of(mail).as_bytes()


def extra_headers(mail: Mail) -> tuple[tuple[str, str], ...]:
    """What a mail says beside sender, reader, subject and date: that nobody should answer it by machine, and how to stop it."""
    automatic = (("Auto-Submitted", "auto-generated"),) if mail.is_automatic else ()
    return (*automatic, *_unsubscribe_headers(mail))


def clean(value: str) -> str:
    """A header value as it is, or ValueError: a line break or another control would begin a header of its own."""
    if any(ord(letter) < 32 or 127 <= ord(letter) < 160 or letter in _LINE_ENDS for letter in value):
        raise ValueError("a header value holds a control character")
    return value


def address(written: str) -> str:
    """An address as a server takes it, its domain in ASCII (RFC 5891); ValueError when it is none."""
    ascii_form = written if written.isascii() else mail_addresses.normalise(written)
    if not ascii_form:
        raise ValueError("an address holds letters that mail servers do not take")
    clean(ascii_form)
    try:
        parsed = Address(addr_spec=ascii_form)
    except (MessageError, IndexError, ValueError):
        # defects are no ValueErrors, and their words repeat the address
        raise ValueError("an address cannot be read") from None
    if parsed.addr_spec != ascii_form or not parsed.domain:
        raise ValueError("an address cannot be read")
    return ascii_form


def _unsubscribe_headers(mail: Mail) -> tuple[tuple[str, str], ...]:
    """One-click unsubscribe, or the mailto alone where nothing takes a POST; none for mail about one's own affairs."""
    ways = [f"<{_uri(mail.unsubscribe_url)}>"] if mail.unsubscribe_url else []
    if mail.unsubscribe_mailto:
        ways.append(f"<mailto:{address(mail.unsubscribe_mailto)}?subject=unsubscribe>")
    if not ways:
        return ()
    found = [("List-Unsubscribe", ", ".join(ways))]
    if mail.unsubscribe_url.startswith("https://"):
        found.append(("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"))
    return tuple(found)


def _uri(url: str) -> str:
    if not url.isascii() or any(letter in url for letter in "<>, "):
        raise ValueError("an unsubscribe address holds a sign that would end it")
    return clean(url)


def _named(name: str, written: str) -> Address:
    # marks that turn the writing direction let a name pose as another
    shown = clean(name).translate(dict.fromkeys(map(ord, _TURNS)))
    return Address(display_name=shown, addr_spec=address(written))
