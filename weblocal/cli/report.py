"""`weblocal report`: what each page, poster and mail brought in."""

import datetime as dt
import pathlib

import click

from weblocal import clock
from weblocal.cli import folders, settings, terminal
from weblocal.flows.workspace import open_workspace


@click.command(
    epilog="""\b
Examples:
  weblocal report                        this month so far, as text, and as a page
  weblocal report --month 2026-10        another month
  weblocal report --explain first-times  the rows behind one figure"""
)
@folders.business_folder
@click.option(
    "--month", type=click.DateTime(["%Y-%m"]), help="The month to report on, such as 2026-10; this one when left out."
)
@click.option("--to", type=click.Path(path_type=pathlib.Path, dir_okay=False), help="Where to write the page.")
@click.option("--explain", "figure", help="Show the rows behind one figure: leads, came, visits, first-times or returns.")
def command(folder: pathlib.Path, month: dt.datetime | None, to: pathlib.Path | None, figure: str | None) -> None:
    """Report on one month of the business in FOLDER: leads, visits, first-time customers, by page and by placement."""
    from weblocal.flows import report

    with open_workspace(folder, settings=settings.read_settings()) as workspace:
        today = clock.today(workspace.business.zone)
        day = month.date() if month else today
        if day > today:
            raise click.UsageError(f"{day:%Y-%m} has not begun yet.")
        reported = report.report(workspace, period=report.month_of(day), now=clock.now())
        if figure:
            known = {each.id for each in reported.report.figures}
            if figure not in known:
                raise click.UsageError(f"There is no figure {figure}. There are: {', '.join(sorted(known))}.")
            terminal.say(report.explain(reported, figure, language=workspace.business.language))
            return
        written = report.write_page(workspace, reported, to=to)
    terminal.say(reported.text)
    terminal.say_good(f"The page: {written}")
