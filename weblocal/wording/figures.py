"""Figures as a region writes them: Egypt reads ٨, Morocco 8; what is dialled, paid by machine or scanned stays as it is."""

import functools
from collections.abc import Mapping

# only these languages have regions with figures of their own (Unicode CLDR); for all others nothing is looked up
_LANGUAGES = frozenset({"ar", "as", "bn", "ckb", "dz", "fa", "ks", "mr", "my", "ne", "ps", "sd", "ur"})
_FIRST = {"arab": "\u0660", "arabext": "\u06f0", "beng": "\u09e6", "deva": "\u0966", "mymr": "\u1040", "tibt": "\u0f20"}


def local(text: str, language: str) -> str:
    """`text` with its figures as people of the language tag's region write them."""
    table = table_of(language)
    return text.translate(table) if table else text


@functools.cache
def table_of(language: str) -> Mapping[int, int] | None:
    """The figure for each of 0 to 9; None where they are written so."""
    primary = language.split("-", maxsplit=1)[0].lower()
    if primary not in _LANGUAGES:
        return None
    from babel import Locale, UnknownLocaleError

    try:
        system = Locale.parse(language, sep="-").default_numbering_system
    except (UnknownLocaleError, ValueError):
        system = Locale.parse(primary).default_numbering_system
    first = _FIRST.get(system)
    return {ord("0") + number: ord(first) + number for number in range(10)} if first else None
