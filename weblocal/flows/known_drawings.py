"""The drawings of a business: made once for its name, its artwork and this program, and kept; none where pictures are not wanted."""

import hashlib
import json
from typing import Any

from markupsafe import Markup

from weblocal.disk import installed
from weblocal.disk.cache_folder import CacheFolder
from weblocal.flows import caches
from weblocal.model.business import Business
from weblocal.model.settings import Settings
from weblocal.theming import drawings
from weblocal.theming.drawings import Drawings
from weblocal.theming.theme import Theme

_NONE = Markup("")
NO_DRAWINGS = Drawings(
    hero=_NONE, small=_NONE, column=_NONE, closing=_NONE, small_closing=_NONE, column_closing=_NONE, css="", things=()
)


def of(business: Business, theme: Theme, settings: Settings) -> Drawings:
    """What stands beside the promise and under the closing sign."""
    if not settings.makes_pictures:
        return NO_DRAWINGS
    cache = caches.of(settings)
    if cache is None:
        return drawings.of(theme.artwork, business.trade.tiles, business.name)
    said = [installed.stamp(), theme.artwork.value, business.trade.tiles, business.name]
    entry = f"drawings-{hashlib.blake2b(json.dumps(said).encode(), digest_size=16).hexdigest()}"
    return _kept(cache, entry) or _made(cache, entry, business, theme)


def _kept(cache: CacheFolder, entry: str) -> Drawings | None:
    kept = cache.read(entry)
    if kept is None:
        return None
    try:
        return Drawings(**{name: _read(value) for name, value in json.loads(kept).items()})
    except (ValueError, TypeError, AttributeError):
        return None


def _made(cache: CacheFolder, entry: str, business: Business, theme: Theme) -> Drawings:
    made = drawings.of(theme.artwork, business.trade.tiles, business.name)
    cache.write(entry, json.dumps({name: getattr(made, name) for name in made.__dataclass_fields__}).encode())
    return made


def _read(value: object) -> Any:  # noqa: ANN401 - a text, or several
    """Text from our own sealed folder, as the theming room drew it."""
    if isinstance(value, list):
        return tuple(Markup(str(each)) for each in value)  # noqa: S704 - drawn by us, and kept where only we write
    return Markup(str(value))  # noqa: S704 - drawn by us, and kept where only we write
