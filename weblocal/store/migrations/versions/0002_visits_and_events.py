"""Visits, scans, coupons, redemptions, events."""

import sqlalchemy as sa
from alembic import op

from weblocal.store.columns import Instant, Reference, Texts, Word

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    _make_visit()
    _make_scan()
    _make_coupon()
    _make_redemption()
    _make_event()
    _make_ledger_meta()


def _make_visit() -> None:
    op.create_table(
        "visit",
        sa.Column("business", sa.String(64), nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("contact_id", Reference(), nullable=True),
        sa.Column("state", Word(), nullable=False),
        sa.Column("source", Word(), nullable=False),
        sa.Column("occurred_at", Instant(), nullable=False),
        sa.Column("received_at", Instant(), nullable=False),
        sa.Column("key", Reference(), nullable=True),
        sa.Column("matched_by", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("worth_minor", sa.BigInteger(), nullable=True),
        sa.Column("worth_currency", sa.String(3), nullable=True),
        sa.Column("placement", sa.String(64), nullable=False),
        sa.Column("taken_back", sa.Boolean(), nullable=False),
        sa.Column("taken_back_at", Instant(), nullable=True),
        sa.PrimaryKeyConstraint("business", "id", name="pk_visit"),
        sa.ForeignKeyConstraint(["business", "contact_id"], ["contact.business", "contact.id"], name="fk_visit_contact"),
        sa.UniqueConstraint("business", "key", name="uq_visit_business_key"),
    )
    op.create_index(
        "ix_visit_business_contact_id_occurred_at", "visit", ["business", "contact_id", "occurred_at"], unique=False
    )
    op.create_index("ix_visit_business_occurred_at", "visit", ["business", "occurred_at"], unique=False)


def _make_scan() -> None:
    op.create_table(
        "scan",
        sa.Column("business", sa.String(64), nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("placement", sa.String(64), nullable=False),
        sa.Column("occurred_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("business", "id", name="pk_scan"),
    )
    op.create_index("ix_scan_business_occurred_at", "scan", ["business", "occurred_at"], unique=False)


def _make_coupon() -> None:
    op.create_table(
        "coupon",
        sa.Column("business", sa.String(64), nullable=False),
        sa.Column("code", sa.String(64), nullable=False),
        sa.Column("offer_id", sa.String(64), nullable=False),
        sa.Column("contact_id", Reference(), nullable=True),
        sa.Column("issued_at", Instant(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("business", "code", name="pk_coupon"),
        sa.ForeignKeyConstraint(["business", "contact_id"], ["contact.business", "contact.id"], name="fk_coupon_contact"),
    )
    op.create_index("ix_coupon_business_contact_id", "coupon", ["business", "contact_id"], unique=False)


def _make_redemption() -> None:
    op.create_table(
        "redemption",
        sa.Column("business", sa.String(64), nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("code", sa.String(64), nullable=False),
        sa.Column("offer_id", sa.String(64), nullable=False),
        sa.Column("contact_id", Reference(), nullable=True),
        sa.Column("redeemed_at", Instant(), nullable=False),
        sa.Column("device", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("business", "id", name="pk_redemption"),
        sa.ForeignKeyConstraint(["business", "contact_id"], ["contact.business", "contact.id"], name="fk_redemption_contact"),
        sa.UniqueConstraint("business", "code", name="uq_redemption_business_code"),
    )
    op.create_index("ix_redemption_business_contact_id", "redemption", ["business", "contact_id"], unique=False)
    op.create_index("ix_redemption_business_redeemed_at", "redemption", ["business", "redeemed_at"], unique=False)


def _make_event() -> None:
    op.create_table(
        "event",
        sa.Column("business", sa.String(64), nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("kind", Word(), nullable=False),
        sa.Column("contact_id", Reference(), nullable=True),
        sa.Column("occurred_at", Instant(), nullable=False),
        sa.Column("received_at", Instant(), nullable=False),
        sa.Column("subject", sa.String(64), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("values", Texts(), nullable=False),
        sa.Column("dedupe_key", Reference(), nullable=True),
        sa.PrimaryKeyConstraint("business", "id", name="pk_event"),
        sa.ForeignKeyConstraint(["business", "contact_id"], ["contact.business", "contact.id"], name="fk_event_contact"),
        sa.UniqueConstraint("business", "dedupe_key", name="uq_event_business_dedupe_key"),
    )
    op.create_index(
        "ix_event_business_contact_id_occurred_at", "event", ["business", "contact_id", "occurred_at"], unique=False
    )
    op.create_index("ix_event_business_occurred_at", "event", ["business", "occurred_at"], unique=False)


def _make_ledger_meta() -> None:
    op.create_table(
        "ledger_meta",
        sa.Column("business", sa.String(64), nullable=False),
        sa.Column("name", sa.String(64), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("business", "name", name="pk_ledger_meta"),
    )
