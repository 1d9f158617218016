"""The steps of the work on a ruler: columns as wide as the minutes, hours or days they take."""

import dataclasses
import datetime as dt
from collections.abc import Iterable, Sequence

from weblocal.model.words import WorkStep
from weblocal.site.parts import Row, Section
from weblocal.site.tongue import Tongue

# what one tick of the ruler may stand for, in minutes: from a minute to a week
_TICKS = (1, 5, 15, 60, 1440, 10080)
MOST_TICKS = 40
# a step that takes less than this part of the whole has no room for its words
_SMALLEST_PART = 10


def rows(steps: Sequence[WorkStep], tongue: Tongue) -> tuple[Row, ...]:
    """The steps as rows; where every one says how long it takes, and a ruler can show it, with its ticks and when it begins."""
    plain = tuple(Row(name=step.name, words=step.words, takes=tongue.span(step.takes) if step.takes else "") for step in steps)
    lengths = [round(step.takes / dt.timedelta(minutes=1)) for step in steps if step.takes]
    tick = _tick(lengths)
    if len(lengths) < len(steps) or not tick:
        return plain
    return tuple(
        dataclasses.replace(
            row,
            time=tongue.lapse(sum(lengths[:number]), in_units_of=tick),
            ticks=lengths[number] // tick,
        )
        for number, row in enumerate(plain)
    )


def whole(steps: Iterable[WorkStep]) -> dt.timedelta:
    """How long all of them take together."""
    return sum((step.takes for step in steps if step.takes), dt.timedelta())


def ticks(sections: Iterable[Section]) -> frozenset[int]:
    """How many ticks wide the steps in these sections are."""
    return frozenset(row.ticks for section in sections for group in section.groups for row in group.rows if row.ticks)


def rules(widths: Iterable[int]) -> tuple[str, ...]:
    """The rules that say how wide each step is, in ticks: classes, because the policy allows no style attribute."""
    return tuple(f".m{width}{{--m:{width}}}" for width in sorted(widths))


def _tick(lengths: Sequence[int]) -> int:
    """The finest tick with which the ruler can be read; 0 when there is none."""
    total = sum(lengths)
    if not lengths or min(lengths) * _SMALLEST_PART < total:
        return 0
    return next((tick for tick in _TICKS if total <= tick * MOST_TICKS and all(length % tick == 0 for length in lengths)), 0)
