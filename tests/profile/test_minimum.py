import datetime as dt

import pytest

from tests.profile.material import PACKS, SALON, TEN_LINES, TODAY, Files, business, parsed, problems, replaced
from weblocal.errors import NotFound, ProfileInvalid
from weblocal.model.business import HostKind, Phone, TransportKind
from weblocal.model.hours import Span
from weblocal.model.sequences import ExitStep, SendStep, TellStep, WaitStep
from weblocal.profile.parsing import parse
from weblocal.profile.sources import Sources


def test_ten_lines_are_enough() -> None:
    found = business()
    assert (found.name, found.slug, found.website) == ("Salon Sample", "salon-sample", "https://salon.example")
    assert (found.language, found.currency, found.zone) == ("en-GB", "GBP", "Europe/London")
    assert found.phone == Phone(e164="+441632960123", display="01632 960123")
    assert found.address.town == "Sampleton"
    assert found.address.public
    assert (found.brand.colour, found.brand.theme) == ("#8a3b5c", "parlour")
    assert found.hours.week == ((), *(((Span(540, 1080),),) * 4), (), ())
    assert found.host.kind is HostKind.FOLDER


def test_the_trade_pack_fills_what_is_left_out_with_its_slots_filled() -> None:
    found = business()
    assert found.trade.id == "salon"
    assert found.trade.schema_types == ("HairSalon", "BeautySalon")
    assert found.tagline == "Hair in Sampleton."
    assert [service.name for service in found.services] == ["Cut", "Colour"]
    assert [(each.question, each.answer) for each in found.faq] == [
        ("Where is Salon Sample?", "In Sampleton. Ring 01632 960123.")
    ]
    [sequence] = found.sequences
    hello, wait, tell, leave = sequence.steps
    assert isinstance(hello, SendStep)
    assert hello.text.title == "Hello from Salon Sample"
    assert "{{ first_name | there }}" in hello.text.body
    assert "ring 01632 960123" in hello.text.body
    assert not hello.in_window
    assert isinstance(wait, WaitStep)
    assert isinstance(tell, TellStep)
    assert tell.words == "Ring them"
    assert isinstance(leave, ExitStep)


def test_what_nobody_wrote_has_a_sensible_default() -> None:
    mail = business().mail
    assert (mail.from_name, mail.from_address) == ("Salon Sample", "hello@salon.example")
    assert mail.transport is TransportKind.OUTBOX
    assert mail.window.week[5] == (Span(480, 1140),)
    assert mail.window.week[6] == ()
    assert [(cap.messages, cap.period) for cap in mail.caps] == [(1, dt.timedelta(hours=20)), (4, dt.timedelta(days=14))]
    assert business().desk.keep_leads_days == 730


def test_every_value_says_where_it_came_from() -> None:
    origins = {found.path: (found.value, found.origin) for found in parsed().origins}
    assert origins["phone"] == ("01632 960123", "business.yaml:5")
    assert origins["hours.tuesday-friday"] == ("09:00-18:00", "business.yaml:9")
    assert origins["services.cut.price"] == ("from 30", "trade pack salon")
    assert origins["sequences.new_lead.hello"] == ("Hello from Salon Sample", "trade pack salon")
    assert origins["mail.max_late"] == ("48 hours", "trade pack salon")
    assert origins["brand.theme"] == ("parlour", "default")
    assert origins["currency"] == ("GBP", "default")


def test_no_path_is_explained_twice() -> None:
    paths = [found.path for found in parsed().origins]
    assert len(paths) == len(set(paths))


def test_what_the_owner_writes_replaces_the_packs_whole_key() -> None:
    found = business("services:\n  perm: {name: Perm}\nfaq: {}\n")
    assert [service.id for service in found.services] == ["perm"]
    assert found.faq == ()


def test_an_empty_value_counts_as_left_out() -> None:
    assert business("tagline:\nservices:\n").tagline == "Hair in Sampleton."
    assert len(business("services:\n").services) == 2


def test_settings_are_joined_key_by_key() -> None:
    found = business("mail: {from: Ada at Salon <ada@mail.salon.example>}\n").mail
    assert (found.from_name, found.from_address) == ("Ada at Salon", "ada@mail.salon.example")
    assert found.max_late == dt.timedelta(hours=48)


def test_the_owners_words_of_a_mail_win_over_the_packs() -> None:
    files: Files = {"mails/new_lead/hello.md": "---\nsubject: Ada here\n---\nI do not fill {name}.\n"}
    origins = {found.path: found.origin for found in parsed(TEN_LINES, files).origins}
    assert origins["sequences.new_lead.hello"] == "mails/new_lead/hello.md:4"
    [step, *_rest] = business("", files).sequences[0].steps
    assert isinstance(step, SendStep)
    assert step.text.body == "I do not fill {name}."


