"""Build many businesses at once: a process pool over their folders, where one bad profile is reported and the rest built."""

import concurrent.futures
import datetime as dt
import functools
import gc
import multiprocessing
import multiprocessing.context
import os
import pathlib
import signal
from collections.abc import Callable, Iterator

from weblocal.errors import NotFound, WeblocalError
from weblocal.flows import build_record, rebuild, telling
from weblocal.model.problems import Severity
from weblocal.model.records import record
from weblocal.model.settings import Settings

PROFILE = "business.yaml"
_RECORDS_BETWEEN_SEARCHES = 50_000


@record
class FleetResult:
    """What came of one business: pages written, or why not, in sentences that name file and line."""

    folder: pathlib.Path
    page_count: int = 0
    changed_count: int = 0
    warning_count: int = 0
    problems: tuple[str, ...] = ()

    @property
    def is_built(self) -> bool:
        """Whether its site stands."""
        return not self.problems


def businesses(fleet_folder: pathlib.Path) -> tuple[pathlib.Path, ...]:
    """The business folders right below `fleet_folder`, by name; raises NotFound when there is none."""
    if not fleet_folder.is_dir():
        raise NotFound(f"There is no folder {fleet_folder}.", fix="Name the folder that holds one folder per business.")
    found = tuple(sorted(path.parent for path in fleet_folder.glob(f"*/{PROFILE}")))
    if not found:
        raise NotFound(f"No folder in {fleet_folder} holds a {PROFILE}.", fix="Make one with weblocal new.")
    return found


def build_all(
    folders: tuple[pathlib.Path, ...],
    *,
    today: dt.date | None,
    worker_count: int | None = None,
    to: pathlib.Path | None = None,
    settings: Settings | None = None,
) -> Iterator[FleetResult]:
    """Build every folder, yielding each result as it is done; `to` gathers the sites below one folder by name.

    `today` None means each business's own day.
    """
    count = min(worker_count or os.cpu_count() or 1, len(folders))
    job = functools.partial(build_one, today=today, to=to, settings=settings, stamp=build_record.stamp())
    if count == 1:
        yield from map(job, folders)
        return
    fallen = []
    for folder, result in _in_pool(folders, count, job):
        if result is None:
            fallen.append(folder)
        else:
            yield result
    # one process that dies takes its pool along: each business it left waiting gets a process of its own
    for folder in fallen:
        for _, result in _in_pool((folder,), 1, job):
            yield result or FleetResult(folder=folder, problems=("The process that built it died. Build it alone to see why.",))


def _in_pool(
    folders: tuple[pathlib.Path, ...], count: int, job: Callable[[pathlib.Path], FleetResult]
) -> Iterator[tuple[pathlib.Path, FleetResult | None]]:
    """Each folder with its result as it is done; None where the pool died before. Stopped half-way, it begins no more."""
    pool = concurrent.futures.ProcessPoolExecutor(max_workers=count, mp_context=_fresh_processes(), initializer=_begin_working)
    try:
        waiting = {pool.submit(job, folder): folder for folder in folders}
        for done in concurrent.futures.as_completed(waiting):
            yield waiting[done], _result(done)
    finally:
        pool.shutdown(cancel_futures=True)


def _fresh_processes() -> multiprocessing.context.BaseContext:
    """Workers that are copies of a process which has done nothing yet.

    A copy of ours may stand still for ever: the type-setter's threads, once it has set anything, are not copied with it.
    """
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    fresh = multiprocessing.get_context("forkserver")
    fresh.set_forkserver_preload(["weblocal.flows.fleet"])
    return fresh


def _begin_working() -> None:
    # what a site is made of is dropped with it and holds no circles worth a search every few hundred records
    gc.set_threshold(_RECORDS_BETWEEN_SEARCHES)
    # Ctrl-C reaches every process of a terminal: a worker finishes the tree it lays, and is given no other
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def build_one(
    folder: pathlib.Path,
    *,
    today: dt.date | None,
    to: pathlib.Path | None,
    settings: Settings | None = None,
    stamp: str = "",
) -> FleetResult:
    """Build one business; every failure becomes a result, never an exception: it must not stop the rest."""
    try:
        return _built(folder, today=today, to=to, settings=settings, stamp=stamp)
    except WeblocalError as failure:
        return FleetResult(folder=folder, problems=telling.sentences(failure))
    except OSError as outside:
        return FleetResult(folder=folder, problems=(f"{outside.filename or folder}: {outside.strerror or outside}.",))
    except Exception as bug:  # noqa: BLE001 - a fault of ours, reported as ours
        return FleetResult(
            folder=folder, problems=(f"A fault in weblocal ({type(bug).__name__}). Build it alone to see where.",)
        )


def _built(
    folder: pathlib.Path, *, today: dt.date | None, to: pathlib.Path | None, settings: Settings | None, stamp: str
) -> FleetResult:
    built = rebuild.build_folder(folder, settings=settings, today=today, to=to / folder.name if to else None, stamp=stamp)
    changes = built.changes
    return FleetResult(
        folder=folder,
        page_count=built.page_count,
        changed_count=len(changes.added) + len(changes.changed) + len(changes.removed),
        warning_count=sum(finding.severity is Severity.WARNING for finding in built.findings),
    )


def _result(done: "concurrent.futures.Future[FleetResult]") -> FleetResult | None:
    try:
        return done.result()
    except concurrent.futures.BrokenExecutor:
        return None
