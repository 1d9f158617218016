"""Contacts, identities, consents, suppressions."""

import datetime as dt

import pytest

from tests.factories import NOW, a_consent, a_contact, a_suppression, later
from weblocal.model.people import ConsentState, Identity, IdentityKind, SuppressionReason
from weblocal.store.ledger import Ledger
from weblocal.store.people import fold
from weblocal.store.writing import Writing


def test_a_contact_comes_back_as_it_went_in(ledger: Ledger) -> None:
    contact = a_contact(name="Zoë Ångström-O’Neill", zone="Europe/London", is_walk_in=True)
    assert ledger.write(lambda writing: writing.add_contact(contact)) is True
    assert ledger.read(lambda reading: reading.contact("contact-1")) == contact
    assert ledger.write(lambda writing: writing.add_contact(contact)) is False
    assert ledger.read(lambda reading: reading.contact("nobody")) is None


def test_a_contact_is_found_by_phone_or_by_mail_address(known: Ledger) -> None:
    for identity in ({"phone_e164": "+447700900123"}, {"email": "joan@example.com"}):
        assert [c.id for c in known.read(lambda reading, i=identity: reading.contacts_matching(**i))] == ["contact-1"]
    assert known.read(lambda reading: reading.contacts_matching(phone_e164="", email="")) == ()
    assert known.read(lambda reading: reading.contacts_matching(email="+447700900123")) == ()


def test_two_persons_with_one_phone_are_both_found_the_older_one_first(known: Ledger) -> None:
    son = a_contact("contact-2", name="Tom Muster", email="tom@example.com", created_at=later(days=1))
    known.write(lambda writing: writing.add_contact(son))
    found = known.read(lambda reading: reading.contacts_matching(phone_e164="+447700900123", email="tom@example.com"))
    assert [contact.name for contact in found] == ["Joan Muster", "Tom Muster"]


def test_a_former_number_still_identifies_a_contact(known: Ledger) -> None:
    moved = a_contact(phone_e164="+447700900999")
    assert known.write(lambda writing: writing.update_contact(moved))
    for number in ("+447700900123", "+447700900999"):
        assert known.read(lambda reading, n=number: reading.contacts_matching(phone_e164=n)) == (moved,)
    assert [i.value for i in known.read(lambda reading: reading.identities_of("contact-1"))][-1] == "+447700900999"
    assert known.write(lambda writing: writing.update_contact(a_contact("nobody"))) is False


def test_a_contact_may_have_several_numbers(known: Ledger) -> None:
    work = Identity(contact_id="contact-1", kind=IdentityKind.PHONE, value="+441632960123", added_at=later(days=1))
    assert known.write(lambda writing: writing.add_identity(work)) is True
    assert known.write(lambda writing: writing.add_identity(work)) is False
    assert [c.id for c in known.read(lambda reading: reading.contacts_matching(phone_e164="+441632960123"))] == ["contact-1"]


@pytest.mark.parametrize(
    "words", ["asa", "ÅSA", "lindgren as", "Åsa  Lindgren", "960123", "01632 960 123", "07700900456", "asa.l@exam"]
)
def test_a_contact_is_found_by_what_staff_type_in_a_hurry(ledger: Ledger, words: str) -> None:
    def begin(writing: Writing) -> None:
        writing.add_contact(a_contact(name="Åsa Lindgren", phone_e164="+441632960123", email="asa.l@example.com"))
        mobile = Identity(contact_id="contact-1", kind=IdentityKind.PHONE, value="+447700900456", added_at=NOW)
        writing.add_identity(mobile)
        writing.add_contact(a_contact("contact-2", name="Per Hansson", phone_e164="+46701740605", email="per@example.com"))

    ledger.write(begin)
    assert [contact.id for contact in ledger.read(lambda reading: reading.contacts_like(words))] == ["contact-1"]


@pytest.mark.parametrize("words", ["", "  ", "%", "_", "23", "nobody", "+44"])
def test_what_is_too_little_or_unknown_finds_nobody(known: Ledger, words: str) -> None:
    assert known.read(lambda reading: reading.contacts_like(words)) == ()


def test_a_search_answers_with_the_newest_and_no_more_than_asked(ledger: Ledger) -> None:
    for number in range(5):
        contact = a_contact(f"c-{number}", created_at=later(days=number))
        ledger.write(lambda writing, contact=contact: writing.add_contact(contact))
    assert [contact.id for contact in ledger.read(lambda reading: reading.contacts_like("joan", 2))] == ["c-4", "c-3"]


def test_consents_stay_in_the_order_they_were_given_and_withdrawn(known: Ledger) -> None:
    given = a_consent()
    withdrawn = a_consent(id="consent-2", state=ConsentState.WITHDRAWN, recorded_at=later(days=3))
    for consent in (withdrawn, given):
        assert known.write(lambda writing, c=consent: writing.add_consent(c))
    assert known.read(lambda reading: reading.consents_of("contact-1")) == (given, withdrawn)


def test_a_suppression_is_kept_once_for_each_stream_and_reason(ledger: Ledger) -> None:
    later_again = a_suppression(recorded_at=NOW + dt.timedelta(days=9))
    bounced = a_suppression(reason=SuppressionReason.BOUNCED, recorded_at=later(days=1))
    answers = [ledger.write(lambda w, s=s: w.add_suppression(s)) for s in (a_suppression(), later_again, bounced)]
    assert answers == [True, False, True]
    assert ledger.read(lambda reading: reading.suppressions_of("digest-1")) == (a_suppression(), bounced)
    assert ledger.read(lambda reading: reading.suppressions_of("another")) == ()


def test_folding_leaves_letters_of_other_scripts_alone() -> None:
    assert fold("  İpek  ŞAHİN ") == "ipek sahin"
    assert fold("محمد") == "محمد"
    assert fold("STRASSE") == fold("Straße")
