"""Begin a business folder: a business.yaml that its owner can read, with what is asked for filled in and the rest explained."""

import dataclasses
import datetime as dt
import pathlib
import re
import unicodedata

from weblocal.disk import bundled, single_file
from weblocal.errors import ProblemsFound, ProfileInvalid
from weblocal.flows.workspace import PROFILE, trade_packs
from weblocal.model.problems import Place, Problem
from weblocal.model.records import record
from weblocal.profile import countries, parsing
from weblocal.profile.sources import Sources
from weblocal.reading import characters

_DAYS_AND_TIMES = re.compile(r"(?P<days>.*?\S)\s+(?P<times>\d{1,2}[:.h ].*|\d{1,2}\s*-.*|closed|open all day)", re.IGNORECASE)
# the answers that stand further in than under a key of their own name
_INNER = {"address": ("street", "town", "postcode", "country", "public"), "brand": ("colour",)}


@record
class Answers:
    """What a first business.yaml needs; `hours` is one line such as "monday-friday 08:00-17:00", empty to leave it out.

    `public` is yes or no: whether anybody may see the street. Empty means yes, as in the profile.
    """

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
    zone: str = ""
    public: str = ""


def known_trades() -> tuple[str, ...]:
    """The trade packs that came with weblocal, by name."""
    return tuple(sorted(path.stem for path in bundled.trades_folder().glob("*.yaml")))


def needs_zone(country: str) -> bool:
    """Whether a country has more than one clock, so that the owner must be asked which."""
    code = country.strip().upper()
    return countries.is_country(code) and not countries.zone_for(code, "")


def problems_of(answers: Answers, *, today: dt.date) -> tuple[tuple[str, Problem], ...]:
    """What `check` would say of a profile of these answers, each problem with the name of the answer it is about."""
    problems: list[tuple[str, Problem]] = []
    if _one_line(answers.hours) and not _DAYS_AND_TIMES.fullmatch(_one_line(answers.hours)):
        message = f'"{_one_line(answers.hours)[:60]}" does not say on which days and from when to when.'
        wrong = Problem(
            place=Place(file=PROFILE), field="hours", message=message, fix="Write monday-friday 08:00-17:00, or leave it out."
        )
        problems.append(("hours", wrong))
        answers = dataclasses.replace(answers, hours="")
    raw = profile_text(answers).encode()
    try:
        parsing.parse(Sources(names=(PROFILE,), read=lambda _name: raw), trade_packs(), today=today)
    except ProfileInvalid as invalid:
        problems += [(_answer_of(problem.field), problem) for problem in invalid.problems]
    return tuple(problems)


def _answer_of(field: str) -> str:
    """The answer that a field of the profile comes from; empty when from none."""
    key, _, inner = field.partition(".")
    if key in _INNER:
        return inner if inner in _INNER[key] else ""
    return key if key in Answers.__dataclass_fields__ else ""


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
    said = _DAYS_AND_TIMES.fullmatch(_one_line(answers.hours))
    hours = (
        f"hours:\n  {_quoted(said['days'])}: {_quoted(said['times'])}" if said else "# hours:\n#   monday-friday: 08:00-17:00"
    )
    zone = f"zone: {_quoted(answers.zone)}\n" if answers.zone else ""
    return f"""\
# {_one_line(answers.name)}: this file is the whole business. Save it, and run: weblocal build
# What you leave out comes from the trade pack; every value, and where it comes from, is shown by: weblocal check --explain
# All that can be written here is told in the profile reference, which is part of the documentation of weblocal.
profile: 1
name: {_quoted(answers.name)}
trade: {_quoted(answers.trade)}
website: {_quoted(answers.website)}
phone: {_quoted(answers.phone)}
email: {_quoted(answers.email)}
address:
{_address(answers)}
{zone}{hours}
brand:
  colour: {_quoted(answers.colour)}

# Good things to add next. Take away the # and the space after it, and write your own words.
# tagline: The one sentence only you could sign
# services:
#   first: {{name: What people come to you for most, price: by quote}}
#   second: {{name: What they ask for next, price: by quote}}
# faq:
#   "What do people often ask you?": Your answer, in a sentence or two.
"""


def _address(answers: Answers) -> str:
    """The lines under address:; that a street may be seen is what the profile takes for granted."""
    lines = (
        ("street", answers.street),
        ("town", answers.town),
        ("postcode", answers.postcode),
        ("country", answers.country),
        ("public", answers.public if answers.street and answers.public != "yes" else ""),
    )
    return "\n".join(f"  {key}: {_quoted(value)}" for key, value in lines if value)


def _one_line(value: str) -> str:
    """A value on one line, without what no file of ours may hold: control signs, and bytes the terminal could not read."""
    visible = characters.FORBIDDEN.sub(lambda found: " " if found.group().isspace() else "", value)
    fit = (letter for letter in visible if letter.isspace() or unicodedata.category(letter) not in {"Cc", "Cs", "Cn"})
    return " ".join("".join(fit).split())


def _quoted(value: str) -> str:
    """A value on one line, in quotes when YAML could read something else into it."""
    line = _one_line(value)
    plain = line and all(letter.isalnum() or letter in " .+/@-_:" for letter in line) and ": " not in line
    if plain and not line.startswith(("-", ":", "@", " ")) and not line.endswith(":"):
        return line
    escaped = line.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
