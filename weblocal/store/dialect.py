"""The statements that engines spell differently, in one place, and the one that has to be quick."""

import functools
from collections.abc import Callable
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from weblocal.model.records import record


def insert_if_new(connection: sa.Connection, table: sa.Table, values: dict[str, Any]) -> bool:
    """Insert a row unless a unique key says it is there already; whether it was inserted."""
    ready = _ready_insert(connection.dialect.name, table)
    driver: Any = connection.connection.driver_connection
    return bool(driver.execute(ready.words, ready.bind(values)).rowcount == 1)


def insert_or_replace(connection: sa.Connection, table: sa.Table, values: dict[str, Any]) -> None:
    """Insert a row, or let it take the place of the one with the same primary key."""
    statement = _maker(connection.dialect.name)(table)
    key = [column.name for column in table.primary_key]
    changed = {column.name: statement.excluded[column.name] for column in table.c if column.name not in key}
    connection.execute(statement.on_conflict_do_update(index_elements=key, set_=changed), values)


def for_claiming(query: sa.Select[Any]) -> sa.Select[Any]:
    """Let several workers claim at once without waiting for one another; where one writer writes at a time, nothing is said."""
    return query.with_for_update(skip_locked=True)


@record
class _ReadyInsert:
    """An insert in the engine's words, and what turns a noun's values into the engine's.

    Records are most of what a post costs. Handing the driver words that were compiled once is about three times as quick as
    having the library compile, bind and wrap each time; measured by benchmarks/ledger.py.
    """

    words: str
    binders: tuple[tuple[str, Callable[[Any], Any] | None], ...]

    def bind(self, values: dict[str, Any]) -> dict[str, Any]:
        """Every column by name; a column that is not given is NULL."""
        bound = {}
        for name, binder in self.binders:
            value = values.get(name)
            bound[name] = binder(value) if binder is not None else value
        return bound


@functools.cache
def _ready_insert(engine: str, table: sa.Table) -> _ReadyInsert:
    make: Any = sqlite.dialect if engine == "sqlite" else postgresql.dialect
    spoken: sa.Dialect = make(paramstyle="named" if engine == "sqlite" else "pyformat")
    statement = _maker(engine)(table).on_conflict_do_nothing()
    binders = tuple((column.name, column.type.dialect_impl(spoken).bind_processor(spoken)) for column in table.c)
    return _ReadyInsert(words=str(statement.compile(dialect=spoken)), binders=binders)


def _maker(engine: str) -> Any:  # noqa: ANN401 - two functions of one shape that share no type
    return sqlite.insert if engine == "sqlite" else postgresql.insert
