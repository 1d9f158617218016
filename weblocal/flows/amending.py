"""A large site after a few of its guides were edited: their pages are made anew, and nothing else is even read.

A guide whose words alone changed is printed in a small site (`small_site`). That this prints the same bytes is tried out after
every whole build, with guides from its beginning, middle and end: where one byte differs, nothing is ever amended.
"""

import dataclasses
import datetime as dt
import html
import marshal
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from weblocal.disk import footprint, locking, private, replacing
from weblocal.disk.footprint import Marks
from weblocal.disk.tree import Tree
from weblocal.errors import NotFound, ProfileInvalid
from weblocal.flows import build_record, caches, known_drawings, known_forms, plain_values, publicity, small_site
from weblocal.flows.build_record import Built, Errand, Record
from weblocal.flows.small_site import SmallSite
from weblocal.flows.workspace import Workspace, load_theme
from weblocal.model import urls
from weblocal.model.business import Business
from weblocal.model.problems import Finding, Severity
from weblocal.model.records import record
from weblocal.model.site import SiteFile
from weblocal.model.words import Article
from weblocal.profile.sources import Sources
from weblocal.reading import front_matter
from weblocal.site import freshness, illustrations

if TYPE_CHECKING:  # makes pictures and mails, which no guide needs
    from weblocal.flows.build import Standing

MOST_EDITS = 8  # more at once are no single save
_STYLE = re.compile(rb"<style>(.*?)</style>", re.DOTALL)


@record
class _Kept:
    """What is kept of a site: the business without its guides, and each guide without its words, by its file.

    `linked_parts` are the paths of pages of which another page names a part.
    """

    business: bytes
    pictures: bytes
    companions: bytes
    guides: dict[str, bytes]
    css: str
    linked_parts: frozenset[str]


