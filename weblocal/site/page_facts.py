"""What a finished page says of itself to the checks: headings, links, marks, pictures, all found in one pass.

Pages of one site share most of their lines (masthead, forms, foot). A page is read piece by piece, and what a piece says is
remembered, so that a piece that stands on every page is read once.
"""

import html
import re
from collections.abc import Iterable

from weblocal.model.records import record

_TAG = re.compile(r"<(a|img|h[1-6]|form|link|input|textarea)\b([^>]*)>")
_ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')
_ID = re.compile(r'\sid="([^"]+)"')
_HANDLER = re.compile(r"<[a-z][^>]*\s(style|on[a-z]+)=", re.IGNORECASE)
_HANDLES = re.compile(r"on[a-z]+=")
_DIALLED = re.compile(r'href="tel:([^"]+)"')
_TITLE = re.compile(r"<title>(.*?)</title>")
_MOST_REMEMBERED = 4000


@record
class Facts:
    """What a page, or a piece of one, holds, in the order of its text.

    `links` are addresses on the same site, as written; `handlers` attributes that the policy forbids; `bare_pictures` counts
    pictures without words; `titles` are the texts of title elements.
    """

    headings: tuple[int, ...] = ()
    links: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    dialled: tuple[str, ...] = ()
    handlers: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    bare_pictures: int = 0


_NOTHING = Facts()


class Reader:
    """Reads the pages of one site."""

    def __init__(self) -> None:
        self._known: dict[str, Facts] = {}

    def read(self, text: str) -> Facts:
        """The facts of a page whose inline style and script have been set aside.

        A tag may run over several lines, but none of its later lines can begin with <: in an attribute it is written &lt;.
        """
        return _together([facts for piece in text.split("\n<") if (facts := self._of(piece)) is not _NOTHING])

    def _of(self, piece: str) -> Facts:
        known = self._known.get(piece)
        if known is None:
            if len(self._known) >= _MOST_REMEMBERED:
                self._known.clear()
            known = self._known[piece] = _read(f"<{piece}")
        return known


def _read(piece: str) -> Facts:
    if "=" not in piece and "<h" not in piece and "<img" not in piece and "<title" not in piece:
        return _NOTHING  # words
    headings, links, bare_pictures = [], [], 0
    for tag, attributes in _TAG.findall(piece):
        if tag[0] == "h":
            headings.append(int(tag[1]))
        elif tag == "img":
            bare_pictures += "alt" not in dict(_ATTRIBUTE.findall(attributes))
        elif tag in {"a", "link"} and (link := _own_link(attributes)):
            links.append(link)
    facts = Facts(
        headings=tuple(headings),
        links=tuple(links),
        ids=tuple(_ID.findall(piece)) if 'id="' in piece else (),
        dialled=tuple(_DIALLED.findall(piece)) if '"tel:' in piece else (),
        handlers=tuple(_HANDLER.findall(piece)) if _may_handle(piece.lower()) else (),
        titles=tuple(_TITLE.findall(piece)) if "<title>" in piece else (),
        bare_pictures=bare_pictures,
    )
    return _NOTHING if facts == _NOTHING else facts


def _may_handle(piece: str) -> bool:
    """The quick first look at drawings of eight thousand letters."""
    return "style=" in piece or _HANDLES.search(piece) is not None


def _own_link(attributes: str) -> str:
    """The address of a link that stays on the site; empty for any other."""
    href = html.unescape(dict(_ATTRIBUTE.findall(attributes)).get("href", ""))
    return "" if href.startswith("//") or ":" in href.split("/", 1)[0] else href


def _together(pieces: Iterable[Facts]) -> Facts:
    pieces = tuple(pieces)
    return Facts(
        headings=tuple(each for piece in pieces for each in piece.headings),
        links=tuple(each for piece in pieces for each in piece.links),
        ids=tuple(each for piece in pieces for each in piece.ids),
        dialled=tuple(each for piece in pieces for each in piece.dialled),
        handlers=tuple(each for piece in pieces for each in piece.handlers),
        titles=tuple(each for piece in pieces for each in piece.titles),
        bare_pictures=sum(piece.bare_pictures for piece in pieces),
    )
