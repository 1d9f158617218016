"""Build a large site: its guides are printed, read and laid side by side, and none of its pages is held in memory.

What stands afterwards is byte for byte what `build` makes, and the same is said of it. Small sites, and those in several
languages, are built there: for them it is no slower.
"""

import datetime as dt
import os
import pathlib
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from weblocal.disk import locking, replacing
from weblocal.disk.replacing import Fate, Place
from weblocal.errors import SiteInvalid
from weblocal.flows import build, caches, known_forms, pictures, publicity
from weblocal.flows.build import Standing
from weblocal.flows.build_record import Built
from weblocal.flows.workspace import Workspace
from weblocal.model import urls
from weblocal.model.problems import Finding, Severity
from weblocal.model.site import SiteFile
from weblocal.nurture import examine
from weblocal.site import accompanying, checking, freshness, sitemaps, styling
from weblocal.site.planning import SitePlan
from weblocal.site.rendering import Press

if TYPE_CHECKING:  # every build passes by here, and few have anything for a second process to do
    from weblocal.flows.side_by_side import Shift, Told, Work

# below that the processes take longer to begin than they save
FEWEST_GUIDES = 400
_MOST_PROCESSES = 8
_SITEMAP = urls.SITEMAP.lstrip("/")


def stand(workspace: Workspace, *, today: dt.date, to: pathlib.Path, fewest: int = FEWEST_GUIDES) -> Standing | None:
    """Build into `to`; raises SiteInvalid, and changes nothing, when a rule is broken. None where `build` is to do it."""
    if workspace.also_in or len(workspace.business.articles) < fewest:
        return None
    from weblocal.flows import side_by_side

    if not side_by_side.may_begin():
        return None
    known_forms.take_up(cache := caches.of(workspace.settings))
    lock = locking.hold(workspace.state_folder, purpose="build")
    try:
        # the processes inherit the lock: should ours be killed, nobody lays another tree there before the last of them ends
        with lock, replacing.replacement(to) as place:
            work = side_by_side.Work(workspace=workspace, today=today, place=place)
            with side_by_side.begun(work, count=_process_count()) as shifts:
                standing = _stand(work, shifts)
    except side_by_side.Fallen:
        return None
    known_forms.keep(cache)
    return standing


def _process_count() -> int:
    return min(len(os.sched_getaffinity(0)), _MOST_PROCESSES)


def _stand(work: "Work", shifts: "Sequence[Shift]") -> Standing:
    from weblocal.flows import side_by_side

    workspace, place = work.workspace, work.place
    ready = pictures.of_workspace(workspace)
    for shift in shifts:
        shift.tell(ready.pictures)
    plan = side_by_side.planned(work, ready.pictures)
    own = [page for page in plan.pages if not side_by_side.is_shared_out(page)]
    press = Press(plan, (plan,), own)
    wanted = styling.together((press.wanted(), *(shift.hear() for shift in shifts)))
    css = press.css + "".join(dict.fromkeys(press.rules(wanted)))
    for shift in shifts:
        shift.tell(css)
    press.put_on(css)
    beside = {file.path: file.content for file in (*press.beside(), *build.listing_files(workspace.business), *ready.files)}
    told = [side_by_side.laid(press, plan, own, place)]
    said = (*checking.of_business(plan), *ready.findings, *examine.findings(workspace.business))
    told += [shift.hear() for shift in shifts]
    seen = _seen(plan, told, publicity.seen(workspace))
    beside[_SITEMAP] = sitemaps.sitemap((plan,), seen).encode()
    findings = (*_of_pages(plan, told, beside), *said)
    if any(finding.severity is Severity.ERROR for finding in findings):
        raise SiteInvalid(findings)
    changes = place.take_over(_fates(told, beside, place))
    publicity.remember(workspace, seen)
    built = Built(folder=place.folder, page_count=len(plan.pages), changes=changes, findings=findings)
    return Standing(built=built, linked_parts=_linked_parts(told))


def _fates(told: "Sequence[Told]", beside: Mapping[str, bytes], place: Place) -> dict[str, Fate]:
    """What became of every file: the pages were laid, the rest is now."""
    fates = {name: place.lay(SiteFile(path=name, content=content)) for name, content in beside.items()}
    for each in told:
        fates |= each.fates
    return fates


def _seen(plan: SitePlan, told: "Sequence[Told]", before: Mapping[str, freshness.Seen]) -> dict[str, freshness.Seen]:
    """Since when the words of each page are so; in the order of their files, as `sitemaps.dated` tells it."""
    digests = sorted((path, digest) for each in told for path, digest in each.digests.items())
    return freshness.since(digests, before, today=plan.today)


def _of_pages(plan: SitePlan, told: "Sequence[Told]", beside: Mapping[str, bytes]) -> tuple[Finding, ...]:
    inline: dict[str, set[str]] = {}
    for each in told:
        for kind, blocks in each.inline.items():
            inline.setdefault(kind, set()).update(blocks)
    pages = {path: read for each in told for path, read in each.pages.items()}
    names = [*beside, *(name for each in told for name in each.fates)]
    headers = beside[accompanying.HEADERS_FILE].decode()
    return checking.of_pages((checking.Reading(plan=plan, pages=pages, inline=inline),), names=names, headers=headers)


def _linked_parts(told: "Sequence[Told]") -> frozenset[str]:
    links = {link for each in told for page in each.pages.values() for link in page.facts.links if "#" in link}
    return frozenset(link.partition("#")[0] for link in links)
