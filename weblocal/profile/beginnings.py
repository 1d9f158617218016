"""A file of words to begin a translation with: every key that wants words, each with what the first language says."""

from collections.abc import Iterator
from typing import Any

from weblocal.model.records import record
from weblocal.profile import translating
from weblocal.profile.fields import Field, Leaf
from weblocal.profile.lists import ListOf, MapOf
from weblocal.profile.records import Brief, NamedRecords, Record
from weblocal.profile.text_files import TextFile
from weblocal.reading.nodes import Entry, Node, NodeList, NodeMap, Scalar, is_missing

_WORDS = "  # "


@record
class Beginning:
    """The text of the file, how many texts wait in it, and the pages with the files that their words belong in."""

    text: str
    text_count: int
    pages: tuple[tuple[str, str], ...]


def begin(record: Record[Any], node: NodeMap, language: str) -> Beginning:
    """The words of a whole profile, each key with nothing behind it but a remark: nothing is said until somebody says it."""
    lines = list(_inside(record, node, "", spoken=False))
    head = (
        f"# Words in {language}. Write each after its colon; what stands behind # is what the first language says.",
        f"{translating.MISSING}: {translating.FIRST_LANGUAGE}  # delete this line when you are done",
    )
    pages = dict.fromkeys(_pages(record, node))
    return Beginning(
        text="\n".join((*head, "", *lines)) + "\n",
        text_count=sum(_WORDS in line for line in lines),
        pages=tuple((name, translating.beside(name, language)) for name in pages),
    )


def _inside(field: Field[Any], node: Node, pad: str, *, spoken: bool) -> Iterator[str]:
    """The lines of everything below one key."""
    shape = field.shape()
    if isinstance(shape, ListOf):
        yield from _of_list(shape.of, node, pad, spoken=spoken)
    elif isinstance(shape, MapOf) and shape.says_keys and isinstance(node, NodeMap):
        # whoever translates writes the key too, so there is none to fill in yet
        yield from (f"{pad}# {_line(entry.key)}: {_line(entry.node)}" for entry in node.entries)
    else:
        for entry, below, is_spoken in _children(shape, node):
            yield from _of_key(entry, below, pad, spoken=spoken if is_spoken is None else is_spoken)


def _of_key(entry: Entry, field: Field[Any], pad: str, *, spoken: bool) -> Iterator[str]:
    if is_missing(entry.node):
        return
    if isinstance(field.shape(), Leaf):
        if spoken:
            yield f"{pad}{entry.key.text}:{_WORDS}{_line(entry.node)}"
        return
    inner = list(_inside(field, entry.node, f"{pad}  ", spoken=spoken))
    if inner:
        yield f"{pad}{entry.key.text}:"
        yield from inner


def _of_list(field: Field[Any], node: Node, pad: str, *, spoken: bool) -> Iterator[str]:
    nodes = node.nodes if isinstance(node, NodeList) else (node,)
    if spoken and isinstance(field.shape(), Leaf):
        yield from (f"{pad}-{_WORDS}{_line(each)}" for each in nodes)
        return
    parts = [list(_inside(field, each, f"{pad}  ", spoken=spoken)) for each in nodes]
    if any(parts):
        # what has no words keeps its place, because a list is matched by its order
        for first, *rest in (part or [f"{pad}  {{}}"] for part in parts):
            yield f"{pad}- {first.lstrip()}"
            yield from rest


def _pages(field: Field[Any], node: Node) -> Iterator[str]:
    """The Markdown files that pages are made of."""
    if isinstance(field.shape(), TextFile) and isinstance(node, Scalar):
        yield node.text.removeprefix("./")
    for entry, below, _ in _children(field.shape(), node):
        yield from _pages(below, entry.node)


def _children(shape: Field[Any], node: Node) -> Iterator[tuple[Entry, Field[Any], bool | None]]:
    """Each key below with its field, and whether it is spoken; None where that is as it was above."""
    match shape, node:
        case Brief() as brief, _:
            whole = brief.whole(node)
            yield from _children(brief.record, whole) if isinstance(whole, NodeMap) else ()
        case Record() as record, NodeMap():
            keys = {key.name: key for key in record.keys}
            known = ((entry, keys[entry.key.text]) for entry in node.entries if entry.key.text in keys)
            yield from ((entry, key.field, key.spoken) for entry, key in known)
        case NamedRecords() as named, NodeMap():
            yield from ((entry, named.record, False) for entry in node.entries)
        case MapOf() as pairs, NodeMap():
            yield from ((entry, pairs.of, None) for entry in node.entries)
        case _:
            pass


def _line(node: Node) -> str:
    return " ".join(node.text.split()) if isinstance(node, Scalar) else "…"
