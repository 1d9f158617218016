"""`weblocal new --from FILE`: a business that was listed before begins with what the listing says."""

import pathlib

import pytest
import yaml

from tests.cli.stranger import weblocal
from weblocal.reading import tables

HEADINGS = (
    *("Google updates", "Status", "Store code", "Business name", "Address line 1", "Locality", "Administrative area"),
    *("Country / Region", "Postal code", "Primary phone", "Website", "Primary category", "Sunday hours", "Monday hours"),
    *("Tuesday hours", "Wednesday hours", "Thursday hours", "Friday hours", "Saturday hours", "Special hours"),
)
ROW = (
    *("", "Published", "x1", "Salon: Ada", "3 High Street", "Milton", "Kent", "GB", "CT1 2AB", "01632 960123"),
    *("https://salon-ada.example/", "Hair salon", "x", "x", *["09:00-18:00"] * 4, "09:00-14:00", "2099-12-25: x"),
)


@pytest.fixture
def export(tmp_path: pathlib.Path) -> pathlib.Path:
    path = tmp_path / "export.csv"
    path.write_bytes(tables.written(tables.Table(rows=(HEADINGS, ROW), encoding="utf-8-sig")))
    return path


def profile(folder: pathlib.Path) -> dict[str, dict[str, str]]:
    held: dict[str, dict[str, str]] = yaml.load((folder / "business.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)
    return held


def test_googles_export_becomes_a_profile_with_hours_and_a_site(export: pathlib.Path, tmp_path: pathlib.Path) -> None:
    ran = weblocal("new", "ada", "--from", export, "--email", "hello@salon-ada.example", "--no-input", at=tmp_path)
    assert ran.code == 0, ran.err
    held = profile(tmp_path / "ada")
    assert held["name"] == "Salon: Ada"
    assert held["trade"] == "salon"
    assert held["address"]["region"] == "Kent"
    assert held["hours"] == {
        "monday": "closed",
        "tuesday-friday": "09:00-18:00",
        "saturday": "09:00-14:00",
        "sunday": "closed",
        "2099-12-25": "closed",
    }
    assert (tmp_path / "ada" / "public" / "index.html").is_file()


def test_a_flag_wins_over_the_file(export: pathlib.Path, tmp_path: pathlib.Path) -> None:
    words = ("--email", "hello@salon-ada.example", "--name", "Ada & Co", "--trade", "plumber", "--no-input")
    assert weblocal("new", "ada", "--from", export, *words, at=tmp_path).code == 0
    assert profile(tmp_path / "ada")["name"] == "Ada & Co"
    assert profile(tmp_path / "ada")["trade"] == "plumber"


def test_only_what_the_file_does_not_say_is_asked(export: pathlib.Path, tmp_path: pathlib.Path) -> None:
    ran = weblocal("new", "ada", "--from", export, at=tmp_path, typed="hello@salon-ada.example\n\n\n")
    assert ran.code == 0, ran.err
    assert "Where do mails" in ran.err
    assert "What is the business called" not in ran.err


def test_our_own_card_moves_in_again(sample: pathlib.Path, tmp_path: pathlib.Path) -> None:
    weblocal("build", at=sample)
    ran = weblocal(
        "new", "again", "--from", sample / "public" / "business.vcf", "--trade", "plumber", "--no-input", at=tmp_path
    )
    assert ran.code == 0, ran.err
    held = profile(tmp_path / "again")
    assert (held["name"], held["phone"]) == ("Kettley Plumbing", "01632 960417")
    assert "Not taken over: the note" in ran.err


@pytest.mark.parametrize(
    "content", ["", "a,b\n1,2\n", "BEGIN:VCARD\nVERSION:2.1\nEND:VCARD\n", "PK\x03\x04", "Store code,Business name,City\n"]
)
def test_another_file_is_refused_and_nothing_is_begun(content: str, tmp_path: pathlib.Path) -> None:
    (tmp_path / "f").write_text(content, encoding="utf-8")
    assert weblocal("new", "ada", "--from", "f", "--no-input", at=tmp_path).code == 1
    assert not (tmp_path / "ada").exists()


def test_a_hostile_export_cannot_write_yaml_of_its_own(tmp_path: pathlib.Path) -> None:
    row = list(ROW)
    row[3] = 'Ada"\nhost: {kind: git_branch}\n#'
    row[4] = "3 High St\x1b[31m: {a: b}"
    path = tmp_path / "export.csv"
    path.write_bytes(tables.written(tables.Table(rows=(HEADINGS, tuple(row)))))
    ran = weblocal("new", "ada", "--from", path, "--email", "a@ada.example", "--no-input", at=tmp_path)
    assert ran.code == 0, ran.err
    assert "host" not in profile(tmp_path / "ada")
    assert profile(tmp_path / "ada")["name"] == 'Ada" host: {kind: git_branch} #'
