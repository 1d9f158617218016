"""A checked theme as bytes that can be kept, and back: what was read from its settings and styles, without the files themselves.

Reading the settings again takes longer than most builds take over a page. What is kept counts only for exactly the same files,
and it is plain values: nothing in it can run.
"""

import dataclasses
import marshal
from collections.abc import Mapping

from weblocal.model.pictures import Ground
from weblocal.model.site import ArtworkKind, FieldKind, HeroKind
from weblocal.theming.faces import Face, StandIn
from weblocal.theming.theme import Theme, ThemeFile

_KINDS = ("logo_on", "hero", "artwork", "field")
# its files are there to be read, its code is kept beside this, and the others are made of more than plain values
_APART = frozenset({"files", "code", "faces", *_KINDS})
_PLAIN = tuple(field.name for field in dataclasses.fields(Theme) if field.name not in _APART)


def written(theme: Theme) -> bytes:
    """Everything about `theme` but the bytes of its files and its code."""
    values = {name: getattr(theme, name) for name in _PLAIN}
    kinds = {name: getattr(theme, name).value for name in _KINDS}
    faces = [dataclasses.asdict(face) for face in theme.faces]
    return marshal.dumps((values, kinds, faces, [file.name for file in theme.files]))


def read(kept: bytes, files: Mapping[str, bytes]) -> Theme:
    """The theme again; raises ValueError, TypeError, KeyError or EOFError for what `written` never wrote."""
    values, kinds, faces, names = marshal.loads(kept)  # noqa: S302 - plain data alone: no code is made of it here
    return Theme(
        **values,
        logo_on=Ground(kinds["logo_on"]),
        hero=HeroKind(kinds["hero"]),
        artwork=ArtworkKind(kinds["artwork"]),
        field=FieldKind(kinds["field"]),
        faces=tuple(map(_face, faces)),
        files=tuple(ThemeFile(name=name, content=files[name]) for name in names),
    )


def _face(values: dict[str, object]) -> Face:
    stand_in = values.pop("stand_in")
    return Face(**values, stand_in=StandIn(**stand_in) if isinstance(stand_in, dict) else None)  # type: ignore[arg-type]  # of a Face
