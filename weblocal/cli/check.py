"""`weblocal check`: everything that is wrong or could be better."""

import pathlib

import click

from weblocal import clock
from weblocal.cli import folders, settings, terminal
from weblocal.flows import check
from weblocal.flows.workspace import Workspace, open_workspace


@click.command(
    epilog="""\b
Examples:
  weblocal check              this folder
  weblocal check --explain    and where each value came from: you, the trade pack, or the defaults"""
)
@folders.business_folder
@click.option("--explain", "is_explaining", is_flag=True, help="Show the source of every value.")
def command(folder: pathlib.Path, *, is_explaining: bool) -> None:
    """Check the business in FOLDER and change nothing.

    Leaves with 0 when it could be published, with 1 when something must be put right first.
    """
    with open_workspace(folder, settings=settings.read_settings()) as workspace:
        if is_explaining:
            _explain(workspace)
        checked = check.check(workspace, today=clock.today(workspace.business.zone))
        name = workspace.business.name
    for notice in checked.notices:
        terminal.say_problem(notice)
    for finding in checked.findings:
        terminal.say_finding(finding)
    if checked.error_count:
        terminal.say_strong(f"{name}: {checked.error_count} to put right before it can be published.")
        raise SystemExit(1)
    remarks = len(checked.notices) + len(checked.findings)
    terminal.say_good(
        f"{name}: {checked.page_count} pages, nothing in the way of publishing" + (f", {remarks} remarks." if remarks else ".")
    )


def _explain(workspace: Workspace) -> None:
    for origin in workspace.origins:
        terminal.say(f"{origin.path}: {origin.value}  [{origin.origin}]")
