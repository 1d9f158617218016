"""The words of another language laid over a profile: every text a visitor reads replaced, what is missing and what is too much noted."""

import dataclasses
from typing import Any

from weblocal.model.problems import Place, Unreadable
from weblocal.profile.fields import Field, Leaf, found_in, joined
from weblocal.profile.lists import ListOf, MapOf
from weblocal.profile.noting import Notes, shown, suggestion
from weblocal.profile.records import Key, NamedRecords, Record
from weblocal.profile.sources import Sources
from weblocal.profile.text_files import TextFile
from weblocal.reading.nodes import Entry, Node, NodeList, NodeMap, Scalar, is_missing

_MOST_NAMED = 6


@dataclasses.dataclass(slots=True, kw_only=True)
class Gaps:
    """What has no words in the language: paths of the owner's texts, and of those that the trade pack brought in English."""

    owners: list[str] = dataclasses.field(default_factory=list)
    starters: list[str] = dataclasses.field(default_factory=list)


def speaks(field: Field[Any]) -> bool:
    """Whether anything in `field` is words for visitors."""
    match field.shape():
        case Record() as record:
            return any(key.spoken or speaks(key.field) for key in record.keys)
        case NamedRecords() as named:
            return speaks(named.record)
        case ListOf() as several:
            return speaks(several.of)
        case MapOf() as pairs:
            return pairs.says_keys or speaks(pairs.of)
        case TextFile():
            return True
    return False


