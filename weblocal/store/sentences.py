"""What every part of the ledger's language is made of: a connection, a business, and how to ask and record."""

import datetime as dt
from collections.abc import Sequence
from typing import Any, TypeVar

import sqlalchemy as sa

from weblocal.store import dialect
from weblocal.store.shelf import Shelf, Values

N = TypeVar("N")
Condition = sa.ColumnElement[bool]


class Asking:
    """Questions to one business's part of the ledger, all answered from one snapshot."""

    def __init__(self, connection: sa.Connection, *, business: str) -> None:
        self._connection = connection
        self._business = business

    def _mine(self, table: sa.Table) -> Condition:
        return table.c.business == self._business

    def _one(self, shelf: Shelf[N], *conditions: Condition) -> N | None:
        row = self._connection.execute(shelf.select().where(self._mine(shelf.table), *conditions)).first()
        return None if row is None else shelf.noun(row)

    def _all(
        self, shelf: Shelf[N], *conditions: Condition, by: Sequence[sa.ColumnElement[Any]], limit: int | None = None
    ) -> tuple[N, ...]:
        query = shelf.select().where(self._mine(shelf.table), *conditions).order_by(*by).limit(limit)
        return tuple(shelf.noun(row) for row in self._connection.execute(query))


class Recording(Asking):
    """Records in one business's part of the ledger, in the transaction of the job."""

    def _add(self, shelf: Shelf[N], noun: N, **more: Any) -> bool:  # noqa: ANN401 - columns of the ledger's own
        return self._add_row(shelf.table, {**shelf.row(noun), **more})

    def _add_row(self, table: sa.Table, values: Values) -> bool:
        return dialect.insert_if_new(self._connection, table, {"business": self._business, **values})

    def _change(self, table: sa.Table, *conditions: Condition, **values: Any) -> int:  # noqa: ANN401 - columns of the table
        return self._connection.execute(sa.update(table).where(self._mine(table), *conditions).values(**values)).rowcount


def within(column: sa.Column[Any], from_at: dt.datetime, until_at: dt.datetime) -> Condition:
    """From one instant, before another."""
    return sa.and_(column >= from_at, column < until_at)
