"""`weblocal approve`, as an owner meets it."""

import pathlib

import pytest

from tests.cli.stranger import weblocal
from tests.profile.trades import ten_lines
from weblocal.flows import approve
from weblocal.flows.workspace import open_workspace


@pytest.fixture
def shop(tmp_path: pathlib.Path) -> pathlib.Path:
    folder = tmp_path / "shop"
    folder.mkdir()
    (folder / "business.yaml").write_text(ten_lines("electrician"), encoding="utf-8")
    return folder


def starters(folder: pathlib.Path) -> list[str]:
    """The keys of the starter texts that wait."""
    with open_workspace(folder) as workspace:
        return [text.key for text in approve.waiting(workspace)]


def test_check_tells_each_starter_text_and_the_site_is_built_all_the_same(shop: pathlib.Path) -> None:
    checked = weblocal("check", at=shop)
    assert checked.code == 0
    said = " ".join((checked.out + checked.err).split())
    assert "services.faults: “Finding faults: A circuit that drops out" in said
    assert "weblocal approve" in said
    assert weblocal("build", at=shop).code == 0


def test_a_text_is_shown_before_it_is_approved(shop: pathlib.Path) -> None:
    ran = weblocal("approve", "services.faults", at=shop, typed="y\n")
    assert ran.code == 0
    assert "summary: A circuit that drops out" in ran.out
    assert "Is this true of Bright & Sons" in ran.err
    assert ran.out.index("A circuit that drops out") < ran.out.index("Approved 1 of 1")
    assert "services.faults" not in starters(shop)


def test_no_leaves_it_and_says_where_to_write(shop: pathlib.Path) -> None:
    ran = weblocal("approve", "services.faults", "lead", at=shop, typed="n\ny\n")
    assert "Write your own under lead." in ran.err
    assert "Approved 1 of 2." in ran.out
    assert "lead" in starters(shop)
    assert "services.faults" not in starters(shop)


def test_whoever_stops_in_the_middle_loses_nothing(shop: pathlib.Path) -> None:
    before = starters(shop)
    ran = weblocal("approve", at=shop, typed="y\nq\n")
    assert ran.code == 0
    assert starters(shop) == before[1:]


def test_a_key_stands_for_all_below_it_and_the_folder_comes_last(shop: pathlib.Path) -> None:
    ran = weblocal("approve", "services", "faq", "--yes", f"{shop}/", at=shop.parent)
    assert ran.code == 0, ran.err
    assert not [key for key in starters(shop) if key.startswith(("services", "faq"))]


def test_a_folder_named_like_a_key_is_no_folder_of_a_business(shop: pathlib.Path) -> None:
    (shop / "services").mkdir()
    assert "Approved 5 of 5." in weblocal("approve", "services", "--yes", at=shop).out


def test_a_script_approves_all_at_once_and_again_without_harm(shop: pathlib.Path) -> None:
    first = weblocal("approve", "--all", "--yes", at=shop)
    assert first.code == 0
    assert "# Ten minutes at the fuse box" in first.out
    assert starters(shop) == []
    kept = (shop / "approved.yaml").read_bytes()
    again = weblocal("approve", "--all", "--yes", at=shop)
    assert "Nothing waits for approval." in again.out
    assert (shop / "approved.yaml").read_bytes() == kept


def test_a_no_to_all_approves_none(shop: pathlib.Path) -> None:
    before = starters(shop)
    assert "Approved 0 of" in weblocal("approve", "--all", at=shop, typed="n\n").out
    assert starters(shop) == before


def test_nobody_at_the_keyboard_approves_nothing(shop: pathlib.Path) -> None:
    before = starters(shop)
    assert weblocal("approve", at=shop, typed="").code != 70
    assert starters(shop) == before
    assert not (shop / "approved.yaml").exists()


def test_yes_without_saying_to_what_is_refused(shop: pathlib.Path) -> None:
    ran = weblocal("approve", "--yes", at=shop)
    assert ran.code == 2
    assert "--all" in ran.err


def test_a_slip_in_a_key_is_answered_with_the_one_that_was_meant(shop: pathlib.Path) -> None:
    ran = weblocal("approve", "servces.faults", at=shop)
    assert ran.code == 1
    assert "Did you mean services.faults?" in ran.err


def test_cautions_of_the_trade_are_read_first(shop: pathlib.Path) -> None:
    (shop / "business.yaml").write_text(ten_lines("solicitor"), encoding="utf-8")
    ran = weblocal("approve", "lead", at=shop, typed="y\n")
    assert "Mind: Many bars forbid promises of success" in ran.err


def test_the_site_is_the_same_before_and_after(shop: pathlib.Path) -> None:
    weblocal("build", at=shop)
    weblocal("approve", "--all", "--yes", at=shop)
    assert "nothing changed" in weblocal("build", at=shop).out


def test_a_business_with_words_of_its_own_has_nothing_to_approve(sample: pathlib.Path) -> None:
    assert "Nothing waits for approval." in weblocal("approve", at=sample).out


def test_publishing_says_how_many_texts_nobody_has_approved(shop: pathlib.Path) -> None:
    count = len(starters(shop))
    assert f"{count} starter texts are on it" in weblocal("publish", "--to", "../www", at=shop).err
    weblocal("approve", "--all", "--yes", at=shop)
    assert "starter" not in weblocal("publish", "--to", "../www", at=shop).err
