"""The desk's third cached file: the colours, faces and corners of the business, the same as on its site."""

from weblocal.flows.workspace import Workspace
from weblocal.theming import palette

_PLAIN_FACE = 'system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif'
_NARROW_FACE = f'Bahnschrift,"DIN Alternate","Avenir Next Condensed","Roboto Condensed","Arial Narrow",{_PLAIN_FACE}'


def css(workspace: Workspace) -> str:
    """Tokens for light and dark, by the phone's own setting, and the faces of the theme."""
    tokens = palette.css_tokens(palette.from_brand(workspace.business.brand.colour))
    faces = f"--text:{_PLAIN_FACE};--display:{_NARROW_FACE};--dw:800;--dt:-.018em;--ds:1;--r:.2rem"
    return f"{tokens}:root{{{faces}}}"


def field_colours(workspace: Workspace) -> tuple[str, str]:
    """The colour field in light and in dark, for the browser's frame."""
    found = palette.from_brand(workspace.business.brand.colour)
    return found.light.plate, found.dark.plate


def fonts(workspace: Workspace) -> tuple[tuple[str, bytes], ...]:  # noqa: ARG001 - filled when the theme brings its faces
    """The theme's font files that the desk needs: the display face."""
    return ()
