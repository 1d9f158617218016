"""Set a sheet with Typst: source and texts in, PDF and picture out, with the given fonts alone and nothing from outside.

Texts travel as strings and are never compiled, so what an owner writes is printed as written. A letter that no font has,
and words that find no room, are refused: a printed box or a lost line is noticed only after the money is spent.
"""

import contextlib
import pathlib
import re
import tempfile
from collections.abc import Iterator, Mapping
from typing import Any

from weblocal.errors import OutsideFailed, ProblemsFound, ThemeInvalid
from weblocal.model.problems import Place, Problem
from weblocal.model.records import record

MAIN = "main.typ"
# a template that finds no room stops with panic("no room: " + the name of the text)
NO_ROOM = "no room: "
# PDF/UA makes a missing letter an error (plain PDF prints a box in silence), and the sheet can be read aloud
_STANDARD = "ua-1"
# the same words must give the same bytes, so the time of making is left out
_NO_TIME = 0
_FONTS = "fonts"
_MISSING = re.compile(r"the text `\"(?P<text>.*)\"` could not be displayed")


@record
class Font:
    """One font file, TTF or OTF; its name is used for nothing but messages."""

    name: str
    content: bytes


def pdf(source: str, *, files: Mapping[str, bytes], values: Mapping[str, str], fonts: tuple[Font, ...]) -> bytes:
    """The sheet as a PDF of one page; raises ProblemsFound in the owner's words, ThemeInvalid for a fault of the template."""
    with _compiler(source, files=files, values=values, fonts=fonts) as compiler:
        if len(_pages(compiler, dpi=10)) > 1:
            raise _no_room("text")
        return bytes(compiler.compile(format="pdf", pdf_standards=[_STANDARD], timestamp=_NO_TIME))


def png(source: str, *, files: Mapping[str, bytes], values: Mapping[str, str], fonts: tuple[Font, ...], dpi: int) -> bytes:
    """The sheet, trimmed, as a picture; the errors are those of `pdf`."""
    with _compiler(source, files=files, values=values, fonts=fonts) as compiler:
        pages = _pages(compiler, dpi=dpi)
        if len(pages) > 1:
            raise _no_room("text")
        return pages[0]


def pngs(
    source: str, *, files: Mapping[str, bytes], values: Mapping[str, str], fonts: tuple[Font, ...], dpi: int
) -> tuple[bytes, ...]:
    """Every page of a source of our own as a picture; the errors are those of `pdf`."""
    with _compiler(source, files=files, values=values, fonts=fonts) as compiler:
        return tuple(_pages(compiler, dpi=dpi))


def _pages(compiler: Any, *, dpi: int) -> list[bytes]:  # noqa: ANN401 - the library's own type is known only once it is loaded
    made = compiler.compile(format="png", ppi=float(dpi))
    return made if isinstance(made, list) else [made]


@contextlib.contextmanager
def _compiler(source: str, *, files: Mapping[str, bytes], values: Mapping[str, str], fonts: tuple[Font, ...]) -> Iterator[Any]:
    """A compiler that sees a folder of its own and nothing else; what it refuses comes out in words."""
    import typst

    if "@preview" in source or any("@preview" in content.decode("utf-8", "replace") for content in files.values()):
        raise _broken("imports a package from the network, and printing never asks the network.")
    with tempfile.TemporaryDirectory(prefix="weblocal-press-") as name:
        folder = pathlib.Path(name)
        _lay(folder / "sheet", {MAIN: source.encode("utf-8"), **files})
        _lay(folder / _FONTS, {f"{number}.ttf": font.content for number, font in enumerate(fonts)})
        book = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder / _FONTS])
        _refuse_unreadable(fonts, found=len(book.fonts()))
        try:
            yield typst.Compiler(
                folder / "sheet" / MAIN, root=folder / "sheet", font_paths=book, sys_inputs=dict(values), package_path=folder
            )
        except typst.TypstError as refused:
            raise _in_words(refused.message) from refused


def _lay(folder: pathlib.Path, files: Mapping[str, bytes]) -> None:
    for name, content in files.items():
        path = folder / name
        if not path.resolve().is_relative_to(folder.resolve()):
            raise ValueError(f"not a path inside the sheet: {name!r}")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        except OSError as refused:
            raise OutsideFailed(
                f"The folder for temporary files could not be written: {refused.strerror or refused}. What was there is untouched.",
                fix="Free some space there, then run it again.",
            ) from refused


def _refuse_unreadable(fonts: tuple[Font, ...], *, found: int) -> None:
    if found < len(fonts):
        raise ProblemsFound(
            f"One of these is no font that print can use: {', '.join(font.name for font in fonts)}.",
            fix="Replace it by a .ttf or .otf file, or take it away.",
        )


def _in_words(message: str) -> ProblemsFound:
    missing = _MISSING.search(message)
    if missing:
        letters = missing["text"]
        return ProblemsFound(
            f'No font has the letters "{letters}", so they would be printed as empty boxes.',
            fix="Put a font file that has them (.ttf or .otf) into the folder fonts/ beside business.yaml, or write other words.",
        )
    if NO_ROOM in message:
        return _no_room(message.rsplit(NO_ROOM, maxsplit=1)[1].strip('"'))
    return _broken(f"does not compile: {message}")


def _no_room(name: str) -> ProblemsFound:
    return ProblemsFound(f"There is no room for the {name} on the sheet.", fix="Write fewer or shorter words.")


def _broken(words: str) -> ThemeInvalid:
    return ThemeInvalid((Problem(place=Place(file="print"), field="", message=words, fix="Mend the theme's print files."),))
