"""`weblocal listing`: what map and listing platforms show of the business, kept in step with the profile."""

import dataclasses
import json
import pathlib
from typing import TYPE_CHECKING

import click

from weblocal import clock
from weblocal.cli import folders, settings, terminal
from weblocal.flows.workspace import open_workspace

if TYPE_CHECKING:
    from weblocal.flows.listing import Compared

PLATFORMS = ("google", "bing", "apple", "osm", "csv")


@click.group(name="listing")
def command() -> None:
    """Google, Bing, Apple, OpenStreetMap: one profile, the same name, address, phone and hours everywhere."""


@command.command(
    name="export",
    epilog="""\b
Examples:
  weblocal listing export google                       writes listing/google.csv, in Google's own columns
  weblocal listing export google --template mine.csv   fills the file you downloaded, in your account's wording
  weblocal listing export bing --template bing.xlsx    fills Bing's own template; without one, says the way through Google
  weblocal listing export apple                        a sheet to copy from, in the order of Apple's form
  weblocal listing export osm                          the tags for OpenStreetMap
  weblocal listing export bing --template bing.csv --column "Postal=postcode\"""",
)
@click.argument("platform", type=click.Choice(PLATFORMS))
@folders.business_folder
@click.option(
    "--template",
    type=click.Path(path_type=pathlib.Path, exists=True, dir_okay=False),
    help="The platform's own file, .csv or .xlsx, to be filled. It is left as it is.",
)
@click.option("--to", type=click.Path(path_type=pathlib.Path, dir_okay=False), help="Where to write; listing/ when left out.")
@click.option("--column", "columns", multiple=True, metavar="HEADING=MEANING", help="What a heading of the template means.")
def export(
    platform: str, folder: pathlib.Path, *, template: pathlib.Path | None, to: pathlib.Path | None, columns: tuple[str, ...]
) -> None:
    """Write the entry of the business for PLATFORM, and say what to do with it.

    A private street is in no file but Bing's, and there only beside a column that hides it.
    """
    from weblocal.flows import listing

    with open_workspace(folder, settings=settings.read_settings()) as workspace:
        today = clock.today(workspace.business.zone)
        done = listing.export(workspace, platform, today=today, template=template, to=to, learned=_learned(columns))
    if done.shown:
        terminal.say(done.shown)
    for finding in done.findings:
        terminal.say_finding(finding)
    if done.file:
        terminal.say_good(f"Wrote {done.file}")
    if done.steps:
        terminal.say("\nNow:")
    for number, step in enumerate(done.steps, 1):
        terminal.say(f"  {number}. {step}")


def _learned(columns: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    from weblocal.flows import listing

    pairs = tuple((heading.strip(), meaning.strip()) for heading, _, meaning in (pair.rpartition("=") for pair in columns))
    for heading, meaning in pairs:
        if not heading or meaning not in listing.MEANINGS:
            known = ", ".join(listing.MEANINGS)
            raise click.UsageError(f'--column "{heading}={meaning}" does not say what a heading means. Meanings: {known}.')
    return pairs


@command.command(
    epilog="""\b
Examples:
  weblocal listing drift google-export.csv
  weblocal listing drift google-export.csv --format json""",
)
@click.argument("file", metavar="EXPORT", type=click.Path(path_type=pathlib.Path, exists=True, dir_okay=False))
@folders.business_folder
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", help="For people or for programs.")
def drift(file: pathlib.Path, folder: pathlib.Path, *, form: str) -> None:
    """Compare EXPORT, the file you downloaded from Google, with the profile, and say what differs and where to change it.

    Holidays of the next 45 days on which nobody has decided are named too. Leaves with 0 when nothing is to be done, else 1.
    """
    from weblocal.flows import listing

    with open_workspace(folder, settings=settings.read_settings()) as workspace:
        business = workspace.business
        compared = listing.compare(workspace, file, today=clock.today(business.zone))
    if form == "json":
        terminal.say(json.dumps(_as_json(compared), ensure_ascii=False, indent=2))
    else:
        _say_compared(compared, business.name)
    if not compared.is_in_step:
        raise SystemExit(1)


def _say_compared(compared: "Compared", name: str) -> None:
    for difference in compared.differences:
        terminal.say(f"{difference.message}\n    {difference.fix}")
    for holiday in compared.undecided:
        terminal.say(f"{holiday.on} {holiday.name}: nobody has decided whether you open.")
    if compared.undecided:
        terminal.say("    Decide: weblocal listing holidays")
    if compared.is_in_step:
        terminal.say_good(f"{name}: {compared.platform} and the profile say the same.")
    elif compared.differences:
        count = len(compared.differences)
        terminal.say_strong(f"{name}: {count} difference{'' if count == 1 else 's'} to {compared.platform}.")


def _as_json(compared: "Compared") -> dict[str, object]:
    """For programs; the names are part of the agreement."""
    return {
        "platform": compared.platform,
        "in_step": compared.is_in_step,
        "differences": [dataclasses.asdict(difference) for difference in compared.differences],
        "undecided_holidays": [{"date": holiday.on.isoformat(), "name": holiday.name} for holiday in compared.undecided],
    }
