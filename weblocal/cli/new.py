"""`weblocal new`: a business folder from a few answers."""

import pathlib

import click

from weblocal import clock
from weblocal.cli import serve, settings, terminal
from weblocal.errors import WeblocalError
from weblocal.flows import build, moving_in, new
from weblocal.flows.workspace import open_workspace
from weblocal.model.problems import Problem

ANY_PORT = 0

# flag, question, answer when Enter is pressed ("" = may be left out, None = must be answered); the country stands before what
# is read by it
QUESTIONS: tuple[tuple[str, str, str | None], ...] = (
    ("name", "What is the business called?", None),
    ("trade", "What is its trade?", None),
    ("country", "Country, two letters", "GB"),
    ("zone", "This country has several time zones. Which one is yours, such as America/New_York?", ""),
    ("phone", "Which number do customers ring?", None),
    ("email", "Where do mails to the business go?", None),
    ("website", "What will the site's address be? (https://…; if there is none yet, the one you would like)", None),
    ("street", "Street and number (Enter to leave out)", ""),
    ("public", "May the site show that street? Say no where you live and customers never come (yes, no)", "yes"),
    ("town", "Town", None),
    ("postcode", "Postcode (Enter to leave out)", ""),
    ("hours", "Opening hours, such as monday-friday 08:00-17:00 (Enter to leave out)", ""),
    ("colour", "One brand colour", "#0b5fa5"),
)


@click.command(
    epilog="""\b
Examples:
  weblocal new salon
  weblocal new salon --name "Salon Ada" --trade salon --phone "01632 960123" --email hello@salon.example \\
    --website https://salon.example --town Milton --country GB --no-input
  weblocal new salon --from google-export.csv      or a contact card, business.vcf: asks only for what is not in it"""
)
@click.argument("folder", type=click.Path(path_type=pathlib.Path))
@click.option(
    "--no-input", "is_silent", is_flag=True, help="Ask nothing: what has no flag is left out, or missing is an error."
)
@click.option(
    "--from",
    "source",
    type=click.Path(path_type=pathlib.Path, exists=True, dir_okay=False),
    help="Google's export (.csv) or a contact card (.vcf) to begin with.",
)
@click.option("--name", help="What the business is called.")
@click.option("--trade", help="Its trade, such as plumber, cafe or salon.")
@click.option("--phone", help="The number customers ring.")
@click.option("--email", help="Where mails to the business go.")
@click.option("--website", help="The site's address, https://…")
@click.option("--street", help="Street and number.")
@click.option("--public", help="Whether the street may be shown: yes, or no where you live and customers never come.")
@click.option("--town", help="Town.")
@click.option("--postcode", help="Postcode.")
@click.option("--country", help="Country, two letters.")
@click.option("--zone", help="Time zone, where the country has several, such as America/New_York.")
@click.option("--hours", help='Opening hours, such as "monday-friday 08:00-17:00".')
@click.option("--colour", help="One brand colour, such as #0b5fa5.")
def command(folder: pathlib.Path, *, is_silent: bool, source: pathlib.Path | None, **given: str | None) -> None:
    """Begin a business in FOLDER: asks a few things, writes business.yaml, builds the first site."""
    new.refuse_existing(folder)
    moved = moving_in.read(source, today=clock.now().date()) if source else moving_in.NOTHING
    given = {**given, **{name: value for name, value in moved.answers.items() if given.get(name) is None}}
    target = new.begin(folder, _given(given) if is_silent else _asked(given))
    for left in moving_in.take_over(folder, moved, today=clock.now().date()):
        terminal.say_aside(f"Not taken over: {left}")
    terminal.say_good(f"Wrote {target}")
    try:
        with open_workspace(folder, settings=settings.read_settings()) as workspace:
            built = build.build(workspace, today=clock.today(workspace.business.zone))
            notices = workspace.notices
    except WeblocalError:
        terminal.say(f"It needs a change before it can be built. Edit {target}, then run: weblocal build {folder}")
        raise
    terminal.say_good(f"Built {built.page_count} pages in {built.folder}")
    if is_silent and given["street"] and given["public"] is None:
        terminal.say_aside(f"The site shows the street. If nobody may see it: weblocal set address.public no {folder}")
    for notice in notices:
        if notice.field == "languages":
            terminal.say_aside(f"{notice.message} {notice.fix}")
    terminal.say(f"Look at it:  weblocal serve {folder}\nGo on with:  {target}")
    if not is_silent and terminal.is_watched() and click.confirm("Look at it now?", default=True, err=True):
        click.get_current_context().invoke(serve.command, folder=folder, port=ANY_PORT, is_for_phones=False)


def _given(given: dict[str, str | None]) -> new.Answers:
    """The answers from flags alone; everything wrong with them is said at once."""
    missing = [flag for flag, _, usual in QUESTIONS if given.get(flag) is None and usual is None]
    answers = {
        flag: _tidy(flag, value if (value := given.get(flag)) is not None else usual or "") for flag, _, usual in QUESTIONS
    }
    wrong = [f"--{flag} is missing. Give it, or leave out --no-input to be asked." for flag in missing]
    for flag, problem in _problems(answers):
        if flag not in missing:
            wrong.append(f"{f'--{flag}: ' if flag else ''}{problem.message} {problem.fix}".strip())
    if wrong:
        raise click.UsageError("\n".join(wrong))
    return new.Answers(**answers)


def _asked(given: dict[str, str | None]) -> new.Answers:
    """The answers from flags and from the person at the keyboard, who is asked again where an answer will not do."""
    answers = dict.fromkeys((flag for flag, _, _ in QUESTIONS), "")
    for flag, question, usual in QUESTIONS:
        value = given.get(flag)
        if value is not None:
            wrong = _wrong(answers, flag, value)
            if not wrong:
                answers[flag] = _tidy(flag, value)
                continue
            terminal.say_fault(f"--{flag}: {wrong}", "")
        if value is not None or _matters(flag, answers):
            answers[flag] = _ask(answers, flag, question, usual)
    return new.Answers(**answers)


def _matters(flag: str, answers: dict[str, str]) -> bool:
    """Whether a question has more than one answer after those before it."""
    if flag == "zone":
        return new.needs_zone(answers["country"])
    return flag != "public" or bool(answers["street"].strip())


def _ask(answers: dict[str, str], flag: str, question: str, usual: str | None) -> str:
    def read(value: str) -> str:
        wrong = _wrong(answers, flag, value)
        if wrong:
            raise click.UsageError(wrong)
        return _tidy(flag, value)

    if flag == "trade":
        question = f"{question} ({', '.join(new.known_trades())})"
    return str(click.prompt(question, default=usual, value_proc=read, show_default=bool(usual), err=True))


def _wrong(answers: dict[str, str], flag: str, value: str) -> str:
    """What `check` would say of this answer after those before it; empty when it will do."""
    found = (problem for about, problem in _problems({**answers, flag: _tidy(flag, value)}) if about == flag)
    return " ".join(f"{problem.message} {problem.fix}".strip() for problem in found)


def _problems(answers: dict[str, str]) -> tuple[tuple[str, Problem], ...]:
    return new.problems_of(new.Answers(**answers), today=clock.now().date())


def _tidy(flag: str, value: str) -> str:
    """A colour without the quotes that it needs in the file only, and y or N as the file says them."""
    if flag == "colour":
        return value.strip().strip("\"'")
    if flag == "public":
        answer = value.strip().lower()
        return {"y": "yes", "n": "no"}.get(answer, answer)
    return value
