"""Staff phones and the links that pair them."""

import sqlalchemy as sa
from alembic import op

from weblocal.store.columns import Instant

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    _make_device()
    _make_pairing_link()


def _make_device() -> None:
    op.create_table(
        "device",
        sa.Column("business", sa.String(64), nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("secret_digest", sa.String(128), nullable=False),
        sa.Column("paired_at", Instant(), nullable=False),
        sa.Column("last_seen_at", Instant(), nullable=False),
        sa.Column("locked_out_at", Instant(), nullable=True),
        sa.PrimaryKeyConstraint("business", "id", name="pk_device"),
    )


def _make_pairing_link() -> None:
    op.create_table(
        "pairing_link",
        sa.Column("business", sa.String(64), nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("secret_digest", sa.String(128), nullable=False),
        sa.Column("code_digest", sa.String(128), nullable=False),
        sa.Column("device_name", sa.Text(), nullable=False),
        sa.Column("made_at", Instant(), nullable=False),
        sa.Column("expires_at", Instant(), nullable=False),
        sa.Column("used_at", Instant(), nullable=True),
        sa.PrimaryKeyConstraint("business", "id", name="pk_pairing_link"),
        sa.UniqueConstraint("business", "secret_digest", name="uq_pairing_link_business_secret_digest"),
    )
    op.create_index("ix_pairing_link_business_code_digest", "pairing_link", ["business", "code_digest"], unique=False)
