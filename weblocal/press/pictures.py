"""Photographs made ready, each in a process of its own: several at once, none longer than its time, and a crash costs one picture."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence

from weblocal.model.records import record
from weblocal.press.opening_limits import LARGEST_FILE
from weblocal.press.orders import LOGO, Developed, Order
from weblocal.press.refusals import Refusal

SECONDS_A_PICTURE = 60
_CHILD = "weblocal.press.picture_child"


@record
class Batch:
    """One photograph by its bytes, and everything that is to be made of it; or a logo, of which one thing is made."""

    content: bytes
    orders: tuple[Order, ...] = ()
    is_logo: bool = False

    def asked(self) -> list[object]:
        """The orders as they travel."""
        return [LOGO] if self.is_logo else [order.plain() for order in self.orders]


def develop(batches: Sequence[Batch], *, at_once: int = 0) -> Iterator[tuple[Developed, ...]]:
    """What became of each batch, in their order; `at_once` processes (0 = one for each processor).

    Nothing is raised for a bad picture: whatever it does, its own orders come back refused.
    """
    if not batches:
        return
    import concurrent.futures  # where everything was made before, nobody waits for anything

    count = min(at_once or os.cpu_count() or 1, len(batches))
    with concurrent.futures.ThreadPoolExecutor(max_workers=count) as waiting:
        yield from waiting.map(_in_child, batches)


def version() -> str:
    """The version of the library that opens and writes pictures; another one may write other bytes."""
    import PIL

    return str(PIL.__version__)


def _in_child(batch: Batch) -> tuple[Developed, ...]:
    if len(batch.content) > LARGEST_FILE:
        return _all_refused(batch, Refusal.TOO_LARGE_A_FILE)
    asked = json.dumps(batch.asked()).encode("ascii") + b"\n" + batch.content
    try:
        # -P: what lies in the folder of a business is never taken for a part of this program
        done = subprocess.run(  # noqa: S603 - our own interpreter and module
            [sys.executable, "-P", "-m", _CHILD],
            input=asked,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS_A_PICTURE,
            env=_environment(),
            check=True,
        )
        return _blocks(done.stdout, len(batch.asked()))
    except (subprocess.SubprocessError, ValueError, OSError):
        return _all_refused(batch, Refusal.CRASHED)


def _environment() -> dict[str, str]:
    """What the child needs to find this program, and none of the secrets of its parent."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "TMPDIR", "TEMP", "TMP", "LANG") if name in os.environ}
    return kept | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}


def _blocks(received: bytes, count: int) -> tuple[Developed, ...]:
    found, at = [], 0
    for _ in range(count):
        length = int.from_bytes(received[at : at + 8], "big")
        found.append(Developed.of_bytes(received[at + 8 : at + 8 + length]))
        at += 8 + length
    return tuple(found)


def _all_refused(batch: Batch, reason: Refusal) -> tuple[Developed, ...]:
    return tuple(Developed(refusal=reason) for _ in batch.asked())
