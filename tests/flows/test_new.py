"""The first business.yaml says what was answered, whatever was answered."""

import dataclasses
import pathlib
import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from weblocal.disk import bundled
from weblocal.errors import ProfileInvalid
from weblocal.flows import new
from weblocal.reading import document, nodes

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
