import datetime as dt

import pytest

from tests.factories import a_business, a_placement, a_service, an_offer
from weblocal.model.business import Address, DeskSettings
from weblocal.model.placements import Target, TargetKind
from weblocal.printkit import words
from weblocal.printkit.words import Words


def said(kind: TargetKind, target_id: str = "", *, headline: str = "", **business: object) -> Words:
    return words.of_placement(a_placement(target=Target(kind=kind, id=target_id), headline=headline), a_business(**business))


@pytest.mark.parametrize(
    ("kind", "target_id", "headline"),
    [
        (TargetKind.OFFER, "first_visit", "£10 off your first visit."),
        (TargetKind.PAGE, "boiler_service", "Boiler service"),
        (TargetKind.FORM, "quote", "Ask for a quote"),
        (TargetKind.CHECK_IN, "", "Good to see you"),
        (TargetKind.HOME, "", "Warm by tonight."),
    ],
)
def test_without_a_headline_of_the_owners_the_target_speaks(kind: TargetKind, target_id: str, headline: str) -> None:
    assert said(kind, target_id).headline == headline


def test_a_card_promises_a_tap_only_where_a_desk_takes_it() -> None:
    card = a_placement(target=Target(kind=TargetKind.CHECK_IN), headline="")
    assert "one tap" in words.of_placement(card, a_business()).line
    assert "one tap" not in words.of_placement(card, a_business(desk=DeskSettings())).line


def test_the_owners_headline_wins_and_the_offer_stands_under_it() -> None:
    found = said(TargetKind.OFFER, "first_visit", headline="A warm winter.")
    assert found.headline == "A warm winter."
    assert found.line == "£10 off your first visit."
    assert found.more == "New customers. Until 31 March 2027."


def test_nothing_is_said_twice() -> None:
    found = said(TargetKind.OFFER, "first_visit", headline="£10 off your first visit")
    assert (found.line, found.more) == ("", "New customers. Until 31 March 2027.")


def test_the_last_day_is_said_without_terms_too() -> None:
    offer = an_offer(terms="", coupon=None, until_on=dt.date(2026, 12, 24))
    assert said(TargetKind.OFFER, "first_visit", offers=(offer,)).more == "Until 24 December 2026."


def test_a_line_too_long_to_read_standing_up_is_left_to_the_page() -> None:
    service = a_service(summary="We look after boilers of every make and age. " * 4)
    found = said(TargetKind.PAGE, "boiler_service", headline="Cold?", services=(service,))
    assert (found.line, found.more) == ("", "Boiler service: £89")


def test_a_street_that_is_not_public_is_never_printed() -> None:
    hidden = Address(street="12 Mill Lane", town="Sampleton", postcode="SA1 2AB", country="GB", public=False)
    found = said(TargetKind.HOME, address=hidden)
    with_address_large = said(TargetKind.HOME, address=hidden, phone=None)
    assert "Mill Lane" not in f"{found}{with_address_large}"
    assert "SA1" not in f"{found}{with_address_large}"
    assert with_address_large.reach.strip("\u2068\u2069") == "Sampleton"


def test_the_postcode_stands_before_the_town_where_letters_have_it_there() -> None:
    address = Address(street="Mühlweg 4", town="Musterstadt", postcode="01234", country="DE")
    assert "Mühlweg 4, 01234 Musterstadt" in said(TargetKind.HOME, address=address).place


@pytest.mark.parametrize(
    ("kind", "target_id", "nowhere"),
    [
        (TargetKind.OFFER, "first_visit", False),
        (TargetKind.OFFER, "gone", True),
        (TargetKind.PAGE, "gone", True),
        (TargetKind.FORM, "gone", True),
        (TargetKind.FORM, "quote", False),
        (TargetKind.HOME, "", False),
        (TargetKind.CHECK_IN, "", False),
    ],
)
def test_a_placement_that_leads_nowhere_is_known(kind: TargetKind, target_id: str, *, nowhere: bool) -> None:
    assert words.is_leading_nowhere(a_placement(target=Target(kind=kind, id=target_id)), a_business()) is nowhere
