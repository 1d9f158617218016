"""Enrolments, their steps and tasks, messages."""

import sqlalchemy as sa
from alembic import op

from weblocal.store.columns import Instant, Reference, Word

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

LIVE = sa.text("state IN ('active', 'paused', 'held')")
ACTIVE = sa.text("state = 'active'")


def upgrade() -> None:
    """Make the tables."""
    _make_enrolment()
    _make_step_log()
    _make_staff_task()
    _make_message()


def _make_enrolment() -> None:
    op.create_table(
        "enrolment",
        sa.Column("business", sa.String(64), nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("sequence_id", sa.String(64), nullable=False),
        sa.Column("version", sa.String(64), nullable=False),
        sa.Column("contact_id", sa.String(64), nullable=False),
        sa.Column("cause", sa.String(64), nullable=False),
        sa.Column("state", Word(), nullable=False),
        sa.Column("step_index", sa.Integer(), nullable=False),
        sa.Column("step_id", sa.String(64), nullable=False),
        sa.Column("anchor_at", Instant(), nullable=False),
        sa.Column("due_at", Instant(), nullable=False),
        sa.Column("started_at", Instant(), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("ended_at", Instant(), nullable=True),
        sa.Column("end_reason", sa.Text(), nullable=False),
        sa.Column("key", sa.String(200), nullable=False),
        sa.Column("lease_until", Instant(), nullable=True),
        sa.PrimaryKeyConstraint("business", "id", name="pk_enrolment"),
        sa.ForeignKeyConstraint(["business", "contact_id"], ["contact.business", "contact.id"], name="fk_enrolment_contact"),
    )
    op.create_index(
        "ix_enrolment_business_contact_id_started_at", "enrolment", ["business", "contact_id", "started_at"], unique=False
    )
    op.create_index(
        "ix_enrolment_due", "enrolment", ["business", "due_at"], unique=False, sqlite_where=ACTIVE, postgresql_where=ACTIVE
    )
    op.create_index(
        "uq_enrolment_live",
        "enrolment",
        ["business", "sequence_id", "contact_id", "key"],
        unique=True,
        sqlite_where=LIVE,
        postgresql_where=LIVE,
    )


def _make_step_log() -> None:
    op.create_table(
        "step_log",
        sa.Column("business", sa.String(64), nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("contact_id", sa.String(64), nullable=False),
        sa.Column("sequence_id", sa.String(64), nullable=False),
        sa.Column("enrolment_id", Reference(), nullable=True),
        sa.Column("step_id", sa.String(64), nullable=False),
        sa.Column("decision", sa.String(64), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("decided_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("business", "id", name="pk_step_log"),
        sa.ForeignKeyConstraint(
            ["business", "enrolment_id"], ["enrolment.business", "enrolment.id"], name="fk_step_log_enrolment"
        ),
    )
    op.create_index(
        "ix_step_log_business_contact_id_decided_at", "step_log", ["business", "contact_id", "decided_at"], unique=False
    )
    op.create_index(
        "ix_step_log_business_enrolment_id_decided_at", "step_log", ["business", "enrolment_id", "decided_at"], unique=False
    )


def _make_staff_task() -> None:
    op.create_table(
        "staff_task",
        sa.Column("business", sa.String(64), nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("contact_id", sa.String(64), nullable=False),
        sa.Column("enrolment_id", Reference(), nullable=True),
        sa.Column("step_id", sa.String(64), nullable=False),
        sa.Column("staff", sa.String(64), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("told_at", Instant(), nullable=False),
        sa.Column("done_at", Instant(), nullable=True),
        sa.PrimaryKeyConstraint("business", "id", name="pk_staff_task"),
        sa.ForeignKeyConstraint(["business", "contact_id"], ["contact.business", "contact.id"], name="fk_staff_task_contact"),
        sa.ForeignKeyConstraint(
            ["business", "enrolment_id"], ["enrolment.business", "enrolment.id"], name="fk_staff_task_enrolment"
        ),
        sa.UniqueConstraint("business", "enrolment_id", "step_id", name="uq_staff_task_business_enrolment_id_step_id"),
    )
    op.create_index(
        "ix_staff_task_business_contact_id_told_at", "staff_task", ["business", "contact_id", "told_at"], unique=False
    )
    op.create_index("ix_staff_task_business_done_at_told_at", "staff_task", ["business", "done_at", "told_at"], unique=False)


def _make_message() -> None:
    op.create_table(
        "message",
        sa.Column("business", sa.String(64), nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("token", sa.String(200), nullable=False),
        sa.Column("contact_id", Reference(), nullable=True),
        sa.Column("enrolment_id", Reference(), nullable=True),
        sa.Column("sequence_id", sa.String(64), nullable=False),
        sa.Column("step_id", sa.String(64), nullable=False),
        sa.Column("stream", sa.String(64), nullable=False),
        sa.Column("purpose", Word(), nullable=False),
        sa.Column("to_address", sa.Text(), nullable=False),
        sa.Column("state", Word(), nullable=False),
        sa.Column("due_at", Instant(), nullable=False),
        sa.Column("not_after_at", Instant(), nullable=False),
        sa.Column("queued_at", Instant(), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("settled_at", Instant(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("provider_id", sa.Text(), nullable=False),
        sa.Column("lease_until", Instant(), nullable=True),
        sa.Column("claimed_at", Instant(), nullable=True),
        sa.PrimaryKeyConstraint("business", "id", name="pk_message"),
        sa.ForeignKeyConstraint(["business", "contact_id"], ["contact.business", "contact.id"], name="fk_message_contact"),
        sa.ForeignKeyConstraint(
            ["business", "enrolment_id"], ["enrolment.business", "enrolment.id"], name="fk_message_enrolment"
        ),
        sa.UniqueConstraint("business", "enrolment_id", "step_id", name="uq_message_business_enrolment_id_step_id"),
        sa.UniqueConstraint("business", "token", name="uq_message_business_token"),
    )
    op.create_index(
        "ix_message_business_contact_id_queued_at", "message", ["business", "contact_id", "queued_at"], unique=False
    )
    op.create_index("ix_message_business_state_due_at", "message", ["business", "state", "due_at"], unique=False)
