"""How a table of the ledger is put together: the business in every key, and a name for every constraint."""

import enum

import sqlalchemy as sa

from weblocal.store.columns import Instant, Reference, Word, identifier

# Names make a constraint something a later migration can drop, on SQLite too.
METADATA = sa.MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(referred_table_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)


def table(name: str, *parts: sa.schema.SchemaItem) -> sa.Table:
    """A table whose key begins with the business."""
    return sa.Table(name, METADATA, sa.Column("business", identifier(), primary_key=True), *parts)


def key(name: str = "id") -> sa.Column[str]:
    """The rest of a table's key."""
    return sa.Column(name, identifier(), primary_key=True)


def text(name: str) -> sa.Column[str]:
    """Text of any length; empty when there is none."""
    return sa.Column(name, sa.Text(), nullable=False)


def name(column: str) -> sa.Column[str]:
    """A short name: the id of something that is not a row here, or empty."""
    return sa.Column(column, identifier(), nullable=False)


def reference(column: str, length: int = 64) -> sa.Column[str]:
    """An id or key that may be missing."""
    return sa.Column(column, Reference(length), nullable=True)


def at(column: str, *, nullable: bool = False) -> sa.Column[object]:
    """An instant."""
    return sa.Column(column, Instant(), nullable=nullable)


def word(column: str, kind: type[enum.StrEnum], *, nullable: bool = False) -> sa.Column[object]:
    """A member of an enumeration."""
    return sa.Column(column, Word(kind), nullable=nullable)


def number(column: str) -> sa.Column[int]:
    """A whole number."""
    return sa.Column(column, sa.Integer(), nullable=False)


def yes_or_no(column: str) -> sa.Column[bool]:
    """A plain yes or no."""
    return sa.Column(column, sa.Boolean(), nullable=False)


def points_to(column: str, other: str) -> sa.ForeignKeyConstraint:
    """What the column holds is the id of a row of `other`, of the same business."""
    return sa.ForeignKeyConstraint(["business", column], [f"{other}.business", f"{other}.id"])


def once(*columns: str) -> sa.UniqueConstraint:
    """These values together stand in one row of a business; rows with a missing one are left out."""
    return sa.UniqueConstraint("business", *columns)


def found_by(*columns: str) -> sa.Index:
    """Rows of a business are looked for by these."""
    return sa.Index(None, "business", *columns)
