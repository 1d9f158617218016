"""What a YAML file holds once it is read: texts, lists and maps, each knowing the line it stands on."""

import dataclasses
from collections.abc import Iterator

from weblocal.model.problems import Place


@dataclasses.dataclass(frozen=True, slots=True)
class Scalar:
    """One text, exactly as written; empty text means that nothing was written."""

    text: str
    place: Place


@dataclasses.dataclass(frozen=True, slots=True)
class NodeList:
    """Nodes in the order written."""

    nodes: tuple["Node", ...]
    place: Place


@dataclasses.dataclass(frozen=True, slots=True)
class Entry:
    """One key of a map with what stands under it."""

    key: Scalar
    node: "Node"


@dataclasses.dataclass(frozen=True, slots=True)
class NodeMap:
    """Keys with their nodes, in the order written; no key stands twice."""

    entries: tuple[Entry, ...]
    place: Place

    def get(self, key: str) -> "Node | None":
        """What stands under `key`, or None."""
        for entry in self.entries:
            if entry.key.text == key:
                return entry.node
        return None

    def keys(self) -> tuple[str, ...]:
        """The keys, in the order written."""
        return tuple(entry.key.text for entry in self.entries)


Node = Scalar | NodeList | NodeMap

Plain = str | list["Plain"] | dict[str, "Plain"]


def is_missing(node: Node | None) -> bool:
    """Whether nothing was written: no node, or an empty value (an empty list or map was written on purpose)."""
    return node is None or (isinstance(node, Scalar) and not node.text.strip())


def plain(node: Node) -> Plain:
    """The same content without places: text, list or dict."""
    match node:
        case Scalar():
            return node.text
        case NodeList():
            return [plain(each) for each in node.nodes]
        case NodeMap():
            return {entry.key.text: plain(entry.node) for entry in node.entries}


def scalars(node: Node, path: str = "") -> Iterator[tuple[str, Scalar]]:
    """Every text in `node` with its dotted path."""
    match node:
        case Scalar():
            yield path, node
        case NodeList():
            for number, each in enumerate(node.nodes, start=1):
                yield from scalars(each, f"{path}[{number}]")
        case NodeMap():
            for entry in node.entries:
                yield from scalars(entry.node, f"{path}.{entry.key.text}" if path else entry.key.text)
