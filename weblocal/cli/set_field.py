"""`weblocal set`: one field of business.yaml, changed without touching anything else in the file."""

import pathlib
import shlex

import click

from weblocal import clock
from weblocal.cli import terminal


@click.command(
    name="set",
    epilog="""\b
Examples:
  weblocal set hours.friday 09:00-13:00
  weblocal set hours.2026-12-25 closed
  weblocal set services.cut.price "from 38"
  weblocal set prices.3.note "Second visit half price"      the third line of the list
  weblocal set languages "[en-GB, cy]"
  weblocal set 'faq."Open at 9.30?"' "From nine, every day."
  weblocal set hours.friday --unset""",
)
@click.argument("field")
@click.argument("value", required=False)
@click.argument("folder", default=None, required=False, type=click.Path(path_type=pathlib.Path), metavar="[FOLDER]")
@click.option("--unset", "is_unset", is_flag=True, help="Take the field out; then no value is given.")
def command(field: str, value: str | None, folder: pathlib.Path | None, *, is_unset: bool) -> None:
    """Let FIELD of business.yaml say VALUE: remarks, order and quotes of the file stay as they are.

    The whole profile is read as it would be then; where something would be wrong, it says so and changes nothing.
    """
    from weblocal.flows import set_field
    from weblocal.flows.workspace import PROFILE

    today = clock.now().date()
    if (pathlib.Path(field) / PROFILE).is_file():
        said = " ".join(shlex.quote(str(word)) for word in (value, folder) if word)
        raise click.UsageError(f"{field} is a folder, and the folder comes last: weblocal set {said} {shlex.quote(field)}")
    if is_unset:
        if value is not None and folder is not None:
            raise click.UsageError("With --unset no value is given.")
        changed = set_field.unset_field(pathlib.Path(value or "."), field, today=today)
    elif value is None:
        raise click.UsageError(f"What should {field} say? Give a value, or --unset.")
    elif not value.strip():
        raise click.UsageError(f"An empty value means that nothing is said. Write: weblocal set {field} --unset")
    else:
        changed = set_field.set_field(folder or pathlib.Path(), field, value, today=today)
    for line in changed.lines:
        terminal.say(line)
    terminal.say_good("Done." if changed.lines else "It says so already; nothing was changed.")
