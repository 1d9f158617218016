"""Text from outside, made harmless without losing a word: no control characters, one line where one line belongs."""

import unicodedata

# everything that some program somewhere takes for the end of a line
_BREAKS = dict.fromkeys(map(ord, "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"), "\n")
# marks that turn the reading direction over: they can make one text look like another
_TURNERS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def one_line(text: str) -> str:
    """`text` on one line, spaces single, nothing invisible that could end a header or hide a word."""
    return " ".join(_harmless(text).split())


def lines(text: str) -> str:
    r"""`text` with its line breaks (as \\n) and nothing else that controls anything; no more than one empty line in a row."""
    kept: list[str] = []
    for line in _harmless(text.replace("\r\n", "\n")).split("\n"):
        bare = line.rstrip()
        if bare or (kept and kept[-1]):
            kept.append(bare)
    return "\n".join(kept).strip("\n")


def _harmless(text: str) -> str:
    """NFC, with control characters, lone surrogates and direction marks gone; tabs and line breaks stay for the caller."""
    composed = unicodedata.normalize("NFC", text)
    spaced = composed.translate(_BREAKS)
    return "".join(letter for letter in spaced if letter in "\n\t" or _is_harmless(letter))


def _is_harmless(letter: str) -> bool:
    return letter not in _TURNERS and unicodedata.category(letter) not in ("Cc", "Cs")
