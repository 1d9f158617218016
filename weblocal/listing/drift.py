"""What a platform shows compared with the profile, field by field: in plain words, and which of the two to change."""

import dataclasses
import datetime as dt
import enum
import shlex

from weblocal.listing import google_hours, nap
from weblocal.listing.headings import DAYS, Column
from weblocal.model.business import Business
from weblocal.model.hours import Span
from weblocal.model.records import record
from weblocal.opening import parsing, writing

_STREET = (Column.LINE_1, Column.LINE_2, Column.LINE_3, Column.LINE_4, Column.LINE_5)
_CHANGE_THERE = "Change it there: weblocal listing export google writes what the profile says."


class Side(enum.StrEnum):
    """Which side to change: the platform, the profile, or whichever of the two is wrong."""

    PLATFORM = "platform"
    PROFILE = "profile"
    EITHER = "either"


@record
class Difference:
    """One thing that the platform and the profile say differently; `field` is the key in business.yaml."""

    field: str
    profile: str
    platform: str
    side: Side
    message: str
    fix: str


def compare(business: Business, shown: dict[Column, str], *, today: dt.date, platform: str) -> tuple[Difference, ...]:
    """Every difference between the profile and a row of the platform's export.

    `shown` holds the row's cells by column; a column that is not in it was not in the file and is not judged.
    """
    differences = [*_identity(business, shown, platform), *_status(shown, platform)]
    if all(day in shown for day in DAYS):
        differences += _week(business, shown, platform)
        if Column.SPECIAL in shown:
            differences += _special(business, shown, today, platform)
    return tuple(differences)


def _identity(business: Business, shown: dict[Column, str], platform: str) -> list[Difference]:
    """Name, address, phone and website."""
    address, found = business.address, []
    phone = business.phone.display if business.phone else ""
    street = ", ".join(shown[line] for line in _STREET if shown.get(line))
    judged = [
        ("name", business.name, Column.NAME, nap.same_words),
        ("address.town", address.town, Column.TOWN, nap.same_words),
        ("address.country", address.country, Column.COUNTRY, nap.same_words),
        ("phone", phone, Column.PHONE, lambda one, other: nap.same_phone(one, other, country=address.country)),
        ("website", business.website, Column.WEBSITE, nap.same_website),
    ]
    if address.public:  # what is private may stand there hidden, and is nobody's contradiction
        judged.insert(1, ("address.street", address.street, Column.LINE_1, nap.same_street))
        judged.insert(3, ("address.postcode", address.postcode, Column.POSTCODE, nap.same_postcode))
    for field, here, column, same in judged:
        if column not in shown:
            continue
        there = street if column is Column.LINE_1 else shown[column].lstrip("'")
        if not same(here, there) and not (column is Column.LINE_1 and same(here, shown[column])):
            found.append(_difference(field, here, there, platform))
    return found


def _status(shown: dict[Column, str], platform: str) -> list[Difference]:
    status = shown.get(Column.STATUS, "")
    if not status or status.casefold() == "published":
        return []
    message = f'{platform} says of this entry: "{status}". Nobody finds it like that.'
    fix = f"Open it at {platform} and do what it asks there."
    return [Difference(field="", profile="", platform=status, side=Side.PLATFORM, message=message, fix=fix)]


def _week(business: Business, shown: dict[Column, str], platform: str) -> list[Difference]:
    """The seven days by what they mean: ten to twelve and twelve to six is ten to six."""
    found = []
    if not business.hours.is_known and not any(shown[day] for day in DAYS):
        return []
    for number, column in enumerate(DAYS):
        here, cell = business.hours.week[number], shown[column]
        there = google_hours.read_day(cell)
        says_nothing = not cell.strip() and not here
        if says_nothing or (there is not None and writing.merged(there) == writing.merged(here)):
            continue
        written = writing.spans_text(here) if business.hours.is_known else ""
        there_written = cell if there is None else writing.spans_text(there)
        found.append(_difference(f"hours.{parsing.WEEKDAYS[number]}", written, there_written, platform))
    return found


def _special(business: Business, shown: dict[Column, str], today: dt.date, platform: str) -> list[Difference]:
    """Each coming date that either side names, by what would be true at the door."""
    cell = shown[Column.SPECIAL]
    read = google_hours.read_special(cell)
    if read is None:
        message = f'The special hours cannot be read: "{cell[:80]}".'
        fix = f"Look at them at {platform}."
        return [Difference(field="hours", profile="", platform=cell, side=Side.PLATFORM, message=message, fix=fix)]
    there_by_date = dict(read)
    here_dates = {on for on, _ in google_hours.dated(business.hours, since=today)}
    found = []
    for on in sorted(here_dates | {each for each in there_by_date if each >= today}):
        here = business.hours.spans_on(on)
        there = there_by_date.get(on)
        if there is None:
            there = google_hours.read_day(shown[DAYS[on.weekday()]]) or ()
        if writing.merged(there) == writing.merged(here):
            continue
        found.append(_on_date(on, here if on in here_dates else None, there_by_date.get(on), platform))
    return found


def _on_date(on: dt.date, here: tuple[Span, ...] | None, there: tuple[Span, ...] | None, platform: str) -> Difference:
    """A date that one side or both decide, differently."""
    here_words = "" if here is None else writing.spans_text(here)
    there_words = "" if there is None else writing.spans_text(there)
    difference = _difference(f"hours.{on}", here_words, there_words, platform)
    if here is None:
        message = f"{on}: {platform} says {there_words}; the profile has nothing for that date, so the week counts."
        fix = f"If that is right: weblocal set hours.{on} {shlex.quote(there_words)}. If not, delete it at {platform}."
        return dataclasses.replace(difference, side=Side.EITHER, message=message, fix=fix)
    if there is None:
        message = f"{on}: the profile says {here_words}; {platform} knows nothing of it and shows the usual hours."
        return dataclasses.replace(difference, message=message)
    return difference


def _difference(field: str, here: str, there: str, platform: str) -> Difference:
    """Two values in words, with the side to change: where one of them is missing there is no doubt."""
    if not there:
        message = f"{field}: the profile says {here}; {platform} has nothing there."
        return Difference(field=field, profile=here, platform=there, side=Side.PLATFORM, message=message, fix=_CHANGE_THERE)
    command = f"weblocal set {field} {shlex.quote(there)}"
    if not here:
        message = f"{field}: {platform} says {there}; the profile has nothing there."
        fix = f"If it is right: {command}"
        return Difference(field=field, profile=here, platform=there, side=Side.PROFILE, message=message, fix=fix)
    message = f"{field}: the profile says {here}; {platform} says {there}."
    fix = f"If the profile is right, change it at {platform} (weblocal listing export google). If {platform} is: {command}"
    return Difference(field=field, profile=here, platform=there, side=Side.EITHER, message=message, fix=fix)
