"""Fill the file that a platform gave its owner: headings matched by their words, its order and form kept, nothing guessed."""

import re

from weblocal.errors import ImportInvalid
from weblocal.listing import google_hours, headings, nap
from weblocal.listing.headings import DAYS, Column
from weblocal.model.hours import MINUTES_A_DAY, Span
from weblocal.model.problems import Place, Problem
from weblocal.model.records import record
from weblocal.reading.tables import guarded

_MOST_PREAMBLE = 40
_FEWEST_KNOWN = 3
_LONGEST_CELL = 4000
_TWELVE = re.compile(r"(?P<zero>0?)\d{1,2}:\d{2}(?P<gap> ?)(?P<half>[AP]M|[ap]m)(?P<dash> ?- ?)\d{1,2}:\d{2} ?[APap][Mm].*")
_TWENTY_FOUR = re.compile(r"\d{2}:\d{2}(?P<dash> ?- ?)\d{2}:\d{2}.*")


@record
class Template:
    """The rows of a platform's file: where the headings stand (from 0) and what each of them means."""

    rows: tuple[tuple[str, ...], ...]
    heading_row: int
    columns: tuple[Column | None, ...]

    @property
    def unknown(self) -> tuple[str, ...]:
        """The headings that mean nothing to us."""
        pairs = zip(self.rows[self.heading_row], self.columns, strict=True)
        return tuple(heading.strip() for heading, column in pairs if heading.strip() and column is None)

    def cell(self, row: tuple[str, ...], column: Column) -> str:
        """What a row says in a column; empty where the file has no such column."""
        if column not in self.columns:
            return ""
        place = self.columns.index(column)
        return row[place].strip() if place < len(row) else ""


@record
class Filled:
    """One row of a template, filled: its number (from 0), its cells, whether it is new, and what could not be written."""

    row: int
    cells: tuple[str, ...]
    is_new: bool
    written: tuple[Column, ...]
    without_column: tuple[Column, ...]
    without_form: tuple[Column, ...]


def recognise(rows: tuple[tuple[str, ...], ...], *, file: str, learned: dict[str, Column] | None = None) -> Template:
    """Find the row of headings by how many of them are known; `learned` adds headings, small letters, with their meaning."""
    best, score = 0, 0
    for number, row in enumerate(rows[:_MOST_PREAMBLE]):
        known = len({column for column in _columns(row, learned or {}) if column})
        if known > score:
            best, score = number, known
    if score < _FEWEST_KNOWN:
        problem = Problem(
            place=Place(file=file),
            field="",
            message="No row of this file holds column headings that are known here.",
            fix="Download it again with the account set to English, and give it as it came.",
        )
        raise ImportInvalid((problem,))
    return Template(rows=rows, heading_row=best, columns=_columns(rows[best], learned or {}))


def entry_of(template: Template, wanted: dict[Column, str], *, country: str) -> dict[Column, str] | None:
    """The cells, by column, of the row that is this business: by its code, its name or its number, or the only row there is.

    What could steer a terminal is taken out of the cells, because a platform's file holds what strangers have suggested.
    """
    rows = [row for row in template.rows[template.heading_row + 1 :] if any(cell.strip() for cell in row)]
    entries = [{column: _shown(template.cell(row, column)) for column in template.columns if column} for row in rows]
    for column, same in (
        (Column.STORE_CODE, nap.same_words),
        (Column.NAME, nap.same_words),
        (Column.PHONE, lambda one, other: nap.same_phone(one, other, country=country)),
    ):
        for entry in entries:
            if wanted.get(column) and entry.get(column) and same(wanted[column], entry[column]):
                return entry
    return entries[0] if len(entries) == 1 else None


def _shown(cell: str) -> str:
    line = "".join(letter if letter.isprintable() else " " for letter in cell)
    return " ".join(line.split())[:_LONGEST_CELL]


