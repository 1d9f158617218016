"""Where one kind of noun is kept: from noun to row and back, by the names they share."""

import dataclasses
from typing import Any, Generic, TypeVar

import sqlalchemy as sa

from weblocal.model.services import Money

N = TypeVar("N")

Values = dict[str, Any]


class Shelf(Generic[N]):
    """One table, read and written as one kind of noun. Columns the noun does not name are the ledger's own affair."""

    def __init__(self, table: sa.Table, noun: type[N]) -> None:
        self.table = table
        self._noun = noun
        self._fields = [field.name for field in dataclasses.fields(noun)]  # type: ignore[arg-type]  # every noun is a dataclass
        self.columns = [table.c[name] for field in self._fields for name in _column_names(field)]

    def select(self) -> sa.Select[Any]:
        """A query for this kind of noun."""
        return sa.select(*self.columns)

    def noun(self, row: sa.Row[Any]) -> N:
        """The noun a row of `select` holds."""
        named = row._mapping  # noqa: SLF001 - SQLAlchemy's public name for it
        return self._noun(**{field: _field_value(field, named) for field in self._fields})

    def row(self, noun: N) -> Values:
        """What the table keeps of a noun, without the business."""
        values: Values = {}
        for field in self._fields:
            value = getattr(noun, field)
            if field == "worth":
                values["worth_minor"] = value.amount_minor if value else None
                values["worth_currency"] = value.currency if value else None
            else:
                values[field] = value
        return values


def _column_names(field: str) -> tuple[str, ...]:
    """Money is an amount and a currency; everything else is one column."""
    return ("worth_minor", "worth_currency") if field == "worth" else (field,)


def _field_value(field: str, row: sa.RowMapping) -> Any:  # noqa: ANN401 - a field holds what its noun says
    if field != "worth":
        return row[field]
    return None if row["worth_minor"] is None else Money(amount_minor=row["worth_minor"], currency=row["worth_currency"])
