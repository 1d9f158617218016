"""A theme: a folder of templates, styles, fonts and one theme.yaml, checked once and then only read."""

import dataclasses
import hashlib
from collections.abc import Callable, Iterable

from weblocal.errors import NotFound, ProfileInvalid, ThemeInvalid
from weblocal.model.problems import Place, Problem
from weblocal.reading import document
from weblocal.reading.nodes import Node, NodeMap, Scalar
from weblocal.theming import faces, linting, styles
from weblocal.theming.faces import Face

SETTINGS = "theme.yaml"
_KNOWN = {"name", "words", "text", "print_text", "faces", "face_of"}
_FACE_KEYS = {
    "family", "latin", "latin_ext", "print", "stack", "weight", "leading", "tracking", "size", "radius", "mean_width",
    "stack_width", "advances",
}  # fmt: skip


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ThemeFile:
    """One file of a theme."""

    name: str
    content: bytes


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Theme:
    """A checked theme. `css` is its own stylesheet, minified, without tokens; `print_text` names the text fonts of print."""

    name: str
    words: str
    text_stack: str
    css: str
    faces: tuple[Face, ...]
    face_of: tuple[tuple[str, str], ...]
    print_text: tuple[str, ...]
    files: tuple[ThemeFile, ...]

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
        return {file.name: file.content.decode("utf-8") for file in self.files if file.name.endswith((".html", ".txt"))}

    def hashed_name(self, name: str) -> str:
        """A name for a served file that changes whenever its bytes do: fonts/x.woff2 becomes fonts/x.1a2b3c4d.woff2."""
        stem, _, ending = name.rpartition(".")
        return f"{stem}.{hashlib.blake2b(self.read(name), digest_size=4).hexdigest()}.{ending}"


def load(name: str, names: Iterable[str], read: Callable[[str], bytes]) -> Theme:
    """Read and check the theme `name` from its files; raises ThemeInvalid with every problem."""
    files = tuple(ThemeFile(name=each, content=read(each)) for each in sorted(names))
    by_name = {file.name: file for file in files}
    label = f"themes/{name}"
    if SETTINGS not in by_name:
        raise ThemeInvalid((_problem(f"{label}/{SETTINGS}", "", "is not there.", "Copy one from a theme that works."),))
    try:
        settings = document.read_document(by_name[SETTINGS].content.decode("utf-8"), file=f"{label}/{SETTINGS}")
    except ProfileInvalid as invalid:
        raise ThemeInvalid(invalid.problems) from invalid
    problems = [*_unknown(settings, _KNOWN), *linting.problems(files_of(files), label=label)]
    found = tuple(
        _face(each_id, node, by_name, label=label, problems=problems) for each_id, node in _entries(settings, "faces")
    )
    if not found:
        problems.append(_problem(f"{label}/{SETTINGS}", "faces", "names no face.", "Name at least one."))
    if problems:
        raise ThemeInvalid(tuple(problems))
    sheets = [file.content.decode("utf-8") for file in files if file.name.startswith("styles/") and file.name.endswith(".css")]
    return Theme(
        name=name,
        words=_text(settings, "words"),
        text_stack=_text(settings, "text"),
        css=styles.minified("".join(sheets)),
        faces=found,
        face_of=tuple((tiles, node.text) for tiles, node in _entries(settings, "face_of") if isinstance(node, Scalar)),
        print_text=tuple(_text(settings, "print_text").split()),
        files=files,
    )


def files_of(files: tuple[ThemeFile, ...]) -> dict[str, str]:
    """The templates and styles among a theme's files, as text."""
    kept = (".html", ".txt", ".css", ".js")
    return {file.name: file.content.decode("utf-8", "replace") for file in files if file.name.endswith(kept)}


def _face(face_id: str, node: Node, files: dict[str, ThemeFile], *, label: str, problems: list[Problem]) -> Face:
    problems += _unknown(node, _FACE_KEYS)
    for key in ("latin", "latin_ext", "print", "advances"):
        named = _text(node, key)
        if named and named not in files:
            problems.append(
                _problem(f"{label}/{SETTINGS}", f"faces.{face_id}.{key}", f'"{named}" is not in the theme.', "Add it.")
            )
    table = files.get(_text(node, "advances"))
    return Face(
        id=face_id,
        family=_text(node, "family"),
        latin=_text(node, "latin"),
        latin_ext=_text(node, "latin_ext"),
        print_file=_text(node, "print"),
        stack=_text(node, "stack"),
        weight=int(_number(node, "weight", 700)),
        leading=_text(node, "leading") or "1",
        tracking=_text(node, "tracking") or "0em",
        size=_number(node, "size", 1.0),
        radius=_text(node, "radius") or "0",
        mean_width=_number(node, "mean_width", 0.5),
        stack_width=_number(node, "stack_width", 0.55),
        advances=faces.read_advances(table.content.decode("ascii")) if table else {},
    )


def _entries(node: Node | None, key: str) -> tuple[tuple[str, Node], ...]:
    found = node.get(key) if isinstance(node, NodeMap) else None
    return tuple((entry.key.text, entry.node) for entry in found.entries) if isinstance(found, NodeMap) else ()


def _text(node: Node, key: str) -> str:
    found = node.get(key) if isinstance(node, NodeMap) else None
    return found.text.strip() if isinstance(found, Scalar) else ""


def _number(node: Node, key: str, usual: float) -> float:
    try:
        return float(_text(node, key) or usual)
    except ValueError:
        return usual


def _unknown(node: Node, known: set[str]) -> list[Problem]:
    if not isinstance(node, NodeMap):
        return [Problem(place=node.place, field="", message="is no map of keys.", fix="Write key: value.")]
    return [
        Problem(
            place=entry.key.place,
            field=entry.key.text,
            message="is no key of a theme.",
            fix=f"Known: {', '.join(sorted(known))}.",
        )
        for entry in node.entries
        if entry.key.text not in known
    ]


def _problem(file: str, field: str, message: str, fix: str) -> Problem:
    return Problem(place=Place(file=file), field=field, message=message, fix=fix)
