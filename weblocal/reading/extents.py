"""Where every value of a YAML text begins and ends, to the letter, so that one of them can be changed and nothing else moves."""

import dataclasses
import itertools

import yaml

from weblocal.reading.document import FASTEST_LOADER


@dataclasses.dataclass(slots=True, kw_only=True)
class Spot:
    """One value: its letters are `text[begins:ends]`. A map has `entries`, a list `nodes`, a text neither.

    `in_braces` says that it is written in brackets or braces; `style` is that of a text: "" plain, else its first sign.
    """

    begins: int
    ends: int
    is_map: bool = False
    is_list: bool = False
    in_braces: bool = False
    style: str = ""
    entries: "list[tuple[KeySpot, Spot]]" = dataclasses.field(default_factory=list)
    nodes: "list[Spot]" = dataclasses.field(default_factory=list)

    @property
    def is_empty_text(self) -> bool:
        """Whether nothing is written where a value may stand."""
        return not (self.is_map or self.is_list) and self.begins == self.ends

    def find(self, key: str) -> int:
        """Which entry has this key; -1 for none."""
        return next((number for number, (spot, _) in enumerate(self.entries) if spot.text == key), -1)


@dataclasses.dataclass(slots=True, kw_only=True)
class KeySpot:
    """One key: its letters, what they say, and where its colon ends."""

    begins: int
    ends: int
    text: str
    colon_ends: int


def read(text: str, *, loader: type = FASTEST_LOADER) -> Spot:
    """The whole document. `text` has plain line ends, and `document.read_document` has accepted it."""
    reader = _Reader(text)
    for event in yaml.parse(text, Loader=loader):
        reader.take(event)
    return reader.whole


def line_begins(text: str, position: int) -> int:
    """Where the line of `position` begins."""
    return text.rfind("\n", 0, position) + 1


def line_ends(text: str, position: int) -> int:
    """Where the line of `position` ends, before its line end."""
    found = text.find("\n", position)
    return len(text) if found < 0 else found


class _Reader:
    """Takes the events of a document one by one and keeps what is open on a stack of its own."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0, *itertools.accumulate(len(line) + 1 for line in text.split("\n"))]
        self.whole = Spot(begins=len(text), ends=len(text), is_map=True)
        self.stack: list[Spot] = []
        self.keys: list[KeySpot | None] = []

    def take(self, event: yaml.Event) -> None:
        """Add what the event says."""
        match event:
            case yaml.ScalarEvent():
                self._scalar(event)
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                is_map = isinstance(event, yaml.MappingStartEvent)
                begins = self._begins(event)
                braces = bool(event.flow_style)
                self.stack.append(Spot(begins=begins, ends=begins, is_map=is_map, is_list=not is_map, in_braces=braces))
                self.keys.append(None)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._close(event)
            case _:
                pass

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        begins, ends = self._begins(event), self._ends(event)
        if self.stack and self.stack[-1].is_map and self.keys[-1] is None:
            colon = self.text.find(":", ends)
            self.keys[-1] = KeySpot(begins=begins, ends=ends, text=event.value, colon_ends=colon + 1)
            return
        style = event.style or ""
        if style in {"|", ">"}:
            ends = begins + len(self.text[begins:ends].rstrip())
        elif not event.value and not style:
            key = self.keys[-1] if self.stack else None
            begins = ends = key.colon_ends if key else begins  # the parsers differ on where nothing stands
        self._add(Spot(begins=begins, ends=ends, style=style))

    def _close(self, event: yaml.Event) -> None:
        spot = self.stack.pop()
        self.keys.pop()
        if spot.in_braces:
            spot.ends = self._ends(event)
        else:
            last = spot.entries[-1][1] if spot.entries else spot.nodes[-1] if spot.nodes else spot
            spot.ends = last.ends
        self._add(spot)

    def _add(self, spot: Spot) -> None:
        if not self.stack:
            self.whole = spot
            return
        top, key = self.stack[-1], self.keys[-1]
        if top.is_map:
            assert key is not None
            top.entries.append((key, spot))
            self.keys[-1] = None
        else:
            top.nodes.append(spot)

    def _begins(self, event: yaml.Event) -> int:
        mark = event.start_mark
        return self._at(mark.line, mark.column) if mark is not None else 0

    def _ends(self, event: yaml.Event) -> int:
        mark = event.end_mark
        return self._at(mark.line, mark.column) if mark is not None else 0

    def _at(self, line: int, column: int) -> int:
        return min(self.starts[line] + column, len(self.text))
