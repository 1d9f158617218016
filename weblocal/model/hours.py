"""Opening hours as the owner means them: spans of wall-clock minutes per weekday, and special days that win over the week."""

import dataclasses
import datetime as dt

from weblocal.model.records import record

MINUTES_A_DAY = 24 * 60


@dataclasses.dataclass(frozen=True, slots=True, order=True)
class Span:
    """Open from `opens` to `closes`, in minutes after midnight; `closes` past 1440 runs into the next day."""

    opens: int
    closes: int

    def __post_init__(self) -> None:
        if not 0 <= self.opens < MINUTES_A_DAY or not self.opens < self.closes <= self.opens + MINUTES_A_DAY:
            raise ValueError(f"not a span: {self.opens}-{self.closes}")

    @property
    def is_all_day(self) -> bool:
        """Open the clock round."""
        return self.closes - self.opens == MINUTES_A_DAY


@record
class SpecialDay:
    """One date, or a run of dates both ends included, whose spans replace the week's; no spans means closed."""

    first_on: dt.date
    last_on: dt.date
    spans: tuple[Span, ...] = ()


@record
class Hours:
    """The week from Monday (index 0) and the special days, in the wall time of `zone` (IANA name)."""

    week: tuple[tuple[Span, ...], ...]
    special: tuple[SpecialDay, ...] = ()
    zone: str = "UTC"

    def __post_init__(self) -> None:
        if len(self.week) != 7:
            raise ValueError("a week has seven days")

    @property
    def is_known(self) -> bool:
        """Whether the owner gave any hours at all."""
        return any(self.week)

    def spans_on(self, day: dt.date) -> tuple[Span, ...]:
        """The spans that begin on `day`, a special day winning over the week."""
        for special in self.special:
            if special.first_on <= day <= special.last_on:
                return special.spans
        return self.week[day.weekday()]
