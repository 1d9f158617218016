"""Records: fixed keys that make one value, the same under ids of the owner's choice, and one of several by its key."""

import dataclasses
from collections.abc import Callable, Mapping
from typing import Any, Generic, TypeVar

from weblocal.model.problems import Unreadable
from weblocal.profile.fields import LOST, Described, Field, Leaf, Lost, Schema, found_in, joined
from weblocal.profile.noting import Notes, shown, suggestion
from weblocal.reading.nodes import Entry, Node, NodeMap, Scalar, is_missing

T = TypeVar("T")


@dataclasses.dataclass(frozen=True, slots=True)
class Key(Generic[T]):
    """One key of a record: its field, what it means to the owner, and what holds when it is left out.

    `to` names the argument of the record's maker where it is called otherwise; two names spread a pair. `aka` are words that
    people write instead. `spoken` values are words for visitors, so that each language of the site needs its own.
    """

    name: str
    field: Field[T]
    words: str
    required: bool = False
    otherwise: str = ""
    to: str | tuple[str, ...] = ""
    aka: tuple[str, ...] = ()
    example: str = ""
    spoken: bool = False

    def arguments(self, value: object) -> Mapping[str, object]:
        """The value under the name or names that the maker knows it by."""
        if isinstance(self.to, tuple):
            assert isinstance(value, tuple)
            return dict(zip(self.to, value, strict=True))
        return {self.to or self.name: value}

    def left_out(self) -> str:
        """What holds when the owner does not write it."""
        return "must be written" if self.required else self.otherwise


class Record(Field[T]):
    """Fixed keys that together make one value; the defaults are those of the maker's own arguments."""

    __slots__ = ("keys", "make", "rule", "title", "words")

    def __init__(
        self,
        title: str,
        make: Callable[..., T],
        *keys: Key[Any],
        words: str = "",
        rule: Callable[[T, Notes], Unreadable | None] | None = None,
    ) -> None:
        self.title = title
        self.make = make
        self.keys = keys
        self.words = words
        self.rule = rule

    def read(self, node: Node, path: str, notes: Notes) -> T | Lost:
        """The made value, once every key could be read."""
        return self.read_with(node, path, notes, {})

    def read_with(self, node: Node, path: str, notes: Notes, more: Mapping[str, object]) -> T | Lost:
        """As `read`, with arguments that stand outside the record, such as its id."""
        if not isinstance(node, NodeMap):
            cure = f"Write {', '.join(f'{key.name}: ...' for key in self.keys[:3])}."
            notes.refuse(node.place, path, Unreadable(message=f"{found_in(node)} stands where keys belong.", fix=cure))
            return LOST
        arguments, is_whole = self.gather(node, path, notes)
        if not is_whole:
            return LOST
        made = self.make(**more, **arguments)
        wrong = self.rule(made, notes) if self.rule else None
        if wrong:
            notes.refuse(node.place, path, wrong)
            return LOST
        return made

    def gather(self, node: NodeMap, path: str, notes: Notes) -> tuple[dict[str, object], bool]:
        """The maker's arguments as far as they could be read, and whether all could."""
        arguments: dict[str, object] = {}
        is_whole = self._no_unknown_keys(node, path, notes)
        for key in self.keys:
            written, below = node.get(key.name), joined(path, key.name)
            if written is None or is_missing(written):
                is_whole &= self._may_be_missing(key, written or node, below, notes)
                continue
            value = key.field.read(written, below, notes)
            if value is LOST:
                is_whole = False
            else:
                arguments.update(key.arguments(value))
        return arguments, is_whole

    def _may_be_missing(self, key: Key[Any], place_of: Node, path: str, notes: Notes) -> bool:
        if isinstance(place_of, Scalar) and key.field.when_empty:
            notes.refuse(place_of.place, path, key.field.when_empty)
            return False
        if key.required:
            example = key.example or key.field.how()
            notes.refuse(place_of.place, path, Unreadable(message="This is missing.", fix=f"Write {key.name}: {example}"))
            return False
        if key.otherwise:
            notes.defaulted(path, key.otherwise)
        return True

    def _no_unknown_keys(self, node: NodeMap, path: str, notes: Notes) -> bool:
        names = tuple(key.name for key in self.keys)
        unknown = [entry for entry in node.entries if entry.key.text not in names]
        for entry in unknown:
            word = entry.key.text
            fix = self._meant(word) or suggestion(word, names)
            notes.refuse(entry.key.place, joined(path, shown(word)), Unreadable(message="There is no such key.", fix=fix))
        return not unknown

    def _meant(self, word: str) -> str:
        """What somebody meant who used another word for a key, or a key that belongs one step further in."""
        for key in self.keys:
            if word.lower() in key.aka:
                return f"Write {key.name}."
        for key in self.keys:
            if isinstance(key.field, Record) and word in {inner.name for inner in key.field.keys}:
                return f"It belongs under {key.name}."
        return ""

    def schema(self) -> Schema:
        """An object with exactly these keys."""
        properties = {key.name: _with_words(key.field.schema(), key.words) for key in self.keys}
        required = [key.name for key in self.keys if key.required]
        return {"type": ["object", "null"], "properties": properties, "additionalProperties": False} | (
            {"required": required} if required else {}
        )

    def how(self) -> str:
        """A pointer to the record's own section."""
        anchor = self.title.lower().replace(":", "").replace(" ", "-")
        return f"see [{self.title}](#{anchor})"

    def rows(self) -> tuple[tuple[str, str, str, str], ...]:
        """Key, meaning, how to write it, and what holds when it is left out."""
        return tuple(
            (key.name, key.words, key.field.how() + (f" — `{key.example}`" if key.example else ""), key.left_out())
            for key in self.keys
        )

    def parts(self) -> tuple[Described, ...]:
        """This record and those in its keys."""
        return (self, *(part for key in self.keys for part in key.field.parts()))


