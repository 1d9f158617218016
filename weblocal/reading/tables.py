"""A table that an office program or a platform wrote, from bytes to rows and back, in the form it came in; no cell becomes a formula."""

import codecs
import csv
import io
import re

from weblocal.errors import ImportInvalid
from weblocal.model.problems import Place, Problem
from weblocal.model.records import record

LARGEST = 20 * 1024 * 1024
_MOST_ROWS = 200_000
# OWASP's list: the signs a spreadsheet takes for the beginning of a formula, their full-width forms too
_FORMULA = re.compile("^[\\s\x00]*[=+\\-@|%\uff1d\uff0b\uff0d\uff20\t\r\n]")
# a telephone number and a signed figure begin with such a sign and can do nothing
_HARMLESS = re.compile(r"\+\d[\d ]*|-?\d+(\.\d+)?")


@record
class Table:
    """Rows of cells, and how they were written: what a program that made the file will read again."""

    rows: tuple[tuple[str, ...], ...]
    delimiter: str = ","
    line_end: str = "\r\n"
    encoding: str = "utf-8"


def read_table(raw: bytes, *, file: str) -> Table:
    """The rows of a CSV file however it was saved; raises ImportInvalid when it is none."""
    if len(raw) > LARGEST:
        raise _refused(file, 0, f"The file is larger than {LARGEST // 1024 // 1024} MB.", "Give the part that is meant.")
    text, encoding = decode(raw)
    if "\x00" in text:
        raise _refused(file, 1, "This is no table of text.", "Save it as CSV, and give that file.")
    delimiter = delimiter_of(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    rows: list[tuple[str, ...]] = []
    try:
        for row in reader:
            rows.append(tuple(row))
            if len(rows) > _MOST_ROWS:
                raise _refused(file, reader.line_num, f"There are more than {_MOST_ROWS} rows.", "Split the file.")
    except csv.Error as wrong:
        raise _refused(file, reader.line_num, f"This line is not part of a table: {wrong}.", "Save it as CSV again.") from wrong
    line_end = "\r\n" if "\r\n" in text or "\n" not in text else "\n"
    return Table(rows=tuple(rows), delimiter=delimiter, line_end=line_end, encoding=encoding)


def decode(raw: bytes) -> tuple[str, str]:
    """The text, and the name of its encoding: UTF-8 with or without its mark, UTF-16 with it, else Windows-1252."""
    for mark in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        if raw.startswith(mark):
            return raw.decode("utf-16", errors="replace"), "utf-16"
    try:
        return raw.decode("utf-8-sig"), "utf-8-sig" if raw.startswith(codecs.BOM_UTF8) else "utf-8"
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace"), "cp1252"


def delimiter_of(text: str) -> str:
    """What stands between the cells, by the first line that has any: comma, semicolon or tab."""
    first = next((line for line in text.splitlines() if any(sign in line for sign in ",;\t")), "")
    return max(",;\t", key=first.count)


def written(table: Table) -> bytes:
    """The bytes of the table in its own form; letters that its encoding lacks turn the whole into UTF-8 with a mark."""
    lines = io.StringIO(newline="")
    csv.writer(lines, delimiter=table.delimiter, lineterminator=table.line_end).writerows(table.rows)
    try:
        return lines.getvalue().encode(table.encoding)
    except UnicodeEncodeError:
        return lines.getvalue().encode("utf-8-sig")


def guarded(cell: str) -> str:
    """A cell that no spreadsheet runs: what begins like a formula gets an apostrophe in front."""
    if _HARMLESS.fullmatch(cell) or not _FORMULA.match(cell):
        return cell
    return f"'{cell}"


def _refused(file: str, line: int, message: str, fix: str) -> ImportInvalid:
    return ImportInvalid((Problem(place=Place(file=file, line=line), field="", message=message, fix=fix),))
