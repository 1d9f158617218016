"""Visits, mails and the report on one ledger, by typed commands alone."""

import pathlib
import re
import zoneinfo

import pytest

from tests.cli.stranger import replace, weblocal
from weblocal import clock
from weblocal.flows import receive
from weblocal.flows.workspace import open_workspace
from weblocal.model.leads import Post
from weblocal.model.settings import Settings

TILL = """Date;Time;Customer;Phone;Total
2025-11-02;09:10;Ada Sample;01632 960101;48,50
2025-11-03;11:00;Ben Muster;01632 960102;twelve
31.31.2025;11:00;Cara Exempel;01632 960103;20
2025-11-04;12:30;Dev Voorbeeld;01632 960104;95
"""


@pytest.fixture
def till(tmp_path: pathlib.Path) -> pathlib.Path:
    path = tmp_path / "till.csv"
    path.write_text(TILL, encoding="utf-8")
    return path


def test_an_import_takes_the_good_rows_and_names_the_lines_of_the_others(sample: pathlib.Path, till: pathlib.Path) -> None:
    ran = weblocal("visits", "import", till, at=sample)
    assert ran.code == 1
    assert "2 visits added" in ran.out
    assert "2 lines were left out" in ran.out
    assert [line.split()[0] for line in ran.err.splitlines()] == ["till.csv:3", "till.csv:4"]
    assert "twelve" in ran.err


def test_the_same_file_again_changes_nothing_and_a_mended_one_adds_the_rest(sample: pathlib.Path, till: pathlib.Path) -> None:
    weblocal("visits", "import", till, at=sample)
    again = weblocal("visits", "import", till, at=sample)
    assert "0 visits added, 2 were there already" in again.out
    till.write_text(TILL.replace("twelve", "12").replace("31.31.2025", "2025-11-03"), encoding="utf-8")
    mended = weblocal("visits", "import", till, at=sample)
    assert mended.code == 0
    assert "2 visits added, 2 were there already" in mended.out
    last = weblocal("visits", "import", till, at=sample)
    assert "0 visits added, 4 were there already" in last.out


def test_an_import_mails_nobody(sample: pathlib.Path, tmp_path: pathlib.Path) -> None:
    path = tmp_path / "till.csv"
    path.write_text("date,name,email,consent\n2025-11-02,Ada Sample,ada@sample.example,yes\n", encoding="utf-8")
    assert weblocal("visits", "import", path, at=sample).code == 0
    ran = weblocal("nurture", "run", at=sample)
    assert (ran.code, ran.out.splitlines()[0]) == (0, "Nothing was due.")
    assert not list((sample / ".weblocal").glob("outbox/*.eml"))
    why = weblocal("nurture", "why", "ada@sample.example", at=sample)
    assert all("did not begin" in line for line in why.out.splitlines())


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02", b"just words\nand more words\n"])
def test_a_file_that_is_no_table_is_refused_by_name(content: bytes, sample: pathlib.Path, tmp_path: pathlib.Path) -> None:
    path = tmp_path / "odd.csv"
    path.write_bytes(content)
    ran = weblocal("visits", "import", path, at=sample)
    assert (ran.code, ran.out) == (1, "")
    assert "odd.csv" in ran.err


def test_the_figures_of_the_report_are_the_rows_behind_them(sample: pathlib.Path) -> None:
    for day in ("02", "03", "04"):
        person = ("--name", "Ada Sample", "--phone", "01632 960101") if day != "04" else ()
        added = weblocal("visits", "add", *person, "--on", f"2025-11-{day}", "--worth", "50", at=sample)
        assert (added.code, added.out.splitlines()[0]) == (0, "Logged.")
    for figure, count in (("leads", 0), ("came", 0), ("visits", 3), ("first-times", 1), ("returns", 1)):
        ran = weblocal("report", "--month", "2025-11", "--explain", figure, at=sample)
        assert ran.code == 0
        rows = [line for line in ran.out.splitlines() if line.startswith("  ") and "no rows" not in line]
        assert ran.out.split()[0] == str(count) == str(len(rows)), ran.out
        assert "Ada" not in ran.out
    ran = weblocal("report", "--month", "2025-11", at=sample)
    assert ran.code == 0
    buckets = {line[:15].strip(): line[15:].split(",")[0].strip() for line in ran.out.splitlines() if line.startswith("  ")}
    assert sum(int(buckets[name]) for name in ("Matched", "They said so", "Unknown")) == 3
    assert (sample / ".weblocal" / "reports" / "2025-11.html").is_file()


