"""`weblocal check`: a table that says what matters, and JSON that says everything, whatever state the files are in."""

import json
import pathlib

import pytest

from tests.cli.stranger import weblocal

PROFILE = """\
profile: 1
name: Müller
trade: plumber
website: https://mueller.example
phone: 0731 123456
email: post@mueller.example
address: {town: Ulm, country: DE}
hours: {monday-friday: "09:00-17:00"}
"""


@pytest.fixture
def plumber(tmp_path: pathlib.Path) -> pathlib.Path:
    """A plumber in Ulm of few lines."""
    (tmp_path / "business.yaml").write_text(PROFILE, encoding="utf-8")
    return tmp_path


def told(folder: pathlib.Path) -> list[dict[str, str]]:
    return list(json.loads(weblocal("check", "--format", "json", at=folder).out))


def test_starter_texts_stand_together_under_one_cure_and_singly_for_a_program(plumber: pathlib.Path) -> None:
    starters = [finding for finding in told(plumber) if finding["rule"] == "starter-text"]
    assert len(starters) > 10
    table = weblocal("check", at=plumber).out
    assert f"{len(starters)} texts are the trade pack's words and not yours yet: " in " ".join(table.split())
    assert all(f"{finding['page']}: “" in table for finding in starters)
    assert table.count("weblocal approve") == 1
    assert "posts to this site's own address" in " ".join(table.split())


def test_each_starter_text_is_named_where_only_few_are_left(plumber: pathlib.Path) -> None:
    starters = [finding["page"] for finding in told(plumber) if finding["rule"] == "starter-text"]
    assert weblocal("approve", *starters[2:], "--yes", at=plumber).code == 0
    table = weblocal("check", at=plumber).out
    assert all(f"weblocal approve {key}." in " ".join(table.split()) for key in starters[:2])


def test_a_profile_that_cannot_be_read_is_json_as_well(plumber: pathlib.Path) -> None:
    (plumber / "business.yaml").write_text(PROFILE.replace("09:00-17:00", "9 to 5"), encoding="utf-8")
    ran = weblocal("check", "--format", "json", at=plumber)
    (finding,) = json.loads(ran.out)
    assert ran.code == 1
    assert (finding["severity"], finding["file"], finding["line"], finding["page"]) == (
        "error",
        "business.yaml",
        8,
        "hours.monday-friday",
    )
    assert finding["fix"] == "Write 09:00-17:00."


def test_a_site_whose_pack_speaks_another_language_is_told_to_look_at_it(plumber: pathlib.Path) -> None:
    (finding,) = [finding for finding in told(plumber) if "of the trade pack in English" in finding["message"]]
    assert finding["severity"] == "warning"
    assert "this site speaks de" in finding["message"]


@pytest.mark.parametrize("words", [("set", "shop", "hours.friday", "closed"), ("approve", "shop", "lead")])
def test_a_folder_in_the_first_place_is_answered_with_the_command_that_was_meant(
    words: tuple[str, ...], plumber: pathlib.Path
) -> None:
    shop = plumber / "shop"
    shop.mkdir()
    (plumber / "business.yaml").rename(shop / "business.yaml")
    ran = weblocal(*words, at=plumber)
    assert ran.code == 2
    assert f"weblocal {words[0]} {' '.join(words[2:])} shop" in ran.err
