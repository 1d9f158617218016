"""`weblocal doctor`: what is wrong with the set-up."""

import pathlib

import click

from weblocal.cli import folders, settings, terminal
from weblocal.flows import doctor
from weblocal.flows.doctor import Health
from weblocal.flows.workspace import open_workspace

_SIGNS = {Health.WELL: ("ok  ", "green"), Health.NOTE: ("note", "yellow"), Health.ILL: ("ill ", "red")}


@click.command(
    epilog="""\b
Example:
  weblocal doctor salon"""
)
@folders.business_folder
@click.option("--settings", "is_listing", is_flag=True, help="List what weblocal takes from the environment.")
def command(folder: pathlib.Path, *, is_listing: bool) -> None:
    """Examine the set-up of the business in FOLDER: Python, disk, ledger, mail, desk, host, print."""
    if is_listing:
        for name, words in settings.VARIABLES:
            terminal.say(f"{name:<26} {words}")
        return
    with open_workspace(folder, settings=settings.read_settings()) as workspace:
        examined = doctor.examine(workspace)
    for part in examined:
        sign, colour = _SIGNS[part.health]
        cure = f" {part.cure}" if part.cure else ""
        terminal.say(f"{click.style(sign, fg=colour)}  {part.part:<7} {part.words}{cure}")
    if any(part.health is Health.ILL for part in examined):
        raise SystemExit(1)
