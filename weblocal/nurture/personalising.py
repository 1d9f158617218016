"""Personal words in a mail, by a grammar too small to hide anything in: {{ field | fallback }}.

Contact data is never compiled and never read as Markdown. The owner's text is read with marks where the fields stand, and
what a person typed is put in at the very end, as words: a template escapes them, a header takes one line of them.
"""

import dataclasses
import functools
import re
from typing import TypeVar

from weblocal.model.problems import Place, Problem
from weblocal.model.words import Text

FIELDS = {
    "first_name": "the first word of their name",
    "asked_for": "what they asked for in a form",
    "asked_on": "the day they asked",
    "visit_day": "the day of their last visit",
    "business_name": "the name of the business",
    "phone": "its telephone number",
}
_SLOT = re.compile(r"\{\{\s*([a-z_]+)\s*\|\s*([^{}|\n]*[^{}|\s])\s*\}\}")
_ANY_BRACES = re.compile(r"\{\{.*?(?:\}\}|$)|\{%.*?(?:%\}|$)|\}\}")
_NAME_IN_BRACES = re.compile(r"\{\{\s*([a-z_]+)\s*(?:\|\s*)?\}\}")
# private-use signs, which no text of an owner may hold
_FIRST_MARK = 0xE000
_MOST_SLOTS = 512
_MARKS = re.compile(f"[{chr(_FIRST_MARK)}-{chr(_FIRST_MARK + _MOST_SLOTS - 1)}]")
_NO_NAMES = frozenset({"null", "none", "test", "unknown", "na", "mr", "mrs", "ms", "miss", "dr", "herr", "frau", "mme", "sr"})
# a mail program makes a link of these by itself, and our mail would carry a stranger's advertisement
_LINK_LIKE = re.compile(r"://|www\.|@|\w\.\w|/", re.IGNORECASE)
_LONGEST_WORDS = 60

T = TypeVar("T")


@dataclasses.dataclass(frozen=True, slots=True)
class Marked:
    """A text with one mark for each field in it, and the fields with their fallbacks, in the order of their marks."""

    text: str
    slots: tuple[tuple[str, str], ...]

    def words(self, values: dict[str, str]) -> dict[int, str]:
        """What each mark stands for; a value that is empty gives way to the fallback."""
        return {
            _FIRST_MARK + number: one_line(values.get(field, "")) or fallback
            for number, (field, fallback) in enumerate(self.slots)
        }


@functools.lru_cache(maxsize=512)
def mark(text: str) -> Marked:
    """`text` with every {{ field | fallback }} replaced by a mark."""
    slots: list[tuple[str, str]] = []

    def one(found: re.Match[str]) -> str:
        if len(slots) == _MOST_SLOTS:
            return found[2]
        slots.append((found[1], found[2]))
        return chr(_FIRST_MARK + len(slots) - 1)

    return Marked(_SLOT.sub(one, _MARKS.sub("", text)), tuple(slots))


def fill(text: str, values: dict[str, str]) -> str:
    """A plain line, a subject say, with its fields filled."""
    marked = mark(text)
    return one_line(marked.text.translate(marked.words(values)))


def filled(tree: T, words: dict[int, str]) -> T:
    """The same tree of values with the marks in its texts replaced by `words`."""
    if not words:
        return tree
    found: object = tree
    if isinstance(tree, str):
        found = tree.translate(words)
    elif isinstance(tree, tuple):
        found = tuple(filled(each, words) for each in tree)
    elif dataclasses.is_dataclass(tree) and not isinstance(tree, type):
        found = dataclasses.replace(
            tree, **{field.name: filled(getattr(tree, field.name), words) for field in dataclasses.fields(tree)}
        )
    return found  # type: ignore[return-value]


def holds_mark(text: str) -> bool:
    """Whether a mark stands in `text`, perhaps written for an address (%EE%80%80)."""
    return bool(_MARKS.search(text)) or "%EE%80" in text.upper()


def first_name(name: str) -> str:
    """How a person is greeted: the first word of their name, or nothing when that is no name."""
    words = name.split()
    if not words or _LINK_LIKE.search(name):
        return ""
    word = words[0].strip(".,;:\"'()")
    is_name = len(word) >= 2 and all(letter.isalpha() or letter in "-'’" for letter in word) and word.lower() not in _NO_NAMES
    if not is_name or len(word) > 30:
        return ""
    return word.capitalize() if len(word) > 2 and (word.isupper() or word.islower()) else word


def short_words(typed: str) -> str:
    """Something a visitor typed or chose, fit to stand in a sentence of ours; nothing when it is long or could be a link."""
    line = one_line(typed)
    return "" if len(line) > _LONGEST_WORDS or _LINK_LIKE.search(line) else line


def one_line(text: str) -> str:
    """A text without line breaks, controls and marks that turn the writing direction, as a header needs it."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())


def problems(text: Text) -> tuple[Problem, ...]:
    """Every field that does not exist or has no fallback, and braces that are no field at all, by file and line."""
    found: list[Problem] = []
    for number, line in enumerate(text.body.split("\n")):
        found += _problems_of(line, Place(file=text.place.file, line=text.place.line + number), "")
    for key, value in (("title", text.title), *text.more):
        found += _problems_of(value, Place(file=text.place.file), key)
    return tuple(dict.fromkeys(found))


def _problems_of(line: str, place: Place, field: str) -> list[Problem]:
    found = []
    rest = _SLOT.sub(lambda slot: "" if slot[1] in FIELDS else slot[0], line)
    for braces in _ANY_BRACES.finditer(rest):
        message, fix = _wrong(braces[0])
        found.append(Problem(place=place, field=field, message=message, fix=fix))
    return found


def _wrong(braces: str) -> tuple[str, str]:
    slot = _SLOT.fullmatch(braces)
    if slot:
        return f'There is no field "{slot[1]}".', f"Write one of {', '.join(FIELDS)}."
    bare = _NAME_IN_BRACES.fullmatch(braces)
    if bare and bare[1] in FIELDS:
        return f'"{braces}" says nothing for people of whom we do not know it.', f"Write {{{{ {bare[1]} | there }}}}."
    return f'"{braces[:60]}" is no field.', "Write {{ first_name | there }}."
