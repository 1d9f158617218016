"""The first sheet of an .xlsx workbook as rows of text, and one row of it written anew; every other byte of the file stays.

A platform's own template holds lists to choose from, hidden sheets and checks that no library writes back whole. So the one
row is laid into the sheet's XML, with its texts inline, and the parts of the archive beside it are copied as they are.
"""

import io
import re
import zipfile
import zlib
from xml.etree import ElementTree as ET
from xml.sax import saxutils

from weblocal.errors import ImportInvalid
from weblocal.model.problems import Place, Problem
from weblocal.reading.tables import LARGEST

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_MOST_PARTS = 500
_MOST_ROWS = 100_000
_MOST_COLUMNS = 1000
_SIGNATURE = b"PK\x03\x04"
Rows = tuple[tuple[str, ...], ...]


def is_workbook(raw: bytes) -> bool:
    """Whether these bytes are an archive, as .xlsx files are."""
    return raw.startswith(_SIGNATURE)


def read_rows(raw: bytes, *, file: str) -> Rows:
    """The rows of the first sheet, every cell as text; raises ImportInvalid for what is no workbook, or a bomb."""
    with _opened(raw, file) as archive:
        strings = _shared_strings(archive, file)
        sheet = _parsed(archive, _first_sheet(archive, file), file)
    rows: list[tuple[str, ...]] = []
    for row in sheet.iter(f"{_MAIN}row"):
        number = _count(row.get("r"), len(rows) + 1)
        if number > _MOST_ROWS:
            break
        rows += [()] * (number - 1 - len(rows))
        rows.append(_cells(row, strings))
    return tuple(rows)


def with_row(raw: bytes, number: int, cells: tuple[str, ...], *, file: str) -> bytes:
    """The workbook with row `number` (from 0) of its first sheet holding `cells`, as text, in the look the row had."""
    made = io.BytesIO()
    with _opened(raw, file) as archive, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        sheet = _first_sheet(archive, file)
        for part in archive.infolist():
            content = _content(archive, part.filename, file)
            if part.filename == sheet:
                content = _with_row(content.decode("utf-8-sig"), number + 1, cells, file).encode()
            target.writestr(part, content)
    return made.getvalue()


def _with_row(xml: str, number: int, cells: tuple[str, ...], file: str) -> str:
    """The sheet's XML with the row replaced, or put in before the first row below it."""
    prefix = _prefix(xml)
    empty = re.search(rf"<{prefix}sheetData\s*/>", xml)
    if empty:
        xml = xml.replace(empty[0], f"<{prefix}sheetData></{prefix}sheetData>", 1)
    end = xml.find(f"</{prefix}sheetData>")
    if end < 0:
        raise _refused(file, "Its first sheet cannot be written to.", "Save it as CSV and give that file.")
    styles: dict[str, str] = {}
    at = old_end = end
    for found in re.finditer(rf"<{prefix}row\b[^>]*?(?:/>|>.*?</{prefix}row>)", xml, re.DOTALL):
        row = _count(_attribute(found[0], "r"), 0)
        if row == number:
            at, old_end = found.start(), found.end()
            styles = _styles(found[0], prefix)
            break
        if row > number:
            at = old_end = found.start()
            break
    written = "".join(_cell(prefix, _reference(place, number), text, styles) for place, text in enumerate(cells) if text)
    return f'{xml[:at]}<{prefix}row r="{number}">{written}</{prefix}row>{xml[old_end:]}'


def _cell(prefix: str, reference: str, text: str, styles: dict[str, str]) -> str:
    style = f' s="{styles[reference]}"' if reference in styles else ""
    words = saxutils.escape(re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f]", "", text))
    return (
        f'<{prefix}c r="{reference}"{style} t="inlineStr"><{prefix}is><{prefix}t xml:space="preserve">{words}</{prefix}t>'
        f"</{prefix}is></{prefix}c>"
    )


def _styles(row: str, prefix: str) -> dict[str, str]:
    """The look of each cell of a row, by its reference."""
    found = ((_attribute(cell, "r"), _attribute(cell, "s")) for cell in re.findall(rf"<{prefix}c\b[^>]*>", row))
    return {reference: style for reference, style in found if reference and style}


def _attribute(tag: str, name: str) -> str:
    found = re.match(rf'<[^>]*?\s{name}="([^"]*)"', tag)
    return found[1] if found else ""


