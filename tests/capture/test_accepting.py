import dataclasses
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import NOW, a_business, a_form, a_placement, a_service, later, some_ids
from weblocal.capture import accepting
from weblocal.capture.accepting import Accepted, Quarantined, Refused
from weblocal.model.business import Business
from weblocal.model.forms import ConsentWording, FieldName, FormField
from weblocal.model.leads import Post, SubmissionState
from weblocal.model.people import ConsentState

GOOD = {"name": "Joan Muster", "phone": "07700 900123", "email": "Joan@Example.com", "message": "It drips.\r\nBadly."}


def post(form_id: str = "quote", *, at: dt.datetime = NOW, **changes: str) -> Post:
    return Post(form_id=form_id, pairs=tuple((GOOD | changes).items()), received_at=at)


def accept(sent: Post, business: Business | None = None) -> Accepted | Quarantined | Refused:
    return accepting.accept(sent, business=business or a_business(), new_id=some_ids())


def accepted(sent: Post, business: Business | None = None) -> Accepted:
    verdict = accept(sent, business)
    assert isinstance(verdict, Accepted), verdict
    return verdict


def held(sent: Post) -> str:
    verdict = accept(sent)
    assert isinstance(verdict, Quarantined), verdict
    assert verdict.submission.state is SubmissionState.QUARANTINED
    return verdict.submission.held_because


def corrections(sent: Post, business: Business | None = None) -> dict[str, str]:
    verdict = accept(sent, business)
    assert isinstance(verdict, Refused), verdict
    return dict(verdict.fields)


def test_a_post_becomes_a_lead_with_a_person_in_normal_forms() -> None:
    taken = accepted(post(service="boiler_service", postcode="SA1 2AB"))
    assert (taken.person.name, taken.person.phone_e164, taken.person.email) == (
        "Joan Muster",
        "+447700900123",
        "joan@example.com",
    )
    assert (taken.lead.asked_for, taken.lead.place, taken.lead.words) == ("Boiler service", "SA1 2AB", "It drips.\nBadly.")
    assert taken.lead.submission_id == taken.submission.id


def asking_by_chips() -> Business:
    fields = (
        FormField(name=FieldName.PHONE, required=True),
        FormField(name=FieldName.SERVICE, required=False, choices=("Leak", "Something else")),
        FormField(name=FieldName.MESSAGE, required=False),
    )
    return a_business(forms=(a_form(fields=fields),))


@pytest.mark.parametrize(("sent", "heading"), [("Leak", "Leak"), ("boiler_service", "Boiler service"), ("", "")])
def test_a_chip_or_a_service_is_what_they_asked_for(sent: str, heading: str) -> None:
    lead = accepted(post(service=sent), asking_by_chips()).lead
    assert (lead.asked_for, lead.words) == (heading, "It drips.\nBadly.")


def test_an_answer_that_is_none_of_the_chips_is_kept_but_is_no_heading() -> None:
    taken = accepted(post(service="PAY NOW at once"), asking_by_chips())
    assert (taken.lead.asked_for, taken.lead.words) == ("", "PAY NOW at once\nIt drips.\nBadly.")
    assert dict(taken.submission.answers)["service"] == "PAY NOW at once"


def test_a_wish_from_the_sentence_is_the_service_and_with_whom_and_when_stand_before_the_message() -> None:
    lead = accepted(post(**{"wish": "boiler_service", "with": "Ana", "when": "next week"}), asking_by_chips()).lead
    assert (lead.asked_for, lead.words) == ("Boiler service", "Ana, next week\nIt drips.\nBadly.")


def test_a_chip_that_was_tapped_later_counts_for_more_than_the_sentence() -> None:
    assert accepted(post(wish="boiler_service", service="Leak"), asking_by_chips()).lead.asked_for == "Leak"


def test_a_sentence_left_as_it_stood_adds_nothing() -> None:
    lead = accepted(post(**{"wish": "", "with": "", "when": ""}), asking_by_chips()).lead
    assert (lead.asked_for, lead.words) == ("", "It drips.\nBadly.")


