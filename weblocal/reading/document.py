"""One YAML file to nodes with places, by events and without recursion, so that no file however hostile can bring us down."""

import dataclasses
from collections.abc import Iterator

import yaml

from weblocal.errors import ProfileInvalid
from weblocal.model.problems import Place, Problem
from weblocal.model.records import record
from weblocal.reading import characters, syntax
from weblocal.reading.nodes import Entry, Node, NodeList, NodeMap, Scalar

MOST_BYTES = characters.MOST_BYTES
DEEPEST = 32
MOST_NODES = 50_000

# libyaml's parser is about eight times as quick; only its events are used, because its composer recurses in C and a file of
# 200 000 opening brackets ends the whole process there. The base loader leaves every scalar a text: no Norway, no octal.
FASTEST_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@record
class Reading:
    """A document as far as it could be read. At the places in `unread` something was written whose text is not known."""

    node: Node
    problems: tuple[Problem, ...]
    unread: frozenset[Place]


def read_document(text: str, *, file: str, loader: type = FASTEST_LOADER) -> Node:
    """The one document in `text`; raises ProfileInvalid with every problem of form, by line.

    Refused: more than 1 MiB, depth over 32, over 50 000 nodes, duplicate keys, aliases, anchors, tags, tab indents, control
    and direction characters, a second document, anything that is not YAML. An empty file is an empty map.
    `loader` is one of PyYAML's base loaders; where libyaml is missing, the slow one does the same.
    """
    reading = read_on(text, file=file, loader=loader)
    if reading.problems:
        raise ProfileInvalid(reading.problems)
    return reading.node


def read_on(text: str, *, file: str, loader: type = FASTEST_LOADER) -> Reading:
    """As `read_document`, but what can be passed over is a problem beside the node, so that the rest may show its own.

    Of a key that stands twice the first counts, an alias is an empty value, anchors, tags and invisible characters are left
    out, and a second document is not looked at. Raises ProfileInvalid, with those problems too, where YAML itself stops.
    """
    if len(text) > MOST_BYTES or len(text.encode("utf-8", "surrogatepass")) > MOST_BYTES:
        raise ProfileInvalid(
            (_too_much(file, "The file is larger than 1 MiB.", "Move long texts into Markdown files beside it."),)
        )
    text = characters.without_mark(text)
    invisible, tabs = characters.forbidden_in(text, file=file), characters.tab_indents_in(text, file=file)
    if tabs:
        raise ProfileInvalid(tuple(sorted(invisible + tabs, key=_by_place)))
    if invisible:
        text = characters.FORBIDDEN.sub("", text)
    builder = _Builder(file=file, lines=text.split("\n"), problems=invisible)
    _build(builder, text, loader)
    problems = tuple(sorted(builder.problems, key=_by_place))
    if builder.has_stopped:
        raise ProfileInvalid(problems)
    whole = builder.whole if builder.whole is not None else NodeMap((), Place(file=file, line=1, column=1))
    return Reading(node=whole, problems=problems, unread=frozenset(builder.unread))


def _build(builder: "_Builder", text: str, loader: type) -> None:
    try:
        for event in _events(text, loader):
            builder.take(event)
            if builder.is_full:
                break
    except yaml.YAMLError as wrong:
        builder.has_stopped = True
        found = syntax.explain(wrong, text=text, file=builder.file)
        if all(problem.place.line != found.place.line for problem in builder.problems):  # else it only says it again
            builder.problems.append(found)


def _events(text: str, loader: type) -> Iterator[yaml.Event]:
    events: Iterator[yaml.Event] = yaml.parse(text, Loader=loader)
    return events


def _by_place(problem: Problem) -> tuple[int, int]:
    return problem.place.line, problem.place.column


def _too_much(file: str, message: str, fix: str, line: int = 0) -> Problem:
    return Problem(place=Place(file=file, line=line), field="", message=message, fix=fix)


@dataclasses.dataclass(slots=True)
class _Open:
    """A list or map whose end has not been reached."""

    place: Place
    is_map: bool
    in_braces: bool
    nodes: list[Node] = dataclasses.field(default_factory=list)
    entries: list[Entry] = dataclasses.field(default_factory=list)
    seen: dict[str, int] = dataclasses.field(default_factory=dict)
    key: Scalar | None = None
    key_ends: tuple[int, int] = (0, 0)


