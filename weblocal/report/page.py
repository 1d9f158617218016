"""A Report to one self-contained page: styles and plots inline, no script, every figure leading to its rows."""

import datetime as dt
import functools
import importlib.resources

import jinja2
from markupsafe import Markup

from weblocal.model.business import Business
from weblocal.model.report import LeadMark, Report, SourceLine, Trace
from weblocal.report import charts, sentences
from weblocal.wording import local

WALL_FROM = 6


def render(report: Report, *, business: Business, tokens_css: str, face_css: str, desk_link: str) -> str:
    """The page; `tokens_css` and `face_css` come from the theme, `desk_link` is empty when there is no desk."""
    template = _environment().get_template("report.html")
    return template.render(
        report=report,
        business=business,
        period_name=sentences.period_name(report.period, business.language),
        counted_on=local.date(report.counted_at.date(), business.locale),
        opening_words=sentences.opening(report, business),
        leads=report.figure("leads"),
        came=report.figure("came"),
        visits=report.figure("visits"),
        returns=report.figure("returns"),
        has_visits=any(bucket.visits for bucket in report.buckets),
        desk_link=desk_link,
        face_css=Markup(face_css),  # noqa: S704 - the theme's own styles
        tokens_css=Markup(tokens_css),  # noqa: S704 - hexadecimal colours
        page_css=_css(),
        **_plots(report),
        **_tables(report, business),
    )


def _plots(report: Report) -> dict[str, object]:
    returned = report.wall.count(LeadMark.CAME_BACK)
    came = len(report.wall) - report.wall.count(LeadMark.NOT_YET)
    return {
        "wall": charts.wall(report.wall) if len(report.wall) >= WALL_FROM else "",
        "wall_key": [
            (charts.key_tile(mark), words, report.wall.count(mark))
            for mark, words in (
                (LeadMark.FIRST_TIME, "came for the first time"),
                (LeadMark.CAME_BACK, "had been before"),
                (LeadMark.NOT_YET, "not yet"),
            )
        ],
        "funnel": charts.funnel((len(report.wall), came, returned)),
        "returned_count": returned,
        "bucket_bar": charts.buckets(report.buckets),
        "answer_dots": charts.answers(report.answers, report.promise_minutes),
        "month_bars": charts.months(report.months),
        "month_key": [
            (charts.key_swatch("bck"), "had been before"),
            (charts.key_swatch("f"), "first time"),
            (charts.key_swatch("emp"), "unknown"),
        ],
    }


def _tables(report: Report, business: Business) -> dict[str, object]:
    names = {sequence.id: sequence.name for sequence in business.sequences}
    within = sum(dot.minutes is not None and dot.minutes <= (report.promise_minutes or 0) for dot in report.answers)
    return {
        "buckets": [
            (
                charts.key_swatch({Trace.MATCHED: "sol", Trace.SAID_SO: "hat", Trace.UNKNOWN: "emp"}[bucket.trace]),
                sentences.TRACE_NAMES[bucket.trace],
                bucket.visits,
                local.price(bucket.worth, business.locale) if bucket.worth else "",
                sentences.TRACE_WORDS[bucket.trace],
            )
            for bucket in report.buckets
        ],
        "answered_words": f"{within} of {len(report.answers)}" if report.promise_minutes else "",
        "promise": sentences.span(report.promise_minutes or 0),
        "median": sentences.span(report.median_minutes) if report.median_minutes is not None else "",
        "places": [
            (group, [_shown(line, business.language) for line in report.sources if line.is_print is is_print])
            for group, is_print in (("In print", True), ("On the web", False))
            if any(line.is_print is is_print for line in report.sources)
        ],
        "mails": [(names.get(count.sequence_id, count.sequence_id), count) for count in report.sequences],
    }


def _shown(line: SourceLine, language: str) -> dict[str, object]:
    nobody = "nobody yet" if line.cost and line.cost.amount_minor else ""
    return {
        "name": line.name,
        "detail": line.detail,
        "scans": line.scans,
        "leads": line.leads,
        "visits": line.visits,
        "first_times": line.first_times,
        "worth": local.price(line.worth, language) if line.worth else "",
        "cost": local.price(line.cost, language) if line.cost else "",
        "each": local.price(line.each_new.each, language) if line.each_new else nobody,
        "plot": charts.cost_line(line.each_new) if line.each_new else "",
    }


@functools.cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("weblocal.report"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["day"] = _day
    return environment


def _day(day: dt.date) -> str:
    return f"{day.day} {day:%b}"


@functools.cache
def _css() -> Markup:
    return Markup((importlib.resources.files("weblocal.report") / "templates" / "report.css").read_text("utf-8"))  # noqa: S704 - our own file
