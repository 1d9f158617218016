"""The ledger's tables: one for each kind of noun, its columns named as the noun's fields."""

import sqlalchemy as sa

from weblocal.model.leads import LeadOutcome, SubmissionState
from weblocal.model.mail import MessageState
from weblocal.model.nurture import EnrolmentState
from weblocal.model.people import ConsentState, IdentityKind, SuppressionReason
from weblocal.model.sequences import Purpose
from weblocal.model.visits import EventKind, VisitSource, VisitState
from weblocal.store.columns import Texts, Word
from weblocal.store.schema import at, found_by, key, name, number, once, points_to, reference, table, text, word, yes_or_no

LIVE_STATES = (EnrolmentState.ACTIVE, EnrolmentState.PAUSED, EnrolmentState.HELD)

# people

contact = table(
    "contact",
    key(),
    text("name"),
    sa.Column("phone_e164", sa.String(16), nullable=False),
    text("email"),
    at("created_at"),
    name("zone"),
    yes_or_no("is_walk_in"),
    text("name_folded"),
    found_by("created_at"),
)
identity = table(
    "identity",
    sa.Column("kind", Word(IdentityKind), primary_key=True),
    sa.Column("value", sa.String(254), primary_key=True),
    key("contact_id"),
    at("added_at"),
    points_to("contact_id", "contact"),
    found_by("contact_id"),
)
consent = table(
    "consent",
    key(),
    name("contact_id"),
    name("stream"),
    word("state", ConsentState),
    text("words"),
    name("version"),
    text("page"),
    name("placement"),
    at("recorded_at"),
    points_to("contact_id", "contact"),
    found_by("contact_id", "recorded_at"),
)
suppression = table(
    "suppression",
    sa.Column("address_digest", sa.String(128), primary_key=True),
    key("stream"),
    sa.Column("reason", Word(SuppressionReason), primary_key=True),
    at("recorded_at"),
)

# leads

submission = table(
    "submission",
    key(),
    name("form_id"),
    sa.Column("answers", Texts(), nullable=False),
    sa.Column("ticked", Texts(), nullable=False),
    text("page"),
    name("placement"),
    reference("key", 200),
    at("received_at"),
    word("state", SubmissionState),
    text("held_because"),
    at("settled_at", nullable=True),
    once("key"),
    found_by("state", "received_at"),
)
lead = table(
    "lead",
    key(),
    reference("submission_id"),
    reference("contact_id"),
    name("form_id"),
    text("asked_for"),
    text("words"),
    text("place"),
    text("page"),
    name("placement"),
    at("received_at"),
    at("answer_by", nullable=True),
    word("outcome", LeadOutcome, nullable=True),
    at("answered_at", nullable=True),
    once("submission_id"),
    points_to("submission_id", "submission"),
    points_to("contact_id", "contact"),
    found_by("received_at"),
    found_by("contact_id", "received_at"),
)

# visits

visit = table(
    "visit",
    key(),
    reference("contact_id"),
    word("state", VisitState),
    word("source", VisitSource),
    at("occurred_at"),
    at("received_at"),
    reference("key", 200),
    text("matched_by"),
    text("what"),
    sa.Column("worth_minor", sa.BigInteger(), nullable=True),
    sa.Column("worth_currency", sa.String(3), nullable=True),
    name("placement"),
    yes_or_no("taken_back"),
    at("taken_back_at", nullable=True),
    once("key"),
    points_to("contact_id", "contact"),
    found_by("occurred_at"),
    found_by("contact_id", "occurred_at"),
)
scan = table(
    "scan",
    key(),
    name("placement"),
    at("occurred_at"),
    found_by("occurred_at"),
)
coupon = table(
    "coupon",
    key("code"),
    name("offer_id"),
    reference("contact_id"),
    at("issued_at"),
    sa.Column("until_on", sa.Date(), nullable=False),
    points_to("contact_id", "contact"),
    found_by("contact_id"),
)
redemption = table(
    "redemption",
    key(),
    name("code"),
    name("offer_id"),
    reference("contact_id"),
    at("redeemed_at"),
    text("device"),
    once("code"),
    points_to("contact_id", "contact"),
    found_by("redeemed_at"),
    found_by("contact_id"),
)

# events

