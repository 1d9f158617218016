"""A business with new words in texts whose front matter stayed as it was: the profile need not be read again for them.

The words of a text go into the business letter for letter, and nothing else of the profile is made from them. Mails are another
matter: what is said of them is told from their words too.
"""

import dataclasses
from collections.abc import Mapping
from typing import Any

from weblocal.model.sequences import SendStep
from weblocal.model.words import Text

_NOUNS = "weblocal.model."


class MoreChanged(Exception):
    """More than the words of a text changed."""


def graft(value: Any, texts: Mapping[str, Text], met: set[str]) -> Any:  # noqa: ANN401 - whatever noun it was given
    """The same noun with the words of `texts`, by file, in the place of its own; `met` takes the files that were found in it.

    Raises MoreChanged.
    """
    if isinstance(value, tuple):
        parts = tuple(graft(part, texts, met) for part in value)
        return value if all(new is old for new, old in zip(parts, value, strict=True)) else parts
    if isinstance(value, Text):
        return _worded(value, texts, met)
    if not dataclasses.is_dataclass(value) or isinstance(value, type) or not type(value).__module__.startswith(_NOUNS):
        return value
    if isinstance(value, SendStep) and value.text.place.file in texts:
        raise MoreChanged
    changed = {}
    for field in dataclasses.fields(value):
        old = getattr(value, field.name)
        new = graft(old, texts, met)
        if new is not old:
            changed[field.name] = new
    return dataclasses.replace(value, **changed) if changed else value


def _worded(old: Text, texts: Mapping[str, Text], met: set[str]) -> Text:
    new = texts.get(old.place.file)
    if new is None:
        return old
    met.add(old.place.file)
    if not new.body or not old.body or dataclasses.replace(new, body=old.body) != old:
        raise MoreChanged
    return new
