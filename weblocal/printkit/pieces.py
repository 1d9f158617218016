"""Pieces ready for the press: a placement, its business and a theme become a template, artwork, code and texts."""

import dataclasses
import re
from collections.abc import Mapping

from weblocal.codes import qr
from weblocal.errors import ProblemsFound
from weblocal.model import urls
from weblocal.model.business import Business
from weblocal.model.placements import PieceKind, Placement
from weblocal.model.records import record
from weblocal.printkit import words
from weblocal.theming import artwork, painting, palette
from weblocal.theming.faces import Face
from weblocal.theming.palette import Scheme
from weblocal.theming.theme import Theme
from weblocal.wording import local

PARTS = "print/parts.typ"
BLEED_MM = 3.0
_PLACED = re.compile(r"(translate\([^)]*\))")


@record
class Sheet:
    """What a kind of piece measures, in millimetres after trimming; its template draws the same figures."""

    width_mm: float
    height_mm: float
    code_mm: float
    least_module_mm: float
    columns: int
    rows: int


SHEETS: Mapping[PieceKind, Sheet] = {
    PieceKind.COUNTER_CARD: Sheet(width_mm=105, height_mm=148, code_mm=33, least_module_mm=0.5, columns=8, rows=4),
    PieceKind.POSTER_A3: Sheet(width_mm=297, height_mm=420, code_mm=67, least_module_mm=1.5, columns=8, rows=3),
}


@record
class PieceFile:
    """A file that the template reads."""

    name: str
    content: bytes


@record
class PieceSource:
    """One piece before the press. `values` are the template's texts by name; `says` is what its code must say when read back.

    `dark` and `light` are the colours of the code; `fonts` names font files of the theme.
    """

    placement_id: str
    name: str
    sheet: Sheet
    template: str
    files: tuple[PieceFile, ...]
    values: tuple[tuple[str, str], ...]
    fonts: tuple[str, ...]
    headline: str
    says: str
    module_mm: float
    dark: str
    light: str


def of_placement(placement: Placement, business: Business, theme: Theme) -> PieceSource:
    """The piece a placement asks for; raises ProblemsFound when it asks for none, NotFound when the theme has no template."""
    if placement.piece is None:
        raise ProblemsFound(
            f"{placement.name} has no piece to print.",
            fix=f"Write piece: counter_card or piece: poster_a3 under placements.{placement.id}.",
        )
    sheet, address = SHEETS[placement.piece], link(placement, business)
    scheme, face = palette.from_brand(business.brand.colour).light, theme.face(business.trade.tiles)
    said = words.of_placement(placement, business)
    modules = qr.modules(address).size
    return PieceSource(
        placement_id=placement.id,
        name=f"{placement.id}_{placement.piece.value}".replace("_", "-"),
        sheet=sheet,
        template=theme.read(f"print/{placement.piece.value}.typ").decode("utf-8"),
        files=_files(business, sheet, scheme, address=address, parts=theme.read(PARTS)),
        values=(
            *((field.name, getattr(said, field.name)) for field in dataclasses.fields(said)),
            ("short", short(address)),
            ("code_says", address),
            ("code_quiet", f"{qr.QUIET / modules:.6f}"),
            ("title", f"{business.name}: {said.headline}"),
            ("lang", business.language.split("-", maxsplit=1)[0].lower()),
            ("dir", local.direction(business.language)),
            *_look(scheme, face),
        ),
        fonts=(*theme.print_text, face.print_file),
        headline=said.headline,
        says=address,
        module_mm=sheet.code_mm / modules,
        dark=scheme.ink,
        light=scheme.paper,
    )


def link(placement: Placement, business: Business) -> str:
    """The address in a placement's code: on the business's own domain, so that it can lead elsewhere one day."""
    return business.website.rstrip("/") + urls.short_link(placement.code)


def short(address: str) -> str:
    """An address as people type it."""
    return address.removeprefix("https://").removeprefix("http://")


def _files(business: Business, sheet: Sheet, scheme: Scheme, *, address: str, parts: bytes) -> tuple[PieceFile, ...]:
    wall = artwork.wall(business.trade.tiles, business.name, columns=sheet.columns, rows=sheet.rows)
    return (
        PieceFile(name="parts.typ", content=parts),
        PieceFile(name="wall.svg", content=_trapped(painting.as_fixed(wall, scheme)).encode("utf-8")),
        PieceFile(name="code.svg", content=qr.svg(address, dark=scheme.ink, light=scheme.paper).encode("utf-8")),
    )


def _trapped(drawing: str) -> str:
    """The wall with every tile a hair larger, so that no light shows between tiles that meet (printers call it trapping)."""
    return _PLACED.sub(r"\1scale(1.006)", drawing)


def _look(scheme: Scheme, face: Face) -> tuple[tuple[str, str], ...]:
    return (
        *((name, getattr(scheme, name)) for name in ("plate", "on", "paper", "ink", "mute", "link")),
        ("face", face.family),
        ("face_weight", str(face.weight)),
        ("face_leading", face.leading),
        ("face_tracking", face.tracking.removesuffix("em")),
        ("face_size", str(face.size)),
    )
