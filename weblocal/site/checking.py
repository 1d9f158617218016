"""Checks of our own output before it is written: what an owner would be ashamed of, and what would break a rule of the web."""

import dataclasses
import html
import itertools
import re
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from weblocal.model import urls
from weblocal.model.business import Business
from weblocal.model.forms import Delivery
from weblocal.model.problems import Finding, Severity
from weblocal.model.site import Page, PageKind, SiteFiles
from weblocal.site import accompanying, advising, board, claims, duties, page_facts, presence, redirecting
from weblocal.site.page_facts import Facts
from weblocal.site.planning import SitePlan

FIRST_ROUND_TRIP_BYTES = 14_000

_INLINE = re.compile(r"<(style|script)>")
_GRAPH = re.compile(r'<script type="application/ld\+json">.*?</script>', re.DOTALL)


def check(plan: SitePlan, files: SiteFiles) -> tuple[Finding, ...]:
    """Everything wrong with a rendered site, in the order of its pages, then what it could say more; an error must stop the build."""
    findings: list[Finding] = []
    for each in plan.in_every_language():
        reading = _Reading(each, files)
        for page in reading.pages:
            findings += reading.of_page(page)
        findings += _duplicate_titles(reading.pages)
        findings += _policy(reading)
    paths = {page.path for each in plan.in_every_language() for page in _below_prefix(each)}
    findings += redirecting.findings(plan.business, files, paths=paths)
    findings += _forms(plan.business)
    findings += claims.findings(plan.business)
    findings += duties.findings(plan.business)
    findings += board.contradictions(plan.business)
    findings += advising.advice(plan)
    return tuple(findings)


