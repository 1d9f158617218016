"""The shipped trade packs, and the ten lines of one business of each trade."""

import datetime as dt
import pathlib

import weblocal
from weblocal.profile.parsing import ParsedProfile, parse
from weblocal.profile.sources import Sources

TODAY = dt.date(2026, 11, 22)
TRADES = pathlib.Path(weblocal.__file__).parent / "trades"
PACKS = Sources.of_texts(
    {
        path.relative_to(TRADES).as_posix(): path.read_bytes()
        for path in sorted(TRADES.rglob("*"))
        if path.suffix in {".yaml", ".md"}
    }
)
NAMES = tuple(name.removesuffix(".yaml") for name in PACKS.names if name.endswith(".yaml") and "/" not in name)

TEN_LINES = """\
profile: 1
name: Bright & Sons
trade: {trade}
website: https://bright.example
phone: 01632 960141
email: hello@bright.example
address: {{street: 12 Mill Lane, town: Netherby, postcode: NB2 5QA, country: GB}}
hours:
  monday-friday: 08:00-17:30
brand: {{colour: "#1f6f5c"}}
"""


def ten_lines(trade: str) -> str:
    """The least that an owner of this trade writes."""
    return TEN_LINES.format(trade=trade)


def parsed(trade: str, more: str = "", files: dict[str, str] | None = None) -> ParsedProfile:
    """The ten lines of a trade, read, with more keys below them and files beside them."""
    return parse(Sources.of_texts({"business.yaml": ten_lines(trade) + more, **(files or {})}), PACKS, today=TODAY)
