"""Bytes to text, and the characters that no file of an owner may hold: controls, tabs as indent, hidden direction changes."""

import re
import unicodedata

from weblocal.errors import ProfileInvalid
from weblocal.model.problems import Place, Problem

MOST_REPORTED = 20
MOST_BYTES = 1024 * 1024

# (line ends are made plain before anything is looked for, so that a carriage return left over was put there by an escape)
# Controls break terminals, mail headers and YAML; U+0085, U+2028 and U+2029 are line ends to YAML alone, so every line number
# after them would be wrong; the bidi overrides and isolates make a text read otherwise than it is stored (CVE-2021-42574).
FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]")
_TAB_INDENT = re.compile(r"^ *\t", re.MULTILINE)
_BYTE_ORDER_MARKS = ((b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16"))


def decode(raw: bytes, *, file: str) -> str:
    """The text of a file, without a byte order mark and with plain line ends; raises ProfileInvalid when it is not UTF-8."""
    for mark, name in _BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            raise ProfileInvalid((_not_utf8(Place(file=file, line=1), f"is stored as {name}."),))
    try:
        return without_mark(raw.decode("utf-8"))
    except UnicodeDecodeError as wrong:
        line = raw.count(b"\n", 0, wrong.start) + 1
        found = f"has a character that is not UTF-8 (byte {raw[wrong.start]:#04x})."
        raise ProfileInvalid((_not_utf8(Place(file=file, line=line), found),)) from wrong


def without_mark(text: str) -> str:
    """The text without a byte order mark, its line ends made plain."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def forbidden_in(text: str, *, file: str) -> list[Problem]:
    """A problem for each line that holds a forbidden character; at most the first twenty."""
    problems = []
    for found in FORBIDDEN.finditer(text):
        place = Place(file=file, line=_line_of(text, found.start()), column=_column_of(text, found.start()))
        problems.append(
            Problem(
                place=place,
                field="",
                message=f"There is an invisible character here ({name_of(found.group())}).",
                fix="Delete it, or type the line again.",
            )
        )
        if len(problems) == MOST_REPORTED:
            break
    return problems


def tab_indents_in(text: str, *, file: str) -> list[Problem]:
    """A problem for each line that is indented with a tab; at most the first twenty."""
    problems = []
    for found in _TAB_INDENT.finditer(text):
        problems.append(
            Problem(
                place=Place(file=file, line=_line_of(text, found.start()), column=1),
                field="",
                message="The line begins with a tab.",
                fix="Write two spaces for each step to the right.",
            )
        )
        if len(problems) == MOST_REPORTED:
            break
    return problems


def name_of(character: str) -> str:
    """A character by code and name, for messages."""
    name = unicodedata.name(character, "control character").lower()
    return f"U+{ord(character):04X}, {name}"


def _not_utf8(place: Place, found: str) -> Problem:
    return Problem(place=place, field="", message=f"The file {found}", fix="Save it as UTF-8 in your editor.")


def _line_of(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1


def _column_of(text: str, position: int) -> int:
    return position - text.rfind("\n", 0, position)
