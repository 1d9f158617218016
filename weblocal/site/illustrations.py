"""Photographs that an owner puts between the words of a text: a picture of Markdown on a line of its own."""

import posixpath
import re
from collections.abc import Iterator

from weblocal.model.business import Business
from weblocal.model.pictures import Photo
from weblocal.model.problems import Place
from weblocal.model.words import Text

PICTURE = re.compile(r"!\[(?P<words>[^\]\n]*)\]\((?P<file><[^>\n]+>|[^)\s]+)(?:[ \t]+\"(?P<caption>[^\"\n]*)\")?[ \t]*\)")
_FENCE = re.compile(r" {0,3}(?:```|~~~)")
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|/|\\", re.IGNORECASE)
# what stands between these two, which no keyboard has, is the number of a photograph
_OPENS, _CLOSES = "\ue000", "\ue001"
_MARK = re.compile(rf"(?:<p>)?{_OPENS}(\d+){_CLOSES}(?:</p>)?")


def photos(text: Text | None) -> tuple[Photo, ...]:
    """The photographs of a text in their order: files of the owner's own, with words that say what each shows.

    A file is looked for beside business.yaml, as everywhere; one whose name begins with a dot, beside the text.
    """
    if text is None or "![" not in text.body:
        return ()
    return tuple(photo for _, photo in _lines(text) if photo)


def of_business(business: Business) -> Iterator[Photo]:
    """The photographs in all texts that become pages."""
    for text in texts(business):
        yield from photos(text)


def texts(business: Business) -> Iterator[Text]:
    """Every text of the owner that becomes a page or a part of one."""
    yield from (service.page for service in business.services if service.page)
    yield from (area.page for area in (business.area.places if business.area else ()) if area.page)
    yield from (branch.page for branch in business.branches if branch.page)
    yield from (article.text for article in business.articles)
    yield from (own.text for own in business.pages)
    if business.about:
        yield business.about


def marked(text: Text) -> str:
    """The text's Markdown with a mark, a paragraph by itself, where each photograph stands."""
    numbered, lines = 0, []
    for line, photo in _lines(text):
        if photo:
            lines.append(f"\n{_OPENS}{numbered}{_CLOSES}\n")
            numbered += 1
        else:
            lines.append(line.replace(_OPENS, "").replace(_CLOSES, ""))
    return "\n".join(lines)


def unshown(text: Text) -> Iterator[tuple[re.Match[str], Place]]:
    """The pictures of a text that stand on no page, for one of three reasons, each with its place."""
    for number, (line, photo) in enumerate(_lines(text) if "![" in text.body else ()):
        if photo is None and not line.startswith("    "):
            place = Place(file=text.place.file, line=text.place.line + number)
            yield from ((found, place) for found in PICTURE.finditer(line))


def is_elsewhere(file: str) -> bool:
    """Whether an address leads away from the owner's folder."""
    return _ELSEWHERE.match(file.strip("<>")) is not None


def parted(html: str) -> tuple[str, tuple[tuple[int, str], ...]]:
    """The HTML of marked Markdown up to its first photograph, then the number of each with what follows it."""
    opening, *rest = _MARK.split(html)
    return opening, tuple(zip(map(int, rest[::2]), rest[1::2], strict=True))


def _lines(text: Text) -> Iterator[tuple[str, Photo | None]]:
    """Each line, with the photograph that it is; between fences stands code, and no picture."""
    is_code = False
    for number, line in enumerate(text.body.splitlines()):
        if _FENCE.match(line):
            is_code = not is_code
        found = None if is_code or line.startswith("    ") else PICTURE.fullmatch(line.strip())
        yield line, _photo(found, Place(file=text.place.file, line=text.place.line + number)) if found else None


def _photo(found: re.Match[str], place: Place) -> Photo | None:
    file, words = found["file"].strip("<>"), found["words"].strip()
    if not words or is_elsewhere(file):
        return None
    beside = posixpath.dirname(place.file) if file.startswith(".") else ""
    # whoever puts a photograph between these very words means it, dark or not
    caption = (found["caption"] or "").strip()
    return Photo(file=posixpath.normpath(posixpath.join(beside, file)), words=words, caption=caption, is_kept=True, place=place)
