"""Checks of our own output before it is written: what an owner would be ashamed of, and what would break a rule of the web."""

import dataclasses
import itertools
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from urllib.parse import urlsplit

from weblocal.model import urls
from weblocal.model.business import Business
from weblocal.model.forms import Delivery
from weblocal.model.problems import Finding, Severity
from weblocal.model.records import record
from weblocal.model.site import Page, SiteFiles
from weblocal.site import accompanying, advising, board, claims, duties, presence, redirecting
from weblocal.site.page_facts import Facts
from weblocal.site.page_reading import PageRead, PageReader
from weblocal.site.planning import SitePlan


@record
class Reading:
    """What was read of the pages of one language: of each by its path, and the inline styles and scripts of all by their kind."""

    plan: SitePlan
    pages: Mapping[str, PageRead]
    inline: Mapping[str, Collection[str]]


def check(plan: SitePlan, files: SiteFiles) -> tuple[Finding, ...]:
    """Everything wrong with a rendered site, in the order of its pages, then what it could say more; an error must stop the build."""
    content = {f"/{file.path}": file.content for file in files if file.path.endswith(".html")}
    readings = tuple(read(each, as_served(each), content) for each in plan.in_every_language())
    headers = next((file.content.decode() for file in files if file.path == accompanying.HEADERS_FILE), "")
    return (*of_pages(readings, names=[file.path for file in files], headers=headers), *of_business(plan))


def read(plan: SitePlan, pages: Sequence[Page], content: Mapping[str, bytes]) -> Reading:
    """What the checks keep of some pages of one language, out of what stands in their files."""
    reader = PageReader(plan.business)
    found = {page.path: reader.read(page, made) for page in pages if (made := content.get(file_of(page)))}
    return Reading(plan=plan, pages=found, inline=reader.inline)


def of_pages(readings: Sequence[Reading], *, names: Collection[str], headers: str) -> tuple[Finding, ...]:
    """Everything wrong with the pages of a site in all languages, the first one first, of which these files will stand."""
    findings: list[Finding] = []
    paths = {f"/{name}" for name in names}
    paths |= {path.removesuffix("index.html") for path in paths if path.endswith("/index.html")}
    for reading in readings:
        pages, judge = as_served(reading.plan), _Judge(reading, paths)
        for page in pages:
            findings += judge.of_page(page)
        findings += _duplicate_titles(pages)
        findings += _policy(reading, headers)
    planned = {page.path for reading in readings for page in as_served(reading.plan)}
    findings += redirecting.findings(readings[0].plan.business, names, paths=planned)
    return tuple(findings)


def of_business(plan: SitePlan) -> tuple[Finding, ...]:
    """What is wrong with what the owner says, and what they could say more."""
    business = plan.business
    said = (_forms(business), claims.findings(business), duties.findings(business), board.contradictions(business))
    return (*itertools.chain.from_iterable(said), *advising.advice(plan))


class _Judge:
    """Judges the pages of one language by what was read of all of them; `paths` is everything that will exist."""

    def __init__(self, reading: Reading, paths: Collection[str]) -> None:
        self._read = reading.pages
        self._paths = paths
        self._root = urlsplit(reading.plan.business.root).path
        self._ids = {path: frozenset(page.facts.ids) for path, page in reading.pages.items()}
        self._sound: set[str] = set()

    def of_page(self, page: Page) -> Iterator[Finding]:
        """What is wrong with one page."""
        read = self._read.get(page.path)
        if read is None:
            yield _error("page-missing", page, "The page was planned but not made.")
            return
        facts = read.facts
        yield from _head(page, facts)
        yield from _headings(page, facts.headings)
        yield from self._links(page, facts.links)
        yield from _pictures(page, facts)
        if len(facts.ids) > len(self._ids[page.path]):
            for name, count in Counter(facts.ids).items():
                if count > 1:
                    yield _warning("id-twice", page, f"Two parts of the page are called {name}, so links find only the first.")
        yield from read.findings

    def _links(self, page: Page, links: Sequence[str]) -> Iterator[Finding]:
        for href in links:
            if href in self._sound:
                continue
            if problem := self._dead(page, href):
                yield _error(
                    "link-broken", page, f"A link leads to {href}, and {problem}.", fix="Correct the address, or add the page."
                )
            elif href.startswith("/") and "#" not in href:  # the same on every page
                self._sound.add(href)

    def _dead(self, page: Page, href: str) -> str:
        """Why a link of the site's own leads nowhere; empty when it leads somewhere."""
        path, _, fragment = href.partition("#")
        path = path.partition("?")[0].removeprefix(self._root) or page.path
        if path not in self._paths and path != page.path:
            return "there is no such page"
        if fragment and fragment not in self._ids.get(path, {fragment}):
            return f"that page has no part named {fragment}"
        return ""


