"""When the words of each page last changed: told by a digest of what a visitor reads, never by the time of a build."""

import datetime as dt
import hashlib
import html
import json
import re
from collections.abc import Iterable, Mapping

from weblocal.model.records import record

_READ = re.compile(r"<title>(.*?)</title>|<main\b.*?</main>", re.DOTALL)
_UNREAD = re.compile(r"<(svg|script|style|form)\b.*?</\1>|<[^>]*>", re.DOTALL)


@record
class Seen:
    """The digest of one page's words, and the day on which they were first seen so."""

    digest: str
    changed_on: dt.date


def digest(page: str) -> str:
    """A digest of the words of a page: its title and what stands in its middle, but for forms and drawings."""
    read = " ".join(found[1] or found[0] for found in _READ.finditer(page))
    words = " ".join(html.unescape(_UNREAD.sub(" ", read)).split())
    return hashlib.blake2b(words.encode(), digest_size=12).hexdigest()


def dated(pages: Iterable[tuple[str, str]], seen: Mapping[str, Seen], *, today: dt.date) -> dict[str, Seen]:
    """What is known of `pages` (path and text) today: the old date where the words are the same, else today."""
    return since(((path, digest(text)) for path, text in pages), seen, today=today)


def since(digests: Iterable[tuple[str, str]], seen: Mapping[str, Seen], *, today: dt.date) -> dict[str, Seen]:
    """The same of pages whose words were digested before."""
    found = {}
    for path, now in digests:
        before = seen.get(path)
        found[path] = before if before and before.digest == now else Seen(digest=now, changed_on=today)
    return found


def changed(seen: Mapping[str, Seen], told: Mapping[str, Seen]) -> tuple[str, ...]:
    """The paths whose words are not those that were told last, and those that are gone, in order."""
    other = {path for path, page in seen.items() if path not in told or told[path].digest != page.digest}
    return tuple(sorted(other | (told.keys() - seen.keys())))


def written(seen: Mapping[str, Seen]) -> str:
    """What is kept of this between builds."""
    return (
        json.dumps({path: [page.digest, page.changed_on.isoformat()] for path, page in sorted(seen.items())}, indent=0) + "\n"
    )


def read(kept: str) -> dict[str, Seen]:
    """What `written` wrote; what was damaged was never seen."""
    try:
        pages = json.loads(kept)
        return {path: Seen(digest=str(one[0]), changed_on=dt.date.fromisoformat(one[1])) for path, one in pages.items()}
    except (ValueError, TypeError, AttributeError, IndexError, KeyError):
        return {}


def read_some(kept: str, paths: Iterable[str]) -> dict[str, Seen]:
    """What is known of these pages alone, out of what `written` wrote, without reading all of it."""
    found = {path: _entry(path).search(kept) for path in paths}
    return {path: Seen(digest=entry[2], changed_on=dt.date.fromisoformat(entry[3])) for path, entry in found.items() if entry}


def with_changes(kept: str, changes: Mapping[str, Seen]) -> str | None:
    """What `written` would write with these pages as they are now; None where one of them is not among it exactly once."""
    for path, page in changes.items():
        kept, count = _entry(path).subn(rf'\g<1>{page.digest}",\n"{page.changed_on.isoformat()}\g<4>', kept)
        if count != 1:
            return None
    return kept


def _entry(path: str) -> re.Pattern[str]:
    key = re.escape(json.dumps(path))
    return re.compile(rf'(^{key}: \[\n")([0-9a-f]+)(?:",\n")(\d{{4}}-\d\d-\d\d)("\n\])', re.MULTILINE)
