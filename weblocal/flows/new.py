"""Begin a business folder: a business.yaml that its owner can read, with what is asked for filled in and the rest explained."""

import dataclasses
import pathlib
import unicodedata

from weblocal.disk import bundled, single_file
from weblocal.errors import ProblemsFound

PROFILE = "business.yaml"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What a first business.yaml needs; `hours` is one line such as "monday-friday 08:00-17:00", empty to leave it out."""

    name: str
    trade: str
    website: str
    phone: str
    email: str
    street: str
    town: str
    postcode: str
    country: str
    colour: str
    hours: str = ""


def known_trades() -> tuple[str, ...]:
    """The trade packs that came with weblocal, by name."""
    return tuple(sorted(path.stem for path in bundled.trades_folder().glob("*.yaml")))


def refuse_existing(folder: pathlib.Path) -> None:
    """Raise ProblemsFound when `folder` holds a business already."""
    target = folder / PROFILE
    if target.exists():
        raise ProblemsFound(f"{target} is there already and was left as it is.", fix="Name another folder, or edit that file.")


def begin(folder: pathlib.Path, answers: Answers) -> pathlib.Path:
    """Write `folder`/business.yaml, whole or not at all; raises ProblemsFound when there is one already, which is left as it is."""
    refuse_existing(folder)
    target = folder / PROFILE
    single_file.write_file(target, profile_text(answers).encode())
    return target


def profile_text(answers: Answers) -> str:
    """The text of a first business.yaml."""
    days, _, spans = " ".join(answers.hours.split()).partition(" ")
    hours = f"hours:\n  {_quoted(days)}: {_quoted(spans)}" if days else "# hours:\n#   monday-friday: 08:00-17:00"
    address = "\n".join(
        f"  {key}: {_quoted(value)}"
        for key, value in (
            ("street", answers.street),
            ("town", answers.town),
            ("postcode", answers.postcode),
            ("country", answers.country),
        )
        if value
    )
    return f"""\
# {_one_line(answers.name)}: this file is the whole business. Save it, and run: weblocal build
# Everything you can write here is explained in docs/profile-reference.md. What you leave out comes from the trade pack.
profile: 1
name: {_quoted(answers.name)}
trade: {_quoted(answers.trade)}
website: {_quoted(answers.website)}
phone: {_quoted(answers.phone)}
email: {_quoted(answers.email)}
address:
{address}
{hours}
brand:
  colour: {_quoted(answers.colour)}

# Good things to add next. Take away the # at the start of the line.
# tagline: The one sentence only you could sign
# services:
#   repair: {{name: Repairs, price: from 60}}
# faq:
#   Do you charge for a quote?: No.
"""


def _one_line(value: str) -> str:
    """A value on one line, without what no file of ours may hold: control signs, and bytes the terminal could not read."""
    fit = (letter for letter in value if letter.isspace() or unicodedata.category(letter) not in {"Cc", "Cs", "Cn"})
    return " ".join("".join(fit).split())


def _quoted(value: str) -> str:
    """A value on one line, in quotes when YAML could read something else into it."""
    line = _one_line(value)
    plain = line and all(letter.isalnum() or letter in " .+/@-_:" for letter in line) and ": " not in line
    if plain and not line.startswith(("-", ":", "@", " ")) and not line.endswith(":"):
        return line
    escaped = line.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
