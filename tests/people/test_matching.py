import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import NOW, a_contact
from weblocal.model.people import Contact, Match, MatchKind
from weblocal.people import matching

JOAN = a_contact("joan")
PHONE, MAIL = JOAN.phone_e164, JOAN.email


def match(*candidates: Contact, name: str = "Joan Muster", phone: str = PHONE, email: str = MAIL) -> Match:
    return matching.match(name=name, phone_e164=phone, email=email, candidates=candidates)


@pytest.mark.parametrize(
    ("name", "phone", "email", "rule"),
    [
        ("Joan Muster", PHONE, MAIL, "same number and mail address"),
        ("Joan Muster", PHONE, "", "same number"),
        ("Joan Muster", PHONE, "joan@work.example", "same number"),
        ("joan muster", "", MAIL, "same mail address"),
        ("", PHONE, "", "same number"),
        ("J. Muster", PHONE, "", "same number"),
        ("Mrs Joan Muster", PHONE, "", "same number"),
        ("Muster Joan", PHONE, "", "same number"),
    ],
)
def test_a_known_number_or_address_with_an_agreeing_name_is_the_same_person(
    name: str, phone: str, email: str, rule: str
) -> None:
    answer = match(JOAN, name=name, phone=phone, email=email)
    assert (answer.kind, answer.contact_id, answer.rule) == (MatchKind.SAME, "joan", rule)


def test_the_same_number_under_another_name_is_a_question_and_never_a_merge() -> None:
    answer = match(JOAN, name="Peter Sample", email="")
    assert (answer.kind, answer.contact_id) == (MatchKind.ASK, "joan")
    assert answer.rule == "same number, but another name"


def test_the_same_address_under_another_name_is_a_question() -> None:
    assert match(JOAN, name="Peter Sample", phone="").rule == "same mail address, but another name"


def test_a_number_of_one_and_an_address_of_another_is_a_question() -> None:
    other = a_contact("other", phone_e164="", email="muster@example.com", created_at=NOW + dt.timedelta(days=1))
    phone_only = a_contact("joan", email="")
    answer = match(phone_only, other, email="muster@example.com")
    assert (answer.kind, answer.contact_id) == (MatchKind.ASK, "joan")


def test_of_two_people_at_one_number_the_one_with_the_name_is_meant() -> None:
    peter = a_contact("peter", name="Peter Sample", email="")
    assert match(JOAN, peter, name="Peter Sample", email="").contact_id == "peter"


def test_somebody_without_number_or_address_is_new() -> None:
    assert match(JOAN, phone="", email="").kind is MatchKind.NEW


def test_a_stranger_is_new() -> None:
    assert match(JOAN, phone="+447700900999", email="x@example.com").kind is MatchKind.NEW


def test_a_walk_in_is_nobody_to_be_matched() -> None:
    assert match(a_contact("walk-in", is_walk_in=True)).kind is MatchKind.NEW


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("José Núñez", "jose nunez", True),
        ("Joan", "Joan Muster", True),
        ("J Muster", "Joan Muster", True),
        ("Joan Sample", "Joan Muster", False),
        ("Joan Joan", "Joan Muster", False),
        ("Dr. Muster", "Joan Muster", True),
        ("محمد علي", "محمد", True),
    ],
)
def test_names_agree_or_do_not(one: str, other: str, *, agree: bool) -> None:
    assert matching.names_agree(one, other) is agree
    assert matching.names_agree(other, one) is agree


@given(st.lists(st.sampled_from([JOAN, a_contact("b", name="Bea"), a_contact("c", phone_e164=""), a_contact("d", email="")])))
def test_the_order_of_the_candidates_never_changes_the_answer(candidates: list[Contact]) -> None:
    assert match(*candidates) == match(*reversed(candidates))


@given(st.text(max_size=30), st.text(max_size=30))
def test_agreement_of_names_is_mutual_for_any_text(one: str, other: str) -> None:
    assert matching.names_agree(one, other) == matching.names_agree(other, one)
