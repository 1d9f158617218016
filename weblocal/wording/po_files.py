"""Reads a catalogue in gettext's own text form, as `scripts/wording` writes it: every text on one line, nothing compiled beside it.

A compiled copy could go stale, and a reader for all that the form allows costs more than a page: this one takes a few
milliseconds, and a test holds it to the one that writes.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping

_PLURALS = re.compile(r"plural=([^;\\]+);")
_LINE = re.compile(r'^(?:(msgid_plural|msgid|msgstr(?:\[\d+\])?) )?(".*")$')


def read(text: str) -> tuple[Mapping[str, tuple[str, ...]], Callable[[int], int]]:
    """Every translation under its English text, a form for each kind of number; and which form goes with a number.

    What is empty, obsolete or marked as uncertain is left out.
    """
    from gettext import c2py

    translations: dict[str, tuple[str, ...]] = {}
    plural_index: Callable[[int], int] = c2py("n != 1")
    for english, forms in _entries(text):
        if not english:
            found = _PLURALS.search(forms[0])
            plural_index = c2py(found[1].strip()) if found else plural_index
        elif any(forms):
            translations[english] = forms
    return translations, plural_index


def _entries(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The English text and its forms, entry by entry."""
    for block in text.split("\n\n"):
        lines = block.splitlines()
        if any(line.startswith("#,") and "fuzzy" in line for line in lines):
            continue
        parts: dict[str, str] = {}
        name = ""
        for line in lines:
            if found := _LINE.match(line):
                name = found[1] or name
                # the escapes of this form are those of JSON
                parts[name] = parts.get(name, "") + json.loads(found[2])
        if "msgid" in parts:
            yield parts["msgid"], tuple(words for name, words in parts.items() if name.startswith("msgstr"))
