"""Soft hyphens for languages that write several words as one: a long word may be divided where its last words begin.

A dictionary of syllables was tried and is not used: the one there is for Python takes two thirds of a second to read German, knows
no Finnish, and divides where a reader stumbles (Schut-zer-klärung). What a business says ends in few words (-reinigung,
-installation), so a list of them divides where the language does. Words it does not know keep to the browser's own hyphens and
to the rule that fits a headline to its longest word.
"""

import functools
import importlib.resources
import re

SOFT_HYPHEN = "\u00ad"
# shorter words fit a phone at any size we set; a shorter beginning is no word
_LONG_WORD = re.compile(r"[^\W\d_]{13,}")
_SHORTEST_BEGINNING = 4
_ALIASES = {"no": "nb", "nn": "nb"}
_LANGUAGES = frozenset({"da", "de", "fi", "nb", "nl", "sv"})


def divided(text: str, language: str) -> str:
    """`text` with soft hyphens in its long words, where the language needs them; a text that is divided already stays as it is."""
    primary = language.split("-", maxsplit=1)[0].lower()
    primary = _ALIASES.get(primary, primary)
    if primary not in _LANGUAGES or SOFT_HYPHEN in text or not _LONG_WORD.search(text):
        return text
    return _LONG_WORD.sub(lambda found: _word(found[0], _ends(primary)), text)


def whole(text: str) -> str:
    """`text` without soft hyphens: for titles, addresses, mails and machines."""
    return text.replace(SOFT_HYPHEN, "")


def _word(word: str, ends: frozenset[str]) -> str:
    """The word divided before each of the words that end it, the longest first."""
    for start in range(_SHORTEST_BEGINNING, len(word) - 2):
        if word[start:].lower() in ends:
            return f"{_word(word[:start], ends)}{SOFT_HYPHEN}{word[start:]}"
    if word[-1:] in {"s", "n"} and len(word) > 2 * _SHORTEST_BEGINNING:
        # the letter that joins German and Scandinavian words: Rohrreinigung-s-dienst
        inner = _word(word[:-1], ends)
        return inner + word[-1] if SOFT_HYPHEN in inner else word
    return word


@functools.cache
def _ends(language: str) -> frozenset[str]:
    folder = importlib.resources.files("weblocal.wording") / "compounds"
    lines = folder.joinpath(f"{language}.txt").read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