event = table(
    "event",
    key(),
    word("kind", EventKind),
    reference("contact_id"),
    at("occurred_at"),
    at("received_at"),
    name("subject"),
    text("why"),
    sa.Column("values", Texts(), nullable=False),
    reference("dedupe_key", 200),
    once("dedupe_key"),
    points_to("contact_id", "contact"),
    found_by("occurred_at"),
    found_by("contact_id", "occurred_at"),
)
ledger_meta = table("ledger_meta", key("name"), text("value"))

# enrolments

enrolment = table(
    "enrolment",
    key(),
    name("sequence_id"),
    name("version"),
    name("contact_id"),
    name("cause"),
    word("state", EnrolmentState),
    number("step_index"),
    name("step_id"),
    at("anchor_at"),
    at("due_at"),
    at("started_at"),
    number("epoch"),
    at("ended_at", nullable=True),
    text("end_reason"),
    sa.Column("key", sa.String(200), nullable=False),
    at("lease_until", nullable=True),
    points_to("contact_id", "contact"),
    found_by("contact_id", "started_at"),
)
IS_LIVE = enrolment.c.state.in_([sa.literal_column(f"'{state.value}'") for state in LIVE_STATES])
# The rule "one live enrolment per sequence, contact and key" is the index itself, never a look before a write.
sa.Index(
    "uq_enrolment_live",
    enrolment.c.business,
    enrolment.c.sequence_id,
    enrolment.c.contact_id,
    enrolment.c.key,
    unique=True,
    sqlite_where=IS_LIVE,
    postgresql_where=IS_LIVE,
)
# The word stands in the statement itself: a bound value would keep SQLite from using the index below.
IS_ACTIVE = enrolment.c.state == sa.literal_column(f"'{EnrolmentState.ACTIVE.value}'")
# A million sleepers cost the claim nothing: only those that can fall due are in this index.
sa.Index("ix_enrolment_due", enrolment.c.business, enrolment.c.due_at, sqlite_where=IS_ACTIVE, postgresql_where=IS_ACTIVE)
step_log = table(
    "step_log",
    key(),
    name("contact_id"),
    name("sequence_id"),
    reference("enrolment_id"),
    name("step_id"),
    name("decision"),
    text("reason"),
    at("decided_at"),
    points_to("enrolment_id", "enrolment"),
    found_by("enrolment_id", "decided_at"),
    found_by("contact_id", "decided_at"),
)
staff_task = table(
    "staff_task",
    key(),
    name("contact_id"),
    reference("enrolment_id"),
    name("step_id"),
    name("staff"),
    text("words"),
    at("told_at"),
    at("done_at", nullable=True),
    once("enrolment_id", "step_id"),
    points_to("contact_id", "contact"),
    points_to("enrolment_id", "enrolment"),
    found_by("contact_id", "told_at"),
    found_by("done_at", "told_at"),
)

# outbox

message = table(
    "message",
    key(),
    sa.Column("token", sa.String(200), nullable=False),
    reference("contact_id"),
    reference("enrolment_id"),
    name("sequence_id"),
    name("step_id"),
    name("stream"),
    word("purpose", Purpose),
    text("to_address"),
    word("state", MessageState),
    at("due_at"),
    at("not_after_at"),
    at("queued_at"),
    number("attempt"),
    number("epoch"),
    at("settled_at", nullable=True),
    text("reason"),
    text("provider_id"),
    at("lease_until", nullable=True),
    at("claimed_at", nullable=True),
    once("token"),
    once("enrolment_id", "step_id"),
    points_to("contact_id", "contact"),
    points_to("enrolment_id", "enrolment"),
    found_by("contact_id", "queued_at"),
    found_by("state", "due_at"),
)

# devices

device = table(
    "device",
    key(),
    text("name"),
    sa.Column("secret_digest", sa.String(128), nullable=False),
    at("paired_at"),
    at("last_seen_at"),
    at("locked_out_at", nullable=True),
)
pairing_link = table(
    "pairing_link",
    key(),
    sa.Column("secret_digest", sa.String(128), nullable=False),
    sa.Column("code_digest", sa.String(128), nullable=False),
    text("device_name"),
    at("made_at"),
    at("expires_at"),
    at("used_at", nullable=True),
    once("secret_digest"),
    found_by("code_digest"),
)
