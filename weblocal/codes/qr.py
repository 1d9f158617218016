"""QR codes at level M as modules: for SVG on screens and paper, and for mails that draw them in table cells."""

import dataclasses
import functools

from markupsafe import Markup

QUIET = 4


@dataclasses.dataclass(frozen=True, slots=True)
class Modules:
    """A square of dark (True) and light modules, row by row, without its quiet zone."""

    rows: tuple[tuple[bool, ...], ...]

    @property
    def size(self) -> int:
        """Modules on a side."""
        return len(self.rows)


@functools.lru_cache(maxsize=256)
def modules(text: str) -> Modules:
    """The code of `text`; never a Micro QR, which telephones do not read."""
    import segno

    made = segno.make(text, error="m", micro=False, boost_error=False)
    return Modules(rows=tuple(tuple(bool(module) for module in row) for row in made.matrix))


def path(code: Modules, *, quiet: int = QUIET) -> str:
    """The dark modules as one SVG path, one unit a module, beginning after the quiet zone."""
    drawn = []
    for y, row in enumerate(code.rows):
        for start, length, is_dark in _runs(row):
            if is_dark:
                drawn.append(f"M{start + quiet} {y + quiet}h{length}v1h-{length}z")
    return "".join(drawn)


def svg(text: str, *, quiet: int = QUIET, dark: str = "#000", light: str = "#fff") -> Markup:
    """The code as a whole SVG on its own light ground, quiet zone included; dark on light in every colour scheme."""
    code = modules(text)
    side = code.size + 2 * quiet
    return Markup(  # noqa: S704 - digits, and colours that are ours
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" shape-rendering="crispEdges" role="img">'
        f'<path fill="{light}" d="M0 0h{side}v{side}h-{side}z"/><path fill="{dark}" d="{path(code, quiet=quiet)}"/></svg>'
    )


def runs(text: str, *, quiet: int = QUIET) -> tuple[tuple[tuple[int, bool], ...], ...]:
    """Each row as (length, is dark) runs with its quiet zone, for a table of `colspan`s; rows of quiet above and below."""
    code = modules(text)
    side = code.size + 2 * quiet
    blank = ((side, False),)
    body = tuple(
        tuple((length, is_dark) for _, length, is_dark in _runs((False,) * quiet + row + (False,) * quiet)) for row in code.rows
    )
    return (blank,) * quiet + body + (blank,) * quiet


def _runs(row: tuple[bool, ...]) -> list[tuple[int, int, bool]]:
    found: list[tuple[int, int, bool]] = []
    start = 0
    for index in range(1, len(row) + 1):
        if index == len(row) or row[index] != row[start]:
            found.append((start, index - start, row[start]))
            start = index
    return found
