"""The rows about one site of ten thousand pages: built from nothing, its memory, and one of its pages edited."""

import dataclasses
import itertools
import pathlib
import shutil
import time
from collections.abc import Iterator

from benchmarks import building, businesses, hugo_sites, timing
from benchmarks.building import Bench, row
from benchmarks.businesses import Client
from benchmarks.fleets import NO_PICTURES
from benchmarks.timing import Row, in_turn, peak_mib, seconds_of

_CLIENT = Client(number=7)
_ALWAYS_THERE = 16  # pages that are no guides
_SETTLED_SECONDS = 3  # after which a save counts as a while ago


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Large:
    """One business with many guides, and the same as a Hugo project."""

    bench: Bench
    ours: pathlib.Path
    theirs: pathlib.Path

    def ours_anew(self) -> float:
        """From nothing."""
        building.forget(self.bench, self.ours)
        return seconds_of(timing.weblocal("build", self.ours), self.bench.environment)

    def theirs_anew(self) -> float:
        """From nothing."""
        shutil.rmtree(self.theirs / "public", ignore_errors=True)
        return seconds_of(self.bench.hugo_command(self.theirs), self.bench.environment)


def rows(scratch: pathlib.Path, *, count: int, rounds: int) -> Iterator[Row]:
    """A site of `count` pages, without pictures on both sides."""
    site = _laid(scratch / "large", count)
    has_peer = site.bench.hugo is not None
    ways = [site.ours_anew, site.theirs_anew] if has_peer else [site.ours_anew]
    yield row(f"one site of {count:,} pages", in_turn(ways, rounds=rounds), unit="s")
    building.forget(site.bench, site.ours)
    peaks = [[peak_mib(timing.weblocal("build", site.ours), site.bench.environment)]]
    if has_peer:
        shutil.rmtree(site.theirs / "public", ignore_errors=True)
        peaks.append([peak_mib(site.bench.hugo_command(site.theirs), site.bench.environment)])
    yield row(f"one site of {count:,} pages, peak memory", peaks, unit="MiB")
    yield _one_edit(site, count, rounds=max(rounds, 5), has_peer=has_peer)


def _one_edit(site: Large, count: int, *, rounds: int, has_peer: bool) -> Row:
    time.sleep(_SETTLED_SECONDS)
    numbers = itertools.count(1)

    def ours() -> float:
        number = next(numbers)
        businesses.write_guide(_CLIENT, site.ours, number, edit=f"Saved once more, for the {number}th time.")
        took = seconds_of(timing.weblocal("build", site.ours), site.bench.environment)
        time.sleep(_SETTLED_SECONDS)
        return took

    def theirs() -> float:
        number = next(numbers)
        hugo_sites.edit_guide(site.theirs, _CLIENT, number, f"Saved once more, for the {number}th time.")
        return seconds_of(site.bench.hugo_command(site.theirs), site.bench.environment)

    both = in_turn([ours, theirs] if has_peer else [ours], rounds=rounds)
    return row(f"one of {count:,} pages edited, cold process", both, unit="ms", note="Hugo makes all pages again")


def _laid(scratch: pathlib.Path, count: int) -> Large:
    """A small site with guides shows how a guide looks; then all of them are laid for both sides."""
    scratch.mkdir()
    bench = Bench(scratch=scratch, hugo=hugo_sites.executable(), environment=timing.surroundings(scratch, **NO_PICTURES))
    small, ours, theirs = scratch / "small", scratch / "ours", scratch / "theirs"
    guides = count - _ALWAYS_THERE
    for folder, many in ((small, 3), (ours, guides)):
        businesses.write(_CLIENT, folder, guides=many)
    seconds_of(timing.weblocal("build", small), bench.environment)
    cut_up = hugo_sites.pattern(_CLIENT, small / "public")
    hugo_sites.write(cut_up, _CLIENT, theirs)
    hugo_sites.write_guides(cut_up, _CLIENT, theirs, guides)
    return Large(bench=bench, ours=ours, theirs=theirs)
