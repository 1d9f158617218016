"""Set the emblems of a business and hand them over as the files that platforms and telephones ask for: PNGs, and one ICO."""

import importlib.resources
import struct
from collections.abc import Mapping

from weblocal.press import typesetting
from weblocal.press.orders import Print
from weblocal.press.typesetting import Font

PNG, ICO = "image/png", "image/x-icon"
# whatever changes the bytes without being said in the values; raise it with any change here
METHOD = 1
_SHEET = "emblems.typ"
_DPI = 72  # one point, one pixel
_SIZE = struct.Struct(">II")
_SIZE_AT = 16


def make(*, drawings: Mapping[str, bytes], values: Mapping[str, str], fonts: tuple[Font, ...]) -> tuple[Print, ...]:
    """The picture for shared links, the icons, largest first, and favicon.ico; raises ThemeInvalid for an unusable font."""
    *pictures, small = typesetting.pngs(sheet(), files=drawings, values=values, fonts=fonts, dpi=_DPI)
    return (*(_print(PNG, each) for each in pictures), _print(ICO, small))


def sheet() -> str:
    """The source of the sheet."""
    return (importlib.resources.files("weblocal.press") / "sheets" / _SHEET).read_text(encoding="utf-8")


def version() -> str:
    """The version of the library that sets the sheet; another one may write other bytes."""
    import importlib.metadata

    return importlib.metadata.version("typst")


def _print(media_type: str, png: bytes) -> Print:
    width, height = _SIZE.unpack_from(png, _SIZE_AT)
    return Print(type=media_type, width=width, height=height, content=_ico(png, width) if media_type == ICO else png)


def _ico(png: bytes, side: int) -> bytes:
    """An ICO of one PNG: its head, one entry (side twice, no palette, one plane of 32 bits, length, where), the picture."""
    head = struct.pack("<HHH", 0, 1, 1)
    entry = struct.pack("<BBBBHHII", side % 256, side % 256, 0, 0, 1, 32, len(png), 22)
    return head + entry + png
