"""Set one field of business.yaml: edit, read the whole profile as it would be, and only then replace the file."""

import datetime as dt
import difflib
import pathlib
from collections.abc import Callable

from weblocal.disk import locking, private, single_file, tree
from weblocal.errors import NotFound, ProfileInvalid
from weblocal.flows.workspace import PROFILE, trade_packs
from weblocal.model.records import record
from weblocal.profile import parsing, setting
from weblocal.profile.sources import Sources
from weblocal.reading import characters


@record
class Changed:
    """The lines that went and came, each with its sign in front; none where the file said so already."""

    lines: tuple[str, ...]


def set_field(folder: pathlib.Path, field: str, value: str, *, today: dt.date) -> Changed:
    """Let `field` say `value`. Raises ProfileInvalid when the profile would then be wrong, and leaves the file as it was."""
    return edit(folder, lambda text: setting.set_field(text, field, value), today=today)


def unset_field(folder: pathlib.Path, field: str, *, today: dt.date) -> Changed:
    """Take `field` out. Raises as `set_field` does."""
    return edit(folder, lambda text: setting.unset_field(text, field), today=today)


def edit(folder: pathlib.Path, change: Callable[[str], str], *, today: dt.date) -> Changed:
    """Put the profile through `change`, all or nothing, with other weblocal processes kept out meanwhile."""
    files = tree.read_tree(folder)
    if PROFILE not in files.names:
        raise NotFound(f"{folder} holds no {PROFILE}.", fix=f"Make one: weblocal new {folder}")
    with locking.hold(private.state_folder(folder), purpose="set"):
        raw = files.read(PROFILE)
        characters.decode(raw, file=PROFILE)  # says what is wrong with a file that is not UTF-8
        before = raw.decode("utf-8")
        after = change(before).encode()
        sources = Sources(names=files.names, read=lambda name: after if name == PROFILE else files.read(name))
        _judge(sources, today)
        single_file.write_file(folder / PROFILE, after)
    compared = difflib.unified_diff(before.splitlines(), after.decode().splitlines(), lineterm="", n=0)
    return Changed(lines=tuple(line for line in compared if not line.startswith(("---", "+++", "@@"))))


def _judge(sources: Sources, today: dt.date) -> None:
    """Raise ProfileInvalid, saying that nothing was changed, where this would be no profile."""
    try:
        parsing.parse(sources, trade_packs(), today=today)
    except ProfileInvalid as invalid:
        invalid.message = f"{invalid.message}; {PROFILE} was left as it was."
        raise
