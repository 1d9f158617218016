"""Bring a ledger's tables to this program's form, and refuse a ledger that is ahead of it."""

import pathlib

import sqlalchemy as sa

from weblocal.errors import LedgerUnavailable
from weblocal.store.failures import told_plainly
from weblocal.store.sqlite import LedgerFile

# The newest of migrations/versions; a test keeps the two in step.
SCHEMA_VERSION = "0004"

_MIGRATIONS = pathlib.Path(__file__).parent / "migrations"


def bring_up_to_date(file: LedgerFile) -> None:
    """Make the tables of a new ledger, or carry an older one over, in one transaction: all of it or nothing."""
    engine = file.writing_engine()
    with told_plainly(), file.held():
        file.keep_log()
        connection = engine.connect()
        try:
            with connection.begin():
                version = version_of(connection)
                _refuse_newer(version)
                if version != SCHEMA_VERSION:
                    _migrate(connection)
        finally:
            connection.close()


def version_of(connection: sa.Connection) -> str:
    """The version of a ledger's tables; empty for a new file."""
    if not sa.inspect(connection).has_table("alembic_version"):
        return ""
    return str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() or "")


def _refuse_newer(version: str) -> None:
    if version > SCHEMA_VERSION:
        raise LedgerUnavailable(
            f"This ledger was written by a newer weblocal (form {version}; this one knows {SCHEMA_VERSION}).",
            fix="Update weblocal on this machine: pip install --upgrade weblocal",
        )


def _migrate(connection: sa.Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    # A per cent sign would begin a reference to another option.
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
