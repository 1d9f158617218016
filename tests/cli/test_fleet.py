"""`weblocal fleet build`: many businesses, of which a few are broken."""

import pathlib
import shutil

import pytest

from tests.cli.stranger import PROFILES, ROOT, fingerprint, replace, weblocal

SOURCES = (ROOT / "sample_business", *(PROFILES / name for name in ("cafe", "german", "minimum", "right_to_left", "salon")))


@pytest.fixture
def clients(tmp_path: pathlib.Path) -> pathlib.Path:
    """Twelve businesses: nine good, two broken, one with an empty profile; and a folder that is none."""
    folder = tmp_path / "clients"
    for number in range(11):
        shutil.copytree(SOURCES[number % len(SOURCES)], folder / f"c{number:02d}")
    replace(folder / "c03" / "business.yaml", "phone:", "fone:")
    (folder / "c07" / "business.yaml").write_bytes(b"name: [\n\x00\xff")
    (folder / "c11").mkdir()
    (folder / "c11" / "business.yaml").touch()
    (folder / "notes").mkdir()
    return folder


def test_bad_profiles_stop_nobody_else_and_are_named(clients: pathlib.Path, tmp_path: pathlib.Path) -> None:
    without = tmp_path / "without"
    shutil.copytree(clients, without)
    for name in ("c03", "c07", "c11"):
        shutil.rmtree(without / name)
    clean = weblocal("fleet", "build", without, at=tmp_path, env={"PYTHONHASHSEED": "1"})
    assert clean.code == 0
    assert "9 of 9 built, " in clean.out
    ran = weblocal("fleet", "build", clients, at=tmp_path, env={"PYTHONHASHSEED": "2"})
    assert ran.code == 1
    assert "9 of 12 built, " in ran.out
    for name in ("c03", "c07", "c11"):
        assert f"{name} was not built:" in ran.out
        assert not (clients / name / "public").exists()
    assert "business.yaml:5 " in ran.out.split("c03 was not built:")[1].split("\n")[1]
    for folder in without.glob("c*"):
        assert fingerprint(clients / folder.name / "public") == fingerprint(folder / "public")


def test_the_same_fleet_again_changes_nothing(clients: pathlib.Path, tmp_path: pathlib.Path) -> None:
    weblocal("fleet", "build", clients, at=tmp_path)
    ran = weblocal("fleet", "build", clients, at=tmp_path)
    assert " 0 files changed, " in ran.out


def test_a_fleet_gathered_below_one_folder_is_the_same_as_one_by_one(clients: pathlib.Path, tmp_path: pathlib.Path) -> None:
    ran = weblocal("fleet", "build", clients, "--to", "www", "--jobs", "1", at=tmp_path)
    assert ran.code == 1
    assert sorted(path.name for path in (tmp_path / "www").iterdir()) == [f"c{n:02d}" for n in range(11) if n not in {3, 7}]
    assert weblocal("build", clients / "c00", at=tmp_path).code == 0
    assert fingerprint(clients / "c00" / "public") == fingerprint(tmp_path / "www" / "c00")


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_client_whose_disk_refuses_is_one_of_the_named(jobs: str, clients: pathlib.Path, tmp_path: pathlib.Path) -> None:
    (clients / "c05" / ".weblocal").write_text("in the way", encoding="utf-8")
    ran = weblocal("fleet", "build", clients, "--jobs", jobs, at=tmp_path)
    assert ran.code == 1
    assert "8 of 12 built, " in ran.out
    assert ".weblocal could not be made" in ran.out.split("c05 was not built:")[1].split("\n")[1]


def test_a_folder_without_any_business_is_said_so(tmp_path: pathlib.Path) -> None:
    ran = weblocal("fleet", "build", tmp_path, at=tmp_path)
    assert (ran.code, ran.out) == (1, "")
    assert "holds a business.yaml" in ran.err
