"""The words of another language laid over a profile: every text a visitor reads replaced, what is missing and what is too much noted."""

import dataclasses
from itertools import zip_longest
from typing import Any

from weblocal.model.problems import Place, Unreadable
from weblocal.model.records import record
from weblocal.profile.fields import Field, Leaf, found_in, joined
from weblocal.profile.lists import ListOf, MapOf
from weblocal.profile.noting import Notes, shown, suggestion
from weblocal.profile.records import Brief, Key, NamedRecords, Record
from weblocal.profile.sources import Sources
from weblocal.profile.text_files import TextFile
from weblocal.reading.nodes import Entry, Node, NodeList, NodeMap, Scalar, is_missing

# the one key of a file of words that holds none: what is shown where words are missing
MISSING, FIRST_LANGUAGE = "missing", "first_language"
_MOST_NAMED = 6


@dataclasses.dataclass(slots=True, kw_only=True)
class Gaps:
    """What has no words in the language: paths of the owner's texts, and of those that the trade pack brought in English.

    `pages` are files of the owner without words, each with the file where they belong.
    """

    pages: list[tuple[str, str]] = dataclasses.field(default_factory=list)
    owners: list[str] = dataclasses.field(default_factory=list)
    starters: list[str] = dataclasses.field(default_factory=list)


def speaks(field: Field[Any]) -> bool:
    """Whether anything in `field` is words for visitors."""
    match field.shape():
        case (Record() as record) | Brief(record=Record() as record):
            return any(key.spoken or speaks(key.field) for key in record.keys)
        case NamedRecords() as named:
            return speaks(named.record)
        case ListOf() as several:
            return speaks(several.of)
        case MapOf() as pairs:
            return pairs.says_keys or speaks(pairs.of)
        case TextFile():
            return True
        case _:
            return False


@record
class _Pair:
    """What the first language says, and the words for it; `at` is where they should be written if they are missing.

    `spoken` when the texts in here are for visitors.
    """

    node: Node
    words: Node | None
    path: str
    at: Place
    spoken: bool = False


