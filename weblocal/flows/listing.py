"""Listings: write the file a listing platform takes, and compare what a platform shows with the profile."""

import dataclasses
import datetime as dt
import pathlib
from collections.abc import Callable

from weblocal.disk import single_file
from weblocal.errors import NotFound, OutsideFailed, ProblemsFound
from weblocal.flows import holidays
from weblocal.flows.workspace import Workspace
from weblocal.listing import apple, bing, drift, entries, google, headings, openstreetmap, steps, templates
from weblocal.listing.drift import Difference
from weblocal.listing.headings import Column
from weblocal.listing.templates import Filled, Template
from weblocal.model.business import Business
from weblocal.model.hours import Span
from weblocal.model.problems import Finding, Severity
from weblocal.model.records import record
from weblocal.opening.public_holidays import Holiday
from weblocal.reading import tables, workbooks
from weblocal.reading.tables import Table

FOLDER = "listing"
PLATFORMS = ("google", "bing", "apple", "osm", "csv")
MEANINGS = tuple(column.value for column in Column)


@record
class Exported:
    """What was written (None: nothing, because the platform's own way is another), shown, found, and what to do now."""

    file: pathlib.Path | None
    shown: str
    findings: tuple[Finding, ...]
    steps: tuple[str, ...]


def export(
    workspace: Workspace,
    platform: str,
    *,
    today: dt.date,
    template: pathlib.Path | None = None,
    to: pathlib.Path | None = None,
    learned: tuple[tuple[str, str], ...] = (),
) -> Exported:
    """Write the entry of this business for one of PLATFORMS: by filling `template`, or in the form that is known.

    `learned` adds headings of the template with their meaning, one of MEANINGS. Raises ImportInvalid for a template that
    cannot be read, ProblemsFound where `to` is the template itself.
    """
    if template is not None and platform in {"google", "bing", "apple"}:
        columns = {" ".join(heading.split()).casefold(): Column(meaning) for heading, meaning in learned}
        return _filled(workspace, platform, template, today=today, to=to, learned=columns)
    if template is not None:
        raise ProblemsFound(f"{platform} has no template.", fix="Leave out --template.")
    if platform == "bing":
        return Exported(file=None, shown="", findings=(), steps=steps.bing(has_template=False))
    content, shown, findings, what_next = _own_form(workspace.business, platform, today)
    target = to or workspace.folder / FOLDER / _FILES[platform]
    single_file.write_file(target, content)
    return Exported(file=target, shown=shown, findings=findings, steps=what_next)


_FILES = {"google": google.FILE, "osm": openstreetmap.FILE, "apple": apple.FILE, "csv": "listing.csv"}


def _own_form(business: Business, platform: str, today: dt.date) -> tuple[bytes, str, tuple[Finding, ...], tuple[str, ...]]:
    """Content, what is shown of it, findings and steps, for what needs no template."""
    if platform == "google":
        sheet = google.sheet(business, today=today)
        return tables.written(sheet.table), "", sheet.findings, steps.google()
    if platform == "osm":
        places = entries.places(business)
        block = "\n".join(openstreetmap.block(place, today=today) for place in places)
        found = tuple(dict.fromkeys(each for place in places for each in openstreetmap.findings(place, today=today)))
        return block.encode(), block, found, steps.openstreetmap(business)
    if platform == "apple":
        sheet_text = "\n\n".join(apple.paste_sheet(place, today=today) for place in entries.places(business))
        found = entries.findings(business, page=apple.FILE, today=today)
        return sheet_text.encode(), sheet_text, found, steps.apple(has_template=False)
    made = [google.cells(place, today=today) for place in entries.places(business)]
    columns = tuple(dict.fromkeys(column for filled, _ in made for column in filled))
    rows = (tuple(tables.guarded(filled.get(column, "")) for column in columns) for filled, _ in made)
    found = tuple(dict.fromkeys(each for _, findings in made for each in findings))
    return tables.written(Table(rows=(tuple(column.value for column in columns), *rows))), "", found, ()


def _filled(
    workspace: Workspace,
    platform: str,
    source: pathlib.Path,
    *,
    today: dt.date,
    to: pathlib.Path | None,
    learned: dict[str, Column],
) -> Exported:
    """The owner's template with this business in it, beside the original, which is left as it is."""
    raw = read_file(source)
    rows, write = _opened(raw, source.name)
    template = templates.recognise(rows, file=source.name, learned=learned)
    cells, week, findings = _cells(workspace.business, platform, template, today)
    filled = templates.fill(template, cells, week)
    target = to or workspace.folder / FOLDER / f"{platform}{source.suffix.lower() or '.csv'}"
    if target.exists() and source.samefile(target):
        raise ProblemsFound(f"{target} is the template itself.", fix="Name another file with --to.")
    single_file.write_file(target, write(template, filled))
    what_next = {"google": steps.google(), "bing": steps.bing(has_template=True), "apple": steps.apple(has_template=True)}
    found = (*findings, *_of_template(workspace.business, template, filled, target.name))
    return Exported(file=target, shown="", findings=found, steps=what_next[platform])


