"""The language in which fields are declared: one declaration reads, describes itself to editors, and explains itself to owners."""

import abc
import enum
from collections.abc import Callable
from typing import Any, Generic, Protocol, TypeVar

from weblocal.model.problems import Unreadable
from weblocal.profile.noting import Notes, shown
from weblocal.reading.nodes import Node, NodeList, NodeMap, Scalar

T = TypeVar("T")

# JSON is what a schema is made of; the schema is written out as a whole and never read back
Schema = dict[str, Any]


class Lost(enum.Enum):
    """A value that could not be read; its problem has been noted."""

    LOST = "lost"


LOST = Lost.LOST

# long texts have Markdown files of their own; no reader below has to stand a megabyte
LONGEST_TEXT = 5000


class Described(Protocol):
    """What gets a section of its own on the reference page."""

    title: str
    words: str

    def rows(self) -> tuple[tuple[str, str, str, str], ...]:
        """Key, meaning, how to write it, and what holds when it is left out."""


class Field(abc.ABC, Generic[T]):
    """Something an owner may write, and what it becomes."""

    __slots__ = ()

    # what to say when nothing stands behind the colon; None = that simply means "left out"
    when_empty: Unreadable | None = None

    @abc.abstractmethod
    def read(self, node: Node, path: str, notes: Notes) -> T | Lost:
        """The value written in `node`, or LOST with the problem noted."""

    @abc.abstractmethod
    def schema(self) -> Schema:
        """The same rule as JSON Schema, for editors; looser where only the whole profile can tell."""

    @abc.abstractmethod
    def how(self) -> str:
        """How to write it, for the reference page, in Markdown."""

    def shape(self) -> "Field[Any]":
        """The field that says how the text is laid out: itself, unless it only wraps another."""
        return self

    def parts(self) -> tuple["Described", ...]:
        """The records inside, which get a section of their own on the reference page."""
        return ()


class Leaf(Field[T]):
    """One text, with the reader that makes a value of it."""

    __slots__ = ("_how", "_pattern", "_reads", "choices", "when_empty")

    def __init__(
        self,
        reads: Callable[[str, Notes], T | Unreadable],
        how: str,
        *,
        pattern: str = "",
        choices: tuple[str, ...] = (),
        when_empty: Unreadable | None = None,
    ) -> None:
        self._reads = reads
        self._how = how
        self._pattern = pattern
        self.choices = choices
        self.when_empty = when_empty

    def read(self, node: Node, path: str, notes: Notes) -> T | Lost:
        """The value of one text, with the note where it stood."""
        value = self.value(node, path, notes)
        if not isinstance(value, Lost) and isinstance(node, Scalar):
            notes.seen(path, node)
        return value

    def value(self, node: Node, path: str, notes: Notes) -> T | Lost:
        """The value of one text; no note is made, as suits a key."""
        if not isinstance(node, Scalar):
            found = "Here stands a list" if isinstance(node, NodeList) else "Here stand keys"
            notes.refuse(node.place, path, Unreadable(message=f"{found}, where one text belongs.", fix=f"Write {self._how}."))
            return LOST
        if len(node.text) > LONGEST_TEXT:
            notes.refuse(
                node.place,
                path,
                Unreadable(message=f"The text is longer than {LONGEST_TEXT} characters.", fix="Say it shorter."),
            )
            return LOST
        answer = self._reads(node.text.strip(), notes)
        if isinstance(answer, Unreadable):
            notes.refuse(node.place, path, answer)
            return LOST
        return answer

    def schema(self) -> Schema:
        """A text; numbers are allowed, because editors read 48 as one, and null, because an empty value means missing."""
        if self.choices:
            switches = [True, False] if "yes" in self.choices else []
            return {"enum": [*self.choices, *switches, None]}
        schema: Schema = {"type": ["string", "number", "null"]}
        return schema | {"pattern": self._pattern} if self._pattern else schema

    def key_schema(self) -> Schema:
        """The rule for keys of this kind."""
        if self.choices:
            return {"enum": list(self.choices)}
        return {"pattern": self._pattern} if self._pattern else {}

    def how(self) -> str:
        """How to write it."""
        return self._how


def joined(path: str, key: str) -> str:
    """A dotted path, one key longer."""
    return f"{path}.{key}" if path else key


def found_in(node: Node) -> str:
    """What stands there, for messages."""
    match node:
        case Scalar():
            return f'"{shown(node.text)}"'
        case NodeList():
            return "A list"
        case NodeMap():
            return f'"{shown(", ".join(node.keys()))}"'
