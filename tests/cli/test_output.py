"""What commands say, to whom, and how they leave: colours for eyes alone, exit codes for programs."""

import errno
import os
import pathlib
import pty
import select
import subprocess
import sys

import pytest

from tests.cli.stranger import COMMAND, ESCAPE, ROOT, surroundings, weblocal


def in_terminal(*words: str, at: pathlib.Path, **env: str) -> str:
    """What a person at a real terminal would see, escape codes and all."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [str(COMMAND), *words],
        cwd=at,
        env=surroundings(TERM="xterm-256color", **env),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    ) as running:
        os.close(theirs)
        seen = b""
        while select.select([ours], [], [], 60)[0]:
            try:
                piece = os.read(ours, 65536)
            except OSError as gone:
                if gone.errno != errno.EIO:
                    raise
                break
            if not piece:
                break
            seen += piece
        running.wait(timeout=60)
    os.close(ours)
    return seen.decode()


def test_a_person_at_a_terminal_sees_colours(sample: pathlib.Path) -> None:
    assert ESCAPE in in_terminal("doctor", at=sample)


@pytest.mark.parametrize("words", [("doctor",), ("build",), ("check",)], ids=" ".join)
def test_no_color_is_respected_at_a_terminal_too(words: tuple[str, ...], sample: pathlib.Path) -> None:
    seen = in_terminal(*words, at=sample, NO_COLOR="1")
    assert seen
    assert ESCAPE not in seen


def test_usage_leaves_with_2(sample: pathlib.Path) -> None:
    for words in (("build", "--nonsense"), ("report", "--month", "2026-13"), ("fleet", "build"), ("desk", "--port", "99999")):
        ran = weblocal(*words, at=sample)
        assert (ran.code, ran.out) == (2, ""), words
        assert "Error: " in ran.err


def test_a_fault_of_ours_leaves_with_70_and_shows_its_trace_to_who_asks_for_it(tmp_path: pathlib.Path) -> None:
    (tmp_path / "faulty.py").write_text(
        "import click\n@click.command()\ndef command() -> None:\n    {}['secret']\n", encoding="utf-8"
    )
    script = "from weblocal.cli import main; main.COMMANDS['build'] = ('faulty', ''); main.run()"
    for debug in ("", "1"):
        env = surroundings(PYTHONPATH=f"{ROOT}{os.pathsep}{tmp_path}", WEBLOCAL_DEBUG=debug)
        ran = subprocess.run(
            [sys.executable, "-c", script, "build"],
            env=env,
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        assert (ran.returncode, ran.stdout) == (70, "")
        assert "This is a fault in weblocal (KeyError), not in your files." in ran.stderr
        assert ("Traceback" in ran.stderr) is bool(debug)
        assert ("WEBLOCAL_DEBUG=1" in ran.stderr) is not bool(debug)


def test_a_disk_that_refuses_where_nobody_expected_it_is_still_the_outside_failing(tmp_path: pathlib.Path) -> None:
    (tmp_path / "refused.py").write_text(
        "import click, os\n@click.command()\ndef command() -> None:\n    raise PermissionError(13, os.strerror(13), 'leads.txt')\n",
        encoding="utf-8",
    )
    script = "from weblocal.cli import main; main.COMMANDS['build'] = ('refused', ''); main.run()"
    ran = subprocess.run(
        [sys.executable, "-c", script, "build"],
        env=surroundings(PYTHONPATH=f"{ROOT}{os.pathsep}{tmp_path}"),
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (ran.returncode, ran.stdout) == (3, "")
    assert ran.stderr.startswith("leads.txt: Permission denied. ")


def test_a_reader_who_has_seen_enough_meets_no_complaint(sample: pathlib.Path) -> None:
    with subprocess.Popen(
        [str(COMMAND), "check", "--explain"], cwd=sample, env=surroundings(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        said = running.stderr.read().decode()
        running.wait(timeout=60)
    assert "Traceback" not in said
    assert "fault in weblocal" not in said
    assert "BrokenPipe" not in said


ODD_NUMBERS = (
    ("nurture", "simulate", "--visit", "nan"),
    ("nurture", "simulate", "--visit", "inf"),
    ("nurture", "simulate", "--visit", "-1"),
    ("nurture", "simulate", "--unsubscribe", "1e12"),
    ("visits", "add", "--worth", "nan"),
    ("visits", "add", "--worth=-5"),
    ("visits", "add", "--worth", "inf"),
    ("visits", "add", "--on", "0001-01-01"),
    ("visits", "add", "--on", "2999-01-01"),
    ("report", "--month", "9999-12"),
    ("report", "--explain", "nope"),
    ("report", "--to", "."),
)


@pytest.mark.parametrize("words", ODD_NUMBERS, ids=" ".join)
def test_odd_numbers_and_dates_are_wrong_usage_and_no_fault(words: tuple[str, ...], sample: pathlib.Path) -> None:
    ran = weblocal(*words, at=sample)
    assert (ran.code, ran.out) == (2, "")
    assert "Error: " in ran.err
    assert "fault" not in ran.err


def test_an_odd_port_in_the_environment_is_not_met_with_a_trace(sample: pathlib.Path) -> None:
    assert weblocal("check", at=sample, env={"WEBLOCAL_SMTP_PORT": "²"}).code == 0


def test_the_settings_that_doctor_lists_stand_in_the_docs(tmp_path: pathlib.Path) -> None:
    ran = weblocal("doctor", "--settings", at=tmp_path)
    assert ran.code == 0
    told = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    for line in ran.out.splitlines():
        assert line.split()[0] in told, line


def test_doctor_names_each_part_and_what_to_do(sample: pathlib.Path) -> None:
    ran = weblocal("doctor", at=sample)
    assert (ran.code, ran.err) == (0, "")
    parts = [line[6:].split()[0] for line in ran.out.splitlines()]
    assert parts == ["Python", "Folder", "Git", "Ledger", "Mail", "Desk", "Host", "Print"]
    assert "go to nobody" in ran.out


def test_doctor_fails_where_the_mail_cannot_go_and_never_shows_a_secret(sample: pathlib.Path) -> None:
    profile = sample / "business.yaml"
    text = profile.read_text(encoding="utf-8")
    assert "transport: outbox" in text
    profile.write_text(text.replace("transport: outbox", "transport: sendgrid"), encoding="utf-8")
    ran = weblocal("doctor", at=sample)
    assert ran.code == 1
    assert "Set SENDGRID_API_KEY in the environment." in ran.out
    well = weblocal("doctor", at=sample, env={"SENDGRID_API_KEY": "SG.very-secret"})
    assert well.code == 0
    assert "very-secret" not in well.out + well.err
