"""Opening hours written the way owners write them and the program reads them: the other half of `parsing`."""

from collections.abc import Iterable

from weblocal.model.hours import MINUTES_A_DAY, Span
from weblocal.opening.parsing import CLOSED, OPEN_ALL_DAY, WEEKDAYS


def spans_text(spans: Iterable[Span]) -> str:
    """`09:00-12:00, 13:00-18:00`, `closed` for none, `open all day`; what `parsing.read_spans` reads back."""
    several = tuple(spans)
    if not several:
        return CLOSED
    return ", ".join(OPEN_ALL_DAY if span.is_all_day and span.opens == 0 else span_text(span) for span in several)


def span_text(span: Span) -> str:
    """`22:00-02:00`; midnight at the end of a day is 24:00."""
    closes = span.closes if span.closes <= MINUTES_A_DAY else span.closes - MINUTES_A_DAY
    return f"{clock(span.opens)}-{clock(closes)}"


def clock(minutes: int) -> str:
    """`09:05`, in hours and minutes after midnight."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


def weekdays_text(days: Iterable[int]) -> str:
    """The key for these weekdays (Monday = 0): `friday`, `monday-thursday`, `monday-tuesday, thursday-friday`."""
    runs: list[list[int]] = []
    for day in sorted(days):
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return ", ".join(WEEKDAYS[run[0]] + (f"-{WEEKDAYS[run[-1]]}" if len(run) > 1 else "") for run in runs)


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order, those that touch or overlap made one: what they mean, however they were written."""
    whole: list[Span] = []
    for span in sorted(spans):
        if whole and span.opens <= whole[-1].closes:
            closes = min(max(whole[-1].closes, span.closes), whole[-1].opens + MINUTES_A_DAY)
            whole[-1] = Span(whole[-1].opens, closes)
        else:
            whole.append(span)
    return tuple(whole)
