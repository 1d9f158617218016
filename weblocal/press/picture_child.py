"""The process in which pictures are opened: one photograph comes in, what became of its orders goes out, and then it is over.

In: a line of JSON with the orders, then the bytes of the photograph. Out: for each order its length and its block. A crash, a
memory limit or a clock that runs out end this process and no other.
"""

import contextlib
import json
import sys

from weblocal.model.pictures import Focus, Shape
from weblocal.press import darkroom, logos
from weblocal.press.orders import LOGO, Order

LARGEST_MEMORY = 1024 * 1024 * 1024


def main() -> None:
    """Read, develop, write."""
    _limit_memory()
    received = sys.stdin.buffer.read()
    line, _, content = received.partition(b"\n")
    for plain in json.loads(line):
        made = logos.develop(content) if plain == LOGO else darkroom.develop(content, _order(plain))
        block = made.to_bytes()
        sys.stdout.buffer.write(len(block).to_bytes(8, "big") + block)
    sys.stdout.buffer.flush()


def _order(plain: list[object]) -> Order:
    shape, focus, widths, fallback, least, may_be_poor = plain
    assert isinstance(focus, list)
    assert isinstance(widths, list)
    return Order(
        shape=Shape(str(shape)) if shape else None,
        focus=Focus(x=int(focus[0]), y=int(focus[1])),
        widths=tuple(map(int, widths)),
        fallback_width=int(str(fallback)),
        least_px=int(str(least)),
        may_be_poor=bool(may_be_poor),
    )


def _limit_memory() -> None:
    """Where the system can: a picture that asks for more fails here, and takes nothing else with it."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (LARGEST_MEMORY, LARGEST_MEMORY))


if __name__ == "__main__":
    main()
