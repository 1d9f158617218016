"""Help: every command says what it is for and shows an example that can be typed."""

import pathlib
import shlex
from collections.abc import Iterator

import click
import pytest

from tests.cli.stranger import weblocal
from weblocal.cli import main


def every_command(
    group: click.Group = main.weblocal, path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        yield (*path, name), command
        if isinstance(command, click.Group):
            yield from every_command(command, (*path, name))


ALL = dict(every_command())
LEAVES = [path for path, command in ALL.items() if not isinstance(command, click.Group)]


@pytest.mark.parametrize("path", LEAVES, ids=" ".join)
def test_the_help_of_a_command_has_an_example_that_parses(path: tuple[str, ...]) -> None:
    command = ALL[path]
    shown = command.get_help(click.Context(command, info_name="weblocal " + " ".join(path)))
    assert "Example" in shown
    lines = (command.epilog or "").replace("\\\n", " ").replace("\b", "").splitlines()
    examples = [line.strip() for line in lines if line.strip().startswith("weblocal ")]
    assert examples
    for example in examples:
        words = shlex.split(example.split("   ")[0])[1:]
        assert tuple(words[: len(path)]) == path, example
        flags = {flag for parameter in command.params for flag in (*parameter.opts, *parameter.secondary_opts)}
        assert {word for word in words if word.startswith("-")} <= flags, example


@pytest.mark.parametrize("path", ALL, ids=" ".join)
def test_every_flag_and_command_says_what_it_is_for(path: tuple[str, ...]) -> None:
    command = ALL[path]
    assert command.help
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, parameter.name


def test_the_list_of_commands_names_each_one_and_the_way_in(tmp_path: pathlib.Path) -> None:
    ran = weblocal("--help", at=tmp_path)
    assert ran.code == 0
    assert all(f"  {name} " in ran.out for name in main.COMMANDS)
    assert "weblocal demo" in ran.out


@pytest.mark.parametrize("path", [("build",), ("visits", "import"), ("nurture", "why")], ids=" ".join)
def test_help_is_a_result_and_not_a_complaint(path: tuple[str, ...], tmp_path: pathlib.Path) -> None:
    ran = weblocal(*path, "--help", at=tmp_path)
    assert (ran.code, ran.err) == (0, "")
    assert "Example" in ran.out


@pytest.mark.parametrize(("typed", "meant"), [("buidl", "build"), ("publsh", "publish"), ("doktor", "doctor")])
def test_a_slip_of_the_fingers_is_answered_with_what_was_meant(typed: str, meant: str, tmp_path: pathlib.Path) -> None:
    ran = weblocal(typed, at=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert f"There is no command {typed}. Did you mean {meant}?" in ran.err


def test_a_word_like_no_command_is_sent_to_the_list(tmp_path: pathlib.Path) -> None:
    ran = weblocal("xyzzy", at=tmp_path)
    assert ran.code == 2
    assert "See weblocal --help." in ran.err


def test_the_version_is_the_packages_own(tmp_path: pathlib.Path) -> None:
    ran = weblocal("--version", at=tmp_path)
    assert ran.code == 0
    assert ran.out.startswith("weblocal, version ")
