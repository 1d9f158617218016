"""What is installed is what was locked, and what is imported is what was declared."""

import ast
import functools
import importlib.metadata
import json
import pathlib
import re
import sys
import tomllib

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
# declared, and used without an import of ours
UNIMPORTED = {
    "tzdata": "zoneinfo reads it where the system has no time zones, as on Windows",
    "python-multipart": "Starlette reads posted forms with it",
}


def plain(name: str) -> str:
    """A distribution's name as registries compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def declared() -> set[str]:
    return {plain(re.split(r"[<>=!~;\[ ]", line, maxsplit=1)[0]) for line in PROJECT["project"]["dependencies"]}


@functools.cache
def imported() -> dict[str, set[str]]:
    """The foreign names that weblocal imports, each with the modules that do."""
    found: dict[str, set[str]] = {}
    for path in (ROOT / "weblocal").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names = [node.module]
            for name in names:
                top = name.split(".")[0]
                if top != "weblocal" and top not in sys.stdlib_module_names:
                    found.setdefault(top, set()).add(path.relative_to(ROOT).as_posix())
    return found


@functools.cache
def providers() -> dict[str, list[str]]:
    return dict(importlib.metadata.packages_distributions())


def distributions_of(name: str) -> set[str]:
    return {plain(each) for each in providers().get(name, ())}


@pytest.mark.parametrize("name", sorted(imported()))
def test_every_foreign_import_is_declared(name: str) -> None:
    brought_by = distributions_of(name)
    assert brought_by, f"{name} is imported and nothing installed brings it"
    assert brought_by & declared(), f"{name} comes with {brought_by}, which pyproject does not declare: {imported()[name]}"


@pytest.mark.parametrize("name", sorted(declared()))
def test_every_declared_package_is_used(name: str) -> None:
    used = {each for top in imported() for each in distributions_of(top)}
    assert (name in used) is (name not in UNIMPORTED), UNIMPORTED.get(name, f"nothing imports {name}")


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.name)
def test_every_locked_package_has_a_version_and_hashes_and_no_address(path: pathlib.Path) -> None:
    text = path.read_text(encoding="utf-8")
    entries = text.replace("\\\n", " ").splitlines()
    assert entries
    for entry in entries:
        assert re.match(r"[a-z0-9][a-z0-9._-]*(\[[a-z0-9,_-]+\])?==\S+ ", entry), entry[:60]
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", entry), entry[:60]
    assert "://" not in text
    assert "--index" not in text
    assert " @ " not in text


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.name)
def test_the_lock_holds_whatever_is_declared(path: pathlib.Path) -> None:
    locked = {
        plain(line.split("==")[0].split("[")[0]) for line in path.read_text(encoding="utf-8").splitlines() if "==" in line
    }
    groups = PROJECT["dependency-groups"]
    wanted = declared() | {plain(re.split(r"[<>=]", line)[0]) for line in groups["build"]}
    if path.stem == "development":
        wanted |= {plain(re.split(r"[<>=]", line)[0]) for line in groups["dev"]}
    assert not wanted - locked


def test_there_is_a_lock_for_owners_and_one_for_contributors() -> None:
    assert [path.stem for path in LOCKS] == ["development", "runtime"]


def test_the_lock_of_the_test_tools_names_no_address() -> None:
    text = (ROOT / "package-lock.json").read_text(encoding="utf-8")
    assert '"resolved"' not in text
    assert "://" not in text
    packages = json.loads(text)["packages"]
    assert all("integrity" in package for name, package in packages.items() if name)
