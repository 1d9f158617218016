"""The picture for shared links and the icons of a business: made once for its name, promise, colour, artwork and face, and kept."""

import dataclasses
import hashlib
import json
from collections.abc import Iterable, Sequence

from weblocal.disk.cache_folder import CacheFolder
from weblocal.model import urls
from weblocal.model.business import Business
from weblocal.model.pictures import Rendition
from weblocal.model.site import SiteFile, SiteFiles
from weblocal.press import emblems as press
from weblocal.press.orders import Developed, Print
from weblocal.press.typesetting import Font
from weblocal.site import heroes
from weblocal.site.tongue import Tongue
from weblocal.theming import emblems
from weblocal.theming.emblems import EmblemSource
from weblocal.theming.theme import Theme


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Emblems:
    """The emblems as the site knows them, their files, and whether they had to be made."""

    share: Rendition | None
    icons: tuple[Rendition, ...]
    files: SiteFiles
    was_made: bool


NO_EMBLEMS = Emblems(share=None, icons=(), files=(), was_made=False)


def prepare(business: Business, theme: Theme, *, kept: CacheFolder) -> Emblems:
    """The emblems of one business, from `kept` where nothing they show has changed; raises ThemeInvalid for an unusable font."""
    tongue = Tongue(business)
    promise = heroes.sentences_of(heroes.promise(business, tongue))
    source = emblems.of(business, theme, promise=promise, direction=tongue.direction)
    fonts = tuple(Font(name=name, content=theme.read(name)) for name in source.fonts)
    name = _name(source, fonts)
    prints = _from(kept, name)
    made = () if prints else _made(source, fonts)
    if made:
        kept.write(name, Developed(prints=made).to_bytes())
    return _emblems(prints or made, name, was_made=bool(made))


def _name(source: EmblemSource, fonts: Iterable[Font]) -> str:
    """A name that says everything the emblems depend on."""
    fonts_by_digest = [hashlib.blake2b(font.content, digest_size=16).hexdigest() for font in fonts]
    said = [press.METHOD, press.version(), press.sheet(), source.values, source.drawings, fonts_by_digest]
    return hashlib.blake2b(json.dumps(said).encode(), digest_size=16).hexdigest()


def _from(kept: CacheFolder, name: str) -> tuple[Print, ...]:
    block = kept.read(name)
    try:
        return Developed.of_bytes(block).prints if block else ()
    except ValueError:  # written by another version of this program
        return ()


def _made(source: EmblemSource, fonts: tuple[Font, ...]) -> tuple[Print, ...]:
    drawings = {name: drawing.encode() for name, drawing in source.drawings}
    return press.make(drawings=drawings, values=dict(source.values), fonts=fonts)


def _emblems(prints: Sequence[Print], name: str, *, was_made: bool) -> Emblems:
    share, *icons, ico = prints
    # other sites keep a shared picture for months by its address: a new picture needs a new one
    placed = [(f"{urls.PICTURES}share.{name[:8]}.png", share), (urls.OLD_ICON, ico)]
    placed += [(urls.icon(icon.width), icon) for icon in icons]
    return Emblems(
        share=_rendition(*placed[0]),
        icons=tuple(_rendition(path, made) for path, made in placed[2:]),
        files=tuple(SiteFile(path=path.lstrip("/"), content=made.content) for path, made in placed),
        was_made=was_made,
    )


def _rendition(path: str, made: Print) -> Rendition:
    return Rendition(path=path, type=made.type, width=made.width, height=made.height)
