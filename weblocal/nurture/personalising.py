"""Personal words in a mail, by a grammar too small to hide anything in: {{ field | fallback }}.

Contact data is never compiled and never read as Markdown: the text is parsed with marks in place of the fields, and what
a person typed as their name is put in, escaped, at the very end.
"""

import dataclasses
import re

from markupsafe import Markup, escape

from weblocal.model.problems import Place, Problem
from weblocal.model.words import Text

FIELDS = ("first_name", "asked_for", "visit_day", "business_name", "phone")
_SLOT = re.compile(r"\{\{\s*([a-z_]+)\s*(?:\|\s*([^{}|]+?)\s*)?\}\}")
_ANY_BRACES = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
_MARK = re.compile("\ue000([0-9]+)\ue001")
_NO_NAMES = frozenset({"null", "none", "test", "unknown", "n/a", "na", "mr", "mrs", "ms", "dr", "herr", "frau"})


@dataclasses.dataclass(frozen=True, slots=True)
class Marked:
    """A text with marks where personal words go, and the words, in order."""

    text: str
    words: tuple[str, ...]

    def in_html(self, html: Markup | str) -> Markup:
        """Put the words into HTML that was made from the text, escaped."""
        filled = _MARK.sub(lambda found: str(escape(self._word(found))), str(html))
        return Markup(filled)  # noqa: S704 - the HTML was clean, and the words are escaped

    def in_text(self, text: str) -> str:
        """Put the words into plain text."""
        return _MARK.sub(self._word, text)

    def _word(self, found: re.Match[str]) -> str:
        return self.words[int(found[1])]


def mark(text: str, values: dict[str, str]) -> Marked:
    """Replace every {{ field | fallback }} by a mark; a value that is empty gives way to the fallback."""
    words: list[str] = []

    def one(found: re.Match[str]) -> str:
        words.append(one_line(values.get(found[1], "")) or found[2] or "")
        return f"\ue000{len(words) - 1}\ue001"

    without_marks = text.replace("\ue000", "").replace("\ue001", "")
    return Marked(_SLOT.sub(one, without_marks), tuple(words))


def fill(text: str, values: dict[str, str]) -> str:
    """A plain line, a subject say, with its fields filled."""
    marked = mark(text, values)
    return one_line(marked.in_text(marked.text))


def problems(text: Text) -> tuple[Problem, ...]:
    """Every field that does not exist or has no fallback, and braces that are no field at all, by file and line."""
    lines = [(text.place.line + number, line) for number, line in enumerate(text.body.splitlines())]
    lines += [(0, value) for _, value in text.more]
    return tuple(found for number, line in lines for found in _problems_of(line, Place(file=text.place.file, line=number)))


def first_name(name: str) -> str:
    """How a person is greeted: the first word of their name, or nothing when that is no name."""
    words = name.split()
    if not words:
        return ""
    word = words[0].strip(".,;:\"'()")
    is_name = len(word) >= 2 and all(letter.isalpha() or letter in "-'’" for letter in word) and word.lower() not in _NO_NAMES
    if not is_name or len(word) > 30:
        return ""
    return word.capitalize() if word.isupper() or word.islower() else word


def one_line(text: str) -> str:
    """A text without line breaks and controls, as a header needs it."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())


def _problems_of(line: str, place: Place) -> list[Problem]:
    found = []
    for braces in _ANY_BRACES.finditer(line):
        slot = _SLOT.fullmatch(braces[0])
        if slot is None:
            found.append(_problem(place, f'"{braces[0]}" is no field.', "Write {{ first_name | there }}."))
        elif slot[1] not in FIELDS:
            found.append(_problem(place, f'"{slot[1]}" is no field.', f"Write one of {', '.join(FIELDS)}."))
        elif not slot[2]:
            found.append(
                _problem(place, f'"{braces[0]}" says nothing for people without it.', f"Write {{{{ {slot[1]} | … }}}}.")
            )
    return found


def _problem(place: Place, message: str, fix: str) -> Problem:
    return Problem(place=place, field="", message=message, fix=fix)
