"""The owner's Markdown as sections of a page, a chapter for each of its second-level headings."""

import re

from markupsafe import Markup

from weblocal.model.words import Text
from weblocal.prose import markdown
from weblocal.site import illustrations
from weblocal.site.parts import Section
from weblocal.site.photographs import Photographs
from weblocal.site.picture_parts import Figure, Illustration

_HEADING = re.compile(r"<h2[^>]*>(.*?)</h2>", re.DOTALL)


class Chapters:
    """Cuts the texts of one site; `run` names the line that joins their numbered steps (a trade's tiles, or empty)."""

    def __init__(self, photographs: Photographs, *, run: str) -> None:
        self._photographs = photographs
        self._run = run

    def of_text(self, text: Text | None, *, beside: str = "") -> list[Section]:
        """The owner's text cut at its second-level headings, so that each hangs beside its own words."""
        if text is None:
            return []
        photos = illustrations.photos(text)
        figures = tuple(map(self._photographs.between_words, photos))
        body = illustrations.marked(text) if photos else text.body
        html = str(markdown.to_html(body)).replace("<ol>", '<ol class="run">')
        opening, *rest = _HEADING.split(html)
        chapters = [("", opening), *zip(rest[::2], rest[1::2], strict=True)]
        return [
            self._chapter(number, title, words, figures=figures, beside=beside)
            for number, (title, words) in enumerate(chapters)
            if words.strip() or title
        ]

    def _chapter(self, number: int, title: str, words: str, *, figures: tuple[Figure | None, ...], beside: str) -> Section:
        prose, illustrated = _illustrated(words, figures) if figures else (words, ())
        return Section(
            id=f"text-{number}",
            partial="prose",
            title=Markup(title),  # noqa: S704 - cleaned by the one Markdown dialect
            words=beside if not title else "",
            prose=Markup(prose),  # noqa: S704 - cleaned by the one Markdown dialect
            illustrated=illustrated,
            run=self._run,
        )


def _illustrated(words: str, figures: tuple[Figure | None, ...]) -> tuple[str, tuple[Illustration, ...]]:
    """The words before the first photograph that can be shown, and each with the words after it."""
    prose, rest = illustrations.parted(words)
    found: list[Illustration] = []
    for number, after in rest:
        figure = figures[number] if number < len(figures) else None
        if figure:
            found.append(Illustration(figure=figure, prose=Markup(after)))  # noqa: S704 - cleaned by the one Markdown dialect
        elif found:
            last = found.pop()
            found.append(Illustration(figure=last.figure, prose=last.prose + Markup(after)))  # noqa: S704 - as above
        else:
            prose += after
    return prose, tuple(found)
