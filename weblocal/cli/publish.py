"""`weblocal publish`: the built site, where people can reach it."""

import pathlib

import click

from weblocal import clock
from weblocal.cli import build, folders, settings, terminal
from weblocal.flows import publish
from weblocal.flows.workspace import open_workspace


@click.command(
    epilog="""\b
Examples:
  weblocal publish                    to the host that business.yaml names
  weblocal publish --to /srv/www      to a folder, just this once
\b
In business.yaml:
  host: {kind: folder, folder: ../site}
  host: {kind: git_branch, remote: "git@github.com:you/site.git", branch: gh-pages}"""
)
@folders.business_folder
@click.option("--to", type=click.Path(path_type=pathlib.Path), help="A folder to publish to, instead of the profile's host.")
def command(folder: pathlib.Path, to: pathlib.Path | None) -> None:
    """Build the business in FOLDER and publish it, all at once or not at all."""
    with open_workspace(folder, settings=settings.read_settings()) as workspace:
        terminal.say_aside("Building and checking first.")
        done = publish.publish(workspace, now=clock.now(), today=clock.today(workspace.business.zone), to=to)
    build.say_changes(done.changes)
    if count := done.unapproved_count:
        texts = "1 starter text is" if count == 1 else f"{count} starter texts are"
        terminal.say_aside(f"{texts} on it that you have not approved. Read them: weblocal approve")
    terminal.say_good(f"Published to {done.where}: {build.summary(done.changes)}.")
