"""The picture for shared links and the icons of a business: made once for its name, promise, colour, artwork and face, and kept."""

import dataclasses
import hashlib
import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from weblocal.disk import installed
from weblocal.disk.cache_folder import CacheFolder
from weblocal.model import urls
from weblocal.model.business import Business
from weblocal.model.pictures import Rendition
from weblocal.model.records import record
from weblocal.model.site import SiteFile, SiteFiles
from weblocal.press.orders import Developed, Print
from weblocal.site import heroes
from weblocal.site.tongue import Tongue
from weblocal.theming.theme import Theme

if TYPE_CHECKING:  # what draws and sets is loaded where something is drawn and set
    from weblocal.press.typesetting import Font
    from weblocal.theming.emblems import EmblemSource


@record
class Emblems:
    """The emblems as the site knows them, their files, and whether they had to be made."""

    share: Rendition | None
    icons: tuple[Rendition, ...]
    files: SiteFiles
    was_made: bool


NO_EMBLEMS = Emblems(share=None, icons=(), files=(), was_made=False)


def prepare(business: Business, theme: Theme, *, kept: CacheFolder, known: CacheFolder | None = None) -> Emblems:
    """The emblems of one business, from `kept` where nothing they show has changed; raises ThemeInvalid for an unusable font.

    Their name says what they show, which must be drawn to be told: `known` remembers the names of what was drawn before.
    """
    tongue = Tongue(business)
    promise = heroes.sentences_of(heroes.promise(business, tongue))
    entry = _entry(business, theme, promise, tongue.direction) if known else ""
    name = (known.read(entry) or b"").decode() if known else ""
    prints = _from(kept, name) if name else ()
    if prints:
        return _emblems(prints, name, was_made=False)
    from weblocal.press.typesetting import Font
    from weblocal.theming import emblems

    source = emblems.of(business, theme, promise=promise, direction=tongue.direction)
    fonts = tuple(Font(name=each, content=theme.read(each)) for each in source.fonts)
    name = _name(source, fonts)
    if known:
        known.write(entry, name.encode())
    prints = _from(kept, name)
    made = () if prints else _made(source, fonts)
    if made:
        kept.write(name, Developed(prints=made).to_bytes())
    return _emblems(prints or made, name, was_made=bool(made))


def _entry(business: Business, theme: Theme, promise: tuple[str, ...], direction: str) -> str:
    """A name that says everything the emblems are drawn from, and which program draws them."""
    face = theme.face(business.trade.tiles)
    font = hashlib.blake2b(theme.read(face.print_file), digest_size=16).hexdigest()
    shown = [business.name, business.trade.tiles, business.brand.colour, business.language, promise, direction]
    said = json.dumps([installed.stamp(), shown, dataclasses.asdict(face), font])
    return f"emblems-{hashlib.blake2b(said.encode(), digest_size=16).hexdigest()}"


def _name(source: "EmblemSource", fonts: "Iterable[Font]") -> str:
    """A name that says everything the emblems depend on."""
    from weblocal.press import emblems as press

    fonts_by_digest = [hashlib.blake2b(font.content, digest_size=16).hexdigest() for font in fonts]
    said = [press.METHOD, press.version(), press.sheet(), source.values, source.drawings, fonts_by_digest]
    return hashlib.blake2b(json.dumps(said).encode(), digest_size=16).hexdigest()


def _from(kept: CacheFolder, name: str) -> tuple[Print, ...]:
    block = kept.read(name)
    try:
        return Developed.of_bytes(block).prints if block else ()
    except ValueError:  # written by another version of this program
        return ()


def _made(source: "EmblemSource", fonts: "tuple[Font, ...]") -> tuple[Print, ...]:
    from weblocal.press import emblems as press

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
