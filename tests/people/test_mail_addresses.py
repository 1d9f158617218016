import pytest
from hypothesis import given
from hypothesis import strategies as st

from weblocal.people import mail_addresses
from weblocal.people.mail_addresses import digest, normalise


@pytest.mark.parametrize(
    ("raw", "normal"),
    [
        ("hello@salon.example", "hello@salon.example"),
        ("  Hello@Salon.EXAMPLE ", "hello@salon.example"),
        ("a.b+tag@example.com", "a.b+tag@example.com"),
        ("ada@münchen.example", "ada@xn--mnchen-3ya.example"),
    ],
)
def test_the_normal_form_is_small_letters_and_ascii(raw: str, normal: str) -> None:
    assert normalise(raw) == normal


@pytest.mark.parametrize(
    "raw",
    ["", "salon.example", "a@b", "a b@example.com", "a@example.com, b@example.com", "a@[127.0.0.1]", "a@localhost", "ä@example.com",
     "a\u202eb@example.com", "a@example.com\nBcc: b@example.com", "<a@example.com>", "a" * 65 + "@example.com", "a@" + "b." * 130 + "com"],
)  # fmt: skip
def test_what_mail_cannot_reach_is_none(raw: str) -> None:
    assert normalise(raw) is None


@given(st.text(max_size=60))
def test_any_text_gets_an_answer_and_a_normal_form_stays_itself(raw: str) -> None:
    found = normalise(raw)
    assert found is None or normalise(found) == found


def test_a_digest_finds_the_address_again_and_only_with_the_key() -> None:
    assert digest("Hello@Salon.example", "key") == digest("hello@salon.example", "key")
    assert digest("hello@salon.example", "key") != digest("hello@salon.example", "other key")
    assert digest("hello@salon.example", "key") != digest("hallo@salon.example", "key")
    assert len(digest("hello@salon.example", "k" * 500)) == 32


LABEL = st.text(alphabet="abz09-.+_xn", max_size=12)
ENDING = st.sampled_from(
    ("com", "example", "test", "local", "localhost", "onion", "arpa", "invalid", "c", "co1", "x" * 25, "xn--p1ai")
)


@given(st.tuples(LABEL, LABEL, st.lists(LABEL, max_size=4), ENDING))
def test_an_address_nobody_doubts_is_read_as_the_validator_reads_it(parts: tuple[str, str, list[str], str]) -> None:
    before, label, labels, ending = parts
    written = f"{before}@{'.'.join([label, *labels, ending])}"
    assert normalise(written) == mail_addresses._validated(written)
