"""The vocabulary of schema.org as Google's schema-dts writes it down: which types there are, what each may say, and in which types."""

import dataclasses
import functools
import pathlib
import re
from collections.abc import Iterator
from typing import Any

from tests.matrix.gates import MODULES

TYPES = MODULES / "schema-dts" / "dist" / "schema.d.ts"
# what Google asks of a type before it shows anything richer than a link (developers.google.com/search, structured data)
REQUIRED = {
    "LocalBusiness": ("name", "address"),
    "BreadcrumbList": ("itemListElement",),
    "ListItem": ("position", "name"),
    "FAQPage": ("mainEntity",),
    "Question": ("name", "acceptedAnswer"),
    "Answer": ("text",),
    "Article": ("headline",),
    "PostalAddress": ("addressLocality", "addressCountry"),
    "OpeningHoursSpecification": ("opens", "closes"),
}
_INTERFACE = re.compile(r"^(?:export )?interface (\w+?)(Base|Leaf) extends ([^{]+)\{(.*?)^\}", re.DOTALL | re.MULTILINE)
_PROPERTY = re.compile(r'"(\w+)"\?: SchemaValue<(.*?), "\w+">;')
_PLAIN = frozenset(
    {"Text", "URL", "Date", "DateTime", "Time", "Number", "Integer", "Float", "Boolean", "string", "IdReference"}
)


@dataclasses.dataclass(frozen=True, slots=True)
class Kind:
    """A type: what it is a kind of, and what it adds to what those may say, each with the types allowed there."""

    parents: tuple[str, ...]
    says: dict[str, frozenset[str]]


@functools.cache
def kinds() -> dict[str, Kind]:
    """Every type by name."""
    found: dict[str, Kind] = {}
    for name, form, above, body in _INTERFACE.findall(pathlib.Path(TYPES).read_text(encoding="utf-8")):
        parents = tuple(re.sub(r"(Base|Leaf)$", "", each.strip()) for each in above.split(","))
        parents = tuple(each for each in parents if each != name and "<" not in each)
        if form == "Leaf" and name in found:
            continue
        says = {said: frozenset(each.strip() for each in allowed.split("|")) for said, allowed in _PROPERTY.findall(body)}
        found[name] = Kind(parents, says)
    return found


def above(name: str) -> Iterator[str]:
    """The type and everything it is a kind of."""
    yield name
    for parent in kinds()[name].parents if name in kinds() else ():
        yield from above(parent)


def faults(node: dict[str, Any], where: str = "") -> Iterator[str]:
    """What in a node, and in all nodes inside it, the vocabulary or Google would not take."""
    types = node.get("@type")
    if types is None:
        if set(node) != {"@id"}:
            yield f"{where}: a node without a type says {sorted(node)}"
        return
    names = [types] if isinstance(types, str) else list(types)
    unknown = [name for name in names if name not in kinds()]
    if unknown:
        yield f"{where}: {unknown} is no type"
        return
    yield from _said_faults(node, names, where)


def _said_faults(node: dict[str, Any], names: list[str], where: str) -> Iterator[str]:
    lines = {each for name in names for each in above(name)}
    allowed = {said: types for each in lines if each in kinds() for said, types in kinds()[each].says.items()}
    for each in lines & REQUIRED.keys():
        yield from (f"{where} {each}: {said} is missing" for said in REQUIRED[each] if said not in node)
    for said, value in node.items():
        if said.startswith("@"):
            continue
        if said not in allowed:
            yield f"{where} {names[0]}: may not say {said}"
            continue
        for one in value if isinstance(value, list) else [value]:
            yield from _value_faults(one, allowed[said], f"{where} {names[0]}.{said}")


def _value_faults(value: object, allowed: frozenset[str], where: str) -> Iterator[str]:
    if isinstance(value, dict):
        name = value.get("@type")
        first = name if isinstance(name, str) else (name or [None])[0]
        if first and not allowed & set(above(first)):
            yield f"{where}: {first} is none of {sorted(allowed)[:8]}"
        yield from faults(value, where)
    elif not allowed & _PLAIN and not _has_plain_form(allowed):
        yield f"{where}: {value!r} is no {sorted(allowed)[:8]}"


def _has_plain_form(allowed: frozenset[str]) -> bool:
    """Whether one of the types may be written as a word: an enumeration, or a type like Plumber that may be a string."""
    return any("Enumeration" in set(above(name)) or name in {"PaymentMethod", "DayOfWeek"} for name in allowed)
