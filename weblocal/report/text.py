"""A Report as plain text, for the terminal and for mail."""

from weblocal.model.business import Business
from weblocal.model.report import Figure, Report, SourceLine
from weblocal.report import sentences
from weblocal.wording import local

_COLUMNS = ("Place", "Scans", "Leads", "Visits", "New", "Brought in", "Cost", "Each new customer")


def render(report: Report, *, business: Business) -> str:
    """The whole report; columns are as wide as what stands in them."""
    parts = [
        f"{business.name}, {sentences.period_name(report.period, business.language)}",
        f"{sentences.headline(report)}\n{sentences.opening(report, business)}",
        _buckets(report, business.language),
        _places(report.sources, business.language),
        f"One thing to do: {report.advice.do}\n{report.advice.why}",
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def explain(figure: Figure, *, language: str) -> str:
    """One figure, how it was counted, and every row behind it."""
    rows = "\n".join(f"  {local.date(row.happened_on, language)}  {row.words}" for row in figure.rows)
    return f"{figure.value} {figure.words}\n{figure.how}\n{rows or '  no rows'}\n"


def _buckets(report: Report, language: str) -> str:
    lines = []
    for bucket in report.buckets:
        worth = f", {local.price(bucket.worth, language)}" if bucket.worth else ""
        lines.append(f"  {sentences.TRACE_NAMES[bucket.trace]:<13} {bucket.visits:>4}{worth}")
    return "Visits, by what we can trace\n" + "\n".join(lines)


def _places(lines: tuple[SourceLine, ...], language: str) -> str:
    if not lines:
        return ""
    rows = [_COLUMNS, *(_row(line, language) for line in lines)]
    widths = [max(len(row[index]) for row in rows) for index in range(len(_COLUMNS))]
    return "\n".join(
        "  ".join(cell.ljust(widths[0]) if index == 0 else cell.rjust(widths[index]) for index, cell in enumerate(row)).rstrip()
        for row in rows
    )


def _row(line: SourceLine, language: str) -> tuple[str, ...]:
    each = ""
    if line.each_new:
        most = f"to {local.price(line.each_new.most, language)}" if line.each_new.most else "or more"
        each = f"{local.price(line.each_new.each, language)} ({local.price(line.each_new.least, language)} {most})"
    elif line.cost and line.cost.amount_minor:
        each = "nobody yet"
    return (
        line.name,
        str(line.scans) if line.is_print else "",
        str(line.leads),
        str(line.visits),
        str(line.first_times),
        local.price(line.worth, language) if line.worth else "",
        local.price(line.cost, language) if line.cost else "",
        each,
    )
