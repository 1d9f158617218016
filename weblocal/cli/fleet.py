"""`weblocal fleet`: many businesses at once."""

import pathlib

import click

from weblocal import clock
from weblocal.cli import settings, terminal
from weblocal.flows import fleet
from weblocal.flows.fleet import FleetResult

SHOWN_PROBLEMS = 5


@click.group(name="fleet")
def command() -> None:
    """Look after many businesses at once."""


@command.command(
    name="build",
    epilog="""\b
Examples:
  weblocal fleet build clients                 each client's site into its own public/
  weblocal fleet build clients --to /srv/www   all sites below one folder, by name""",
)
@click.argument("folder", type=click.Path(path_type=pathlib.Path), metavar="DIR")
@click.option("--to", type=click.Path(path_type=pathlib.Path), help="Gather the sites below this folder.")
@click.option("--jobs", type=click.IntRange(1, 64), help="How many to build at a time; as many as there are cores.")
def build(folder: pathlib.Path, to: pathlib.Path | None, jobs: int | None) -> None:
    """Build every business folder in DIR.

    One bad profile never stops the rest: it is named at the end with its problems, and the exit code is 1.
    """
    started = clock.monotonic()
    folders = fleet.businesses(folder)
    results: list[FleetResult] = []
    with terminal.progress("Building", length=len(folders)) as one_more:
        for result in fleet.build_all(folders, today=None, worker_count=jobs, to=to, settings=settings.read_settings()):
            results.append(result)
            one_more()
    bad = sorted((result for result in results if not result.is_built), key=lambda result: result.folder.name)
    for result in bad:
        _say_bad(result)
    pages = sum(result.page_count for result in results)
    changed = sum(result.changed_count for result in results)
    seconds = clock.monotonic() - started
    terminal.say_good(
        f"{len(results) - len(bad)} of {len(results)} built, {pages} pages, {changed} files changed, {seconds:.1f} s"
    )
    if bad:
        raise SystemExit(1)


def _say_bad(result: FleetResult) -> None:
    terminal.say_strong(f"{result.folder.name} was not built:")
    for problem in result.problems[:SHOWN_PROBLEMS]:
        terminal.say(f"  {problem}")
    more = len(result.problems) - SHOWN_PROBLEMS
    if more > 0:
        terminal.say(f"  and {more} more: weblocal check {result.folder}")
