"""The kinds of text an owner writes: words, ids, choices, numbers, dates, colours, links within the profile."""

import datetime as dt
import enum
import re
from typing import TypeVar

from weblocal.model.problems import Unreadable
from weblocal.opening import parsing as hours
from weblocal.profile.fields import Leaf
from weblocal.profile.noting import Notes, shown, suggestion

E = TypeVar("E", bound=enum.StrEnum)

_ID = r"^[a-z0-9][a-z0-9_\-]{0,47}$"
_COLOUR = r"^#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$"
_DAY = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
_MONTH = r"^[0-9]{4}-(0[1-9]|1[0-2])$"
_POSITION = r"^-?[0-9]{1,2}(\.[0-9]+)?\s*,\s*-?[0-9]{1,3}(\.[0-9]+)?$"
_DISTANCE = r"^([0-9]{1,4}(?:\.[0-9]+)?)\s*(miles?|mi|km|kilometres?|kilometers?)$"
_KM_IN_A_MILE = 1.609344


def line(how: str = "a few words", *, longest: int = 200) -> Leaf[str]:
    """One line of the owner's words."""

    def read(text: str, _notes: Notes) -> str | Unreadable:
        if "\n" in text:
            return Unreadable(message="The text runs over more than one line.", fix="Write one line.")
        if "\t" in text:
            return Unreadable(message="There is a tab in the text.", fix="Write a space instead.")
        return _not_longer(text, longest)

    return Leaf(read, how)


def words(how: str = "a sentence or more", *, longest: int = 4000) -> Leaf[str]:
    """The owner's sentences; line breaks are kept."""
    return Leaf(lambda text, _notes: _not_longer(text.replace("\t", " "), longest), how)


def ident(how: str = "a short name") -> Leaf[str]:
    """An id: part of web addresses, and what links name."""

    def read(text: str, _notes: Notes) -> str | Unreadable:
        if re.match(_ID, text):
            return text
        better = re.sub(r"[^a-z0-9]+", "_", text.lower()).strip("_")[:48]
        return Unreadable(
            message=f'"{shown(text)}" cannot be a short name: small letters a-z, digits, _ and - only.',
            fix=f"Write {better or 'first_visit'}.",
        )

    return Leaf(read, how, pattern=_ID)


def choice(kind: type[E]) -> Leaf[E]:
    """One word of a fixed few."""
    names = tuple(member.value for member in kind)

    def read(text: str, _notes: Notes) -> E | Unreadable:
        if text in names:
            return kind(text)
        return Unreadable(message=f'"{shown(text)}" is not known here.', fix=suggestion(text, names))

    return Leaf(read, "one of " + ", ".join(f"`{name}`" for name in names), choices=names)


def one_of(*names: str) -> Leaf[str]:
    """One word of a fixed few, kept as it is."""

    def read(text: str, _notes: Notes) -> str | Unreadable:
        return text if text in names else Unreadable(message=f'"{shown(text)}" is not known here.', fix=suggestion(text, names))

    return Leaf(read, "one of " + ", ".join(f"`{name}`" for name in names), choices=names)


def yes_or_no() -> Leaf[bool]:
    """Yes or no; true and false say the same."""
    meanings = {"yes": True, "true": True, "no": False, "false": False}

    def read(text: str, _notes: Notes) -> bool | Unreadable:
        if text.lower() in meanings:
            return meanings[text.lower()]
        return Unreadable(message=f'"{shown(text)}" is neither yes nor no.', fix="Write yes or no.")

    return Leaf(read, "`yes` or `no`", choices=("yes", "no", "true", "false"))


def number(least: int, most: int) -> Leaf[int]:
    """A whole number."""

    def read(text: str, _notes: Notes) -> int | Unreadable:
        if re.fullmatch(r"[0-9]{1,9}", text) and least <= int(text) <= most:
            return int(text)
        return Unreadable(
            message=f'"{shown(text)}" is not a whole number from {least} to {most}.', fix=f"Write {least}, or more."
        )

    return Leaf(read, f"a number from {least} to {most}", pattern="^[0-9]+$")


def year() -> Leaf[int]:
    """A year that has begun."""

    def read(text: str, notes: Notes) -> int | Unreadable:
        if re.fullmatch(r"[0-9]{4}", text) and 1000 <= int(text) <= notes.today.year:
            return int(text)
        return Unreadable(
            message=f'"{shown(text)}" is not a year up to {notes.today.year}.', fix="Write four digits, such as 2011."
        )

    return Leaf(read, "a year", pattern="^[0-9]{4}$")


