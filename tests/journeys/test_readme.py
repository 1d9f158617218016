"""What the documents tell people to type exists, and where they point to something, it is there."""

import pathlib
import re
import subprocess

import click
import pytest

from weblocal.cli import main

ROOT = pathlib.Path(__file__).resolve().parents[2]
LISTED = subprocess.run(
    ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "*.md"],
    cwd=ROOT,
    check=True,
    capture_output=True,
    text=True,
).stdout
PAGES = sorted(ROOT / name for name in LISTED.split("\0") if name and (ROOT / name).is_file())
DOCUMENTS = [path for path in PAGES if path.parent in {ROOT, ROOT / "docs"}]
FLAG = re.compile(r"(?<![\w-])(--[a-z][a-z-]+)")
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")


def name_of(path: pathlib.Path) -> str:
    return path.relative_to(ROOT).as_posix()


def commands_in(text: str) -> list[str]:
    """Everything a page tells one to type after `weblocal`, in code spans and code blocks."""
    blocks = re.findall(r"^```[a-z]*\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    spans = re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL))
    pieces = [line for block in blocks for line in block.splitlines()] + spans
    return [found[1].strip() for piece in pieces if (found := re.search(r"(?:^|/|&& |\s)weblocal ([a-z][^#`]*)", piece))]


def flags_of(command: click.Command) -> set[str]:
    return {flag for parameter in command.params for flag in (*parameter.opts, *parameter.secondary_opts)} | {"--help"}


@pytest.mark.parametrize("path", DOCUMENTS, ids=name_of)
def test_every_command_a_page_names_exists_with_its_flags(path: pathlib.Path) -> None:
    for typed in commands_in(path.read_text(encoding="utf-8")):
        words = typed.split()
        command: click.Command | None = main.weblocal
        while isinstance(command, click.Group) and words and not words[0].startswith("-"):
            name = words.pop(0)
            command = command.get_command(click.Context(command), name.strip(",.;:"))
            assert command is not None, f"weblocal {typed}"
        assert command is not None
        if not isinstance(command, click.Group):
            assert set(FLAG.findall(" ".join(words))) <= flags_of(command), f"weblocal {typed}"


def test_the_readme_names_every_command_an_owner_needs() -> None:
    named = {typed.split()[0] for typed in commands_in((ROOT / "README.md").read_text(encoding="utf-8"))}
    assert set(main.COMMANDS) - named <= {"contacts", "demo"}, set(main.COMMANDS) - named


@pytest.mark.parametrize("script", ["demo", "test"])
def test_the_two_commands_of_the_readme_can_be_run(script: str) -> None:
    assert f"\nscripts/{script}\n" in (ROOT / "README.md").read_text(encoding="utf-8")
    assert (ROOT / "scripts" / script).read_bytes().startswith(b"#!/usr/bin/env bash\n")
    mode = subprocess.run(
        ["git", "ls-files", "-s", f"scripts/{script}"], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout
    assert mode.startswith("100755 ")
    assert subprocess.run(["bash", "-n", f"scripts/{script}"], cwd=ROOT, check=False).returncode == 0


@pytest.mark.parametrize("path", DOCUMENTS, ids=name_of)
def test_every_link_of_a_page_leads_somewhere(path: pathlib.Path) -> None:
    text = re.sub(r"^```.*?^```", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    for target in LINK.findall(re.sub(r"`[^`\n]+`", "", text)):
        file, _, part = target.partition("#")
        if re.match(r"[a-z]+:", target):
            continue
        there = (path.parent / file).resolve() if file else path
        assert there.exists(), target
        assert there.is_relative_to(ROOT), target
        if part and there.suffix == ".md":
            assert part in headings(there), target


def headings(path: pathlib.Path) -> set[str]:
    """The anchors of a page's headings, as code hosts name them."""
    lines = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", line.lower()).replace(" ", "-") for line in lines}
