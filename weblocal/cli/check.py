"""`weblocal check`: everything that is wrong or could be better, as one table or for a program."""

import pathlib

import click

from weblocal import clock
from weblocal.cli import findings_table, folders, settings, terminal
from weblocal.errors import ProfileInvalid, ThemeInvalid
from weblocal.flows import check
from weblocal.flows.workspace import Workspace, open_workspace
from weblocal.model.problems import Severity


@click.command(
    epilog="""\b
Examples:
  weblocal check                          this folder
  weblocal check --explain                and where each value came from: you, the trade pack, or the defaults
  weblocal check --format json > now.json for a program: rule, severity, file, line, message, fix; each starter text
  weblocal check --only error             what has to be put right, and nothing else"""
)
@folders.business_folder
@click.option("--explain", "is_explaining", is_flag=True, help="Show the source of every value.")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True, help="For whom.")
@click.option("--only", type=click.Choice([each.value for each in Severity]), help="Show findings this bad, or worse.")
def command(folder: pathlib.Path, form: str, only: str | None, *, is_explaining: bool) -> None:
    """Check the business in FOLDER and change nothing.

    Leaves with 0 when it could be published, with 1 when something must be put right first.
    """
    try:
        _check(folder, form, only, is_explaining=is_explaining)
    except (ProfileInvalid, ThemeInvalid) as invalid:
        if form != "json":
            raise
        # whoever reads this as JSON must not find it empty because the profile is worse than a finding
        terminal.say(findings_table.as_json(check.of_problems(invalid.problems)))
        raise SystemExit(invalid.exit_code) from invalid


def _check(folder: pathlib.Path, form: str, only: str | None, *, is_explaining: bool) -> None:
    with open_workspace(folder, settings=settings.read_settings()) as workspace:
        if is_explaining:
            _explain(workspace)
        checked = check.check(workspace, today=clock.today(workspace.business.zone))
        name = workspace.business.name
    shown = findings_table.at_least(checked.findings, Severity(only) if only else Severity.HINT)
    if form == "json":
        terminal.say(findings_table.as_json(shown))
    else:
        findings_table.show(shown)
        _sum_up(name, checked)
    raise SystemExit(1 if checked.count(Severity.ERROR) else 0)


def _sum_up(name: str, checked: check.Checked) -> None:
    errors, warnings, hints = (checked.count(severity) for severity in (Severity.ERROR, Severity.WARNING, Severity.HINT))
    if errors:
        terminal.say_strong(f"{name}: {errors} to put right before it can be published.")
        return
    told = [f"{count} {words}" for count, words in ((warnings, "to look at"), (hints, "that would make it better")) if count]
    terminal.say_good(
        f"{name}: {checked.page_count} pages, nothing in the way of publishing" + "".join(f", {each}" for each in told) + "."
    )


def _explain(workspace: Workspace) -> None:
    for origin in workspace.origins:
        terminal.say(f"{origin.path}: {origin.value}  [{origin.origin}]")