def _head(page: Page, facts: Facts) -> Iterator[Finding]:
    if not facts.titles or not facts.titles[0].strip():
        yield _error("title-missing", page, "The page has no title.")
    if page.in_sitemap and not page.description:
        yield Finding(
            rule="description-missing",
            severity=Severity.HINT,
            page=page.path,
            message="The page has no description, so search engines choose words from it.",
            fix="Begin its text with a sentence that says what it is about.",
        )
    if facts.handlers:
        yield _error("policy", page, f"The page holds an attribute {facts.handlers[0]}=, which its policy forbids.")


def _headings(page: Page, levels: Sequence[int]) -> Iterator[Finding]:
    if levels.count(1) != 1:
        yield _error("headings", page, f"The page has {levels.count(1)} main headings instead of one.")
    for before, after in itertools.pairwise(levels):
        if after > before + 1:
            yield _warning(
                "headings",
                page,
                f"A heading of level {after} follows one of level {before}.",
                fix="Begin with ## in your text, and use ### only under it.",
            )
            return


def _pictures(page: Page, facts: Facts) -> Iterator[Finding]:
    for _ in range(facts.bare_pictures):
        yield _error(
            "picture-words",
            page,
            "A picture has no words for people who do not see it.",
            fix="Write ![what it shows](file).",
        )


def _duplicate_titles(pages: Sequence[Page]) -> Iterator[Finding]:
    counts = Counter(page.title for page in pages if page.in_sitemap)
    for page in pages:
        if page.in_sitemap and counts[page.title] > 1:
            yield _warning(
                "title-twice", page, f"More than one page has the title “{page.title}”.", fix="Give each its own title."
            )


def _policy(reading: Reading, headers: str) -> Iterator[Finding]:
    """The digests in the policy are those of the style and the script on the pages, which are the same everywhere."""
    for kind, blocks in reading.inline.items() if headers else ():
        for block in blocks:
            if accompanying.digest_for_policy(block) not in headers:
                yield Finding(
                    rule="policy",
                    severity=Severity.ERROR,
                    page=f"/{accompanying.HEADERS_FILE}",
                    message=f"A {kind} on the pages is not the one the policy allows, so browsers would ignore it.",
                )


def _forms(business: Business) -> Iterator[Finding]:
    for form in business.forms:
        if form.delivery is Delivery.DESK and not business.desk.address:
            yield Finding(
                rule="form-endpoint",
                severity=Severity.WARNING,
                page=urls.CONTACT,
                message=f"The form “{form.title}” posts to this site's own address, and nobody answers there unless the desk does.",
                fix="Write desk: {address: https://…} with the address of your desk. Without a desk write delivers_to: mailto in the form.",
            )
        elif not presence.form_action(form, business):
            yield Finding(
                rule="form-endpoint",
                severity=Severity.HINT,
                page=urls.CONTACT,
                message=f"The form “{form.title}” has nowhere to go, so pages show call and mail links instead.",
                fix="Choose a delivers_to, with the key the form service gave you.",
            )


def as_served(plan: SitePlan) -> tuple[Page, ...]:
    """The pages of one language with the paths at which its visitors find them."""
    prefix = plan.business.prefix
    if not prefix:
        return plan.pages
    return tuple(dataclasses.replace(page, path=urls.in_language(page.path, prefix)) for page in plan.pages)


def file_of(page: Page) -> str:
    """The file of a page, from the root of the site."""
    return f"{page.path}index.html" if page.path.endswith("/") else page.path


def _error(rule: str, page: Page, message: str, *, fix: str = "") -> Finding:
    return Finding(rule=rule, severity=Severity.ERROR, page=page.path, message=message, fix=fix)


def _warning(rule: str, page: Page, message: str, *, fix: str = "") -> Finding:
    return Finding(rule=rule, severity=Severity.WARNING, page=page.path, message=message, fix=fix)
