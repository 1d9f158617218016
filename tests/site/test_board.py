"""The board of the first screen and its number: nothing on it is invented."""

import dataclasses

import pytest

from tests import factories
from weblocal.model.business import Business
from weblocal.model.problems import Severity
from weblocal.model.timetable import Session
from weblocal.model.words import Fact
from weblocal.site import board, week
from weblocal.site.tongue import Tongue

ENGINE = Session(name="Engine", weekdays=(0, 1, 2, 3, 4), minute=390, takes="45 min", who="Ana")
TEAM = Session(name="Team", weekdays=(5, 6), minute=570)


def a_gym(tagline: str = "Come in.") -> Business:
    return dataclasses.replace(factories.a_business(), timetable=(TEAM, ENGINE), tagline=tagline)


def test_sessions_stand_by_time_of_day_with_the_days_they_are_on() -> None:
    gym = a_gym()
    made = board.board(gym, Tongue(gym))
    assert made is not None
    assert [row.name for row in made.rows] == ["Engine", "Team"]
    assert made.rows[0].days == (True,) * 5 + (False,) * 2
    assert (made.rows[0].takes, made.rows[0].words) == ("45 min", "Ana")
    assert made.is_week


def test_without_a_timetable_the_board_shows_the_hours() -> None:
    shop = dataclasses.replace(factories.a_business(), timetable=())
    made = board.board(shop, Tongue(shop))
    assert made is None or made.rows[0].minute >= 0


def test_the_number_counts_the_timetable() -> None:
    gym = a_gym()
    number = board.numeral(gym, Tongue(gym), year=2026)
    assert number is not None
    assert (number.number, number.words) == ("7", "classes a week")


def test_without_a_timetable_the_number_is_one_the_owner_says_first() -> None:
    shop = dataclasses.replace(
        factories.a_business(), timetable=(), tagline="Bread.", facts=(Fact(headline="14 loaves", detail="a day"),)
    )
    number = board.numeral(shop, Tongue(shop), year=2026)
    assert number is not None
    assert (number.number, number.words) == ("14", "loaves a day")


@pytest.mark.parametrize("said", ["28 classes a week. No contract.", "8 sessions per week"])
def test_a_number_that_the_timetable_contradicts_stops_the_build(said: str) -> None:
    found = list(board.contradictions(a_gym(tagline=said)))
    assert [(each.page, each.severity) for each in found] == [("tagline", Severity.ERROR)]
    assert "7" in found[0].fix


def test_the_true_number_is_no_contradiction() -> None:
    assert not list(board.contradictions(a_gym(tagline="7 classes a week.")))


def test_the_week_shows_only_days_on_which_something_is() -> None:
    gym = dataclasses.replace(a_gym(), timetable=(TEAM,))
    section = week.timetable(gym, Tongue(gym))
    assert section is not None
    assert [group.day for group in section.groups] == [5, 6]
