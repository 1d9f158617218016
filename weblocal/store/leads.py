"""What the ledger says and records of submissions and leads."""

import datetime as dt

import sqlalchemy as sa

from weblocal.model.leads import Lead, LeadOutcome, Submission, SubmissionState
from weblocal.store import tables
from weblocal.store.sentences import Asking, Recording, within
from weblocal.store.shelf import Shelf

_SUBMISSIONS = Shelf(tables.submission, Submission)
_LEADS = Shelf(tables.lead, Lead)
_IN_ORDER = (tables.lead.c.received_at, tables.lead.c.id)


class LeadsAsking(Asking):
    """Questions about submissions and leads."""

    def submission(self, submission_id: str) -> Submission | None:
        """The form post with this id."""
        return self._one(_SUBMISSIONS, tables.submission.c.id == submission_id)

    def submission_of_key(self, key: str) -> Submission | None:
        """The form post that brought this key; an empty key is nobody's."""
        return self._one(_SUBMISSIONS, tables.submission.c.key == key) if key else None

    def held_submissions(self) -> tuple[Submission, ...]:
        """Posts in quarantine, oldest first."""
        columns = tables.submission.c
        return self._all(_SUBMISSIONS, columns.state == SubmissionState.QUARANTINED, by=[columns.received_at, columns.id])

    def lead(self, lead_id: str) -> Lead | None:
        """The lead with this id."""
        return self._one(_LEADS, tables.lead.c.id == lead_id)

    def lead_of_submission(self, submission_id: str) -> Lead | None:
        """The lead a form post became."""
        return self._one(_LEADS, tables.lead.c.submission_id == submission_id) if submission_id else None

    def leads_waiting(self) -> tuple[Lead, ...]:
        """Leads nobody has answered, the one that waits longest first."""
        return self._all(_LEADS, tables.lead.c.outcome.is_(None), by=_IN_ORDER)

    def leads_since(self, at: dt.datetime) -> tuple[Lead, ...]:
        """Leads received at or after `at`."""
        return self._all(_LEADS, tables.lead.c.received_at >= at, by=_IN_ORDER)

    def leads_between(self, from_at: dt.datetime, until_at: dt.datetime) -> tuple[Lead, ...]:
        """Leads received in this span."""
        return self._all(_LEADS, within(tables.lead.c.received_at, from_at, until_at), by=_IN_ORDER)

    def leads_of(self, contact_id: str) -> tuple[Lead, ...]:
        """Everything this contact asked for."""
        return self._all(_LEADS, tables.lead.c.contact_id == contact_id, by=_IN_ORDER)


class LeadsRecording(LeadsAsking, Recording):
    """Records of submissions and leads."""

    def add_submission(self, submission: Submission) -> bool:
        """Keep a form post; False when its id or its key is here already, so that a doubled post is one submission."""
        return self._add(_SUBMISSIONS, submission)

    def settle_submission(self, submission_id: str, state: SubmissionState, at: dt.datetime) -> bool:
        """Release or refuse a post that was held; False when somebody else has decided already."""
        columns = tables.submission.c
        is_held = (columns.id == submission_id, columns.state == SubmissionState.QUARANTINED)
        return self._change(tables.submission, *is_held, state=state, settled_at=at) == 1

    def add_lead(self, lead: Lead) -> bool:
        """Keep a lead; False when its submission has become one already."""
        return self._add(_LEADS, lead)

    def record_outcome(self, lead_id: str, outcome: LeadOutcome, at: dt.datetime) -> bool:
        """What came of a lead. The first outcome stops the answer clock; a later one corrects the word alone."""
        first_answer = sa.func.coalesce(tables.lead.c.answered_at, sa.bindparam("answer", at, tables.lead.c.answered_at.type))
        return self._change(tables.lead, tables.lead.c.id == lead_id, outcome=outcome, answered_at=first_answer) == 1

    def reopen_lead(self, lead_id: str) -> bool:
        """Let a lead wait again that a visit had closed; False for every other one: what staff said of a lead stays said."""
        was_closed_by_a_visit = (tables.lead.c.id == lead_id, tables.lead.c.outcome == LeadOutcome.VISITED)
        return self._change(tables.lead, *was_closed_by_a_visit, outcome=None, answered_at=None) == 1
