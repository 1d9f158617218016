"""Numbers that look like chance and are the same for the same words, on every machine and in every version."""

import hashlib
import itertools
import struct
from collections.abc import Callable, Iterator

_BLOCK = struct.Struct(">32H")


class Chance:
    """A row of such numbers, drawn one after the other."""

    def __init__(self, words: str) -> None:
        # a name may hold half of a surrogate pair, which UTF-8 refuses
        self._drawn = itertools.chain.from_iterable(_blocks(words.encode("utf-8", "surrogatepass")))

    def below(self, count: int) -> int:
        """A number from 0 to `count` - 1; `count` is at most 1000."""
        return next(self._drawn) % count

    def says(self, percent: int) -> bool:
        """Yes, in `percent` of a hundred cases."""
        return next(self._drawn) % 100 < percent

    def drawer(self) -> Callable[[], int]:
        """The next number as it comes, 0 to 65535, for walks that draw ten thousand of them for one wall."""
        return self._drawn.__next__

    def pick(self, choices: tuple[str, ...]) -> str:
        """One of `choices`."""
        return choices[self.below(len(choices))]

    def turn(self) -> int:
        """A quarter turn, in degrees."""
        return 90 * self.below(4)


def _blocks(words: bytes) -> Iterator[tuple[int, ...]]:
    for count in itertools.count():
        yield _BLOCK.unpack(hashlib.blake2b(words + count.to_bytes(4, "big")).digest())[::-1]
