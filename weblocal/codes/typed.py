"""Codes that people read out and type: no letters that look alike, and a check letter that catches every single slip.

The alphabet has 29 signs, a prime number, so a weighted sum modulo 29 notices any one wrong letter and any two swapped
neighbours (the reasoning of ISBN-10, with a larger prime).
"""

ALPHABET = "23456789ABCDEFGHJKLMNPRSTUVXY"
LENGTH = 10
_LOOKS_LIKE = str.maketrans({"O": "D", "0": "D", "Q": "D", "I": "J", "1": "J", "Z": "2", "W": "V"})


def encode(numbers: tuple[int, ...]) -> str:
    """A code from chance: `numbers` are LENGTH - 1 numbers, each from 0 to 28; the check letter is added."""
    if len(numbers) != LENGTH - 1 or any(not 0 <= number < len(ALPHABET) for number in numbers):
        raise ValueError("a code is made from nine numbers below 29")
    return "".join(ALPHABET[number] for number in numbers) + ALPHABET[_check(numbers)]


def read(typed: str) -> str | None:
    """The code somebody typed, in its one spelling; None when it cannot be one of ours.

    Case, spaces and dashes do not matter, and a sign we never use is taken for the one it looks like.
    """
    letters = "".join(letter for letter in typed.upper() if letter.isalnum()).translate(_LOOKS_LIKE)
    if len(letters) != LENGTH or any(letter not in ALPHABET for letter in letters):
        return None
    numbers = tuple(ALPHABET.index(letter) for letter in letters)
    return letters if _check(numbers[:-1]) == numbers[-1] else None


def spaced(code: str) -> str:
    """A code as it is printed: K7QM 4XTD 9P."""
    return " ".join(code[start : start + 4] for start in range(0, len(code), 4))


def _check(numbers: tuple[int, ...]) -> int:
    return sum(weight * number for weight, number in enumerate(numbers, start=2)) % len(ALPHABET)
