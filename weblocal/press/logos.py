"""A logo in, one clean file out: a drawing without anything that runs, loads or tells, or a picture at the size of a masthead.

Beside it stand its colours by their share, so that somebody can say whether it will be seen on its ground.
"""

import io
import re
import xml.etree.ElementTree as ET
from collections import Counter

from PIL import Image

from weblocal.press import opening_pictures, typesetting
from weblocal.press.logo_tints import PNG, SVG, Tint, written
from weblocal.press.orders import Developed, Print
from weblocal.press.refusals import Refusal, Refused

# twice what a masthead shows
HEIGHT_PX, WIDEST_PX, LEAST_PX = 112, 640, 48
LARGEST_SVG = 256 * 1024
_SVG_SPACE = "{http://www.w3.org/2000/svg}"
_LINK_SPACE = "{http://www.w3.org/1999/xlink}"
_LOOKS_LIKE_SVG = re.compile(rb"^(?:\xef\xbb\xbf)?\s*(?:<\?xml|<!--|<!doctype|<svg)", re.IGNORECASE)
# what drawing programs write on top names a file of 2001 and nothing else; with brackets it could say more
_PLAIN_DOCTYPE = re.compile(r"<!DOCTYPE\s+svg\b[^>\[]*>", re.IGNORECASE)
_DECLARES = re.compile(r"<!DOCTYPE|<!ENTITY|<\?xml-stylesheet", re.IGNORECASE)
# what runs, what holds another document, and what moves or changes another attribute later
_FORBIDDEN = frozenset(
    {
        *("script", "handler", "listener", "foreignObject", "iframe", "audio", "video", "image", "feImage"),
        *("set", "animate", "animateTransform", "animateMotion", "animateColor"),
    }
)
_IDLE = frozenset({"metadata", "title", "desc"})
_ELSEWHERE = re.compile(r"url\(\s*[\"']?(?!#)|@import|expression|javascript:|\\", re.IGNORECASE)
_LENGTH = re.compile(r"^\s*([0-9.]+)(?:px)?\s*$")
_COLOURS = 8
_OPAQUE = 128


def develop(content: bytes) -> Developed:
    """The logo as one print, its colours in `measured` (see `logo_tints`); what is refused comes back as the reason."""
    try:
        if _LOOKS_LIKE_SVG.match(content):
            return _of_svg(content)
        return _of_picture(content)
    except Refused as refused:
        return Developed(refusal=refused.reason, measured=refused.measured)


def _of_picture(content: bytes) -> Developed:
    with opening_pictures.opened(content, at_least=(WIDEST_PX, WIDEST_PX)) as image:
        if min(image.size) < LEAST_PX:
            raise Refused(Refusal.TOO_SMALL, measured=f"{image.width} x {image.height}")
        image.thumbnail((WIDEST_PX, HEIGHT_PX), Image.Resampling.LANCZOS)
        saved = io.BytesIO()
        image.save(saved, "PNG", optimize=True)
        made = Print(type=PNG, width=image.width, height=image.height, content=saved.getvalue())
        return Developed(prints=(made,), measured=_measured(image))


def _of_svg(content: bytes) -> Developed:
    root = _parsed(content)
    width, height = _size(root)
    _clean(root)
    root.set("viewBox", root.get("viewBox") or f"0 0 {width:g} {height:g}")
    scale = min(HEIGHT_PX / height, WIDEST_PX / width)
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    ET.register_namespace("", _SVG_SPACE.strip("{}"))
    drawing = ET.tostring(root, encoding="unicode").encode()
    made = Print(type=SVG, width=size[0], height=size[1], content=drawing)
    return Developed(prints=(made,), measured=_measured(_rasterised(drawing, size)))


def _parsed(content: bytes) -> ET.Element:
    if len(content) > LARGEST_SVG:
        raise Refused(Refusal.TOO_LARGE_A_FILE)
    try:
        text = _PLAIN_DOCTYPE.sub("", content.decode("utf-8-sig"))
        if _DECLARES.search(text):
            raise Refused(Refusal.RUNS, measured="a declaration of entities or a stylesheet")
        root = ET.fromstring(text)  # noqa: S314 - entities cannot be declared without what was just refused
    except (ET.ParseError, UnicodeDecodeError) as broken:
        raise Refused(Refusal.BROKEN) from broken
    if root.tag != f"{_SVG_SPACE}svg":
        raise Refused(Refusal.NO_PICTURE)
    return root


def _clean(element: ET.Element) -> None:
    """Take away what only editors need; refuse what runs or reaches elsewhere."""
    for name, value in list(element.attrib.items()):
        _refuse_active(name, value)
        if name.startswith("{") and not name.startswith(_LINK_SPACE):
            del element.attrib[name]
    if element.tag == f"{_SVG_SPACE}style" and _ELSEWHERE.search(element.text or ""):
        raise Refused(Refusal.RUNS, measured="a style that loads something")
    for child in list(element):
        name = str(child.tag).removeprefix(_SVG_SPACE)
        if name in _FORBIDDEN:
            raise Refused(Refusal.RUNS, measured=f"<{name}>")
        if name in _IDLE or not str(child.tag).startswith(_SVG_SPACE):
            element.remove(child)
        else:
            _clean(child)


def _refuse_active(name: str, value: str) -> None:
    plain = name.removeprefix(_LINK_SPACE)
    if plain.lower().startswith("on"):
        raise Refused(Refusal.RUNS, measured=plain)
    if plain == "href" and not value.startswith("#"):
        raise Refused(Refusal.RUNS, measured="a link to something else")
    if _ELSEWHERE.search(value):
        raise Refused(Refusal.RUNS, measured=f"{plain}, which reaches elsewhere")


def _size(root: ET.Element) -> tuple[float, float]:
    box = [float(number) for number in re.findall(r"-?[0-9.]+(?:e-?[0-9]+)?", root.get("viewBox", ""))[:4]]
    if len(box) == 4 and box[2] > 0 and box[3] > 0:
        return box[2], box[3]
    found = [_LENGTH.match(root.get(name, "")) for name in ("width", "height")]
    sizes = [float(each[1]) for each in found if each]
    if len(sizes) == 2 and min(sizes) > 0:
        return sizes[0], sizes[1]
    raise Refused(Refusal.BROKEN, measured="no viewBox")


def _rasterised(drawing: bytes, size: tuple[int, int]) -> Image.Image:
    width, height = size
    source = f'#set page(width: {width}pt, height: {height}pt, margin: 0pt, fill: none)\n#image("logo.svg", width: 100%, height: 100%)'
    picture = typesetting.png(source, files={"logo.svg": drawing}, values={}, fonts=(), dpi=72)
    with Image.open(io.BytesIO(picture)) as opened:
        return opened.convert("RGBA")


def _measured(image: Image.Image) -> str:
    """The eight commonest colours of what is not transparent, each with its share."""
    rgba = image.convert("RGBA")
    rgba.thumbnail((128, 128))
    raw = rgba.tobytes()
    opaque = [raw[at : at + 3] for at in range(0, len(raw), 4) if raw[at + 3] >= _OPAQUE]
    if not opaque:
        raise Refused(Refusal.EMPTY)
    # to sixteen steps a channel: edges between two colours make many that nobody sees
    counts = Counter(tuple(min(255, round(value / 17) * 17) for value in pixel) for pixel in opaque)
    common = counts.most_common(_COLOURS)
    whole = sum(count for _, count in common)
    return written(
        Tint(colour="#{:02x}{:02x}{:02x}".format(*colour), percent=round(100 * count / whole)) for colour, count in common
    )
