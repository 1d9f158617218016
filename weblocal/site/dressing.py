"""What a theme and a brand colour give every page of a site: one style, one script, the drawn artwork, and the fonts beside them."""

import dataclasses
import re
from collections.abc import Iterable

import jinja2
from markupsafe import Markup

from weblocal.model.business import Business
from weblocal.model.records import record
from weblocal.model.site import FieldKind, SiteFile
from weblocal.site import presence
from weblocal.site.parts import NOTHING
from weblocal.site.planning import SitePlan
from weblocal.site.tongue import Tongue
from weblocal.theming import environment, faces, icons, palette, service_map, signal
from weblocal.theming.faces import Face
from weblocal.theming.palette import Palette
from weblocal.theming.service_map import Spot
from weblocal.theming.theme import Theme
from weblocal.wording import soft_hyphens

_COMMENT_LINE = re.compile(r"^\s*//.*$", re.MULTILINE)
# not + and -: two of them side by side would become another sign
_BESIDE_SIGNS = re.compile(r" ?([=<>*%?:,;(){}\[\]|&]) ?")
_FIT = "fit-"

LETTERS_ON_ONE_LINE = 18


@record
class Dress:
    """A site's clothes. `css` lacks only the rules of `fit_rules`; `preload` is the font that the head asks for at once.

    Each strip uses the glyphs that its wall, or the column beside a photograph, has defined on the same page.
    """

    environment: jinja2.Environment
    css: str
    script: Markup
    wall: Markup
    small_wall: Markup
    column: Markup
    strip: Markup
    small_strip: Markup
    column_strip: Markup
    map: Markup
    preload: str
    preload_figures: str
    files: tuple[SiteFile, ...]
    plate_light: str
    plate_dark: str
    icon: str
    paper_light: str
    things: tuple[Markup, ...] = ()
    scene: Markup = NOTHING


def dress(plan: SitePlan, tongue: Tongue) -> Dress:
    """The clothes of one site; walls and palettes of the same name and colour are remembered by the theming room."""
    business, theme = plan.business, plan.theme
    tiles, name = business.trade.tiles, business.name
    face = _with_hashed_files(theme, theme.face(tiles))
    colours = _colours(plan)
    about = (business.trade.name, business.address.town)
    people = tuple(mate.name for mate in presence.team(business))
    drawn = plan.draw(theme.artwork, tiles, name, words=about, people=people)
    drawn_map = _map(business, tongue)
    can_set = face.can_set(name + business.tagline)
    return Dress(
        environment=environment.build(theme),
        css=_css(plan, face, root=tongue.shared, drawn_css=drawn.css + (service_map.css() if drawn_map else "")),
        script=Markup(_joined(theme.read("script.js").decode())),  # noqa: S704 - the theme's own script
        wall=drawn.hero,
        small_wall=drawn.small,
        column=drawn.column,
        strip=drawn.closing,
        small_strip=drawn.small_closing,
        column_strip=drawn.column_closing,
        map=drawn_map,
        preload=f"/{face.latin}" if can_set else "",
        preload_figures=f"/{face.figures}" if face.figures else "",
        files=_font_files(theme, theme.face(tiles)),
        plate_light=colours.light.plate,
        plate_dark=colours.dark.plate,
        icon=icons.favicon(name, colours),
        paper_light=colours.light.paper,
        things=drawn.things,
        scene=drawn.scene,
    )


def fit_class(sentences: tuple[str, ...]) -> str:
    """The class of a headline by the letters that must stand on one line; the styles hold one rule for each.

    That is its longest unbreakable run, and short sentences whole, so that each has a line of its own.
    """
    letters = max(faces.headline_letters(sentence) for sentence in sentences)
    longest = max(len(soft_hyphens.whole(sentence)) for sentence in sentences)
    is_terse = len(sentences) > 1 and longest <= LETTERS_ON_ONE_LINE
    return f"{_FIT}{longest if is_terse else letters}"


def fit_rules(classes: Iterable[str]) -> tuple[str, ...]:
    """The rules of the classes that a site's headlines carry. They are classes because the policy allows no style attribute."""
    letters = sorted({int(each.removeprefix(_FIT)) for each in classes})
    return tuple(f".{_FIT}{count}{{--lw:{count}}}" for count in letters)


def _css(plan: SitePlan, face: Face, *, root: str, drawn_css: str) -> str:
    business, theme = plan.business, plan.theme
    # until the face is there, and in scripts it does not have, the stack stands in: fit headlines to the wider of the two
    width = max(face.mean_width, face.stack_width)
    own = f":root{{--cw:{width:g}}}.sign{{--fit:{faces.sign_em(business.name, face):g}}}"
    return "".join(
        (
            faces.font_css(face, folder=root),
            palette.css_tokens(_colours(plan)),
            f":root{{--blend:{signal.blend(_colours(plan))}}}" if plan.theme.field is FieldKind.SIGNAL else "",
            faces.tokens_css(face, text_stack=theme.text_stack),
            drawn_css,
            theme.css,
            own,
        )
    )


def _colours(plan: SitePlan) -> Palette:
    brand = plan.business.brand.colour
    made = palette.from_brand(brand)
    return signal.signal(made, brand) if plan.theme.field is FieldKind.SIGNAL else made


def _with_hashed_files(theme: Theme, face: Face) -> Face:
    latin, latin_ext, figures = (theme.hashed_name(name) if name else "" for name in (face.latin, face.latin_ext, face.figures))
    return dataclasses.replace(face, latin=latin, latin_ext=latin_ext, figures=figures)


def _font_files(theme: Theme, face: Face) -> tuple[SiteFile, ...]:
    return tuple(
        SiteFile(path=theme.hashed_name(name), content=theme.read(name))
        for name in (face.latin, face.latin_ext, face.figures)
        if name
    )


def _joined(script: str) -> str:
    """The script on one line, without its comments and idle spaces; how it is written sees to it that this changes nothing."""
    lines = (line.strip() for line in _COMMENT_LINE.sub("", script).splitlines())
    return _BESIDE_SIGNS.sub(r"\1", "".join(lines))


def _map(business: Business, tongue: Tongue) -> Markup:
    """The drawn map of the places travelled to, when enough of them have a position; else nothing, and the text lists them."""
    address = business.address
    if business.area is None or address.latitude is None or address.longitude is None:
        return Markup("")
    # a hidden street must not be found again by measuring the map: its place is known to a kilometre only
    digits = 5 if address.public else 2
    base = Spot(address.town, round(address.latitude, digits), round(address.longitude, digits))
    places = tuple(
        Spot(place.name, place.latitude, place.longitude)
        for place in business.area.places
        if place.latitude is not None and place.longitude is not None
    )
    radius_km = business.area.radius_km
    radius = tongue.distance(radius_km) if radius_km else ""
    drawn = service_map.lay_out(base, places, radius_km=radius_km, radius_words=radius)
    if drawn is None:
        return Markup("")
    names = tongue.listed(tuple(place.name for place in business.area.places))
    around = tongue.say("{town} and {distance} around, with {places}.", town=address.town, distance=radius, places=names)
    return service_map.as_svg(drawn, description=around if radius else names)