def prepared(workspace: Workspace, standing: "Standing", *, today: dt.date) -> bytes:
    """What `amended` will need of a site that was just built; nothing where amending does not pay, or did not prove itself."""
    guides = workspace.business.articles
    if workspace.also_in:
        return b""
    from weblocal.flows import pictures

    built = standing.built
    samples = (guides[0], guides[len(guides) // 2], guides[-1])
    printed = {name: (built.folder / name).read_bytes() for name in map(small_site.file_of, samples)}
    site = SmallSite(
        business=dataclasses.replace(workspace.business, articles=()),
        theme=workspace.theme,
        today=today,
        pictures=pictures.of_workspace(workspace).pictures,
        draw=known_drawings.artist(workspace.settings),
        companions=(*guides[:2], guides[-1]),
        css=_style_of(printed[small_site.file_of(guides[0])]),
        standing=frozenset((*built.changes.added, *built.changes.changed, *built.changes.same)),
    )
    if not all(site.proves_itself(guide, printed, built.findings) for guide in samples):
        return b""
    kept = _Kept(
        business=plain_values.written(site.business),
        pictures=plain_values.written(site.pictures),
        companions=plain_values.written(site.companions),
        guides={
            guide.text.place.file: plain_values.written(small_site.without_words(guide))
            for guide in guides
            if not illustrations.photos(guide.text)
        },
        css=site.css,
        linked_parts=standing.linked_parts,
    )
    return marshal.dumps({field.name: getattr(kept, field.name) for field in dataclasses.fields(kept)})


def amended(record: Record, errand: Errand, inputs: Marks, changed: Sequence[str]) -> Built | None:
    """Make the pages of the guides in the `changed` files anew; None where that is not all there is to do."""
    fields: dict[str, Any] = marshal.loads(record.guides)  # noqa: S302 - plain data, from the user's own sealed folder
    kept = _Kept(**fields)
    if not changed or len(changed) > MOST_EDITS or any(name not in kept.guides for name in changed):
        return None
    guides = tuple(_reread(errand, name, kept.guides[name]) for name in changed)
    edited = tuple(guide for guide in guides if guide is not None)
    # of a linked page, another one may name a part that is there no more
    if len(edited) < len(guides) or any(urls.article(guide.id) in kept.linked_parts for guide in edited):
        return None
    known_forms.take_up(caches.of(errand.settings))
    business: Business = plain_values.read(kept.business)
    site = SmallSite(
        business=business,
        theme=load_theme(business.brand.theme, errand.settings),
        draw=known_drawings.artist(errand.settings),
        today=dt.date.fromisoformat(record.today),
        pictures=plain_values.read(kept.pictures),
        companions=plain_values.read(kept.companions),
        css=kept.css,
        standing=record.outputs.keys(),
    )
    return _put(record, errand, inputs, site, edited)


def _put(  # noqa: PLR0917 - one call, from the lines above
    record: Record, errand: Errand, inputs: Marks, site: SmallSite, guides: tuple[Article, ...]
) -> Built | None:
    """Judge the edited guides, and lay their pages where they belong."""
    plan = site.plan(guides)
    if plan.pages != site.plan([small_site.without_words(guide) for guide in guides]).pages:
        return None  # a title or a description is taken from the words
    files = site.files(plan)
    findings: tuple[Finding, ...] = plain_values.read(record.findings)
    for guide in guides:
        new = site.judged(plan, files, guide, before=findings)
        if new is None or any(finding.severity is Severity.ERROR for finding in new):
            return None  # the whole build says what is wrong
        findings = _exchanged(findings, small_site.own(findings, guide), new)
    path_of = {small_site.file_of(guide): urls.article(guide.id) for guide in guides}
    pages = {path_of[file.path]: file for file in files if file.path in path_of}
    with locking.hold(private.state_folder(errand.folder), purpose="build"):
        changed = _laid(errand, pages, site)
    if changed is None:
        return None
    renewed = dataclasses.replace(
        record,
        inputs=inputs | build_record.state_marks(errand.folder),
        outputs=record.outputs | footprint.of_files(errand.to, changed),
        findings=plain_values.written(findings),
    )
    if cache := caches.of(errand.settings):
        build_record.keep(cache, errand, renewed)
    return renewed.built(errand, changed=changed)


def _laid(errand: Errand, pages: dict[str, SiteFile], site: SmallSite) -> tuple[str, ...] | None:
    """Write the pages, and the sitemap with the days of their words; the names of what changed."""
    workspace = Workspace(folder=errand.folder, business=site.business, theme=site.theme)
    known = publicity.seen_of(workspace, pages)
    texts = ((path, file.content.decode()) for path, file in pages.items())
    dated = {path: seen for path, seen in freshness.dated(texts, known, today=site.today).items() if known.get(path) != seen}
    name = urls.SITEMAP.lstrip("/")
    sitemap = before = (errand.to / name).read_text(encoding="utf-8")
    for path, seen in dated.items():
        address = html.escape(site.business.website.rstrip("/") + path)
        entry = re.compile(f"(<url><loc>{re.escape(address)}</loc><lastmod>)[^<]*(?=</lastmod>)")
        sitemap, count = entry.subn(rf"\g<1>{seen.changed_on.isoformat()}", sitemap)
        if count != 1:
            return None
    files = [file for file in pages.values() if (errand.to / file.path).read_bytes() != file.content]
    if sitemap != before:
        files.append(SiteFile(path=name, content=sitemap.encode()))
    # first what search engines are told: should the power fail before the pages, the next build finds them other and makes all
    if dated and not publicity.remember_some(workspace, dated):
        return None
    if files:
        replacing.amend_tree(errand.to, files)
    return tuple(file.path for file in files)


def _exchanged(findings: tuple[Finding, ...], old: tuple[Finding, ...], new: tuple[Finding, ...]) -> tuple[Finding, ...]:
    at = findings.index(old[0]) if old else len(findings)
    rest = tuple(finding for finding in findings if finding not in old)
    return (*rest[:at], *new, *rest[at:])


def _reread(errand: Errand, name: str, kept: bytes) -> Article | None:
    """A guide with the words its file holds now; None where more changed, a photograph stands in it, or it cannot be read."""
    guide: Article = plain_values.read(kept)
    sources = Sources(names=(name,), read=Tree(folder=errand.folder, names=(name,)).read)
    try:
        text = front_matter.read_text(sources.text(name), file=name)
    except (ProfileInvalid, NotFound):
        return None
    if illustrations.photos(text) or dataclasses.replace(text, body="") != guide.text:
        return None
    return dataclasses.replace(guide, text=text)


def _style_of(page: bytes) -> str:
    found = _STYLE.search(page)
    return found[1].decode() if found else ""
