"""What is wrong: a Problem is in the owner's input, a Finding is in our output."""

import enum

from weblocal.model.records import record


@record
class Place:
    """Where something stands: a file as the owner knows it, and its line and column (both from 1; 0 = the whole file)."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        if self.line == 0:
            return self.file
        return f"{self.file}:{self.line}"


@record
class Problem:
    """One thing wrong in the owner's input: where, which field, what was found, what to write instead."""

    place: Place
    field: str
    message: str
    fix: str = ""

    def __str__(self) -> str:
        field = f" {self.field}:" if self.field else ""
        fix = f" {self.fix}" if self.fix else ""
        return f"{self.place}{field} {self.message}{fix}"


@record
class Unreadable:
    """The answer of a reader that could not make sense of a text: what was found and what to write; it knows no place."""

    message: str
    fix: str = ""


class Severity(enum.StrEnum):
    """How bad a Finding is: an error stops the build, a warning is shown, a hint says what would be better still."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


@record
class Finding:
    """One thing wrong in our output: the rule that fired, on which page, in words, with the cure."""

    rule: str
    severity: Severity
    page: str
    message: str
    fix: str = ""
    place: Place | None = None
