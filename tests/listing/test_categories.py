"""Every trade has a name on the platforms, and a platform's category leads back to a trade."""

import pytest

from tests.factories import a_trade
from weblocal.flows import new
from weblocal.flows.workspace import trade_packs
from weblocal.listing import categories
from weblocal.profile import packs
from weblocal.reading.document import read_document
from weblocal.reading.nodes import plain

TRADES = new.known_trades()


@pytest.mark.parametrize("trade", TRADES)
def test_every_trade_that_came_with_us_has_a_category(trade: str) -> None:
    category = categories.of_trade(a_trade(id=trade, name=trade, schema_types=()))
    assert category is not None
    assert category.google
    assert category.apple


@pytest.mark.parametrize("trade", TRADES)
def test_its_category_leads_back_to_a_pack(trade: str) -> None:
    category = categories.of_trade(a_trade(id=trade, name=trade, schema_types=()))
    assert category is not None
    assert packs.word_for(categories.trade_of(category.google), trade_packs())


def test_a_near_trade_goes_by_its_own_name() -> None:
    barber = categories.of_trade(a_trade(id="salon", name="Barber", schema_types=("HairSalon",)))
    assert barber is not None
    assert barber.google == "Barber shop"


def test_an_unknown_trade_is_found_by_its_type_or_not_at_all() -> None:
    found = categories.of_trade(a_trade(id="x", name="X", schema_types=("Dentist", "MedicalClinic")))
    assert found is not None
    assert found.google == "Dentist"
    assert categories.of_trade(a_trade(id="x", name="X", schema_types=("LocalBusiness",))) is None


@pytest.mark.parametrize("category", ["", "Submarine dealer", "x" * 500])
def test_a_category_that_is_nobodys_leads_nowhere(category: str) -> None:
    assert categories.trade_of(category) == ""


def every_word() -> list[tuple[str, str, str]]:
    """Each trade and near trade of the packs: pack, word, name."""
    found = []
    for pack in TRADES:
        whole = plain(read_document(trade_packs().text(f"{pack}.yaml"), file=pack))
        trade = whole["trade"]  # type: ignore[call-overload, index]
        found += [(pack, near, said["name"]) for near, said in trade.get("also", {}).items()]
    return found


@pytest.mark.parametrize(("pack", "near", "name"), every_word())
def test_near_trades_have_a_category_of_their_own(pack: str, near: str, name: str) -> None:
    own = categories.of_trade(a_trade(id=pack, name=name, schema_types=()))
    packs_own = categories.of_trade(a_trade(id=pack, name=pack, schema_types=()))
    assert own is not None
    assert own.google != getattr(packs_own, "google", "")
    assert packs.word_for(categories.trade_of(own.google), trade_packs()) == near
