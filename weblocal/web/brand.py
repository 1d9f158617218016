"""The desk's third cached file: the colours, faces and corners of the business, the same as on its site."""

import dataclasses
import hashlib
import pathlib

from markupsafe import Markup

from weblocal.flows.workspace import Workspace
from weblocal.theming import artwork, faces, painting, palette
from weblocal.theming.faces import Face

FILES = "/desk/files/"


def css(workspace: Workspace) -> str:
    """Tokens for light and dark, by the phone's own setting, and the display face of the theme."""
    face = _face(workspace)
    tokens = palette.css_tokens(palette.from_brand(workspace.business.brand.colour))
    served = dataclasses.replace(face, latin=_address(workspace, face.latin), latin_ext=_address(workspace, face.latin_ext))
    lettering = (
        f"--text:{workspace.theme.text_stack};--display:D,{face.stack};--dw:{face.weight};"
        f"--dt:{face.tracking};--ds:{face.size:g};--r:{face.radius}"
    )
    return f"{faces.font_css(served, folder=FILES)}{tokens}:root{{{lettering}}}{painting.css()}"


def mural(workspace: Workspace) -> Markup:
    """The business's own wall of tiles, as on its site: where a screen has little to say, it is still theirs."""
    business = workspace.business
    return painting.as_svg(artwork.wall(business.trade.tiles, business.name, columns=8, rows=3))


def face_address(workspace: Workspace) -> str:
    """Where the display face lies, so that a page asks for it before its styles are read; empty when there is none."""
    latin = _face(workspace).latin
    return FILES + _address(workspace, latin) if latin else ""


def field_colours(workspace: Workspace) -> tuple[str, str]:
    """The colour field in light and in dark, for the browser's frame."""
    found = palette.from_brand(workspace.business.brand.colour)
    return found.light.plate, found.dark.plate


def fonts(workspace: Workspace) -> tuple[tuple[str, bytes], ...]:
    """The font files that the desk serves: the display face of the theme."""
    face = _face(workspace)
    names = [name for name in (face.latin, face.latin_ext) if name]
    return tuple((pathlib.PurePosixPath(name).name, workspace.theme.read(name)) for name in names)


def digest(content: bytes) -> str:
    """What stands in the address of a cached file, new whenever a byte changes."""
    return hashlib.sha256(content).hexdigest()[:12]


def _face(workspace: Workspace) -> Face:
    return workspace.theme.face(workspace.business.trade.tiles)


def _address(workspace: Workspace, name: str) -> str:
    return f"{pathlib.PurePosixPath(name).name}?v={digest(workspace.theme.read(name))}" if name else ""
