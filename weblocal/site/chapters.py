"""The owner's Markdown as sections of a page, a chapter for each of its second-level headings."""

import re

from markupsafe import Markup

from weblocal.model.words import Text
from weblocal.prose import markdown
from weblocal.site.parts import Section

_HEADING = re.compile(r"<h2[^>]*>(.*?)</h2>", re.DOTALL)


def of_text(text: Text | None, *, run: str, beside: str = "") -> list[Section]:
    """The owner's text cut at its second-level headings, so that each hangs beside its own words."""
    if text is None:
        return []
    html = str(markdown.to_html(text.body)).replace("<ol>", '<ol class="run">')
    opening, *rest = _HEADING.split(html)
    chapters = [("", opening), *zip(rest[::2], rest[1::2], strict=True)]
    return [
        Section(
            id=f"text-{number}",
            partial="prose",
            title=Markup(title),  # noqa: S704 - cleaned by the one Markdown dialect
            words=beside if not title else "",
            prose=Markup(prose),  # noqa: S704 - cleaned by the one Markdown dialect
            run=run,
        )
        for number, (title, prose) in enumerate(chapters)
        if prose.strip() or title
    ]
