"""Edge: the ledger in SQLite; the only importer of SQLAlchemy and Alembic."""
