"""A list of visits from a file: one form of table, read tolerantly, every row that cannot be read reported with its line.

An import brings no consent, whatever its columns say. The same file read again changes nothing: each row has a key.
"""

import codecs
import collections
import csv
import datetime as dt
from collections.abc import Iterator

from weblocal.errors import ImportInvalid
from weblocal.model.business import Business
from weblocal.model.problems import Place, Problem
from weblocal.model.records import record
from weblocal.visits import rows
from weblocal.visits.rows import VisitRow

_LARGEST = 20 * 1024 * 1024
_MOST_LINES = 200_000
_ALIASES = {
    "date": ("date", "day", "datum", "visit date", "paid date", "opened date"),
    "time": ("time", "zeit", "uhrzeit", "visit time", "opened time"),
    "name": ("name", "customer", "customer name", "client", "full name", "kunde"),
    "phone": ("phone", "telephone", "mobile", "tel", "customer phone", "phone number", "telefon"),
    "email": ("email", "e-mail", "mail", "customer email", "email address", "e-mail-adresse"),
    "worth": ("worth", "total", "amount", "net sales", "total collected", "paid", "betrag", "summe"),
    "what": ("what", "service", "description", "item", "details", "leistung"),
    "placement": ("placement", "source", "code", "came through"),
}
_COLUMN_OF = {alias: column for column, aliases in _ALIASES.items() for alias in aliases}


@record
class VisitRows:
    """The rows that can be taken, and a problem for each of the others."""

    rows: tuple[VisitRow, ...]
    problems: tuple[Problem, ...]


def read_rows(raw: bytes, *, file: str, business: Business, now: dt.datetime) -> VisitRows:
    """Read the bytes of `file` (its name, for messages). Raises ImportInvalid when it is no such table at all."""
    if len(raw) > _LARGEST:
        raise _not_a_table(file, 0, f"The file is larger than {_LARGEST // 1024 // 1024} MB.", "Split it by month.")
    columns: tuple[str, ...] = ()
    read: list[VisitRow] = []
    problems: list[Problem] = []
    seen: collections.Counter[str] = collections.Counter()
    for line, fields in _filled_lines(decode(raw), file):
        if not columns:
            columns = _columns(fields, file=file, line=line)
            continue
        try:
            row = rows.read(dict(zip(columns, fields, strict=False)), line=line, business=business, now=now)
        except rows.Unreadable as wrong:
            place = Place(file=file, line=line)
            problems.append(Problem(place=place, field=wrong.column, message=wrong.message, fix=wrong.fix))
            continue
        seen[row.key] += 1
        read.append(rows.keyed(row, seen[row.key]))
    if not columns:
        raise _not_a_table(file, 0, "The file is empty.", "Its first line names the columns: date, name, phone, email …")
    return VisitRows(rows=tuple(read), problems=tuple(problems))


def _filled_lines(text: str, file: str) -> Iterator[tuple[int, list[str]]]:
    """The lines that say anything, each with its number in the file."""
    table = csv.reader(text.splitlines(keepends=True), delimiter=_delimiter(text))
    try:
        for fields in table:
            if table.line_num > _MOST_LINES:
                raise _not_a_table(file, table.line_num, f"More than {_MOST_LINES} lines.", "Split the file by month.")
            if any(field.strip() for field in fields):
                yield table.line_num, fields
    except csv.Error as wrong:
        raise _not_a_table(file, table.line_num, f"This line is not part of a table: {wrong}.", "Save it as CSV.") from wrong


def decode(raw: bytes) -> str:
    """Text of a table however it was saved: UTF-8 with or without its mark, UTF-16 with it, or Windows-1252 as old programs write."""
    for mark in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        if raw.startswith(mark):
            return raw.decode("utf-16", errors="replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")


def _delimiter(text: str) -> str:
    """What stands between the columns of the first line that is not empty."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    return max(",;\t", key=first.count)


def _columns(fields: list[str], *, file: str, line: int) -> tuple[str, ...]:
    columns = tuple(_COLUMN_OF.get(" ".join(field.lower().replace("_", " ").split()), "") for field in fields)
    named = [column for column in columns if column]
    if "date" not in named:
        found = ", ".join(field.strip()[:30] for field in fields[:8])
        raise _not_a_table(
            file,
            line,
            f"No column is called “date”. Found: {found}.",
            "Name the columns: date, time, name, phone, email, worth.",
        )
    doubled = sorted({column for column in named if named.count(column) > 1})
    if doubled:
        raise _not_a_table(file, line, f"Two columns mean “{doubled[0]}”.", "Delete or rename one of them.")
    return columns


def _not_a_table(file: str, line: int, message: str, fix: str) -> ImportInvalid:
    return ImportInvalid((Problem(place=Place(file=file, line=line), field="", message=message, fix=fix),))