def test_the_promise_is_counted_in_opening_hours() -> None:
    at_half_past_five = dt.datetime(2026, 11, 10, 17, 30, tzinfo=dt.UTC)
    assert accepted(post(at=at_half_past_five)).lead.answer_by == dt.datetime(2026, 11, 11, 10, 30, tzinfo=dt.UTC)


def test_a_form_without_a_promise_starts_no_clock() -> None:
    business = a_business(forms=(a_form(answer_within=None),))
    assert accepted(post(), business).lead.answer_by is None


def test_consent_is_kept_with_its_words_version_page_and_placement() -> None:
    ticked = post(consent_offers="yes", consent_offers_version="v1", page="/services/boilers/?utm=x", placement="K7M2")
    (consent,) = accepted(ticked).consents
    assert (consent.stream, consent.state, consent.words, consent.version) == (
        "offers",
        ConsentState.GIVEN,
        "Send me offers now and then.",
        "v1",
    )
    assert (consent.page, consent.placement, consent.recorded_at) == ("/services/boilers/", "counter", NOW)


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"consent_offers": "", "consent_offers_version": "v1"},
        {"consent_offers": "yes", "consent_offers_version": "words-we-no-longer-have"},
        {"consent_offers": "yes"},
        {"consent_other": "yes", "consent_other_version": "v1"},
    ],
)
def test_nothing_else_is_consent(sent: dict[str, str]) -> None:
    assert accepted(post(**sent)).consents == ()


def test_an_unknown_form_is_refused() -> None:
    verdict = accept(post("nothing"))
    assert isinstance(verdict, Refused)
    assert verdict.is_unknown_form


def test_far_too_much_text_is_refused_and_says_so() -> None:
    verdict = accept(post(message="x" * 100_001))
    assert isinstance(verdict, Refused)
    assert verdict.is_too_large


def test_missing_answers_come_back_each_with_its_sentence() -> None:
    assert corrections(post(name=" ", phone="")) == {
        "name": "Please tell us your name.",
        "phone": "Please leave a number we can ring.",
    }


def test_a_number_or_address_that_cannot_be_used_comes_back_too() -> None:
    assert set(corrections(post(phone="12", email="joan@"))) == {"phone", "email"}


def test_a_form_that_insists_on_neither_number_nor_address_needs_one_of_them() -> None:
    fields = (FormField(name=FieldName.PHONE, required=False), FormField(name=FieldName.EMAIL, required=False))
    business = a_business(forms=(a_form(fields=fields),))
    assert "phone" in corrections(post(phone="", email=""), business)
    assert accepted(post(phone=""), business).person.email


def test_the_box_that_people_cannot_see_holds_a_post_back() -> None:
    assert "cannot see" in held(post(website2="http://spam.example"))


def test_a_form_sent_quicker_than_anybody_types_is_held_back() -> None:
    started = str(int(later(seconds=-1).timestamp() * 1000))
    assert held(post(started=started)) == "It was sent 1.0 seconds after the first box was touched, quicker than anybody types."


@pytest.mark.parametrize("seconds", [-5, 3, 86_400 * 3])
def test_a_slow_visitor_or_one_whose_clock_is_wrong_is_not(seconds: float) -> None:
    accepted(post(started=str(int(later(seconds=-seconds).timestamp() * 1000))))


@pytest.mark.parametrize("started", ["", "soon", "-5", "9" * 40, "²²²²²²²²²²²²²"])
def test_nonsense_about_the_time_says_nothing(started: str) -> None:
    accepted(post(started=started))


def test_more_than_two_web_addresses_hold_a_post_back() -> None:
    assert held(post(message="http://a.example www.b.example https://c.example")) == "It holds 3 web addresses."
    accepted(post(message="like http://a.example or https://b.example"))


def test_a_web_address_for_a_name_holds_a_post_back() -> None:
    assert held(post(name="www.cheap.example")) == "A web address stands where the name should be."


