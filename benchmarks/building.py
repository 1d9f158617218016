"""The rows about sites: one cold build, one edit, five hundred sites, memory, and how soon a preview shows a save."""

import contextlib
import dataclasses
import pathlib
import shutil
import time
from collections.abc import Callable, Iterator

from benchmarks import businesses, hugo_sites, timing
from benchmarks.businesses import Client
from benchmarks.hugo_sites import Pattern
from benchmarks.timing import Row, middle, ratio_of, seconds_of

_ONE = Client(number=1)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """Where the measuring happens, and with which Hugo (None where it is not installed)."""

    scratch: pathlib.Path
    hugo: pathlib.Path | None
    environment: dict[str, str]

    @property
    def ours(self) -> pathlib.Path:
        """The business folder of one client."""
        return self.scratch / "weblocal" / _ONE.slug

    @property
    def theirs(self) -> pathlib.Path:
        """The same client as a Hugo project."""
        return self.scratch / "hugo" / _ONE.slug

    def hugo_command(self, folder: pathlib.Path) -> timing.Command:
        """Hugo, whole process, saying nothing."""
        assert self.hugo is not None
        return (self.hugo, "--source", folder, "--destination", folder / "public", "--quiet", "--noBuildLock")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Sameness:
    """How alike the two sites are: the pages on each side, and Hugo's bytes for each of ours."""

    our_pages: int
    their_pages: int
    byte_ratio: float


def prepare(scratch: pathlib.Path, **more: str) -> tuple[Bench, Pattern]:
    """Lay one client for both sides and build each once, so that nothing is measured that happens only the first time."""
    bench = Bench(scratch=scratch, hugo=hugo_sites.executable(), environment=timing.surroundings(scratch, **more))
    businesses.write(_ONE, bench.ours)
    seconds_of(timing.weblocal("build", bench.ours), bench.environment)
    kept = scratch / "pattern"
    shutil.copytree(bench.ours / "public", kept)
    cut_up = hugo_sites.pattern(_ONE, kept)
    hugo_sites.write(cut_up, _ONE, bench.theirs)
    if bench.hugo:
        seconds_of(bench.hugo_command(bench.theirs), bench.environment)
    return bench, cut_up


def sameness(bench: Bench) -> Sameness:
    """Compare what both sides have printed."""
    ours, theirs = (tuple((folder / "public").rglob("*.html")) for folder in (bench.ours, bench.theirs))
    our_bytes, their_bytes = (sum(file.stat().st_size for file in files) for files in (ours, theirs))
    return Sameness(our_pages=len(ours), their_pages=len(theirs), byte_ratio=their_bytes / our_bytes)


def one_site(bench: Bench, *, rounds: int) -> Iterator[Row]:
    """A cold build into nothing, and a whole new process after one text was saved."""
    ways = [lambda: _fresh(bench, bench.ours, timing.weblocal("build", bench.ours))]
    if bench.hugo:
        ways.append(lambda: _fresh(bench, bench.theirs, bench.hugo_command(bench.theirs)))
    ways.append(lambda: seconds_of((*timing.weblocal()[:1], "-c", "pass"), bench.environment))
    *both, bare = timing.in_turn(ways, rounds=rounds)
    note = f"of ours {middle(bare) * 1000:.0f} ms is Python's own start"
    yield row("cold build, 15 pages", both, unit="ms", note=note)
    count = iter(range(10_000))

    def edited(*, ours: bool) -> float:
        sentence = f"Saved once more, for the {next(count)}th time."
        (hugo_sites.edit_source if ours else hugo_sites.edit)(bench.ours if ours else bench.theirs, _ONE, sentence)
        command = timing.weblocal("build", bench.ours) if ours else bench.hugo_command(bench.theirs)
        return seconds_of(command, bench.environment)

    sides = (True, False) if bench.hugo else (True,)
    both = timing.in_turn([lambda side=side: edited(ours=side) for side in sides], rounds=rounds)
    yield row("one text saved, cold process", both, unit="ms", note="pictures kept from before")
    peaks = [[timing.peak_mib(timing.weblocal("build", bench.ours), bench.environment)]]
    if bench.hugo:
        peaks.append([timing.peak_mib(bench.hugo_command(bench.theirs), bench.environment)])
    yield row("peak memory, 15 pages", peaks, unit="MiB")