def test_a_month_without_rows_is_an_honest_report(sample: pathlib.Path) -> None:
    ran = weblocal("report", "--month", "2020-02", "--to", "page.html", at=sample)
    assert ran.code == 0
    assert "0 people asked. 0 came." in ran.out
    assert (sample / "page.html").is_file()


def test_a_stop_by_telephone_stops_and_a_slip_in_the_kind_of_mail_is_not_taken_for_done(sample: pathlib.Path) -> None:
    weblocal("visits", "add", "--name", "Ada Sample", "--email", "ada@sample.example", at=sample)
    slip = weblocal("contacts", "unsubscribe", "ada@sample.example", "--stream", "ofers", at=sample)
    assert (slip.code, slip.out) == (2, "")
    assert "There is no kind of mail called ofers. There are: " in slip.err
    done = weblocal("contacts", "unsubscribe", "ada@sample.example", at=sample)
    assert done.code == 0
    assert done.out.startswith("Stopped the mails to Ada Sample.")
    again = weblocal("contacts", "unsubscribe", "Ada", at=sample)
    assert again.code == 0
    nobody = weblocal("contacts", "unsubscribe", "zoe@sample.example", at=sample)
    assert (nobody.code, nobody.out) == (1, "")
    assert "zoe" not in nobody.err


def test_two_people_who_fit_are_never_guessed_between(sample: pathlib.Path) -> None:
    for number in ("1", "2"):
        weblocal("visits", "add", "--name", f"Ada Sample{number}", "--phone", f"01632 96010{number}", at=sample)
    for words in (("contacts", "unsubscribe", "Ada"), ("nurture", "why", "Ada")):
        ran = weblocal(*words, at=sample)
        assert (ran.code, ran.out) == (1, "")
        assert "2 people fit." in ran.err


def test_a_rehearsal_shows_the_mails_and_keeps_nothing(sample: pathlib.Path) -> None:
    ran = weblocal("nurture", "simulate", at=sample)
    assert ran.code == 0
    mails = [line for line in ran.out.splitlines() if "  mail  " in line]
    came = weblocal("nurture", "simulate", "--visit", "1", at=sample)
    course = [line for line in came.out.splitlines() if "  mail  " in line]
    assert len(mails) >= 3
    assert {line.split("  mail  ")[1] for line in mails} != {line.split("  mail  ")[1] for line in course}
    silent = weblocal("nurture", "simulate", "--no-consent", at=sample)
    assert len([line for line in silent.out.splitlines() if "  mail  " in line]) < len(mails)
    assert not list((sample / ".weblocal").glob("outbox/*.eml"))
    wrong = weblocal("nurture", "simulate", "--form", "nope", at=sample)
    assert wrong.code == 1
    assert "The profile has: " in wrong.err


def test_what_falls_due_next_is_said_on_the_clock_of_the_business(sample: pathlib.Path) -> None:
    replace(sample / "business.yaml", "zone: Europe/London", "zone: Asia/Tokyo")
    with open_workspace(sample, settings=Settings()) as workspace:
        asked_at = clock.now()
        wording = workspace.business.forms[0].consents[0]
        told = {"name": "Ada Sample", "phone": "01632 960101", "email": "ada@sample.example", "service": "Leak"}
        ticked = {f"consent_{wording.stream}": "on", f"consent_{wording.stream}_version": wording.version}
        post = Post(form_id=workspace.business.forms[0].id, pairs=tuple((told | ticked).items()), received_at=asked_at)
        assert receive.receive(workspace, post, now=asked_at).lead_id
    ran = weblocal("nurture", "run", at=sample)
    said = re.search(r"The next thing falls due on (\w+day) (\d+) \w+ at (\d+):(\d\d)\.", ran.out)
    assert said, ran.out
    with open_workspace(sample, settings=Settings()) as workspace:
        (way,) = workspace.ledger.read(lambda reading: reading.enrolments_of(reading.contacts_like("Ada", 1)[0].id))
    due_at = way.due_at.astimezone(zoneinfo.ZoneInfo("Asia/Tokyo"))
    assert said.groups() == (f"{due_at:%A}", str(due_at.day), str(due_at.hour), f"{due_at:%M}")
