"""Build many businesses at once: a process pool over their folders, where one bad profile is reported and the rest built."""

import concurrent.futures
import dataclasses
import datetime as dt
import os
import pathlib
from collections.abc import Iterator

from weblocal import clock
from weblocal.errors import NotFound, WeblocalError
from weblocal.flows import build, telling, workspace
from weblocal.model.problems import Severity

PROFILE = "business.yaml"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
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
    folders: tuple[pathlib.Path, ...], *, today: dt.date | None, worker_count: int | None = None, to: pathlib.Path | None = None
) -> Iterator[FleetResult]:
    """Build every folder, yielding each result as it is done; `to` gathers the sites below one folder by name.

    `today` None means each business's own day.
    """
    count = min(worker_count or os.cpu_count() or 1, len(folders))
    if count == 1:
        for folder in folders:
            yield build_one(folder, today=today, to=to)
        return
    with concurrent.futures.ProcessPoolExecutor(max_workers=count) as pool:
        waiting = {pool.submit(build_one, folder, today=today, to=to): folder for folder in folders}
        for done in concurrent.futures.as_completed(waiting):
            yield _result(done, waiting[done])


def build_one(folder: pathlib.Path, *, today: dt.date | None, to: pathlib.Path | None) -> FleetResult:
    """Build one business; every failure that is its own becomes a result, never an exception."""
    try:
        with workspace.open_workspace(folder, today=today) as opened:
            day = today or clock.today(opened.business.zone)
            built = build.build(opened, today=day, to=to / folder.name if to else None)
    except WeblocalError as failure:
        return FleetResult(folder=folder, problems=telling.sentences(failure))
    changes = built.changes
    return FleetResult(
        folder=folder,
        page_count=built.page_count,
        changed_count=len(changes.added) + len(changes.changed) + len(changes.removed),
        warning_count=sum(finding.severity is Severity.WARNING for finding in built.findings),
    )


def _result(done: "concurrent.futures.Future[FleetResult]", folder: pathlib.Path) -> FleetResult:
    try:
        return done.result()
    except concurrent.futures.BrokenExecutor:
        return FleetResult(folder=folder, problems=("The process that built it died. Build it alone to see why.",))
    except Exception as bug:  # noqa: BLE001 - one business's fault of ours must not stop the rest; it is reported as ours
        return FleetResult(
            folder=folder, problems=(f"A fault in weblocal ({type(bug).__name__}). Build it alone to see where.",)
        )
