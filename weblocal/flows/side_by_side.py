"""The pages of a large site shared out among several processes: each composes, prints, reads and lays its own.

What a process sends back of its pages is small: their facts, the digest of their words, and what became of each file. The
processes are copies of ours, so that none reads the business again. A copy of a process that runs threads may stand still
for ever, and the type-setter starts some: so they are made before any picture is, and only where nothing else runs.
"""

import contextlib
import datetime as dt
import gc
import multiprocessing
import pathlib
import signal
import sys
from collections.abc import Iterator, Mapping, Sequence
from multiprocessing.connection import Connection
from typing import Any

from weblocal.disk.replacing import Fate, Place
from weblocal.flows import known_drawings
from weblocal.flows.workspace import Workspace
from weblocal.model.pictures import Pictures
from weblocal.model.records import record
from weblocal.model.site import Page, PageKind
from weblocal.site import freshness, planning
from weblocal.site.page_reading import PageRead, PageReader
from weblocal.site.planning import SitePlan
from weblocal.site.rendering import Press

_TASKS = pathlib.Path("/proc/self/task")


class Fallen(Exception):
    """A process ended before its work did: the site is to be made by one alone, which can say what is wrong."""


@record
class Told:
    """What is known of pages that were laid: the fate of each file, what the checks read, and the digests of their words by path."""

    fates: Mapping[str, Fate]
    pages: Mapping[str, PageRead]
    inline: Mapping[str, set[str]]
    digests: Mapping[str, str]


@record
class Work:
    """What is to be done: the site of this business on this day, laid in this place."""

    workspace: Workspace
    today: dt.date
    place: Place


class Shift:
    """One process and its share of the pages, seen from ours."""

    def __init__(self, process: multiprocessing.process.BaseProcess, line: "Connection[Any, Any]") -> None:
        self._process = process
        self._line = line

    def tell(self, words: Any) -> None:  # noqa: ANN401 - the pictures, then the style
        """Send what it waits for."""
        try:
            self._line.send(words)
        except OSError as gone:
            raise Fallen from gone

    def hear(self) -> Any:  # noqa: ANN401 - what its pages want; what is told of them
        """What it has to say next."""
        try:
            return self._line.recv()
        except (EOFError, OSError) as gone:
            raise Fallen from gone

    def end(self) -> None:
        """Done, or no longer wanted."""
        self._line.close()
        self._process.terminate()
        self._process.join()


def may_begin() -> bool:
    """Whether copies of this process can work: where nothing else runs in it, as only Linux tells."""
    return sys.platform == "linux" and _TASKS.is_dir() and len(tuple(_TASKS.iterdir())) == 1


@contextlib.contextmanager
def begun(work: Work, *, count: int) -> Iterator[tuple[Shift, ...]]:
    """`count` processes that know the business and wait to be told the pictures, then the style."""
    fork = multiprocessing.get_context("fork")
    shifts: list[Shift] = []
    gc.freeze()  # what they share with us is not searched, and so not copied
    try:
        lines = [fork.Pipe() for _ in range(count)]
        for number, (ours, theirs) in enumerate(lines):
            others = [end for pair in lines for end in pair if end is not theirs]
            process = fork.Process(target=_do, args=(work, (number, count), theirs, others), daemon=True)
            process.start()
            shifts.append(Shift(process, ours))
        for _, theirs in lines:
            theirs.close()
        yield tuple(shifts)
    finally:
        gc.unfreeze()
        for shift in shifts:
            shift.end()


def _do(work: Work, share: tuple[int, int], line: "Connection[Any, Any]", others: Sequence["Connection[Any, Any]"]) -> None:
    """In its own process: compose a share of the guides, say what they want of the style, then print and lay them."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches every process of a terminal: ours ends this one
    for end in others:  # or it would never hear that we are gone
        end.close()
    with contextlib.suppress(EOFError, OSError):  # who waits for us hears that the line is dead
        plan = planned(work, line.recv())
        pages = of_share(plan, share)
        press = Press(plan, (plan,), pages)
        line.send(press.wanted())
        press.put_on(line.recv())
        told = laid(press, plan, pages, work.place)
        del press, plan, pages  # room for what is sent
        line.send(told)


def planned(work: Work, pictures: Pictures) -> SitePlan:
    """The plan of a site in one language: the same in every process."""
    workspace = work.workspace
    plan = planning.plan(workspace.business, workspace.theme, today=work.today, pictures=pictures)
    return planning.drawn_by(plan, known_drawings.artist(workspace.settings))


def of_share(plan: SitePlan, share: tuple[int, int]) -> tuple[Page, ...]:
    """The guides of one process, by its number and how many there are."""
    number, count = share
    guides = [page for page in plan.pages if is_shared_out(page)]
    return tuple(guides[number * len(guides) // count : (number + 1) * len(guides) // count])


def is_shared_out(page: Page) -> bool:
    """Whether a page is a guide, of which there may be many; all others are printed by our own process."""
    return page.kind is PageKind.ARTICLE


def laid(press: Press, plan: SitePlan, pages: Sequence[Page], place: Place) -> Told:
    """Print these pages, which are all of the press, lay each, and keep only what is known of it."""
    reader = PageReader(plan.business)
    fates, read, digests = {}, {}, {}
    for page, file in zip(pages, press.pages(), strict=True):
        text = file.content.decode()
        fates[file.path] = place.lay(file)
        read[page.path] = reader.read(page, file.content, text=text)
        if page.in_sitemap:
            digests[page.path] = freshness.digest(text)
    return Told(fates=fates, pages=read, inline=reader.inline, digests=digests)
