"""Starter text and its approval: which words of a site the trade pack wrote, and which of them the owner has read and taken for their own."""

import dataclasses
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from weblocal.errors import ProfileInvalid
from weblocal.model.business import Business
from weblocal.model.problems import Finding, Place, Severity, Unreadable
from weblocal.model.sequences import SendStep, Sequence
from weblocal.model.starters import StarterText
from weblocal.profile.fields import Field, joined
from weblocal.profile.keys.whole import WHOLE
from weblocal.profile.lists import ListOf, MapOf
from weblocal.profile.naming import digest
from weblocal.profile.noting import Notes, shown
from weblocal.profile.records import NamedRecords, Record
from weblocal.profile.sources import Sources
from weblocal.reading.document import read_document
from weblocal.reading.nodes import Node, NodeList, NodeMap, Scalar

# A file of its own beside business.yaml and not a key in it: a program writes it, and no program should have to touch the lines
# and remarks an owner wrote; business.yaml stays ten lines; and in a repository its history says who approved what, and when.
APPROVED_FILE = "approved.yaml"

CODE_LETTERS = 8
_SLUG_LETTERS = 48
_OPENING = """\
# Starter words of the trade pack that you have read and taken for your own. `weblocal approve` writes this file.
# A line counts only as long as the words are the same: when they change, you are asked again.
"""


def starters(whole: NodeMap, sequences: tuple[Sequence, ...], notes: Notes) -> tuple[StarterText, ...]:
    """Every text of the pack that a visitor or a reader of mails meets, in the order of the profile.

    `whole` is the owner's profile with the pack's laid under it, slots filled; whatever the owner wrote is no starter text.
    """
    of_pages = (text for key in WHOLE.keys if (node := whole.get(key.name)) is not None for text in _of_key(key, node, notes))
    return tuple(of_pages) + tuple(_of_mails(sequences, notes))


def further(first: tuple[StarterText, ...], other: tuple[StarterText, ...], language: str) -> tuple[StarterText, ...]:
    """The starter texts of a further language, under keys of their own; what is said in the first one's words is read there."""
    known = {(text.key, text.lines) for text in first}
    return tuple(
        dataclasses.replace(text, key=f"{language.lower()}/{text.key}") for text in other if (text.key, text.lines) not in known
    )


def read(sources: Sources, notes: Notes) -> dict[str, str]:
    """The codes of approved texts by key; a file that cannot be read approves nothing, and that is told."""
    if APPROVED_FILE not in sources:
        return {}
    file = sources.shown(APPROVED_FILE)
    try:
        node = read_document(sources.text(APPROVED_FILE), file=file)
    except ProfileInvalid as wrong:
        place, message = wrong.problems[0].place, wrong.problems[0].message
    else:
        if isinstance(node, NodeMap):
            return {entry.key.text: entry.node.text for entry in node.entries if isinstance(entry.node, Scalar)}
        place, message = Place(file=file), "It holds no keys."
    notes.notice(
        place, "", Unreadable(message=f"{message} So nothing in it counts.", fix="Delete it, and run: weblocal approve")
    )
    return {}


def unapproved(texts: Iterable[StarterText], approved: Mapping[str, str], business: Business) -> tuple[Finding, ...]:
    """A warning for each starter text that the owner has not approved, or approved in other words."""
    return tuple(_finding(text, approved, business) for text in waiting(texts, approved))


def waiting(texts: Iterable[StarterText], approved: Mapping[str, str]) -> tuple[StarterText, ...]:
    """The starter texts that wait for approval."""
    return tuple(text for text in texts if approved.get(text.key) != text.code)


def written(texts: Iterable[StarterText], approved: Mapping[str, str], newly: Iterable[StarterText]) -> str:
    """The file of approvals with `newly` added; lines whose text is gone or has changed are left out."""
    fresh = {text.key for text in newly}
    kept = {text.key: text.code for text in texts if text.key in fresh or approved.get(text.key) == text.code}
    return _OPENING + "".join(f"{_quoted(key)}: {_quoted(code)}\n" for key, code in kept.items())


