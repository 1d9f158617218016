"""Links that cannot be forged, bent or used for another purpose."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weblocal import tokens
from weblocal.errors import NotAllowed

NOW = dt.datetime(2026, 11, 10, 10, 0, tzinfo=dt.UTC)
KEYS = ("new-key", "old-key")


def test_a_link_says_what_was_put_into_it_and_when() -> None:
    token = tokens.issue(("contact-1", "offers"), purpose="unsubscribe", keys=KEYS, now=NOW)
    opened = tokens.open_token(token, purpose="unsubscribe", keys=KEYS, now=NOW)
    assert opened == tokens.Opened(values=("contact-1", "offers"), issued_at=NOW)


def test_a_link_made_for_one_purpose_is_worth_nothing_for_another() -> None:
    token = tokens.issue(("contact-1",), purpose="unsubscribe", keys=KEYS, now=NOW)
    with pytest.raises(NotAllowed):
        tokens.open_token(token, purpose="sign-in", keys=KEYS, now=NOW)


def test_a_link_signed_with_an_older_key_still_works_and_one_of_a_lost_key_does_not() -> None:
    token = tokens.issue(("x",), purpose="p", keys=("old-key",), now=NOW)
    assert tokens.open_token(token, purpose="p", keys=KEYS, now=NOW).values == ("x",)
    with pytest.raises(NotAllowed):
        tokens.open_token(token, purpose="p", keys=("new-key",), now=NOW)


def test_a_link_ends_when_its_time_is_over() -> None:
    token = tokens.issue(("x",), purpose="p", keys=KEYS, now=NOW)
    hour = dt.timedelta(hours=1)
    assert tokens.open_token(token, purpose="p", keys=KEYS, now=NOW + hour, valid_for=hour).values == ("x",)
    with pytest.raises(NotAllowed, match="too old"):
        tokens.open_token(token, purpose="p", keys=KEYS, now=NOW + hour + dt.timedelta(seconds=1), valid_for=hour)


@given(place=st.integers(min_value=0), letter=st.sampled_from("abcXYZ019-_."))
def test_a_link_with_one_letter_changed_is_refused(place: int, letter: str) -> None:
    token = tokens.issue(("contact-1", "offers"), purpose="unsubscribe", keys=KEYS, now=NOW)
    place %= len(token)
    bent = token[:place] + letter + token[place + 1 :]
    if bent != token:
        with pytest.raises(NotAllowed):
            tokens.open_token(bent, purpose="unsubscribe", keys=KEYS, now=NOW)


@given(st.text(max_size=200))
def test_no_text_whatever_opens_anything(text: str) -> None:
    with pytest.raises(NotAllowed):
        tokens.open_token(text, purpose="unsubscribe", keys=KEYS, now=NOW)
