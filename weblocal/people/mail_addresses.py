"""Mail addresses: one normal form to compare and to send to, and a keyed digest that outlives the address."""

import hashlib
import re

_LONGEST = 254
_LONGEST_LOCAL_PART = 64  # RFC 5321, 4.5.3.1.1
# what nearly every address looks like: nobody doubts it, and the validator, which loads for as long as a page takes, need not be
# asked. Two hyphens may be an encoded name, and these endings lead nowhere (RFC 6761): it decides on all of those.
_PLAIN = re.compile(
    r"[a-z0-9](?:[._+-]?[a-z0-9]){0,31}@(?:[a-z0-9](?:-?[a-z0-9]){0,25}\.){1,4}(?!(?:arpa|invalid|local|localhost|onion|test)\Z)"
    r"[a-z]{2,20}"
)


def normalise(raw: str) -> str | None:
    """The address in lower case with its domain in ASCII; None when it is not one that mail can reach. No DNS is asked.

    Local parts are case-sensitive by RFC 5321 and by no mailbox provider in use; two spellings of one address must be one
    person. A local part outside ASCII is refused, because many servers still cannot take it (RFC 6531).
    """
    raw = raw.strip()
    if not raw or len(raw) > _LONGEST:
        return None
    if _PLAIN.fullmatch(raw.lower()) and raw.isascii():
        return raw.lower()
    return _validated(raw)


def _validated(raw: str) -> str | None:
    import email_validator

    try:
        checked = email_validator.validate_email(raw, check_deliverability=False, allow_smtputf8=False)
    except (email_validator.EmailNotValidError, UnicodeError):
        return None
    is_short = len(checked.local_part) <= _LONGEST_LOCAL_PART
    return checked.ascii_email.lower() if checked.ascii_email and is_short else None


def digest(address: str, key: str) -> str:
    """A keyed digest of the normal form of `address`: it finds the address again, and gives it away to nobody without the key."""
    normal = normalise(address) or address.strip().lower()
    return hashlib.blake2b(normal.encode(), key=hashlib.blake2b(key.encode()).digest(), digest_size=16).hexdigest()
