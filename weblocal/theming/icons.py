"""The icon of a business: its initials on its own colour over one accent bar, as a small SVG that stays sharp at 16 pixels.

Letters come as text in the visitor's own heavy face: a font cannot be loaded from an icon, and outlines would cost more.
"""

import unicodedata

from markupsafe import escape

from weblocal.theming.palette import Palette

_SIDE = 32
# words that are in many names and say nothing about one of them
_IDLE = frozenset(
    {"the", "and", "of", "a", "an", "de", "la", "le", "les", "der", "die", "das", "und", "et", "y", "e", "il", "&"}
)


def initials(name: str) -> str:
    """One or two letters for a name: Marlow & Daughter becomes MD, Café Beispiel CB, Zahnarzt Z."""
    words = [word for word in name.replace("-", " ").split() if any(map(str.isalnum, word))]
    telling = [word for word in words if word.casefold() not in _IDLE] or words
    letters = [next(sign for sign in word if sign.isalnum()) for word in telling[:2]]
    # scripts whose letters join, or fill a square, are read one at a time
    if letters and not unicodedata.name(letters[0], "").startswith(("LATIN", "GREEK", "CYRILLIC", "DIGIT")):
        letters = letters[:1]
    return "".join(letters).upper()[:2] or "•"


def favicon(name: str, palette: Palette) -> str:
    """The icon, in light colours and in dark ones where the browser says so."""
    letters = initials(name)
    size = 22 if len(letters) == 1 else 15
    light, dark = palette.light, palette.dark
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_SIDE} {_SIDE}"><style>'
        f".f{{fill:{light.plate}}}.b{{fill:{light.acc}}}.t{{fill:{light.on};font:800 {size}px system-ui,sans-serif}}"
        f"@media(prefers-color-scheme:dark){{.f{{fill:{dark.plate}}}.b{{fill:{dark.acc}}}.t{{fill:{dark.on}}}}}</style>"
        f'<path class="f" d="M0 0h{_SIDE}v{_SIDE}H0z"/><path class="b" d="M0 27h{_SIDE}v5H0z"/>'
        f'<text class="t" x="16" y="{14 + size * 0.36:.1f}" text-anchor="middle">{escape(letters)}</text></svg>\n'
    )
