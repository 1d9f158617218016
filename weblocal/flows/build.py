"""Build a site: plan, render, check our own output, and only then replace the folder, all at once."""

import datetime as dt
import pathlib
import re
from collections.abc import Iterator, Mapping

from weblocal.disk import locking, replacing
from weblocal.errors import SiteInvalid
from weblocal.flows import caches, known_drawings, known_forms, pictures, publicity
from weblocal.flows.build_record import Built
from weblocal.flows.workspace import Workspace
from weblocal.listing import calendars, cards
from weblocal.model import urls
from weblocal.model.business import Business
from weblocal.model.problems import Finding, Severity
from weblocal.model.records import record
from weblocal.model.site import SiteFile, SiteFiles
from weblocal.nurture import examine
from weblocal.site import checking, planning, rendering, sitemaps
from weblocal.site.freshness import Seen

PUBLIC = "public"
_LINKED_PARTS = re.compile(rb'href="([^"#]*)#')


@record
class Rendered:
    """A whole site in memory: its files, how many of them are pages, what the checks found, and since when its words are so."""

    files: SiteFiles
    page_count: int
    findings: tuple[Finding, ...]
    seen: Mapping[str, Seen]

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that forbid writing it."""
        return tuple(finding for finding in self.findings if finding.severity is Severity.ERROR)


@record
class Standing:
    """A site that was just put on disk; `linked_parts` are the paths of pages of which another page names a part."""

    built: Built
    linked_parts: frozenset[str]


def render(workspace: Workspace, *, today: dt.date) -> Rendered:
    """The site of `today`, checked, in memory."""
    known_forms.take_up(cache := caches.of(workspace.settings))
    ready = pictures.of_workspace(workspace)
    plan = planning.plan(workspace.business, workspace.theme, today=today, pictures=ready.pictures, also_in=workspace.also_in)
    plan = planning.drawn_by(plan, known_drawings.artist(workspace.settings))
    pages, seen = sitemaps.dated(plan, rendering.render(plan), publicity.seen(workspace))
    files = (*pages, *listing_files(workspace.business), *ready.files)
    findings = (*checking.check(plan, files), *ready.findings, *examine.findings(workspace.business))
    page_count = sum(len(each.pages) for each in plan.in_every_language())
    known_forms.keep(cache)
    return Rendered(files=files, page_count=page_count, findings=findings, seen=seen)


def listing_files(business: Business) -> Iterator[SiteFile]:
    """What address books and calendars take from the site."""
    yield SiteFile(path=urls.VCARD.lstrip("/"), content=cards.vcard(business).encode())
    if business.hours.special:
        yield SiteFile(path=urls.CALENDAR.lstrip("/"), content=calendars.calendar(business).encode())


def build(workspace: Workspace, *, today: dt.date, to: pathlib.Path | None = None) -> Built:
    """Build into `to`, or `public/` in the business folder; raises SiteInvalid, and writes nothing, when a rule is broken."""
    return put(workspace, render(workspace, today=today), to=to or workspace.folder / PUBLIC)


def stand(workspace: Workspace, *, today: dt.date, to: pathlib.Path) -> Standing:
    """The same, with what it takes to amend it."""
    rendered = render(workspace, today=today)
    pages = (file.content for file in rendered.files if file.path.endswith(".html"))
    linked_parts = frozenset(found.decode() for content in pages for found in set(_LINKED_PARTS.findall(content)))
    return Standing(built=put(workspace, rendered, to=to), linked_parts=linked_parts)


def put(workspace: Workspace, rendered: Rendered, *, to: pathlib.Path) -> Built:
    """Make `to` hold exactly this site; raises SiteInvalid, and writes nothing, when a rule is broken."""
    if rendered.errors:
        raise SiteInvalid(rendered.findings)
    with locking.hold(workspace.state_folder, purpose="build"):
        changes = replacing.replace_tree(to, rendered.files)
        publicity.remember(workspace, rendered.seen)
    return Built(folder=to, page_count=rendered.page_count, changes=changes, findings=rendered.findings)
