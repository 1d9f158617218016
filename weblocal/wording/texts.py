"""Interface texts: the English sentence is the key, a catalogue per language holds the others, and English is never missing."""

import functools
import importlib.resources
from collections.abc import Callable, Mapping
from importlib.resources.abc import Traversable

from weblocal.wording import figures, po_files


class Texts:
    """The interface texts of one language."""

    def __init__(
        self, translations: Mapping[str, tuple[str, ...]], *, plural_index: Callable[[int], int], tag: str = "en"
    ) -> None:
        self._translations = translations
        self._plural_index = plural_index
        self._tag = tag

    def for_region(self, tag: str) -> "Texts":
        """The same texts with figures as a region writes them."""
        return Texts(self._translations, plural_index=self._plural_index, tag=tag)

    def say(self, english: str, **values: object) -> str:
        """`english` in this language, its {named} slots filled; English itself when nobody has translated it yet."""
        found = self._translations.get(english, ())
        text = found[0] if found and found[0] else english
        return text.format(**self._with_local_figures(values)) if values else text

    def many(self, one: str, more: str, count: int, **values: object) -> str:
        """The form that fits `count`, with {count} among its slots."""
        found = self._translations.get(one, ())
        index = self._plural_index(count)
        text = found[index] if index < len(found) and found[index] else (one if count == 1 else more)
        return text.format(**self._with_local_figures({"count": count} | values))

    def _with_local_figures(self, values: Mapping[str, object]) -> Mapping[str, object]:
        if figures.table_of(self._tag) is None:
            return values
        return {
            name: figures.local(str(value), self._tag) if isinstance(value, int) else value for name, value in values.items()
        }


def _one_or_more(count: int) -> int:
    return int(count != 1)


def to_say(english: str) -> str:
    """Marks a text that stands in a table and is said from there, so that `scripts/wording` finds it; the text itself."""
    return english


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
            return _catalogue(name).for_region(tag)
    return ENGLISH


@functools.cache
def _catalogue(name: str) -> Texts:
    translations, plural_index = po_files.read(_catalogues().joinpath(name, "LC_MESSAGES", "weblocal.po").read_text("utf-8"))
    return Texts(translations, plural_index=plural_index)


def _catalogues() -> Traversable:
    return importlib.resources.files("weblocal.wording") / "catalogues"
