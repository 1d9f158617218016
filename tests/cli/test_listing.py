"""`weblocal listing` and `weblocal set`, as an owner runs them."""

import csv
import io
import json
import pathlib

import openpyxl
import pytest

from tests.cli.stranger import replace, weblocal

DECIDED = "2027-05-03"


def rows_of(path: pathlib.Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))


def test_google_gets_its_file_and_the_owner_the_steps(sample: pathlib.Path) -> None:
    ran = weblocal("listing", "export", "google", at=sample)
    assert ran.code == 0, ran.err
    row = rows_of(sample / "listing" / "google.csv")[0]
    assert row["Business name"] == "Kettley Plumbing"
    assert "2026-12-25: x" in row["Special hours"]
    assert "https://business.google.com" in ran.out


def test_without_a_template_bing_is_reached_through_google(sample: pathlib.Path) -> None:
    ran = weblocal("listing", "export", "bing", at=sample)
    assert ran.code == 0
    assert not (sample / "listing").exists()
    assert "Import from Google" in ran.out


def test_a_workbook_of_the_platform_is_filled_beside_the_original(sample: pathlib.Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["Store Id", "Business Name", "Address Line 1", "City", "Postal", "Monday hours"])
    book.save(sample / "bing.xlsx")
    before = (sample / "bing.xlsx").read_bytes()
    ran = weblocal("listing", "export", "bing", "--template", "bing.xlsx", "--column", "Postal=postcode", at=sample)
    assert ran.code == 0, ran.err
    filled = openpyxl.load_workbook(sample / "listing" / "bing.xlsx").active
    cells = [cell.value for cell in filled[2]]
    assert cells[:5] == ["kettley-plumbing", "Kettley Plumbing", "3 Tannery Yard", "Kelderby", "KB4 7LN"]
    assert "How this sheet writes them is not known" in ran.err
    assert (sample / "bing.xlsx").read_bytes() == before


def test_a_template_is_never_overwritten(sample: pathlib.Path) -> None:
    (sample / "t.csv").write_text("Store code,Business name,Locality\n", encoding="utf-8")
    ran = weblocal("listing", "export", "google", "--template", "t.csv", "--to", "t.csv", at=sample)
    assert ran.code == 1
    assert (sample / "t.csv").read_text(encoding="utf-8") == "Store code,Business name,Locality\n"


@pytest.mark.parametrize(("platform", "words"), [("osm", "opening_hours=Mo-Fr 07:30-18:00;"), ("apple", "Display Name:")])
def test_what_is_pasted_is_shown_too(platform: str, words: str, sample: pathlib.Path) -> None:
    ran = weblocal("listing", "export", platform, at=sample)
    assert ran.code == 0, ran.err
    assert words in ran.out


@pytest.mark.parametrize("platform", ["google", "apple", "osm", "csv"])
def test_a_private_street_is_in_no_file_and_on_no_screen(platform: str, sample: pathlib.Path) -> None:
    replace(sample / "business.yaml", "  public: yes ", "  public: no  ")
    ran = weblocal("listing", "export", platform, at=sample)
    assert ran.code == 0, ran.err
    written = "".join(path.read_text(encoding="utf-8") for path in (sample / "listing").iterdir())
    for secret in ("Tannery", "KB4", "54.05"):
        assert secret not in ran.out + ran.err + written


def test_what_was_exported_is_in_step(sample: pathlib.Path) -> None:
    weblocal("listing", "export", "google", at=sample)
    ran = weblocal("listing", "drift", "listing/google.csv", "--format", "json", at=sample)
    assert json.loads(ran.out)["differences"] == []


def test_drift_says_what_differs_and_leaves_with_one(sample: pathlib.Path) -> None:
    weblocal("listing", "export", "google", at=sample)
    replace(sample / "listing" / "google.csv", "+44 1632 960417", "+44 1632 960418")
    ran = weblocal("listing", "drift", "listing/google.csv", at=sample)
    assert ran.code == 1
    assert "phone: the profile says 01632 960417; Google says +44 1632 960418." in ran.out
    found = json.loads(weblocal("listing", "drift", "listing/google.csv", "--format", "json", at=sample).out)
    assert [difference["field"] for difference in found["differences"]] == ["phone"]
    assert found["in_step"] is False


@pytest.mark.parametrize(
    "content", ["", "a,b\n1,2\n", "\x00", "Store code,Business name,Locality\nx,Other,There\ny,More,There\n"]
)
def test_another_file_is_refused_in_words(content: str, sample: pathlib.Path) -> None:
    (sample / "e.csv").write_text(content, encoding="utf-8")
    ran = weblocal("listing", "drift", "e.csv", at=sample)
    assert ran.code == 1
    assert "e.csv" in ran.err


