import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.profile.material import TODAY, business, parsed, replaced, wrong
from weblocal.model.problems import Unreadable
from weblocal.model.services import Money, Price, PriceKind
from weblocal.profile.amounts import read_price, read_wait
from weblocal.profile.noting import Notes
from weblocal.profile.sources import Sources


def notes(currency: str = "GBP") -> Notes:
    return Notes(sources=Sources.of_texts({}), packs=Sources.of_texts({}), today=TODAY, currency=currency)


def gbp(minor: int) -> Money:
    return Money(amount_minor=minor, currency="GBP")


@pytest.mark.parametrize(
    ("written", "price"),
    [
        ("48", Price(kind=PriceKind.EXACT, low=gbp(4800))),
        ("£48", Price(kind=PriceKind.EXACT, low=gbp(4800))),
        ("48 GBP", Price(kind=PriceKind.EXACT, low=gbp(4800))),
        ("48.50", Price(kind=PriceKind.EXACT, low=gbp(4850))),
        ("48,5", Price(kind=PriceKind.EXACT, low=gbp(4850))),
        ("1,200", Price(kind=PriceKind.EXACT, low=gbp(120000))),
        ("1.200,50", Price(kind=PriceKind.EXACT, low=gbp(120050))),
        ("1 200", Price(kind=PriceKind.EXACT, low=gbp(120000))),
        ("From £35", Price(kind=PriceKind.FROM, low=gbp(3500))),
        ("48-65", Price(kind=PriceKind.RANGE, low=gbp(4800), high=gbp(6500))),
        ("£48 – £65", Price(kind=PriceKind.RANGE, low=gbp(4800), high=gbp(6500))),
        ("By quote", Price(kind=PriceKind.BY_QUOTE)),
        ("free", Price(kind=PriceKind.FREE)),
    ],
)
def test_a_price_is_read_as_owners_write_it(written: str, price: Price) -> None:
    assert read_price(written, notes()) == price


@pytest.mark.parametrize(
    "written",
    ["cheap", "", "48-", "-48", "65-48", "48-48", "48 per hour", "1,2,3", "1.20.30", "99999999999", "from", "from cheap", "¼"],
)
def test_what_is_no_price_is_refused(written: str) -> None:
    assert isinstance(read_price(written, notes()), Unreadable)


def test_money_has_as_many_digits_behind_the_point_as_its_currency() -> None:
    yen, dinar = read_price("4800", notes("JPY")), read_price("1.500", notes("KWD"))
    assert isinstance(yen, Price)
    assert isinstance(dinar, Price)
    assert yen.low == Money(amount_minor=4800, currency="JPY")
    assert dinar.low == Money(amount_minor=1500, currency="KWD")


def test_another_currency_is_refused_and_one_of_many_dollars_is_not() -> None:
    assert isinstance(read_price("48 €", notes()), Unreadable)
    assert isinstance(read_price("USD 48", notes()), Unreadable)
    assert isinstance(read_price("$48", notes("CAD")), Price)


@pytest.mark.parametrize(
    ("written", "country", "currency"),
    [("₪250", "IL", "ILS"), ("250 kr", "SE", "SEK"), ("250 zł", "PL", "PLN"), ("CHF 250", "CH", "CHF"), ("A$250", "US", "AUD")],
)
def test_money_may_carry_the_sign_it_has_at_home(written: str, country: str, currency: str) -> None:
    there = notes(currency)
    there.country = country
    found = read_price(written, there)
    assert isinstance(found, Price)
    assert found.low == Money(amount_minor=25000, currency=currency)


def test_a_sign_that_no_currency_here_has_is_refused() -> None:
    answer = read_price("₪250", notes())
    assert isinstance(answer, Unreadable)
    assert answer.fix == "Write 250."


@given(st.integers(0, 9_999_999))
def test_every_amount_written_with_its_pence_is_read_back(minor: int) -> None:
    for written in (f"{minor // 100}.{minor % 100:02}", f"{minor // 100:,}.{minor % 100:02}"):
        found = read_price(written, notes())
        assert isinstance(found, Price)
        assert found.low == gbp(minor)


