"""Apple Business: its form's four steps as a sheet to copy from; a template is filled where the owner has one.

Apple offers small firms a form and no file. The steps and their labels are those of the portal as seen in August 2026.
"""

import datetime as dt

from weblocal.listing import categories, entries, google_hours, nap
from weblocal.model.business import Business
from weblocal.opening import listing, writing

FILE = "apple.txt"


def paste_sheet(business: Business, *, today: dt.date) -> str:
    """What to type at Apple, step by step, in the order of its form."""
    category, address = categories.of_trade(business.trade), business.address
    website = f"{business.website.rstrip('/')}/"
    about = [
        ("Display Name", business.name),
        ("Primary Category", category.apple if category else ""),
        ("Phone Number", nap.international(business.phone.e164) if business.phone else ""),
        ("Location Website", website),
        ("Partner's Location ID", entries.store_code(business)),
    ]
    where = [
        ("Street", address.street if address.public else ""),
        ("City", address.town),
        ("State", address.region),
        ("Zip Code", address.postcode if address.public else ""),
    ]
    steps = (
        _step("1  About the place", about),
        _step("2  Where it is", where),
        _step("3  When it is open", [*_hours(business), *_special(business, today)]),
        _step("4  The brand", [("Brand Name", business.name), ("Brand Website", website)]),
    )
    return "\n".join(steps)


def _hours(business: Business) -> list[tuple[str, str]]:
    if not business.hours.is_known:
        return [("Hours", "by appointment" if business.by_appointment else "")]
    return [
        (writing.weekdays_text(range(group.first_day, group.last_day + 1)).title(), writing.spans_text(group.spans))
        for group in listing.grouped(business.hours)
    ]


def _special(business: Business, today: dt.date) -> list[tuple[str, str]]:
    return [(on.isoformat(), writing.spans_text(spans)) for on, spans in google_hours.dated(business.hours, since=today)]


def _step(title: str, fields: list[tuple[str, str]]) -> str:
    lines = [f"  {label + ':':<26}{text}" for label, text in fields if text]
    return "\n".join((title, *lines, ""))
