"""Files named in the profile: the owner's Markdown texts, and pictures that must lie beside it."""

import dataclasses
import difflib
import re
from typing import Any, Generic, TypeVar

from weblocal.errors import ProfileInvalid
from weblocal.model.problems import Place, Unreadable
from weblocal.model.words import Text
from weblocal.profile.fields import LOST, Field, Leaf, Lost, Schema
from weblocal.profile.noting import Notes, shown
from weblocal.profile.sources import Sources
from weblocal.reading import front_matter
from weblocal.reading.nodes import Node

T = TypeVar("T")

_SAFE = re.compile(r"^(?!/)(?!.*(?:^|/)\.{1,2}(?:/|$))[^\\:*?\"<>|]{1,200}$")
_PICTURES = (".svg", ".png", ".jpg", ".jpeg", ".webp", ".avif")


@dataclasses.dataclass(frozen=True, slots=True)
class Placed(Generic[T]):
    """A value with the place where it was written, for problems that only the whole profile shows."""

    value: T
    place: Place
    path: str


class WithPlace(Field[Placed[T]]):
    """A field whose value remembers where it stood."""

    __slots__ = ("field",)

    def __init__(self, field: Field[T]) -> None:
        self.field = field

    def read(self, node: Node, path: str, notes: Notes) -> Placed[T] | Lost:
        """The value with its place."""
        value = self.field.read(node, path, notes)
        return LOST if isinstance(value, Lost) else Placed(value, node.place, path)

    def shape(self) -> Field[Any]:
        """As the field itself."""
        return self.field.shape()

    def schema(self) -> Schema:
        """As the field itself."""
        return self.field.schema()

    def how(self) -> str:
        """As the field itself."""
        return self.field.how()


class TextFile(Field[Text]):
    """The name of a Markdown file beside the profile, read with its front matter."""

    __slots__ = ()

    def read(self, node: Node, path: str, notes: Notes) -> Text | Lost:
        """The Text of the file."""
        sources = notes.packs if notes.is_of_pack(node) else notes.sources
        name = _named(sources, (".md",)).read(node, path, notes)
        return LOST if isinstance(name, Lost) else read_text_file(name, sources, notes)

    def schema(self) -> Schema:
        """A file name."""
        return {"type": ["string", "null"], "pattern": r"\.md$"}

    def how(self) -> str:
        """How to write it."""
        return "the name of a Markdown file beside business.yaml"


def picture() -> Field[str]:
    """The name of a picture file beside the profile."""
    return _Picture()


class _Picture(Field[str]):
    """A picture by its file name; only its being there is checked here."""

    __slots__ = ()

    def read(self, node: Node, path: str, notes: Notes) -> str | Lost:
        """The name."""
        return _named(notes.sources, _PICTURES).read(node, path, notes)

    def schema(self) -> Schema:
        """A file name."""
        return {"type": ["string", "null"], "pattern": r"\.(svg|png|jpe?g|webp|avif)$"}

    def how(self) -> str:
        """How to write it."""
        return "the name of a picture file: " + ", ".join(ending.removeprefix(".") for ending in _PICTURES)


def read_text_file(name: str, sources: Sources, notes: Notes) -> Text | Lost:
    """One Markdown file of a tree of sources; its own problems are noted at their own lines."""
    try:
        text = sources.text(name)
        return front_matter.read_text(text, file=sources.shown(name))
    except ProfileInvalid as wrong:
        notes.refuse_all(wrong.problems)
        return LOST


def _named(sources: Sources, endings: tuple[str, ...]) -> Leaf[str]:
    def read(text: str, _notes: Notes) -> str | Unreadable:
        name = text.removeprefix("./")
        if not _SAFE.match(name):
            return Unreadable(message=f'"{shown(text)}" is not a file beside business.yaml.', fix="Name a file in this folder.")
        if not name.lower().endswith(endings):
            return Unreadable(
                message=f'"{shown(text)}" is not a file of this kind.', fix=f"Its name ends in {' or '.join(endings)}."
            )
        if name in sources:
            return name
        near = difflib.get_close_matches(name, [each for each in sources.names if each.lower().endswith(endings)], n=1)
        fix = f"Did you mean {near[0]}?" if near else "Put the file there, or leave this line out."
        return Unreadable(message=f'There is no file "{shown(text)}".', fix=fix)

    return Leaf(read, "a file name")
