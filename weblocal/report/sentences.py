"""The report's sentences, the same on the page, in text and in the mail to the owner."""

import datetime as dt

from weblocal.model.business import Business
from weblocal.model.report import Period, Report, Trace
from weblocal.wording import local

TRACE_NAMES = {Trace.MATCHED: "Matched", Trace.SAID_SO: "They said so", Trace.UNKNOWN: "Unknown"}
TRACE_WORDS = {
    Trace.MATCHED: "The same number or mail asked first, or a code of ours was handed in.",
    Trace.SAID_SO: "They checked in by themselves. Nobody at the counter confirmed it.",
    Trace.UNKNOWN: "In the book, with no trace of how they came. Counted nowhere else on this page.",
}


def period_name(period: Period, language: str) -> str:
    """A whole month by its name, anything else by its two ends."""
    following = period.last_on + dt.timedelta(days=1)
    if period.first_on.day == 1 and following.day == 1 and (period.last_on - period.first_on).days < 31:
        return local.month_year(period.first_on, language)
    return f"{local.date(period.first_on, language)} to {local.date(period.last_on, language)}"


def headline(report: Report) -> str:
    """Who asked and who came; where nobody asked, the visits there were."""
    leads, came, visits = (report.figure(name).value for name in ("leads", "came", "visits"))
    if leads == "0" and visits != "0":
        return f"{visits} {'visit' if visits == '1' else 'visits'}. Nobody asked beforehand."
    return f"{leads} {'person' if leads == '1' else 'people'} asked. {came} came."


def opening(report: Report, business: Business) -> str:
    """The period in two sentences, with what is not known left out."""
    if report.figure("leads").value == "0" and report.figure("visits").value == "0":
        return "Nothing was recorded. Leads come from the forms on your site, visits from a tap at the desk or a file from the till."
    parts = []
    brought = next((bucket.worth for bucket in report.buckets if bucket.trace is Trace.MATCHED and bucket.worth), None)
    if brought:
        parts.append(f"They brought in {local.price(brought, business.locale)}.")
    if report.median_minutes is not None:
        parts.append(f"You usually answered within {span(report.median_minutes)}.")
    first_times = report.figure("first-times").value
    parts.append(f"{first_times} {'visit was' if first_times == '1' else 'visits were'} by somebody new.")
    return " ".join(parts)


def span(minutes: int) -> str:
    """Minutes as a person says them; less than one is still a minute."""
    if minutes < 1:
        return "a minute"
    if minutes < 60:
        return f"{minutes} minute{'' if minutes == 1 else 's'}"
    hours, rest = divmod(minutes, 60)
    whole = f"{hours} hour{'' if hours == 1 else 's'}"
    return f"{whole} {rest} minutes" if rest else whole
