"""One row of an imported list of visits, read cell by cell into normal forms."""

import dataclasses
import datetime as dt
import hashlib

from weblocal.model.business import Business
from weblocal.model.records import record
from weblocal.model.services import Money
from weblocal.opening import instants
from weblocal.people import mail_addresses, phones
from weblocal.visits import cells

COLUMNS = ("date", "time", "name", "phone", "email", "worth", "what", "placement")
_NOON = 12 * 60
_LONGEST_TEXT = 200


class Unreadable(Exception):
    """A cell that cannot be read: its column, what is wrong, what to write."""

    def __init__(self, column: str, message: str, fix: str) -> None:
        super().__init__(message)
        self.column, self.message, self.fix = column, message, fix


@record
class VisitRow:
    """One visit of the file, in normal forms. `key` is made from what the row says, so that reading it twice is one visit.

    `is_day_alone` says that only the day is known, and the hour of `occurred_at` is a guess.
    """

    line: int
    occurred_at: dt.datetime
    name: str
    phone_e164: str
    email: str
    worth: Money | None
    what: str
    placement: str
    key: str
    is_day_alone: bool = False


def read(cell: dict[str, str], *, line: int, business: Business, now: dt.datetime) -> VisitRow:
    """The visit a row tells of; raises Unreadable at the first cell that cannot be read. `cell` holds text by column."""
    texts = {column: " ".join(cell.get(column, "").replace("\x00", "").split())[:_LONGEST_TEXT] for column in COLUMNS}
    phone_e164, email = _phone(texts["phone"], business), _email(texts["email"])
    occurred_at = _instant(texts["date"], texts["time"], business=business, now=now)
    says = (occurred_at.isoformat(), texts["name"].casefold(), phone_e164, email, texts["worth"], texts["what"].casefold())
    return VisitRow(
        line=line,
        occurred_at=min(occurred_at, now),
        name=texts["name"],
        phone_e164=phone_e164,
        email=email,
        worth=_worth(texts["worth"], business),
        what=texts["what"],
        placement=_placement(texts["placement"], business),
        key="|".join(says),
        is_day_alone=not texts["time"],
    )


def keyed(row: VisitRow, occurrence: int) -> VisitRow:
    """Two rows that say the same are two visits (two walk-ins in one minute); the same file again is the same two."""
    digest = hashlib.sha256(f"{row.key}|{occurrence}".encode()).hexdigest()[:40]
    return dataclasses.replace(row, key=f"row-{digest}")


def _instant(date: str, time: str, *, business: Business, now: dt.datetime) -> dt.datetime:
    """A row without a time is at noon of its day."""
    day = cells.date(date, country=business.address.country)
    if day is None:
        raise Unreadable("date", f"“{date[:30]}” is not a date.", "Write 2026-11-03.")
    minute = cells.minute(time) if time else _NOON
    if minute is None:
        raise Unreadable("time", f"“{time[:30]}” is not a time.", "Write 14:30.")
    if day > now.astimezone(instants.zone_of(business.zone)).date():
        raise Unreadable("date", f"{day.isoformat()} has not come yet.", "A list of visits holds what has happened.")
    return instants.instant(day, minute, business.zone)


def _phone(text: str, business: Business) -> str:
    phone = phones.normalise(text, business.address.country) if text else None
    if text and phone is None:
        raise Unreadable("phone", "This is not a telephone number.", "Correct it, or leave it empty.")
    return phone.e164 if phone else ""


def _email(text: str) -> str:
    address = mail_addresses.normalise(text) if text else ""
    if address is None:
        raise Unreadable("email", "This is not a mail address.", "Correct it, or leave it empty.")
    return address


def _worth(text: str, business: Business) -> Money | None:
    worth = cells.money(text, currency=business.currency) if text else None
    if text and worth is None:
        raise Unreadable("worth", f"“{text[:30]}” is not an amount.", "Write 48.50; leave refunds out.")
    return worth


def _placement(text: str, business: Business) -> str:
    wanted = text.lower()
    return next((p.id for p in business.placements if wanted and wanted in (p.code.lower(), p.id.lower(), p.name.lower())), "")
