"""`weblocal translate`: begin another language."""

import pathlib

import click

from weblocal import clock
from weblocal.cli import folders, terminal
from weblocal.flows import translate


@click.command(
    epilog="""\b
Examples:
  weblocal translate cy           words in Welsh for the business here
  weblocal translate pt-BR salon"""
)
@click.argument("language", metavar="LANGUAGE")
@folders.business_folder
def command(folder: pathlib.Path, language: str) -> None:
    """Write text/LANGUAGE.yaml: every text of FOLDER that wants words in LANGUAGE, ready to be filled in."""
    begun = translate.translate(folder, language, today=clock.now().date())
    terminal.say_strong(f"{begun.file}: {begun.text_count} texts wait for their words.")
    for page, file in begun.pages:
        terminal.say(f"  The page {page} is translated in {file}.")
    terminal.say(f"Then add {language} to languages: in business.yaml. weblocal check says what is still missing.")
