"""Column types: what a noun's fields become in SQL, the same on every engine."""
# ruff: noqa: ANN401, ARG002 - the signatures are SQLAlchemy's, and what an engine hands back may be anything

import datetime as dt
import enum
import json
from typing import Any

import sqlalchemy as sa

_ID_LENGTH = 64


class Instant(sa.TypeDecorator[dt.datetime]):
    """An aware instant, kept in UTC. SQLite has no such type: there it is text of fixed width, which sorts as time does."""

    impl = sa.String(32)
    cache_ok = True

    def load_dialect_impl(self, dialect: sa.Dialect) -> sa.types.TypeEngine[Any]:
        """Text on SQLite, a timestamp with zone elsewhere."""
        if dialect.name == "sqlite":
            return dialect.type_descriptor(sa.String(32))
        return dialect.type_descriptor(sa.DateTime(timezone=True))

    def process_bind_param(self, value: dt.datetime | None, dialect: sa.Dialect) -> Any:
        """To UTC; a naive datetime is refused, because nobody can know which instant it means."""
        if value is None:
            return None
        if value.tzinfo is None or value.utcoffset() is None:
            raise ValueError(f"a naive datetime is not an instant: {value!r}")
        in_utc = value.astimezone(dt.UTC)
        return in_utc.isoformat(timespec="microseconds") if dialect.name == "sqlite" else in_utc

    def process_result_value(self, value: Any, dialect: sa.Dialect) -> dt.datetime | None:
        """Aware, in UTC."""
        if value is None:
            return None
        at: dt.datetime = dt.datetime.fromisoformat(value) if dialect.name == "sqlite" else value
        return at.astimezone(dt.UTC)


class Word(sa.TypeDecorator[enum.StrEnum]):
    """A member of an enumeration, kept as its word and not as a number, so that the ledger can be read by hand."""

    impl = sa.String(32)
    cache_ok = True

    def __init__(self, kind: type[enum.StrEnum] | None = None) -> None:
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: enum.StrEnum | None, dialect: sa.Dialect) -> str | None:
        """Its word."""
        return None if value is None else str(value)

    def process_result_value(self, value: Any, dialect: sa.Dialect) -> Any:
        """The member again."""
        return value if value is None or self.kind is None else self.kind(value)


class Reference(sa.TypeDecorator[str]):
    """An id or key that may be missing: empty text in a noun, NULL in the table, so that keys and foreign keys leave it out."""

    impl = sa.String(_ID_LENGTH)
    cache_ok = True

    def __init__(self, length: int = _ID_LENGTH) -> None:
        super().__init__(length)

    def process_bind_param(self, value: str | None, dialect: sa.Dialect) -> str | None:
        """Empty becomes NULL."""
        return value or None

    def process_result_value(self, value: Any, dialect: sa.Dialect) -> str:
        """NULL becomes empty."""
        return value or ""


class Texts(sa.TypeDecorator[tuple[Any, ...]]):
    """A tuple of texts, or of tuples of texts, kept as JSON in the order given."""

    impl = sa.Text()
    cache_ok = True

    def process_bind_param(self, value: tuple[Any, ...] | None, dialect: sa.Dialect) -> str | None:
        """JSON, with letters of every language as they are."""
        return None if value is None else json.dumps(value, ensure_ascii=False, separators=(",", ":"))

    def process_result_value(self, value: Any, dialect: sa.Dialect) -> tuple[Any, ...]:
        """Tuples again, down to the texts."""
        return _as_tuples(json.loads(value or "[]"))


def _as_tuples(values: list[Any]) -> tuple[Any, ...]:
    return tuple(_as_tuples(value) if isinstance(value, list) else value for value in values)


def identifier() -> sa.String:
    """The type of our ids and of ids the owner writes (forms, offers, sequences)."""
    return sa.String(_ID_LENGTH)
