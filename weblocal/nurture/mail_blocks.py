"""What a mail is made of: one tree of blocks, from which its HTML and its plain text are both written."""

import dataclasses
from typing import ClassVar

from weblocal.model.records import record

Runs = tuple[tuple[tuple[int, bool], ...], ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Span:
    """Words in a line with what marks them; `words` of one line feed alone is a line break."""

    words: str
    is_strong: bool = False
    is_em: bool = False
    href: str = ""


Spans = tuple[Span, ...]


@record
class Headline:
    """What the mail says in one line; there is one."""

    kind: ClassVar[str] = "headline"
    spans: Spans


@record
class Heading:
    """A heading below the headline."""

    kind: ClassVar[str] = "heading"
    spans: Spans


@record
class Paragraph:
    """One paragraph; an aside (written wholly in emphasis) is set smaller and quieter."""

    kind: ClassVar[str] = "paragraph"
    spans: Spans
    is_aside: bool = False


@record
class Row:
    """One line of a list of two columns; `note` is what stood in emphasis at the end of its first cell."""

    label: Spans
    value: Spans
    note: Spans = ()


@record
class Prices:
    """A list whose second column is short and holds amounts."""

    kind: ClassVar[str] = "prices"
    rows: tuple[Row, ...]


@record
class Details:
    """A list whose second column holds words."""

    kind: ClassVar[str] = "details"
    rows: tuple[Row, ...]
    head: Row | None = None


@record
class Entry:
    """One entry of a list; `title` is its bold beginning."""

    title: Spans
    spans: Spans


@record
class Steps:
    """A numbered list."""

    kind: ClassVar[str] = "steps"
    entries: tuple[Entry, ...]


@record
class Points:
    """A list without numbers."""

    kind: ClassVar[str] = "points"
    entries: tuple[Entry, ...]


@record
class Quote:
    """Somebody's words."""

    kind: ClassVar[str] = "quote"
    paragraphs: tuple[Spans, ...]


@record
class Rule:
    """A line across."""

    kind: ClassVar[str] = "rule"


@record
class Mark:
    """A place the owner marked by [[coupon]] or [[button]] on a line of its own; compose puts the block there."""

    name: str


@record
class Button:
    """The one thing to do."""

    kind: ClassVar[str] = "button"
    words: str
    href: str


@record
class Ticket:
    """An offer to show: what it is, its terms, its end; `code` to say (spaced) and `runs` of its QR where it has a coupon."""

    kind: ClassVar[str] = "ticket"
    words: str
    terms: str
    until: str
    code: str
    say_code: str
    runs: Runs


Listed = Prices | Details | Steps | Points
Block = Headline | Heading | Paragraph | Listed | Quote | Rule | Button | Ticket
Read = Block | Mark


@record
class Footer:
    """Why the reader gets this, how to stop it (empty for mails about their own affairs), and who sends it from where."""

    reason: str
    stop: Span | None
    postal: str
    links: tuple[Span, ...]


@record
class Letter:
    """A whole mail before it has a look. `note` stands small at the right of the band: "1 of 4", "until 6 December"."""

    language: str
    sender: str
    note: str
    subject: str
    preheader: str
    blocks: tuple[Block, ...]
    footer: Footer
