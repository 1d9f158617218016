"""A theme: a folder of templates, styles, fonts and one theme.yaml, checked once and then only read."""

import dataclasses
import hashlib
from collections.abc import Callable, Collection, Iterable
from typing import TYPE_CHECKING, Protocol

from weblocal.errors import NotFound, ProfileInvalid, ThemeInvalid
from weblocal.model.pictures import Frame, Ground
from weblocal.model.placements import PieceKind
from weblocal.model.problems import Place, Problem
from weblocal.model.records import record
from weblocal.model.site import ArtworkKind, FieldKind, HeroKind
from weblocal.theming import markup
from weblocal.theming.faces import Face

if TYPE_CHECKING:
    from weblocal.theming import theme_settings

SETTINGS = "theme.yaml"
PAGES = ("pages/", "partials/")
STYLES = "styles/"
# what the rooms that make pages, mails and print pieces ask every theme for
REQUIRED = (
    "pages/page.html",
    "pages/moved.html",
    "partials/dress.html",
    "partials/foot.html",
    "mails/mail.html",
    "script.js",
    "print/parts.typ",
    *(f"print/{kind.value}.typ" for kind in PieceKind),
)
_TEXTS = (".html", ".txt", ".css", ".js", ".typ")


@record
class ThemeFile:
    """One file of a theme."""

    name: str
    content: bytes


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Theme:
    """A checked theme. `css` is its own stylesheet, minified, without tokens; `print_text` names the text fonts of print.

    `part_css` is what only sites with a certain part carry beside it (a partial of a section, photos, languages), so that the
    others stay light.
    """

    name: str
    words: str
    text_stack: str
    css: str
    faces: tuple[Face, ...]
    face_of: tuple[tuple[str, str], ...]
    print_text: tuple[str, ...]
    files: tuple[ThemeFile, ...]
    sizes: tuple[tuple[str, str], ...] = ()
    logo_on: Ground = Ground.PLATE
    part_css: tuple[tuple[str, str], ...] = ()
    hero: HeroKind = HeroKind.PROMISE
    artwork: ArtworkKind = ArtworkKind.TILES
    field: FieldKind = FieldKind.DIMMED
    code: bytes = b""  # its templates as `compiling` made them, when they were kept

    def sizes_of(self, frame: Frame) -> str:
        """How wide a picture is in a frame, as the attribute `sizes` says it; as wide as the screen where the theme is silent."""
        return dict(self.sizes).get(frame.value, "100vw")

    def face(self, tiles: str) -> Face:
        """The display face that goes with a set of tiles; the first face where none is named."""
        wanted = dict(self.face_of).get(tiles, self.faces[0].id)
        return next(face for face in self.faces if face.id == wanted)

    def read(self, name: str) -> bytes:
        """The bytes of one file of the theme; raises NotFound."""
        for file in self.files:
            if file.name == name:
                return file.content
        raise NotFound(f"Theme {self.name} has no file {name}.")

    def templates(self) -> dict[str, str]:
        """Every template by its name."""
        texts = {file.name: file.content.decode("utf-8") for file in self.files if file.name.endswith((".html", ".txt"))}
        return {name: markup.without_idle_lines(text) if name.startswith(PAGES) else text for name, text in texts.items()}

    def hashed_name(self, name: str) -> str:
        """A name for a served file that changes whenever its bytes do: fonts/x.woff2 becomes fonts/x.1a2b3c4d.woff2."""
        stem, _, ending = name.rpartition(".")
        return f"{stem}.{hashlib.blake2b(self.read(name), digest_size=4).hexdigest()}.{ending}"


class Folder(Protocol):
    """The files of a theme's folder."""

    @property
    def names(self) -> tuple[str, ...]:
        """Their names."""

    def read(self, name: str) -> bytes:
        """The bytes of one of them."""


def load(
    name: str,
    names: Iterable[str],
    read: Callable[[str], bytes],
    *,
    lender: Callable[[str], Folder] | None = None,
) -> Theme:
    """Read and check the theme `name` from its files; raises ThemeInvalid with every problem.

    `lender` opens the folder of the theme that this one extends: what this one does not hold comes from there, but for styles.
    """
    from weblocal.reading import document  # a theme that is known is not read: `keeping`
    from weblocal.theming import linting, theme_settings

    label = f"themes/{name}"
    files = {each: read(each) for each in sorted(names)}
    if SETTINGS not in files:
        raise ThemeInvalid((_problem(f"{label}/{SETTINGS}", "is not there.", "Copy the one of a theme that works."),))
    texts, problems = _decoded(files, label)
    try:
        node = document.read_document(texts.pop(SETTINGS, ""), file=f"{label}/{SETTINGS}")
    except ProfileInvalid as invalid:
        raise ThemeInvalid((*problems, *invalid.problems)) from invalid
    if lender and (lending := theme_settings.extended(node)):
        lent = lent_by(lender(lending), files)
        lent_texts, lent_problems = _decoded(lent, f"themes/{lending}")
        files, texts, problems = lent | files, lent_texts | texts, [*lent_problems, *problems]
    settings, found = theme_settings.read(node, files)
    problems += [*found, *linting.problems(texts, label=label)]
    problems += [
        _problem(f"{label}/{each}", "is not there.", "Every theme needs it.") for each in REQUIRED if each not in files
    ]
    if problems:
        raise ThemeInvalid(tuple(problems))
    return _made(name, settings, texts, files)


def _made(name: str, settings: "theme_settings.Settings", texts: dict[str, str], files: dict[str, bytes]) -> Theme:
    from weblocal.theming import styles

    sheets = _sheets(texts)
    return Theme(
        name=name,
        words=settings.words,
        text_stack=settings.text_stack,
        css=styles.minified("\n".join(sheets.pop("", ()))),
        part_css=tuple((part, styles.minified("\n".join(texts))) for part, texts in sheets.items()),
        faces=settings.faces,
        face_of=settings.face_of,
        sizes=settings.sizes,
        logo_on=settings.logo_on,
        print_text=settings.print_text,
        hero=settings.hero,
        artwork=settings.artwork,
        field=settings.field,
        files=tuple(ThemeFile(name=each, content=content) for each, content in files.items()),
    )


def lent_by(folder: Folder, own: Collection[str]) -> dict[str, bytes]:
    """What another theme lends: everything that this one has not, but for its looks and its settings."""
    names = (each for each in folder.names if each not in own and each != SETTINGS and not each.startswith("styles/"))
    return {each: folder.read(each) for each in names}


def _sheets(texts: dict[str, str]) -> dict[str, list[str]]:
    """The stylesheets in the order of their names, by the part that needs them: styles/x.css always, styles/photos/x.css for photos."""
    sheets: dict[str, list[str]] = {}
    for name, text in texts.items():
        if name.startswith(STYLES) and name.endswith(".css"):
            sheets.setdefault(name.removeprefix(STYLES).rpartition("/")[0], []).append(text)
    return sheets


def _decoded(files: dict[str, bytes], label: str) -> tuple[dict[str, str], list[Problem]]:
    texts, problems = {}, []
    for name, content in files.items():
        if not name.endswith((*_TEXTS, SETTINGS)):
            continue
        try:
            texts[name] = content.decode("utf-8")
        except UnicodeDecodeError:
            problems.append(_problem(f"{label}/{name}", "is not UTF-8 text.", "Save it as UTF-8."))
    return texts, problems


def _problem(file: str, message: str, fix: str) -> Problem:
    return Problem(place=Place(file=file), field="", message=message, fix=fix)