def _finding(text: StarterText, approved: Mapping[str, str], business: Business) -> Finding:
    starter = f"is starter text of the trade pack {business.trade.id}"
    what = "has changed since you approved it" if text.key in approved else starter
    return Finding(
        rule="starter-text",
        severity=Severity.WARNING,
        page=text.key,
        message=f"“{_first_words(text)}” {what}.",
        fix=f"True of you? weblocal approve {text.key}. If not, write your own {text.own_place}.",
    )


def _first_words(text: StarterText) -> str:
    words = [words for _, words in text.lines[:2]]
    between = " " if words[0].endswith((".", "?", "!", "؟", "。")) else ": "
    return shown(between.join(words))


def _of_key(key: Any, node: Node, notes: Notes) -> Iterator[StarterText]:  # noqa: ANN401 - a Key of any field
    """One text for each service, form, question …; for other keys one over all that stands under them."""
    match key.field.shape():
        case NamedRecords() as named if isinstance(node, NodeMap):
            for entry in node.entries:
                yield from _text(joined(key.name, entry.key.text), _said(named.record, entry.node, ""), notes)
        case MapOf(says_keys=True) if isinstance(node, NodeMap):
            for entry in node.entries:
                said = (("", entry.key), *_said(key.field.shape().of, entry.node, "", spoken=True))
                yield from _text(joined(key.name, _slug(entry.key.text)), said, notes)
        case _:
            yield from _text(key.name, _said(key.field, node, "", spoken=key.spoken), notes)


def _text(key: str, said: Iterable[tuple[str, Scalar]], notes: Notes) -> Iterator[StarterText]:
    lines = tuple((what, node.text) for what, node in said if node.text and notes.is_of_pack(node))
    if lines:
        yield _made(key, lines, notes)


def _said(field: Field[Any], node: Node, path: str, *, spoken: bool = False) -> Iterator[tuple[str, Scalar]]:
    """Every scalar below `node` that is words for visitors, with what it is."""
    if isinstance(node, Scalar):
        if spoken:
            yield path, node
        return
    for name, inner, below, is_spoken in _inside(field, node, spoken=spoken):
        yield from _said(inner, below, joined(path, name), spoken=is_spoken)


def _inside(field: Field[Any], node: Node, *, spoken: bool) -> Iterator[tuple[str, Field[Any], Node, bool]]:
    """What stands directly in a node: name, field, node, and whether its texts are words for visitors."""
    match field.shape(), node:
        case Record() as record, NodeMap():
            present = ((key, node.get(key.name)) for key in record.keys)
            yield from ((key.name, key.field, inner, key.spoken) for key, inner in present if inner is not None)
        case NamedRecords() as named, NodeMap():
            yield from ((entry.key.text, named.record, entry.node, False) for entry in node.entries)
        case MapOf() as pairs, NodeMap():
            yield from ((entry.key.text, pairs.of, entry.node, spoken) for entry in node.entries)
        case ListOf() as several, NodeList():
            yield from ((str(number), several.of, inner, spoken) for number, inner in enumerate(node.nodes, start=1))
        case _:
            pass


def _of_mails(sequences: tuple[Sequence, ...], notes: Notes) -> Iterator[StarterText]:
    for sequence in sequences:
        for step in sequence.steps:
            if isinstance(step, SendStep) and notes.is_of_pack_file(step.text.place):
                front = dict(step.text.more)
                said = [("subject", step.text.title), *((name, front.get(name, "")) for name in ("preheader", "button"))]
                lines = tuple(line for line in (*said, ("", step.text.body.strip())) if line[1])
                yield _made(f"sequences.{sequence.id}.{step.id}", lines, notes)


def _made(key: str, lines: tuple[tuple[str, str], ...], notes: Notes) -> StarterText:
    code = digest(notes.language, *(part for line in lines for part in line))[:CODE_LETTERS]
    return StarterText(key=key, lines=lines, language=notes.language, code=code)


def _slug(question: str) -> str:
    """A question as something that can be typed in a terminal."""
    words = re.sub(r"[^\w]+", "-", question.lower()).strip("-")
    return words if len(words) <= _SLUG_LETTERS else words[:_SLUG_LETTERS].rsplit("-", 1)[0]


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
