"""`weblocal nurture`: send what is due, see beforehand what would be sent, and why."""

import datetime as dt
import pathlib
import threading
import zoneinfo
from typing import TYPE_CHECKING

import click

from weblocal import clock
from weblocal.cli import amounts, folders, settings, terminal
from weblocal.flows.workspace import open_workspace

if TYPE_CHECKING:
    from weblocal.flows.send import Summary

MOST_DAYS = 3650


@click.group(name="nurture")
def command() -> None:
    """Mails that go at the right moment, and change course when somebody walks in."""


@command.command(
    name="run",
    epilog="""\b
Examples:
  weblocal nurture run            send what is due now, and stop
  weblocal nurture run --watch    keep sending until Ctrl-C""",
)
@folders.business_folder
@click.option("--watch", "keeps_on", is_flag=True, help="Keep sending until Ctrl-C.")
@click.option("--limit", default=1000, show_default=True, type=click.IntRange(1), help="At most this many mails in one go.")
def run(folder: pathlib.Path, *, keeps_on: bool, limit: int) -> None:
    """Send what is due. Each message goes at most once; what could not be sent is said with its reason."""
    from weblocal.flows import send

    with open_workspace(folder, settings=settings.read_settings()) as workspace:
        zone = workspace.business.zone
        if keeps_on:
            terminal.say_aside("Sending what falls due. Ctrl-C stops.")
            send.keep_sending(
                workspace,
                stopped=threading.Event(),
                told=lambda summary: _say_if_any(summary, zone),
                failed=lambda e: terminal.say_aside(str(e)),
            )
            return
        transport = workspace.transport()
        try:
            summary = send.run(workspace, transport, now=clock.now(), limit=limit)
        finally:
            transport.close()
    _say(summary, zone)


@command.command(
    name="simulate",
    epilog="""\b
Examples:
  weblocal nurture simulate                             somebody sends the first form now
  weblocal nurture simulate --form quote --visit 3      and comes three days later
  weblocal nurture simulate --days 90 --no-consent""",
)
@folders.business_folder
@click.option("--form", "form_id", default="", help="The form they send; the first one of the profile when left out.")
@click.option(
    "--visit",
    "visits",
    multiple=True,
    type=amounts.Amount(most=MOST_DAYS),
    metavar="DAYS",
    help="They come this many days later; more than once is fine.",
)
@click.option(
    "--unsubscribe",
    "unsubscribes",
    type=amounts.Amount(most=MOST_DAYS),
    metavar="DAYS",
    help="They press stop this many days later.",
)
@click.option("--no-consent", is_flag=True, help="They do not tick the box.")
@click.option("--days", default=60, show_default=True, type=click.IntRange(1, MOST_DAYS), help="How far to look ahead.")
def simulate(folder: pathlib.Path, form_id: str, visits: tuple[float, ...], unsubscribes: float | None, **more: object) -> None:
    """Show every mail an imagined person would get, when, and which rule caused it. Nothing is sent and nothing is kept."""
    from weblocal.flows import simulate as rehearsal

    with open_workspace(folder, settings=settings.read_settings()) as workspace:
        start = clock.now().replace(second=0, microsecond=0)
        forms = workspace.business.forms
        imagined = rehearsal.Imagined(
            form_id=form_id or (forms[0].id if forms else ""),
            lead_at=start,
            visits_at=tuple(start + dt.timedelta(days=days) for days in visits),
            unsubscribes_at=start + dt.timedelta(days=unsubscribes) if unsubscribes is not None else None,
            agrees=not more["no_consent"],
        )
        until = start + dt.timedelta(days=int(str(more["days"])))
        lines = rehearsal.simulate(workspace, imagined, until=until)
    for line in lines:
        because = f"  ({line.because})" if line.because else ""
        terminal.say(f"{line.local:%a %d %b %Y %H:%M}  {line.kind.value.replace('_', ' '):<8}  {line.words}{because}")


@command.command(
    name="why",
    epilog="""\b
Example:
  weblocal nurture why "Ada"        part of a name, or the end of a number""",
)
@click.argument("person")
@folders.business_folder
def why(person: str, folder: pathlib.Path) -> None:
    """Say of every mail to PERSON why it was sent, or why not."""
    from weblocal.flows import why as explaining

    with open_workspace(folder, settings=settings.read_settings()) as workspace:
        zone = zoneinfo.ZoneInfo(workspace.business.zone)
        for line in explaining.why(workspace, person):
            terminal.say(f"{line.at.astimezone(zone):%a %d %b %Y %H:%M}  {line.words}")


def _say(summary: "Summary", zone: str) -> None:
    from weblocal.flows import desk_words

    told = (
        ("sent", summary.accepted),
        ("alerts to you", summary.alerts),
        ("refused", summary.refused),
        ("unknown (never sent again by itself)", summary.unknown),
        ("tried again later", summary.tried_again_later),
        ("withheld", summary.withheld),
        ("deferred", summary.deferred),
    )
    words = ", ".join(f"{count} {word}" for word, count in told if count)
    terminal.say_good(words or "Nothing was due.")
    if summary.next_due_at:
        day = desk_words.long_day(desk_words.local(summary.next_due_at, zone).date())
        terminal.say(f"The next thing falls due on {day} at {desk_words.clock_time(summary.next_due_at, zone)}.")


def _say_if_any(summary: "Summary", zone: str) -> None:
    if summary.handed_over:
        _say(summary, zone)
