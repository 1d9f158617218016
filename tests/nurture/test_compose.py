"""The mail a person gets: what it says, what it must hold by law, what can never be in it, and how large it is."""

import dataclasses
import datetime as dt
import re

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.factories import (
    NOW,
    a_business,
    a_consent,
    a_contact,
    a_coupon,
    a_form,
    a_lead,
    a_message,
    a_send_step,
    a_sequence,
    a_text,
    a_trade,
    a_visit,
    later,
    the_theme,
)
from weblocal.model.business import Address, Brand, Business, DeskSettings, Legal
from weblocal.model.mail import Mail, Message
from weblocal.model.people import Contact
from weblocal.model.sequences import Purpose, SendStep
from weblocal.nurture import compose
from weblocal.nurture.compose import NOTHING_KNOWN, Occasion

STOP = "https://desk.bright-pipes.example/u/token"
BODY = """\
# Your price, to the pound.

Hello {{ first_name | there }}, you asked about {{ asked_for | a job }} on {{ asked_on | a day }}.

| Job | Price |
| --- | --- |
| Boiler service *any make* | £95 |

1. **Look.** Once a month.
"""


def a_mail_step(body: str = BODY, *, offer: str = "", **front: str) -> SendStep:
    more = {"preheader": "In short.", "button": "Ring us", "button_to": "call"} | front
    return a_send_step(text=a_text(body, title="Your price", more=tuple(more.items())), offer=offer)


def written(
    step: SendStep | None = None,
    *,
    business: Business | None = None,
    message: Message | None = None,
    contact: Contact | None = None,
    occasion: Occasion = NOTHING_KNOWN,
    stop: str = STOP,
    code: str = "",
) -> Mail:
    return compose.compose(
        message or a_message(),
        step=step or a_mail_step(),
        business=business or a_business(),
        theme=the_theme(),
        contact=contact or a_contact(),
        unsubscribe_url=stop,
        coupon_code=code,
        now=NOW,
        occasion=occasion,
    )


def words_of(mail: Mail) -> str:
    body = LexborHTMLParser(mail.html).body
    assert body is not None
    return " ".join(body.text(separator=" ").split())


def links_of(mail: Mail) -> list[str]:
    return [str(link.attributes["href"]) for link in LexborHTMLParser(mail.html).css("a")]


def test_both_halves_say_the_same() -> None:
    mail = written(occasion=Occasion(lead=a_lead()))
    for words in ("you asked about Boiler service on Tuesday", "Boiler service", "any make", "£95", "Look.", "Once a month."):
        assert words in words_of(mail)
        assert words in " ".join(mail.text.split())
    assert "YOUR PRICE, TO THE POUND." in mail.text
    assert mail.subject == "Your price"


def test_what_is_not_known_gives_way_to_the_owners_fallback() -> None:
    mail = written(contact=a_contact(name=""))
    assert "Hello there, you asked about a job on a day." in words_of(mail)


@pytest.mark.parametrize(
    "name", ["<script>alert(1)</script>", "{{ 7*7 }}", "**Joan**", "[x](https://evil.example)", "Joan\r\nBcc: a@b.example"]
)
def test_a_hostile_name_is_words_at_most_in_every_part_of_a_mail(name: str) -> None:
    step = a_mail_step("# Hello {{ first_name | there }}\n\n[Our site](/about/)", subject="For {{ first_name | you }}")
    mail = written(step, contact=a_contact(name=name))
    assert "<script" not in mail.html
    assert "evil.example" not in mail.html + mail.text + mail.subject
    assert "49" not in mail.subject
    assert not {"\r", "\n"} & set(mail.subject + mail.to_name)
    assert LexborHTMLParser(mail.html).css("h1 strong") == []


def test_links_into_the_site_are_whole_and_the_button_rings() -> None:
    links = links_of(written(a_mail_step("# Hi\n\nSee [prices](/services/) and [us](https://other.example/).")))
    assert "https://bright-pipes.example/services/" in links
    assert "https://other.example/" in links
    assert "tel:+441632960123" in links


@pytest.mark.parametrize(
    ("target", "href"),
    [
        ("call", "tel:+441632960123"),
        ("site /guides/stopcock/", "https://bright-pipes.example/guides/stopcock/"),
        ("form quote", "https://bright-pipes.example/contact/#form"),
        ("offer first_visit", "https://bright-pipes.example/offers/first-visit/"),
        ("review", "https://reviews.example/us"),
        ("https://booking.example/x", "https://booking.example/x"),
    ],
)
def test_a_button_leads_where_the_owner_said(target: str, href: str) -> None:
    mail = written(a_mail_step(button="Go", button_to=target), business=a_business(review_link="https://reviews.example/us"))
    assert href in links_of(mail)
    assert f"Go:\n{href.removeprefix('tel:')}" in mail.text


def test_a_number_that_the_button_says_is_said_once() -> None:
    text = written(a_mail_step(button="Call 01632 960123", button_to="call")).text
    assert "Call 01632 960123\n" in text
    assert "+441632960123" not in text


