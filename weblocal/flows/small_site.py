"""One guide of a large site in a small one: the same business and theme, with two more guides for company.

A guide's page shows the guide and the business, and no other guide; and what other pages show of a guide is its title, summary
and date, never its words. `proves_itself` tries out whether that holds for the program, the theme and the business at hand.
"""

import dataclasses
import datetime as dt
from collections.abc import Callable, Collection, Mapping, Sequence

from weblocal.model import urls
from weblocal.model.business import Business
from weblocal.model.pictures import Pictures
from weblocal.model.problems import Finding
from weblocal.model.records import record
from weblocal.model.site import SiteFile, SiteFiles
from weblocal.model.words import Article
from weblocal.site import checking, page_facts, planning, rendering
from weblocal.site.planning import SitePlan
from weblocal.theming.drawings import Drawings
from weblocal.theming.theme import Theme

_COMPANIONS = 2
# what the build lays beside the pages, which they lead to
_CARDS = (urls.VCARD.lstrip("/"), urls.CALENDAR.lstrip("/"))
# what is said of a page because of other pages, which the small site has not: two titles alike
_OF_OTHERS = frozenset({"title-twice"})
_RICH = (
    "## One\n\nWords *and* [a link](https://one.example).\n\n- a\n- b\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n"
    + "More words. " * 2000
)


@record
class SmallSite:
    """What a guide is printed in. `business` has no guides, `css` is the style of the whole site, `standing` its files' names."""

    business: Business
    theme: Theme
    today: dt.date
    pictures: Pictures
    draw: Callable[..., Drawings]
    companions: tuple[Article, ...]
    css: str
    standing: Collection[str]

    def plan(self, guides: Sequence[Article]) -> SitePlan:
        """The small site with these guides in it."""
        ids = {guide.id for guide in guides}
        around = tuple(each for each in self.companions if each.id not in ids)[:_COMPANIONS]
        business = dataclasses.replace(self.business, articles=(*guides, *around))
        return planning.drawn_by(planning.plan(business, self.theme, today=self.today, pictures=self.pictures), self.draw)

    def files(self, plan: SitePlan) -> SiteFiles:
        """Its files, in the style of the whole one."""
        return rendering.render(plan, css=self.css)

    def judged(
        self, plan: SitePlan, files: SiteFiles, guide: Article, *, before: Sequence[Finding]
    ) -> tuple[Finding, ...] | None:
        """What the checks say of one of its guides, where all files of the whole site stand; `before` is what they said last.

        None where the guide leads to a part of a page that the small site has not.
        """
        page = next(file.content.decode() for file in files if file.path == file_of(guide))
        present = {file.path for file in files}
        around = {name: SiteFile(path=name, content=b"") for name in _CARDS if name in self.standing}
        for link in page_facts.Reader().read(page).links:
            path, _, part = link.partition("#")
            file = f"{path}index.html".lstrip("/") if path.endswith("/") else path.lstrip("/")
            if not path or file in present or file not in self.standing:
                continue
            if part:
                return None
            around[file] = SiteFile(path=file, content=b"")
        found = checking.check(plan, (*files, *around.values()))
        kept = tuple(finding for finding in own(before, guide) if finding.rule in _OF_OTHERS)
        return (*kept, *(finding for finding in own(found, guide) if finding.rule not in _OF_OTHERS))

    def proves_itself(self, guide: Article, whole: Mapping[str, bytes], findings: Sequence[Finding]) -> bool:
        """Whether this guide is printed and judged here as in the `whole` site, and shows its words on no other page."""
        plan = self.plan((guide,))
        files = self.files(plan)
        here, printed = file_of(guide), {file.path: file.content for file in files}
        if printed[here] != whole[here] or own(findings, guide) != self.judged(plan, files, guide, before=findings):
            return False
        for words in ("", _RICH):
            other = dataclasses.replace(guide, text=dataclasses.replace(guide.text, body=words))
            changed = {file.path: file.content for file in self.files(self.plan((other,)))}
            if {path for path in printed.keys() | changed.keys() if printed.get(path) != changed.get(path)} - {here}:
                return False
        return True


def own(findings: Sequence[Finding], guide: Article) -> tuple[Finding, ...]:
    """The findings on one guide: on its page, its field, or its file."""
    named = {urls.article(guide.id), f"articles.{guide.id}"}
    file = guide.text.place.file
    return tuple(one for one in findings if one.page in named or (one.place is not None and one.place.file == file))


def without_words(guide: Article) -> Article:
    """A guide as the rest of its site knows it."""
    return dataclasses.replace(guide, text=dataclasses.replace(guide.text, body=""))


def file_of(guide: Article) -> str:
    """The file of a guide's page."""
    return f"{urls.article(guide.id)}index.html".lstrip("/")
