"""What a reading of the profile knows beforehand and notes on its way: problems, notices, and where each value came from."""

import dataclasses
import datetime as dt
import difflib

from weblocal.model.problems import Place, Problem, Unreadable
from weblocal.model.records import record
from weblocal.profile.sources import Sources
from weblocal.reading.nodes import Entry, Node, Scalar

PACK_WORDS = "text/"
_LONGEST_SHOWN = 60
_MOST_NAMED = 16


@record
class FieldOrigin:
    """Where one value came from: "business.yaml:14", "trade pack plumber" or "default"."""

    path: str
    value: str
    origin: str


@dataclasses.dataclass(slots=True, kw_only=True)
class Notes:
    """One reading of a profile. `known` holds the ids that links may name, by kind ("service", "offer" …).

    `unread` are the places of values that the reading of the file itself could not make out and has complained of. `language`
    is the one that is being read; the pack's words in other languages than English lie below `PACK_WORDS`. `dates` are those of guides, as their first language gives them.
    `photos` is what stands under each file of `photos`, so that other keys need only name the file.
    """

    sources: Sources
    packs: Sources
    today: dt.date
    trade: str = ""
    country: str = ""
    currency: str = ""
    zone: str = "UTC"
    known: dict[str, tuple[str, ...]] = dataclasses.field(default_factory=dict)
    unread: frozenset[Place] = frozenset()
    language: str = ""
    slots: dict[str, str] = dataclasses.field(default_factory=dict)
    photos: dict[str, Node] = dataclasses.field(default_factory=dict)
    dates: dict[str, str] = dataclasses.field(default_factory=dict)
    _origins: dict[str, FieldOrigin] = dataclasses.field(default_factory=dict)
    _problems: dict[Problem, None] = dataclasses.field(default_factory=dict)
    _notices: dict[Problem, None] = dataclasses.field(default_factory=dict)

    def refuse(self, place: Place, path: str, answer: Unreadable) -> None:
        """Note a problem; the same one twice is one, and a value that could not be made out is complained of once."""
        if place in self.unread:
            return
        self._problems[Problem(place=place, field=path, message=answer.message, fix=answer.fix)] = None

    def place_of(self, entry: Entry) -> Place:
        """Where to say that nothing stands behind a key: at the key, or where a value could not be made out."""
        return entry.node.place if entry.node.place in self.unread else entry.key.place

    def refuse_all(self, problems: tuple[Problem, ...]) -> None:
        """Note problems found elsewhere."""
        self._problems.update(dict.fromkeys(problems))

    def notice(self, place: Place, path: str, answer: Unreadable) -> None:
        """Note what an owner should know and need not change."""
        self._notices[Problem(place=place, field=path, message=answer.message, fix=answer.fix)] = None

    def problems(self) -> tuple[Problem, ...]:
        """Every problem, by file and line."""
        return tuple(sorted(self._problems, key=_by_place))

    def origins(self) -> tuple[FieldOrigin, ...]:
        """Where every value came from, in the order of reading."""
        return tuple(self._origins.values())

    def notices(self) -> tuple[Problem, ...]:
        """Every notice, by file and line."""
        return tuple(sorted(self._notices, key=_by_place))

    def seen(self, path: str, node: Scalar) -> None:
        """Note where a value was written."""
        self.seen_file(path, node.text, node.place)

    def seen_file(self, path: str, text: str, place: Place) -> None:
        """Note where a text stands."""
        origin = f"trade pack {self.trade}" if self.is_of_pack_file(place) else str(place)
        self._origins[path] = FieldOrigin(path=path, value=shown(text), origin=origin)

    def dangling(self, place: Place, path: str, answer: Unreadable) -> None:
        """Note a link to nothing: the owner's is a problem; a pack's, whose target the owner replaced, is a notice."""
        (self.notice if self.is_of_pack_file(place) else self.refuse)(place, path, answer)

    def defaulted(self, path: str, value: object) -> None:
        """Note that nobody wrote a value, and what holds instead; said again more exactly, the later word counts."""
        self._origins[path] = FieldOrigin(path=path, value=shown(str(value)), origin="default")

    def is_of_pack(self, node: Node) -> bool:
        """Whether a node was written by the trade pack rather than by the owner."""
        return self.is_of_pack_file(node.place)

    def is_of_pack_words(self, place: Place) -> bool:
        """Whether a place holds words of the trade pack in a language of their own."""
        return self.is_of_pack_file(place) and place.file.removeprefix(self.packs.label).startswith(PACK_WORDS)

    def in_language(self, tag: str, *, unread: frozenset[Place]) -> "Notes":
        """The notes of the same profile read once more in another language: one list of problems, origins of its own."""
        return dataclasses.replace(self, language=tag, unread=self.unread | unread, _origins={})

    def is_of_pack_file(self, place: Place) -> bool:
        """Whether a place is in the trade pack."""
        return bool(self.packs.label) and place.file.startswith(self.packs.label)


def shown(text: str) -> str:
    """A found text for messages: one line, not too long, nothing in it that steers a terminal."""
    line = " ".join(text.split())
    if not line.isprintable():
        line = "".join(character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in line)
    return line if len(line) <= _LONGEST_SHOWN else line[: _LONGEST_SHOWN - 1] + "…"


def suggestion(found: str, known: tuple[str, ...], *, otherwise: str = "") -> str:
    """The nearest of what is known, as a question, else what there is to choose from."""
    near = difflib.get_close_matches(found[:80].lower(), known, n=1, cutoff=0.6)
    if near:
        return f"Did you mean {near[0]}?"
    if otherwise:
        return otherwise
    if len(known) > _MOST_NAMED:
        return "The profile reference lists what there is."
    return f"Write one of: {', '.join(known)}." if known else ""


def _by_place(problem: Problem) -> tuple[bool, str, int, int, str]:
    place = problem.place
    return place.file != "business.yaml", place.file, place.line, place.column, problem.field
