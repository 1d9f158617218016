"""`weblocal listing`: what map and listing platforms show of the business, kept in step with the profile."""

import dataclasses
import datetime as dt
import itertools
import json
import pathlib
from typing import TYPE_CHECKING

import click

from weblocal import clock
from weblocal.cli import folders, settings, terminal
from weblocal.flows.workspace import open_workspace

if TYPE_CHECKING:
    from weblocal.flows.holidays import Waiting
    from weblocal.flows.listing import Compared

PLATFORMS = ("google", "bing", "apple", "osm", "csv")
_DAY = click.DateTime(["%Y-%m-%d"])


@click.group(name="listing")
def command() -> None:
    """Google, Bing, Apple, OpenStreetMap: one profile, the same name, address, phone and hours everywhere."""


@command.command(
    name="export",
    short_help="Write the file or sheet a platform takes, and the steps there.",
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
    short_help="Say what Google shows otherwise than the profile.",
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
    for fix, differences in itertools.groupby(compared.differences, key=lambda difference: difference.fix):
        for difference in differences:
            terminal.say(difference.message)
        terminal.say(f"    {fix}")
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


@command.command(
    short_help="Decide on each coming holiday, and keep it.",
    epilog="""\b
Examples:
  weblocal listing holidays                     asks about each holiday of the next twelve months
  weblocal listing holidays --list --year 2027
  weblocal listing holidays --closed 2026-12-25 --closed 2026-12-26 --as-usual 2027-04-05
  weblocal listing holidays --open "2026-12-24 09:00-13:00\"""",
)
@folders.business_folder
@click.option("--year", type=click.IntRange(2000, 2100), help="Only the holidays of this year.")
@click.option("--list", "is_listing", is_flag=True, help="Show what waits for a decision, and change nothing.")
@click.option("--closed", multiple=True, type=_DAY, metavar="DATE", help="Shut on this date.")
@click.option("--as-usual", multiple=True, type=_DAY, metavar="DATE", help="Open on this date like any other such day.")
@click.option("--open", "opened", multiple=True, metavar='"DATE HOURS"', help="Other hours on this date.")
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", help="For --list: people or programs.")
def holidays(  # noqa: PLR0913 - one argument for each flag
    folder: pathlib.Path,
    *,
    year: int | None,
    is_listing: bool,
    closed: tuple[dt.datetime, ...],
    as_usual: tuple[dt.datetime, ...],
    opened: tuple[str, ...],
    form: str,
) -> None:
    """Decide on each coming holiday of the business in FOLDER; business.yaml keeps every decision as a dated line.

    Remarks, order and quotes of the file stay as they are. Page, calendar and every listing follow with the next build.
    """
    from weblocal.flows import holidays as holiday_flow

    with open_workspace(folder, settings=settings.read_settings()) as workspace:
        business = workspace.business
    today = clock.today(business.zone)
    waiting = holiday_flow.waiting(business, today=today, year=year or 0)
    if is_listing:
        _say_waiting(waiting, form)
        return
    decisions = _decided(closed, as_usual, opened, today)
    if not decisions:
        if not waiting:
            terminal.say_good(
                "Every coming holiday is decided." if business.hours.is_known else "There are no hours to change."
            )
            return
        decisions = _asked(waiting)
    changed = holiday_flow.decide(folder, business, decisions, today=today)
    for line in changed.lines:
        terminal.say(line)
    terminal.say_good(f"Decided on {len(decisions)}." if changed.lines else "Nothing was changed.")


def _say_waiting(waiting: "tuple[Waiting, ...]", form: str) -> None:
    if form == "json":
        rows = [{"date": each.on.isoformat(), "name": each.name, "usual": each.usual} for each in waiting]
        terminal.say(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for each in waiting:
        terminal.say(f"{each.on}  {each.weekday:<10} {each.name} (usually {each.usual})")
    if not waiting:
        terminal.say_good("Nothing waits for a decision.")


def _decided(
    closed: tuple[dt.datetime, ...], as_usual: tuple[dt.datetime, ...], opened: tuple[str, ...], today: dt.date
) -> dict[dt.date, str]:
    """What the flags decide; the same date twice is a mistake."""
    from weblocal.flows import holidays as holiday_flow

    said = [(day.date(), "closed") for day in closed] + [(day.date(), holiday_flow.AS_USUAL) for day in as_usual]
    for words in opened:
        date, _, times = words.strip().partition(" ")
        if not holiday_flow.is_decision(times):
            raise click.UsageError(f'--open "{words}" does not say when. Write "2026-12-24 09:00-13:00".')
        said.append((_DAY.convert(date, None, None).date(), times))
    for day, _ in said:
        if day < today:
            raise click.UsageError(f"{day} is over.")
        if sum(day == other for other, _ in said) > 1:
            raise click.UsageError(f"{day} is decided twice.")
    return dict(said)


def _asked(waiting: "tuple[Waiting, ...]") -> dict[dt.date, str]:
    """The decisions of the person at the keyboard; Enter leaves a day for later."""
    from weblocal.flows import holidays as holiday_flow

    def read(words: str) -> str:
        said = {"c": "closed", "u": holiday_flow.AS_USUAL, "usual": holiday_flow.AS_USUAL}.get(words.strip().lower(), words)
        if said.strip() and not holiday_flow.is_decision(said):
            raise click.UsageError(f'"{words}" is no decision. Write closed, as usual, or hours such as 09:00-13:00.')
        return said.strip()

    terminal.say("For each day: closed, as usual, or hours such as 09:00-13:00. Enter leaves it for later.")
    decisions = {}
    for each in waiting:
        question = f"{each.weekday} {each.on}, {each.name} (usually {each.usual})"
        answer = click.prompt(question, default="", value_proc=read, show_default=False, err=True)
        if answer:
            decisions[each.on] = str(answer)
    return decisions


@command.command(
    name="changed",
    epilog="""\b
Examples:
  weblocal listing changed                        the addresses whose words changed since you last told
  weblocal listing changed --format json > m.json the message that IndexNow takes:
  curl -H "Content-Type: application/json; charset=utf-8" -d @m.json https://api.indexnow.org/indexnow
  weblocal listing changed --done                 search engines know of them now""",
)
@folders.business_folder
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="For whom.")
@click.option("--done", "is_done", is_flag=True, help="Remember that search engines were told.")
def changed(folder: pathlib.Path, form: str, *, is_done: bool) -> None:
    """List the pages to tell search engines of: whose words the last build changed, and those that are gone.

    Nothing is sent. Bing, Yandex and others take such lists by IndexNow; Google reads the sitemap.
    """
    from weblocal.flows import publicity

    with open_workspace(folder, settings=settings.read_settings()) as workspace:
        news = publicity.news(workspace)
        if is_done:
            publicity.told(workspace)
    if form == "json":
        message = {"host": news.host, "key": news.key, "keyLocation": news.key_address, "urlList": list(news.addresses)}
        terminal.say(json.dumps(message, ensure_ascii=False, indent=1))
        return
    for address in news.addresses:
        terminal.say(address)
    terminal.say_aside(
        f"{len(news.addresses)} changed." if news.addresses else "Nothing changed since search engines were told."
    )
