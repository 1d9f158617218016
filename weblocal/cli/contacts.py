"""`weblocal contacts`: stop the mails to a person who asked for it by word of mouth or by mail."""

import pathlib

import click

from weblocal import clock
from weblocal.cli import folders, settings, terminal
from weblocal.flows.workspace import open_workspace


@click.group(name="contacts")
def command() -> None:
    """The people in the book."""


@command.command(
    name="unsubscribe",
    epilog="""\b
Examples:
  weblocal contacts unsubscribe ada@sample.example
  weblocal contacts unsubscribe "01632 960999" --stream offers""",
)
@click.argument("person")
@folders.business_folder
@click.option("--stream", default="", help="Only this kind of mail; every kind when left out.")
def unsubscribe(person: str, folder: pathlib.Path, stream: str) -> None:
    """Stop the mails to PERSON: a mail address, the end of a number, or part of a name."""
    from weblocal.flows import finding
    from weblocal.flows import unsubscribe as stopping

    with open_workspace(folder, settings=settings.read_settings()) as workspace:
        streams = sorted(each.id for each in workspace.business.streams)
        if stream and stream not in streams:
            raise click.UsageError(f"There is no kind of mail called {stream}. There are: {', '.join(streams)}.")
        contact = finding.find_one(workspace, person)
        stopping.stop(workspace, contact, stream, now=clock.now())
    whom = contact.name or "somebody without a name"
    terminal.say_good(f"Stopped the mails to {whom}. What was waiting to be sent to them is withheld.")
