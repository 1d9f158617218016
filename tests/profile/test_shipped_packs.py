import pathlib
import re

import pytest

import weblocal
from tests.profile.material import TEN_LINES, TODAY
from weblocal.profile.parsing import ParsedProfile, parse
from weblocal.profile.sources import Sources

TRADES = pathlib.Path(weblocal.__file__).parent / "trades"
PACKS = Sources.of_texts(
    {
        path.relative_to(TRADES).as_posix(): path.read_bytes()
        for path in sorted(TRADES.rglob("*"))
        if path.suffix in {".yaml", ".md"}
    }
)
NAMES = [name.removesuffix(".yaml") for name in PACKS.names if name.endswith(".yaml") and "/" not in name]


def with_trade(name: str) -> ParsedProfile:
    return parse(Sources.of_texts({"business.yaml": TEN_LINES.replace("trade: salon", f"trade: {name}")}), PACKS, today=TODAY)


@pytest.mark.parametrize("name", NAMES)
def test_ten_lines_and_a_shipped_pack_make_a_business(name: str) -> None:
    found = with_trade(name).business
    assert found.trade.id == name
    assert found.services
    assert found.forms
    assert found.sequences


@pytest.mark.parametrize("name", NAMES)
def test_no_slot_of_a_shipped_pack_is_left_unfilled(name: str) -> None:
    found = with_trade(name)
    assert [origin for origin in found.origins if re.search(r"(?<!\{)\{\w+\}(?!\})", origin.value)] == []


@pytest.mark.parametrize("name", NAMES)
def test_nothing_of_a_shipped_pack_is_left_out_for_want_of_what_it_links_to(name: str) -> None:
    assert [str(notice) for notice in with_trade(name).notices if notice.place.file.startswith("trades/")] == []
