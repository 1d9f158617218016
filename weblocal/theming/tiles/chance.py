"""Numbers that look like chance and are the same for the same words, on every machine and in every version."""

import hashlib


class Chance:
    """A row of such numbers, drawn one after the other."""

    def __init__(self, words: str) -> None:
        # a name may hold half of a surrogate pair, which UTF-8 refuses
        self._words = words.encode("utf-8", "surrogatepass")
        self._block = 0
        self._left: list[int] = []

    def below(self, count: int) -> int:
        """A number from 0 to `count` - 1; `count` is at most 1000."""
        if not self._left:
            block = hashlib.blake2b(self._words + self._block.to_bytes(4, "big")).digest()
            self._block += 1
            self._left = [high << 8 | low for high, low in zip(block[::2], block[1::2], strict=True)]
        return self._left.pop() % count

    def says(self, percent: int) -> bool:
        """Yes, in `percent` of a hundred cases."""
        return self.below(100) < percent

    def pick(self, choices: tuple[str, ...]) -> str:
        """One of `choices`."""
        return choices[self.below(len(choices))]

    def turn(self) -> int:
        """A quarter turn, in degrees."""
        return 90 * self.below(4)
