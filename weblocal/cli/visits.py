"""`weblocal visits`: record visits, one by one or from a file."""

import datetime as dt
import pathlib
import zoneinfo

import click

from weblocal import clock
from weblocal.cli import amounts, folders, settings, terminal
from weblocal.flows.workspace import open_workspace
from weblocal.model.services import Money
from weblocal.wording import local

EARLIEST = dt.date(2000, 1, 1)  # where the ledger's reports begin to count


@click.group(name="visits")
def command() -> None:
    """Visits: each time a person came to the business, or the business came to them."""


@command.command(
    name="add",
    epilog="""\b
Examples:
  weblocal visits add --phone "01632 960999" --what "Boiler service" --worth 95
  weblocal visits add --name "Ada Sample" --email ada@sample.example --on "2026-11-20 10:00\"""",
)
@folders.business_folder
@click.option("--name", default="", help="Who came.")
@click.option("--phone", default="", help="Their number.")
@click.option("--email", default="", help="Their mail address.")
@click.option("--on", "occurred", type=click.DateTime(["%Y-%m-%d %H:%M", "%Y-%m-%d"]), help="When; now when left out.")
@click.option("--what", default="", help="What it was.")
@click.option("--worth", type=amounts.Amount(most=1_000_000), help="What it brought in.")
def add(folder: pathlib.Path, occurred: dt.datetime | None, worth: float | None, **person: str) -> None:
    """Record one visit, confirmed. With no name, number or address it is a walk-in."""
    from weblocal.flows import visit

    now = clock.now()
    with open_workspace(folder, settings=settings.read_settings()) as workspace:
        zone = zoneinfo.ZoneInfo(workspace.business.zone)
        if occurred and not EARLIEST <= occurred.date() <= now.astimezone(zone).date():
            raise click.UsageError(f"--on {occurred:%Y-%m-%d} is not a day a visit can have been on, up to today.")
        currency = workspace.business.currency
        minor = round((worth or 0) * 10 ** local.currency_decimals(currency))
        money = Money(amount_minor=minor, currency=currency) if worth is not None else None
        described = visit.Described(occurred_at=occurred.replace(tzinfo=zone) if occurred else now, worth=money, **person)
        logged = visit.add(workspace, described, now=now)
    terminal.say_good("Logged.")
    for change in logged.changes:
        terminal.say(change)


@command.command(
    name="import",
    epilog="""\b
Example:
  weblocal visits import till.csv
\b
The file has a first line with names of columns, in any order:
  date, time, name, phone, email, worth, what, placement
The same file a second time changes nothing. An import brings no consent: nobody is mailed because of it.""",
)
@click.argument("file", type=click.Path(path_type=pathlib.Path, exists=True, dir_okay=False))
@folders.business_folder
def import_(file: pathlib.Path, folder: pathlib.Path) -> None:
    """Take visits from FILE, a list with commas or semicolons, as a till or a spreadsheet writes it."""
    from weblocal.flows import visit

    with open_workspace(folder, settings=settings.read_settings()) as workspace:
        done = visit.import_rows(workspace, file.read_bytes(), file=file.name, now=clock.now())
    for problem in done.problems:
        terminal.say_problem(problem)
    asked = f", {done.asked} to ask staff about" if done.asked else ""
    terminal.say_good(f"{done.added} visits added, {done.already_there} were there already{asked}.")
    if done.problems:
        terminal.say(
            f"{len(done.problems)} lines were left out. Mend them and import the file again: nothing is counted twice."
        )
        raise SystemExit(1)
