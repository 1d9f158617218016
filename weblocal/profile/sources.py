"""The owner's files as the profile room sees them: names, and bytes read on demand."""

import dataclasses
from collections.abc import Callable, Mapping
from typing import Self

from weblocal.errors import NotFound, ProfileInvalid
from weblocal.model.problems import Place, Problem
from weblocal.model.records import record
from weblocal.reading import characters


@record
class Sources:
    """Files by relative name with forward slashes; `read` gives the bytes of one. `label` stands before names in messages.

    A tree read from disk fits as it is: `Sources(names=tree.names, read=tree.read)`.
    """

    names: tuple[str, ...]
    read: Callable[[str], bytes]
    label: str = ""
    _known: frozenset[str] = dataclasses.field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_known", frozenset(self.names))  # a folder may hold ten thousand

    @classmethod
    def of_texts(cls, texts: Mapping[str, str | bytes], *, label: str = "") -> Self:
        """Sources held in memory: an import, a test, an agency's sheet."""
        raw = {name: text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text for name, text in texts.items()}
        return cls(names=tuple(sorted(raw)), read=raw.__getitem__, label=label)

    def __contains__(self, name: str) -> bool:
        return name in self._known

    def text(self, name: str) -> str:
        """The text of one file; raises ProfileInvalid when it is gone or not UTF-8."""
        try:
            raw = self.read(name)
        except (NotFound, KeyError) as gone:
            problem = Problem(
                place=Place(file=self.shown(name)), field="", message="The file cannot be read.", fix="Save it again."
            )
            raise ProfileInvalid((problem,)) from gone
        return characters.decode(raw, file=self.shown(name))

    def shown(self, name: str) -> str:
        """The name as messages give it."""
        return f"{self.label}{name}"