class Translation:
    """One language laid over one profile.

    With `may_lack`, a text without words stays as it is, and a page
    without words of its own is left out; else each is a problem.
    """

    def __init__(self, language: str, *, notes: Notes, may_lack: bool, is_pack: bool = False) -> None:
        self.gaps = Gaps()
        self._language = language
        self._notes = notes
        self._may_lack = may_lack
        self._is_pack = is_pack
        self._missing: dict[tuple[Place, str], list[tuple[str, Node]]] = {}

    def of(self, record: Record[Any], node: NodeMap, words: NodeMap) -> NodeMap:
        """The whole profile with its texts in the language."""
        return self._record(record, node, _Pair(node=node, words=words, path="", at=words.place))

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

    def _value(self, field: Field[Any], pair: _Pair) -> Node | None:
        """What stands there in the language; None where a page is left out."""
        said: Node | None = pair.node  # the same in every language, or of the wrong kind, which its reader will say
        match field.shape(), pair.node:
            case TextFile(), Scalar() as name:
                said = self._text_file(name, pair.path)
            case Leaf(), _ if pair.spoken:
                said = self._leaf(pair)
            case Record() as record, NodeMap() as node:
                said = self._record(record, node, pair)
            case Brief() as brief, node:
                said = self._brief(brief, node, pair)
            case NamedRecords() as named, NodeMap() as node:
                said = self._map_of(named.record, node, pair)
            case MapOf() as pairs, NodeMap() as node:
                said = self._by_position(node, pair) if pairs.says_keys else self._map_of(pairs.of, node, pair)
            case ListOf() as several, node:
                said = self._list(several, node, pair)
            case _:
                pass
        return said

    def _leaf(self, pair: _Pair) -> Node:
        if pair.words is None or is_missing(pair.words):
            self._lacks(pair.node, pair.path, pair.at)
            return pair.node
        return pair.words

    def _record(self, record: Record[Any], node: NodeMap, pair: _Pair) -> NodeMap:
        given = self._given(pair)
        keys = {key.name: key for key in record.keys if key.spoken or speaks(key.field)}
        entries = []
        for entry in node.entries:
            key = keys.get(entry.key.text)
            if key is None or is_missing(entry.node):
                entries.append(entry)
            elif (said := self._value(key.field, _under(pair, entry, given, spoken=key.spoken))) is not None:
                entries.append(Entry(entry.key, said))
        self._refuse_others(record, node, given, pair.path)
        return NodeMap(tuple(entries), node.place)

    def _brief(self, brief: Brief[Any], node: Node, pair: _Pair) -> Node:
        """One text alone and the same with its key say the same."""
        whole = brief.whole(node)
        words = None if pair.words is None else brief.whole(pair.words)
        return self._record(brief.record, whole, dataclasses.replace(pair, words=words)) if isinstance(whole, NodeMap) else node

    def _map_of(self, field: Field[Any], node: NodeMap, pair: _Pair) -> NodeMap:
        """Under the ids of the profile, which are the same in every language."""
        given = self._given(pair)
        entries = []
        for entry in node.entries:
            said = self._value(field, _under(pair, entry, given, spoken=pair.spoken))
            if said is not None:
                entries.append(Entry(entry.key, said))
        self._refuse_strangers(given, node.keys(), pair.path)
        return NodeMap(tuple(entries), node.place)

    def _by_position(self, node: NodeMap, pair: _Pair) -> NodeMap:
        """Keys that are words themselves, such as questions: the first here is the first there."""
        given = self._given(pair)
        self._refuse_more(len(given.entries), len(node.entries), given.place, pair.path)
        entries = list(given.entries[: len(node.entries)])
        for entry in node.entries[len(entries) :]:
            self._lacks(entry.key, joined(pair.path, shown(entry.key.text)), given.place if entries else pair.at)
            entries.append(entry)
        return NodeMap(tuple(entries), node.place)

    def _list(self, several: ListOf[Any], node: Node, pair: _Pair) -> NodeList:
        ours, theirs = _nodes(node), _nodes(pair.words)
        at = pair.words.place if pair.words is not None and theirs else pair.at
        self._refuse_more(len(theirs), len(ours), at, pair.path)
        made = (
            self._value(several.of, _Pair(node=each, words=words, path=f"{pair.path}[{number}]", at=at, spoken=pair.spoken))
            for number, (each, words) in enumerate(zip_longest(ours, theirs[: len(ours)]), start=1)
        )
        return NodeList(tuple(each for each in made if each is not None), node.place)

    def _text_file(self, node: Scalar, path: str) -> Node | None:
        """The file of the language beside the first: services/cut.cy.md beside services/cut.md."""
        sources = self._notes.packs if self._notes.is_of_pack(node) else self._notes.sources
        name = in_language(node.text.removeprefix("./"), self._language, sources)
        if name:
            return Scalar(name, node.place)
        if self._is_pack:
            return node
        wanted = beside(node.text, self._language)
        if self._notes.is_of_pack(node):
            self.gaps.starters.append(path)
            return node if is_english(self._language) else None
        if self._may_lack:
            self.gaps.pages.append((node.text, wanted))
            return None
        message = f"The page {shown(node.text)} has no words in {self._language}."
        self._refuse(Place(file=self._notes.sources.shown(wanted)), path, message, f"Write them in {wanted}.")
        return node

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
        written = [name for name in dict.fromkeys(node.keys()) if name in spoken]
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

    def _given(self, pair: _Pair) -> NodeMap:
        """The words under one key of the profile as keys of their own; none where nothing, or something else, stands there."""
        words = pair.words
        if isinstance(words, NodeMap):
            return words
        if words is not None and not is_missing(words):
            message = f"{found_in(words)} stands where keys belong."
            self._refuse(words.place, pair.path, message, "Write the keys of the profile.")
        return NodeMap((), pair.at)

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
    return notes.is_of_pack(node) and (is_english(language) or notes.is_of_pack_words(node.place))


def is_english(language: str) -> bool:
    """Whether the language is the one that packs are written in."""
    return language.split("-", maxsplit=1)[0].lower() == "en"


def _under(pair: _Pair, entry: Entry, given: NodeMap, *, spoken: bool) -> _Pair:
    """One key further in."""
    return _Pair(
        node=entry.node,
        words=given.get(entry.key.text),
        path=joined(pair.path, shown(entry.key.text)),
        at=given.place,
        spoken=spoken,
    )


def _nodes(node: Node | None) -> tuple[Node, ...]:
    if node is None or is_missing(node):
        return ()
    return node.nodes if isinstance(node, NodeList) else (node,)


def _meant(record: Record[Any], word: str, spoken: tuple[str, ...]) -> str:
    found: Key[Any] | None = next((key for key in record.keys if word.lower() in key.aka and key.name in spoken), None)
    return f"Write {found.name}." if found else ""
