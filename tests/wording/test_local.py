"""Prices, times, dates and lists as people of a language and country write them."""

import datetime as dt

import pytest

from weblocal.model.hours import Span
from weblocal.model.services import Money, Price, PriceKind
from weblocal.wording import local


def money(amount_minor: int, currency: str = "GBP") -> Money:
    return Money(amount_minor=amount_minor, currency=currency)


@pytest.mark.parametrize(
    ("amount", "language", "written"),
    [
        (money(8500), "en-GB", "£85"),
        (money(8550), "en-GB", "£85.50"),
        (money(520000), "en-GB", "£5,200"),
        (money(8500, "EUR"), "de-DE", "85\xa0€"),
        (money(340, "EUR"), "de-DE", "3,40\xa0€"),
        (money(120, "JPY"), "en-GB", "JP¥120"),
        (money(8500, "EUR"), "nl-NL", "€\xa085"),
        (money(8500, "EUR"), "de-AT", "€\xa085"),
        (money(8500, "UAH"), "uk-UA", "85\xa0₴"),
        (money(8500, "TRY"), "tr-TR", "₺85"),
        (money(8550, "EGP"), "ar-EG", "\u200f٨٥٫٥٠\xa0ج.م.\u200f"),
    ],
)
def test_an_amount_is_written_as_on_a_local_price_list(amount: Money, language: str, written: str) -> None:
    assert local.price(amount, language) == written


@pytest.mark.parametrize(
    ("price", "language", "written"),
    [
        (Price(kind=PriceKind.FROM, low=money(3500)), "en-GB", "from £35"),
        (Price(kind=PriceKind.RANGE, low=money(4800), high=money(6500)), "en-GB", "£48–£65"),
        (Price(kind=PriceKind.FREE), "en-GB", "free"),
        (Price(kind=PriceKind.BY_QUOTE), "de-DE", "auf Anfrage"),
        (Price(kind=PriceKind.FROM, low=money(3500, "EUR")), "de-DE", "ab 35\xa0€"),
    ],
)
def test_a_stated_price_says_what_kind_it_is(price: Price, language: str, written: str) -> None:
    assert local.price(price, language) == written


@pytest.mark.parametrize(
    ("minutes", "language", "written"),
    [
        (480, "en-GB", "08:00"),
        (480, "en-US", "8:00 AM"),
        (1530, "de", "01:30"),
        (1080, "es-MX", "6:00 p.m."),
        (1080, "es-ES", "18:00"),
        (540, "ar-EG", "٩:٠٠ ص"),
        (540, "ar-MA", "09:00"),
    ],
)
def test_times_stand_on_the_clock_people_use(minutes: int, language: str, written: str) -> None:
    assert local.time_of_day(minutes, language) == written


def test_a_span_says_from_when_to_when_or_that_it_never_ends() -> None:
    assert local.span(Span(480, 1080), "en-GB") == "08:00–18:00"
    assert local.span(Span(0, 1440), "de") == "durchgehend geöffnet"


@pytest.mark.parametrize(
    ("language", "date", "month", "day"),
    [
        ("en-GB", "24 December 2026", "December 2026", "Thursday 24 December"),
        ("de-DE", "24. Dezember 2026", "Dezember 2026", "Donnerstag, 24. Dezember"),
        ("cy-GB", "24 Rhagfyr 2026", "Rhagfyr 2026", "Dydd Iau 24 Rhagfyr"),
        ("en-US", "December 24, 2026", "December 2026", "Thursday, December 24"),
        ("pl-PL", "24 grudnia 2026", "grudzień 2026", "czwartek, 24 grudnia"),
        ("hu-HU", "2026. december 24.", "2026. december", "december 24., csütörtök"),
        ("ar-AE", "24 ديسمبر 2026", "ديسمبر 2026", "الخميس، 24 ديسمبر"),
        ("ar-EG", "٢٤ ديسمبر ٢٠٢٦", "ديسمبر ٢٠٢٦", "الخميس، ٢٤ ديسمبر"),
    ],
)
def test_dates_are_written_out(language: str, date: str, month: str, day: str) -> None:
    christmas_eve = dt.date(2026, 12, 24)
    assert local.date(christmas_eve, language) == date
    assert local.month_year(christmas_eve, language) == month
    assert local.weekday_and_date(christmas_eve, language) == day


def test_lists_read_like_a_sentence() -> None:
    assert local.list_of(("leaks", "drains", "taps"), "en-GB") == "leaks, drains and taps"
    assert local.list_of(("Heizung",), "de") == "Heizung"
    assert local.list_of((), "de") == ""


@pytest.mark.parametrize(
    ("language", "direction"), [("ar", "rtl"), ("ar-EG", "rtl"), ("he", "rtl"), ("de", "ltr"), ("en-GB", "ltr")]
)
def test_the_direction_follows_the_language(language: str, direction: str) -> None:
    assert local.direction(language) == direction


def test_a_language_nobody_knows_still_gets_dates() -> None:
    assert local.date(dt.date(2026, 12, 24), "xx-YY") == "24 December 2026"


@pytest.mark.parametrize(
    ("country", "language", "written"),
    [
        ("GB", "en-GB", "10 miles"),
        ("US", "de", "10 Meilen"),
        ("DE", "de-DE", "16 km"),
        ("UA", "uk-UA", "16 км"),
        ("EG", "ar-EG", "١٦ كم"),
    ],
)
def test_a_distance_is_measured_as_the_countrys_roads_are(country: str, language: str, written: str) -> None:
    assert local.distance(16, country, language) == written


@pytest.mark.parametrize(
    ("language", "name"),
    [("cy", "Cymraeg"), ("de", "Deutsch"), ("uk", "Українська"), ("ar", "العربية"), ("pt-BR", "Português"), ("tr", "Türkçe")],
)
def test_a_language_calls_itself_by_its_own_name(language: str, name: str) -> None:
    assert local.own_name(language, among=("en-GB", language)) == name


def test_two_kinds_of_one_language_name_their_countries() -> None:
    assert local.own_name("en-US", among=("en-GB", "en-US")) == "English (United States)"


def test_words_in_a_row_stand_between_the_commas_of_their_script() -> None:
    assert local.with_commas(("a", "", "b"), "en-GB") == "a, b"
    assert local.with_commas(("ا", "ب"), "ar-AE") == "ا، ب"


@pytest.mark.parametrize(("language", "day"), [("en-GB", 0), ("en-US", 6), ("ar-EG", 5), ("de", 0)])
def test_the_week_begins_as_in_calendars_there(language: str, day: int) -> None:
    assert local.first_weekday(language) == day
