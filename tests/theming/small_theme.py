"""A theme as small as one may be, for tests that change one thing about it."""

from weblocal.theming import theme
from weblocal.theming.theme import Theme

SETTINGS = """\
name: Plain
words: For tests.
text: system-ui,sans-serif
faces:
  plain:
    family: Plain
    latin: fonts/plain.woff2
    advances: fonts/plain.advances
    stack: sans-serif
    weight: 700
    tracking: -.01em
"""


def files(**changed: str | bytes) -> dict[str, bytes]:
    """The files of the theme; a keyword replaces one, with __ for / and _dot_ for the dot of its ending."""
    found: dict[str, str | bytes] = dict.fromkeys(theme.REQUIRED, "<p>{{ site }}</p>")
    found |= {
        "theme.yaml": SETTINGS,
        "fonts/plain.woff2": b"\x00",
        "fonts/plain.advances": "0041 600\n0042 500\n",
        "script.js": "",
    }
    found |= {name.replace("__", "/").replace("_dot_", "."): content for name, content in changed.items()}
    return {name: content.encode() if isinstance(content, str) else content for name, content in found.items()}


def load(**changed: str | bytes) -> Theme:
    """The theme, read and checked."""
    found = files(**changed)
    return theme.load("plain", found, found.__getitem__)