def fill(template: Template, cells: dict[Column, str], week: tuple[tuple[Span, ...], ...] | None) -> Filled:
    """Put `cells` into the row that is this business already, or into a new one below; other cells of that row stay.

    Hours of a weekday are written in the form that another row of the file shows; a file that shows none gets none. `week`
    is None where the caller knows the form and `cells` holds the days.
    """
    number, is_new = _row_of(template, cells)
    width = len(template.columns)
    present = () if is_new else template.rows[number]
    row = [*present, *[""] * (width - len(present))]
    days, without_form = _days_in_form(template, week or ())
    whole = cells | days
    for place, column in enumerate(template.columns):
        if column in whole:
            row[place] = guarded(whole[column])
    return Filled(
        row=number,
        cells=tuple(row),
        is_new=is_new,
        written=tuple(column for column in whole if column in template.columns),
        without_column=tuple(column for column in whole if column not in template.columns),
        without_form=without_form,
    )


def _days_in_form(template: Template, week: tuple[tuple[Span, ...], ...]) -> tuple[dict[Column, str], tuple[Column, ...]]:
    """The weekdays as the file writes them, and those for which it shows no way of writing."""
    shown = _shown_form(template)
    days = {day: _in_form(shown, spans) for day, spans in zip(DAYS, week, strict=False)}
    written = {day: cell for day, cell in days.items() if cell is not None}
    return written, tuple(day for day in days if day not in written and day in template.columns)


def rows_with(template: Template, filled: Filled) -> tuple[tuple[str, ...], ...]:
    """All rows of the file with the filled one in its place."""
    rows = list(template.rows)
    if filled.is_new:
        rows[filled.row : filled.row] = [filled.cells]
    else:
        rows[filled.row] = filled.cells
    return tuple(rows)


def _columns(row: tuple[str, ...], learned: dict[str, Column]) -> tuple[Column | None, ...]:
    """What the headings mean; of two that mean the same the first counts."""
    found: list[Column | None] = []
    for heading in row:
        column = learned.get(" ".join(heading.split()).casefold()) or headings.column_of(heading)
        found.append(None if column in found else column)
    return tuple(found)


def _row_of(template: Template, cells: dict[Column, str]) -> tuple[int, bool]:
    """The row with our code or our name, else the first below the headings that is empty or past the end."""
    below = range(template.heading_row + 1, len(template.rows))
    for column in (Column.STORE_CODE, Column.NAME):
        for number in below:
            if cells.get(column) and template.cell(template.rows[number], column).casefold() == cells[column].casefold():
                return number, False
    last = max(
        (number for number in below if any(cell.strip() for cell in template.rows[number])), default=template.heading_row
    )
    return last + 1, True


def _shown_form(template: Template) -> str:
    """A filled weekday cell of the file, as the form to follow; empty when no row has one."""
    for row in template.rows[template.heading_row + 1 :]:
        for column in DAYS:
            shown = template.cell(row, column)
            if _TWELVE.fullmatch(shown) or _TWENTY_FOUR.fullmatch(shown):
                return shown
    return ""


def _in_form(shown: str, spans: tuple[Span, ...]) -> str | None:
    """The spans as `shown` would write them; None where it does not tell how: no form, several spans, closed, the clock round."""
    twelve, twenty_four = _TWELVE.fullmatch(shown), _TWENTY_FOUR.fullmatch(shown)
    if len(spans) != 1 or spans[0].is_all_day:
        return None
    if twenty_four:
        return google_hours.day_cell(spans).replace("-", twenty_four["dash"])
    if not twelve:
        return None
    ends = (_twelve(minutes % MINUTES_A_DAY, twelve) for minutes in (spans[0].opens, spans[0].closes))
    return twelve["dash"].join(ends)


def _twelve(minutes: int, form: re.Match[str]) -> str:
    half = ("AM", "PM")[minutes >= 12 * 60]
    hour = (minutes // 60) % 12 or 12
    shown = f"{hour:02}" if form["zero"] else str(hour)
    return f"{shown}:{minutes % 60:02}{form['gap']}{half if form['half'].isupper() else half.lower()}"
