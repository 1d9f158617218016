"""What a report says: figures with the rows behind them, places with what they cost and brought, and one thing to do."""

import datetime as dt
import enum

from weblocal.model.leads import Lead
from weblocal.model.records import record
from weblocal.model.services import Money
from weblocal.model.visits import Redemption, Scan, Visit


@record
class Period:
    """The days a report is about, both included, in the business's own zone."""

    first_on: dt.date
    last_on: dt.date

    def holds(self, day: dt.date) -> bool:
        """Whether `day` is one of them."""
        return self.first_on <= day <= self.last_on


@record
class SequenceCount:
    """How many mails of a sequence went out in the period, and to how many people."""

    sequence_id: str
    mails: int
    people: int
    visited_after: int


@record
class Book:
    """The rows a report is counted from: everything up to the end of its period, not only what lies inside it."""

    leads: tuple[Lead, ...]
    visits: tuple[Visit, ...]
    scans: tuple[Scan, ...]
    redemptions: tuple[Redemption, ...]
    sequences: tuple[SequenceCount, ...] = ()


class Trace(enum.StrEnum):
    """How a visit is tied to what brought it: a matched person, their own word, or not at all."""

    MATCHED = "matched"
    SAID_SO = "said_so"
    UNKNOWN = "unknown"


@record
class TracedVisit:
    """A visit with what brought it: a placement or page (`source`, as in the ledger), how we know, and whether it is a first."""

    visit: Visit
    trace: Trace
    source: str
    is_first: bool


@record
class CountedRow:
    """One row behind a figure: its day and what it is, without a name."""

    happened_on: dt.date
    words: str


@record
class Figure:
    """A number with the words around it, how it was counted, and every row behind it."""

    id: str
    value: str
    words: str
    how: str
    rows: tuple[CountedRow, ...]


@record
class CostRange:
    """What each new customer cost, with the 95 % range; `most` None means open to the right."""

    each: Money
    least: Money
    most: Money | None


@record
class SourceLine:
    """What one placement or page brought in the period, and what the placement's share of its cost was."""

    id: str
    name: str
    detail: str
    is_print: bool
    scans: int
    leads: int
    visits: int
    first_times: int
    worth: Money | None
    cost: Money | None
    each_new: CostRange | None


class LeadMark(enum.StrEnum):
    """What became of one lead, for the wall."""

    FIRST_TIME = "first_time"
    CAME_BACK = "came_back"
    NOT_YET = "not_yet"


@record
class AnswerDot:
    """One lead's answer: minutes of opening time until it, None when nobody has; filled when it became a visit."""

    minutes: int | None
    became_visit: bool


@record
class Bucket:
    """One of the three ways visits are tied to what brought them."""

    trace: Trace
    visits: int
    worth: Money | None


@record
class MonthBar:
    """Visits of one month: first times, people who had been before, and those nobody can place."""

    month: dt.date
    first_times: int
    returns: int
    unknown: int


@record
class Advice:
    """The one thing to do, and why; `lead_id` when it is a person to ring."""

    do: str
    why: str
    lead_id: str = ""


@record
class Report:
    """One period of one business."""

    period: Period
    counted_at: dt.datetime
    figures: tuple[Figure, ...]
    wall: tuple[LeadMark, ...]
    buckets: tuple[Bucket, ...]
    answers: tuple[AnswerDot, ...]
    promise_minutes: int | None
    median_minutes: int | None
    sources: tuple[SourceLine, ...]
    months: tuple[MonthBar, ...]
    sequences: tuple[SequenceCount, ...]
    advice: Advice

    def figure(self, figure_id: str) -> Figure:
        """The figure of this id; raises KeyError when the report has none."""
        for figure in self.figures:
            if figure.id == figure_id:
                return figure
        raise KeyError(figure_id)
