"""A record is in every way a frozen, slotted dataclass with named fields, and only made more quickly."""

import copy
import dataclasses
import pickle
from collections.abc import Callable
from typing import Any

import pytest

from weblocal.model.records import record


class Plain:
    """Three fields, of which one is not compared and one is set by itself."""

    name: str
    words: tuple[str, ...] = ()
    marks: dict[str, int] = dataclasses.field(default_factory=dict, hash=None, compare=False)
    length: int = dataclasses.field(init=False, repr=False)

    def __post_init__(self) -> None:
        if not self.name:
            raise ValueError("a name")
        object.__setattr__(self, "length", len(self.name))

    @property
    def is_long(self) -> bool:
        """Whether it has many letters."""
        return self.length > 5


def copy_of(pattern: type, name: str) -> type:
    body = {key: value for key, value in vars(pattern).items() if key not in {"__dict__", "__weakref__"}}
    return type(name, (), body | {"__qualname__": name, "__annotations__": dict(pattern.__annotations__)})


Recorded = record(copy_of(Plain, "Recorded"))
Standard = dataclasses.dataclass(frozen=True, slots=True, kw_only=True)(copy_of(Plain, "Standard"))


@record
class One:
    """A single field."""

    size: float


@record
class Nothing:
    """No field at all."""


@record
class Wider(One):
    """A second field beside an inherited one."""

    colour: str = "blue"


def told(make: Callable[..., Any], ask: Callable[[Any], object]) -> object:
    """What the question answers, or what it raises."""
    try:
        return ask(make)
    except Exception as raised:  # noqa: BLE001 - compared
        return type(raised)


QUESTIONS: tuple[Callable[[Any], object], ...] = (
    lambda kind: repr(kind(name="Ann", words=("a",))).removeprefix(kind.__qualname__),
    lambda kind: kind(name="Ann") == kind(name="Ann", marks={"a": 1}),
    lambda kind: kind(name="Ann") == kind(name="Bob"),
    lambda kind: kind(name="Ann") == ("Ann", ()),
    lambda kind: kind(name="Ann").__eq__(1),
    lambda kind: hash(kind(name="Ann")) == hash(kind(name="Ann", marks={"a": 1})),
    lambda kind: hash(kind(name="Ann", words=("a",))) == hash(("Ann", ("a",), 3)),
    lambda kind: kind("Ann"),
    lambda kind: kind(),
    lambda kind: kind(name=""),
    lambda kind: kind(name="Ann", length=3),
    lambda kind: kind(name="Ann", colour="blue"),
    lambda kind: setattr(kind(name="Ann"), "name", "Bob"),
    lambda kind: delattr(kind(name="Ann"), "name"),
    lambda kind: kind(name="Ann").marks is kind(name="Ann").marks,
    lambda kind: kind(name="Annabel").is_long,
    lambda kind: dataclasses.replace(kind(name="Ann"), name="Annabel").length,
    lambda kind: dataclasses.replace(kind(name="Ann"), length=1),
    lambda kind: dataclasses.asdict(kind(name="Ann", words=("a",))),
    lambda kind: [(field.name, field.init, field.compare, field.kw_only) for field in dataclasses.fields(kind)],
    lambda kind: copy.deepcopy(kind(name="Ann")) == kind(name="Ann"),
    lambda kind: (kind.__slots__, kind.__match_args__, kind.__doc__, hasattr(kind(name="Ann"), "__dict__")),
    lambda kind: kind.__init__.__annotations__,
)


@pytest.mark.parametrize("ask", QUESTIONS)
def test_a_record_answers_as_the_standard_library_does(ask: Callable[[Any], object]) -> None:
    assert told(Recorded, ask) == told(Standard, ask)


def test_a_record_travels_between_processes() -> None:
    assert pickle.loads(pickle.dumps(Wider(size=1.5))) == Wider(size=1.5, colour="blue")


def test_one_field_and_none_are_enough_and_classes_are_told_apart() -> None:
    assert One(size=1) == One(size=1.0) != Wider(size=1)
    assert {Nothing(), Nothing()} == {Nothing()}
    assert len({One(size=1), One(size=2), One(size=1)}) == 2
    nowhere = float("nan")
    assert One(size=nowhere) == One(size=nowhere)  # one value is itself, as within a tuple


def test_a_field_is_inherited_and_has_one_slot() -> None:
    assert (Wider.__slots__, Wider(size=2).size) == (("colour",), 2)


def test_nothing_can_be_added_to_a_record() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        One(size=1).colour = "blue"  # type: ignore[attr-defined]