def test_markup_for_links_holds_a_post_back() -> None:
    assert "advertisements" in held(post(message="[url=http://a.example]x[/url]"))


def test_an_overlong_answer_is_kept_whole_and_held_back() -> None:
    verdict = accept(post(name="N" * 500))
    assert isinstance(verdict, Quarantined)
    assert dict(verdict.submission.answers)["name"] == "N" * 500


def test_control_characters_and_line_breaks_never_get_past_the_edge() -> None:
    taken = accepted(post(name="Joan\r\nBcc: all@example.com\x00\u202e", message="a\x0bb\x07\ud800c"))
    assert taken.person.name == "Joan Bcc: all@example.com"
    assert taken.lead.words == "a\nbc"


def test_pages_that_are_not_ours_and_unknown_placements_are_forgotten() -> None:
    taken = accepted(post(page="//evil.example/x", placement="nope"))
    assert (taken.lead.page, taken.lead.placement) == ("", "")


def test_a_doubled_post_has_one_key_and_a_corrected_one_another() -> None:
    first, again, corrected = post(key="k"), post(key="k", at=later(seconds=2)), post(key="k", phone="07700 900124")
    keys = [accepted(sent).submission.key for sent in (first, again, corrected)]
    assert keys[0] == keys[1] != keys[2]


def test_without_a_key_the_same_words_on_the_same_day_are_one_enquiry() -> None:
    keys = [accepted(post(at=at)).submission.key for at in (NOW, later(hours=3), later(days=1))]
    assert keys[0] == keys[1] != keys[2]


def test_a_field_sent_twice_counts_once() -> None:
    twice = dataclasses.replace(post(), pairs=(("name", ""), ("name", "Joan"), ("name", "Eve"), ("phone", "07700 900123")))
    assert accepted(twice).person.name == "Joan"


def test_a_released_post_becomes_a_lead_with_the_time_it_was_sent() -> None:
    verdict = accept(post(website2="x", consent_offers="on", consent_offers_version="v1"))
    assert isinstance(verdict, Quarantined)
    released = accepting.release(verdict.submission, business=a_business(), new_id=some_ids())
    assert isinstance(released, Accepted)
    assert released.lead.received_at == NOW
    assert released.submission.state is SubmissionState.RELEASED
    assert len(released.consents) == 1


NAMES = st.sampled_from(
    [*FieldName, "website2", "page", "placement", "started", "key", "consent_offers", "consent_offers_version", "x"]
)


@given(st.lists(st.tuples(NAMES, st.text(max_size=60)), max_size=20))
def test_any_post_gets_a_verdict_and_what_is_kept_is_harmless(pairs: list[tuple[str, str]]) -> None:
    business = a_business(services=(a_service(),), placements=(a_placement(),))
    verdict = accept(Post(form_id="quote", pairs=tuple(pairs), received_at=NOW), business)
    if isinstance(verdict, Refused):
        assert verdict.fields
        return
    for name, text in verdict.submission.answers:
        assert "\x00" not in text
        assert "\r" not in text
        assert name == "message" or "\n" not in text
        text.encode()


def test_a_form_in_another_language_keeps_the_words_that_were_agreed_to_and_tells_the_owner_what_is_asked_in_his_own() -> None:
    english = a_business(services=(a_service("stairs", name="Staircases"),))
    wording = ConsentWording(stream="offers", words="Anfonwch gynigion.", version="cy1")
    welsh = dataclasses.replace(
        english,
        prefix="/cy",
        services=(a_service("stairs", name="Grisiau"),),
        forms=tuple(dataclasses.replace(form, consents=(wording,)) for form in english.forms),
    )
    sent = post(service="Grisiau", page="/cy/contact/", consent_offers="yes", consent_offers_version="cy1")
    taken = accepting.accept(sent, business=english, also_in=(welsh,), new_id=some_ids())
    assert isinstance(taken, Accepted)
    assert taken.lead.asked_for == "Staircases"
    assert taken.lead.page == "/cy/contact/"
    assert [consent.words for consent in taken.consents] == ["Anfonwch gynigion."]