def score() -> Leaf[str]:
    """A score out of five, kept as the platform shows it."""

    def read(text: str, _notes: Notes) -> str | Unreadable:
        if re.fullmatch(r"[0-9]([.,][0-9]{1,2})?", text) and float(text.replace(",", ".")) <= 5:
            return text
        return Unreadable(
            message=f'"{shown(text)}" is not a score out of 5.', fix="Write it as the platform shows it, such as 4.8."
        )

    return Leaf(read, "a score out of 5, such as `4.8`")


def colour() -> Leaf[str]:
    """A colour as #rrggbb, in small letters."""

    def read(text: str, _notes: Notes) -> str | Unreadable:
        found = re.match(_COLOUR, text)
        if not found:
            return Unreadable(message=f'"{shown(text)}" is not a colour.', fix='Write six digits from 0 to f: "#8a3b5c".')
        digits = found[1].lower()
        return "#" + (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits))

    empty = Unreadable(
        message="There is no colour: without quotes, # and what follows is a remark to YAML.",
        fix='Put quotes round the colour: "#8a3b5c".',
    )
    return Leaf(read, "a colour in quotes", pattern=_COLOUR, when_empty=empty)


def day() -> Leaf[dt.date]:
    """A date as 2026-11-01."""

    def read(text: str, _notes: Notes) -> dt.date | Unreadable:
        found = hours.read_date(text)
        return found or Unreadable(message=f'"{shown(text)}" is not a date.', fix=f"Write {_likely_date(text)}.")

    return Leaf(read, "a date such as `2026-11-01`", pattern=_DAY)


def month() -> Leaf[dt.date]:
    """A month as 2026-08; its first day."""

    def read(text: str, _notes: Notes) -> dt.date | Unreadable:
        found = hours.read_date(f"{text}-01") if re.match(_MONTH, text) else None
        return found or Unreadable(message=f'"{shown(text)}" is not a month.', fix="Write year and month, such as 2026-08.")

    return Leaf(read, "a month such as `2026-08`", pattern=_MONTH)


def reference(kind: str) -> Leaf[str]:
    """A link to something else in the profile, by its id."""

    def read(text: str, notes: Notes) -> str | Unreadable:
        known = notes.known.get(kind, ())
        # a guide may be named by its file too: articles/colour-care.md is colour_care
        name = text.rsplit("/", 1)[-1].removesuffix(".md")
        found = next((each for each in known if each in {text, name, name.replace("-", "_")}), None)
        if found:
            return found
        otherwise = "" if known else f"There is no {kind} in the profile yet."
        return Unreadable(message=f'There is no {kind} "{shown(text)}".', fix=suggestion(text, known, otherwise=otherwise))

    return Leaf(read, f"the short name of a {kind}")


def position() -> Leaf[tuple[float, float]]:
    """Latitude and longitude in degrees."""

    def read(text: str, _notes: Notes) -> tuple[float, float] | Unreadable:
        if re.match(_POSITION, text):
            latitude, longitude = (float(part) for part in text.split(","))
            if abs(latitude) <= 90 and abs(longitude) <= 180:
                return latitude, longitude
        return Unreadable(
            message=f'"{shown(text)}" is not a position on the map.', fix='Write latitude and longitude: "51.50722, -0.12750".'
        )

    return Leaf(read, "latitude and longitude in quotes", pattern=_POSITION)


def distance() -> Leaf[float]:
    """A distance, in kilometres."""

    def read(text: str, _notes: Notes) -> float | Unreadable:
        found = re.match(_DISTANCE, text.lower())
        if not found or not 0 < float(found[1]) <= 2000:
            return Unreadable(message=f'"{shown(text)}" is not a distance.', fix="Write 10 miles, or 15 km.")
        return round(float(found[1]) * (_KM_IN_A_MILE if found[2].startswith("mi") else 1), 3)

    return Leaf(read, "a distance such as `10 miles` or `15 km`", pattern=_DISTANCE)


def _not_longer(text: str, longest: int) -> str | Unreadable:
    if len(text) <= longest:
        return text
    return Unreadable(message=f"The text has {len(text)} characters; {longest} is the most.", fix="Say it shorter.")


def _likely_date(text: str) -> str:
    """The date that was meant, where only one can have been."""
    found = re.fullmatch(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})", text)
    if found and int(found[1]) > 12 and hours.read_date(better := f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}"):
        return better
    loose = re.fullmatch(r"(\d{4})[./-](\d{1,2})[./-](\d{1,2})", text)
    if loose and hours.read_date(better := f"{loose[1]}-{int(loose[2]):02}-{int(loose[3]):02}"):
        return better
    return "year, month and day, such as 2026-11-01"