@dataclasses.dataclass(slots=True)
class _Builder:
    """Takes one event after the other and keeps the open lists and maps on a stack of its own."""

    file: str
    lines: list[str]
    problems: list[Problem] = dataclasses.field(default_factory=list)
    whole: Node | None = None
    stack: list[_Open] = dataclasses.field(default_factory=list)
    node_count: int = 0
    document_count: int = 0
    is_full: bool = False
    has_stopped: bool = False
    unread: set[Place] = dataclasses.field(default_factory=set)

    def take(self, event: yaml.Event) -> None:
        """Add what the event says."""
        if isinstance(event, yaml.ScalarEvent):  # nine of ten
            self._scalar(event)
            return
        match event:
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                self._open(event)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._close()
            case yaml.AliasEvent():
                self._count(event)
                self._refuse(event, *syntax.alias_cure(self.lines[_begins(event)[0]]))
                self.unread.add(self._place(event))
                self._add(Scalar("", self._place(event)), event)
            case yaml.DocumentStartEvent():
                self._document(event)
            case _:
                pass

    def _document(self, event: yaml.DocumentStartEvent) -> None:
        self.document_count += 1
        if self.document_count > 1:
            self._refuse(
                event, "A second document begins here.", "Delete the line --- and what follows it: one file, one document."
            )
            self.is_full = True

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        self._count(event)
        place, text = self._place(event), event.value
        if event.anchor is not None or event.tag is not None:
            self._refuse_marks(event)
            if not text:
                self.unread.add(place)  # all of it went into the mark
        if event.style == '"' and (found := characters.FORBIDDEN.search(text)):  # only an escape can have brought it
            self._refuse(
                event, f"The text holds an invisible character ({characters.name_of(found.group())}).", "Leave it out."
            )
            self.unread.add(place)  # what was meant is not known
            text = characters.FORBIDDEN.sub("", text)
        self._add(Scalar(text, place), event)

    def _open(self, event: yaml.CollectionStartEvent) -> None:
        self._count(event)
        self._refuse_marks(event)
        if len(self.stack) >= DEEPEST:
            self._refuse(
                event, f"Brackets or indents are nested more than {DEEPEST} deep.", "Nothing in the profile needs that."
            )
            self.is_full = self.has_stopped = True
        is_map = isinstance(event, yaml.MappingStartEvent)
        self.stack.append(_Open(place=self._place(event), is_map=is_map, in_braces=bool(event.flow_style)))

    def _close(self) -> None:
        ended = self.stack.pop()
        node: Node = NodeMap(tuple(ended.entries), ended.place) if ended.is_map else NodeList(tuple(ended.nodes), ended.place)
        self._add(node, None)

    def _add(self, node: Node, event: yaml.Event | None) -> None:
        if not self.stack:
            self.whole = node
            return
        top = self.stack[-1]
        if not top.is_map:
            top.nodes.append(node)
        elif top.key is None:
            self._key(top, node, event)
        else:
            self._entry(top, top.key, node, event)
            top.key = None

    def _key(self, top: _Open, node: Node, event: yaml.Event | None) -> None:
        if not isinstance(node, Scalar) or not node.text.strip():
            problem = Problem(
                place=node.place, field="", message="A key is missing in front of the colon.", fix="Write a name there."
            )
            self.problems.append(problem)
            node = Scalar("", node.place)
        top.key = node
        if event is not None:
            top.key_ends = _ends(event)

    def _entry(self, top: _Open, key: Scalar, node: Node, event: yaml.Event | None) -> None:
        if key.text and key.text in top.seen:
            self.problems.append(
                Problem(
                    place=key.place,
                    field=key.text,
                    message=f'"{key.text}" stands here a second time; the first is on line {top.seen[key.text]}.',
                    fix="Delete one of the two, or put them together.",
                )
            )
        elif top.in_braces and self._stands_alone(top, event):
            self.problems.append(syntax.lone_words(key.text, key.place, self.lines[key.place.line - 1]))
        elif key.text:
            top.seen[key.text] = key.place.line
            top.entries.append(Entry(key, node))

    def _stands_alone(self, top: _Open, event: yaml.Event | None) -> bool:
        """Whether words in braces have no colon after them: a comma in a sentence made them an entry."""
        if not isinstance(event, yaml.ScalarEvent) or event.value or event.style:
            return False
        return _begins(event) == top.key_ends

    def _count(self, event: yaml.Event) -> None:
        self.node_count += 1
        if self.node_count > MOST_NODES:
            line = _begins(event)[0] + 1
            self.problems.append(_too_much(self.file, f"There are more than {MOST_NODES} values.", "Split the profile.", line))
            self.is_full = self.has_stopped = True

    def _refuse_marks(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        """Anchors and tags: they have no use here, and the owner meant a word that begins with & or !."""
        if event.anchor is not None:
            self._refuse(
                event, f"&{event.anchor} is a YAML anchor, which is not used here.", 'Put the words in quotes: "&...".'
            )
        if event.tag is not None:
            self._refuse(event, f"{event.tag} is a YAML tag, which is not used here.", 'Put the words in quotes: "!...".')

    def _refuse(self, event: yaml.Event, message: str, fix: str) -> None:
        self.problems.append(Problem(place=self._place(event), field="", message=message, fix=fix))

    def _place(self, event: yaml.Event) -> Place:
        line, column = _begins(event)
        return Place(file=self.file, line=line + 1, column=column + 1)


def _begins(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line, mark.column) if mark is not None else (0, 0)


def _ends(event: yaml.Event) -> tuple[int, int]:
    mark = event.end_mark
    return (mark.line, mark.column) if mark is not None else (0, 0)
