"""A listing or a contact card from before, read as the beginning of a profile."""

import datetime as dt

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import a_business
from tests.listing.profiles import TODAY
from weblocal.errors import ImportInvalid
from weblocal.listing import arriving, card_reading, cards
from weblocal.listing.headings import Column

ROW = {
    Column.NAME: "Salon Ada",
    Column.LINE_1: "3 High Street",
    Column.LINE_2: "Floor 2",
    Column.TOWN: "Milton",
    Column.COUNTRY: "GB",
    Column.PHONE: "'01632 960123",
    Column.WEBSITE: "http://www.salon.example/?utm_source=google",
    Column.LATITUDE: "51.28",
    Column.LONGITUDE: "1.08",
    Column.CATEGORY: "Hair salon",
    Column.MONDAY: "x",
    Column.TUESDAY: "09:00-18:00",
    Column.WEDNESDAY: "09:00-18:00",
    Column.THURSDAY: "by appointment",
    Column.SPECIAL: "2026-12-25: x, 2026-01-01: x",
    Column.OPENED: "2014-05-01",
    Column.LABELS: "north",
}


def test_a_row_of_googles_becomes_fields_hours_and_what_is_left() -> None:
    arrived = arriving.from_google(ROW, unknown=("Amenities: Wi-Fi (wi_fi)",), today=TODAY)
    fields = dict(arrived.fields)
    assert fields["address.street"] == "3 High Street, Floor 2"
    assert fields["phone"] == "01632 960123"
    assert fields["website"] == "https://www.salon.example"
    assert fields["address.map"] == "51.28, 1.08"
    assert fields["since"] == "2014"
    assert arrived.category == "Hair salon"
    assert arrived.hours == (("monday", "closed"), ("tuesday-wednesday", "09:00-18:00"), ("2026-12-25", "closed"))
    assert arrived.untaken == ('thursday: "by appointment"', "labels", "the column Amenities: Wi-Fi (wi_fi)")


@pytest.mark.parametrize(
    ("address", "site"),
    [
        ("https://www.facebook.com/salonada", ""),
        ("https://salon.example/en/?gclid=1", "https://salon.example"),
        ("salon.example", "https://salon.example"),
        ("http://[", ""),
        ("", ""),
    ],
)
def test_the_site_is_the_sites_own_address(address: str, site: str) -> None:
    found, lost = arriving.site(address)
    assert found == site
    assert bool(lost) == (address not in {"", "salon.example"})


def test_our_own_card_comes_back() -> None:
    business = a_business()
    fields = dict(card_reading.read(cards.vcard(business), file="c.vcf").fields)
    assert fields["name"] == business.name
    assert fields["address.street"] == business.address.street
    assert fields["phone"] == "+441632960123"
    assert fields["website"] == business.website


def test_a_card_of_an_independent_program_is_read() -> None:
    card = vobject.vCard()
    card.add("fn").value = "Ada; Lovelace, \\ & Søn"
    card.add("n").value = vobject.vcard.Name(family="Lovelace", given="Ada")
    card.add("tel").value = "0221 999"
    card.tel.type_param = ["FAX", "WORK"]
    second = card.add("tel")
    second.value = "0221 12345"
    second.type_param = "WORK"
    card.add("adr").value = vobject.vcard.Address(street="Domplatz 1", city="Köln", code="50667", country="Germany")
    card.add("note").value = "owes us money\nsince May"
    card.add("categories").value = ["Plumber", "Heating"]
    arrived = card_reading.read(card.serialize(), file="c.vcf")
    fields = dict(arrived.fields)
    assert fields["name"] == "Ada; Lovelace, \\ & Søn"
    assert fields["phone"] == "0221 12345"
    assert (fields["address.street"], fields["address.town"], fields["address.postcode"]) == ("Domplatz 1", "Köln", "50667")
    assert fields["address.country"] == "Germany"
    assert arrived.category == "Plumber"
    assert "owes" not in str(arrived)
    assert any("often private" in words for words in arrived.untaken)


def test_a_card_of_version_4_is_read() -> None:
    card = (
        "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Somebody\r\nORG:Bright Pipes;Kitchens\r\n"
        'item1.TEL;VALUE=uri;PREF=1;TYPE="voice,work":tel:+44-1632-960-123;ext=4\r\n'
        'ADR;LABEL="12 Mill Lane\\nSampleton":;;12 Mill\r\n  Lane;Sampleton;;SA1 2AB;GB\r\nGEO:geo:51.5,-0.1\r\n'
        "EMAIL:hello@bright.example\r\nEND:VCARD\r\nBEGIN:VCARD\r\nVERSION:4.0\r\nFN:Other\r\nEND:VCARD\r\n"
    )
    arrived = card_reading.read(card, file="c.vcf")
    fields = dict(arrived.fields)
    assert fields["name"] == "Bright Pipes"
    assert fields["phone"] == "+44-1632-960-123"
    assert fields["address.street"] == "12 Mill Lane"
    assert fields["address.map"] == "51.5, -0.1"
    assert "1 further cards" in arrived.untaken


@pytest.mark.parametrize("text", ["", "hello", "BEGIN:VCARD\nVERSION:2.1\nFN:x\nEND:VCARD", "BEGIN:VCARD\nEND:VCARD"])
def test_another_version_is_refused_in_words(text: str) -> None:
    with pytest.raises(ImportInvalid):
        card_reading.read(text, file="c.vcf")


@given(st.text(st.sampled_from('ABEFGNORT;:"=,\\.\n -1é'), max_size=200))
def test_no_card_however_broken_stops_the_reader(text: str) -> None:
    card_reading.read(f"BEGIN:VCARD\nVERSION:3.0\nX-A:b\n{text}\nEND:VCARD", file="c.vcf")


def test_a_hostile_line_is_read_in_no_time() -> None:
    started = dt.datetime.now(tz=dt.UTC)
    card_reading.read("BEGIN:VCARD\nVERSION:3.0\nTEL" + ';"' * 50_000 + "\nTEL" + ";" * 100_000 + "\nEND:VCARD", file="c.vcf")
    assert (dt.datetime.now(tz=dt.UTC) - started).total_seconds() < 5
