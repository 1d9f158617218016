"""What is installed is whole: the wheel made from the sdist works far from the checkout, and carries nothing private."""

import dataclasses
import os
import pathlib
import subprocess
import sys
import tarfile
import venv
import zipfile

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
SITE_PACKAGES = next(pathlib.Path(path) for path in sys.path if path.endswith("site-packages"))
PRIVATE = (".weblocal/", ".git/", ".env", ".sqlite3", ".keys", "address.key", "node_modules", "__pycache__", "/public/")
pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]


@dataclasses.dataclass(frozen=True, slots=True)
class Shipped:
    """What was built: the sdist, the wheel made from it, and a fresh environment with that wheel inside."""

    sdist: tuple[str, ...]
    wheel: tuple[str, ...]
    command: pathlib.Path
    python: pathlib.Path


def run(*words: object, at: pathlib.Path, **env: str) -> str:
    bare = {"PATH": os.environ["PATH"], "HOME": str(at), "LANG": "C.UTF-8", **env}
    done = subprocess.run(
        [str(word) for word in words], cwd=at, env=bare, capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    return done.stdout


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Shipped:
    folder = tmp_path_factory.mktemp("shipped")
    # without --sdist or --wheel, `build` makes the sdist and then the wheel from that sdist
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder / "dist", ROOT, at=folder)
    sdist = next((folder / "dist").glob("*.tar.gz"))
    wheel = next((folder / "dist").glob("*.whl"))
    venv.create(folder / "venv", with_pip=False)
    installed = next((folder / "venv" / "lib").glob("python3*")) / "site-packages"
    run(sys.executable, "-m", "zipfile", "-e", wheel, installed, at=folder)
    # the packages we depend on come from this environment; its own editable weblocal does not, as .pth files count only in the first
    python = folder / "venv" / "bin" / "python"
    command = folder / "venv" / "bin" / "weblocal"
    (installed / "dependencies.pth").write_text(f"{SITE_PACKAGES}\n", encoding="utf-8")
    command.write_text(f"#!{python}\nfrom weblocal.cli.main import run\nrun()\n", encoding="utf-8")
    command.chmod(0o755)
    with tarfile.open(sdist) as packed:
        names = tuple(member.name.partition("/")[2] for member in packed.getmembers() if member.isfile())
    with zipfile.ZipFile(wheel) as zipped:
        return Shipped(sdist=names, wheel=tuple(zipped.namelist()), command=command, python=python)


def tracked(*folders: str) -> list[str]:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--", *folders], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout
    return [name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def test_every_file_of_the_package_is_in_the_wheel(shipped: Shipped) -> None:
    missing = set(tracked("weblocal")) - set(shipped.wheel)
    assert not missing
    for needed in (
        "weblocal/trades/plumber.yaml",
        "weblocal/report/templates/report.html",
        "weblocal/report/templates/report.css",
    ):
        assert needed in shipped.wheel


@pytest.mark.parametrize("folder", ["themes", "sample_business"])
def test_themes_and_the_sample_travel_along(folder: str, shipped: Shipped) -> None:
    wanted = tracked(folder)
    assert wanted
    assert not {f"weblocal/_bundled/{name}" for name in wanted} - set(shipped.wheel)
    assert not set(wanted) - set(shipped.sdist)


def test_the_wheel_says_that_it_is_typed_and_licensed(shipped: Shipped) -> None:
    assert "weblocal/py.typed" in shipped.wheel
    assert any(name.endswith("licenses/LICENSE") for name in shipped.wheel)
    assert any(name.endswith("entry_points.txt") for name in shipped.wheel)


def test_nothing_private_and_no_test_is_shipped(shipped: Shipped) -> None:
    for name in shipped.wheel:
        assert name.startswith("weblocal"), name
        assert "tests/" not in name
    known = set(tracked("."))
    for name in (*shipped.sdist, *shipped.wheel):
        assert not [part for part in PRIVATE if part in f"/{name}"], name
    untracked = {name for name in shipped.sdist if name not in known} - {"PKG-INFO", "pyproject.toml", ".gitignore"}
    fresh = subprocess.run(
        ["git", "ls-files", "-z", "--others", "--exclude-standard"], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout
    assert untracked <= set(fresh.split("\0")), "ignored files were packed"


def test_what_runs_is_what_was_installed(shipped: Shipped, tmp_path: pathlib.Path) -> None:
    place = run(shipped.python, "-c", "import weblocal; print(weblocal.__file__)", at=tmp_path).strip()
    assert pathlib.Path(place).is_relative_to(shipped.python.parent.parent)
    loaded = run(
        shipped.python,
        "-c",
        "import sys, pkgutil, importlib, weblocal\n"
        "for found in pkgutil.walk_packages(weblocal.__path__, 'weblocal.'):\n"
        "    if not found.name.endswith('__main__') and '.versions.' not in found.name and not found.name.endswith('.env'):\n"
        "        importlib.import_module(found.name)\n"
        "print(*{getattr(module, '__file__', '') or '' for name, module in sys.modules.items() if name.split('.')[0] == 'weblocal'})",
        at=tmp_path,
    )
    assert str(ROOT / "weblocal") not in loaded
    assert len(loaded.split()) > 100


def test_a_business_is_begun_built_and_served_from_the_wheel(shipped: Shipped, tmp_path: pathlib.Path) -> None:
    answers = ("--name", "Salon Ada", "--trade", "salon", "--phone", "01632 960123", "--email", "hello@salon.example")
    more = ("--website", "https://salon.example", "--town", "Milton", "--no-input")
    said = run(shipped.command, "new", "shop", *answers, *more, at=tmp_path)
    assert "Built " in said
    assert "nothing changed" in run(shipped.command, "build", "shop", at=tmp_path)
    assert (tmp_path / "shop" / "public" / "index.html").is_file()
    # the ledger's migrations, the report's template, the mails of the pack, the print template
    assert "Ledger  Opens." in run(shipped.command, "doctor", "shop", at=tmp_path)
    assert "The page: " in run(shipped.command, "report", "shop", at=tmp_path)
    assert "  mail  " in run(shipped.command, "nurture", "simulate", "shop", at=tmp_path)


def test_the_whole_loop_runs_from_the_wheel(shipped: Shipped, tmp_path: pathlib.Path) -> None:
    assert "The whole loop is done." in run(shipped.command, "demo", at=tmp_path)


def test_the_wheel_builds_the_same_bytes_as_the_checkout(
    shipped: Shipped, tmp_path: pathlib.Path, sample: pathlib.Path
) -> None:
    for name, command in (("one", shipped.command), ("two", pathlib.Path(sys.executable).with_name("weblocal"))):
        run(command, "build", sample, "--to", tmp_path / name, at=tmp_path)
    trees = [
        {
            path.relative_to(tmp_path / name).as_posix(): path.read_bytes()
            for path in (tmp_path / name).rglob("*")
            if path.is_file()
        }
        for name in ("one", "two")
    ]
    assert trees[0] == trees[1]
