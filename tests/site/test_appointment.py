"""The sentence that asks for an appointment: real choices only, in any language, and nothing chosen is lost on the way."""

import dataclasses

import pytest

from tests.factories import a_business, a_form, a_service, a_trade
from weblocal.model.business import BookingPage, Business
from weblocal.model.forms import FieldName, FormField
from weblocal.model.hours import Hours, Span
from weblocal.model.words import Teammate
from weblocal.site import appointment
from weblocal.site.parts import Appointment
from weblocal.site.sentence_parts import Gap
from weblocal.site.tongue import Tongue

SERVICES = tuple(
    a_service(name.casefold().replace(" ", "_"), name=name) for name in ("Cut", "Colour", "Highlights painted by hand")
)
TEAM = (Teammate(id="ana", name="Ana", role="Cuts"), Teammate(id="bo", name="Bo", role="Colours"))


def a_salon(**changes: object) -> Business:
    usual = {"trade": a_trade(id="salon", visit_word="appointment"), "services": SERVICES, "team": TEAM, "forms": (a_form(),)}
    return dataclasses.replace(a_business(), **(usual | changes))


def asked(business: Business) -> Appointment:
    found = appointment.appointment(business, Tongue(business))
    assert found is not None
    return found


def gaps(business: Business) -> dict[str, Gap]:
    return {phrase.gap.name: phrase.gap for phrase in asked(business).phrases if phrase.gap}


def test_the_sentence_asks_what_with_whom_and_when_and_belongs_to_the_form() -> None:
    sentence = asked(a_salon())
    assert [phrase.words for phrase in sentence.phrases] == ["I would like", "with", ""]
    assert [phrase.gap.choices[0].text for phrase in sentence.phrases if phrase.gap] == ["an appointment", "anyone", "soon"]
    assert sentence.form == "f-quote"
    assert sentence.button.href == "#form"
    assert not sentence.booking


def test_what_nobody_chose_is_not_sent() -> None:
    assert [gap.choices[0].value for gap in gaps(a_salon()).values()] == ["", "", ""]


def test_a_long_name_is_shortened_to_look_at_and_sent_whole() -> None:
    long = gaps(a_salon())["wish"].choices[-1]
    assert long.text == "Highlights painted by…"
    assert long.value == "Highlights painted by hand"
    assert all(len(choice.text) <= appointment.LONGEST_SHOWN for gap in gaps(a_salon()).values() for choice in gap.choices)


def test_only_times_at_which_the_door_is_open_are_offered() -> None:
    late = Hours(week=((Span(540, 1200),),) + ((Span(540, 1080),),) * 4 + ((Span(540, 840),), ()), zone="Europe/London")
    week = Hours(week=((Span(540, 1080),),) * 5 + ((), ()), zone="Europe/London")
    offered = [[choice.text for choice in gaps(a_salon(hours=hours))["when"].choices] for hours in (late, week)]
    assert {"in the evening", "on a Saturday"} <= set(offered[0])
    assert {"in the evening", "on a Saturday"}.isdisjoint(offered[1])


def test_one_person_alone_is_no_choice() -> None:
    assert set(gaps(a_salon(team=TEAM[:1]))) == {"wish", "when"}


def test_who_makes_no_appointments_is_asked_for_advice_from_nobody_in_particular() -> None:
    found = gaps(a_salon(trade=a_trade(visit_word="visit")))
    assert found["wish"].choices[0].text == "some advice"
    assert "with" not in found


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"services": SERVICES[:1]}, id="one service is no choice"),
        pytest.param({"forms": ()}, id="nobody would receive it"),
        pytest.param(
            {"forms": (a_form(fields=(FormField(name=FieldName.NAME, required=True),)),)}, id="the form asks for no service"
        ),
    ],
)
def test_without_a_choice_or_a_receiver_there_is_no_sentence(changes: dict[str, object]) -> None:
    business = a_salon(**changes)
    assert appointment.appointment(business, Tongue(business)) is None


def test_a_booking_page_gets_the_answers_beside_its_own_query() -> None:
    sentence = asked(a_salon(forms=(), booking=BookingPage(url="https://www.book.example/salon?id=5&lang=en#top")))
    assert sentence.booking == "https://www.book.example/salon"
    assert sentence.kept == (("id", "5"), ("lang", "en"))
    assert sentence.button.text == "Book at book.example"
    assert not sentence.form


def test_the_sentence_is_whole_in_every_language_it_can_be_said_in() -> None:
    for language in ("de", "ar", "cy", "xx"):
        business = a_salon(language=language)
        found = [phrase.gap.name for phrase in asked(business).phrases if phrase.gap]
        assert sorted(found) == ["when", "wish", "with"]