class _Reading:
    """The pages of one language as text with their inline style and script set aside, and every path that exists."""

    def __init__(self, plan: SitePlan, files: SiteFiles) -> None:
        self.business = plan.business
        self.pages = _below_prefix(plan)
        self.paths = {f"/{file.path}" for file in files}
        self.paths |= {path.removesuffix("index.html") for path in self.paths if path.endswith("/index.html")}
        self.root = urlsplit(plan.business.root).path
        self.content_by_path = {f"/{file.path}": file.content for file in files if file.path.endswith(".html")}
        self.headers = next((file.content.decode() for file in files if file.path == accompanying.HEADERS_FILE), "")
        self.inline: dict[str, set[str]] = {"style": set(), "script": set()}
        self.facts: dict[str, Facts] = {}
        self.identity: dict[str, tuple[Finding, ...]] = {}
        reader = page_facts.Reader()
        for page in self.pages:
            # of ten thousand pages only what they say of themselves is kept in mind
            body = self._without_code(self.content_by_path.get(_file_of(page), b"").decode())
            self.facts[page.path] = reader.read(body)
            if body:
                self.identity[page.path] = tuple(self._identity(page, body))
        self.ids = {path: frozenset(facts.ids) for path, facts in self.facts.items()}

    def _without_code(self, text: str) -> str:
        """The page without its inline style and script, which are noted."""
        kept, at = [], 0
        while (begins := _INLINE.search(text, at)) is not None:
            kind, ends = begins[1], text.find(f"</{begins[1]}>", begins.end())
            if ends < 0:
                break
            self.inline[kind].add(text[begins.end() : ends])
            kept.append(text[at : begins.start()])
            at = ends + len(f"</{kind}>")
        return "".join((*kept, text[at:]))

    def of_page(self, page: Page) -> Iterator[Finding]:
        """What is wrong with one page."""
        if page.path not in self.identity:
            yield _error("page-missing", page, "The page was planned but not made.")
            return
        facts = self.facts[page.path]
        yield from _head(page, facts)
        yield from _headings(page, facts.headings)
        yield from self._links(page, facts.links)
        yield from _pictures(page, facts)
        if len(facts.ids) > len(self.ids[page.path]):
            for name, count in Counter(facts.ids).items():
                if count > 1:
                    yield _warning("id-twice", page, f"Two parts of the page are called {name}, so links find only the first.")
        yield from self.identity[page.path]
        if page.kind is PageKind.HOME:
            yield from self._weight(page)

    def _links(self, page: Page, links: Sequence[str]) -> Iterator[Finding]:
        for href in links:
            if problem := self._dead(page, href):
                yield _error(
                    "link-broken", page, f"A link leads to {href}, and {problem}.", fix="Correct the address, or add the page."
                )

    def _dead(self, page: Page, href: str) -> str:
        """Why a link of the site's own leads nowhere; empty when it leads somewhere."""
        path, _, fragment = href.partition("#")
        path = path.partition("?")[0].removeprefix(self.root) or page.path
        if path not in self.paths and path != page.path:
            return "there is no such page"
        if fragment and fragment not in self.ids.get(path, {fragment}):
            return f"that page has no part named {fragment}"
        return ""

    def _identity(self, page: Page, body: str) -> Iterator[Finding]:
        """Name, address and phone are the same wherever they appear; a street that is not public appears nowhere."""
        address = self.business.address
        if address.street and not address.public and html.escape(address.street, quote=False) in body:
            yield _error(
                "street-shown",
                page,
                "The street stands on the page although the address is not public.",
                fix="Take it out of your texts, or make the address public.",
            )
        graph = _GRAPH.search(body)
        phone = self.business.phone
        if graph and phone and '"telephone"' in graph[0] and f'"{phone.e164}"' not in graph[0]:
            yield _error("name-address-phone", page, "The telephone number in the structured data is not the one on the page.")
        for number in dict.fromkeys(self.facts[page.path].dialled):
            if phone is None or number != phone.e164:
                yield _warning(
                    "name-address-phone", page, f"A call link dials {number}, which is not the number of the business."
                )
        if not self._is_named(body[: graph.start()] if graph else body) and not self._is_named(_GRAPH.sub("", body)):
            yield _warning("name-address-phone", page, "The name of the business is not on the page.")

    def _is_named(self, body: str) -> bool:
        name = html.escape(self.business.name, quote=False)
        return name in body or name in body.replace("&#39;", "'").replace("&#34;", '"')

    def _weight(self, page: Page) -> Iterator[Finding]:
        content = self.content_by_path[_file_of(page)]
        if len(zlib.compress(content, 1)) < FIRST_ROUND_TRIP_BYTES:
            return  # light even when it is packed in haste
        size = len(zlib.compress(content, 9))
        if size >= FIRST_ROUND_TRIP_BYTES:
            yield _warning(
                "page-heavy",
                page,
                f"The page weighs {size} bytes; over {FIRST_ROUND_TRIP_BYTES} it takes a second round trip.",
                fix="Shorten the longest texts, or let fewer services stand on the home page.",
            )


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


def _policy(reading: _Reading) -> Iterator[Finding]:
    """The digests in the policy are those of the style and the script on the pages, which are the same everywhere."""
    if not reading.headers:
        return
    for kind, blocks in reading.inline.items():
        for block in blocks:
            if accompanying.digest_for_policy(block) not in reading.headers:
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


def _below_prefix(plan: SitePlan) -> tuple[Page, ...]:
    """The pages of one language with the paths at which its visitors find them."""
    prefix = plan.business.prefix
    if not prefix:
        return plan.pages
    return tuple(dataclasses.replace(page, path=urls.in_language(page.path, prefix)) for page in plan.pages)


def _file_of(page: Page) -> str:
    return f"{page.path}index.html" if page.path.endswith("/") else page.path


def _error(rule: str, page: Page, message: str, *, fix: str = "") -> Finding:
    return Finding(rule=rule, severity=Severity.ERROR, page=page.path, message=message, fix=fix)


def _warning(rule: str, page: Page, message: str, *, fix: str = "") -> Finding:
    return Finding(rule=rule, severity=Severity.WARNING, page=page.path, message=message, fix=fix)
