import datetime as dt
import pathlib

import pytest

from tests.factories import NOW, a_workspace, later
from weblocal.errors import NotFound
from weblocal.flows import simulate
from weblocal.flows.simulate import CalendarKind, CalendarLine, Imagined


def play(folder: pathlib.Path, *, days: float = 40, **imagined: object) -> tuple[CalendarLine, ...]:
    with a_workspace(folder) as workspace:
        person = Imagined(form_id="quote", lead_at=NOW, **imagined)
        return simulate.simulate(workspace, person, until=later(days=days))


def of(lines: tuple[CalendarLine, ...], kind: CalendarKind) -> list[CalendarLine]:
    return [line for line in lines if line.kind is kind]


def test_a_lead_gets_its_mails_each_with_the_rule_that_caused_it(tmp_path: pathlib.Path) -> None:
    mails = of(play(tmp_path), CalendarKind.MAIL)
    assert [line.because for line in mails] == [
        "Come and see us: at once after the lead",
        "Come and see us: 2 days after “Hello”, in the hours for mails",
        "Come and see us: 5 days after “Hello”, in the hours for mails",
    ]
    assert [line.local.date() for line in mails] == [dt.date(2026, 11, 10), dt.date(2026, 11, 12), dt.date(2026, 11, 17)]


def test_a_visit_stops_the_mails_and_starts_the_thanks(tmp_path: pathlib.Path) -> None:
    lines = play(tmp_path, visits_at=(later(days=1),))
    assert [line.because.split(":")[0] for line in of(lines, CalendarKind.MAIL)] == [
        "Come and see us",
        "Thank you",
        "Thank you",
    ]
    assert [line.words for line in of(lines, CalendarKind.BEGINS)] == ["Come and see us", "Thank you"]
    assert of(lines, CalendarKind.ENDS)[0].because == "they came"
    unsent = [line.words for line in of(lines, CalendarKind.NOT_SENT)]
    assert len(unsent) == 2
    assert all(words.endswith("was not sent: they came.") for words in unsent)
    (task,) = of(lines, CalendarKind.STAFF)
    assert (task.words, task.because) == (
        "Ring them about the next service.",
        "whoever is at the counter sees it at the desk",
    )
    assert of(lines, CalendarKind.ENDS)[1].because == "every step of it was taken"


def test_somebody_who_agrees_to_nothing_gets_nothing_and_the_calendar_says_why(tmp_path: pathlib.Path) -> None:
    lines = play(tmp_path, agrees=False)
    assert of(lines, CalendarKind.MAIL) == []
    assert of(lines, CalendarKind.NOT_SENT)[0].words == "“Come and see us” did not begin: they never agreed to “offers”."


def test_an_unsubscribe_ends_it(tmp_path: pathlib.Path) -> None:
    lines = play(tmp_path, unsubscribes_at=later(days=1))
    assert len(of(lines, CalendarKind.MAIL)) == 1
    assert of(lines, CalendarKind.ENDS)[0].because == "they asked us to stop"


def test_two_rehearsals_of_one_person_fall_on_the_same_days(tmp_path: pathlib.Path) -> None:
    first, again = (play(tmp_path, visits_at=(later(days=3),)) for _ in range(2))
    assert [(line.local.date(), line.kind, line.because) for line in first] == [
        (line.local.date(), line.kind, line.because) for line in again
    ]


def test_the_calendar_ends_where_it_was_asked_to(tmp_path: pathlib.Path) -> None:
    assert all(line.at <= later(days=3) for line in play(tmp_path, days=3))


def test_nothing_is_kept_and_nothing_is_laid_into_the_outbox(tmp_path: pathlib.Path) -> None:
    play(tmp_path)
    assert list(tmp_path.rglob("*.eml")) == []
    assert list(tmp_path.rglob("ledger*")) == []


def test_a_form_that_is_not_there_is_named_with_those_that_are(tmp_path: pathlib.Path) -> None:
    with a_workspace(tmp_path) as workspace, pytest.raises(NotFound) as missing:
        simulate.simulate(workspace, Imagined(form_id="nothing", lead_at=NOW), until=later(days=1))
    assert missing.value.fix == "The profile has: quote."
