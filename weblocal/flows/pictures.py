"""The owner's photographs from file to page: read, made ready once and kept, told where they are not good enough."""

import dataclasses
import functools
import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from weblocal.disk.cache_folder import CacheFolder
from weblocal.disk.tree import Tree
from weblocal.errors import NotFound
from weblocal.flows import caches, emblems, picture_findings
from weblocal.flows.workspace import Workspace
from weblocal.model import urls
from weblocal.model.business import Business
from weblocal.model.pictures import NO_PICTURES, Frame, Mounted, Photo, Pictures, Rendition, Shape
from weblocal.model.problems import Finding
from weblocal.model.records import record
from weblocal.model.site import SiteFile, SiteFiles
from weblocal.press.opening_limits import LARGEST_FILE
from weblocal.press.orders import ENDINGS, Developed, Order, Print
from weblocal.press.refusals import Refusal
from weblocal.site import photographs

if TYPE_CHECKING:
    from weblocal.flows.logos import PreparedLogo

CACHE = "pictures"
FALLBACK_WIDTH = 720
LEAST_WIDTH, LEAST_SQUARE = 1000, 480
_NOT_IN_NAMES = re.compile(r"[^a-z0-9]+")

Read = Callable[[str], bytes]


@record
class Prepared:
    """Everything a build needs of the photographs, and how many blocks of prints had to be made (the rest were kept)."""

    pictures: Pictures
    files: SiteFiles
    findings: tuple[Finding, ...]
    made_count: int
    kept_count: int


NOTHING = Prepared(pictures=NO_PICTURES, files=(), findings=(), made_count=0, kept_count=0)


@record
class _Job:
    """One photograph for one frame, under the name by which its prints are kept."""

    photo: Photo
    frame: Frame
    order: Order
    kept_as: str


def of_workspace(workspace: Workspace) -> Prepared:
    """Make ready the photographs of a business folder and its emblems; what is made is kept in its state folder."""
    if not workspace.settings.makes_pictures:
        return NOTHING
    kept = CacheFolder(folder=workspace.state_folder / CACHE)
    business = workspace.business
    ready = _photographs(workspace, kept)
    drawn = emblems.prepare(business, workspace.theme, kept=kept, known=caches.of(workspace.settings))
    pictures = dataclasses.replace(ready.pictures, share=drawn.share, icons=drawn.icons)
    ready = dataclasses.replace(
        ready,
        pictures=pictures,
        files=(*ready.files, *drawn.files),
        made_count=ready.made_count + drawn.was_made,
        kept_count=ready.kept_count + (not drawn.was_made),
    )
    if not business.brand.logo:
        return ready
    from weblocal.flows import logos  # most businesses have their name in letters

    read_logo = functools.partial(Tree(folder=workspace.folder, names=(business.brand.logo,)).read, at_most=LARGEST_FILE)
    return _with_logo(ready, logos.prepare(business, workspace.theme, read=read_logo, kept=kept))


def _photographs(workspace: Workspace, kept: CacheFolder) -> Prepared:
    """The photographs that the profile names in any of its languages."""
    spoken = workspace.in_every_language()
    names = tuple(sorted({photo.file for each in spoken for photo, _ in photographs.wanted(each)}))
    if not names:
        return NOTHING
    import multiprocessing  # brings sockets and much else, to be asked one question

    read = functools.partial(Tree(folder=workspace.folder, names=names).read, at_most=LARGEST_FILE)
    # a fleet fills the processors with businesses already
    at_once = 1 if multiprocessing.parent_process() else 0
    return prepare(*spoken, read=read, kept=kept, at_once=at_once)


def _with_logo(ready: Prepared, logo: "PreparedLogo") -> Prepared:
    return dataclasses.replace(
        ready,
        pictures=dataclasses.replace(ready.pictures, logo=logo.rendition),
        files=(*ready.files, *logo.files),
        findings=(*ready.findings, *logo.findings),
        made_count=ready.made_count + logo.was_made,
        kept_count=ready.kept_count + (not logo.was_made),
    )


