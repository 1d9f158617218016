"""Special days say the same on the page, in the structured data, in the calendar, in Google's cell and in the map's tag.

Each of them is read back by a reader of its own, none of which is part of weblocal, and compared with a table typed by hand.
"""

import csv
import datetime as dt
import io
import json
import pathlib
import re

import icalendar
import opening_hours
import pytest
import vobject
from lxml import html

from weblocal.flows import build, listing
from weblocal.flows.workspace import Workspace, open_workspace

TODAY = dt.date(2026, 12, 18)
PROFILE = """\
name: Salon Ada
trade: salon
website: https://salon-ada.example
phone: 01632 960123
email: hello@salon-ada.example
address: {street: 3 High Street, town: Milton, postcode: CT1 2AB, country: GB, map: "51.28, 1.08"}
languages: [en-GB]
hours:
  monday-friday: 09:00-12:00, 13:00-18:00
  saturday: 18:00-02:00
  2026-12-23 to 2026-12-28: closed
  2026-12-24: 09:00-11:30, 12:30-14:00
  2026-12-26: 20:00-01:00
  2026-12-31: 20:00-24:00
  2027-01-01: closed
"""
Times = tuple[tuple[str, str], ...]
EXPECTED: dict[str, Times] = {
    "2026-12-23": (),
    "2026-12-24": (("09:00", "11:30"), ("12:30", "14:00")),
    "2026-12-25": (),
    "2026-12-26": (("20:00", "01:00"),),
    "2026-12-27": (),
    "2026-12-28": (),
    "2026-12-31": (("20:00", "24:00"),),
    "2027-01-01": (),
}
_TIMES = re.compile(r"(\d\d:\d\d)\s*[–-]\s*(\d\d:\d\d)")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    made = tmp_path_factory.mktemp("salon")
    (made / "business.yaml").write_text(PROFILE, encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def workspace(folder: pathlib.Path) -> Workspace:
    return open_workspace(folder, today=TODAY)


@pytest.fixture(scope="module")
def site(workspace: Workspace) -> dict[str, bytes]:
    return {file.path: file.content for file in build.render(workspace, today=TODAY).files}


def days(first: dt.date, last: dt.date) -> list[str]:
    return [(first + dt.timedelta(days=number)).isoformat() for number in range((last - first).days + 1)]


def at_midnight(time: str) -> str:
    """Midnight at the end of a day, under any of its names."""
    return "24:00" if time in {"00:00", "23:59", "24:00"} else time


def test_the_page_shows_them_above_the_week(site: dict[str, bytes]) -> None:
    shown: dict[str, Times] = {}
    for row in html.document_fromstring(site["index.html"]).iterfind(".//tr[@class='special']"):
        times = tuple((opens, at_midnight(closes)) for opens, closes in _TIMES.findall(row.find("td").text_content()))
        assert times or row.find("td").text_content() == "Closed"
        shown |= dict.fromkeys(row.get("data-dates").split(), times)
    assert shown == EXPECTED


def test_the_script_that_says_open_or_shut_knows_them(site: dict[str, bytes]) -> None:
    status = html.document_fromstring(site["index.html"]).xpath("//*[@data-special]")[0]
    shown: dict[str, Times] = {}
    for part in status.get("data-special").split(";"):
        date, _, spans = part.partition("=")
        numbers = [tuple(map(int, span.split("|")[:2])) for span in spans.split(",") if span]
        shown[date] = tuple((_wall(opens), at_midnight(_wall(closes % 1440))) for opens, closes in numbers)
    assert shown == EXPECTED


def _wall(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def test_structured_data_says_them_and_no_date_twice(site: dict[str, bytes]) -> None:
    script = html.document_fromstring(site["index.html"]).xpath("//script[@type='application/ld+json']")[0]
    graph = json.loads(script.text)["@graph"]
    specs = [spec for node in graph for spec in node.get("specialOpeningHoursSpecification", ())]
    said: dict[str, Times] = {}
    for spec in specs:
        assert spec["@type"] == "OpeningHoursSpecification"
        is_shut = spec["opens"] == spec["closes"] == "00:00"
        times = () if is_shut else ((spec["opens"], at_midnight(spec["closes"])),)
        for date in days(dt.date.fromisoformat(spec["validFrom"]), dt.date.fromisoformat(spec["validThrough"])):
            assert not (is_shut and date in said)
            said[date] = (*said.get(date, ()), *times)
    assert said == EXPECTED


def test_the_calendar_says_them_to_an_independent_reader(site: dict[str, bytes]) -> None:
    calendar = icalendar.Calendar.from_ical(site["special-hours.ics"])
    said: dict[str, Times] = {}
    for event in calendar.walk("VEVENT"):
        summary = str(event["SUMMARY"])
        times = tuple((opens, at_midnight(closes)) for opens, closes in _TIMES.findall(summary))
        assert times or summary == "Salon Ada: closed"
        for date in days(event["DTSTART"].dt, event["DTEND"].dt - dt.timedelta(days=1)):
            assert date not in said
            said[date] = times
    assert said == EXPECTED
    assert len({str(event["UID"]) for event in calendar.walk("VEVENT")}) == len(calendar.walk("VEVENT"))


def test_googles_cell_says_them(workspace: Workspace, tmp_path: pathlib.Path) -> None:
    done = listing.export(workspace, "google", today=TODAY, to=tmp_path / "g.csv")
    assert done.file is not None
    row = next(csv.DictReader(io.StringIO(done.file.read_text(encoding="utf-8"))))
    said: dict[str, Times] = {}
    for part in row["Special hours"].split(", "):
        date, _, times = part.partition(": ")
        found = () if times == "x" else (tuple(times.split("-")),)
        said[date] = (*said.get(date, ()), *found)  # type: ignore[arg-type]
    assert said == EXPECTED


def test_the_maps_tag_says_them_to_an_independent_reader(workspace: Workspace, tmp_path: pathlib.Path) -> None:
    done = listing.export(workspace, "osm", today=TODAY, to=tmp_path / "o.txt")
    tag = dict(line.split("=", 1) for line in done.shown.splitlines())["opening_hours"]
    read = opening_hours.OpeningHours(tag)
    week: dict[int, Times] = {
        **dict.fromkeys(range(5), (("09:00", "12:00"), ("13:00", "18:00"))),
        5: (("18:00", "02:00"),),
        6: (),
    }
    on = dt.date(2026, 12, 18)
    while on < dt.date(2027, 1, 10):
        before, spans = (_spans_on(day, week) for day in (on - dt.timedelta(days=1), on))
        for minute in range(0, 1440, 30):
            is_open = any(opens <= minute < closes for opens, closes in spans)
            is_open |= any(minute + 1440 < closes for _, closes in before)
            at = dt.datetime.combine(on, dt.time(minute // 60, minute % 60))
            assert read.is_open(at) == is_open, f"{tag} at {at}"
        on += dt.timedelta(days=1)


def _spans_on(on: dt.date, week: dict[int, Times]) -> list[tuple[int, int]]:
    found = []
    for opens, closes in EXPECTED.get(on.isoformat(), week[on.weekday()]):
        begins, ends = (int(time[:2]) * 60 + int(time[3:]) for time in (opens, closes))
        found.append((begins, ends if ends > begins else ends + 1440))
    return found


def test_the_contact_card_is_read_by_an_independent_reader(site: dict[str, bytes]) -> None:
    card = vobject.readOne(site["business.vcf"].decode())
    assert card.fn.value == "Salon Ada"
    assert card.tel.value == "+441632960123"
    assert card.adr.value.street == "3 High Street"
    assert card.adr.value.city == "Milton"
    assert card.org.value == ["Salon Ada"]
    assert card.url.value.rstrip("/") == "https://salon-ada.example"
