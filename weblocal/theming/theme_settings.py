"""theme.yaml read and checked: what the theme is called, its faces, and which face goes with which tiles."""

import difflib
import enum
import re
from collections.abc import Collection, Iterable, Iterator
from typing import TypeVar

from weblocal.model.pictures import Frame, Ground
from weblocal.model.problems import Place, Problem
from weblocal.model.records import record
from weblocal.model.site import ArtworkKind, FieldKind, HeroKind
from weblocal.reading.nodes import Node, NodeMap, Scalar
from weblocal.theming import faces
from weblocal.theming.faces import Face, StandIn
from weblocal.theming.tiles import sets

Kind = TypeVar("Kind", bound=enum.StrEnum)

_KEYS = ("name", "words", "extends", "hero", "artwork", "field", "text", "print_text", "faces", "face_of", "sizes", "logo_on")
_FACE_KEYS = (
    "family", "latin", "latin_ext", "print", "advances", "stack", "stand_in", "stand_in_size", "stand_in_ascent",
    "stand_in_descent", "weight", "leading", "tracking", "size", "mean_width", "stack_width", "radius", "figures", "figures_weight",
)  # fmt: skip
# these go into the page's style as they are
_CSS_VALUE = re.compile(r"[\w\s.,%\"'()+*/-]*")
_SIZES = re.compile(r"[\w\s.,%:()+*/<>=-]{1,300}")


@record
class Settings:
    """What theme.yaml says."""

    title: str
    words: str
    text_stack: str
    print_text: tuple[str, ...]
    faces: tuple[Face, ...]
    face_of: tuple[tuple[str, str], ...]
    sizes: tuple[tuple[str, str], ...]
    logo_on: Ground
    hero: HeroKind
    artwork: ArtworkKind
    field: FieldKind


def extended(node: Node) -> str:
    """The theme that lends this one every file it does not hold itself; empty when it stands alone."""
    return _Part(node, "", []).text("extends")


def read(node: Node, files: dict[str, bytes]) -> tuple[Settings, list[Problem]]:
    """The settings of a theme with these files, and every problem with them."""
    top = _Part(node, "", [])
    top.known(_KEYS)
    drawn = tuple(_face(face_id, part, files) for face_id, part in top.parts("faces"))
    if not drawn:
        top.wrong("faces", "names no face.", "Describe at least one, as docs/themes.md shows.")
    face_of = tuple((tiles, part.value) for tiles, part in top.parts("face_of"))
    for tiles, face_id in face_of:
        if face_id not in {face.id for face in drawn}:
            top.wrong(f"face_of.{tiles}", f'"{face_id}" is none of the faces.', f"Write one of {_list(f.id for f in drawn)}.")
        if tiles not in sets.SETS:
            top.wrong(f"face_of.{tiles}", "is no set of tiles.", f"Known: {_list(sorted(sets.SETS))}.")
    print_text = tuple(top.text("print_text").split())
    for name in print_text:
        top.file("print_text", name, files)
    settings = Settings(
        title=top.text("name"),
        words=top.text("words"),
        text_stack=top.css("text", "system-ui,sans-serif"),
        print_text=print_text,
        faces=drawn,
        face_of=face_of,
        sizes=tuple(_sizes(top)),
        logo_on=top.one_of("logo_on", Ground, Ground.PLATE),
        hero=top.one_of("hero", HeroKind, HeroKind.PROMISE),
        artwork=top.one_of("artwork", ArtworkKind, ArtworkKind.TILES),
        field=top.one_of("field", FieldKind, FieldKind.DIMMED),
    )
    return settings, top.problems


def _sizes(top: "_Part") -> Iterator[tuple[str, str]]:
    """How wide a picture is in each of its frames, as the attribute `sizes` says it."""
    frames = tuple(frame.value for frame in Frame)
    for frame, part in top.parts("sizes"):
        if frame not in frames:
            part.wrong("", "is no frame of a picture.", f"Write one of {_list(frames)}.")
        elif not _SIZES.fullmatch(part.value):
            part.wrong("", f'"{part.value}" is no list of widths.', "Write (min-width:62rem) 40vw, 100vw, for example.")
        else:
            yield frame, part.value


