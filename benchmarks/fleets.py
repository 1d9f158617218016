"""The rows about many sites: pages alone, everything, a new theme, nothing new; beside one Hugo a site and one Hugo for all."""

import concurrent.futures
import dataclasses
import functools
import itertools
import pathlib
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator

from benchmarks import building, businesses, hugo_sites, timing
from benchmarks.building import Bench, row
from benchmarks.businesses import Client
from benchmarks.hugo_sites import Pattern
from benchmarks.timing import Row, in_turn, middle, peak_mib, seconds_of

_HUGO_SAMPLE = 100
_ROOT = pathlib.Path(__file__).parents[1]
NO_PICTURES = {"WEBLOCAL_PICTURES": "none"}


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Fleet:
    """Many businesses, and the same ones as Hugo projects: each by itself (a sample of them) and all in one."""

    bench: Bench
    count: int
    businesses: pathlib.Path
    projects: pathlib.Path
    together: pathlib.Path
    environment: dict[str, str]

    def build(self) -> float:
        """One fleet build as it stands."""
        return seconds_of(timing.weblocal("fleet", "build", self.businesses), self.environment)

    def build_anew(self) -> float:
        """One fleet build of businesses that were never built: no site, no state, nothing kept but the program's own templates."""
        for folder in self.businesses.iterdir():
            for made in ("public", ".weblocal"):
                shutil.rmtree(folder / made, ignore_errors=True)
        for kept in pathlib.Path(self.environment["WEBLOCAL_CACHE"]).glob("[!t]*-*"):
            kept.unlink()
        return self.build()

    def hugo_together(self) -> float:
        """One Hugo for all of them, into nothing."""
        shutil.rmtree(self.together / "public", ignore_errors=True)
        return seconds_of(self.bench.hugo_command(self.together), self.environment)

    def hugo_each(self) -> float:
        """One Hugo a site, two at a time; a sample is timed and multiplied."""
        folders = tuple(self.projects.iterdir())
        for folder in folders:
            shutil.rmtree(folder / "public", ignore_errors=True)
        began = time.perf_counter()
        with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
            run = functools.partial(subprocess.run, env=self.environment, check=True)
            for _ in pool.map(lambda folder: run(self.bench.hugo_command(folder)), folders):
                pass
        return (time.perf_counter() - began) * self.count / len(folders)


def rows(scratch: pathlib.Path, *, count: int, rounds: int) -> Iterator[Row]:
    """Pages alone, then everything, then a new theme and nothing new."""
    pages = _laid(scratch / "pages", count, **NO_PICTURES)
    yield from _fresh(pages, f"{count} x 15 pages", rounds=rounds)
    shutil.rmtree(scratch / "pages")
    program = _program(scratch)
    whole = _laid(scratch / "whole", count, PYTHONPATH=str(program))
    yield from _fresh(whole, f"{count} x 15, whole", rounds=rounds)
    yield _new_theme(whole, program, f"{count} x 15, repeat: a theme's style changed", rounds=rounds)
    again = in_turn([whole.build], rounds=rounds)
    yield row(f"{count} x 15, repeat: nothing changed", again, unit="s", note=f"{count / middle(again[0]):.0f} sites/s")


def _fresh(fleet: Fleet, what: str, *, rounds: int) -> Iterator[Row]:
    ways: list[Callable[[], float]] = [fleet.build_anew]
    if fleet.bench.hugo:
        ways += [fleet.hugo_each, fleet.hugo_together]
    ours, *peers = in_turn(ways, rounds=rounds)
    note = f"ours {fleet.count / middle(ours):.0f} sites/s"
    if not peers:
        yield row(what, [ours], unit="s", note=note)
    names = ("one Hugo a site, 2 at a time", "one Hugo project for all")
    for name, theirs in zip(names, peers, strict=False):
        yield row(f"{what}, {name}", [ours, theirs], unit="s", note=note)
    fleet.build_anew()
    for folder in fleet.businesses.iterdir():
        shutil.rmtree(folder / "public")
    peaks = [[peak_mib(timing.weblocal("fleet", "build", fleet.businesses), fleet.environment)]]
    if fleet.bench.hugo:
        shutil.rmtree(fleet.together / "public", ignore_errors=True)
        peaks.append([peak_mib(fleet.bench.hugo_command(fleet.together), fleet.environment)])
    yield row(f"{what}, peak memory of all", peaks, unit="MiB", note="peer: one Hugo project for all")


def _new_theme(fleet: Fleet, program: pathlib.Path, what: str, *, rounds: int) -> Row:
    """Every page must be made again, because its style did; texts and pictures are as they were."""
    numbers = itertools.count(1)
    style = fleet.together / "layouts" / "_partials" / "style.html"
    sheets = [min((theme / "styles").glob("*.css")) for theme in (program / "themes").iterdir() if (theme / "styles").is_dir()]

    def ours() -> float:
        for sheet in sheets:
            sheet.write_text(f"{sheet.read_text(encoding='utf-8')}\n.again{{order:{next(numbers)}}}\n", encoding="utf-8")
        return fleet.build()

    def theirs() -> float:
        text = style.read_text(encoding="utf-8")
        style.write_text(text.replace("</style>", f".again{{order:{next(numbers)}}}</style>"), encoding="utf-8")
        return fleet.hugo_together()

    return row(what, in_turn([ours, theirs] if fleet.bench.hugo else [ours], rounds=rounds), unit="s")


def _laid(scratch: pathlib.Path, count: int, **more: str) -> Fleet:
    """The businesses for both sides, their words the same, their pages cut from what weblocal built under these settings."""
    scratch.mkdir()
    bench, cut_up = building.prepare(scratch, **more)
    clients = tuple(Client(number=number) for number in range(count))
    fleet = Fleet(
        bench=bench,
        count=count,
        businesses=scratch / "fleet",
        projects=scratch / "projects",
        together=scratch / "together",
        environment=bench.environment,
    )
    for client in clients:
        businesses.write(client, fleet.businesses / client.slug)
    if bench.hugo:
        _lay_for_hugo(fleet, cut_up, clients)
    return fleet


def _lay_for_hugo(fleet: Fleet, cut_up: Pattern, clients: tuple[Client, ...]) -> None:
    for client in clients[:: max(1, fleet.count // _HUGO_SAMPLE)][:_HUGO_SAMPLE]:
        hugo_sites.write(cut_up, client, fleet.projects / client.slug)
    hugo_sites.write_together(cut_up, clients, fleet.together)


def _program(scratch: pathlib.Path) -> pathlib.Path:
    """A copy of weblocal whose themes may be changed."""
    program = scratch / "program"
    for part in ("weblocal", "themes"):
        shutil.copytree(_ROOT / part, program / part, ignore=shutil.ignore_patterns("__pycache__"))
    return program
