"""The week and the way: sessions at fixed times, house rules, and how long it takes to get there."""

import re

from weblocal.model.problems import Unreadable
from weblocal.model.timetable import Session, Way
from weblocal.opening import parsing
from weblocal.profile.fields import Leaf
from weblocal.profile.leaves import line, words
from weblocal.profile.lists import ListOf
from weblocal.profile.noting import Notes, shown
from weblocal.profile.records import Key, Record

_TIME = re.compile(r"([01]?[0-9]|2[0-3])[:.h]([0-5][0-9])")
_MINUTES = re.compile(r"([0-9]{1,3}) ?(?:min|mins|minutes|minuten)?\.?")
MOST_SESSIONS = 60


def _weekdays() -> Leaf[tuple[int, ...]]:
    def read(text: str, _notes: Notes) -> tuple[int, ...] | Unreadable:
        return parsing.read_weekdays(text)

    return Leaf(read, "days such as `monday-friday` or `tuesday, thursday`")


def _time() -> Leaf[int]:
    def read(text: str, _notes: Notes) -> int | Unreadable:
        found = _TIME.fullmatch(text)
        if found is None:
            return Unreadable(message=f'"{shown(text)}" is not a time.', fix='Write it with quotes, such as "18:30".')
        return int(found[1]) * 60 + int(found[2])

    return Leaf(read, 'a time such as `"18:30"`')


def _minutes() -> Leaf[int]:
    def read(text: str, _notes: Notes) -> int | Unreadable:
        found = _MINUTES.fullmatch(text)
        if found is None or not 1 <= int(found[1]) <= 240:
            return Unreadable(message=f'"{shown(text)}" is not a number of minutes.', fix="Write 4, or 4 min.")
        return int(found[1])

    return Leaf(read, "minutes, such as `4`")


SESSION = Record(
    "Session",
    Session,
    Key("name", line(longest=60), "What it is called.", required=True, example="Lunch lift", spoken=True),
    Key("days", _weekdays(), "On which days.", required=True, example="monday-friday", to="weekdays", aka=("day", "on")),
    Key("at", _time(), "When it begins.", required=True, example='"12:15"', to="minute", aka=("time", "starts")),
    Key("takes", line(longest=40), "How long it takes.", example="45 min", aka=("duration",), spoken=True),
    Key("with", line(longest=60), "Who leads it.", to="who", aka=("coach", "by"), spoken=True),
    words="Something that begins at one time on some days of every week, such as a class.",
)
TIMETABLE = ListOf(SESSION)

RULES = ListOf(words("a rule in one sentence", longest=200))

WAY = Record(
    "Way here",
    Way,
    Key(
        "from", line(longest=60), "Where people come from.", required=True, example="Sampleton station", to="start", spoken=True
    ),
    Key("minutes", _minutes(), "How many minutes it takes.", required=True, example="4", aka=("takes",)),
    Key("by", line(longest=30), "By what.", example="on foot", spoken=True),
    words="How long it takes to come from somewhere people know.",
)
WAYS = ListOf(WAY)
