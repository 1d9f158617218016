"""The one dialect of Markdown: the owner's words to safe HTML, to readable plain text, and to a single line."""

import collections
import functools
import re
from html.parser import HTMLParser

import markupsafe
import nh3

from weblocal.prose.engine import Engine

# Python-Markdown's time grows with the square of runs like these; a person never writes them
LONGEST = 60_000
MOST_LINKS = 300
MOST_LINES = 2_000
LONGEST_RULE = 200
# each part can be matched in one way only: a pattern against slow texts must not be slow itself
_HOSTILE = re.compile(r"[\[(>*_`~#|-]{60,}|(?:\[[^\[\]\n]{0,4}+\]?+\(?+!?+){40,}|(?:(?:[>*+-]|\d{1,9}\.)[ \t]*+){24,}")
# two signs of such a run side by side: a run of the first kind holds 29 of these pairs, one of the third 11, and one of the
# second 40 brackets; whoever has fewer of all needs no closer look, which would take as long as reading the text
_PAIR = re.compile(r"[\[(>*_`~#|+.-](?:[\[(>*_`~#|-]|[ \t]*(?:\d{1,9}\.|[>*+-])|[^\]\n]{0,4}\]?\(?!?\[)")
_FEWEST_PAIRS, _FEWEST_BRACKETS = 11, 40
_RULE = re.compile(r"^[ ]{0,3}(?:[-*_=|:#~`][ \t]*){3,}$")

_TAGS = frozenset(
    "p h2 h3 h4 h5 ul ol li strong em a blockquote table thead tbody tr th td code pre br hr".split()  # noqa: SIM905 - reads better
)
_ATTRIBUTES = {"a": {"href", "title"}, "th": {"align"}, "td": {"align"}, "ol": {"start"}} | {
    heading: {"id"} for heading in ("h2", "h3", "h4", "h5")
}
_CLEANER = nh3.Cleaner(
    tags=set(_TAGS), attributes=_ATTRIBUTES, url_schemes={"http", "https", "mailto", "tel"}, link_rel="noreferrer"
)
_SURROGATES = re.compile("[\ud800-\udfff]")
# Engines at rest, each kept from everybody else while it reads; both ends of a deque are safe between threads. (A context
# variable is not enough: a job given to a thread takes its caller's context, and so its engine, along.)
_rested: collections.deque[Engine] = collections.deque(maxlen=8)


def to_html(source: str, *, heading_shift: int = 0) -> markupsafe.Markup:
    """HTML that can only hold words: no script, style, picture, handler, or link that runs something.

    `heading_shift` makes `#` a lower heading, so that a text fits below a page's own. A text that is too long or hostile
    in shape comes back as one escaped paragraph, at once.
    """
    return _html(source, heading_shift)


def to_text(source: str) -> str:
    """The words with their paragraphs, lists and links written out, for mails and files without markup."""
    reader = _Plain()
    reader.feed(str(to_html(source)))
    reader.close()
    return reader.text()


def to_plain(source: str, *, longest: int = 0) -> str:
    """The words on one line; cut at a word's end, with an ellipsis, when `longest` characters are not enough."""
    reader = _Plain(with_links=False)
    reader.feed(str(to_html(source)))
    reader.close()
    line = " ".join(reader.text().split())
    if longest and len(line) > longest:
        line = line[: longest - 1].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"
    return line


def is_hostile(source: str) -> bool:
    """Whether a text is too long, or of a shape that would take Markdown seconds to read."""
    if len(source) > LONGEST or source.count("[") > MOST_LINKS or source.count("\n") > MOST_LINES:
        return True
    if source.count("[") < _FEWEST_BRACKETS and sum(1 for _ in _PAIR.finditer(source)) < _FEWEST_PAIRS:
        return False
    return any(_HOSTILE.search(line) and not _is_rule(line) for line in source.splitlines())


def _is_rule(line: str) -> bool:
    return len(line) < LONGEST_RULE and bool(_RULE.match(line))


@functools.lru_cache(maxsize=512)
def _html(source: str, heading_shift: int) -> markupsafe.Markup:
    if is_hostile(source):
        return markupsafe.Markup("<p>{}</p>").format(source)
    try:
        made = _converted(_SURROGATES.sub("\ufffd", source))
    except RecursionError:  # nesting that the shape above did not name
        return markupsafe.Markup("<p>{}</p>").format(source)
    if heading_shift:
        made = re.sub(r"<(/?)h([1-6])", lambda found: f"<{found[1]}h{min(int(found[2]) + heading_shift, 6)}", made)
    made = re.sub(r"<(/?)h1", r"<\1h2", made)
    return markupsafe.Markup(_CLEANER.clean(made))  # noqa: S704 - what nh3 let through


def _converted(source: str) -> str:
    """An engine is made in a millisecond and kept; one that broke off in the middle remembers it, and is not used again."""
    try:
        engine = _rested.pop()
    except IndexError:
        engine = Engine()
    made = engine.reset().convert(source)
    _rested.append(engine)
    return str(made)


class _Plain(HTMLParser):
    """Collects the words of clean HTML, with breaks where blocks end."""

    _BLOCKS = frozenset({"p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "blockquote", "table", "pre", "hr"})

    def __init__(self, *, with_links: bool = True) -> None:
        super().__init__(convert_charrefs=True)
        self._with_links = with_links
        self._parts: list[str] = []
        self._counts: list[int] = []
        self._link = ""

    def text(self) -> str:
        """What was collected."""
        return re.sub(r"\n{3,}", "\n\n", "".join(self._parts)).strip()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a block, a list entry, a cell or a link."""
        if tag in self._BLOCKS:
            self._parts.append("\n\n")
        if tag in {"ul", "ol"}:
            self._counts.append(0 if tag == "ol" else -1)
        elif tag == "li":
            self._parts.append(f"\n{self._sign()} ")
        elif tag in {"br", "tr"}:
            self._parts.append("\n")
        elif tag == "a":
            self._link = dict(attrs).get("href") or ""

    def handle_endtag(self, tag: str) -> None:
        """End a block, and write a link's address after its words."""
        if tag in self._BLOCKS:
            self._parts.append("\n\n")
        if tag in {"ul", "ol"} and self._counts:
            self._counts.pop()
        elif tag in {"td", "th"}:
            self._parts.append("  ")
        elif tag == "a" and self._link:
            if self._with_links and not self._parts[-1].endswith(self._link):
                self._parts.append(f" ({self._link})")
            self._link = ""

    def handle_data(self, data: str) -> None:
        """Words, and the line breaks between blocks that mean nothing."""
        if data.strip():
            self._parts.append(data.replace("\n", " "))

    def _sign(self) -> str:
        if not self._counts or self._counts[-1] < 0:
            return "-"
        self._counts[-1] += 1
        return f"{self._counts[-1]}."
