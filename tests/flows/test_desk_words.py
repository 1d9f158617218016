"""The desk's words: times, promises, money and places as a colleague would say them."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import ALWAYS, NOW, WEEKDAYS, a_business, a_contact, a_lead, later
from weblocal.flows import desk_words as words
from weblocal.model.hours import Hours
from weblocal.model.services import Money
from weblocal.opening import windows

LONDON = "Europe/London"


def at(day: int, hour: int, minute: int = 0, month: int = 11) -> dt.datetime:
    return dt.datetime(2026, month, day, hour, minute, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("then", "said"),
    [
        (at(10, 9, 40), "9:40"),
        (at(9, 16, 20), "yesterday 16:20"),
        (at(11, 9, 30), "tomorrow 9:30"),
        (at(3, 18, 55), "Tue 3 November 18:55"),
        (dt.datetime(2025, 12, 1, 8, 0, tzinfo=dt.UTC), "Mon 1 December 2025 8:00"),
    ],
)
def test_a_time_is_said_by_its_distance(then: dt.datetime, said: str) -> None:
    assert words.day_and_time(then, zone=LONDON, now=NOW) == said


@pytest.mark.parametrize(
    ("then", "said"),
    [
        (NOW, "just now"),
        (later(minutes=-1), "1 minute ago"),
        (later(minutes=-59), "59 minutes ago"),
        (later(minutes=-90), "today at 8:30"),
        (later(days=-1), "yesterday"),
        (later(days=-8), "2 November"),
    ],
)
def test_how_long_ago(then: dt.datetime, said: str) -> None:
    assert words.ago(then, zone=LONDON, now=NOW) == said


@pytest.mark.parametrize(
    ("minor", "currency", "said"),
    [(7500, "GBP", "£75"), (7550, "GBP", "£75.50"), (5, "EUR", "€0.05"), (1200, "JPY", "JPY 1200"), (900, "SEK", "SEK 9")],
)
def test_money(minor: int, currency: str, said: str) -> None:
    assert words.money(Money(amount_minor=minor, currency=currency)) == said


def test_unknown_money_is_never_shown_as_none() -> None:
    assert words.money(None) == ""


class TestTheClock:
    business = a_business(hours=WEEKDAYS)

    def clock(
        self, now: dt.datetime, *, received: dt.datetime = NOW, promise: dt.timedelta = dt.timedelta(hours=1)
    ) -> words.AnswerClock:
        by = windows.add_open_time(WEEKDAYS, received, promise)
        found = words.answer_clock(a_lead(received_at=received, answer_by=by), business=self.business, may_ring=True, now=now)
        assert found is not None
        return found

    @pytest.mark.parametrize(
        ("minutes", "left", "part", "is_late"),
        [
            (0, "60 min left", 0, False),
            (38, "22 min left", 63, False),
            (60, "0 min left", 100, False),
            (74, "14 min late", 100, True),
        ],
    )
    def test_it_says_what_is_left_and_what_is_over(self, minutes: int, left: str, part: int, *, is_late: bool) -> None:
        found = self.clock(later(minutes=minutes))
        assert (found.left, found.part, found.is_late) == (left, part, is_late)

    def test_it_rests_while_the_shop_is_shut(self) -> None:
        evening = self.clock(at(10, 20), received=at(10, 17, 30))
        assert evening.left == "30 min of opening time left"
        assert evening.due == "Ring by tomorrow 9:30"
        assert not evening.is_live

    def test_it_runs_live_only_when_it_runs_through(self) -> None:
        assert self.clock(later(minutes=5)).is_live
        assert not self.clock(at(10, 17, 45), received=at(10, 17, 30)).is_live

    def test_a_long_lateness_is_said_in_hours_and_days(self) -> None:
        assert self.clock(later(hours=4)).left == "3 h late"
        assert self.clock(later(days=5)).left == "4 days late"

    def test_without_a_promise_there_is_no_clock(self) -> None:
        assert words.answer_clock(a_lead(answer_by=None), business=self.business, may_ring=True, now=NOW) is None

    def test_who_cannot_be_rung_is_answered(self) -> None:
        found = words.answer_clock(a_lead(), business=self.business, may_ring=False, now=NOW)
        assert found is not None
        assert found.due.startswith("Answer by")


class TestOpenTime:
    @given(st.integers(0, 60 * 24 * 20), st.integers(1, 60 * 30))
    def test_it_is_what_the_promise_was_counted_in(self, start: int, span: int) -> None:
        since, promise = later(minutes=start), dt.timedelta(minutes=span)
        assert words.open_time_between(WEEKDAYS, since, windows.add_open_time(WEEKDAYS, since, promise)) == promise

    @given(st.integers(0, 60 * 24 * 20), st.integers(0, 60 * 24 * 5), st.integers(0, 60 * 24 * 5))
    def test_two_spans_on_end_add_up(self, start: int, first: int, second: int) -> None:
        one, two, three = later(minutes=start), later(minutes=start + first), later(minutes=start + first + second)
        whole = words.open_time_between(WEEKDAYS, one, three)
        assert whole == words.open_time_between(WEEKDAYS, one, two) + words.open_time_between(WEEKDAYS, two, three)

    @pytest.mark.parametrize("hours", [ALWAYS, Hours(week=((),) * 7, zone=LONDON)], ids=["always open", "no hours"])
    def test_round_the_clock_it_is_all_of_it(self, hours: Hours) -> None:
        assert words.open_time_between(hours, NOW, later(hours=30)) == dt.timedelta(hours=30)

    def test_backwards_there_is_none(self) -> None:
        assert words.open_time_between(ALWAYS, NOW, later(hours=-1)) == dt.timedelta()


class TestMissingData:
    def test_without_a_number_there_is_mail_alone(self) -> None:
        reach = words.reach_of(a_contact(phone_e164=""), phone="")
        assert (reach.phone_link, reach.message_link, reach.mail_link) == ("", "", "mailto:joan@example.com")

    def test_without_a_mail_address_there_is_no_mail_button(self) -> None:
        assert words.reach_of(a_contact(email=""), phone="07700 900123").mail_link == ""

    @pytest.mark.parametrize(
        ("asked_for", "has_words", "has_phone", "said"),
        [
            ("Leak", True, True, "Leak"),
            ("", False, True, "Wants to be rung"),
            ("", True, True, "Wrote a message"),
            ("", False, False, "Wrote a message"),
        ],
    )
    def test_what_they_want_is_never_other(self, asked_for: str, said: str, *, has_words: bool, has_phone: bool) -> None:
        assert words.headline_of(a_lead(asked_for=asked_for), has_words=has_words, has_phone=has_phone) == said

    @pytest.mark.parametrize(
        ("page", "placement", "said"),
        [
            ("/services/boiler-service/", "", "From the page Boiler service, 10:00"),
            ("/contact/", "", "From the page Contact, 10:00"),
            ("/", "", "From the website, 10:00"),
            ("", "", "At 10:00"),
            ("/x/", "k7m2", "Scanned the code on Counter card, 10:00"),
            ("/x/", "gone", "Scanned a printed code, 10:00"),
        ],
    )
    def test_where_a_lead_came_from(self, page: str, placement: str, said: str) -> None:
        lead = a_lead(page=page, placement=placement)
        assert words.source_of(lead, business=a_business(), now=NOW) == said


@pytest.mark.parametrize(
    ("e164", "country", "said"),
    [("+447700900123", "GB", "07700 900123"), ("+493012345678", "GB", "+49 30 12345678"), ("nonsense", "GB", "nonsense")],
)
def test_numbers_are_written_as_people_here_write_them(e164: str, country: str, said: str) -> None:
    assert words.phone_in_words(e164, country) == said


def test_staff_hear_in_which_language_somebody_wrote() -> None:
    lead = a_lead(page="/cy/contact/", placement="", received_at=NOW)
    said = words.source_of(lead, business=a_business(also_speaks=("cy",)), now=NOW)
    assert said.startswith("From the page Contact, in Welsh, ")
    home = words.source_of(
        a_lead(page="/cy/", placement="", received_at=NOW), business=a_business(also_speaks=("cy",)), now=NOW
    )
    assert home.startswith("From the website, in Welsh, ")