@pytest.mark.parametrize(
    "target", ["form nothing", "offer nothing", "review", "javascript:alert(1)", "http://plain.example", "site x"]
)
def test_a_button_that_leads_nowhere_is_not_drawn(target: str) -> None:
    mail = written(a_mail_step(button="Go", button_to=target))
    assert ">Go<" not in mail.html


# what the law and the mailbox providers ask for


def test_a_marketing_mail_says_why_it_comes_how_to_stop_it_and_from_where() -> None:
    consent = a_consent(words="Send me offers now and then.", recorded_at=dt.datetime(2026, 11, 3, 9, tzinfo=dt.UTC))
    mail = written(occasion=Occasion(consent=consent))
    for half in (words_of(mail), " ".join(mail.text.split())):
        assert "You get this because you agreed to “Send me offers now and then” on 3 November 2026." in half
        assert "Stop these mails with one click" in half
        assert "Bright Pipes, 12 Mill Lane, Sampleton, SA1 2AB" in half
        assert "01632 960123" in half
    assert STOP in links_of(mail)
    assert STOP in mail.text
    assert mail.unsubscribe_url == STOP


def test_without_a_desk_a_mail_stops_them() -> None:
    mail = written(stop="", business=a_business(desk=DeskSettings()))
    assert "mailto:hello@bright-pipes.example?subject=unsubscribe" in links_of(mail)
    assert (mail.unsubscribe_url, mail.unsubscribe_mailto) == ("", "hello@bright-pipes.example")


def test_a_mail_about_ones_own_affairs_offers_nothing_to_stop() -> None:
    mail = written(message=a_message(purpose=Purpose.TRANSACTIONAL), occasion=Occasion(lead=a_lead()))
    assert STOP not in mail.html + mail.text
    assert (mail.unsubscribe_url, mail.unsubscribe_mailto) == ("", "")
    assert "You get this because you asked us on 10 November 2026." in words_of(mail)


def test_a_street_that_is_not_public_stands_in_no_mail() -> None:
    hidden = Address(street="12 Mill Lane", town="Sampleton", postcode="SA1 2AB", country="GB", public=False)
    mail = written(business=a_business(address=hidden))
    assert "Mill Lane" not in mail.html + mail.text
    assert "Sampleton" in words_of(mail)


def test_a_company_that_carries_the_name_stands_for_it() -> None:
    mail = written(business=a_business(legal=Legal(company="Bright Pipes Ltd")))
    assert "Bright Pipes Ltd, 12 Mill Lane" in words_of(mail)
    assert "Bright Pipes, Bright Pipes Ltd" not in words_of(mail)


def test_a_reader_is_told_how_many_more_there_will_be() -> None:
    first, last = a_mail_step(), dataclasses.replace(a_mail_step(), id="last_word")
    business = a_business(sequences=(a_sequence(steps=(first, dataclasses.replace(first, id="second"), last)),))
    assert "2 more follow at most." in words_of(written(first, business=business))
    assert "It is the last one about this." in words_of(written(last, business=business))
    assert "3 of 3" in words_of(written(last, business=business))


def test_the_message_id_is_made_from_the_token_and_names_nobody() -> None:
    one, again = written(message=a_message("a")), written(message=a_message("a"))
    other = written(message=a_message("b"))
    assert one.message_id == again.message_id != other.message_id
    assert re.fullmatch(r"<[0-9a-f]{32}@mail\.bright-pipes\.example>", one.message_id)


# the offer


def test_a_coupon_is_a_ticket_with_its_code_its_terms_and_its_end() -> None:
    mail = written(a_mail_step("# For you\n\n[[coupon]]\n\nThe end.", offer="first_visit"), code=a_coupon().code)
    for half in (words_of(mail), mail.text):
        assert "7KM2 P9QX 4T" in half
        assert "New customers." in half
        assert "Until 31 March 2027" in half
    assert mail.text.index("7KM2") < mail.text.index("The end.")
    assert 'bgcolor="#000000"' in mail.html
    assert "<img" not in mail.html


def test_an_offer_nobody_marked_a_place_for_comes_at_the_end() -> None:
    assert "7KM2 P9QX 4T" in written(a_mail_step("# For you", offer="first_visit"), code=a_coupon().code).text


def test_an_offer_without_a_coupon_is_shown_without_a_code() -> None:
    offer = dataclasses.replace(a_business().offers[0], coupon=None)
    mail = written(a_mail_step("# For you\n\n[[coupon]]", offer="first_visit"), business=a_business(offers=(offer,)))
    assert "£10 off your first visit." in words_of(mail)
    assert "say the code" not in mail.html + mail.text


# the page


