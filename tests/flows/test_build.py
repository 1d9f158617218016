"""A build: the day decides, a broken rule stops it before anything is written, and two at once take turns."""

import concurrent.futures
import dataclasses
import datetime as dt
import pathlib

import pytest

from tests.cli.stranger import fingerprint
from weblocal.disk import replacing
from weblocal.errors import OutsideFailed
from weblocal.flows import build, check
from weblocal.flows.workspace import open_workspace
from weblocal.model.site import SiteFile

TODAY = dt.date(2026, 11, 22)


def test_the_same_day_gives_the_same_site_and_check_finds_what_build_finds(sample: pathlib.Path) -> None:
    with open_workspace(sample, today=TODAY) as workspace:
        first, second = build.render(workspace, today=TODAY), build.render(workspace, today=TODAY)
        checked = check.check(workspace, today=TODAY)
    assert first == second
    assert checked.findings == first.findings
    assert checked.page_count == first.page_count > 20
    assert not first.errors


def test_what_address_books_and_calendars_take_is_part_of_the_site(sample: pathlib.Path) -> None:
    with open_workspace(sample, today=TODAY) as workspace:
        files = {file.path: file.content for file in build.render(workspace, today=TODAY).files}
        no_special = dataclasses.replace(workspace.business.hours, special=())
        workspace.business = dataclasses.replace(workspace.business, hours=no_special)
        fewer = {file.path for file in build.render(workspace, today=TODAY).files}
    assert any(content.startswith(b"BEGIN:VCARD") for content in files.values())
    assert "special-hours.ics" in files
    assert "special-hours.ics" not in fewer


def test_two_builds_of_one_folder_at_once_both_end_whole(sample: pathlib.Path) -> None:
    def once(_: int) -> int:
        with open_workspace(sample, today=TODAY) as workspace:
            return build.build(workspace, today=TODAY).page_count

    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        counts = list(pool.map(once, range(4)))
    assert len(set(counts)) == 1
    with open_workspace(sample, today=TODAY) as workspace:
        files = {file.path for file in build.render(workspace, today=TODAY).files}
    assert fingerprint(sample / "public").keys() == files | {replacing.MARKER}
    assert not list(sample.glob(".public.*"))


def test_a_write_that_fails_half_way_leaves_nothing_beside_the_old_site(tmp_path: pathlib.Path) -> None:
    folder = tmp_path / "public"
    replacing.replace_tree(folder, (SiteFile(path="index.html", content=b"old"),))
    too_long = SiteFile(path="x" * 300, content=b"")
    with pytest.raises(OutsideFailed, match="The old one is untouched"):
        replacing.replace_tree(folder, (SiteFile(path="index.html", content=b"new"), too_long))
    assert (folder / "index.html").read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["public"]
