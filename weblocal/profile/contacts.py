"""Telephone numbers, mail addresses and who a mail comes from."""

import re

from weblocal.model.business import Phone
from weblocal.model.problems import Unreadable
from weblocal.people import mail_addresses, phones
from weblocal.profile.fields import Leaf
from weblocal.profile.noting import Notes, shown

_ANY_COUNTRY = ("GB", "DE", "US", "IN")
_SENDER = re.compile(r"^(?P<name>[^<>@\"]*?)\s*<(?P<address>[^<>]+)>$")


def phone() -> Leaf[Phone]:
    """A telephone number, read from the country of the business."""

    def read(text: str, notes: Notes) -> Phone | Unreadable:
        # while the country is itself still to be put right, a number that some country dials is not held against the owner
        for country in (notes.country,) if notes.country else _ANY_COUNTRY:
            found = phones.normalise(text, country)
            if found:
                return found
        example = phones.example(notes.country or "GB")
        return Unreadable(
            message=f'"{shown(text)}" is not a telephone number.', fix=f"Write it as people dial it, like {example}."
        )

    return Leaf(read, "a telephone number as people dial it, or with + and the country")


def mail_address() -> Leaf[str]:
    """A mail address."""
    return Leaf(lambda text, _notes: _address(text), "a mail address", pattern=r"^[^\s@]+@[^\s@]+\.[^\s@]+$")


def sender() -> Leaf[tuple[str, str]]:
    """`Ada at Salon Sample <ada@salon.example>`: a name and an address."""

    def read(text: str, _notes: Notes) -> tuple[str, str] | Unreadable:
        found = _SENDER.match(text)
        if not found or not found["name"].strip() or "\n" in text:
            return Unreadable(
                message=f'"{shown(text)}" is not a name with an address.', fix="Write Ada at Salon Sample <ada@salon.example>"
            )
        address = _address(found["address"])
        return address if isinstance(address, Unreadable) else (found["name"].strip(), address)

    return Leaf(read, "a name, then the address in < >")


def _address(text: str) -> str | Unreadable:
    found = mail_addresses.normalise(text)
    return found or Unreadable(message=f'"{shown(text)}" is not a mail address.', fix="Write name@example.com.")
