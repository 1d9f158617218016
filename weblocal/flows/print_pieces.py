"""Print: placements → artwork → PDF, read back as a telephone would, and only then laid in the folder for the printer."""

import datetime as dt
import difflib
import pathlib

from weblocal.disk import locking, single_file, tree
from weblocal.errors import NotFound, ProblemsFound, ThemeInvalid
from weblocal.flows.workspace import Workspace
from weblocal.model.placements import Placement
from weblocal.model.problems import Finding, Severity
from weblocal.model.records import record
from weblocal.press import decoding, typesetting
from weblocal.press.typesetting import Font
from weblocal.printkit import pieces, preflight
from weblocal.printkit.pieces import BLEED_MM, PieceSource

FOLDER = "print"
OWN_FONTS = "fonts"
# far below what a printer draws: what can be read at this is read from paper
PROOF_DPI = 150
_FONT_ENDINGS = (".ttf", ".otf")


@record
class MadePiece:
    """A piece that lies ready for the printer: its file, size with and without bleed, and what its code says, read back."""

    placement: Placement
    path: pathlib.Path
    width_mm: float
    height_mm: float
    bleed_mm: float
    says: str
    changed: bool
    findings: tuple[Finding, ...]


@record
class PrintRun:
    """What came of one run: pieces made, and for those that were not, why."""

    made: tuple[MadePiece, ...]
    refused: tuple[Finding, ...]


def make(
    workspace: Workspace, *, today: dt.date, placement_ids: tuple[str, ...] = (), to: pathlib.Path | None = None
) -> PrintRun:
    """Make the pieces of these placements (none named = all that have one); one that fails never stops the others."""
    chosen = _chosen(workspace, placement_ids)
    folder, fonts = to or workspace.folder / FOLDER, _own_fonts(workspace)
    made: list[MadePiece] = []
    refused: list[Finding] = []
    with locking.hold(workspace.state_folder, purpose="print"):
        for placement in chosen:
            try:
                found = _made(workspace, placement, folder=folder, fonts=fonts, today=today)
            except ThemeInvalid:
                raise
            except ProblemsFound as problem:
                refused.append(_refusal(placement, problem))
                continue
            if isinstance(found, MadePiece):
                made.append(found)
            else:
                refused.extend(found)
    return PrintRun(made=tuple(made), refused=tuple(refused))


def picture(workspace: Workspace, placement: Placement, *, dpi: int) -> bytes:
    """One piece as a PNG for a screen, with its bleed; nothing is written. Raises ProblemsFound when it cannot be set."""
    piece = pieces.of_placement(placement, workspace.business, workspace.theme)
    files = {file.name: file.content for file in piece.files}
    fonts = _fonts(piece, workspace, _own_fonts(workspace))
    return typesetting.png(piece.template, files=files, values=dict(piece.values), fonts=fonts, dpi=dpi)


def printable(workspace: Workspace) -> tuple[Placement, ...]:
    """The placements that have a piece to print."""
    return tuple(placement for placement in workspace.business.placements if placement.piece)


def link(workspace: Workspace, placement: Placement) -> str:
    """What the code of a placement says."""
    return pieces.link(placement, workspace.business)


def _chosen(workspace: Workspace, placement_ids: tuple[str, ...]) -> tuple[Placement, ...]:
    if not placement_ids:
        found = printable(workspace)
        if not found:
            raise NotFound(
                "The profile has no piece to print.",
                fix="Write under placements: counter: {name: Card on our counter, piece: counter_card, goes_to: home}",
            )
        return found
    by_id = {placement.id: placement for placement in workspace.business.placements}
    for each in placement_ids:
        if each not in by_id:
            near = difflib.get_close_matches(each, by_id, n=1)
            known = ", ".join(placement.id for placement in printable(workspace)) or "none"
            hint = f"Did you mean {near[0]}?" if near else f"There are: {known}."
            raise NotFound(f"The profile has no placement {each}.", fix=hint)
    return tuple(by_id[each] for each in dict.fromkeys(placement_ids))


def _made(
    workspace: Workspace, placement: Placement, *, folder: pathlib.Path, fonts: tuple[Font, ...], today: dt.date
) -> MadePiece | tuple[Finding, ...]:
    """The piece, laid in `folder`, or the findings that stopped it."""
    piece = pieces.of_placement(placement, workspace.business, workspace.theme)
    artwork, proof = _set(piece, workspace, fonts)
    findings = preflight.check(piece, placement, workspace.business, read_back=decoding.read_codes(proof), today=today)
    if any(finding.severity is Severity.ERROR for finding in findings):
        return findings
    path = folder / f"{piece.name}.pdf"
    return MadePiece(
        placement=placement,
        path=path,
        width_mm=piece.sheet.width_mm,
        height_mm=piece.sheet.height_mm,
        bleed_mm=BLEED_MM,
        says=piece.says,
        changed=single_file.write_file(path, artwork),
        findings=findings,
    )


def _set(piece: PieceSource, workspace: Workspace, own_fonts: tuple[Font, ...]) -> tuple[bytes, bytes]:
    """The PDF, and a picture of the same sheet to read the code back from."""
    files = {file.name: file.content for file in piece.files}
    fonts = _fonts(piece, workspace, own_fonts)
    values = dict(piece.values)
    artwork = typesetting.pdf(piece.template, files=files, values=values, fonts=fonts)
    proof = typesetting.png(piece.template, files=files, values=values, fonts=fonts, dpi=PROOF_DPI)
    return artwork, proof


def _fonts(piece: PieceSource, workspace: Workspace, own_fonts: tuple[Font, ...]) -> tuple[Font, ...]:
    return (*(Font(name=name, content=workspace.theme.read(name)) for name in piece.fonts), *own_fonts)


def _own_fonts(workspace: Workspace) -> tuple[Font, ...]:
    """The owner's fonts, for letters that the theme's fonts lack."""
    folder = workspace.folder / OWN_FONTS
    if not folder.is_dir():
        return ()
    files = tree.read_tree(folder)
    names = sorted(name for name in files.names if name.lower().endswith(_FONT_ENDINGS))
    return tuple(Font(name=f"{OWN_FONTS}/{name}", content=files.read(name)) for name in names)


def _refusal(placement: Placement, problem: ProblemsFound) -> Finding:
    return Finding(rule="artwork", severity=Severity.ERROR, page=placement.id, message=problem.message, fix=problem.fix)
