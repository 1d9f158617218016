"""Typefaces of a theme: their files, their metrics, and how large a line may be set so that it fits."""

import math
import re

from weblocal.model.records import record

# a break may come at a space, a hyphen or a soft hyphen
_RUNS = re.compile(r"[\s\u00ad-]+")
_UNKNOWN = 0.62


@record
class StandIn:
    """A face of the visitor's own device, by the names it may have there, stretched to the metrics of the one that is late.

    `size`, `ascent` and `descent` are percentages, as the CSS overrides take them.
    """

    local: tuple[str, ...]
    size: float
    ascent: float
    descent: float


@record
class Face:
    """A display face pinned to one cut, with everything a page needs to set it.

    `latin` and `latin_ext` are file names of the theme; `advances` gives letters' widths in em; `stack` is what stands in
    until the face is there, and `stack_width` that stack's mean width, for fitting. Sizes are factors of the theme's own.
    """

    id: str
    family: str
    latin: str
    latin_ext: str
    print_file: str
    stack: str
    weight: int
    leading: str
    tracking: str
    size: float
    radius: str
    mean_width: float
    stack_width: float
    advances: dict[str, float]
    stand_in: StandIn | None = None
    # a second cut that sets nothing but figures and the signs beside them, and its weight
    figures: str = ""
    figures_weight: int = 900

    @property
    def families(self) -> str:
        """The value of `font-family`: the face, its stand-in, then the stack."""
        return f"D,{'E,' if self.stand_in else ''}{self.stack}"

    def width(self, text: str) -> float:
        """The width of `text` on one line, in em, with the face's tracking."""
        spacing = _em(self.tracking)
        return sum(self.advances.get(letter, _UNKNOWN) for letter in text) + spacing * max(len(text) - 1, 0)

    def can_set(self, text: str) -> bool:
        """Whether the face has every letter of `text` (other scripts go to the visitor's own face)."""
        return all(letter in self.advances or letter.isspace() for letter in text)


def longest_run(text: str) -> str:
    """The longest part of a headline that cannot be broken."""
    return max(_RUNS.split(text), key=len, default="")


def headline_letters(text: str) -> int:
    """How many letters that part has: the `--lw` of a headline."""
    return max(len(longest_run(text)), 1)


def sign_em(text: str, face: Face) -> float:
    """The width of a name in em, rounded up so that it never runs over: the `--fit` of the closing sign."""
    width = face.width(text) if face.can_set(text) else len(text) * face.stack_width
    return math.ceil(max(width, 1.0) * 1.02 * 100) / 100


def read_advances(table: str) -> dict[str, float]:
    """A font's table of advances: a code point and thousandths of an em on each line."""
    pairs = (line.split() for line in table.splitlines() if line.strip())
    return {chr(int(code, 16)): int(width) / 1000 for code, width in pairs}


# the letters of each file, as scripts/make_fonts.py cuts them
LATIN = "U+0000-00FF,U+0131,U+0152-0153,U+02C6,U+02DA,U+02DC,U+2013-203A,U+20AC,U+2122,U+2190-2212,U+2605-2606"
FIGURES = "U+0020,U+0024-0025,U+002B-003A,U+00A0,U+00A3,U+20AC,U+2013,U+2212"
LATIN_EXT = "U+0100-0130,U+0132-0151,U+0154-017F,U+0218-021B,U+1E9E"


def font_css(face: Face, *, folder: str) -> str:
    """The @font-face rules of a face whose files are served from `folder`; a face that is late is left out, so nothing shifts."""
    rules = [
        f"@font-face{{font-family:D;src:url({folder}{name})format('woff2');"
        f"font-weight:{face.weight};font-display:optional;unicode-range:{letters}}}"
        for name, letters in ((face.latin, LATIN), (face.latin_ext, LATIN_EXT))
        if name
    ]
    if face.figures:
        rules.append(
            f"@font-face{{font-family:N;src:url({folder}{face.figures})format('woff2');"
            f"font-weight:{face.figures_weight};font-display:optional;unicode-range:{FIGURES}}}"
        )
    if face.stand_in:
        rules.append(_stand_in_css(face.stand_in, weight=face.weight))
    return "".join(rules)


def _stand_in_css(stand_in: StandIn, *, weight: int) -> str:
    sources = ",".join(f'local("{name}")' for name in stand_in.local)
    return (
        f"@font-face{{font-family:E;src:{sources};font-weight:{weight};size-adjust:{stand_in.size:g}%;"
        f"ascent-override:{stand_in.ascent:g}%;descent-override:{stand_in.descent:g}%;line-gap-override:0%;"
        f"unicode-range:{LATIN},{LATIN_EXT}}}"
    )


def tokens_css(face: Face, *, text_stack: str) -> str:
    """The face's tokens as custom properties."""
    figures = f"--num:N,{face.families};--nw:{face.figures_weight};" if face.figures else ""
    return (
        f":root{{{figures}--text:{text_stack};--display:{face.families};--dw:{face.weight};--dl:{face.leading};--dt:{face.tracking};"
        f"--ds:{face.size:g};--cw:{face.mean_width:g};--r:{face.radius}}}"
    )


def _em(tracking: str) -> float:
    return float(tracking.removesuffix("em")) if tracking.endswith("em") else 0.0
