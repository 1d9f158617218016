"""`weblocal build`: the site, from business.yaml."""

import pathlib

import click

from weblocal import clock
from weblocal.cli import folders, settings, terminal
from weblocal.flows import rebuild
from weblocal.model.problems import Severity
from weblocal.model.site import TreeChanges


@click.command(
    epilog="""\b
Examples:
  weblocal build                       the business in this folder, into public/
  weblocal build salon --to /srv/www   somewhere else"""
)
@folders.business_folder
@click.option("--to", type=click.Path(path_type=pathlib.Path), help="The folder to build into, instead of public/.")
@click.option("--list", "is_listing", is_flag=True, help="Name every file that changed.")
def command(folder: pathlib.Path, to: pathlib.Path | None, *, is_listing: bool) -> None:
    """Build the site of the business in FOLDER.

    Nothing is written when the profile has a problem, and the old site stands until the new one is whole.
    """
    started = clock.monotonic()
    built = rebuild.build_folder(folder, settings=settings.read_settings(), to=to)
    for finding in built.findings:
        if finding.severity is Severity.WARNING:
            terminal.say_finding(finding)
    if is_listing:
        say_changes(built.changes)
    seconds = clock.monotonic() - started
    terminal.say_good(f"{built.page_count} pages in {built.folder}, {summary(built.changes)}, {seconds:.2f} s")


def say_changes(changes: TreeChanges) -> None:
    """One line per file that is new, changed or gone."""
    for sign, names in (("+", changes.added), ("~", changes.changed), ("-", changes.removed)):
        for name in names:
            terminal.say(f"  {sign} {name}")


def summary(changes: TreeChanges) -> str:
    """What changed, in a few words."""
    if not (changes.added or changes.changed or changes.removed):
        return "nothing changed"
    told = (("new", changes.added), ("changed", changes.changed), ("gone", changes.removed))
    return ", ".join(f"{len(names)} {word}" for word, names in told if names)
