"""`weblocal new`: a business folder from a few answers."""

import pathlib

import click

from weblocal import clock
from weblocal.cli import settings, terminal
from weblocal.errors import WeblocalError
from weblocal.flows import build, new
from weblocal.flows.workspace import open_workspace

# flag, question, answer when Enter is pressed ("" = may be left out, None = must be answered)
QUESTIONS: tuple[tuple[str, str, str | None], ...] = (
    ("name", "What is the business called?", None),
    ("trade", "What is its trade?", None),
    ("phone", "Which number do customers ring?", None),
    ("email", "Where do mails to the business go?", None),
    ("website", "What will the site's address be? (https://…)", None),
    ("street", "Street and number (Enter to leave out)", ""),
    ("town", "Town", None),
    ("postcode", "Postcode (Enter to leave out)", ""),
    ("country", "Country, two letters", "GB"),
    ("hours", "Opening hours, such as monday-friday 08:00-17:00 (Enter to leave out)", ""),
    ("colour", "One brand colour", "#0b5fa5"),
)


@click.command(
    epilog="""\b
Examples:
  weblocal new salon
  weblocal new salon --name "Salon Ada" --trade salon --phone "01632 960123" --email hello@salon.example \\
    --website https://salon.example --town Milton --country GB --no-input"""
)
@click.argument("folder", type=click.Path(path_type=pathlib.Path))
@click.option(
    "--no-input", "is_silent", is_flag=True, help="Ask nothing: what has no flag is left out, or missing is an error."
)
@click.option("--name", help="What the business is called.")
@click.option("--trade", help="Its trade, such as plumber, cafe or salon.")
@click.option("--phone", help="The number customers ring.")
@click.option("--email", help="Where mails to the business go.")
@click.option("--website", help="The site's address, https://…")
@click.option("--street", help="Street and number.")
@click.option("--town", help="Town.")
@click.option("--postcode", help="Postcode.")
@click.option("--country", help="Country, two letters.")
@click.option("--hours", help='Opening hours, such as "monday-friday 08:00-17:00".')
@click.option("--colour", help="One brand colour, such as #0b5fa5.")
def command(folder: pathlib.Path, *, is_silent: bool, **given: str | None) -> None:
    """Begin a business in FOLDER: asks a few things, writes business.yaml, builds the first site."""
    new.refuse_existing(folder)
    target = new.begin(folder, _answers(given, is_silent=is_silent))
    terminal.say_good(f"Wrote {target}")
    try:
        with open_workspace(folder, settings=settings.read_settings()) as workspace:
            built = build.build(workspace, today=clock.today(workspace.business.zone))
    except WeblocalError:
        terminal.say(f"It needs a change before it can be built. Edit {target}, then run: weblocal build {folder}")
        raise
    terminal.say_good(f"Built {built.page_count} pages in {built.folder}")
    terminal.say(f"Look at it:  weblocal serve {folder}\nGo on with:  {target}")


def _answers(given: dict[str, str | None], *, is_silent: bool) -> new.Answers:
    answers: dict[str, str] = {}
    for flag, question, usual in QUESTIONS:
        value = given.get(flag)
        if value is None and is_silent and usual is None:
            raise click.UsageError(f"--{flag} is missing. Give it, or leave out --no-input to be asked.")
        if value is None and not is_silent:
            value = _ask(flag, question, usual)
        answers[flag] = (usual or "") if value is None else value
    return new.Answers(**answers)


def _ask(flag: str, question: str, usual: str | None) -> str:
    kind = click.Choice(new.known_trades()) if flag == "trade" else None
    return str(click.prompt(question, default=usual, type=kind, show_default=bool(usual), err=True))
