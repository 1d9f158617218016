"""The first business.yaml says what was answered, whatever was answered."""

import dataclasses
import datetime as dt
import pathlib
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from weblocal.disk import bundled
from weblocal.errors import ProfileInvalid
from weblocal.flows import new
from weblocal.flows.workspace import open_workspace
from weblocal.reading import characters, document, nodes

ANSWERS = new.Answers(
    name="Salon Ada",
    trade="salon",
    website="https://salon.example",
    phone="01632 960123",
    email="hello@salon.example",
    street="",
    town="Milton",
    postcode="",
    country="GB",
    colour="#8a3b5c",
)


def kept(value: str) -> str:
    value = characters.FORBIDDEN.sub(lambda found: " " if found.group().isspace() else "", value)
    letters = (letter for letter in value if letter.isspace() or unicodedata.category(letter) not in {"Cc", "Cs", "Cn"})
    return " ".join("".join(letters).split())


@settings(max_examples=300, deadline=None)
@given(name=st.text(max_size=60), colour=st.text(max_size=20), town=st.text(min_size=1, max_size=20))
def test_any_answer_is_read_back_as_it_was_given_or_refused_by_its_line(name: str, colour: str, town: str) -> None:
    text = new.profile_text(dataclasses.replace(ANSWERS, name=name, colour=colour, town=town))
    read: object = None
    try:
        read = nodes.plain(document.read_document(text, file="business.yaml"))
    except ProfileInvalid as wrong:
        refused = {problem.place.line for problem in wrong.problems}
    else:
        refused = set()
    if refused:
        assert 0 not in refused
        return
    assert isinstance(read, dict)
    assert read["name"] == kept(name)
    assert read["brand"] == {"colour": kept(colour)}
    assert read["address"] == {"town": kept(town), "country": "GB"}
    assert set(read) == {"profile", "name", "trade", "website", "phone", "email", "address", "brand"}


def test_the_trades_that_can_be_chosen_are_the_packs_that_came_along() -> None:
    assert set(new.known_trades()) == {path.stem for path in bundled.trades_folder().glob("*.yaml")}
    assert {"plumber", "cafe", "salon"} <= set(new.known_trades())


def test_a_file_name_in_the_profile_is_made_once(tmp_path: pathlib.Path) -> None:
    written = new.begin(tmp_path / "shop", ANSWERS)
    assert written.read_text(encoding="utf-8") == new.profile_text(ANSWERS)
    assert [path.name for path in (tmp_path / "shop").iterdir()] == ["business.yaml"]


def problems(**other: str) -> list[tuple[str, str]]:
    found = new.problems_of(dataclasses.replace(ANSWERS, **other), today=dt.date(2026, 11, 1))
    return [(flag, problem.message) for flag, problem in found]


@pytest.mark.parametrize("trade", [*new.known_trades(), "hairdresser", "Coffee shop", "heating"])
def test_an_answer_that_will_do_has_no_problem(trade: str) -> None:
    assert problems(trade=trade, hours="mon-fri 8:00-17:00") == []


def test_every_answer_that_will_not_do_is_named() -> None:
    wrong = {
        "trade": "plumbr",
        "phone": "ring me",
        "email": "hello",
        "website": "salon",
        "country": "UK",
        "hours": "funday 08:00-17:00",
        "colour": "brown",
    }
    # while the country is wrong, a number is held against none; this one is no number anywhere
    assert {flag for flag, _ in problems(**wrong)} == set(wrong)


@pytest.mark.parametrize("hours", ["monday", "08:00-17:00", "whenever"])
def test_hours_without_days_or_times_are_refused_in_words(hours: str) -> None:
    assert problems(hours=hours) == [("hours", f'"{hours}" does not say on which days and from when to when.')]


def test_a_country_of_many_clocks_wants_the_zone() -> None:
    american = {"country": "US", "phone": "+1 202 555 0143"}
    assert new.needs_zone("us")
    assert not new.needs_zone("GB")
    assert [flag for flag, _ in problems(**american)] == ["zone"]
    assert problems(**american, zone="America/New_York") == []


@pytest.mark.parametrize("trade", new.known_trades())
def test_the_examples_in_the_first_file_hold_in_every_trade_once_their_remark_signs_are_gone(
    trade: str, tmp_path: pathlib.Path
) -> None:
    text = new.profile_text(dataclasses.replace(ANSWERS, trade=trade))
    head, told, examples = text.partition("Good things to add next.")
    lines = examples.splitlines()
    assert told
    bare = "\n".join(line.removeprefix("# ") for line in lines[1:])
    (tmp_path / "business.yaml").write_text(head.replace("# hours:\n#", "hours:\n ") + "\n" + bare, encoding="utf-8")
    with open_workspace(tmp_path, today=dt.date(2026, 11, 1)) as workspace:
        assert len(workspace.business.services) == 2
        assert workspace.business.faq
    assert not any(word in examples.lower() for word in ("repair", "quote?", "hair", "boiler", "coffee"))


def test_the_first_file_names_no_file_that_is_not_beside_it() -> None:
    text = new.profile_text(ANSWERS)
    assert ".md" not in text
    assert "weblocal check --explain" in text
