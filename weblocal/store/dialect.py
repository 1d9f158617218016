"""The statements that engines spell differently, in one place."""

import functools
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite


def insert_if_new(connection: sa.Connection, table: sa.Table, values: dict[str, Any]) -> bool:
    """Insert a row unless a unique key says it is there already; whether it was inserted."""
    return connection.execute(_insert_if_new(connection.dialect.name, table), values).rowcount == 1


def insert_or_replace(connection: sa.Connection, table: sa.Table, values: dict[str, Any]) -> None:
    """Insert a row, or let it take the place of the one with the same primary key."""
    make = sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert
    statement = make(table)
    key = [column.name for column in table.primary_key]
    changed = {column.name: statement.excluded[column.name] for column in table.c if column.name not in key}
    connection.execute(statement.on_conflict_do_update(index_elements=key, set_=changed), values)


def for_claiming(query: sa.Select[Any]) -> sa.Select[Any]:
    """Let several workers claim at once without waiting for one another; where one writer writes at a time, nothing is said."""
    return query.with_for_update(skip_locked=True)


@functools.cache
def _insert_if_new(engine: str, table: sa.Table) -> sa.Insert:
    """Made once per table: building a statement costs as much as running it."""
    make = sqlite.insert if engine == "sqlite" else postgresql.insert
    return make(table).on_conflict_do_nothing()
