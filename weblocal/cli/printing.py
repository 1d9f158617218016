"""`weblocal print`: cards and posters as PDF, each with a code that has been read back."""

import pathlib

import click

from weblocal import clock
from weblocal.cli import folders, settings, terminal
from weblocal.errors import ProblemsFound
from weblocal.flows import print_pieces
from weblocal.flows.print_pieces import MadePiece
from weblocal.flows.workspace import Workspace, open_workspace


@click.command(
    name="print",
    epilog="""\b
Examples:
  weblocal print                      every card and poster of this business, into print/
  weblocal print --only counter       one of them
  weblocal print --to ~/Desktop       into another folder
  weblocal print --list               what there is to print, and where each code leads
\b
In business.yaml:
  placements:
    counter: {name: Card on our counter, piece: counter_card, goes_to: home}
    window: {name: Poster in the window, piece: poster_a3, goes_to: offer first_visit}""",
)
@folders.business_folder
@click.option("--only", multiple=True, metavar="ID", help="The placement to print, by its short name; may be given again.")
@click.option("--to", type=click.Path(path_type=pathlib.Path), help="The folder for the PDFs, instead of print/.")
@click.option("--list", "is_list", is_flag=True, help="Say what there is to print, and print nothing.")
def command(folder: pathlib.Path, only: tuple[str, ...], to: pathlib.Path | None, *, is_list: bool) -> None:
    """Make the cards and posters of the business in FOLDER as PDF: true size, 3 mm bleed, fonts inside, code read back."""
    with open_workspace(folder, settings=settings.read_settings()) as workspace:
        if is_list:
            _say_list(workspace)
            return
        today = clock.today(workspace.business.zone)
        run = print_pieces.make(workspace, today=today, placement_ids=only, to=to)
    for piece in run.made:
        _say_piece(piece)
    for finding in run.refused:
        terminal.say_finding(finding)
    stopped = len({finding.page for finding in run.refused})
    if stopped:
        raise ProblemsFound(f"{stopped} piece{'' if stopped == 1 else 's'} not made. What was there before is untouched.")
    terminal.say_good(f"{len(run.made)} piece{'' if len(run.made) == 1 else 's'} ready for the printer.")


def _say_piece(piece: MadePiece) -> None:
    terminal.say_strong(str(piece.path) + ("" if piece.changed else " (as before)"))
    bleed = f"{piece.width_mm + 2 * piece.bleed_mm:g} × {piece.height_mm + 2 * piece.bleed_mm:g}"
    terminal.say(f"  {piece.placement.name}: {piece.width_mm:g} × {piece.height_mm:g} mm, {bleed} mm with bleed")
    terminal.say(f"  the code says {piece.says} (read back)")
    for finding in piece.findings:
        terminal.say_finding(finding)


def _say_list(workspace: Workspace) -> None:
    for placement in print_pieces.printable(workspace):
        terminal.say_strong(placement.id)
        terminal.say(f"  {placement.name}, {str(placement.piece).replace('_', ' ')}: {print_pieces.link(workspace, placement)}")