@pytest.mark.parametrize("tiles", ["pipes", "strands", "leaf", "axle", "grid", "bakery", "table"])
@pytest.mark.parametrize("colour", ["#0b5fa5", "#f2c500", "#ffffff", "#000000"])
def test_the_page_stays_small_loads_nothing_and_knows_no_pure_black_or_white_but_the_code(tiles: str, colour: str) -> None:
    business = a_business(trade=a_trade(tiles=tiles), brand=Brand(colour=colour, theme="fascia"))
    html = written(a_mail_step("# For you\n\n[[coupon]]", offer="first_visit"), business=business, code=a_coupon().code).html
    assert len(html.encode()) < 60_000
    assert not re.search(r"<(?:img|link|script|iframe|object|svg|video)\b|@import|@font-face|url\(", html)
    without_code = re.sub(r'<table[^>]*class="qr".*?</table>', "", html, flags=re.DOTALL)
    assert not re.search(r"#(?:000000|ffffff|000|fff)\b", without_code)


def test_the_page_is_an_article_in_its_language_with_a_preheader_and_both_colour_schemes() -> None:
    page = LexborHTMLParser(written(business=a_business(language="ar")).html)
    root = page.css_first("html")
    assert (root.attributes["lang"], root.attributes["dir"]) == ("ar", "rtl")
    article = page.css_first("[role=article]")
    assert article.attributes["aria-label"] == "Your price"
    assert page.css_first("table[lang=ar][dir=rtl]") is not None
    assert page.css_first(".pre").text().startswith("In short.")
    assert page.css_first("meta[name=color-scheme]").attributes["content"] == "light dark"
    styles = "".join(style.text() for style in page.css("style"))
    assert "prefers-color-scheme: dark" in styles
    assert "[data-ogsc] .t" in styles
    assert len(page.css("h1")) == 1
    assert all(
        table.attributes.get("role") == "presentation" or "rows" in str(table.attributes.get("class"))
        for table in page.css("table")
    )


def test_every_rule_reaches_its_element_because_mail_programs_drop_style_sheets() -> None:
    page = LexborHTMLParser(written().html)
    for selector, rule in (
        ("h1", "font: 800 32px"),
        ("p.t", "font: 400 17px"),
        ("td.amount", "white-space: nowrap"),
        ("td.press", "background: #"),
    ):
        assert rule in str(page.css_first(selector).attributes["style"])


def test_without_a_preheader_the_first_words_that_say_more_than_hello_stand_in() -> None:
    step = a_mail_step("# Hi\n\nHello.\n\nWe come on Tuesday between nine and eleven.", preheader="")
    assert LexborHTMLParser(written(step).html).css_first(".pre").text().startswith("We come on Tuesday")


# mails to the house


def an_alert(**changes: object) -> Mail:
    known = {
        "lead_url": "https://desk.example/desk/leads/7",
        "form_title": "Ask for a price",
        "answer_by": later(hours=1),
    } | changes
    return compose.alert(a_message(enrolment_id=""), business=a_business(), theme=the_theme(), now=NOW, **known)  # type: ignore[arg-type]


def test_an_alert_says_what_until_when_and_where_and_names_nobody() -> None:
    mail = an_alert()
    assert mail.subject == "Somebody is waiting: Ask for a price. Answer by 11:00."
    assert "https://desk.example/desk/leads/7" in links_of(mail)
    assert "https://desk.example/desk/leads/7" in mail.text
    for private in (a_contact().name, a_contact().email, a_contact().phone_e164, a_lead().words):
        assert private not in mail.html + mail.text + mail.subject
    assert (mail.unsubscribe_url, mail.reply_to) == ("", "")


def test_an_alert_for_another_day_says_which() -> None:
    tomorrow = dt.datetime(2026, 11, 11, 9, 30, tzinfo=dt.UTC)
    assert an_alert(answer_by=tomorrow).subject.endswith("Answer by 09:30 on Wednesday 11 November.")


def test_an_alert_without_a_promise_or_a_desk_still_says_something() -> None:
    mail = an_alert(lead_url="", answer_by=None, form_title="")
    assert mail.subject == "Somebody is waiting. Answer when you can."


def test_a_sign_in_mail_holds_the_link_and_the_code() -> None:
    link = "https://desk.example/pair#secret"
    mail = compose.sign_in(
        a_message(enrolment_id=""), link=link, code="K7M2 4X", business=a_business(), theme=the_theme(), now=NOW
    )
    assert link in links_of(mail)
    assert link in mail.text
    assert "K7M2 4X" in words_of(mail)


def test_days_are_said_as_people_say_them() -> None:
    step = a_mail_step("# Hi\n\nIt was on {{ visit_day | your visit }}.")
    near = Occasion(visit=a_visit(occurred_at=later(days=-2)))
    far = Occasion(visit=a_visit(occurred_at=later(days=-30)))
    assert "It was on Sunday." in written(step, occasion=near).text
    assert "It was on 11 October." in written(step, occasion=far).text
    assert "It was on your visit." in written(step).text


def test_a_form_knows_its_consent_words_when_no_record_is_at_hand() -> None:
    business = a_business(forms=(a_form(),))
    assert "you agreed to “Send me offers now and then”." in words_of(written(business=business))
