"""A mail's Markdown, read once into blocks: tables become price lists or details, numbered lists steps, [[…]] marks places."""

import dataclasses
import functools
import re
from collections.abc import Callable
from html.parser import HTMLParser

from weblocal.nurture.mail_blocks import (
    Details,
    Entry,
    Heading,
    Headline,
    Mark,
    Paragraph,
    Points,
    Prices,
    Quote,
    Read,
    Row,
    Rule,
    Span,
    Spans,
    Steps,
)
from weblocal.prose import markdown

BREAK = Span("\n")
LONGEST_AMOUNT = 20
_MARK = re.compile(r"\[\[\s*([a-z_]+)\s*\]\]")
_VOID = frozenset({"br", "hr"})
_HEADINGS = frozenset({"h2", "h3", "h4", "h5"})


@dataclasses.dataclass(slots=True)
class _Element:
    """One element of the clean HTML that prose makes; children are elements and text."""

    tag: str
    href: str = ""
    children: list["_Element | str"] = dataclasses.field(default_factory=list)

    def elements(self, *tags: str) -> list["_Element"]:
        """The elements of these tags below it, not looking inside the ones found."""
        found = []
        for child in self.children:
            if isinstance(child, _Element):
                found += [child] if child.tag in tags else child.elements(*tags)
        return found


@functools.lru_cache(maxsize=256)
def read(source: str) -> tuple[Read, ...]:
    """The blocks of `source`, in order; the first heading is the headline."""
    tree = _Tree()
    tree.feed(str(markdown.to_html(source)))
    tree.close()
    blocks: list[Read] = []
    for element in tree.root.children:
        if isinstance(element, _Element):
            block = _block(element, has_headline=any(isinstance(each, Headline) for each in blocks))
            if block is not None:
                blocks.append(block)
    return tuple(blocks)


def plain(spans: Spans) -> str:
    """The words of spans alone, on one line."""
    return " ".join("".join(span.words for span in spans).split())


class _Tree(HTMLParser):
    """Builds elements; the HTML comes from the cleaner and is well formed."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = _Element("")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin an element."""
        element = _Element(tag, dict(attrs).get("href") or "")
        self._open[-1].children.append(element)
        if tag not in _VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        """End it."""
        if len(self._open) > 1 and self._open[-1].tag == tag:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        """Words."""
        self._open[-1].children.append(data)


def _block(element: _Element, *, has_headline: bool) -> Read | None:
    if element.tag in _HEADINGS:
        spans = _spans(element)
        return Heading(spans=spans) if has_headline else Headline(spans=spans)
    maker = _MAKERS.get(element.tag)
    return maker(element) if maker else None


def _quote(element: _Element) -> Read:
    return Quote(paragraphs=tuple(_spans(each) for each in element.elements("p", "li", "pre", *_HEADINGS)))


def _paragraph(element: _Element) -> Read | None:
    spans = _spans(element)
    if not plain(spans):
        return None
    mark = _MARK.fullmatch(plain(spans))
    if mark:
        return Mark(name=mark[1])
    if all(span.is_em or not span.words.strip() for span in spans):
        return Paragraph(spans=tuple(dataclasses.replace(span, is_em=False) for span in spans), is_aside=True)
    return Paragraph(spans=spans)


def _entries(element: _Element) -> tuple[Entry, ...]:
    return tuple(_entry(child) for child in element.children if isinstance(child, _Element) and child.tag == "li")


def _entry(element: _Element) -> Entry:
    spans = _spans(element)
    count = next((number for number, span in enumerate(spans) if not span.is_strong), len(spans))
    title = tuple(dataclasses.replace(span, is_strong=False) for span in spans[:count])
    return Entry(title=_trimmed(title), spans=_trimmed(spans[count:]))


def _table(element: _Element) -> Read | None:
    rows, head = [], None
    for line in element.elements("tr"):
        cells = [_spans(cell) for cell in line.elements("td", "th")]
        if not any(plain(cell) for cell in cells):
            continue
        row = _row(cells)
        if line.elements("th"):
            head = row
        else:
            rows.append(row)
    if not rows:
        return None
    if all(_is_amount(plain(row.value)) for row in rows):
        return Prices(rows=tuple(rows))
    return Details(rows=tuple(rows), head=head)


def _row(cells: list[Spans]) -> Row:
    label, value = [*cells, (), ()][:2]
    # a third column, and more, goes on in the second: nothing an owner wrote is lost
    for extra in cells[2:]:
        value = (*value, Span(" · "), *extra) if plain(extra) else value
    if len(label) > 1 and label[-1].is_em and plain(label[:-1]):
        note = (dataclasses.replace(label[-1], is_em=False),)
        return Row(label=_trimmed(label[:-1]), value=value, note=note)
    return Row(label=label, value=value)


def _is_amount(words: str) -> bool:
    """Short, and with a figure in it, or a single word (free, included)."""
    return 0 < len(words) <= LONGEST_AMOUNT and (any(letter.isdigit() for letter in words) or " " not in words)


def _spans(element: _Element, marks: Span = Span("")) -> Spans:  # noqa: B008 - frozen
    found: list[Span] = []
    for child in element.children:
        if isinstance(child, str):
            found.append(dataclasses.replace(marks, words=re.sub(r"\s+", " ", child)))
        elif child.tag == "br":
            found.append(BREAK)
        elif child.tag in {"p", "ul", "ol", "li"}:
            found += [BREAK, *_spans(child, marks)] if any(span.words.strip() for span in found) else _spans(child, marks)
        else:
            found += _spans(child, _marked(marks, child))
    return _trimmed(tuple(span for span in found if span.words))


def _marked(marks: Span, element: _Element) -> Span:
    if element.tag == "a":
        return dataclasses.replace(marks, href=element.href)
    return Span(
        marks.words,
        is_strong=marks.is_strong or element.tag == "strong",
        is_em=marks.is_em or element.tag == "em",
        href=marks.href,
    )


def _trimmed(spans: Spans) -> Spans:
    """Without blanks and breaks at either end."""
    kept = list(spans)
    while kept and not kept[0].words.strip():
        kept.pop(0)
    while kept and not kept[-1].words.strip():
        kept.pop()
    if kept:
        kept[0] = dataclasses.replace(kept[0], words=kept[0].words.lstrip())
        kept[-1] = dataclasses.replace(kept[-1], words=kept[-1].words.rstrip())
    return tuple(kept)


_MAKERS: dict[str, Callable[[_Element], Read | None]] = {
    "p": _paragraph,
    "pre": _paragraph,
    "ol": lambda element: Steps(entries=_entries(element)),
    "ul": lambda element: Points(entries=_entries(element)),
    "table": _table,
    "blockquote": _quote,
    "hr": lambda _: Rule(),
}
