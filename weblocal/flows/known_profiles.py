"""A profile read once for every change of any file it was read from: what the business is comes back without reading it again.

What was read is known by digests of the bytes: a kept profile counts only while each file that was asked for, and the list of all
files, is exactly as it was, on the same day and for the same program, whose trade packs are part of it.
"""

import datetime as dt
import functools
import hashlib
import marshal
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from weblocal.disk import bundled, installed, tree
from weblocal.disk.cache_folder import CacheFolder
from weblocal.disk.tree import Tree
from weblocal.errors import NotFound, ProfileInvalid
from weblocal.flows import grafting, plain_values
from weblocal.model.business import Business
from weblocal.model.problems import Problem
from weblocal.model.records import record
from weblocal.model.starters import StarterText

if TYPE_CHECKING:  # reading a profile takes many libraries, and one that is known takes none
    from weblocal.profile.noting import FieldOrigin
    from weblocal.profile.parsing import ParsedProfile
    from weblocal.profile.sources import Sources


@record
class KnownProfile:
    """What `parsing.parse` found; where each value came from is asked for rarely, and read again then."""

    business: Business
    notices: tuple[Problem, ...]
    also_in: tuple[Business, ...]
    starters: tuple[StarterText, ...]
    approved: Mapping[str, str]
    cautions: tuple[str, ...]
    origins: "Callable[[], tuple[FieldOrigin, ...]]"


MOST_TEXTS = 8
# all of them nouns
_KEPT = ("business", "notices", "also_in", "starters", "approved", "cautions")


def read(files: Tree, *, today: dt.date, cache: CacheFolder | None) -> KnownProfile:
    """The profile in a business folder; raises ProfileInvalid."""
    if cache is None:
        return _read(files, files.read, today)
    entry = f"profile-{hashlib.blake2b(str(files.folder.absolute()).encode('utf-8', 'replace'), digest_size=16).hexdigest()}"
    return _known(files, today, cache.read(entry)) or _kept(files, today, cache, entry)


def _read(files: Tree, reader: Callable[[str], bytes], today: dt.date) -> KnownProfile:
    parsed = _parsed(files, reader, today)
    values = {name: getattr(parsed, name) for name in _KEPT}
    return KnownProfile(**values, origins=lambda: parsed.origins)


def _parsed(files: Tree, reader: Callable[[str], bytes], today: dt.date) -> "ParsedProfile":
    from weblocal.profile import parsing
    from weblocal.profile.sources import Sources

    return parsing.parse(Sources(names=files.names, read=reader), trade_packs(), today=today)


def _kept(files: Tree, today: dt.date, cache: CacheFolder, entry: str) -> KnownProfile:
    """Read the profile, noting each file that is asked for, and keep it."""
    asked: dict[str, bytes] = {}

    def reader(name: str) -> bytes:
        content = files.read(name)
        asked[name] = _digest(content)
        return content

    profile = _read(files, reader, today)
    values = {name: getattr(profile, name) for name in _KEPT}
    values["approved"] = dict(profile.approved)
    cache.write(entry, marshal.dumps((_stamp(files, today), asked, plain_values.written(values))))
    return profile


def _known(files: Tree, today: dt.date, kept: bytes | None) -> KnownProfile | None:
    """The kept profile, with the words of a few texts as they are now; None where it counts for nothing."""
    if kept is None:
        return None
    try:
        stamp, asked, values = marshal.loads(kept)  # noqa: S302 - plain data, from the user's own sealed folder
        if stamp != _stamp(files, today):
            return None
        changed = [name for name, digest in asked.items() if _digest(files.read(name)) != digest]
        if len(changed) > MOST_TEXTS or not all(name.endswith(".md") for name in changed):
            return None
        found: dict[str, Any] = plain_values.read(values)
        found |= _with_words(files, found, changed)
    except (ValueError, EOFError, TypeError, NotFound, ProfileInvalid, grafting.MoreChanged):
        return None
    return KnownProfile(**found, origins=functools.cache(lambda: _parsed(files, files.read, today).origins))


def _with_words(files: Tree, found: Mapping[str, Any], changed: Sequence[str]) -> dict[str, Any]:
    """The business in every language with the words that the changed files hold now; raises what is wrong with them."""
    if not changed:
        return {}
    from weblocal.profile.sources import Sources
    from weblocal.reading import front_matter

    sources, met = Sources(names=files.names, read=files.read), set[str]()
    texts = {name: front_matter.read_text(sources.text(name), file=name) for name in changed}
    grafted = {name: grafting.graft(found[name], texts, met) for name in ("business", "also_in")}
    if met != set(changed):
        raise grafting.MoreChanged
    return grafted


def _stamp(files: Tree, today: dt.date) -> bytes:
    said = "\0".join((installed.stamp(), today.isoformat(), *files.names))
    return hashlib.blake2b(said.encode("utf-8", "surrogateescape"), digest_size=16).digest()


def _digest(content: bytes) -> bytes:
    return hashlib.blake2b(content, digest_size=16).digest()


@functools.cache
def trade_packs() -> "Sources":
    """The trade packs that came with weblocal."""
    from weblocal.profile.sources import Sources

    files = tree.read_tree(bundled.trades_folder())
    return Sources(names=files.names, read=functools.cache(files.read), label="trades/")
