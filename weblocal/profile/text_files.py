"""Files named in the profile: the owner's Markdown texts, and pictures that must lie beside it."""

import dataclasses
import difflib
import functools
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
PHOTO_ENDINGS = (".jpg", ".jpeg", ".png", ".webp", ".avif")
PICTURE_ENDINGS = (".svg", *PHOTO_ENDINGS)
# what telephones and cameras make and browsers do not show; the way out of each differs
_NOT_SHOWN = {
    ".heic": "Export it as JPEG; on an iPhone: Settings, Camera, Formats, Most Compatible.",
    ".heif": "Export it as JPEG; on an iPhone: Settings, Camera, Formats, Most Compatible.",
    ".gif": "Save it as PNG or JPEG.",
    ".bmp": "Save it as PNG or JPEG.",
    ".tif": "Export it as JPEG.",
    ".tiff": "Export it as JPEG.",
    ".dng": "Export it as JPEG.",
    ".cr2": "Export it as JPEG.",
    ".nef": "Export it as JPEG.",
    ".pdf": "Export the picture in it as JPEG.",
}


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


def picture_name(endings: tuple[str, ...] = PICTURE_ENDINGS) -> Leaf[str]:
    """The name of a picture file beside the profile; what is in it is judged when it is opened."""

    def read(text: str, notes: Notes) -> str | Unreadable:
        return named_file(text, notes.sources, endings)

    pattern = rf"\.({'|'.join(ending.removeprefix('.') for ending in endings)})$"
    return Leaf(read, f"the name of a picture file: {_kinds(endings)}", pattern=pattern)


def read_text_file(name: str, sources: Sources, notes: Notes) -> Text | Lost:
    """One Markdown file of a tree of sources; its own problems are noted at their own lines."""
    try:
        read = _shared_text if sources is notes.packs else front_matter.read_text
        return read(sources.text(name), file=sources.shown(name))
    except ProfileInvalid as wrong:
        notes.refuse_all(wrong.problems)
        return LOST


@functools.lru_cache(maxsize=256)
def _shared_text(text: str, *, file: str) -> Text:
    """A text of a trade pack, which many businesses share."""
    return front_matter.read_text(text, file=file)


def _named(sources: Sources, endings: tuple[str, ...]) -> Leaf[str]:
    return Leaf(lambda text, _notes: named_file(text, sources, endings), "a file name")


def named_file(text: str, sources: Sources, endings: tuple[str, ...]) -> str | Unreadable:
    """The file that a text names, or what is wrong with the name."""
    name = text.removeprefix("./")
    if not _SAFE.match(name):
        return Unreadable(message=f'"{shown(text)}" is not a file beside business.yaml.', fix="Name a file in this folder.")
    if not name.lower().endswith(endings):
        ending = f".{name.lower().rpartition('.')[2]}"
        if ".jpg" in endings and ending in _NOT_SHOWN:
            return Unreadable(message=f'Browsers cannot show "{shown(text)}".', fix=_NOT_SHOWN[ending])
        return Unreadable(
            message=f'"{shown(text)}" is not a file of this kind.', fix=f"Its name ends in {' or '.join(endings)}."
        )
    if name in sources:
        return name
    near = difflib.get_close_matches(name, [each for each in sources.names if each.lower().endswith(endings)], n=1)
    fix = f"Did you mean {near[0]}?" if near else "Put the file there, or leave this line out."
    return Unreadable(message=f'There is no file "{shown(text)}".', fix=fix)


def _kinds(endings: tuple[str, ...]) -> str:
    return ", ".join(ending.removeprefix(".") for ending in endings)
