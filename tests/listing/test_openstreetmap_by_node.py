"""The map's opening hours read by the program most of its applications use, in one run over many kinds of weeks."""

import datetime as dt
import json
import os
import pathlib
import random
import shutil
import subprocess

import pytest

from tests.factories import ALWAYS, WEEKDAYS
from tests.listing.profiles import SPLIT_WEEK, TODAY
from tests.listing.test_openstreetmap import is_open
from weblocal.listing import openstreetmap
from weblocal.model.hours import Hours, Span, SpecialDay

HERE = pathlib.Path(__file__).parent
MODULES = pathlib.Path(os.environ.get("WEBLOCAL_NODE_MODULES", HERE.parents[1] / "node_modules"))
FIRST_ON = TODAY + dt.timedelta(days=1)
DAYS = 14


def a_day(chance: random.Random) -> tuple[Span, ...]:
    """Shut, or one span that may run into the next morning."""
    if chance.random() < 0.4:
        return ()
    opens = chance.randrange(47)
    return (Span(opens * 30, 30 * chance.randrange(opens + 1, min(opens + 48, 60) + 1)),)


def many_hours() -> list[Hours]:
    """Weeks with special days, the same in every run: a test that fails must fail again."""
    chance = random.Random(20261122)
    found = [WEEKDAYS, ALWAYS, SPLIT_WEEK]
    while len(found) < 120:
        usual = a_day(chance)
        week = tuple(usual if chance.random() < 0.5 else a_day(chance) for _ in range(7))
        dates = [FIRST_ON + dt.timedelta(days=chance.randrange(12)) for _ in range(chance.randrange(4))]
        special = tuple(SpecialDay(first_on=on, last_on=on, spans=a_day(chance)) for on in dates)
        if any(week):
            found.append(Hours(week=week, special=special, zone="UTC"))
    return found


def test_the_maps_own_reader_opens_and_shuts_at_the_same_half_hours() -> None:
    node = shutil.which("node")
    if not node or not (MODULES / "opening_hours").is_dir():
        pytest.skip("opening_hours.js is not installed (npm ci)")
    cases = many_hours()
    tags = [openstreetmap.opening_hours(hours, since=TODAY) for hours in cases]
    since = (FIRST_ON.year, FIRST_ON.month, FIRST_ON.day)
    asked = "\n".join(json.dumps({"hours": tag, "since": since, "days": DAYS}) for tag in tags)
    ran = subprocess.run(
        [node, HERE / "hours_read_by_node.mjs", MODULES],
        input=asked,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
        env={"PATH": os.environ["PATH"], "TZ": "UTC"},
    )
    answers = [json.loads(line) for line in ran.stdout.splitlines()]
    assert len(answers) == len(cases)
    for hours, tag, open_then in zip(cases, tags, answers, strict=True):
        for half, is_so in enumerate(open_then):
            at = dt.datetime.combine(FIRST_ON, dt.time()) + dt.timedelta(minutes=30 * half)
            assert bool(is_so) == is_open(hours, at), f"{tag} at {at:%a %Y-%m-%d %H:%M}"
