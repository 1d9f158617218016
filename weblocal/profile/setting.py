"""One field of business.yaml set by its dotted name, as an owner would type it; hours keep every day on one line only."""

import re

from weblocal.errors import NotEditable
from weblocal.model.problems import Unreadable
from weblocal.opening import parsing, writing
from weblocal.reading import editing, quoting
from weblocal.reading.document import read_document
from weblocal.reading.editing import Path
from weblocal.reading.nodes import Node, NodeList, NodeMap, Scalar

HOURS = "hours"
_STEP = re.compile(
    r"""\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^."'\[\]]+)|\[(?P<number>\d+)\])\s*(?:\.|(?=\[)|$)"""
)
_LONGEST = 300


def set_field(text: str, field: str, value: str, *, remark: str = "") -> str:
    """The text of business.yaml with `field` saying `value`, all else as it was; the whole profile is not judged here.

    `field` is a dotted name: `phone`, `services.cut.price`, `prices.3.name`, `host.redirects./old.html`, and with a dot in a
    name `faq."Open at 9.30?"`. Text in brackets or braces is a list or map. Raises ProfileInvalid or NotEditable.
    """
    path = path_of(text, field)
    if len(path) == 2 and path[0] == HOURS:
        return _with_hours(text, str(path[1]), value, remark)
    return editing.set_value(text, path, quoting.value_in(value), remark=remark)


def unset_field(text: str, field: str) -> str:
    """The text of business.yaml without `field`, and without what that leaves empty. Raises as `set_field` does."""
    path = path_of(text, field)
    if len(path) == 2 and path[0] == HOURS and not _is_entry(text, path):
        days = parsing.read_weekdays(str(path[1]))
        if not isinstance(days, Unreadable):
            return _free_days(text, days, kept="")
    return editing.unset(text, path)


def path_of(text: str, field: str) -> Path:
    """The steps that a dotted name means in this file: where a key there holds dots itself, as many words as that key has."""
    words = _words(field)
    node: Node | None = read_document(text, file="business.yaml")
    path: list[str | int] = []
    while words:
        key, taken = _next_key(node, words)
        path.append(key)
        words = words[taken:]
        node = _held(node, key)
    return tuple(path)


def _words(field: str) -> list[str]:
    words, at = [], 0
    while at < len(field):
        found = _STEP.match(field, at)
        if not found or len(field) > _LONGEST:
            raise NotEditable(
                f'"{field[:60]}" is no name of a field.', fix='Write it as in services.cut.price or faq."A question?".'
            )
        words.append(next(word for word in found.groups() if word is not None).strip())
        at = found.end()
    if not words or not all(words):
        raise NotEditable("No field is named.", fix="Write one, such as phone or hours.friday.")
    return words


def _next_key(node: Node | None, words: list[str]) -> tuple[str | int, int]:
    """The next step, and how many of the words it takes."""
    if isinstance(node, NodeList) and words[0].isdigit():
        return int(words[0]), 1
    if isinstance(node, NodeMap):
        for count in range(len(words), 1, -1):
            if ".".join(words[:count]) in node.keys():  # noqa: SIM118 - a method of ours
                return ".".join(words[:count]), count
    if words[0].startswith("/"):  # an old address: the dot in /old.html is no step
        return ".".join(words), len(words)
    return words[0], 1


def _held(node: Node | None, key: str | int) -> Node | None:
    if isinstance(node, NodeMap):
        return node.get(str(key))
    if isinstance(node, NodeList) and isinstance(key, int) and 1 <= key <= len(node.nodes):
        return node.nodes[key - 1]
    return None


def _is_entry(text: str, path: Path) -> bool:
    return str(path[1]) in _hours_lines(text)


def _hours_lines(text: str) -> dict[str, str]:
    """The lines under hours, as far as they are lines."""
    whole = read_document(text, file="business.yaml")
    hours = whole.get(HOURS) if isinstance(whole, NodeMap) else None
    if not isinstance(hours, NodeMap):
        return {}
    return {entry.key.text: entry.node.text for entry in hours.entries if isinstance(entry.node, Scalar)}


def _with_hours(text: str, key: str, value: str, remark: str) -> str:
    """One line of the hours: a day is taken out of the lines that held it, a date stands among the dates."""
    lines = _hours_lines(text)
    if key in lines:
        return editing.set_value(text, (HOURS, key), value)
    if parsing.looks_like_date(key):
        dates = parsing.read_dates(key)
        earlier = [line for line in lines if not _is_later(line, dates)]
        return editing.set_value(text, (HOURS, key), value, remark=remark, after=earlier[-1] if earlier else "")
    days = parsing.read_weekdays(key)
    if isinstance(days, Unreadable):  # reading the whole profile will say what is wrong with it
        return editing.set_value(text, (HOURS, key), value)
    key = writing.weekdays_text(days)
    touched = [line for line in lines if _days_of(line) & set(days)]
    whole = next((line for line in touched if _days_of(line) == set(days)), "")
    if whole:
        return editing.set_value(text, (HOURS, whole), value)
    inside = [line for line in touched if _days_of(line) <= set(days)]
    if inside:  # the first of the lines that go becomes the new one, where it stands
        freed = _free_days(text, days, kept=inside[0])
        renamed = editing.rename(freed, (HOURS, inside[0]), key)
        return editing.set_value(renamed, (HOURS, key), value)
    freed = _free_days(text, days, kept="")
    return editing.set_value(freed, (HOURS, key), value, after=_line_before(_hours_lines(freed), min(days)))


def _free_days(text: str, days: tuple[int, ...], *, kept: str) -> str:
    """The hours without these weekdays; a run that held them is shortened, a line that held nothing else goes, but for `kept`."""
    for line in _hours_lines(text):
        held = _days_of(line)
        left = held - set(days)
        if not held or left == held or line == kept:
            continue
        path: Path = (HOURS, line)
        text = editing.rename(text, path, writing.weekdays_text(left)) if left else editing.unset(text, path)
    return text


def _line_before(lines: dict[str, str], day: int) -> str:
    """The line of the weekdays behind which this day belongs, so that the week stays in order."""
    before = [line for line in lines if (held := _days_of(line)) and min(held) < day]
    weekdays = [line for line in lines if _days_of(line)]
    return before[-1] if before else (weekdays[-1] if weekdays else "")


def _days_of(line: str) -> set[int]:
    """The weekdays of a line; none for a date or for what is no day."""
    if parsing.looks_like_date(line):
        return set()
    days = parsing.read_weekdays(line)
    return set() if isinstance(days, Unreadable) else set(days)


def _is_later(line: str, dates: object) -> bool:
    """Whether a line under hours is a date behind `dates`."""
    if not parsing.looks_like_date(line) or not isinstance(dates, tuple):
        return False
    there = parsing.read_dates(line)
    return isinstance(there, tuple) and there[0] > dates[0]
