"""The bytes of a mail: headers as the rules ask, two halves, and nothing a stranger's words could add."""

import email
import email.policy
from dataclasses import replace
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factories import a_mail
from weblocal.mail import mime
from weblocal.model.mail import Mail
from weblocal.model.settings import Secret, Settings


def read(mail: Mail) -> EmailMessage:
    parsed = email.message_from_bytes(mime.bytes_of(mail), policy=email.policy.default)
    assert isinstance(parsed, EmailMessage)
    return parsed


def test_a_marketing_mail_can_be_stopped_with_one_click_and_is_not_answered_by_machines() -> None:
    message = read(replace(a_mail(), unsubscribe_url="https://desk.example/u/t", unsubscribe_mailto="hello@b.example"))
    assert message["List-Unsubscribe"] == "<https://desk.example/u/t>, <mailto:hello@b.example?subject=unsubscribe>"
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert message["Auto-Submitted"] == "auto-generated"


def test_a_long_one_click_address_is_written_whole_because_mailboxes_read_no_encoded_one() -> None:
    url = "https://desk.example/u/" + "WzE3MzEyMzQ1NjcsImNvbnRhY3Qt" * 8
    raw = mime.bytes_of(replace(a_mail(), unsubscribe_url=url, unsubscribe_mailto="hello@b.example"))
    assert f"List-Unsubscribe: <{url}>,\r\n <mailto:hello@b.example?subject=unsubscribe>\r\n".encode() in raw


def test_the_same_mail_is_the_same_bytes() -> None:
    assert mime.bytes_of(a_mail()) == mime.bytes_of(a_mail())


def test_without_a_place_for_the_post_only_the_mailto_is_named() -> None:
    message = read(replace(a_mail(), unsubscribe_url="", unsubscribe_mailto="hello@b.example"))
    assert message["List-Unsubscribe"] == "<mailto:hello@b.example?subject=unsubscribe>"
    assert message["List-Unsubscribe-Post"] is None


def test_a_mail_about_ones_own_affairs_names_no_list() -> None:
    message = read(replace(a_mail(), unsubscribe_url="", unsubscribe_mailto=""))
    assert message["List-Unsubscribe"] is None


def test_id_date_and_reply_address_are_those_of_the_mail() -> None:
    message = read(a_mail("token-7"))
    assert message["Message-ID"] == "<token-7@mail.bright-pipes.example>"
    assert message["Date"] == "Tue, 10 Nov 2026 10:00:00 +0000"
    assert message["Reply-To"] == "hello@bright-pipes.example"


def test_both_halves_arrive_as_written_the_text_first() -> None:
    message = read(replace(a_mail(), text="Grüße 😀\n", html="<p>Grüße 😀</p>\n"))
    assert [part.get_content_type() for part in message.iter_parts()] == ["text/plain", "text/html"]
    assert [part.get_content().replace("\r\n", "\n") for part in message.iter_parts()] == ["Grüße 😀\n", "<p>Grüße 😀</p>\n"]


def test_lines_are_short_seven_bit_and_end_as_smtp_asks() -> None:
    raw = mime.bytes_of(replace(a_mail(), subject="ü" * 150, text="ü" * 5000, html="<p>" + "x" * 5000))
    assert raw.isascii()
    assert max(map(len, raw.split(b"\r\n"))) <= 998
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert b"\r" not in raw.replace(b"\r\n", b"")


def test_a_domain_outside_ascii_is_written_as_servers_take_it() -> None:
    assert mime.address("hallo@bücher.example") == "hallo@xn--bcher-kva.example"


def test_a_name_cannot_turn_the_writing_direction() -> None:
    assert "\u202e" not in str(read(replace(a_mail(), to_name="Joan\u202emoc.live@x"))["To"])


@pytest.mark.parametrize(
    "url", ["https://d.example/u/a>, <https://evil.example", "https://d.example/u a", "https://d.exämple/"]
)
def test_an_unsubscribe_address_cannot_bring_another(url: str) -> None:
    with pytest.raises(ValueError, match="unsubscribe"):
        mime.bytes_of(replace(a_mail(), unsubscribe_url=url))


HOSTILE = st.text(alphabet=st.sampled_from(list('\r\n\0\t\x0b\x85\u2028 :<>@,;"\\=?ab.ü😀')) | st.characters(), max_size=60)


@settings(deadline=None)
@given(subject=HOSTILE, name=HOSTILE, text=HOSTILE, html=HOSTILE)
def test_whatever_is_written_the_headers_stay_the_same_few(subject: str, name: str, text: str, html: str) -> None:
    expected = sorted(read(a_mail()).keys())
    try:
        message = read(replace(a_mail(), subject=subject, to_name=name, text=text, html=html))
    except ValueError:
        return
    assert sorted(message.keys()) == expected
    assert len(message["To"].addresses) == 1
    assert message["To"].addresses[0].addr_spec == "joan@example.com"


def test_a_secret_never_shows_itself() -> None:
    assert KEY not in repr(Settings(sendgrid_key=Secret(KEY))) + str(Secret(KEY)) + f"{Secret(KEY)}"


KEY = "SG.right"
