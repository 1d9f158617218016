"""`weblocal approve`: read the trade pack's starter texts and take them for your own."""

import pathlib

import click

from weblocal.cli import settings, terminal
from weblocal.flows import approve
from weblocal.flows.workspace import PROFILE, Workspace, open_workspace
from weblocal.model.starters import StarterText


@click.command(
    epilog="""\b
Examples:
  weblocal approve                        show each text that waits, and ask
  weblocal approve services faq           those under services and faq
  weblocal approve services.leaks shop/   one text of the business in the folder shop
  weblocal approve --all                  show all of them, and ask once
  weblocal approve --all --yes            for scripts: whoever runs it has read them
\b
A text that is not true of you needs no approval: write your own under the same key of
business.yaml, or for a mail in mails/. Yours then stands instead."""
)
@click.argument("words", nargs=-1, metavar="[KEY]... [FOLDER]")
@click.option("--all", "is_all", is_flag=True, help="Every text that waits, with one question at the end.")
@click.option("--yes", "is_sure", is_flag=True, help="Ask nothing; the texts are shown all the same.")
def command(words: tuple[str, ...], *, is_all: bool, is_sure: bool) -> None:
    """Show the starter texts of the trade pack, and take for your own what is true of the business in FOLDER.

    What is approved is kept in approved.yaml beside business.yaml. It counts as long as the words stay the same.
    """
    keys, folder = _keys_and_folder(words)
    if keys and is_all:
        raise click.UsageError(f"--all is every text. Leave out --all, or leave out {keys[0]}.")
    if is_sure and not (keys or is_all):
        raise click.UsageError("--yes asks nothing, so say what is meant: keys, or --all.")
    with open_workspace(folder, settings=settings.read_settings()) as workspace:
        texts = approve.waiting(workspace, keys)
        if not texts:
            terminal.say_good("Nothing waits for approval.")
            return
        for caution in workspace.cautions:
            terminal.say_aside(f"Mind: {caution}")
        approved = _taken_at_once(workspace, texts, is_sure=is_sure) if is_all or is_sure else _taken_singly(workspace, texts)
        left = len(approve.waiting(workspace))
    terminal.say_good(f"Approved {approved} of {len(texts)}. " + (f"{left} still wait." if left else "Nothing waits any more."))


def _keys_and_folder(words: tuple[str, ...]) -> tuple[tuple[str, ...], pathlib.Path]:
    """The last word is the folder where it can be nothing else: a folder named services may lie beside a key named services."""
    if words:
        last = pathlib.Path(words[-1])
        if last.is_absolute() or words[-1] in {".", ".."} or words[-1].endswith(("/", "\\")) or (last / PROFILE).is_file():
            return words[:-1], last
        if not pathlib.Path(PROFILE).is_file() and (pathlib.Path(words[0]) / PROFILE).is_file():
            keys = " ".join(words[1:])
            raise click.UsageError(f"{words[0]} is a folder, and the folder comes last: weblocal approve {keys} {words[0]}")
    return words, pathlib.Path()


def _taken_singly(workspace: Workspace, texts: tuple[StarterText, ...]) -> int:
    """Ask after each text and keep each answer at once, so that nothing is lost to whoever stops in the middle."""
    count = 0
    for number, text in enumerate(texts, start=1):
        _show(text, f"{number} of {len(texts)}")
        question = f"Is this true of {workspace.business.name}, and good enough to be said? yes, no, quit"
        answer = click.prompt(
            question, type=click.Choice(["y", "n", "q"]), show_choices=False, prompt_suffix=" [y/n/q] ", err=True
        )
        if answer == "q":
            break
        if answer == "y":
            approve.approve(workspace, (text,))
            count += 1
        else:
            terminal.say_aside(f"Write your own {text.own_place}.")
    return count


def _taken_at_once(workspace: Workspace, texts: tuple[StarterText, ...], *, is_sure: bool) -> int:
    for number, text in enumerate(texts, start=1):
        _show(text, f"{number} of {len(texts)}")
    question = f"Are all {len(texts)} true of {workspace.business.name}, and good enough to be said?"
    if not is_sure and not click.confirm(question, err=True):
        return 0
    approve.approve(workspace, texts)
    return len(texts)


def _show(text: StarterText, count: str) -> None:
    terminal.say()
    terminal.say_strong(f"{text.key}  ({count})")
    for what, words in text.lines:
        label = f"{what}: " if what else ""
        terminal.say("\n".join(f"  {line}".rstrip() for line in f"{label}{words}".split("\n")))
