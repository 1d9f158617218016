"""The sentence in a real browser: what is chosen in it travels with the form, with script and without."""

import dataclasses
import pathlib
from collections.abc import Iterator
from urllib.parse import parse_qsl

import pytest
from playwright.sync_api import Browser, Page, Request

from tests.factories import a_business, a_form, a_service, a_trade, the_theme
from tests.site.test_in_browser import served, write
from weblocal.model.business import BookingPage, Business
from weblocal.model.words import Teammate

pytestmark = pytest.mark.browser


def a_salon() -> Business:
    return dataclasses.replace(
        a_business(),
        trade=a_trade(id="salon", visit_word="appointment", sections=("services", "form")),
        services=(a_service("cut", name="Cut"), a_service("colour", name="Colour")),
        team=(Teammate(id="ana", name="Ana", role="Cuts"), Teammate(id="bo", name="Bo", role="Colours")),
        forms=(a_form(),),
    )


@pytest.fixture
def salon(tmp_path: pathlib.Path) -> Iterator[str]:
    with served(write(tmp_path, the_theme("parlour"), a_salon())) as address:
        yield address


def sent(page: Page) -> dict[str, str]:
    """What the form posts when its button is pressed; nothing leaves the machine."""
    posts: list[Request] = []

    def catch(request: Request) -> None:
        posts.append(request)

    page.route("**/forms/**", lambda route: (catch(route.request), route.fulfill(status=200, body="thanks")))
    page.get_by_label("Your name").fill("Joan")
    page.get_by_label("Phone").fill("01632 960001")
    page.locator("form button").click()
    return dict(parse_qsl(posts[0].post_data or "", keep_blank_values=True))


@pytest.mark.parametrize("has_script", [True, False])
def test_what_is_chosen_in_the_sentence_travels_with_the_form(chromium: Browser, salon: str, has_script: bool) -> None:  # noqa: FBT001
    context = chromium.new_context(java_script_enabled=has_script)
    page = context.new_page()
    page.goto(f"{salon}/")
    page.get_by_label("What is it about?").first.select_option("Colour")
    page.get_by_label("With whom?").select_option("Ana")
    page.get_by_label("When?").select_option("next week")
    page.locator(".actions .button").first.click()
    assert page.url.endswith("#form")
    assert page.get_by_role("radio", name="Colour").is_checked() is has_script
    posted = sent(page)
    assert (posted["wish"], posted["with"], posted["when"]) == ("Colour", "Ana", "next week")
    context.close()


def test_what_nobody_chose_says_nothing(chromium: Browser, salon: str) -> None:
    page = chromium.new_page()
    page.goto(f"{salon}/")
    posted = sent(page)
    assert (posted["wish"], posted["with"], posted["when"]) == ("", "", "")
    page.close()


def test_a_booking_page_is_asked_with_the_answers_in_its_address(chromium: Browser, tmp_path: pathlib.Path) -> None:
    business = dataclasses.replace(a_salon(), booking=BookingPage(url="https://book.example/salon?id=5", name="Bookwell"))
    with served(write(tmp_path, the_theme("parlour"), business)) as address:
        page = chromium.new_page()
        page.route("https://book.example/**", lambda route: route.fulfill(status=200, body="a time for you"))
        page.goto(f"{address}/")
        page.get_by_label("What is it about?").first.select_option("Cut")
        page.get_by_role("button", name="Book at Bookwell").click()
        assert page.url.startswith("https://book.example/salon?")
        assert dict(parse_qsl(page.url.partition("?")[2])) == {"id": "5", "wish": "Cut"}
        page.close()
