"""People and leads."""

import sqlalchemy as sa
from alembic import op

from weblocal.store.columns import Instant, Reference, Texts, Word

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    _make_contact()
    _make_identity()
    _make_consent()
    _make_suppression()
    _make_submission()
    _make_lead()


def _make_contact() -> None:
    op.create_table(
        "contact",
        sa.Column("business", sa.String(64), nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("phone_e164", sa.String(16), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("created_at", Instant(), nullable=False),
        sa.Column("zone", sa.String(64), nullable=False),
        sa.Column("is_walk_in", sa.Boolean(), nullable=False),
        sa.Column("name_folded", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("business", "id", name="pk_contact"),
    )
    op.create_index("ix_contact_business_created_at", "contact", ["business", "created_at"], unique=False)


def _make_identity() -> None:
    op.create_table(
        "identity",
        sa.Column("business", sa.String(64), nullable=False),
        sa.Column("kind", Word(), nullable=False),
        sa.Column("value", sa.String(254), nullable=False),
        sa.Column("contact_id", sa.String(64), nullable=False),
        sa.Column("added_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("business", "kind", "value", "contact_id", name="pk_identity"),
        sa.ForeignKeyConstraint(["business", "contact_id"], ["contact.business", "contact.id"], name="fk_identity_contact"),
    )
    op.create_index("ix_identity_business_contact_id", "identity", ["business", "contact_id"], unique=False)


def _make_consent() -> None:
    op.create_table(
        "consent",
        sa.Column("business", sa.String(64), nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("contact_id", sa.String(64), nullable=False),
        sa.Column("stream", sa.String(64), nullable=False),
        sa.Column("state", Word(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("version", sa.String(64), nullable=False),
        sa.Column("page", sa.Text(), nullable=False),
        sa.Column("placement", sa.String(64), nullable=False),
        sa.Column("recorded_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("business", "id", name="pk_consent"),
        sa.ForeignKeyConstraint(["business", "contact_id"], ["contact.business", "contact.id"], name="fk_consent_contact"),
    )
    op.create_index(
        "ix_consent_business_contact_id_recorded_at", "consent", ["business", "contact_id", "recorded_at"], unique=False
    )


def _make_suppression() -> None:
    op.create_table(
        "suppression",
        sa.Column("business", sa.String(64), nullable=False),
        sa.Column("address_digest", sa.String(128), nullable=False),
        sa.Column("stream", sa.String(64), nullable=False),
        sa.Column("reason", Word(), nullable=False),
        sa.Column("recorded_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("business", "address_digest", "stream", "reason", name="pk_suppression"),
    )


def _make_submission() -> None:
    op.create_table(
        "submission",
        sa.Column("business", sa.String(64), nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("form_id", sa.String(64), nullable=False),
        sa.Column("answers", Texts(), nullable=False),
        sa.Column("ticked", Texts(), nullable=False),
        sa.Column("page", sa.Text(), nullable=False),
        sa.Column("placement", sa.String(64), nullable=False),
        sa.Column("key", Reference(), nullable=True),
        sa.Column("received_at", Instant(), nullable=False),
        sa.Column("state", Word(), nullable=False),
        sa.Column("held_because", sa.Text(), nullable=False),
        sa.Column("settled_at", Instant(), nullable=True),
        sa.PrimaryKeyConstraint("business", "id", name="pk_submission"),
        sa.UniqueConstraint("business", "key", name="uq_submission_business_key"),
    )
    op.create_index(
        "ix_submission_business_state_received_at", "submission", ["business", "state", "received_at"], unique=False
    )


def _make_lead() -> None:
    op.create_table(
        "lead",
        sa.Column("business", sa.String(64), nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("submission_id", Reference(), nullable=True),
        sa.Column("contact_id", Reference(), nullable=True),
        sa.Column("form_id", sa.String(64), nullable=False),
        sa.Column("asked_for", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("page", sa.Text(), nullable=False),
        sa.Column("placement", sa.String(64), nullable=False),
        sa.Column("received_at", Instant(), nullable=False),
        sa.Column("answer_by", Instant(), nullable=True),
        sa.Column("outcome", Word(), nullable=True),
        sa.Column("answered_at", Instant(), nullable=True),
        sa.PrimaryKeyConstraint("business", "id", name="pk_lead"),
        sa.ForeignKeyConstraint(["business", "contact_id"], ["contact.business", "contact.id"], name="fk_lead_contact"),
        sa.ForeignKeyConstraint(
            ["business", "submission_id"], ["submission.business", "submission.id"], name="fk_lead_submission"
        ),
        sa.UniqueConstraint("business", "submission_id", name="uq_lead_business_submission_id"),
    )
    op.create_index("ix_lead_business_contact_id_received_at", "lead", ["business", "contact_id", "received_at"], unique=False)
    op.create_index("ix_lead_business_received_at", "lead", ["business", "received_at"], unique=False)