def test_holidays_are_decided_by_flags_and_remarks_stay(sample: pathlib.Path) -> None:
    before = (sample / "business.yaml").read_text(encoding="utf-8")
    ran = weblocal("listing", "holidays", "--closed", DECIDED, "--as-usual", "2027-05-31", at=sample)
    assert ran.code == 0, ran.err
    after = (sample / "business.yaml").read_text(encoding="utf-8")
    came = [line for line in after.splitlines() if line not in before.splitlines()]
    assert came == ["  2027-05-03: closed  # May Day", "  2027-05-31: 07:30-18:00  # Spring Bank Holiday"]
    assert [line for line in after.splitlines() if line not in came] == before.splitlines()
    left = json.loads(weblocal("listing", "holidays", "--list", "--year", "2027", "--format", "json", at=sample).out)
    assert not {DECIDED, "2027-05-31"} & {each["date"] for each in left}


def test_holidays_are_asked_for_one_by_one(sample: pathlib.Path) -> None:
    waiting = json.loads(weblocal("listing", "holidays", "--list", "--year", "2027", "--format", "json", at=sample).out)
    answers = ["closed", "9 to 5", "09:00-12:00"] + [""] * len(waiting)
    ran = weblocal("listing", "holidays", "--year", "2027", at=sample, typed="\n".join(answers))
    assert ran.code == 0, ran.err
    text = (sample / "business.yaml").read_text(encoding="utf-8")
    assert f"  {waiting[0]['date']}: closed  # {waiting[0]['name']}\n" in text
    assert f"  {waiting[1]['date']}: 09:00-12:00" in text
    assert "no decision" in ran.err


@pytest.mark.parametrize(
    "words",
    [
        ("--closed", "2020-12-25"),
        ("--closed", "Christmas"),
        ("--closed", DECIDED, "--as-usual", DECIDED),
        ("--open", "2027-05-03 late"),
        ("--open", "tomorrow 09:00-10:00"),
    ],
)
def test_what_is_no_decision_changes_nothing(words: tuple[str, ...], sample: pathlib.Path) -> None:
    before = (sample / "business.yaml").read_bytes()
    assert weblocal("listing", "holidays", *words, at=sample).code == 2
    assert (sample / "business.yaml").read_bytes() == before


def test_set_changes_its_line_and_no_other(sample: pathlib.Path) -> None:
    before = (sample / "business.yaml").read_bytes()
    ran = weblocal("set", "hours.friday", "09:00-13:00", at=sample)
    assert ran.code == 0, ran.err
    after = (sample / "business.yaml").read_bytes()
    expected = before.replace(b"  monday-friday: 07:30-18:00\n", b"  monday-thursday: 07:30-18:00\n  friday: 09:00-13:00\n")
    assert after == expected
    assert weblocal("set", "hours.friday", "09:00-13:00", at=sample).out.startswith("It says so already")


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (("phone", "12"), "telephone number"),
        (("hours.friday", "9 to 5"), "not a time range"),
        (("hours.someday", "closed"), "is not a day"),
        (("tagelin", "x"), "Did you mean tagline?"),
        (("name", "--unset"), "This is missing."),
        (("services.leaks.prize", "3"), "There is no such key"),
    ],
)
def test_set_refuses_what_would_be_wrong_and_leaves_the_file(
    words: tuple[str, ...], problem: str, sample: pathlib.Path
) -> None:
    before = (sample / "business.yaml").read_bytes()
    ran = weblocal("set", *words, at=sample)
    assert ran.code == 1
    assert problem in ran.err
    assert "left as it was" in ran.err
    assert (sample / "business.yaml").read_bytes() == before


def test_set_works_in_another_folder_and_takes_words_away(sample: pathlib.Path, tmp_path: pathlib.Path) -> None:
    assert weblocal("set", "tagline", "We come: when we say.", sample, at=tmp_path).code == 0
    assert 'tagline: "We come: when we say."\n' in (sample / "business.yaml").read_text(encoding="utf-8")
    assert weblocal("set", "tagline", "--unset", sample, at=tmp_path).code == 0
    assert "\ntagline" not in (sample / "business.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("words", [("phone",), ("phone", ""), ("phone", "x", "--unset", ".")])
def test_set_without_a_value_asks_for_one(words: tuple[str, ...], sample: pathlib.Path) -> None:
    assert weblocal("set", *words, at=sample).code == 2