def _fresh(bench: Bench, folder: pathlib.Path, command: timing.Command) -> float:
    forget(bench, folder)
    return seconds_of(command, bench.environment)


def forget(bench: Bench, folder: pathlib.Path) -> None:
    """No site stands, and nothing is kept of it from before; the program's own compiled templates stay, as its modules do."""
    shutil.rmtree(folder / "public", ignore_errors=True)
    shutil.rmtree(folder / ".weblocal", ignore_errors=True)
    for kept in pathlib.Path(bench.environment["WEBLOCAL_CACHE"]).glob("[!t]*-*"):
        kept.unlink()


def preview(bench: Bench, *, rounds: int) -> Row:
    """From the save until the preview has the new site; both sides resident, watching the folder."""
    with _our_preview(bench) as ours:
        if bench.hugo is None:
            return row("preview: save until rebuilt", timing.in_turn([ours], rounds=rounds), unit="ms")
        with _their_preview(bench) as theirs:
            both = timing.in_turn([ours, theirs], rounds=rounds)
    return row("preview: save until rebuilt", both, unit="ms", note="both wait a moment for further saves")


@contextlib.contextmanager
def _our_preview(bench: Bench) -> Iterator[Callable[[], float]]:
    from weblocal.flows import serve
    from weblocal.model.settings import Settings

    built = serve.Preview(bench.ours, Settings(cache_folder=bench.environment["WEBLOCAL_CACHE"]))
    built.rebuild()
    count = iter(range(10_000))

    def save() -> float:
        before = built.number
        hugo_sites.edit_source(bench.ours, _ONE, f"Seen in the preview, time {next(count)}.")
        return _wait(lambda: built.number > before)

    def rebuild(_: tuple[str, ...]) -> None:
        built.rebuild()

    with serve.watching(bench.ours, rebuild):
        yield save


@contextlib.contextmanager
def _their_preview(bench: Bench) -> Iterator[Callable[[], float]]:
    assert bench.hugo is not None
    page = bench.scratch / "served"
    command = (bench.hugo, "server", "--source", bench.theirs, "--destination", page, "--port", "0", "--bind", "127.0.0.1")
    with timing.background((*command, "--noBuildLock"), bench.environment, ready="Press Ctrl+C") as (_, _line):
        count = iter(range(10_000))
        shown = page / "services" / "leaks" / "index.html"

        def save() -> float:
            sentence = f"Seen in the preview, time {next(count)}."
            hugo_sites.edit(bench.theirs, _ONE, sentence)
            return _wait(lambda: sentence in shown.read_text(encoding="utf-8"))

        yield save


def _wait(is_there: Callable[[], bool]) -> float:
    began = time.perf_counter()
    while not is_there():
        if time.perf_counter() - began > 20:
            raise RuntimeError("a preview did not show what was saved")
        time.sleep(0.001)
    return time.perf_counter() - began


def row(what: str, both: list[list[float]], *, unit: str, note: str = "") -> Row:
    """A row where less is better."""
    scale, digits = {"ms": (1000, 0), "s": (1, 1), "MiB": (1, 0)}[unit]
    shown = [f"{middle(figures) * scale:,.{digits}f} {unit}" for figures in both]
    ratio = ratio_of(both[0], both[1]) if len(both) > 1 else None
    peer = shown[1] if len(shown) > 1 else "-"
    return Row(what=what, weblocal=shown[0], peer=peer, ratio=ratio, rounds=len(both[0]), note=note)
