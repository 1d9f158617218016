"""What languages answered about days, dates, amounts and lists, kept between processes: their tables take longer to load than a page to make."""

import functools
import marshal

from weblocal.disk import installed
from weblocal.disk.cache_folder import CacheFolder
from weblocal.wording import known_forms

_ENTRY = "forms-of-languages"


@functools.cache
def take_up(cache: CacheFolder | None) -> None:
    """Know what was kept by exactly this program, its libraries included."""
    kept = cache.read(_ENTRY) if cache else None
    if kept is None:
        return
    try:
        stamp, forms = marshal.loads(kept)  # noqa: S302 - plain data, from the user's own sealed folder
        if stamp == installed.stamp():
            known_forms.hand_in(forms)
    except (ValueError, EOFError, TypeError, AttributeError):
        return


@functools.cache
def keep(cache: CacheFolder | None) -> None:
    """Keep what is known, where anything came to it. Once a process: one that builds many has the tables at hand."""
    forms = known_forms.to_keep() if cache else None
    if cache and forms:
        cache.write(_ENTRY, marshal.dumps((installed.stamp(), dict(forms))))
