"""The owner's photographs: each file with words for those who cannot see it, and what to keep in sight when it is cut."""

import re
from typing import Any

from weblocal.model.pictures import MIDDLE, Focus, Photo
from weblocal.model.problems import Unreadable
from weblocal.model.records import record
from weblocal.profile.fields import LOST, Field, Leaf, Lost, Schema, found_in, joined
from weblocal.profile.leaves import line, yes_or_no
from weblocal.profile.lists import MapOf
from weblocal.profile.noting import Notes, shown
from weblocal.profile.records import Brief, Key, Record
from weblocal.profile.text_files import PHOTO_ENDINGS, Placed, WithPlace, picture_name
from weblocal.reading.nodes import Node, NodeMap, Scalar

_FOCUS = r"^([0-9]{1,3})\s*%\s+([0-9]{1,3})\s*%$"


@record
class WrittenPhoto:
    """What is written under a file's name."""

    words: str = ""
    caption: str = ""
    focus: Focus = MIDDLE
    before: Photo | None = None
    is_kept: bool = False


def focus() -> Leaf[Focus]:
    """A spot of a picture: so far from the left, so far from the top."""

    def read(text: str, _notes: Notes) -> Focus | Unreadable:
        found = re.match(_FOCUS, text)
        if found and int(found[1]) <= 100 and int(found[2]) <= 100:
            return Focus(x=int(found[1]), y=int(found[2]))
        return Unreadable(
            message=f'"{shown(text)}" is not a spot in a picture.', fix="Write how far from the left and from the top: 40% 60%"
        )

    return Leaf(read, "so far from the left and so far from the top, such as `40% 60%`", pattern=_FOCUS)


class Before(Field[Photo]):
    """The same spot before the work: one file with its words."""

    __slots__ = ()
    _named = MapOf(picture_name(PHOTO_ENDINGS), line("what it shows"))

    def read(self, node: Node, path: str, notes: Notes) -> Photo | Lost:
        """The photograph with its words."""
        pairs = self._named.read(node, path, notes)
        if isinstance(pairs, Lost) or not _is_one(pairs, node, path, notes):
            return LOST
        name, words = pairs[0]
        return Photo(file=name, words=words, place=node.place)

    def shape(self) -> Field[Any]:
        """A name with its words."""
        return self._named

    def schema(self) -> Schema:
        """A file name with its words."""
        return self._named.schema()

    def how(self) -> str:
        """How to write it."""
        return "`{file: what it shows}`"


def _record(title: str, *, needs_words: bool) -> Brief[WrittenPhoto]:
    record = Record(
        title,
        WrittenPhoto,
        Key(
            "shows",
            line("what it shows", longest=200),
            "What it shows, for people who cannot see it.",
            required=needs_words,
            to="words",
            aka=("alt", "words", "description"),
            example="The van in Mill Lane",
            spoken=True,
        ),
        Key("caption", line(longest=120), "What stands under it: place and job.", aka=("title",), spoken=True),
        Key("focus", focus(), "What must stay in sight when it is cut.", otherwise="50% 50%", aka=("focal", "focal_point")),
        Key(
            "before",
            Before(),
            "The same spot before the work.",
            example="{images/old-bath.jpg: The old bath, stained}",
            spoken=True,
        ),
        Key(
            "show_anyway",
            yes_or_no(),
            "Show it although it was found too dark, too bright or blurred.",
            otherwise="no",
            to="is_kept",
        ),
        words="`images/van.jpg: The van in Mill Lane` is enough; this is the long form, under the file's name.",
    )
    return Brief(record, key="shows")


PHOTO = _record("Photo", needs_words=True)
PHOTOS = MapOf(picture_name(PHOTO_ENDINGS), WithPlace(PHOTO))
_PORTRAIT = _record("Portrait", needs_words=False)


class OnePhoto(Field[Photo]):
    """One photograph: the name of a file that stands under `photos` already, or the name with its words behind it."""

    __slots__ = ("_named", "needs_words")

    def __init__(self, *, needs_words: bool = True) -> None:
        self.needs_words = needs_words
        self._named = PHOTOS if needs_words else MapOf(picture_name(PHOTO_ENDINGS), WithPlace(_PORTRAIT))

    def read(self, node: Node, path: str, notes: Notes) -> Photo | Lost:
        """The photograph; words that stand under `photos` need not be said again."""
        if isinstance(node, Scalar):
            return self._by_name(node, path, notes)
        if not isinstance(node, NodeMap):
            wrong = Unreadable(message=f"{found_in(node)} stands where one photo belongs.", fix="Write {file: what it shows}.")
            notes.refuse(node.place, path, wrong)
            return LOST
        pairs = self._named.read(node, path, notes)
        if isinstance(pairs, Lost) or not _is_one(pairs, node, path, notes):
            return LOST
        return photo(*pairs[0])

    def _by_name(self, node: Scalar, path: str, notes: Notes) -> Photo | Lost:
        name = picture_name(PHOTO_ENDINGS).read(node, path, notes)
        if isinstance(name, Lost):
            return LOST
        known = notes.photos.get(name)
        if known is not None:
            written = PHOTO.read(known, joined("photos", shown(name)), notes)
            return LOST if isinstance(written, Lost) else photo(name, Placed(written, node.place, path))
        if not self.needs_words:
            return Photo(file=name, place=node.place)
        message = f"Nothing says what {shown(name)} shows, for people who cannot see it."
        fix = f"Write {path.rpartition('.')[2]}: {{{shown(name)}: what it shows}}"
        notes.refuse(node.place, path, Unreadable(message=message, fix=fix))
        return LOST

    def shape(self) -> Field[Any]:
        """Names with words."""
        return self._named

    def schema(self) -> Schema:
        """A file name, or one with its words."""
        return {"anyOf": [picture_name(PHOTO_ENDINGS).schema(), self._named.schema()]}

    def how(self) -> str:
        """How to write it."""
        if not self.needs_words:
            return "the name of a photo file"
        return "`{file: what it shows}`, or the name of a file that stands under `photos`"


def photo(name: str, written: Placed[WrittenPhoto]) -> Photo:
    """One photograph as the business has it."""
    value = written.value
    return Photo(
        file=name,
        words=value.words,
        caption=value.caption,
        focus=value.focus,
        before=value.before,
        is_kept=value.is_kept,
        place=written.place,
    )


def written(whole: NodeMap) -> dict[str, Node]:
    """What stands under each file of `photos`."""
    node = whole.get("photos")
    if not isinstance(node, NodeMap):
        return {}
    return {entry.key.text.removeprefix("./"): entry.node for entry in node.entries}


def _is_one(pairs: tuple[object, ...], node: Node, path: str, notes: Notes) -> bool:
    if len(pairs) != 1:
        notes.refuse(node.place, path, Unreadable(message="One photo belongs here.", fix="Keep one, with its words."))
    return len(pairs) == 1
