"""Form posts a second to a real desk process over HTTP: a crowd of visitors in a process of its own, on loopback only.

    python -m benchmarks.posting NETLOC FORM CONNECTIONS SECONDS

prints how many were thanked and how long one waited. A visitor is thanked only when the post is synced to disk. Each visitor has
an address of their own, told as a proxy on this machine tells it, because the desk takes only a few posts in a row from one.
"""

import asyncio
import pathlib
import re
import statistics
import subprocess
import sys
import time
import urllib.parse

from benchmarks import ledger, timing
from benchmarks.businesses import Client, write
from benchmarks.timing import Row

CONNECTIONS = 64
FORM = "quote"


def over_http(scratch: pathlib.Path, *, seconds: float) -> tuple[float, float, float]:
    """Posts a second, the wait in the middle and of the slowest one in a hundred, in milliseconds; `scratch` is on a real disk."""
    folder = scratch / "desk"
    write(Client(number=7), folder)
    environment = timing.surroundings(scratch)
    desk = timing.weblocal("desk", folder, "--port", "0", "--no-sending")
    with timing.background(desk, {**environment, "PYTHONUNBUFFERED": "1"}, ready="/desk") as (_, line):
        found = re.search(r"http://([\d.]+:\d+)/desk", line)
        assert found is not None
        crowd = (sys.executable, "-m", "benchmarks.posting", found[1], FORM, str(CONNECTIONS), str(seconds))
        told = subprocess.run(crowd, env=environment, capture_output=True, text=True, check=True, cwd=_root()).stdout
    rate, middle, slow = (float(figure) for figure in told.split())
    return rate, middle, slow


def rows(scratch: pathlib.Path, *, seconds: float) -> tuple[Row, ...]:
    """The desk over HTTP, and its ledger alone beside a ledger that commits each post by itself."""
    rate, middle, slow = over_http(scratch, seconds=seconds)
    each, shared = (row for row in ledger.measure(scratch, seconds=seconds) if row.threads > 1)
    return (
        Row(
            what=f"synced posts/s, desk over HTTP, {CONNECTIONS} at once",
            weblocal=f"{rate:,.0f} /s",
            peer="-",
            ratio=None,
            rounds=1,
            note=f"middle wait {middle:.0f} ms, slowest 1 % {slow:.0f} ms; the visitors run on the same cores",
        ),
        Row(
            what=f"synced posts/s, ledger alone, {shared.threads} threads",
            weblocal=f"{shared.posts_per_second:,.0f} /s",
            peer=f"{each.posts_per_second:,.0f} /s",
            ratio=shared.posts_per_second / each.posts_per_second,
            rounds=1,
            note=f"peer: a commit for each post; ours {shared.posts_per_commit:.0f} to a commit",
        ),
    )


def _root() -> pathlib.Path:
    return pathlib.Path(__file__).parents[1]


async def _visit(netloc: str, form: str, visitor: int, *, until: float, waits: list[float]) -> None:
    host, port = netloc.split(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    count = 0
    while (began := time.perf_counter()) < until:
        count += 1
        number = visitor * 10_000 + count
        answers = {
            "service": "Leak",
            "name": f"Visitor {number}",
            "phone": f"01632 {number % 1_000_000:06d}",
            "email": f"visitor{number}@sample.example",
            "message": "It drips behind the boiler, and the pressure falls over night.",
            "page": "/contact/",
            "key": f"benchmark-{number:010d}",
        }
        address = f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"
        body = urllib.parse.urlencode(answers)
        writer.write(
            f"POST /forms/{form} HTTP/1.1\r\nHost: {netloc}\r\nX-Forwarded-For: {address}\r\n"
            f"Content-Type: application/x-www-form-urlencoded\r\n"
            f"Content-Length: {len(body)}\r\n\r\n{body}".encode()
        )
        if await _status(reader) != 303:
            raise SystemExit("a visitor was not thanked")
        waits.append(time.perf_counter() - began)
    writer.close()


async def _status(reader: asyncio.StreamReader) -> int:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    length = re.search(r"content-length: (\d+)", head, re.IGNORECASE)
    await reader.readexactly(int(length[1]) if length else 0)
    return int(head.split(" ", 2)[1])


async def _crowd(netloc: str, form: str, connections: int, seconds: float) -> str:
    # the first visitor pays for what the desk loads late
    await _visit(netloc, form, 0, until=time.perf_counter() + 0.2, waits=[])
    waits: list[float] = []
    began = time.perf_counter()
    visitors = (_visit(netloc, form, 1 + visitor, until=began + seconds, waits=waits) for visitor in range(connections))
    await asyncio.gather(*visitors)
    took = time.perf_counter() - began
    waits.sort()
    return f"{len(waits) / took} {statistics.median(waits) * 1000} {waits[int(len(waits) * 0.99)] * 1000}"


if __name__ == "__main__":
    print(asyncio.run(_crowd(sys.argv[1], sys.argv[2], int(sys.argv[3]), float(sys.argv[4]))))