class _Part:
    """One map of the file under its dotted path; every reading notes what is wrong and goes on with what is usual."""

    def __init__(self, node: Node, path: str, problems: list[Problem]) -> None:
        self._node = node
        self._path = path
        self.problems = problems

    @property
    def value(self) -> str:
        """The text of a part that is no map."""
        return self._node.text.strip() if isinstance(self._node, Scalar) else ""

    def parts(self, key: str) -> list[tuple[str, "_Part"]]:
        """What stands under `key`, entry by entry."""
        found = self._node.get(key) if isinstance(self._node, NodeMap) else None
        if not isinstance(found, NodeMap):
            return []
        return [(each.key.text, _Part(each.node, f"{key}.{each.key.text}", self.problems)) for each in found.entries]

    def known(self, keys: tuple[str, ...]) -> None:
        """Note every key that is none of these."""
        if not isinstance(self._node, NodeMap):
            self.wrong("", "is no list of keys.", "Write key: value, a line each.")
            return
        for entry in self._node.entries:
            if entry.key.text not in keys:
                close = difflib.get_close_matches(entry.key.text, keys, n=1)
                fix = f"Did you mean {close[0]}?" if close else f"Known: {_list(keys)}."
                self.wrong(entry.key.text, "is no key of a theme.", fix, place=entry.key.place)

    def text(self, key: str) -> str:
        """The text under `key`, or nothing."""
        found = self._scalar(key)
        return found.text.strip() if found else ""

    def one_of(self, key: str, kinds: type[Kind], usual: Kind) -> Kind:
        """The member of `kinds` that is named under `key`."""
        named = self.text(key)
        if named in {kind.value for kind in kinds}:
            return kinds(named)
        if named:
            self.wrong(key, f'"{named}" is nothing a theme has.', f"Write one of {_list(kind.value for kind in kinds)}.")
        return usual

    def css(self, key: str, usual: str) -> str:
        """A value that goes into the page's style."""
        found = self.text(key) or usual
        if not _CSS_VALUE.fullmatch(found):
            self.wrong(key, f'"{found}" holds signs that do not belong into a value.', "Write a plain CSS value.")
            return usual
        return found

    def number(self, key: str, usual: float, *, low: float, high: float) -> float:
        """A number from `low` to `high`; a per cent sign is allowed."""
        written = self.text(key).removesuffix("%")
        try:
            number = float(written) if written else usual
        except ValueError:
            number = low - 1
        if not low <= number <= high:
            self.wrong(key, f'"{self.text(key)}" is no number from {low:g} to {high:g}.', f"Write {usual:g}, for example.")
            return usual
        return number

    def file(self, key: str, name: str, files: Collection[str]) -> None:
        """Note a file that is not in the theme."""
        if name and name not in files:
            self.wrong(key, f'"{name}" is not in the theme.', "Add the file, or name another one.")

    def wrong(self, key: str, message: str, fix: str, *, place: Place | None = None) -> None:
        """Note a problem."""
        field = ".".join(part for part in (self._path, key) if part)
        found = self._scalar(key)
        where = place or (found.place if found else self._node.place)
        self.problems.append(Problem(place=where, field=field, message=message, fix=fix))

    def _scalar(self, key: str) -> Scalar | None:
        found = self._node.get(key) if isinstance(self._node, NodeMap) else None
        return found if isinstance(found, Scalar) else None


def _face(face_id: str, part: _Part, files: dict[str, bytes]) -> Face:
    part.known(_FACE_KEYS)
    for key in ("latin", "latin_ext", "print", "advances", "figures"):
        part.file(key, part.text(key), files)
    for key in ("family", "latin", "advances"):
        if not part.text(key):
            part.wrong(key, "is missing.", "A face needs a family, a latin font file and a table of advances.")
    return Face(
        id=face_id,
        family=part.text("family"),
        latin=part.text("latin"),
        latin_ext=part.text("latin_ext"),
        print_file=part.text("print"),
        stack=part.css("stack", "system-ui,sans-serif"),
        weight=int(part.number("weight", 700, low=1, high=1000)),
        leading=part.css("leading", "1"),
        tracking=part.css("tracking", "0em"),
        size=part.number("size", 1.0, low=0.5, high=2.0),
        radius=part.css("radius", "0"),
        mean_width=part.number("mean_width", 0.5, low=0.2, high=1.2),
        stack_width=part.number("stack_width", 0.55, low=0.2, high=1.2),
        advances=_advances(part, files.get(part.text("advances"), b"")),
        stand_in=_stand_in(part),
        figures=part.text("figures"),
        figures_weight=int(part.number("figures_weight", 900, low=1, high=1000)),
    )


def _stand_in(part: _Part) -> StandIn | None:
    if not part.text("stand_in"):
        return None
    return StandIn(
        local=tuple(name.strip() for name in part.css("stand_in", "").replace('"', "").split(",")),
        size=part.number("stand_in_size", 100, low=30, high=300),
        ascent=part.number("stand_in_ascent", 100, low=30, high=300),
        descent=part.number("stand_in_descent", 25, low=0, high=200),
    )


def _advances(part: _Part, table: bytes) -> dict[str, float]:
    try:
        return faces.read_advances(table.decode("ascii"))
    except ValueError:
        part.wrong(
            "advances", "is no table of advances.", "Make it with scripts/make_fonts.py: a code point and a width a line."
        )
        return {}


def _list(names: Iterable[str]) -> str:
    return ", ".join(names)
