"""Interface texts: the English sentence is the key, a catalogue per language holds the others, and English is never missing."""

import functools
import importlib.resources
import io
from collections.abc import Callable, Mapping
from importlib.resources.abc import Traversable


class Texts:
    """The interface texts of one language."""

    def __init__(self, translations: Mapping[str, tuple[str, ...]], *, plural_index: Callable[[int], int]) -> None:
        self._translations = translations
        self._plural_index = plural_index

    def say(self, english: str, **values: object) -> str:
        """`english` in this language, its {named} slots filled; English itself when nobody has translated it yet."""
        found = self._translations.get(english, ())
        text = found[0] if found and found[0] else english
        return text.format(**values) if values else text

    def many(self, one: str, more: str, count: int, **values: object) -> str:
        """The form that fits `count`, with {count} among its slots."""
        found = self._translations.get(one, ())
        index = self._plural_index(count)
        text = found[index] if index < len(found) and found[index] else (one if count == 1 else more)
        return text.format(count=count, **values)


def _one_or_more(count: int) -> int:
    return int(count != 1)


ENGLISH = Texts({}, plural_index=_one_or_more)


def languages() -> tuple[str, ...]:
    """The languages there is a catalogue for, besides English."""
    return tuple(sorted(entry.name for entry in _catalogues().iterdir() if entry.is_dir()))


@functools.cache
def for_language(tag: str) -> Texts:
    """The texts for a language tag such as de-CH: its own catalogue, else its language's, else English."""
    known = languages()
    for name in (tag.replace("-", "_"), tag.split("-", maxsplit=1)[0].lower()):
        if name in known:
            return _catalogue(name)
    return ENGLISH


@functools.cache
def _catalogue(name: str) -> Texts:
    # babel is a large library, and English needs none of it
    from gettext import c2py

    from babel.messages import pofile

    raw = _catalogues().joinpath(name, "LC_MESSAGES", "weblocal.po").read_bytes()
    catalogue = pofile.read_po(io.BytesIO(raw), locale=name)
    translations: dict[str, tuple[str, ...]] = {}
    for message in catalogue:
        if message.id and not message.fuzzy:
            key = message.id if isinstance(message.id, str) else message.id[0]
            strings = message.string or ()
            translations[key] = (strings,) if isinstance(strings, str) else tuple(strings)
    return Texts(translations, plural_index=c2py(catalogue.plural_expr))


def _catalogues() -> Traversable:
    return importlib.resources.files("weblocal.wording") / "catalogues"
