"""Lists, and maps whose keys the owner chooses."""

from typing import TypeVar

from weblocal.model.problems import Unreadable
from weblocal.profile.fields import LOST, Described, Field, Leaf, Lost, Schema, found_in, joined
from weblocal.profile.noting import Notes, shown
from weblocal.profile.records import Record, Variants
from weblocal.reading.nodes import Entry, Node, NodeList, NodeMap, Scalar, is_missing

T = TypeVar("T")
K = TypeVar("K")

MOST_IN_A_LIST = 1000


class ListOf(Field[tuple[T, ...]]):
    """Several of one kind, in the owner's order; a single one may stand without a dash.

    `divides` says that no such value holds a comma, so that words with commas outside brackets are a list without them.
    """

    __slots__ = ("divides", "of")

    def __init__(self, of: Field[T], *, divides: bool = False) -> None:
        self.of = of
        self.divides = divides

    def read(self, node: Node, path: str, notes: Notes) -> tuple[T, ...] | Lost:
        """The values, unless one of them is lost."""
        if isinstance(node, NodeMap) and not isinstance(self.of, Record | Variants):
            notes.refuse(
                node.place, path, Unreadable(message="Here stand keys where a list belongs.", fix="Write - in front of each.")
            )
            return LOST
        if self.divides and isinstance(node, Scalar) and "," in node.text:
            fix = f"Write [{shown(node.text)}]."
            notes.refuse(node.place, path, Unreadable(message="A list without its brackets stands here.", fix=fix))
            return LOST
        nodes = node.nodes if isinstance(node, NodeList) else (node,)
        if len(nodes) > MOST_IN_A_LIST:
            notes.refuse(node.place, path, Unreadable(message=f"The list is longer than {MOST_IN_A_LIST}.", fix="Write fewer."))
            return LOST
        values = [self.of.read(each, f"{path}[{number}]", notes) for number, each in enumerate(nodes, start=1)]
        whole = tuple(value for value in values if not isinstance(value, Lost))
        return whole if len(whole) == len(values) else LOST

    def schema(self) -> Schema:
        """A list, or one alone."""
        return {"anyOf": [{"type": ["array", "null"], "items": self.of.schema()}, self.of.schema()]}

    def how(self) -> str:
        """How to write it."""
        return f"a list of: {self.of.how()}"

    def parts(self) -> tuple[Described, ...]:
        """The records in the list."""
        return self.of.parts()


class MapOf(Field[tuple[tuple[K, T], ...]]):
    """Keys that the owner chooses, each with a value of one kind, in the owner's order.

    `says_keys` means that the keys are words for visitors too, such as questions.
    """

    __slots__ = ("of", "says_keys", "under")

    def __init__(self, under: Leaf[K], of: Field[T], *, says_keys: bool = False) -> None:
        self.under = under
        self.of = of
        self.says_keys = says_keys

    def read(self, node: Node, path: str, notes: Notes) -> tuple[tuple[K, T], ...] | Lost:
        """Pairs of key and value, unless one of them is lost."""
        if not isinstance(node, NodeMap):
            cure = f"Write {self.under.how()}, a colon, then {self.of.how()}."
            notes.refuse(node.place, path, Unreadable(message=f"{found_in(node)} stands where keys belong.", fix=cure))
            return LOST
        pairs = [self._pair(entry, path, notes) for entry in node.entries]
        whole = tuple(pair for pair in pairs if not isinstance(pair, Lost))
        return whole if len(whole) == len(pairs) else LOST

    def _pair(self, entry: Entry, path: str, notes: Notes) -> tuple[K, T] | Lost:
        below = joined(path, shown(entry.key.text))
        key = self.under.value(entry.key, below, notes)
        if is_missing(entry.node):
            wrong = Unreadable(message="Nothing stands behind the colon.", fix=f"Write {self.of.how()}.")
            notes.refuse(notes.place_of(entry), below, wrong)
            return LOST
        value = self.of.read(entry.node, below, notes)
        return LOST if isinstance(key, Lost) or isinstance(value, Lost) else (key, value)

    def schema(self) -> Schema:
        """An object with keys of the owner's choice."""
        return {"type": ["object", "null"], "propertyNames": self.under.key_schema(), "additionalProperties": self.of.schema()}

    def how(self) -> str:
        """How to write it."""
        return f"{self.under.how()}, then {self.of.how()}"

    def parts(self) -> tuple[Described, ...]:
        """The records under the keys."""
        return self.of.parts()
