"""Our own nouns as plain data that can be kept in a file, and back: only nouns can come out, and making one runs nothing else.

Python's own way of keeping objects runs what it reads, so it is not used here. What is written are tuples, texts and numbers;
a noun is the name of its class and its fields. A class must stand in `weblocal.model`, or what is read is refused.
"""

import dataclasses
import datetime as dt
import enum
import functools
import importlib
import marshal
from collections.abc import Callable
from typing import Any

_NOUNS = "weblocal.model."
_PLAIN = (str, int, float, bool, bytes, type(None))

# how each kind of value is told apart: the first part of a pair
_TUPLE, _FROZENSET, _DICT, _DATE, _INSTANT, _TIME, _SPAN = "t", "f", "d", "D", "I", "T", "S"


class Unkeepable(ValueError):
    """A value that is no noun, or data that is none of ours."""


def written(value: object) -> bytes:
    """A noun, or tuples and mappings of nouns, as bytes; raises Unkeepable."""
    return marshal.dumps(_plain(value))  # type: ignore[arg-type]  # of plain parts alone


def read(data: bytes) -> Any:  # noqa: ANN401 - whatever `written` was given
    """What `written` was given; raises Unkeepable."""
    try:
        return _made(marshal.loads(data))  # noqa: S302 - plain data alone: no code is made of it here
    except (ValueError, EOFError, TypeError, KeyError, AttributeError, ImportError) as broken:
        raise Unkeepable(str(broken)) from broken


def _plain(value: object) -> object:
    kind = type(value)
    if kind in _PLAIN:
        return value
    if kind is tuple:
        return (_TUPLE, *map(_plain, value))  # type: ignore[call-overload]  # known to be one
    if dataclasses.is_dataclass(value) and kind.__module__.startswith(_NOUNS):
        return (f"{kind.__module__}:{kind.__qualname__}", *(_plain(getattr(value, name)) for name in _fields(kind)))  # type: ignore[arg-type]  # a class
    if isinstance(value, enum.Enum) and kind.__module__.startswith(_NOUNS):
        return (f"{kind.__module__}:{kind.__qualname__}", value.value)
    return _plain_other(value)


def _plain_other(value: object) -> object:
    match value:
        case frozenset():
            return (_FROZENSET, *map(_plain, sorted(value)))
        case dict():
            return (_DICT, *((_plain(key), _plain(each)) for key, each in value.items()))
        case dt.datetime():
            return (_INSTANT, value.isoformat())
        case dt.date():
            return (_DATE, value.toordinal())
        case dt.time():
            return (_TIME, value.isoformat())
        case dt.timedelta():
            return (_SPAN, value.days, value.seconds, value.microseconds)
        case _:
            raise Unkeepable(f"{type(value).__module__}.{type(value).__qualname__} is none of the nouns")


def _made(data: Any) -> Any:  # noqa: ANN401
    if type(data) is not tuple:
        return data
    kind, *parts = data
    maker = _MAKERS.get(kind) or _noun(kind)
    return maker(parts)


_MAKERS: dict[str, Callable[[list[Any]], Any]] = {
    _TUPLE: lambda parts: tuple(map(_made, parts)),
    _FROZENSET: lambda parts: frozenset(map(_made, parts)),
    _DICT: lambda parts: {_made(key): _made(each) for key, each in parts},
    _DATE: lambda parts: dt.date.fromordinal(parts[0]),
    _INSTANT: lambda parts: dt.datetime.fromisoformat(parts[0]),
    _TIME: lambda parts: dt.time.fromisoformat(parts[0]),
    _SPAN: lambda parts: dt.timedelta(*parts),
}


@functools.cache
def _noun(name: str) -> Callable[[list[Any]], Any]:
    """What makes a noun of its fields again, through its own checks."""
    module, _, qualname = name.partition(":")
    if not module.startswith(_NOUNS):
        raise Unkeepable(f"{name} is no noun")
    found = getattr(importlib.import_module(module), qualname)
    if isinstance(found, type) and issubclass(found, enum.Enum):
        return lambda parts: found(parts[0])
    if not isinstance(found, type) or not dataclasses.is_dataclass(found):
        raise Unkeepable(f"{name} is no noun")
    names = _fields(found)
    return lambda parts: found(**dict(zip(names, map(_made, parts), strict=True)))


@functools.cache
def _fields(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(kind) if field.init)
