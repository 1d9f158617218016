"""Carrying a ledger from one form to the next."""

import pathlib
import sqlite3

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from tests.factories import NOW, a_contact
from weblocal.errors import LedgerUnavailable
from weblocal.store import tables, upgrading
from weblocal.store.ledger import LEDGER_FILE, Ledger


def _settings() -> Config:
    config = Config()
    config.set_main_option("script_location", str(upgrading._MIGRATIONS))
    config.set_main_option("path_separator", "os")
    return config


def _upgrade_to(version: str, path: pathlib.Path) -> None:
    engine = sa.create_engine(f"sqlite:///{path}", poolclass=sa.pool.NullPool)
    config = _settings()
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, version)


def test_the_program_and_its_migrations_agree_on_the_newest_form() -> None:
    assert ScriptDirectory.from_config(_settings()).get_heads() == [upgrading.SCHEMA_VERSION]


def test_migrations_from_nothing_make_exactly_the_tables_the_program_knows(tmp_path: pathlib.Path) -> None:
    Ledger.open(tmp_path, business="b").close()
    engine = sa.create_engine(f"sqlite:///{tmp_path / LEDGER_FILE}", poolclass=sa.pool.NullPool)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, tables.contact.metadata) == []
        declared = sa.create_engine("sqlite://")
        tables.contact.metadata.create_all(declared)
        with declared.connect() as fresh:
            assert _indexes(fresh) == _indexes(connection)


def _indexes(connection: sa.Connection) -> dict[str, str]:
    """Every index as it is written, its condition included, which a comparison of metadata leaves out."""
    rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL")
    return {name: " ".join(words.split()) for name, words in rows if "alembic" not in name}


@pytest.mark.parametrize("version", ["0001", "0002", "0003"])
def test_a_ledger_of_any_older_form_is_carried_over_with_what_it_holds(tmp_path: pathlib.Path, version: str) -> None:
    _upgrade_to(version, tmp_path / LEDGER_FILE)
    older = sqlite3.connect(tmp_path / LEDGER_FILE)
    older.execute(
        "INSERT INTO contact (business, id, name, phone_e164, email, created_at, zone, is_walk_in, name_folded)"
        " VALUES ('b', 'contact-1', 'Joan Muster', '+447700900123', 'joan@example.com', ?, '', 0, 'joan muster')",
        [NOW.isoformat(timespec="microseconds")],
    )
    older.commit()
    older.close()
    with Ledger.open(tmp_path, business="b") as ledger:
        assert ledger.read(lambda reading: reading.contact("contact-1")) == a_contact()
        assert ledger.health().schema_version == upgrading.SCHEMA_VERSION


def test_a_migration_that_fails_leaves_the_ledger_as_it_was(tmp_path: pathlib.Path) -> None:
    _upgrade_to("0002", tmp_path / LEDGER_FILE)
    in_the_way = sqlite3.connect(tmp_path / LEDGER_FILE)
    in_the_way.execute("CREATE TABLE pairing_link (surprise TEXT)")
    in_the_way.commit()
    in_the_way.close()
    with pytest.raises(LedgerUnavailable):
        Ledger.open(tmp_path, business="b")
    after = sqlite3.connect(tmp_path / LEDGER_FILE)
    assert after.execute("SELECT version_num FROM alembic_version").fetchone() == ("0002",)
    assert not after.execute("SELECT 1 FROM sqlite_master WHERE name = 'enrolment'").fetchall()
    after.close()


def test_a_folder_with_a_per_cent_sign_in_its_name_is_no_obstacle(tmp_path: pathlib.Path) -> None:
    with Ledger.open(tmp_path / "100% Muster #1?", business="b") as ledger:
        assert ledger.write(lambda writing: writing.add_contact(a_contact()))