class Translation:
    """One language laid over one profile.

    `file` is where its words are written, as messages name it. With `may_lack`, a text without words stays as it is, and a page
    without words of its own is left out; else each is a problem.
    """

    def __init__(self, language: str, *, file: str, notes: Notes, may_lack: bool, is_pack: bool = False) -> None:
        self.gaps = Gaps()
        self._language = language
        self._file = file
        self._notes = notes
        self._may_lack = may_lack
        self._is_pack = is_pack
        self._missing: dict[tuple[Place, str], list[tuple[str, Node]]] = {}

    def record(self, record: Record[Any], node: NodeMap, words: Node | None, path: str, at: Place) -> NodeMap:
        """The record with its texts in the language. `at` is where missing ones should be written."""
        given = self._map(words, path)
        here = given.place if given.entries else at
        entries = []
        for entry in node.entries:
            key = next((key for key in record.keys if key.name == entry.key.text), None)
            if key is None or not (key.spoken or speaks(key.field)) or is_missing(entry.node):
                entries.append(entry)
                continue
            below = joined(path, key.name)
            said = self._value(key.field, entry.node, given.get(key.name), below, here, spoken=key.spoken)
            if said is not None:
                entries.append(Entry(entry.key, said))
        self._refuse_others(record, node, given, path)
        return NodeMap(tuple(entries), node.place)

    def refuse_gaps(self) -> None:
        """Note what is missing as problems, each key once where its words should stand, unless they may be lacking."""
        if self._may_lack:
            return
        for (at, key), missing in self._missing.items():
            path, node = missing[0]
            if len(missing) == 1:
                words = f': "{shown(node.text)}"' if isinstance(node, Scalar) else ""
                self._refuse(at, path, f"This has no words in {self._language}.", f"Translate {node.place}{words}")
                continue
            paths = ", ".join(path for path, _ in missing[:_MOST_NAMED]) + (" …" if len(missing) > _MOST_NAMED else "")
            message = f"{len(missing)} texts have no words in {self._language}: {paths}."
            self._refuse(at, key, message, f"Translate what stands from {node.place} on, under the same keys.")

    def _value(
        self, field: Field[Any], node: Node, words: Node | None, path: str, at: Place, *, spoken: bool = False
    ) -> Node | None:
        """What stands there in the language; None where a page is left out."""
        shape = field.shape()
        if isinstance(shape, TextFile):
            return self._text_file(node, path)
        if isinstance(shape, Leaf):
            return self._leaf(node, words, path, at) if spoken else node
        match shape, node:
            case Record(), NodeMap():
                return self.record(shape, node, words, path, at)
            case NamedRecords(), NodeMap():
                return self._named(shape, node, words, path, at)
            case MapOf(), NodeMap():
                return self._pairs(shape, node, words, path, at, spoken=spoken)
            case ListOf(), _:
                return self._list(shape, node, words, path, at, spoken=spoken)
        return node  # of the wrong kind, which its reader will say

    def _leaf(self, node: Node, words: Node | None, path: str, at: Place) -> Node:
        if words is None or is_missing(words):
            self._lacks(node, path, at)
            return node
        return words

    def _named(self, named: NamedRecords[Any], node: NodeMap, words: Node | None, path: str, at: Place) -> NodeMap:
        given = self._map(words, path)
        here = given.place if given.entries else at
        entries = [
            Entry(entry.key, self.record(named.record, entry.node, given.get(entry.key.text), below, here))
            if isinstance(entry.node, NodeMap)
            else entry
            for entry in node.entries
            for below in (joined(path, shown(entry.key.text)),)
        ]
        self._refuse_strangers(given, node.keys(), path)
        return NodeMap(tuple(entries), node.place)

    def _pairs(
        self, pairs: MapOf[Any, Any], node: NodeMap, words: Node | None, path: str, at: Place, *, spoken: bool
    ) -> NodeMap:
        given = self._map(words, path)
        if pairs.says_keys:
            return self._by_position(node, given, path, at)
        here = given.place if given.entries else at
        entries = []
        for entry in node.entries:
            below = joined(path, shown(entry.key.text))
            said = self._value(pairs.of, entry.node, given.get(entry.key.text), below, here, spoken=spoken)
            if said is not None:
                entries.append(Entry(entry.key, said))
        self._refuse_strangers(given, node.keys(), path)
        return NodeMap(tuple(entries), node.place)

    def _by_position(self, node: NodeMap, given: NodeMap, path: str, at: Place) -> NodeMap:
        """Keys that are words themselves, such as questions: the first here is the first there."""
        self._refuse_more(len(given.entries), len(node.entries), given.place, path)
        entries = list(given.entries[: len(node.entries)])
        for entry in node.entries[len(entries) :]:
            self._lacks(entry.key, joined(path, shown(entry.key.text)), given.place if entries else at)
            entries.append(entry)
        return NodeMap(tuple(entries), node.place)

    def _list(self, several: ListOf[Any], node: Node, words: Node | None, path: str, at: Place, *, spoken: bool) -> NodeList:
        ours, theirs = _nodes(node), _nodes(words)
        place = words.place if words is not None else at
        self._refuse_more(len(theirs), len(ours), place, path)
        made = [
            self._value(
                several.of,
                each,
                theirs[number] if number < len(theirs) else None,
                f"{path}[{number + 1}]",
                place,
                spoken=spoken,
            )
            for number, each in enumerate(ours)
        ]
        return NodeList(tuple(each for each in made if each is not None), node.place)

    def _text_file(self, node: Node, path: str) -> Node | None:
        """The file of the language beside the first: services/cut.cy.md beside services/cut.md."""
        if not isinstance(node, Scalar) or not node.text.lower().endswith(".md"):
            return node
        sources = self._sources_of(node)
        name = in_language(node.text.removeprefix("./"), self._language, sources)
        if name:
            return Scalar(name, node.place)
        if self._is_pack:
            return node
        wanted = beside(node.text, self._language)
        if self._notes.is_of_pack(node):
            self.gaps.starters.append(path)
            return node if _is_english(self._language) else None
        if self._may_lack:
            self.gaps.owners.append(path)
            return None
        message = f"The page {shown(node.text)} has no words in {self._language}."
        self._refuse(Place(file=self._notes.sources.shown(wanted)), path, message, f"Write them in {wanted}.")
        return node

    def _sources_of(self, node: Node) -> Sources:
        return self._notes.packs if self._notes.is_of_pack(node) else self._notes.sources

    def _lacks(self, node: Node, path: str, at: Place) -> None:
        """Nobody has said this in the language."""
        if self._is_pack or _is_said(node, self._notes, self._language):
            return
        if self._notes.is_of_pack(node):
            self.gaps.starters.append(path)
        else:
            self.gaps.owners.append(path)
            self._missing.setdefault((at, path.partition(".")[0].partition("[")[0]), []).append((path, node))

    def _refuse_others(self, record: Record[Any], node: NodeMap, given: NodeMap, path: str) -> None:
        spoken = tuple(key.name for key in record.keys if key.spoken or speaks(key.field))
        written = [name for name in node.keys() if name in spoken]
        for entry in given.entries:
            word = entry.key.text
            if word in written:
                continue
            if word in spoken:
                message, fix = (
                    "The profile has no such words to translate.",
                    "Write them in business.yaml first, or delete them here.",
                )
            elif any(key.name == word for key in record.keys):
                message, fix = "This is the same in every language.", "Delete it here; it stands in business.yaml."
            else:
                message, fix = "There is no such key.", _meant(record, word, spoken) or suggestion(word, tuple(written))
            self._refuse(entry.key.place, joined(path, shown(word)), message, fix)

    def _refuse_strangers(self, given: NodeMap, known: tuple[str, ...], path: str) -> None:
        for entry in given.entries:
            if entry.key.text not in known:
                word = shown(entry.key.text)
                self._refuse(entry.key.place, joined(path, word), f'The profile has no "{word}" here.', suggestion(word, known))

    def _refuse_more(self, here: int, there: int, place: Place, path: str) -> None:
        if here > there:
            message = f"There are {here} here, and {there} in the profile."
            self._refuse(place, path, message, "Delete what is too much; the order is that of the profile.")

    def _map(self, words: Node | None, path: str) -> NodeMap:
        if isinstance(words, NodeMap):
            return words
        if words is not None and not is_missing(words):
            self._refuse(words.place, path, f"{found_in(words)} stands where keys belong.", "Write the keys of the profile.")
        return NodeMap((), words.place if words is not None else Place(file=self._file))

    def _refuse(self, place: Place, path: str, message: str, fix: str) -> None:
        self._notes.refuse(place, path, Unreadable(message=message, fix=fix))


def in_language(name: str, language: str, sources: Sources) -> str:
    """The file with the words of `language` beside the file `name`: that of the whole tag, else of the language; "" for none."""
    tags = (language, language.split("-", maxsplit=1)[0])
    return next((found for tag in tags if (found := beside(name, tag)) in sources), "")


def beside(name: str, tag: str) -> str:
    """services/cut.md in cy is services/cut.cy.md."""
    stem, dot, ending = name.rpartition(".")
    return f"{stem}.{tag}{dot}{ending}"


def _is_said(node: Node, notes: Notes, language: str) -> bool:
    """Whether words of the pack are in the language already: it has them there, or the language is English."""
    return notes.is_of_pack(node) and (_is_english(language) or notes.is_of_pack_words(node.place))


def _is_english(language: str) -> bool:
    return language.split("-", maxsplit=1)[0].lower() == "en"


def _nodes(node: Node | None) -> tuple[Node, ...]:
    if node is None or is_missing(node):
        return ()
    return node.nodes if isinstance(node, NodeList) else (node,)


def _meant(record: Record[Any], word: str, spoken: tuple[str, ...]) -> str:
    found: Key[Any] | None = next((key for key in record.keys if word.lower() in key.aka and key.name in spoken), None)
    return f"Write {found.name}." if found else ""
