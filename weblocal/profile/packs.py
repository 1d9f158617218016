"""Trade packs: finding the one for a trade, its words with the slots filled, and the owner's words laid over them."""

import dataclasses
import functools
import re
from typing import Any

from weblocal.errors import ProfileInvalid
from weblocal.model.business import Trade
from weblocal.model.problems import Unreadable
from weblocal.model.records import record
from weblocal.model.words import Text
from weblocal.profile.fields import Lost
from weblocal.profile.leaves import ident, line, words
from weblocal.profile.lists import ListOf
from weblocal.profile.noting import Notes, shown, suggestion
from weblocal.profile.records import Key, NamedRecords, Record
from weblocal.profile.sources import Sources
from weblocal.reading.document import read_document, read_on
from weblocal.reading.nodes import Entry, Node, NodeList, NodeMap, Scalar, is_missing

# Never twice in braces: {{ first_name | there }} is filled when a mail is made for one reader.
_SLOT = re.compile(r"(?<!\{)\{(name|town|in_town|phone)\}(?!\})")
_ENDING = ".yaml"

# What only the owner can know: a pack that spoke of it would be inventing.
OWNERS_OWN = frozenset(
    {"name", "trade", "website", "phone", "email", "address", "offers", "reviews", "rating", "team", "hours"}
)


@record
class NearTrade:
    """A trade that a pack serves too, under a name of its own: a barber is not told that they keep a hair salon."""

    id: str
    name: str
    schema_types: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


@record
class WrittenTrade:
    """What a pack says of the trade itself."""

    name: str
    schema_types: tuple[str, ...]
    tiles: str
    sections: tuple[str, ...]
    primary_action: str
    services_title: str
    prices_title: str
    when_shut: str
    visit_word: str
    theme: str = "fascia"
    aliases: tuple[str, ...] = ()
    also: tuple[NearTrade, ...] = ()
    cautions: tuple[str, ...] = ()


@record
class Pack:
    """A trade with its starter profile, its slots not yet filled; `cautions` are what the law often asks of its words."""

    trade: Trade
    theme: str
    profile: NodeMap
    cautions: tuple[str, ...] = ()


NEAR = Record(
    "Near trade",
    NearTrade,
    Key("name", line(longest=60), "The trade in words.", required=True),
    Key("schema_types", ListOf(line(longest=60)), "Types of schema.org where they differ."),
    Key("aliases", ListOf(line(longest=60)), "Other words for it."),
)

TRADE = Record(
    "Trade",
    WrittenTrade,
    Key("name", line(), "The trade in words.", required=True),
    Key("schema_types", ListOf(line(longest=60)), "Types of schema.org, most specific first.", required=True),
    Key("tiles", ident(), "The set of artwork.", required=True),
    Key("sections", ListOf(ident()), "The order of the home page.", required=True),
    Key("primary_action", line(longest=60), "What visitors should do first.", required=True),
    Key("services_title", line(longest=60), "The heading over the services.", required=True),
    Key("prices_title", line(longest=60), "The heading over the prices.", required=True),
    Key("when_shut", ident(), "What the status line says outside opening hours.", required=True),
    Key("visit_word", line(longest=40), "What a visit is called.", required=True),
    Key("theme", ident(), "The theme that suits.", otherwise="fascia"),
    Key("aliases", ListOf(line(longest=60)), "Other words for the trade."),
    Key("also", NamedRecords(ident(), NEAR), "Trades it serves under a name of their own."),
    Key("cautions", ListOf(words(longest=300)), "What the law often asks of the words of this trade."),
)


def find(word: Scalar, packs: Sources, notes: Notes) -> Pack | None:
    """The pack of the trade that the owner wrote, by its name or another word for it; None with the problem noted."""
    wanted = _normal(word.text)
    names = tuple(name.removesuffix(_ENDING) for name in packs.names if name.endswith(_ENDING) and "/" not in name)
    chosen = wanted if wanted in names else next((name for name in names if wanted in _words(name, packs)), "")
    if chosen:
        notes.trade = chosen
        return _read(chosen, packs, notes, near=_words(chosen, packs).get(wanted, ""))
    known = {each: name for name in names for each in (name, *_words(name, packs))}
    near = suggestion(wanted, tuple(known), otherwise="-")
    fix = (
        f"Did you mean {known[near.removeprefix('Did you mean ').rstrip('?')]}?"
        if near != "-"
        else f"Write one of: {', '.join(names)}."
    )
    notes.refuse(word.place, "trade", Unreadable(message=f'There is no trade pack "{shown(word.text)}".', fix=fix))
    return None


def word_for(said: str, packs: Sources) -> str:
    """What an owner would write under `trade` for a trade called `said`; empty where no pack knows the word."""
    wanted = _normal(said)
    names = tuple(name.removesuffix(_ENDING) for name in packs.names if name.endswith(_ENDING) and "/" not in name)
    if wanted in names:
        return wanted
    return next((_words(name, packs)[wanted] or name for name in names if wanted in _words(name, packs)), "")


