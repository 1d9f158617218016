"""Whole processes timed from start to exit, in turn, and the memory that a process and its children really take."""

import contextlib
import dataclasses
import os
import pathlib
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence

Command = Sequence[str | pathlib.Path]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the table: `ratio` is how many times better weblocal is than its peer, below one where it is worse."""

    what: str
    weblocal: str
    peer: str
    ratio: float | None
    rounds: int
    note: str = ""


def weblocal(*arguments: str | pathlib.Path) -> Command:
    """The command line of weblocal as an owner runs it."""
    return (sys.executable, "-P", "-m", "weblocal", *arguments)  # never the weblocal of the folder we stand in


def surroundings(scratch: pathlib.Path, **more: str) -> dict[str, str]:
    """An environment in which Python keeps compiled modules, as on every machine where weblocal is installed once."""
    kept = {name: text for name, text in os.environ.items() if name not in {"PYTHONDONTWRITEBYTECODE", "PYTHONPATH"}}
    ours = {"PYTHONPYCACHEPREFIX": str(scratch / "compiled"), "WEBLOCAL_CACHE": str(scratch / "weblocal_cache")}
    return {**kept, **ours, "HUGO_CACHEDIR": str(scratch / "hugo_cache"), **more}


def seconds_of(command: Command, environment: dict[str, str]) -> float:
    """How long the whole process took; raises when it failed."""
    began = time.perf_counter()
    done = subprocess.run(command, env=environment, capture_output=True, check=False)
    took = time.perf_counter() - began
    if done.returncode != 0:
        raise RuntimeError(f"{command} failed: {done.stdout.decode()[-2000:]}{done.stderr.decode()[-2000:]}")
    return took


def in_turn(ways: Iterable[Callable[[], float]], *, rounds: int) -> list[list[float]]:
    """Run the ways one after another, `rounds` times over, so that a slow spell of the machine hits all of them."""
    ways = tuple(ways)
    figures: list[list[float]] = [[] for _ in ways]
    for _ in range(rounds):
        for kept, way in zip(figures, ways, strict=True):
            kept.append(way())
    return figures


def middle(figures: Sequence[float]) -> float:
    """The median."""
    return statistics.median(figures)


def ratio_of(ours: Sequence[float], theirs: Sequence[float]) -> float:
    """The median over the rounds of theirs / ours, where smaller figures are better: each pair met the same weather."""
    return statistics.median(their / our for our, their in zip(ours, theirs, strict=True))


def peak_mib(command: Command, environment: dict[str, str]) -> float:
    """The most memory that a process and all its children held at one moment, pages they share counted once."""
    running = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    with watched(running.pid) as peak:
        running.wait()
    return peak()


@contextlib.contextmanager
def watched(pid: int) -> Iterator[Callable[[], float]]:
    """While the block runs, look at the memory of `pid` and its children again and again."""
    most, stopped = [0.0], threading.Event()

    def look() -> None:
        while not stopped.is_set():
            most[0] = max(most[0], sum(map(_proportional_mib, _family(pid))))
            stopped.wait(0.01)

    looking = threading.Thread(target=look)
    looking.start()
    try:
        yield lambda: most[0]
    finally:
        stopped.set()
        looking.join()


def _family(pid: int) -> Iterator[int]:
    yield pid
    with contextlib.suppress(OSError):
        for task in pathlib.Path(f"/proc/{pid}/task").iterdir():
            for child in (task / "children").read_text().split():
                yield from _family(int(child))


def _proportional_mib(pid: int) -> float:
    with contextlib.suppress(OSError):
        for line in pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
    return 0.0


@contextlib.contextmanager
def background(command: Command, environment: dict[str, str], *, ready: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A process beside us, from the line that holds `ready` (also yielded) until the block ends."""
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as running:
        try:
            assert running.stdout is not None
            line = next((line for line in running.stdout if ready in line), None)
            if line is None:
                raise RuntimeError(f"{command} ended before it said {ready!r}")
            yield running, line
        finally:
            running.terminate()
            running.wait(30)
