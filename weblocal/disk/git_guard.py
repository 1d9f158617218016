"""Ask git whether something private is tracked: a ledger or a key in a repository is a leak."""

import pathlib
import shutil
import subprocess


def tracked_private_files(folder: pathlib.Path) -> tuple[str, ...]:
    """Names below the state folder that git tracks; empty without git or outside a repository."""
    git = shutil.which("git")
    if git is None:
        return ()
    asked = subprocess.run(  # noqa: S603 - a fixed command; the folder is an argument, never a shell word
        [git, "-C", str(folder), "ls-files", "-z", "--", ".weblocal"], capture_output=True, check=False, timeout=20
    )
    if asked.returncode != 0:
        return ()
    names = asked.stdout.decode("utf-8", errors="replace").split("\0")
    return tuple(name for name in names if name and not name.endswith(".gitignore"))
