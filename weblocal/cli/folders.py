"""The one argument nearly every command takes: the business folder."""

import pathlib
from collections.abc import Callable
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])


def business_folder(command: Command) -> Command:
    """FOLDER, the folder that holds business.yaml; the present one when it is left out."""
    return click.argument("folder", default=".", type=click.Path(path_type=pathlib.Path), metavar="[FOLDER]")(command)
