"""The house keeps its shape: small files, small functions, plain names, and a program that starts fast."""

import ast
import pathlib
import subprocess
import sys

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
MODULES = sorted((ROOT / "weblocal").rglob("*.py"))
LARGEST_MODULE = 300
LONGEST_FUNCTION = 40
BANNED_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "base", "core", "manager"}
HEAVY = ("sqlalchemy", "alembic", "starlette", "uvicorn", "sendgrid", "typst", "PIL", "apprise", "watchdog")


def name_of(path: pathlib.Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_opens_with_a_sentence_and_stays_small(path: pathlib.Path) -> None:
    text = path.read_text(encoding="utf-8")
    opening = ast.get_docstring(ast.parse(text))
    assert opening
    assert opening.rstrip().endswith((".", "`", "all."))
    assert len(text.splitlines()) <= LARGEST_MODULE
    assert path.stem not in BANNED_NAMES


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_function_stays_small(path: pathlib.Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or 0) - node.body[0].lineno + 1
            assert length <= LONGEST_FUNCTION, f"{node.name} has {length} lines"


@pytest.mark.parametrize("command", ["", "check", "build"])
def test_asking_for_help_loads_nothing_heavy(command: str) -> None:
    asked = f"import sys; sys.argv = ['weblocal', *{command.split()!r}, '--help']\n"
    ran = subprocess.run(
        [
            sys.executable,
            "-c",
            asked + "import atexit\nfrom weblocal.cli.main import run\n"
            f"atexit.register(lambda: print('loaded:', [name for name in {HEAVY!r} if name in sys.modules]))\nrun()",
        ],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert "loaded: []" in ran.stdout, ran.stdout[-300:]


def test_no_text_names_a_registry_or_this_machine() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.split()
    pieces = (("py", "pi.org"), ("python", "hosted.org"), ("registry.", "npmjs"), ("deb.", "debian.org"), ("/ro", "ot/"))
    words = ["".join(pair) for pair in pieces]
    for name in listed:
        path = ROOT / name
        if path.suffix in {".woff2", ".ttf", ".png", ".ico"} or not path.is_file():
            continue
        text = path.read_text(encoding="utf-8", errors="ignore").lower()
        assert not [word for word in words if word in text], name