@given(st.text(max_size=30))
def test_any_text_gets_an_answer(text: str) -> None:
    assert isinstance(read_price(text, notes()), Price | Unreadable)
    assert read_wait(text, notes())


def test_waits_keep_the_owners_unit() -> None:
    found = business("mail: {max_late: 3 days}\ndesk: {keep_leads: 24 months, accept_offline_up_to: 15}\n")
    assert found.mail.max_late == dt.timedelta(days=3)
    assert (found.desk.keep_leads_days, found.desk.accept_offline_up_to_minor) == (730, 1500)


@pytest.mark.parametrize("span", ["soon", "0 days", "2 fortnights", "-1 day", "1.5 hours", "99999 years"])
def test_what_is_no_span_of_time_is_refused(span: str) -> None:
    assert "is not a span of time" in wrong(f"mail: {{max_late: {span}}}\n")


def test_a_span_that_must_pass_on_the_clock_is_not_given_in_months() -> None:
    assert "is not exact enough" in wrong("mail: {max_late: 2 months}\n")


def test_a_mail_window_is_the_readers_unless_it_says_otherwise() -> None:
    ours = business('mail: {window: "tuesday-friday 09:00-12:00, 13:00-18:00, business zone"}\n').mail
    assert ours.window_of == "business"
    assert len(ours.window.week[1]) == 2
    theirs = business('mail: {window: "tuesday-saturday 09:00-18:00, reader\'s zone"}\n').mail
    assert theirs.window_of == "reader"
    assert theirs.window.week[0] == ()


def test_a_place_on_the_map_and_places_to_travel_to() -> None:
    found = business(
        'areas:\n  services: [cut]\n  radius: 10 miles\n  places: {Lower Mill: "51.51, -0.13", Harbour End: "51.5,-0.2"}\n'
        "  pages: {lower-mill: areas/mill.md}\n",
        {"areas/mill.md": "We know every stopcock here."},
    ).area
    assert found is not None
    assert found.radius_km == pytest.approx(16.093, abs=0.001)
    assert [(place.id, place.latitude, place.page is not None) for place in found.places] == [
        ("lower-mill", 51.51, True),
        ("harbour-end", 51.5, False),
    ]


def test_a_hidden_street_stays_hidden() -> None:
    assert business().address.public
    assert not parsed(replaced("country: GB}", "country: GB, public: no}")).business.address.public

    assert parsed(replaced("country: GB}", "country: GB, public: no}")).business.address.public is False


def test_offers_end_when_their_coupon_or_their_stamps_end() -> None:
    first, loyal = business(
        "offers:\n"
        "  first_visit: {text: £10 off., coupon: {worth: 10, use: once per contact, from: 2026-11-01, until: 2027-03-31}}\n"
        "  loyal: {text: Every sixth is on us., stamps: {collect: 6, until: 2027-12-31}}\n"
    ).offers
    assert first.ends_on() == dt.date(2027, 3, 31)
    assert first.coupon is not None
    assert first.coupon.worth == gbp(1000)
    assert loyal.ends_on() == dt.date(2027, 12, 31)


def test_the_law_is_given_as_written_and_none_means_none() -> None:
    legal = business(
        "legal: {company: Salon Sample Ltd, register: '00000000', vat: none, lines: [Registered in England]}\n"
    ).legal
    assert (legal.company, legal.register, legal.vat, legal.lines) == (
        "Salon Sample Ltd",
        "00000000",
        "",
        ("Registered in England",),
    )


def test_the_desks_address_is_kept_as_mail_headers_need_it() -> None:
    assert business("desk: {address: https://tresen.müller.example/}\n").desk.address == "https://tresen.xn--mller-kva.example"


def test_german_names_become_addresses_as_germans_write_them() -> None:
    text = replaced("town: Sampleton, postcode: SA1 2AB, country: GB", "town: Köln, country: DE").replace(
        "01632 960123", "030 23125000"
    )
    found = parsed(text.replace("Salon Sample", "Grün & Söhne") + "areas: {places: [Köln, Düren]}\n").business
    assert found.slug == "gruen-soehne"
    assert found.area is not None
    assert [place.id for place in found.area.places] == ["koeln", "dueren"]
