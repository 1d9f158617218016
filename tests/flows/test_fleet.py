"""A fleet is built to its end, whatever becomes of one of its processes."""

import datetime as dt
import multiprocessing
import pathlib
import shutil

from weblocal.disk import bundled
from weblocal.flows import fleet

TODAY = dt.date(2026, 11, 22)


def clients(folder: pathlib.Path, count: int) -> tuple[pathlib.Path, ...]:
    for number in range(count):
        shutil.copytree(bundled.sample_business_folder(), folder / f"c{number}")
    return fleet.businesses(folder)


def test_a_process_that_is_killed_costs_nobody_their_site(tmp_path: pathlib.Path) -> None:
    folders = clients(tmp_path, 6)
    building = fleet.build_all(folders, today=TODAY, worker_count=2)
    results = [next(building)]
    for worker in multiprocessing.active_children():
        worker.kill()
    results += building
    assert sorted(result.folder for result in results) == sorted(folders)
    assert [result.problems for result in results] == [()] * 6
    assert all((folder / "public" / "index.html").is_file() for folder in folders)
    assert not list(tmp_path.glob("*/.public.*"))


def test_a_process_that_has_set_type_itself_can_still_build_a_fleet(tmp_path: pathlib.Path) -> None:
    """Its threads are not copied into workers, which once waited for them for ever."""
    folders = clients(tmp_path, 3)
    assert fleet.build_one(folders[0], today=TODAY, to=None).is_built
    for name in ("c1", "c2"):
        profile = tmp_path / name / "business.yaml"
        profile.write_text(profile.read_text(encoding="utf-8").replace("tagline: We", f"tagline: {name} we"), encoding="utf-8")
    assert all(result.is_built for result in fleet.build_all(folders, today=TODAY, worker_count=2))


def test_who_stops_asking_leaves_no_process_behind(tmp_path: pathlib.Path) -> None:
    building = fleet.build_all(clients(tmp_path, 12), today=TODAY, worker_count=2)
    next(building)
    building.close()  # type: ignore[attr-defined]
    assert not multiprocessing.active_children()
    assert len(list(tmp_path.glob("*/public"))) < 12


def test_businesses_are_found_by_their_profile_and_in_order(tmp_path: pathlib.Path) -> None:
    (tmp_path / "notes").mkdir()
    assert [path.name for path in clients(tmp_path, 3)] == ["c0", "c1", "c2"]