def merged(owner: NodeMap, pack: NodeMap, record: Record[Any]) -> NodeMap:
    """The owner's keys, and the pack's where the owner has none.

    What the owner writes under a key replaces the pack's whole key, but for records such as `brand`, which are joined key by
    key. An empty list or map means "none of them".
    """
    entries = []
    fields = {key.name: key.field for key in record.keys}
    for entry in owner.entries:
        theirs, field = pack.get(entry.key.text), fields.get(entry.key.text)
        if isinstance(theirs, NodeMap) and isinstance(entry.node, NodeMap) and isinstance(field, Record):
            entries.append(Entry(entry.key, merged(entry.node, theirs, field)))
        elif theirs is None or not is_missing(entry.node) or (field and field.when_empty):
            entries.append(entry)
    written = {entry.key.text for entry in entries}
    entries += [entry for entry in pack.entries if entry.key.text not in written]
    return NodeMap(tuple(entries), owner.place)


def filled(node: Node, slots: dict[str, str]) -> Node:
    """A pack's node with its slots filled."""
    match node:
        case Scalar():
            return Scalar(fill(node.text, slots), node.place)
        case NodeList():
            return NodeList(tuple(filled(each, slots) for each in node.nodes), node.place)
        case NodeMap():
            return NodeMap(
                tuple(Entry(_filled_key(entry.key, slots), filled(entry.node, slots)) for entry in node.entries), node.place
            )


def filled_text(text: Text, slots: dict[str, str]) -> Text:
    """A pack's text with its slots filled."""
    return dataclasses.replace(
        text,
        body=fill(text.body, slots),
        title=fill(text.title, slots),
        summary=fill(text.summary, slots),
        more=tuple((key, fill(value, slots)) for key, value in text.more),
    )


def fill(text: str, slots: dict[str, str]) -> str:
    """One text with {name}, {town}, {in_town} and {phone} filled, once: what is filled in is not looked at again."""
    return _SLOT.sub(lambda found: slots.get(found[1], ""), text)


def _filled_key(key: Scalar, slots: dict[str, str]) -> Scalar:
    return Scalar(fill(key.text, slots), key.place)


def _read(name: str, packs: Sources, notes: Notes, *, near: str = "") -> Pack | None:
    """The pack, whose own mistakes are problems too: they are ours, and named by our own file. `near` names one of `also`."""
    file = packs.shown(name + _ENDING)
    document = _document(packs.text(name + _ENDING), file)
    whole = document if isinstance(document, NodeMap) else NodeMap((), document.place)
    trade_node, profile = whole.get("trade") or whole, whole.get("profile") or NodeMap((), whole.place)
    written = TRADE.read(trade_node, "trade", _aside(notes))
    if isinstance(written, Lost) or not isinstance(profile, NodeMap):
        TRADE.read(trade_node, "trade", notes)
        return None
    for entry in profile.entries:
        if entry.key.text in OWNERS_OWN:
            notes.refuse(entry.key.place, entry.key.text, Unreadable(message="Only the owner can say this.", fix="Delete it."))
    return Pack(trade=_trade(name, written, near), theme=written.theme, profile=profile, cautions=written.cautions)


@functools.lru_cache(maxsize=64)
def _document(text: str, file: str) -> Node:
    """A pack's document, which many businesses share."""
    return read_document(text, file=file)


def _trade(name: str, written: WrittenTrade, near: str) -> Trade:
    """The trade under the name that the owner wrote, where the pack keeps one for it."""
    trade = Trade(id=name, **{field: getattr(written, field) for field in Trade.__dataclass_fields__ if field != "id"})
    called = next((each for each in written.also if each.id == near), None)
    if called is None:
        return trade
    return dataclasses.replace(trade, name=called.name, schema_types=called.schema_types or trade.schema_types)


def _aside(notes: Notes) -> Notes:
    """Notes apart: where a trade's own facts come from is no value of the profile."""
    return Notes(sources=notes.sources, packs=notes.packs, today=notes.today, trade=notes.trade)


def _words(name: str, packs: Sources) -> dict[str, str]:
    """Every other word for a pack, with the near trade that it names; empty where it is the pack's own trade."""
    # the trade stands above the starter profile, and a word may be looked up in every pack there is
    return _words_in(packs.text(name + _ENDING).partition("\nprofile:")[0])


@functools.lru_cache(maxsize=128)
def _words_in(text: str) -> dict[str, str]:
    """Read without judging: a pack that nobody asked for must not stop a profile."""
    try:
        document = read_on(text, file="").node
    except ProfileInvalid:
        return {}
    if not isinstance(document, NodeMap):
        return {}
    trade = document.get("trade")
    inner = trade if isinstance(trade, NodeMap) else NodeMap((), document.place)
    found = dict.fromkeys((*_listed(inner.get("name")), *_listed(document.get("aliases") or inner.get("aliases"))), "")
    also = inner.get("also")
    for entry in also.entries if isinstance(also, NodeMap) else ():
        near = entry.node if isinstance(entry.node, NodeMap) else NodeMap((), entry.node.place)
        words = (_normal(entry.key.text), *_listed(near.get("name")), *_listed(near.get("aliases")))
        found |= dict.fromkeys(words, entry.key.text)
    return found


def _listed(node: Node | None) -> tuple[str, ...]:
    nodes = node.nodes if isinstance(node, NodeList) else (node,)
    return tuple(_normal(each.text) for each in nodes if isinstance(each, Scalar))


def _normal(word: str) -> str:
    return re.sub(r"[\s\-]+", "_", word.strip().lower())
