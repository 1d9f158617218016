"""What every noun of this house is: a frozen, slotted dataclass whose fields are named when it is made, and made quickly itself.

`record` is `dataclasses.dataclass(frozen=True, slots=True, kw_only=True)`, and `fields`, `replace` and `asdict` know it as one.
The standard library compiles six functions for each class, in every process anew; a build has a hundred and sixty such classes,
which is no small part of it. Here one is compiled, and the others are shared. A test holds both to the same behaviour.
"""

import dataclasses
import operator
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NoReturn, TypeVar, dataclass_transform

Noun = TypeVar("Noun")

_set = object.__setattr__
_unsaid = object()
# the library's own list of fields, and nothing compiled
_with_fields = dataclasses.dataclass(init=False, repr=False, eq=False, kw_only=True)


@dataclass_transform(kw_only_default=True, frozen_default=True, eq_default=True, field_specifiers=(dataclasses.field,))
def record(noun: type[Noun]) -> type[Noun]:
    """The class with its fields as slots, that cannot change, equal to another of the same class with equal fields."""
    fields = dataclasses.fields(_with_fields(noun))  # type: ignore[arg-type]  # it has just become one
    names = [field.name for field in fields]
    body = {name: value for name, value in vars(noun).items() if name not in {*names, "__dict__", "__weakref__"}}
    inherited = {name for parent in noun.__mro__[1:] for name in getattr(parent, "__slots__", ())}
    body["__slots__"] = tuple(name for name in names if name not in inherited)
    body["__init__"] = _maker(noun, fields)
    body |= {"__setattr__": _refuse, "__delattr__": _refuse, "__getstate__": _state, "__setstate__": _take_state}
    body.setdefault("__repr__", _shown([field.name for field in fields if field.repr]))
    equal, found_by = _compared([field.name for field in fields if field.compare])
    body.setdefault("__eq__", equal)
    body.setdefault("__hash__", found_by)
    kind: Any = type(noun)
    made: type[Noun] = kind(noun.__name__, noun.__bases__, body)  # slots can only be given to a new class
    made.__qualname__ = noun.__qualname__
    return made


def _maker(noun: type, fields: Sequence[dataclasses.Field[Any]]) -> Callable[..., None]:
    """Its `__init__`: the one function that is worth compiling, for it runs most."""
    scope: dict[str, Any] = {"_set": _set, "_unsaid": _unsaid}
    asked = ", ".join(_parameter(field, scope) for field in fields if field.init)
    lines = [line for field in fields for line in _lines(field, scope)]
    if hasattr(noun, "__post_init__"):
        lines.append("self.__post_init__()")
    written = "\n    ".join((f"def __init__(self{', *, ' if asked else ''}{asked}):", *(lines or ["pass"])))
    exec(written, scope)  # noqa: S102 - of names that stand in our own classes, as the standard library does it
    made: Callable[..., None] = scope["__init__"]
    made.__qualname__ = f"{noun.__qualname__}.__init__"
    made.__annotations__ = {field.name: field.type for field in fields if field.init} | {"return": None}
    return made


def _parameter(field: dataclasses.Field[Any], scope: dict[str, Any]) -> str:
    if field.default is not dataclasses.MISSING:
        scope[f"_default_{field.name}"] = field.default
        return f"{field.name}=_default_{field.name}"
    return f"{field.name}=_unsaid" if field.default_factory is not dataclasses.MISSING else field.name


def _lines(field: dataclasses.Field[Any], scope: dict[str, Any]) -> Iterator[str]:
    """What sets one field; a field that nobody may name is set where it has a default."""
    name, value = field.name, field.name
    if field.default_factory is not dataclasses.MISSING:
        scope[f"_make_{name}"] = field.default_factory
        value = f"_make_{name}() if {name} is _unsaid else {name}" if field.init else f"_make_{name}()"
    elif not field.init:
        if field.default is dataclasses.MISSING:
            return
        scope[f"_default_{name}"] = field.default
        value = f"_default_{name}"
    yield f"_set(self, {name!r}, {value})"


def _refuse(self: object, name: str, *_value: object) -> NoReturn:
    raise dataclasses.FrozenInstanceError(f"{type(self).__qualname__}.{name} cannot change")


def _shown(names: Sequence[str]) -> Callable[[object], str]:
    def __repr__(self: object) -> str:  # noqa: N807 - what it becomes
        return f"{type(self).__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"

    return __repr__


def _compared(names: Sequence[str]) -> tuple[Callable[[object, object], bool], Callable[[object], int]]:
    """How two are compared, and what they are found by, over these fields."""
    values: Callable[[object], object] = operator.attrgetter(*names) if len(names) > 1 else _few(names)

    def __eq__(self: object, other: object) -> bool:  # noqa: N807 - what it becomes
        return bool(values(self) == values(other)) if other.__class__ is self.__class__ else NotImplemented

    def __hash__(self: object) -> int:  # noqa: N807 - what it becomes
        return hash(values(self))

    return __eq__, __hash__


def _few(names: Sequence[str]) -> Callable[[object], object]:
    return lambda noun: tuple(getattr(noun, name) for name in names)


def _state(self: object) -> list[object]:
    """What travels to another process; without this the slots would be set one by one, and refuse."""
    return [getattr(self, field.name) for field in dataclasses.fields(self)]  # type: ignore[arg-type]  # a record


def _take_state(self: object, state: Sequence[object]) -> None:
    for field, value in zip(dataclasses.fields(self), state, strict=True):  # type: ignore[arg-type]  # a record
        _set(self, field.name, value)
