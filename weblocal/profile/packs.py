"""Trade packs: finding the one for a trade, its words with the slots filled, and the owner's words laid over them."""

import dataclasses
import re
from typing import Any

from weblocal.model.business import Trade
from weblocal.model.problems import Unreadable
from weblocal.model.words import Text
from weblocal.profile.fields import Lost
from weblocal.profile.leaves import ident, line
from weblocal.profile.lists import ListOf
from weblocal.profile.noting import Notes, shown, suggestion
from weblocal.profile.records import Key, Record
from weblocal.profile.sources import Sources
from weblocal.reading.document import read_document
from weblocal.reading.nodes import Entry, Node, NodeList, NodeMap, Scalar, is_missing

# Never twice in braces: {{ first_name | there }} is filled when a mail is made for one reader.
_SLOT = re.compile(r"(?<!\{)\{(name|town|phone)\}(?!\})")
_ENDING = ".yaml"

# What only the owner can know: a pack that spoke of it would be inventing.
OWNERS_OWN = frozenset(
    {"name", "trade", "website", "phone", "email", "address", "offers", "reviews", "rating", "team", "hours"}
)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
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


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """A trade with its starter profile, its slots not yet filled."""

    trade: Trade
    theme: str
    profile: NodeMap


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
)


def find(word: Scalar, packs: Sources, notes: Notes) -> Pack | None:
    """The pack of the trade that the owner wrote, by its name or another word for it; None with the problem noted."""
    wanted = _normal(word.text)
    names = tuple(name.removesuffix(_ENDING) for name in packs.names if name.endswith(_ENDING) and "/" not in name)
    chosen = wanted if wanted in names else next((name for name in names if wanted in _aliases(name, packs)), "")
    if chosen:
        notes.trade = chosen
        return _read(chosen, packs, notes)
    words = {alias: name for name in names for alias in (name, *_aliases(name, packs))}
    near = suggestion(wanted, tuple(words), otherwise="-")
    fix = (
        f"Did you mean {words[near.removeprefix('Did you mean ').rstrip('?')]}?"
        if near != "-"
        else f"Write one of: {', '.join(names)}."
    )
    notes.refuse(word.place, "trade", Unreadable(message=f'There is no trade pack "{shown(word.text)}".', fix=fix))
    return None


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
    """One text with {name}, {town} and {phone} filled, once: what is filled in is not looked at again."""
    return _SLOT.sub(lambda found: slots.get(found[1], ""), text)


def _filled_key(key: Scalar, slots: dict[str, str]) -> Scalar:
    return Scalar(fill(key.text, slots), key.place)


def _read(name: str, packs: Sources, notes: Notes) -> Pack | None:
    """The pack, whose own mistakes are problems too: they are ours, and named by our own file."""
    file = packs.shown(name + _ENDING)
    document = read_document(packs.text(name + _ENDING), file=file)
    whole = document if isinstance(document, NodeMap) else NodeMap((), document.place)
    trade_node, profile = whole.get("trade") or whole, whole.get("profile") or NodeMap((), whole.place)
    written = TRADE.read(trade_node, "trade", _aside(notes))
    if isinstance(written, Lost) or not isinstance(profile, NodeMap):
        TRADE.read(trade_node, "trade", notes)
        return None
    for entry in profile.entries:
        if entry.key.text in OWNERS_OWN:
            notes.refuse(entry.key.place, entry.key.text, Unreadable(message="Only the owner can say this.", fix="Delete it."))
    values = {field: getattr(written, field) for field in Trade.__dataclass_fields__ if field != "id"}
    return Pack(trade=Trade(id=name, **values), theme=written.theme, profile=profile)


def _aside(notes: Notes) -> Notes:
    """Notes apart: where a trade's own facts come from is no value of the profile."""
    return Notes(sources=notes.sources, packs=notes.packs, today=notes.today, trade=notes.trade)


def _aliases(name: str, packs: Sources) -> tuple[str, ...]:
    document = read_document(packs.text(name + _ENDING), file=packs.shown(name + _ENDING))
    if not isinstance(document, NodeMap):
        return ()
    trade = document.get("trade")
    listed = document.get("aliases") or (trade.get("aliases") if isinstance(trade, NodeMap) else None)
    nodes = listed.nodes if isinstance(listed, NodeList) else ()
    return tuple(_normal(node.text) for node in nodes if isinstance(node, Scalar))


def _normal(word: str) -> str:
    return re.sub(r"[\s\-]+", "_", word.strip().lower())
