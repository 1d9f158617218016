import dataclasses
import datetime as dt

import pytest

from tests.factories import NOW, a_business, a_placement, an_offer, the_theme
from weblocal.model.business import Business
from weblocal.model.placements import PieceKind, Placement, Target, TargetKind
from weblocal.model.problems import Severity
from weblocal.printkit import pieces, preflight
from weblocal.printkit.pieces import PieceSource

TODAY = NOW.date()
TO_OFFER = Target(kind=TargetKind.OFFER, id="first_visit")


def rules(
    placement: Placement | None = None,
    business: Business | None = None,
    *,
    read_back: tuple[str, ...] | None = None,
    today: dt.date = TODAY,
    **changes: object,
) -> dict[str, Severity]:
    placement, business = placement or a_placement(), business or a_business()
    piece: PieceSource = dataclasses.replace(pieces.of_placement(placement, business, the_theme()), **changes)
    seen = (piece.says,) if read_back is None else read_back
    return {found.rule: found.severity for found in preflight.check(piece, placement, business, read_back=seen, today=today)}


@pytest.mark.parametrize("kind", list(PieceKind))
def test_a_good_piece_has_no_finding(kind: PieceKind) -> None:
    assert rules(a_placement(piece=kind, target=TO_OFFER)) == {}


@pytest.mark.parametrize("read_back", [(), ("https://elsewhere.example/",), ("https://bright-pipes.example/q/k7m2",) * 2])
def test_a_code_that_does_not_read_back_as_itself_alone_stops_the_piece(read_back: tuple[str, ...]) -> None:
    assert rules(read_back=read_back) == {"code-read-back": Severity.ERROR}


def test_modules_too_small_for_the_distance_stop_the_piece() -> None:
    assert rules(a_placement(piece=PieceKind.POSTER_A3), module_mm=1.4) == {"code-module": Severity.ERROR}
    assert rules(module_mm=0.49) == {"code-module": Severity.ERROR}


def test_a_very_long_web_address_makes_modules_too_small() -> None:
    website = "https://" + "the-very-long-name-of-a-plumbing-firm." * 6 + "example"
    assert rules(a_placement(piece=PieceKind.POSTER_A3), a_business(website=website)) == {"code-module": Severity.ERROR}


@pytest.mark.parametrize(("dark", "light"), [("#888888", "#ffffff"), ("#ffffff", "#000000"), ("#ffd400", "#ffffff")])
def test_a_code_that_is_not_dark_on_light_stops_the_piece(dark: str, light: str) -> None:
    assert rules(dark=dark, light=light) == {"code-contrast": Severity.ERROR}


def test_a_placement_that_leads_nowhere_stops_the_piece() -> None:
    assert rules(a_placement(target=Target(kind=TargetKind.PAGE, id="gone"), headline="Cold?")) == {"target": Severity.ERROR}


def test_an_offer_holds_up_to_its_last_day_and_not_after() -> None:
    placement = a_placement(target=TO_OFFER)
    assert rules(placement, today=dt.date(2027, 3, 31)) == {}
    assert rules(placement, today=dt.date(2027, 4, 1)) == {"offer-ended": Severity.ERROR}


def test_an_offer_without_an_end_is_worth_a_warning() -> None:
    business = a_business(offers=(an_offer(coupon=None),))
    assert rules(a_placement(target=TO_OFFER), business) == {"offer-open": Severity.WARNING}


@pytest.mark.parametrize(("count", "found"), [(7, {}), (8, {"headline-long": Severity.WARNING})])
def test_a_headline_has_up_to_seven_words(count: int, found: dict[str, Severity]) -> None:
    assert rules(a_placement(headline=" ".join(["come"] * count))) == found
