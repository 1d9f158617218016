"""Tables as platforms and office programs write them: read whatever their form, written back in it, bombs refused."""

import io
import zipfile

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.worksheet.datavalidation import DataValidation

from weblocal.errors import ImportInvalid
from weblocal.reading import tables, workbooks
from weblocal.reading.tables import Table

ROWS = (("Name", "Town"), ("Café; Ömür", "Köln, Süd"), ('said "hi"', "two\nlines"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_table_is_written_back_in_the_form_it_came_in(encoding: str, delimiter: str, line_end: str) -> None:
    raw = tables.written(Table(rows=ROWS, delimiter=delimiter, line_end=line_end, encoding=encoding))
    read = tables.read_table(raw, file="a.csv")
    assert read.rows == ROWS
    assert tables.written(read) == raw


def test_letters_that_an_old_encoding_lacks_make_the_file_utf_8_with_a_mark() -> None:
    raw = tables.written(Table(rows=(("東京",),), encoding="cp1252"))
    assert raw.decode("utf-8-sig") == "東京\r\n"


@pytest.mark.parametrize("raw", [b"a,b\n\x00\x01", b'a,"' + b"x" * 200_000])
def test_what_is_no_table_is_refused(raw: bytes) -> None:
    with pytest.raises(ImportInvalid):
        tables.read_table(raw, file="a.csv")


cells = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12)


@given(st.lists(st.lists(cells, min_size=2, max_size=4).map(tuple), min_size=1, max_size=4).map(tuple))
def test_every_table_is_read_back(rows: tuple[tuple[str, ...], ...]) -> None:
    read = tables.read_table(tables.written(Table(rows=(("a", "b"), *rows))), file="a.csv")
    assert read.rows[1:] == rows


def a_workbook() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Please fill in"])
    sheet.append([])
    sheet.append(["Store Id", "Business Name", "City", "Phone"])
    sheet.append([7, "Other & Sons", "Köln", "0221 1"])
    choice = DataValidation(type="list", formula1='"Köln,Bonn"')
    choice.add("C4:C99")
    sheet.add_data_validation(choice)
    sheet["B4"].font = openpyxl.styles.Font(bold=True)
    book.create_sheet("Hidden").sheet_state = "hidden"
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def test_a_workbook_is_read_row_by_row() -> None:
    rows = workbooks.read_rows(a_workbook(), file="t.xlsx")
    assert rows[0] == ("Please fill in",)
    assert rows[2] == ("Store Id", "Business Name", "City", "Phone")
    assert rows[3] == ("7", "Other & Sons", "Köln", "0221 1")


@pytest.mark.parametrize("number", [3, 4, 9])
def test_a_row_laid_in_is_read_by_an_independent_reader_and_the_rest_stays(number: int) -> None:
    cells = ("code <1>", "Bright & Pipes", "", "+44 1632 960123")
    filled = workbooks.with_row(a_workbook(), number, cells, file="t.xlsx")
    book = openpyxl.load_workbook(io.BytesIO(filled))
    assert book.sheetnames == ["Sheet", "Hidden"]
    sheet = book["Sheet"]
    assert [cell.value for cell in sheet[number + 1]][:4] == ["code <1>", "Bright & Pipes", None, "+44 1632 960123"]
    assert sheet["A3"].value == "Store Id"
    assert sheet.data_validations.dataValidation[0].formula1 == '"Köln,Bonn"'
    assert workbooks.read_rows(filled, file="t.xlsx")[number] == cells
    if number == 3:
        assert sheet["B4"].font.bold
    else:
        assert sheet["B4"].value == "Other & Sons"


@pytest.mark.parametrize("content", ["=cmd()", "\x07bell", "]]>", "<x/>"])
def test_no_cell_becomes_a_formula_or_breaks_the_file(content: str) -> None:
    filled = workbooks.with_row(a_workbook(), 4, (content,), file="t.xlsx")
    cell = openpyxl.load_workbook(io.BytesIO(filled))["Sheet"]["A5"]
    assert cell.data_type != "f"
    assert cell.value == content.replace("\x07", "")


def changed(part: str, content: bytes) -> bytes:
    """The workbook with one part of it replaced."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(a_workbook())) as book, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for name in book.namelist():
            target.writestr(name, content if name == part else book.read(name))
    return made.getvalue()


@pytest.mark.parametrize(
    "raw",
    [
        b"PK\x03\x04 and then nothing",
        changed("xl/worksheets/sheet1.xml", b"<worksheet><sheetData>"),
        changed("xl/worksheets/sheet1.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><worksheet>&b;</worksheet>'),
        changed("xl/worksheets/sheet1.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'.encode("utf-16")),
        changed("xl/worksheets/sheet1.xml", b" " * (21 * 1024 * 1024)),
        changed("xl/workbook.xml", b"<workbook/>"),
    ],
)
def test_damaged_hostile_and_swollen_workbooks_are_refused(raw: bytes) -> None:
    with pytest.raises(ImportInvalid):
        workbooks.read_rows(raw, file="t.xlsx")
