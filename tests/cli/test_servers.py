"""`weblocal serve` and `weblocal desk`, started and stopped as a person does."""

import contextlib
import pathlib
import re
import signal
import subprocess
import urllib.error
import urllib.request
from collections.abc import Iterator

import pytest

from tests.cli.stranger import COMMAND, replace, surroundings, weblocal


def read_until(running: subprocess.Popen[str], pattern: str) -> str:
    """The first line that fits; fails with everything that was said when the process ends before."""
    assert running.stdout is not None
    said = []
    for line in running.stdout:
        said.append(line)
        if found := re.search(pattern, line):
            return found[0]
    raise AssertionError("".join(said))


def get(url: str) -> str:
    try:
        with urllib.request.urlopen(url, timeout=20) as answer:
            return str(answer.read().decode())
    except urllib.error.HTTPError as problem:  # a page that cannot be built is shown as what is wrong
        return str(problem.read().decode())


@contextlib.contextmanager
def started(*words: str, at: pathlib.Path) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [str(COMMAND), *words], cwd=at, env=surroundings(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as running:
        try:
            yield running
        finally:
            running.kill()


def stop(running: subprocess.Popen[str]) -> str:
    running.send_signal(signal.SIGINT)
    _, said = running.communicate(timeout=30)
    assert running.returncode in {0, 130}, said
    assert "Traceback" not in said
    return said


def test_a_preview_is_reachable_rebuilds_at_a_save_and_stops_at_ctrl_c(sample: pathlib.Path) -> None:
    with started("serve", "--port", "0", at=sample) as running:
        url = read_until(running, r"http://127\.0\.0\.1:\d+")
        assert "We say when, then we come." in get(url)
        replace(sample / "business.yaml", "tagline: We say when", "tagline: We say where")
        read_until(running, r"business\.yaml: built in")
        assert "We say where, then we come." in get(url)
        replace(sample / "business.yaml", "tagline:", "tagelin:")
        read_until(running, r"business\.yaml: cannot be built")
        assert "tagelin" in get(url)
        said = stop(running)
    assert "business.yaml:" in said


def test_the_desk_lets_the_owner_in_by_a_link_and_serves_the_site_beside(sample: pathlib.Path) -> None:
    weblocal("build", at=sample)
    with started("desk", "--port", "0", "--site", "public", "--no-sending", at=sample) as running:
        url = read_until(running, r"http://127\.0\.0\.1:\d+")
        assert "Kettley Plumbing" in get(url + "/")
        stop(running)


@pytest.mark.parametrize(("site", "said"), [("nosuch", "There is no folder nosuch"), ("mails", "holds no index.html")])
def test_a_desk_beside_no_site_does_not_start(site: str, said: str, sample: pathlib.Path) -> None:
    ran = weblocal("desk", "--port", "0", "--site", site, at=sample)
    assert (ran.code, ran.out) == (1, "")
    assert said in ran.err


@pytest.mark.parametrize("command", ["serve", "desk"])
def test_a_port_that_is_taken_is_the_outside_failing(command: str, sample: pathlib.Path) -> None:
    with started("serve", "--port", "0", at=sample) as running:
        port = read_until(running, r"http://127\.0\.0\.1:\d+").rsplit(":", 1)[1]
        ran = weblocal(command, "--port", port, at=sample)
        stop(running)
    assert ran.code == 3
    assert "fault" not in ran.err
    assert port in ran.err
