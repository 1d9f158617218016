"""The form: what it asks, how, and what travels with it."""
# ruff: noqa: ANN401 - a maker takes whatever its noun takes

import dataclasses
import datetime as dt
from typing import Any

from tests.factories import a_business, a_form, a_service
from weblocal.model.forms import ConsentWording, Delivery, FieldName, Form, FormField
from weblocal.site import enquiry
from weblocal.site.enquiry import Asking
from weblocal.site.parts import Field, FormPart
from weblocal.site.tongue import Tongue

SERVICES = (a_service("leaks", name="Leaks"), a_service("boilers", name="Boilers"))


def part(form: Form | None = None, *, asking: Asking | None = None, **changes: Any) -> FormPart:
    business = a_business(**({"services": SERVICES} | changes))
    return enquiry.form_part(form or a_form(), business, Tongue(business), asking or Asking(page="/contact/"))


def field_of(made: FormPart, name: FieldName) -> Field:
    return next(field for field in made.fields if field.name == name)


def test_the_services_of_the_business_are_the_answers_to_tap() -> None:
    assert field_of(part(), FieldName.SERVICE).chips == ("Leaks", "Boilers", "Something else")


def test_the_owners_own_answers_win() -> None:
    form = a_form(fields=(FormField(name=FieldName.SERVICE, required=True, choices=("A leak", "No heat")),))
    assert field_of(part(form), FieldName.SERVICE).chips == ("A leak", "No heat")


def test_a_form_on_a_service_page_has_that_service_chosen() -> None:
    made = field_of(part(asking=Asking(page="/services/boilers/", service="Boilers")), FieldName.SERVICE)
    assert made.chosen == "Boilers"


def test_a_service_beside_the_owners_answers_is_added_and_chosen() -> None:
    form = a_form(fields=(FormField(name=FieldName.SERVICE, required=False, choices=("A leak", "No heat")),))
    made = field_of(part(form, asking=Asking(page="/services/boilers/", service="Boilers")), FieldName.SERVICE)
    assert made.chips == ("Boilers", "A leak", "No heat")
    assert made.chosen == "Boilers"


def test_a_phone_asks_for_the_right_keyboard() -> None:
    made = field_of(part(), FieldName.PHONE)
    assert (made.kind, made.inputmode, made.autocomplete, made.shortest) == ("tel", "tel", "tel", 6)


def test_every_question_has_a_sentence_for_when_it_is_missing() -> None:
    form = a_form(fields=tuple(FormField(name=name, required=True) for name in FieldName))
    assert all(field.error.endswith(".") for field in part(form).fields)


def test_page_and_placement_travel_with_the_form_and_the_script_values_start_empty() -> None:
    hidden = dict(part(asking=Asking(page="/from/k7m2/", placement="k7m2")).hidden)
    assert hidden["page"] == "/from/k7m2/"
    assert hidden["placement"] == "k7m2"
    assert (hidden["started"], hidden["key"]) == ("", "")


def test_consent_is_asked_in_the_owners_words_with_their_version() -> None:
    consent = ConsentWording(stream="offers", words="Send me offers.", version="a1b2")
    made = part(a_form(consents=(consent,)))
    assert [(agreed.stream, agreed.words, agreed.version) for agreed in made.agreements] == [
        ("offers", "Send me offers.", "a1b2")
    ]
    assert ("consent_offers_version", "a1b2") in made.hidden


def test_form_services_get_their_own_words() -> None:
    netlify = part(a_form(delivery=Delivery.NETLIFY))
    assert netlify.netlify
    assert ("form-name", "quote") in netlify.hidden
    web3forms = part(a_form(delivery=Delivery.WEB3FORMS, service_key="abc"))
    assert ("access_key", "abc") in web3forms.hidden


def test_without_a_form_there_are_call_message_and_mail() -> None:
    business = a_business(whatsapp=a_business().phone)
    ways = enquiry.ways_in(business, Tongue(business))
    assert [way.href for way in ways] == [
        "tel:+441632960123",
        "https://wa.me/441632960123",
        "mailto:hello@bright-pipes.example",
    ]


def test_a_promised_answer_is_said_and_no_promise_is_made_up() -> None:
    business = a_business()
    assert "2 hours" in enquiry.opening_words(a_form(), Tongue(business))
    assert enquiry.opening_words(a_form(answer_within=None), Tongue(business)) == ""
    quarter = a_form(answer_within=dt.timedelta(minutes=15))
    assert "15 minutes" in enquiry.opening_words(quarter, Tongue(business))


def test_a_site_in_a_folder_keeps_its_own_form_addresses_below_it() -> None:
    form = dataclasses.replace(a_form(), delivery=Delivery.NETLIFY)
    assert part(form, website="https://town.example/bright-pipes").action == "/bright-pipes/thanks/"