def _prefix(xml: str) -> str:
    """The namespace prefix that this program gave its tags; most give none."""
    found = re.search(r"<(\w+:)?worksheet\b", xml)
    return (found[1] or "") if found else ""


def _opened(raw: bytes, file: str) -> zipfile.ZipFile:
    try:
        archive = zipfile.ZipFile(io.BytesIO(raw))
    except (zipfile.BadZipFile, ValueError) as wrong:
        raise _refused(file, "This is no workbook.", "Download it again, or save it as CSV.") from wrong
    # what the archive says of itself; reading stops there too, because zipfile reads no more than was announced
    if len(archive.infolist()) > _MOST_PARTS or sum(part.file_size for part in archive.infolist()) > LARGEST:
        raise _refused(file, "This workbook is too large once unpacked.", "Save its one sheet as CSV and give that file.")
    return archive


def _parsed(archive: zipfile.ZipFile, part: str, file: str) -> ET.Element:
    xml = _content(archive, part, file)
    # (in UTF-16, which would hide them, every other byte is none)
    if b"\x00" in xml or b"<!DOCTYPE" in xml or b"<!ENTITY" in xml:
        raise _refused(file, "This workbook holds definitions that no office program writes.", "Save it as CSV.")
    try:
        return ET.fromstring(xml)  # noqa: S314 - definitions, the way in of every XML attack, were refused above
    except ET.ParseError as wrong:
        raise _damaged(file) from wrong


def _content(archive: zipfile.ZipFile, part: str, file: str) -> bytes:
    try:
        return archive.read(part)
    except (KeyError, zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError) as wrong:
        raise _damaged(file) from wrong


def _damaged(file: str) -> ImportInvalid:
    return _refused(file, "This workbook is damaged or locked.", "Save it again without a password, or as CSV.")


def _first_sheet(archive: zipfile.ZipFile, file: str) -> str:
    """The part that holds the first sheet, found by its relation as the format asks."""
    workbook = _parsed(archive, "xl/workbook.xml", file)
    relations = _parsed(archive, "xl/_rels/workbook.xml.rels", file)
    sheet = next(workbook.iter(f"{_MAIN}sheet"), None)
    wanted = sheet.get(_RELATION) if sheet is not None else None
    for relation in relations:
        if wanted and relation.get("Id") == wanted:
            target = relation.get("Target", "")
            return target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    raise _refused(file, "This workbook has no sheet.", "Download it again.")


def _shared_strings(archive: zipfile.ZipFile, file: str) -> tuple[str, ...]:
    if "xl/sharedStrings.xml" not in archive.namelist():
        return ()
    table = _parsed(archive, "xl/sharedStrings.xml", file)
    return tuple("".join(text.text or "" for text in entry.iter(f"{_MAIN}t")) for entry in table.iter(f"{_MAIN}si"))


def _cells(row: ET.Element, strings: tuple[str, ...]) -> tuple[str, ...]:
    cells: list[str] = []
    for cell in row.iter(f"{_MAIN}c"):
        place = _place(cell.get("r", ""), len(cells))
        if place >= _MOST_COLUMNS:
            break
        cells += [""] * (place - len(cells))
        cells.append(_text(cell, strings))
    return tuple(cells)


def _text(cell: ET.Element, strings: tuple[str, ...]) -> str:
    if cell.get("t") == "inlineStr":
        return "".join(text.text or "" for text in cell.iter(f"{_MAIN}t"))
    value = next(cell.iter(f"{_MAIN}v"), None)
    written = (value.text or "") if value is not None else ""
    if cell.get("t") == "s":
        number = _count(written, -1)
        return strings[number] if 0 <= number < len(strings) else ""
    return written


def _place(reference: str, otherwise: int) -> int:
    """The column of `C7`, from 0."""
    letters = re.match(r"[A-Z]{1,3}", reference)
    if not letters:
        return otherwise
    place = 0
    for letter in letters[0]:
        place = place * 26 + ord(letter) - ord("A") + 1
    return place - 1


def _reference(place: int, row: int) -> str:
    letters, left = "", place + 1
    while left:
        left, rest = divmod(left - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row}"


def _count(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 9 else otherwise


def _refused(file: str, message: str, fix: str) -> ImportInvalid:
    return ImportInvalid((Problem(place=Place(file=file), field="", message=message, fix=fix),))
