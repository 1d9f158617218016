"""Build a business folder, and do only what has to be done: nothing where nothing changed, one page where one text did, else all.

What stands afterwards is what a build of everything would have made. How that is known is told in `build_record` and `amending`.
"""

import dataclasses
import datetime as dt
import pathlib
from typing import TYPE_CHECKING

from weblocal import clock
from weblocal.disk import footprint, private
from weblocal.disk.footprint import Marks
from weblocal.flows import build_record, caches
from weblocal.flows.build_record import Built, Errand, Record
from weblocal.model.settings import Settings

if TYPE_CHECKING:  # what builds brings a hundred modules, and where nothing changed none of them is needed
    from weblocal.flows.build import Standing
    from weblocal.flows.workspace import Workspace

PUBLIC = "public"
# below that a whole build takes no longer than amending
FEWEST_GUIDES = 40


def build_folder(
    folder: pathlib.Path,
    *,
    settings: Settings | None = None,
    today: dt.date | None = None,
    to: pathlib.Path | None = None,
    now: dt.datetime | None = None,
    stamp: str = "",
) -> Built:
    """Build the business in `folder` into `to`, or into its `public/`; `today` None is the day at the business.

    `stamp` is what `build_record.stamp` said a moment ago, for whoever builds many. What was saved within the last moments before `now` (None: this one) is looked at once more the next time.

    Raises as `workspace.open_workspace` and `build.build` do.
    """
    named = to or folder / PUBLIC
    # whole paths: the folder one stands in may be the very one that is replaced, and after that nothing is near it
    errand = Errand(
        folder=folder.absolute(), to=named.absolute(), settings=settings or Settings(), stamp=stamp or build_record.stamp()
    )
    return dataclasses.replace(_least(errand, today=today, now=now), folder=named)


def _least(errand: Errand, *, today: dt.date | None, now: dt.datetime | None) -> Built:
    """The least that has to be done."""
    cache = caches.of(errand.settings)
    if cache is None or not (errand.folder / private.STATE_FOLDER).is_dir() or not errand.to.is_dir():
        return _everything(errand, today=today, now=now)
    record = build_record.read(cache, errand)
    if record and record.today == (today or clock.today(record.zone)).isoformat():
        inputs = _inputs(errand.folder, now)
        outputs = footprint.of_files(errand.to, (name for name in record.outputs if not name.endswith("/")))
        if outputs == record.outputs:
            if inputs == record.inputs:
                return record.built(errand)
            if amended := _amended(record, errand, inputs):
                return amended
    return _everything(errand, today=today, now=now)


def _amended(record: Record, errand: Errand, inputs: Marks) -> Built | None:
    """The site with the pages of the few texts that changed made anew, where that is all there is to do."""
    if not record.guides or record.inputs.keys() != inputs.keys():
        return None
    from weblocal.flows import amending  # brings what pages are made with

    changed = tuple(name for name, mark in inputs.items() if record.inputs[name] != mark)
    return amending.amended(record, errand, inputs, changed)


def _everything(errand: Errand, *, today: dt.date | None, now: dt.datetime | None) -> Built:
    from weblocal.flows import build, large_site
    from weblocal.flows.workspace import open_workspace

    cache = caches.of(errand.settings)
    inputs = _inputs(errand.folder, now) if cache and errand.folder.is_dir() else {}
    with open_workspace(errand.folder, settings=errand.settings, today=today) as opened:
        zone = opened.business.zone
        day = today or clock.today(zone)
        standing = large_site.stand(opened, today=day, to=errand.to) or build.stand(opened, today=day, to=errand.to)
        built = standing.built
        if cache:
            guides = _guides(opened, standing, day)
            inputs = inputs | build_record.state_marks(errand.folder)
            build_record.keep(
                cache,
                errand,
                build_record.of_build(built, stamp=errand.stamp, inputs=inputs, today=day, zone=zone, guides=guides),
            )
    return built


def _guides(opened: "Workspace", standing: "Standing", day: dt.date) -> bytes:
    """What it takes to amend a site of many guides; nothing for any other."""
    if len(opened.business.articles) < FEWEST_GUIDES:
        return b""
    from weblocal.flows import amending

    return amending.prepared(opened, standing, today=day)


def _inputs(folder: pathlib.Path, now: dt.datetime | None) -> Marks:
    return footprint.of_tree(folder, now_ns=round((now or clock.now()).timestamp() * 1e9)) | build_record.state_marks(folder)
