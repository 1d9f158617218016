"""Opening hours and mail windows as fields: days and dates to spans, with every day said once."""

import difflib
import re

from weblocal.model.hours import Span, SpecialDay
from weblocal.model.problems import Unreadable
from weblocal.model.records import record
from weblocal.opening import parsing
from weblocal.profile.fields import LOST, Field, Leaf, Lost, Schema, found_in, joined
from weblocal.profile.noting import Notes, shown
from weblocal.reading.nodes import Entry, Node, NodeMap, Scalar

_DAYS_AND_TIMES = re.compile(r"^(?P<days>[a-z ,\-\u2013]+?)\s+(?P<spans>\d.*|open all day)$")
_ANY_HOUR = ("any time", "none")


@record
class WrittenHours:
    """The week and the special days, the shortest run first: one date wins over a run of dates."""

    week: tuple[tuple[Span, ...], ...] = ((),) * 7
    special: tuple[SpecialDay, ...] = ()


@record
class WrittenWindow:
    """Weekly hours in which mails may go, on the wall of the reader or of the business."""

    week: tuple[tuple[Span, ...], ...]
    of: str = "reader"


class OpeningHours(Field[WrittenHours]):
    """Days or dates, each with its times."""

    __slots__ = ()

    def read(self, node: Node, path: str, notes: Notes) -> WrittenHours | Lost:
        """The week and the special days."""
        if not isinstance(node, NodeMap):
            fix = "Write each day, or run of days, on a line of its own: tuesday-friday: 09:00-18:00"
            notes.refuse(node.place, path, Unreadable(message=f"{found_in(node)} stands where days belong.", fix=fix))
            return LOST
        week: dict[int, tuple[Span, ...]] = {}
        special: list[SpecialDay] = []
        is_whole = True
        for entry in node.entries:
            wrong = self._entry(entry, joined(path, shown(entry.key.text)), notes, (week, special))
            if wrong:
                place = entry.node.place if wrong[1] else entry.key.place
                notes.refuse(place, joined(path, shown(entry.key.text)), wrong[0])
                is_whole = False
        if not is_whole:
            return LOST
        shortest_first = sorted(special, key=lambda each: (each.last_on - each.first_on, each.first_on))
        return WrittenHours(week=tuple(week.get(day, ()) for day in range(7)), special=tuple(shortest_first))

    def _entry(
        self, entry: Entry, path: str, notes: Notes, into: tuple[dict[int, tuple[Span, ...]], list[SpecialDay]]
    ) -> tuple[Unreadable, bool] | None:
        """What is wrong with one line, and whether it is the times; None when it was taken in."""
        week, special = into
        if not isinstance(entry.node, Scalar):
            return Unreadable(message="Here belong times on one line.", fix="Write 09:00-12:00, 13:00-18:00."), True
        spans = parsing.read_spans(entry.node.text)
        if isinstance(spans, Unreadable):
            return spans, True
        notes.seen(path, entry.node)
        if parsing.looks_like_date(entry.key.text):
            dates = parsing.read_dates(entry.key.text)
            if isinstance(dates, Unreadable):
                return dates, False
            special.append(SpecialDay(first_on=dates[0], last_on=dates[1], spans=spans))
            return None
        return _add_weekdays(entry.key.text, spans, week)

    def schema(self) -> Schema:
        """Days or dates with times."""
        day = "|".join(parsing.WEEKDAYS)
        return {
            "type": ["object", "null"],
            "patternProperties": {
                rf"^({day})(-({day}))?$": {"type": "string"},
                r"^[0-9]{4}-[0-9]{2}-[0-9]{2}( to [0-9]{4}-[0-9]{2}-[0-9]{2})?$": {"type": "string"},
            },
        }

    def how(self) -> str:
        """How to write it."""
        return (
            "a day, a run of days (`tuesday-friday`), a date or a run of dates (`2026-12-25 to 2026-12-28`), then "
            "`09:00-12:00, 13:00-18:00`, `closed` or `open all day`; `22:00-02:00` runs past midnight"
        )


def mail_window() -> Leaf[WrittenWindow]:
    """`monday-saturday 08:00-19:00, reader's zone`."""

    def read(text: str, _notes: Notes) -> WrittenWindow | Unreadable:
        said = " ".join(text.lower().replace("\u2019", "'").split())
        of = "business" if re.search(r",\s*(business|our|own)('s)? zone$", said) else "reader"
        said = re.sub(r",\s*(reader|business|our|own)('s)? zone$", "", said)
        if said in _ANY_HOUR:
            return WrittenWindow(week=((parsing.ALL_DAY,),) * 7, of=of)
        found = _DAYS_AND_TIMES.match(said)
        days = parsing.read_weekdays(found["days"]) if found else None
        spans = parsing.read_spans(found["spans"]) if found else None
        if not isinstance(days, tuple) or not isinstance(spans, tuple) or not spans:
            fix = "Write monday-saturday 08:00-19:00, reader's zone"
            return Unreadable(message=f'"{shown(text)}" does not say when mails may go.', fix=fix)
        return WrittenWindow(week=tuple(spans if day in days else () for day in range(7)), of=of)

    return Leaf(read, "days and times, such as `monday-saturday 08:00-19:00, reader's zone`")


def _add_weekdays(key: str, spans: tuple[Span, ...], week: dict[int, tuple[Span, ...]]) -> tuple[Unreadable, bool] | None:
    days = parsing.read_weekdays(key)
    if isinstance(days, Unreadable):
        return Unreadable(message=days.message, fix=_nearest_days(key) or days.fix), False
    twice = [parsing.WEEKDAYS[day] for day in days if day in week]
    if twice:
        return Unreadable(
            message=f"{twice[0].capitalize()} has its hours on another line already.", fix="Say each day once."
        ), False
    week.update(dict.fromkeys(days, spans))
    return None


def _nearest_days(key: str) -> str:
    """The weekdays that were meant, as a question; empty where one of the words is near to none of them."""
    meant = []
    for word in re.split(r"([\s,\-\u2010-\u2015]+)", key.strip().lower()):
        is_day = not word.strip(" ,-\u2010\u2011\u2012\u2013\u2014\u2015") or isinstance(parsing.read_weekdays(word), tuple)
        near = [word] if is_day else difflib.get_close_matches(word[:20], parsing.WEEKDAYS, n=1)
        if not near:
            return ""
        meant.append(near[0])
    days = "".join(meant)
    return f"Did you mean {shown(days)}?" if isinstance(parsing.read_weekdays(days), tuple) else ""