def _cells(
    business: Business, platform: str, template: Template, today: dt.date
) -> tuple[dict[Column, str], tuple[tuple[Span, ...], ...] | None, tuple[Finding, ...]]:
    """The cells, the week where the template must show its form first, and what was found."""
    if platform == "google":
        cells, findings = google.cells(business, today=today)
        return cells, None, findings
    cells = bing.cells(business, template) if platform == "bing" else dict(entries.of_business(business).cells)
    week = business.hours.week if business.hours.is_known else None
    return cells, week, entries.findings(business, page=f"{platform}.csv", today=today)


def _of_template(business: Business, template: Template, filled: Filled, page: str) -> tuple[Finding, ...]:
    """What the owner should know of columns: not understood, not there, without a known form."""
    found = []
    if template.unknown:
        message = f"These columns were left as they are: {', '.join(template.unknown[:12])}{' …' if len(template.unknown) > 12 else ''}."
        fix = 'Where one of them means something known, say so: --column "Heading=postcode".'
        found.append(Finding(rule="template-unknown-columns", severity=Severity.HINT, page=page, message=message, fix=fix))
    needed = [column.value for column in (Column.NAME, Column.PHONE, Column.TOWN) if column in filled.without_column]
    if needed:
        message = f"The template has no column for: {', '.join(needed)}."
        found.append(Finding(rule="template-no-column", severity=Severity.WARNING, page=page, message=message))
    dated = Column.SPECIAL in template.columns and business.hours.special and Column.SPECIAL not in filled.written
    if filled.without_form or dated:
        days = [column.value.capitalize() for column in filled.without_form] + (["Special hours"] if dated else [])
        message = f"Left for you: {', '.join(days)}. How this sheet writes them is not known."
        fix = "Type them in, or fill one row at the platform, download the sheet again and use that as the template."
        found.append(Finding(rule="template-hours", severity=Severity.WARNING, page=page, message=message, fix=fix))
    return tuple(found)


def _opened(raw: bytes, file: str) -> tuple[tuple[tuple[str, ...], ...], Callable[[Template, Filled], bytes]]:
    """The rows of a template, and how to write it again in its own form."""
    if workbooks.is_workbook(raw):
        rows = workbooks.read_rows(raw, file=file)
        return rows, lambda _template, filled: workbooks.with_row(raw, filled.row, filled.cells, file=file)
    table = tables.read_table(raw, file=file)
    return table.rows, lambda template, filled: tables.written(
        dataclasses.replace(table, rows=templates.rows_with(template, filled))
    )


@record
class Compared:
    """What a platform's export and the profile say differently, and the holidays soon to come that nobody has decided on."""

    platform: str
    differences: tuple[Difference, ...]
    undecided: tuple[Holiday, ...]

    @property
    def is_in_step(self) -> bool:
        """Whether there is nothing to do."""
        return not self.differences and not self.undecided


def compare(workspace: Workspace, source: pathlib.Path, *, today: dt.date) -> Compared:
    """Compare the export in `source` with the profile. Raises ImportInvalid for another file, NotFound without our row."""
    business = workspace.business
    template = templates.recognise(rows_of(read_file(source), file=source.name), file=source.name)
    platform = "Google" if headings.is_google(template.columns) else "the platform"
    entry = templates.entry_of(template, entries.of_business(business).cells, country=business.address.country)
    if entry is None:
        raise NotFound(
            f"No row of {source.name} is {business.name}.",
            fix=f"Its store code there would have to be {entries.store_code(business)}, or name or phone the same.",
        )
    return Compared(
        platform=platform,
        differences=drift.compare(business, entry, today=today, platform=platform),
        undecided=holidays.soon(business, today=today),
    )


def rows_of(raw: bytes, *, file: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a platform's file, CSV or workbook; raises ImportInvalid when it is neither."""
    return _opened(raw, file)[0]


def read_file(path: pathlib.Path) -> bytes:
    """The bytes of a file the owner named; raises NotFound or OutsideFailed."""
    try:
        if path.stat().st_size > tables.LARGEST:
            raise ProblemsFound(
                f"{path.name} is larger than 20 MB.", fix="Give the platform's own file, or the part that is meant."
            )
        return path.read_bytes()
    except FileNotFoundError as gone:
        raise NotFound(f"There is no file {path}.", fix="Name the file as the platform gave it to you.") from gone
    except OSError as refused:
        raise OutsideFailed(f"{path.name} could not be read: {refused.strerror}.", fix="Check its rights.") from refused
