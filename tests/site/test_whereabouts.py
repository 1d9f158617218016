"""Hours and places as pages say them, and as the script reads them."""
# ruff: noqa: ANN401 - a maker takes whatever its noun takes

import dataclasses
import datetime as dt
from typing import Any

import pytest
from markupsafe import Markup

from tests.factories import WEEKDAYS, a_business, a_text, a_trade
from weblocal.model.business import Address
from weblocal.model.hours import Hours, Span, SpecialDay
from weblocal.model.services import Area, ServiceArea
from weblocal.site import whereabouts
from weblocal.site.parts import HoursRow, Whereabouts
from weblocal.site.status_parts import Status
from weblocal.site.tongue import Tongue

TODAY = dt.date(2026, 11, 10)
NO_HOURS = Hours(week=((),) * 7, zone="Europe/London")
CHRISTMAS = SpecialDay(first_on=dt.date(2026, 12, 25), last_on=dt.date(2026, 12, 28))
THURSDAY = SpecialDay(first_on=dt.date(2026, 11, 12), last_on=dt.date(2026, 11, 12), spans=(Span(540, 720),))


def rows(**changes: Any) -> tuple[HoursRow, ...]:
    business = a_business(**changes)
    return whereabouts.hours_rows(business, Tongue(business), TODAY)


def status(**changes: Any) -> Status:
    business = a_business(**changes)
    return whereabouts.status(business, Tongue(business), TODAY, href="/#where")


def where(**changes: Any) -> Whereabouts:
    business = a_business(**changes)
    return whereabouts.whereabouts(business, Tongue(business), TODAY, map_drawn=Markup(""))


def test_equal_neighbours_are_one_row() -> None:
    assert [(row.name, row.times, row.days) for row in rows(trade=a_trade(when_shut="closed"))] == [
        ("Monday to Friday", ("09:00 – 18:00",), "01234"),
        ("Saturday, Sunday", ("Closed",), "56"),
    ]


def test_a_business_with_an_emergency_line_is_never_just_closed() -> None:
    assert rows()[-1].times == ("Emergencies",)
    assert rows(phone=None)[-1].times == ("Closed",)


def test_special_days_of_the_next_weeks_stand_first() -> None:
    hours = dataclasses.replace(WEEKDAYS, special=(CHRISTMAS, THURSDAY))
    first = rows(hours=hours)[0]
    assert first.name == "Thursday 12 November"
    assert first.times == ("09:00 – 12:00",)
    assert first.dates == "2026-11-12"
    assert not any("December" in row.name for row in rows(hours=hours))


def test_a_lunch_break_is_two_lines() -> None:
    split = (Span(540, 720), Span(780, 1080))
    assert rows(hours=dataclasses.replace(WEEKDAYS, week=(split,) * 7))[0].times == ("09:00 – 12:00", "13:00 – 18:00")


def test_without_script_the_status_says_the_usual_hours() -> None:
    assert status().text == "Mon–Fri 09:00–18:00"


def test_without_hours_the_status_says_appointment_or_town() -> None:
    assert status(hours=NO_HOURS, by_appointment=True).text == "By appointment"
    assert status(hours=NO_HOURS).text == "Sampleton"
    assert status(hours=NO_HOURS).week == ""


def test_the_script_gets_every_day_and_every_special_day_to_come() -> None:
    told = status(hours=dataclasses.replace(WEEKDAYS, special=(CHRISTMAS, THURSDAY)))
    assert told.week.split(";") == ["540|1080|09:00|18:00"] * 5 + ["", ""]
    assert told.special == "2026-11-12=540|720|09:00|12:00;2026-12-25=;2026-12-26=;2026-12-27=;2026-12-28="
    assert told.zone == "Europe/London"
    assert len(told.days.split("|")) == 7


def test_only_who_answers_the_phone_at_night_has_an_emergency_line() -> None:
    assert status().words.split("|")[-1] == "Emergency line open"
    assert status(trade=a_trade(when_shut="closed")).words.split("|")[-1] == ""


def test_premises_show_their_address_and_the_way() -> None:
    told = where()
    assert told.address == ("12 Mill Lane", "Sampleton", "SA1 2AB")
    assert told.directions is not None
    assert "12+Mill+Lane" in told.directions.href


def test_a_hidden_street_is_on_no_line_and_in_no_link() -> None:
    told = where(address=Address(street="12 Mill Lane", town="Sampleton", country="GB", public=False))
    assert told.address == ()
    assert told.directions is None


@pytest.mark.parametrize(("country", "second"), [("DE", "01067 Dresden"), ("FR", "01067 Dresden")])
def test_the_postcode_stands_where_the_country_puts_it(country: str, second: str) -> None:
    address = Address(street="Am Markt 1", town="Dresden", postcode="01067", country=country)
    assert whereabouts.postal_lines(a_business(address=address)) == ("Am Markt 1", second)


def test_places_with_words_of_their_own_are_links_and_others_are_not() -> None:
    places = (Area(id="mill_brook", name="Millbrook", page=a_text("Words.")), Area(id="east", name="Eastney"))
    told = where(area=ServiceArea(places=places))
    assert [(link.text, link.href) for link in told.places] == [("Millbrook", "/areas/mill-brook/"), ("Eastney", "")]


def test_the_week_begins_with_the_day_that_calendars_there_begin_with() -> None:
    open_hours = Hours(week=((Span(540, 1020),),) * 5 + ((Span(600, 840),), ()), zone="America/Chicago")
    american = {"language": "en-US", "hours": open_hours}
    assert [row.name for row in rows(**american)] == ["Sunday", "Monday to Friday", "Saturday"]
    every_day = Hours(week=((Span(540, 1020),),) * 7, zone="America/Chicago")
    assert [row.name for row in rows(language="en-US", hours=every_day)] == ["Every day"]
