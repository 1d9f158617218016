"""How Alembic runs here: on the connection and in the transaction it is handed, without an ini file."""
# ruff: noqa: INP001 - Alembic loads this file by its place

from alembic import context

from weblocal.store import tables

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=tables.contact.metadata,
    render_as_batch=True,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
