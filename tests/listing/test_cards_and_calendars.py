"""The contact card and the calendar of special days, read back the way an address book and a calendar read them."""

import dataclasses
import datetime as dt

from tests.factories import WEEKDAYS, a_business
from weblocal.listing import calendars, cards, lines
from weblocal.model.business import Address, Business
from weblocal.model.hours import Span, SpecialDay

HIDDEN_STREET = Address(
    street="12 Mill Lane", town="Sampleton", postcode="SA1 2AB", country="GB", public=False, latitude=51.5, longitude=-0.1
)


def unfolded(text: str) -> list[str]:
    assert text.endswith("\r\n")
    return text.replace("\r\n ", "").split("\r\n")[:-1]


def with_special(*days: SpecialDay) -> Business:
    return a_business(hours=dataclasses.replace(WEEKDAYS, special=days))


def test_a_card_holds_name_number_address_and_site() -> None:
    card = unfolded(cards.vcard(a_business()))
    assert card[0] == "BEGIN:VCARD"
    assert card[-1] == "END:VCARD"
    assert "FN:Bright Pipes" in card
    assert "TEL;TYPE=WORK,VOICE:+441632960123" in card
    assert "ADR;TYPE=WORK:;;12 Mill Lane;Sampleton;;SA1 2AB;GB" in card
    assert "URL:https://bright-pipes.example" in card


def test_a_street_that_is_not_public_is_not_on_the_card() -> None:
    card = cards.vcard(a_business(address=HIDDEN_STREET))
    assert "Mill Lane" not in card
    assert "SA1" not in card
    assert "GEO" not in card
    assert "Sampleton" in card


def test_commas_and_semicolons_in_a_name_are_not_structure() -> None:
    card = unfolded(cards.vcard(a_business(name="Smith, Sons; Co")))
    assert "FN:Smith\\, Sons\\; Co" in card


def test_long_lines_are_folded_between_letters_and_read_back_whole() -> None:
    words = "Wärme für jedes Haus, " * 12
    folded = lines.joined([f"NOTE:{lines.escaped(words)}"])
    assert all(len(line.encode()) <= 75 for line in folded.split("\r\n"))
    assert unfolded(folded) == [f"NOTE:{lines.escaped(words)}"]


def test_a_run_of_closed_days_is_one_event_that_ends_the_day_after() -> None:
    closed = SpecialDay(first_on=dt.date(2026, 12, 25), last_on=dt.date(2026, 12, 28))
    calendar = unfolded(calendars.calendar(with_special(closed)))
    assert "DTSTART;VALUE=DATE:20261225" in calendar
    assert "DTEND;VALUE=DATE:20261229" in calendar
    assert "SUMMARY:Bright Pipes: closed" in calendar


def test_a_short_day_says_its_hours() -> None:
    short = SpecialDay(first_on=dt.date(2026, 12, 24), last_on=dt.date(2026, 12, 24), spans=(Span(540, 780),))
    calendar = calendars.calendar(with_special(short))
    assert "09:00 – 13:00" in calendar


def test_the_calendar_is_the_same_on_every_build() -> None:
    closed = SpecialDay(first_on=dt.date(2026, 12, 25), last_on=dt.date(2026, 12, 28))
    assert calendars.calendar(with_special(closed)) == calendars.calendar(with_special(closed))