def prepare(*businesses: Business, read: Read, kept: CacheFolder, at_once: int = 0) -> Prepared:
    """Make ready what the profile names in any of its languages; `read` gives the bytes of a file, `at_once` bounds the processes (0 = all processors).

    What was made of the same bytes before comes from `kept`, and nothing is opened.
    """
    wanted = tuple(dict.fromkeys(each for business in businesses for each in photographs.wanted(business)))
    contents, unread = _contents(wanted, read)
    jobs = tuple(_jobs(wanted, contents))
    found = {job.kept_as: _from(kept, job.kept_as) for job in jobs}
    missing = [name for name, developed in found.items() if developed is None]
    made = _made([job for job in jobs if job.kept_as in missing], contents, at_once)
    for name, developed in made.items():
        if developed.refusal is not Refusal.CRASHED:  # which may have been the machine's fault
            kept.write(name, developed.to_bytes())
    known = {name: developed for name, developed in (found | made).items() if developed}
    results = [(job, known[job.kept_as]) for job in jobs]
    return Prepared(
        pictures=Pictures(mounted=tuple(_mounted(job, each) for job, each in results if each.prints)),
        files=_files(results),
        findings=(*unread, *picture_findings.of([(job.photo, job.frame, each) for job, each in results])),
        made_count=len(made),
        kept_count=len(found) - len(made),
    )


def _contents(wanted: Sequence[tuple[Photo, Frame]], read: Read) -> tuple[dict[str, bytes], list[Finding]]:
    """The bytes of each file, and what is to be said of those that cannot be read."""
    contents: dict[str, bytes] = {}
    unread = []
    for photo in {photo.file: photo for photo, _ in wanted}.values():
        try:
            contents[photo.file] = read(photo.file)
        except NotFound as gone:
            unread.append(picture_findings.unread(photo, gone))
    return contents, unread


def _jobs(wanted: Sequence[tuple[Photo, Frame]], contents: dict[str, bytes]) -> Iterator[_Job]:
    from weblocal.press import pictures as press  # brings what starts a process

    digests = {name: hashlib.blake2b(content, digest_size=16).hexdigest() for name, content in contents.items()}
    for photo, frame in wanted:
        if photo.file not in digests:
            continue
        order = Order(
            shape=frame.shape,
            focus=photo.focus,
            widths=frame.widths,
            fallback_width=FALLBACK_WIDTH,
            least_px=LEAST_SQUARE if frame.shape is Shape.SQUARE else LEAST_WIDTH,
            may_be_poor=photo.is_kept,
        )
        said = f"{digests[photo.file]} {press.version()} {order.words()}"
        yield _Job(photo=photo, frame=frame, order=order, kept_as=hashlib.blake2b(said.encode(), digest_size=16).hexdigest())


def _from(kept: CacheFolder, name: str) -> Developed | None:
    block = kept.read(name)
    if block is None:
        return None
    try:
        return Developed.of_bytes(block)
    except ValueError:  # written by another version of this program
        return None


def _made(jobs: Sequence[_Job], contents: dict[str, bytes], at_once: int) -> dict[str, Developed]:
    """Each photograph once in a process of its own, with everything that is wanted of it."""
    from weblocal.press import pictures as press

    by_file: dict[str, dict[str, Order]] = {}
    for job in jobs:
        by_file.setdefault(job.photo.file, {})[job.kept_as] = job.order
    batches = [press.Batch(content=contents[file], orders=tuple(orders.values())) for file, orders in by_file.items()]
    developed = press.develop(batches, at_once=at_once)
    return {
        name: each
        for orders, all_of_it in zip(by_file.values(), developed, strict=True)
        for name, each in zip(orders, all_of_it, strict=True)
    }


def _mounted(job: _Job, developed: Developed) -> Mounted:
    *avif, fallback = (_rendition(job, each) for each in developed.prints)
    return Mounted(
        file=job.photo.file,
        focus=job.photo.focus,
        frame=job.frame,
        sight=developed.sight,
        avif=tuple(avif),
        fallback=fallback,
    )


def _rendition(job: _Job, made: Print) -> Rendition:
    return Rendition(path=_path(job, made), type=made.type, width=made.width, height=made.height)


def _path(job: _Job, made: Print) -> str:
    """A name that tells what it is and changes with everything its bytes depend on; all widths of one cut share a folder."""
    stem = job.photo.file.rpartition("/")[2].rpartition(".")[0].lower()
    name = _NOT_IN_NAMES.sub("-", stem).strip("-")[:40] or "photo"
    return f"{urls.PICTURES}{name}.{job.kept_as[:8]}/{made.width}.{ENDINGS[made.type]}"


def _files(results: Sequence[tuple[_Job, Developed]]) -> SiteFiles:
    """Every print once, under its own name."""
    by_path = {_path(job, made): made.content for job, each in results for made in each.prints}
    return tuple(SiteFile(path=path.lstrip("/"), content=content) for path, content in sorted(by_path.items()))
