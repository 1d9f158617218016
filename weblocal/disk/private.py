"""The state folder of a business: readable by its owner alone, and kept out of git."""

import os
import pathlib

from weblocal.errors import OutsideFailed

STATE_FOLDER = ".weblocal"


def state_folder(business_folder: pathlib.Path) -> pathlib.Path:
    """The folder for ledger, keys and caches, made on first use with a .gitignore of its own.

    Raises OutsideFailed when the disk refuses.
    """
    folder = business_folder / STATE_FOLDER
    try:
        if not folder.is_dir():
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        ignore = folder / ".gitignore"
        if not ignore.exists():
            ignore.write_text("# contacts, ledger and keys never go into a repository\n*\n", encoding="utf-8")
    except OSError as refused:
        raise OutsideFailed(
            f"{folder} could not be made: {refused.strerror or refused}.",
            fix="Free some space, check the folder's rights, and move away any file of that name. Then run it again.",
        ) from refused
    return folder


def read_keys(folder: pathlib.Path, name: str) -> tuple[str, ...]:
    """The keys kept under `name`, newest first; empty when there are none yet."""
    try:
        lines = (folder / name).read_text(encoding="ascii").split()
    except FileNotFoundError:
        return ()
    return tuple(lines)


def keep_first_key(folder: pathlib.Path, name: str, key: str) -> tuple[str, ...]:
    """Keep `key` under `name` unless another process was quicker; the keys that are kept now."""
    try:
        handle = os.open(folder / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return read_keys(folder, name)
    with os.fdopen(handle, "w", encoding="ascii") as opened:
        opened.write(key + "\n")
        opened.flush()
        os.fsync(opened.fileno())
    return (key,)
