"""What an entry of Google's export says, as fields of a profile: the beginning of a business that has been listed before."""

import datetime as dt
import re
import urllib.parse

from weblocal.listing import google_hours
from weblocal.listing.headings import DAYS, Column
from weblocal.model.hours import Span
from weblocal.model.records import record
from weblocal.opening import writing

_STREET = (Column.LINE_1, Column.LINE_2, Column.LINE_3, Column.LINE_4, Column.LINE_5)
_SITES_OF_OTHERS = ("facebook.com", "instagram.com", "google.com", "business.site", "linktr.ee", "goo.gl", "yelp.com")
_NOT_TAKEN = {
    Column.MORE_PHONES: "further telephone numbers",
    Column.MORE_CATEGORIES: "further categories",
    Column.DISTRICT: "the district",
    Column.LABELS: "labels",
    Column.LOGO: "the logo",
    Column.COVER: "the cover photo",
    Column.PHOTOS: "photos",
}


@record
class Arrived:
    """Fields of a profile by their dotted names, in order; the trade as the source calls it; and what was not taken over."""

    fields: tuple[tuple[str, str], ...] = ()
    category: str = ""
    hours: tuple[tuple[str, str], ...] = ()
    untaken: tuple[str, ...] = ()


def from_google(shown: dict[Column, str], *, unknown: tuple[str, ...], today: dt.date) -> Arrived:
    """The fields of one row; `unknown` are the headings of columns that mean nothing to us but hold something."""
    website, lost_site = site(shown.get(Column.WEBSITE, ""))
    latitude, longitude = shown.get(Column.LATITUDE, ""), shown.get(Column.LONGITUDE, "")
    fields = [
        ("name", shown.get(Column.NAME, "")),
        ("phone", shown.get(Column.PHONE, "").lstrip("'")),
        ("website", website),
        ("address.street", ", ".join(shown[line] for line in _STREET if shown.get(line))),
        ("address.town", shown.get(Column.TOWN, "")),
        ("address.postcode", shown.get(Column.POSTCODE, "")),
        ("address.country", shown.get(Column.COUNTRY, "")),
        ("address.region", shown.get(Column.REGION, "")),
        ("address.map", f"{latitude}, {longitude}" if latitude and longitude else ""),
        ("lead", shown.get(Column.DESCRIPTION, "")),
        ("since", (re.match(r"\d{4}", shown.get(Column.OPENED, "")) or [""])[0]),
    ]
    hours, lost_hours = _hours(shown, today)
    untaken = [*lost_site, *lost_hours, *(words for column, words in _NOT_TAKEN.items() if shown.get(column))]
    if unknown:
        more = f" and {len(unknown) - 1} more" if len(unknown) > 1 else ""
        untaken.append(f"the column {unknown[0][:60]}{more}")
    return Arrived(
        fields=tuple((name, value) for name, value in fields if value.strip()),
        category=shown.get(Column.CATEGORY, ""),
        hours=hours,
        untaken=tuple(untaken),
    )


def site(address: str) -> tuple[str, tuple[str, ...]]:
    """The site's own address, without what platforms hang on to it; none for a page on somebody else's site."""
    if not address.strip():
        return "", ()
    try:
        parts = urllib.parse.urlsplit(address if "//" in address else f"https://{address}")
        host = parts.hostname or ""
    except ValueError:
        return "", (f"the website {address[:60]}, which is no web address",)
    if any(host == other or host.endswith(f".{other}") for other in _SITES_OF_OTHERS):
        return "", (f"the website {address[:60]}, because it is a page on somebody else's site",)
    path = parts.path.rstrip("/")
    lost = (f"the path {path[:60]} of the website: a site begins at its first page",) if path else ()
    return f"https://{host}", lost


def _hours(shown: dict[Column, str], today: dt.date) -> tuple[tuple[tuple[str, str], ...], tuple[str, ...]]:
    """Lines of hours, neighbouring days with the same times together, then the dates to come; and what could not be read."""
    week = [(google_hours.read_day(shown.get(day, "")), shown.get(day, "")) for day in DAYS]
    lost = [f'{DAYS[number].value}: "{cell[:40]}"' for number, (spans, cell) in enumerate(week) if spans is None and cell]
    lines = [(writing.weekdays_text(days), writing.spans_text(spans)) for days, spans in _runs([spans for spans, _ in week])]
    cell = shown.get(Column.SPECIAL, "")
    special = google_hours.read_special(cell)
    if special is None:
        lost.append(f'special hours: "{cell[:60]}"')
    lines += [(on.isoformat(), writing.spans_text(spans)) for on, spans in special or () if on >= today]
    return tuple(lines), tuple(lost)


def _runs(week: list[tuple[Span, ...] | None]) -> list[tuple[list[int], tuple[Span, ...]]]:
    runs: list[tuple[list[int], tuple[Span, ...]]] = []
    for day, spans in enumerate(week):
        if spans is None:
            continue
        if runs and runs[-1][1] == spans and runs[-1][0][-1] == day - 1:
            runs[-1][0].append(day)
        else:
            runs.append(([day], spans))
    return runs
