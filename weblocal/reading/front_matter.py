"""A Markdown file of the owner: optional front matter between two lines of ---, then the body."""

import re

from weblocal.errors import ProfileInvalid
from weblocal.model.problems import Place, Problem
from weblocal.model.words import Text
from weblocal.reading import characters
from weblocal.reading.characters import MOST_BYTES
from weblocal.reading.nodes import Entry, NodeMap, Scalar

_FENCE = "---"
# a value that begins with a letter or digit and holds no colon, remark sign or tab, whatever else it holds
_PLAIN = re.compile(r"([a-z][a-z_]{0,30}): ([A-Za-z0-9](?:[^:#\t\n]*[^:#\s])?)")


def read_text(text: str, *, file: str) -> Text:
    """The Text in `text`; raises ProfileInvalid when its front matter or characters cannot be used."""
    if len(text) > MOST_BYTES:
        raise ProfileInvalid((_problem(Place(file=file), "The file is larger than 1 MiB.", "Split it."),))
    text = characters.without_mark(text)
    problems = characters.forbidden_in(text, file=file)
    if problems:
        raise ProfileInvalid(tuple(problems))
    lines = text.split("\n")
    if lines[0].rstrip() != _FENCE:
        return _text_of((), lines, 0, file=file)
    closing = next((number for number, line in enumerate(lines[1:], start=1) if line.rstrip() == _FENCE), None)
    if closing is None:
        place = Place(file=file, line=1, column=1)
        raise ProfileInvalid(
            (_problem(place, "The --- at the top has no second --- below it.", "Close it with a line of ---."),)
        )
    plain = _plain_pairs(lines[1:closing], file=file)
    if plain is not None:
        return _text_of(plain, lines, closing + 1, file=file)
    from weblocal.reading.document import read_document  # YAML takes longer to load than a page to make

    # an empty first line keeps the numbers of the lines as the owner sees them
    front = read_document("\n".join(["", *lines[1:closing]]), file=file)
    return _text_of(_pairs(front, file=file), lines, closing + 1, file=file)


def _plain_pairs(lines: list[str], *, file: str) -> tuple[Entry, ...] | None:
    """Keys and values that mean the same to YAML and to everybody else; None where YAML must be asked."""
    found = [_PLAIN.fullmatch(line) for line in lines]
    pairs = [each for each in found if each is not None]
    if not pairs or len(pairs) < len(found) or len({each[1] for each in pairs}) < len(pairs):
        return None
    return tuple(
        Entry(Scalar(each[1], Place(file=file, line=number, column=1)), Scalar(each[2], Place(file=file, line=number)))
        for number, each in enumerate(pairs, start=2)
    )


def _pairs(front: object, *, file: str) -> tuple[Entry, ...]:
    if not isinstance(front, NodeMap):
        place = Place(file=file, line=2)
        raise ProfileInvalid((_problem(place, "Between the lines of --- stand keys and values.", "Write title: ..."),))
    nested = [entry for entry in front.entries if not isinstance(entry.node, Scalar)]
    if nested:
        raise ProfileInvalid(
            tuple(
                Problem(
                    place=entry.key.place,
                    field=entry.key.text,
                    message="Only a single text may stand here.",
                    fix="Write one line.",
                )
                for entry in nested
            )
        )
    return front.entries


def _text_of(entries: tuple[Entry, ...], lines: list[str], begins: int, *, file: str) -> Text:
    while begins < len(lines) and not lines[begins].strip():
        begins += 1
    pairs = {entry.key.text: entry.node.text.strip() for entry in entries if isinstance(entry.node, Scalar)}
    body = "\n".join(lines[begins:]).rstrip()
    place = Place(file=file, line=min(begins, len(lines) - 1) + 1, column=1)
    more = tuple((key, value) for key, value in pairs.items() if key not in {"title", "summary"})
    return Text(body=body, place=place, title=pairs.get("title", ""), summary=pairs.get("summary", ""), more=more)


def _problem(place: Place, message: str, fix: str) -> Problem:
    return Problem(place=place, field="", message=message, fix=fix)
