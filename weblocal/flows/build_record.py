"""What a build knew and left behind, kept so that the next one can see from outside the files that nothing, or little, has changed.

A record holds for exactly one program, one day, one set of themes, one folder built into one other. Whatever differs, by so much
as the time of a save, makes it worthless, and everything is built.
"""

import dataclasses
import datetime as dt
import hashlib
import marshal
import pathlib
from typing import Any

from weblocal.disk import bundled, footprint, installed, private
from weblocal.disk.cache_folder import CacheFolder
from weblocal.disk.footprint import Marks
from weblocal.flows import plain_values
from weblocal.model.problems import Finding
from weblocal.model.records import record
from weblocal.model.settings import Settings
from weblocal.model.site import TreeChanges

# what the state folder keeps that a build reads
_STATE = ("pages.json",)


@record
class Built:
    """A site on disk: where, how many pages, what changed, and what could be better."""

    folder: pathlib.Path
    page_count: int
    changes: TreeChanges
    findings: tuple[Finding, ...]


@record
class Errand:
    """What is to be built: a business folder into another folder, under these settings, by the program and themes of this stamp."""

    folder: pathlib.Path
    to: pathlib.Path
    settings: Settings
    stamp: str

    @property
    def entry(self) -> str:
        """The name under which the record of this errand is kept."""
        said = f"{self.folder.absolute()}\0{self.to.absolute()}\0{self.settings.makes_pictures}"
        return f"site-{hashlib.blake2b(said.encode('utf-8', 'surrogateescape'), digest_size=16).hexdigest()}"


@record
class Record:
    """One build: for which program and day, from which files to which, and what was said of it.

    `guides` is what `amending` keeps of a site with many guides; empty for any other.
    """

    stamp: str
    today: str
    zone: str
    inputs: Marks
    outputs: Marks
    page_count: int
    findings: bytes
    guides: bytes = b""

    def built(self, errand: Errand, *, changed: tuple[str, ...] = ()) -> Built:
        """What a build of today has to say."""
        names = tuple(name for name in self.outputs if not name.endswith("/") and name not in changed)
        return Built(
            folder=errand.to,
            page_count=self.page_count,
            changes=TreeChanges(changed=changed, same=names),
            findings=plain_values.read(self.findings),
        )


def state_marks(folder: pathlib.Path) -> Marks:
    """The marks of what the program itself keeps between builds, under names no file of the owner has."""
    state = folder / private.STATE_FOLDER
    return {f"{private.STATE_FOLDER}/{name}": footprint.of_files(state, (name,))[name] for name in _STATE}


def stamp() -> str:
    """This program and the themes beside it."""
    themes = footprint.of_tree(bundled.themes_folder(), now_ns=2**63)
    return f"{installed.stamp()} {hashlib.blake2b(repr(sorted(themes.items())).encode(), digest_size=16).hexdigest()}"


def read(cache: CacheFolder, errand: Errand) -> Record | None:
    """The record of this errand's last build by this very program, if there is a whole one."""
    kept = cache.read(errand.entry)
    if kept is None:
        return None
    try:
        fields: dict[str, Any] = marshal.loads(kept)  # noqa: S302 - plain data alone, from the user's own sealed folder
        record = Record(**fields)
    except (ValueError, EOFError, TypeError):
        return None
    return record if record.stamp == errand.stamp else None


def keep(cache: CacheFolder, errand: Errand, record: Record) -> None:
    """Keep a record for the next time."""
    fields = {field.name: getattr(record, field.name) for field in dataclasses.fields(record)}
    cache.write(errand.entry, marshal.dumps(fields))


def of_build(built: Built, *, stamp: str, inputs: Marks, today: dt.date, zone: str, guides: bytes = b"") -> Record:
    """The record of a build that was just done; `inputs` are the marks from before it began to read."""
    changes = built.changes
    names = (*changes.added, *changes.changed, *changes.same)
    return Record(
        stamp=stamp,
        today=today.isoformat(),
        zone=zone,
        inputs=inputs,
        outputs=footprint.of_files(built.folder, names),
        page_count=built.page_count,
        findings=plain_values.written(built.findings),
        guides=guides,
    )
