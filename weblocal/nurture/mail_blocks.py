"""A mail's Markdown as one tree of blocks, from which both its HTML and its text twin are made."""

import dataclasses
import re
from html.parser import HTMLParser

from markupsafe import Markup, escape

from weblocal.prose import markdown

COUPON_LINE = "[[coupon]]"
_INLINE = frozenset({"strong", "em", "code"})


@dataclasses.dataclass(frozen=True, slots=True)
class Words:
    """Words with their inline marks: as HTML, and as plain text with links written out."""

    html: Markup
    text: str


@dataclasses.dataclass(frozen=True, slots=True)
class Headline:
    """A heading; level 1 is the mail's headline."""

    level: int
    words: Words


@dataclasses.dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph."""

    words: Words


@dataclasses.dataclass(frozen=True, slots=True)
class Steps:
    """Numbered or plain points; a point's bold beginning is its title."""

    points: tuple[Words, ...]
    is_numbered: bool


@dataclasses.dataclass(frozen=True, slots=True)
class Rows:
    """A list of two columns: what, and how much or which."""

    rows: tuple[tuple[Words, Words], ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Ticket:
    """The place of the coupon's ticket."""


Block = Headline | Paragraph | Steps | Rows | Ticket


def read(source: str) -> tuple[Block, ...]:
    """The blocks of a mail's Markdown, in order."""
    blocks: list[Block] = []
    parts = re.split(rf"^\s*{re.escape(COUPON_LINE)}\s*$", source, flags=re.MULTILINE)
    for number, part in enumerate(parts):
        if number:
            blocks.append(Ticket())
        reader = _Reader()
        # a first heading is the mail's headline: prose makes it h2, so that pages keep their own h1
        reader.feed(str(markdown.to_html(part)))
        reader.close()
        blocks += reader.blocks
    return tuple(blocks)


class _Reader(HTMLParser):
    """Clean HTML, which prose made, to blocks."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self._html: list[str] = []
        self._text: list[str] = []
        self._link = ""
        self._lists: list[list[Words]] = []
        self._cells: list[Words] = []
        self._rows: list[tuple[Words, Words]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a block, or keep an inline mark."""
        if tag in _INLINE:
            self._html.append(f"<{tag}>")
        elif tag == "a":
            self._link = dict(attrs).get("href") or ""
            self._html.append(f'<a href="{escape(self._link)}">')
        elif tag == "br":
            self._html.append("<br>")
            self._text.append("\n")
        elif tag in {"ol", "ul"}:
            self._lists.append([])
        elif tag in {"p", "li", "td", "th", "h2", "h3", "h4", "h5"} and not (tag == "p" and self._lists):
            self._begin()

    def handle_endtag(self, tag: str) -> None:
        """End a block, or an inline mark."""
        if tag in _INLINE:
            self._html.append(f"</{tag}>")
        elif tag == "a":
            self._html.append("</a>")
            if self._link:
                self._text.append(f" ({self._link})")
            self._link = ""
        elif tag in {"td", "th"}:
            self._cells.append(self._words())
        elif tag == "tr":
            self._end_row()
        else:
            self._end_block(tag)

    def handle_data(self, data: str) -> None:
        """Words."""
        self._html.append(str(escape(data)))
        self._text.append(data.replace("\n", " "))

    def _begin(self) -> None:
        self._html, self._text = [], []

    def _words(self) -> Words:
        made = Words(Markup("".join(self._html).strip()), " ".join("".join(self._text).split(" ")).strip())  # noqa: S704 - escaped above
        self._begin()
        return made

    def _end_row(self) -> None:
        nothing = Words(Markup(), "")
        first, second = [*self._cells, nothing, nothing][:2]
        if first.text or second.text:
            self._rows.append((first, second))
        self._cells = []

    def _end_block(self, tag: str) -> None:
        if tag == "p" and not self._lists:
            self.blocks.append(Paragraph(self._words()))
        elif tag in {"h2", "h3", "h4", "h5"}:
            is_first = not any(isinstance(block, Headline) for block in self.blocks)
            self.blocks.append(Headline(1 if is_first else 2, self._words()))
        elif tag == "li" and self._lists:
            self._lists[-1].append(self._words())
        elif tag in {"ol", "ul"} and self._lists:
            self.blocks.append(Steps(tuple(self._lists.pop()), is_numbered=tag == "ol"))
        elif tag == "table":
            self.blocks.append(Rows(tuple(self._rows)))
            self._rows = []
