"""Runs the installed command as a stranger would: another folder, a bare environment, nobody at the keyboard."""

import dataclasses
import hashlib
import os
import pathlib
import subprocess
import sys
from collections.abc import Callable

ROOT = pathlib.Path(__file__).resolve().parents[2]
COMMAND = pathlib.Path(sys.executable).with_name("weblocal")
PROFILES = ROOT / "tests" / "profiles"
ESCAPE = "\x1b"


@dataclasses.dataclass(frozen=True, slots=True)
class Ran:
    """What a run left: its exit code and what it said."""

    code: int
    out: str
    err: str


def surroundings(**more: str) -> dict[str, str]:
    return {"PATH": os.environ["PATH"], "HOME": "/nonexistent", "LANG": "C.UTF-8", **more}


def weblocal(
    *words: object,
    at: pathlib.Path,
    typed: str = "",
    env: dict[str, str] | None = None,
    before: Callable[[], None] | None = None,
) -> Ran:
    """Run `weblocal WORDS` in the folder `at`; `before` runs in the new process, to set its limits."""
    # Python keeps a compiled module that a limit on files has cut short, and every later run would stumble over it
    compiled = {"PYTHONDONTWRITEBYTECODE": "1"} if before else {}
    done = subprocess.run(
        [str(COMMAND), *map(str, words)],
        cwd=at,
        env=surroundings(**compiled, **(env or {})),
        input=typed,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        preexec_fn=before,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return Ran(done.returncode, done.stdout, done.stderr)


def fingerprint(folder: pathlib.Path) -> dict[str, str]:
    """Every file below `folder` with a digest of its bytes."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def replace(path: pathlib.Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
