"""A ledger of its own for every test, with one known contact and what hangs on it."""

import pathlib
from collections.abc import Iterator

import pytest

from tests.factories import a_contact, a_lead, a_submission, an_enrolment
from weblocal.store.ledger import Ledger
from weblocal.store.writing import Writing


@pytest.fixture
def ledger(tmp_path: pathlib.Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path, business="muster-plumbing") as opened:
        yield opened


@pytest.fixture
def known(ledger: Ledger) -> Ledger:
    """A ledger that knows contact-1, who sent submission-1, which became lead-1."""

    def begin(writing: Writing) -> None:
        writing.add_contact(a_contact())
        writing.add_submission(a_submission())
        writing.add_lead(a_lead())

    ledger.write(begin)
    return ledger


@pytest.fixture
def enrolled(known: Ledger) -> Ledger:
    """And is enrolled as enrolment-1."""
    known.write(lambda writing: writing.start_enrolment(an_enrolment()))
    return known