class Brief(Field[T]):
    """A record that may be written as one text alone, which is then the value of its `key`."""

    __slots__ = ("key", "record")

    def __init__(self, record: Record[T], *, key: str) -> None:
        self.record = record
        self.key = key

    def whole(self, node: Node) -> Node:
        """The same with its key, where one text stands alone."""
        if not isinstance(node, Scalar) or is_missing(node):
            return node
        return NodeMap((Entry(Scalar(self.key, node.place), node),), node.place)

    def read(self, node: Node, path: str, notes: Notes) -> T | Lost:
        """The made value."""
        return self.record.read(self.whole(node), path, notes)

    def schema(self) -> Schema:
        """One text, or an object."""
        return {"anyOf": [{"type": ["string", "number", "null"]}, self.record.schema()]}

    def how(self) -> str:
        """How to write it."""
        return next(key.field.how() for key in self.record.keys if key.name == self.key)

    def parts(self) -> tuple[Described, ...]:
        """The record."""
        return self.record.parts()


class NamedRecords(Field[tuple[T, ...]]):
    """Records under ids of the owner's choice; the maker gets the id as `id`."""

    __slots__ = ("record", "under")

    def __init__(self, under: Leaf[str], record: Record[T]) -> None:
        self.under = under
        self.record = record

    def read(self, node: Node, path: str, notes: Notes) -> tuple[T, ...] | Lost:
        """The records that could be read; one that could not has left its problem, and the rest may yet show theirs."""
        if not isinstance(node, NodeMap):
            cure = "Write a short name, a colon, and what belongs to it below, two spaces in."
            notes.refuse(node.place, path, Unreadable(message=f"{found_in(node)} stands where named entries belong.", fix=cure))
            return LOST
        made = [self._one(entry, path, notes) for entry in node.entries]
        _refuse_twins(node, path, notes)
        return tuple(each for each in made if not isinstance(each, Lost))

    def _one(self, entry: Entry, path: str, notes: Notes) -> T | Lost:
        below = joined(path, shown(entry.key.text))
        name = self.under.value(entry.key, below, notes)
        # nothing behind the colon is a record whose keys are all left out; its required keys then say what is wanted
        node = NodeMap((), notes.place_of(entry)) if is_missing(entry.node) else entry.node
        made = self.record.read_with(node, below, notes, {"id": name})
        return LOST if isinstance(name, Lost) else made

    def schema(self) -> Schema:
        """An object with records under ids."""
        return {
            "type": ["object", "null"],
            "propertyNames": self.under.key_schema(),
            "additionalProperties": self.record.schema(),
        }

    def how(self) -> str:
        """How to write it."""
        return f"a short name each, and under it: {self.record.how()}"

    def parts(self) -> tuple[Described, ...]:
        """The record and those inside."""
        return self.record.parts()


class Variants(Field[T]):
    """One of several records, told apart by the key that only one of them has."""

    __slots__ = ("records",)

    def __init__(self, **records: Record[T]) -> None:
        self.records = records

    def read(self, node: Node, path: str, notes: Notes) -> T | Lost:
        """The value of the record whose key is there."""
        found = [name for name in self.records if isinstance(node, NodeMap) and node.get(name) is not None]
        if len(found) == 1:
            return self.records[found[0]].read(node, path, notes)
        names = ", ".join(self.records)
        message = "More than one kind of step stands here." if found else f"{found_in(node)} is none of the steps."
        words = node.keys() if isinstance(node, NodeMap) else ()
        fix = next((near for word in words if (near := suggestion(word, tuple(self.records), otherwise="-")) != "-"), "")
        notes.refuse(node.place, path, Unreadable(message=message, fix=fix or f"Begin it with one of: {names}."))
        return LOST

    def schema(self) -> Schema:
        """Any one of the records."""
        return {"anyOf": [record.schema() for record in self.records.values()]}

    def how(self) -> str:
        """How to write it."""
        return "one of " + ", ".join(record.how() for record in self.records.values())

    def parts(self) -> tuple[Described, ...]:
        """Every record to choose from."""
        return tuple(part for record in self.records.values() for part in record.parts())


def _refuse_twins(node: NodeMap, path: str, notes: Notes) -> None:
    """Refuse ids that would share a web address: there, first_visit and first-visit are one."""
    seen: dict[str, str] = {}
    for entry in node.entries:
        address = entry.key.text.replace("_", "-")
        if address in seen:
            message = f'"{shown(entry.key.text)}" and "{shown(seen[address])}" would have the same web address.'
            notes.refuse(
                entry.key.place, joined(path, shown(entry.key.text)), Unreadable(message=message, fix="Rename one of them.")
            )
        seen.setdefault(address, entry.key.text)


def _with_words(schema: Schema, words: str) -> Schema:
    return schema | {"description": words}
