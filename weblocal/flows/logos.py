"""The owner's logo from file to masthead: cleaned once and kept, and left out where nobody would see it on its ground."""

import hashlib
from collections.abc import Callable

from weblocal.disk.cache_folder import CacheFolder
from weblocal.errors import NotFound
from weblocal.flows import picture_findings
from weblocal.model import urls
from weblocal.model.business import Business
from weblocal.model.pictures import Ground, Photo, Rendition
from weblocal.model.problems import Finding, Place, Severity
from weblocal.model.records import record
from weblocal.model.site import SiteFile, SiteFiles
from weblocal.press import pictures
from weblocal.press.logo_tints import METHOD, PNG, SVG, tints
from weblocal.press.orders import Developed
from weblocal.press.pictures import Batch
from weblocal.press.refusals import Refusal
from weblocal.theming import colours, palette
from weblocal.theming.theme import Theme

_ENDINGS = {SVG: "svg", PNG: "png"}
# a half of it must stand out from its ground, in light and in dark
LEAST_CONTRAST, LEAST_PERCENT = 2.0, 50


@record
class PreparedLogo:
    """The logo as the site knows it, its file, what is to be said of it, and whether it had to be made."""

    rendition: Rendition | None = None
    files: SiteFiles = ()
    findings: tuple[Finding, ...] = ()
    was_made: bool = False


def prepare(business: Business, theme: Theme, *, read: Callable[[str], bytes], kept: CacheFolder) -> PreparedLogo:
    """Make the logo of the profile ready, from `kept` where its bytes are the same."""
    file = business.brand.logo
    named = Photo(file=file, place=Place(file=file))
    try:
        content = read(file)
    except NotFound as gone:
        return PreparedLogo(findings=(picture_findings.unread(named, gone),))
    name = _name(content)
    developed = _from(kept, name)
    was_made = developed is None
    if developed is None:
        (developed,) = next(iter(pictures.develop([Batch(content=content, is_logo=True)])))
        if developed.refusal is not Refusal.CRASHED:
            kept.write(name, developed.to_bytes())
    if developed.refusal:
        return PreparedLogo(findings=picture_findings.of_logo(named, developed), was_made=was_made)
    if not _is_seen(developed, business, theme):
        return PreparedLogo(findings=(_unseen(named, theme),), was_made=was_made)
    return _prepared(developed, name, was_made=was_made)


def _name(content: bytes) -> str:
    digest = hashlib.blake2b(content, digest_size=16).hexdigest()
    said = f"logo {METHOD} {pictures.version()} {digest}"
    return hashlib.blake2b(said.encode(), digest_size=16).hexdigest()


def _from(kept: CacheFolder, name: str) -> Developed | None:
    block = kept.read(name)
    try:
        return Developed.of_bytes(block) if block else None
    except ValueError:  # written by another version of this program
        return None


def _is_seen(developed: Developed, business: Business, theme: Theme) -> bool:
    """Whether enough of it stands out from its ground."""
    both = palette.from_brand(business.brand.colour)
    grounds = [scheme.plate if theme.logo_on is Ground.PLATE else scheme.paper for scheme in (both.light, both.dark)]
    found = tints(developed.measured)
    return all(
        sum(tint.percent for tint in found if colours.contrast(tint.colour, ground) >= LEAST_CONTRAST) >= LEAST_PERCENT
        for ground in grounds
    )


def _unseen(named: Photo, theme: Theme) -> Finding:
    ground = "your brand colour" if theme.logo_on is Ground.PLATE else "the page, light and dark"
    return Finding(
        rule="logo-unseen",
        severity=Severity.WARNING,
        page=named.file,
        message=f"{named.file} would hardly be seen on {ground}, so the name stands there in letters.",
        fix="Give a version in white, or in one colour on a ground of its own.",
        place=named.place,
    )


def _prepared(developed: Developed, name: str, *, was_made: bool) -> PreparedLogo:
    (made,) = developed.prints
    path = f"{urls.PICTURES}logo.{name[:8]}.{_ENDINGS[made.type]}"
    return PreparedLogo(
        rendition=Rendition(path=path, type=made.type, width=made.width, height=made.height),
        files=(SiteFile(path=path.lstrip("/"), content=made.content),),
        was_made=was_made,
    )