def test_a_trade_is_found_by_other_words_for_it() -> None:
    assert parsed(replaced("trade: salon", "trade: Hair salon")).business.trade.id == "salon"
    assert parsed(replaced("trade: salon", "trade: hairdresser")).business.trade.id == "salon"


def test_an_unknown_trade_is_answered_with_a_near_one_or_with_all() -> None:
    assert problems(replaced("trade: salon", "trade: plumer")) == [
        'business.yaml:3 trade: There is no trade pack "plumer". Did you mean plumber?'
    ]
    assert problems(replaced("trade: salon", "trade: xyz"))[0].endswith("Write one of: plumber, salon.")


def test_what_is_filled_into_a_pack_is_not_filled_again() -> None:
    found = parsed(replaced("name: Salon Sample", 'name: "{phone} & {town}"')).business
    assert found.faq[0].question == "Where is {phone} & {town}?"


def test_without_a_telephone_number_the_pack_gives_the_mail_address() -> None:
    assert parsed(replaced("phone: 01632 960123\n", "")).business.faq[0].answer == "In Sampleton. Ring hello@salon.example."


def test_a_pack_that_speaks_for_the_owner_is_refused() -> None:
    packs = PACKS | {"salon.yaml": SALON + "  offers: {free: {text: A gift}}\n"}
    assert "Only the owner can say this" in problems(TEN_LINES, packs=packs)[0]


def test_a_packs_sequence_whose_form_the_owner_replaced_is_left_out_with_a_notice() -> None:
    found = parsed(TEN_LINES + "forms:\n  call_me: {asks: [phone]}\n")
    assert found.business.sequences == ()
    assert any(
        'There is no form "request". So the trade pack\'s sequence new_lead is left out.' in str(notice)
        for notice in found.notices
    )


def test_a_packs_consent_whose_stream_the_owner_replaced_is_left_out_with_a_notice() -> None:
    found = parsed(TEN_LINES + "streams: {care: Care tips}\nsequences: {}\n")
    assert found.business.forms[0].consents == ()
    assert any('There is no stream "offers"' in str(notice) for notice in found.notices)


def test_without_a_profile_the_way_to_one_is_shown() -> None:
    with pytest.raises(ProfileInvalid) as raised:
        parse(Sources.of_texts({}), Sources.of_texts(PACKS), today=TODAY)
    assert str(raised.value.problems[0]) == "business.yaml There is no such file. Make one with: weblocal new"


def test_a_file_that_vanished_between_listing_and_reading_is_a_problem_not_a_crash() -> None:
    def read(name: str) -> bytes:
        raise NotFound(f"{name} is gone")

    with pytest.raises(ProfileInvalid) as raised:
        parse(Sources(names=("business.yaml",), read=read), Sources.of_texts(PACKS), today=TODAY)
    assert "cannot be read" in str(raised.value.problems[0])


@pytest.mark.parametrize(
    ("address", "zone", "language", "currency"),
    [
        ("{town: Hamburg, country: DE}", "Europe/Berlin", "de-DE", "EUR"),
        ("{town: Haifa, country: IL}", "Asia/Jerusalem", "he-IL", "ILS"),
        ("{town: Austin, region: MN, country: US}", "America/Chicago", "en-US", "USD"),
        ("{town: Hobart, region: tas, country: au}", "Australia/Hobart", "en-AU", "AUD"),
        ("{town: Osaka, country: JP}", "Asia/Tokyo", "ja-JP", "JPY"),
    ],
)
def test_the_country_tells_zone_language_and_money(address: str, zone: str, language: str, currency: str) -> None:
    text = replaced("{street: 12 Mill Lane, town: Sampleton, postcode: SA1 2AB, country: GB}", address)
    found = parsed(text.replace("phone: 01632 960123\n", "")).business
    assert (found.zone, found.language, found.currency) == (zone, language, currency)


def test_where_the_country_has_several_zones_the_owner_is_asked() -> None:
    text = replaced("{street: 12 Mill Lane, town: Sampleton, postcode: SA1 2AB, country: GB}", "{town: Austin, country: US}")
    [problem] = problems(text.replace("01632 960123", "(512) 555-0123"))
    assert "US has more than one time zone" in problem
    assert "Write zone: and one of America/Adak" in problem
    assert parsed(text.replace("01632 960123", "(512) 555-0123") + "zone: America/Chicago\n").business.zone == "America/Chicago"


def test_a_name_without_latin_letters_still_has_a_slug() -> None:
    assert parsed(replaced("name: Salon Sample", "name: 🎂")).business.slug == "salon"
    assert parsed(replaced("name: Salon Sample", "name: מספרה")).business.slug


def test_two_readings_of_the_same_files_are_the_same() -> None:
    assert parsed() == parsed()
