"""The drawings of a business: made once for all they are made from and for this program; none where pictures are not wanted."""

import functools
import hashlib
import json
from collections.abc import Callable
from typing import Any

from markupsafe import Markup

from weblocal.disk import installed
from weblocal.disk.cache_folder import CacheFolder
from weblocal.flows import caches
from weblocal.model.settings import Settings
from weblocal.theming import drawings
from weblocal.theming.drawings import Drawings

_NONE = Markup("")
NO_DRAWINGS = Drawings(
    hero=_NONE, small=_NONE, column=_NONE, closing=_NONE, small_closing=_NONE, column_closing=_NONE, css="", things=()
)


def artist(settings: Settings) -> Callable[..., Drawings]:
    """Who draws as `drawings.of` does: nobody where pictures are not wanted, and nobody twice where there is a cache."""
    if not settings.makes_pictures:
        return lambda *_what, **_more: NO_DRAWINGS
    cache = caches.of(settings)
    return drawings.of if cache is None else functools.partial(_of, cache)


def _of(cache: CacheFolder, *what: str | tuple[str, ...], **more: str | tuple[str, ...]) -> Drawings:
    said = json.dumps([installed.stamp(), what, sorted(more.items())])
    entry = f"drawings-{hashlib.blake2b(said.encode(), digest_size=16).hexdigest()}"
    kept = _kept(cache, entry)
    if kept is None:
        kept = drawings.of(*what, **more)  # type: ignore[arg-type]  # what the site room asks for
        cache.write(entry, json.dumps({name: getattr(kept, name) for name in kept.__dataclass_fields__}).encode())
    return kept


def _kept(cache: CacheFolder, entry: str) -> Drawings | None:
    kept = cache.read(entry)
    if kept is None:
        return None
    try:
        return Drawings(**{name: _read(value) for name, value in json.loads(kept).items()})
    except (ValueError, TypeError, AttributeError):
        return None


def _read(value: object) -> Any:  # noqa: ANN401 - a text, or several
    """Text from our own sealed folder, as the theming room drew it."""
    if isinstance(value, list):
        return tuple(Markup(str(each)) for each in value)  # noqa: S704 - drawn by us, and kept where only we write
    return Markup(str(value))  # noqa: S704 - drawn by us, and kept where only we write
