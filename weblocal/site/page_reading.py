"""What the checks keep in mind of a finished page, so that the page itself can be put away: of ten thousand none is held."""

import html
import re
import zlib
from collections.abc import Iterator

from weblocal.model.business import Business
from weblocal.model.problems import Finding, Severity
from weblocal.model.records import record
from weblocal.model.site import Page, PageKind
from weblocal.site import page_facts
from weblocal.site.page_facts import Facts

FIRST_ROUND_TRIP_BYTES = 14_000

_INLINE = re.compile(r"<(style|script)>")
_GRAPH = re.compile(r'<script type="application/ld\+json">.*?</script>', re.DOTALL)


@record
class PageRead:
    """A page's facts, and what is wrong with it whatever stands on the others."""

    facts: Facts
    findings: tuple[Finding, ...] = ()


class PageReader:
    """Reads pages of one language; `inline` gathers the styles and scripts it meets, by their kind."""

    def __init__(self, business: Business) -> None:
        self._business = business
        self._facts = page_facts.Reader()
        self.inline: dict[str, set[str]] = {"style": set(), "script": set()}

    def read(self, page: Page, content: bytes, *, text: str = "") -> PageRead:
        """What is kept of one page; `text` is its content, where somebody has it at hand."""
        body = self._without_code(text or content.decode())
        facts = self._facts.read(body)
        return PageRead(facts=facts, findings=(*self._identity(page, body, facts), *_weight(page, content)))

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

    def _identity(self, page: Page, body: str, facts: Facts) -> Iterator[Finding]:
        """Name, address and phone are the same wherever they appear; a street that is not public appears nowhere."""
        address = self._business.address
        if address.street and not address.public and html.escape(address.street, quote=False) in body:
            yield Finding(
                rule="street-shown",
                severity=Severity.ERROR,
                page=page.path,
                message="The street stands on the page although the address is not public.",
                fix="Take it out of your texts, or make the address public.",
            )
        graph = _GRAPH.search(body)
        phone = self._business.phone
        if graph and phone and '"telephone"' in graph[0] and f'"{phone.e164}"' not in graph[0]:
            message = "The telephone number in the structured data is not the one on the page."
            yield _other_name(page, message, severity=Severity.ERROR)
        for number in dict.fromkeys(facts.dialled):
            if phone is None or number != phone.e164:
                yield _other_name(page, f"A call link dials {number}, which is not the number of the business.")
        if not self._is_named(body[: graph.start()] if graph else body) and not self._is_named(_GRAPH.sub("", body)):
            yield _other_name(page, "The name of the business is not on the page.")

    def _is_named(self, body: str) -> bool:
        name = html.escape(self._business.name, quote=False)
        return name in body or name in body.replace("&#39;", "'").replace("&#34;", '"')


def _weight(page: Page, content: bytes) -> Iterator[Finding]:
    if page.kind is not PageKind.HOME or len(zlib.compress(content, 1)) < FIRST_ROUND_TRIP_BYTES:
        return  # light even when it is packed in haste
    size = len(zlib.compress(content, 9))
    if size >= FIRST_ROUND_TRIP_BYTES:
        yield Finding(
            rule="page-heavy",
            severity=Severity.WARNING,
            page=page.path,
            message=f"The page weighs {size} bytes; over {FIRST_ROUND_TRIP_BYTES} it takes a second round trip.",
            fix="Shorten the longest texts, or let fewer services stand on the home page.",
        )


def _other_name(page: Page, message: str, *, severity: Severity = Severity.WARNING) -> Finding:
    return Finding(rule="name-address-phone", severity=severity, page=page.path, message=message)
