"""Personal words: a grammar that only puts words where a field stands, whatever people typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import a_text
from weblocal.nurture import mail_reading, personalising

VALUES = {"first_name": "Joan"}


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("Hello {{ first_name | there }}.", "Hello Joan."),
        ("Hello {{first_name|there}}.", "Hello Joan."),
        ("You asked for {{ asked_for | a job }}.", "You asked for a job."),
        ("{{ first_name | you }}, {{ first_name | you }}", "Joan, Joan"),
        ("{{ first_name }}", "{{ first_name }}"),
        ("{{ first_name.__class__ | x }}", "{{ first_name.__class__ | x }}"),
        ("{{ 7*7 | x }}", "{{ 7*7 | x }}"),
        ("{% if first_name %}x{% endif %}", "{% if first_name %}x{% endif %}"),
        ("A\nB", "A B"),
    ],
)
def test_only_a_field_with_a_fallback_is_filled(text: str, filled: str) -> None:
    assert personalising.fill(text, VALUES) == filled


@given(st.text(max_size=120))
def test_a_text_without_a_field_stays_as_it_is_but_for_its_white_space(text: str) -> None:
    kept = "" if "{{" in text else personalising.one_line("".join(sign for sign in text if not "\ue000" <= sign <= "\ue1ff"))
    assert "{{" in text or personalising.fill(text, VALUES) == kept


@given(st.text(max_size=60))
def test_what_a_person_typed_is_never_read_as_a_field_or_as_markdown(name: str) -> None:
    marked = personalising.mark("Hello {{ first_name | there }}, **hello**.")
    words = marked.words({"first_name": name})
    blocks = personalising.filled(mail_reading.read(marked.text), words)
    assert len(blocks) == 1
    spans = blocks[0].spans  # type: ignore[union-attr]
    shown = personalising.one_line(name) or "there"
    assert [span.words for span in spans] == [f"Hello {shown}, ", "hello", "."]
    assert [span.href for span in spans] == ["", "", ""]


@pytest.mark.parametrize(
    ("name", "greeted"),
    [
        ("Joan Muster", "Joan"),
        ("joan", "Joan"),
        ("JOAN MUSTER", "Joan"),
        ("Anne-Marie L.", "Anne-Marie"),
        ("Zoë", "Zoë"),
        ("李 小龍", ""),
        ("小龍", "小龍"),
        ("J. Muster", ""),
        ("Mr Muster", ""),
        ("Dr. Muster", ""),
        ("test", ""),
        ("4711", ""),
        ("", ""),
        ("Win http://evil.example now", ""),
        ("evil.example", ""),
        ("a@b.example", ""),
        ("x" * 40, ""),
    ],
)
def test_a_greeting_uses_a_first_name_and_nothing_that_is_none(name: str, greeted: str) -> None:
    assert personalising.first_name(name) == greeted


@pytest.mark.parametrize("typed", ["see www.evil.example", "https://evil.example", "evil.com", "a/b", "w" * 61])
def test_words_that_a_mail_program_would_make_a_link_are_not_repeated(typed: str) -> None:
    assert personalising.short_words(typed) == ""


def test_words_of_a_visitor_come_on_one_line_without_controls() -> None:
    assert personalising.short_words("a\r\nleak\u202e \x00now") == "a leak now"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("Hello {{ first_name }}", "says nothing"),
        ("Hello {{ first_name | }}", "says nothing"),
        ("Hello {{ nickname | there }}", 'no field "nickname"'),
        ("Hello {{ first_name | there", "is no field"),
        ("Hello {% name %}", "is no field"),
        ("Hello }}", "is no field"),
    ],
)
def test_a_field_that_cannot_be_filled_is_a_problem_on_its_own_line(line: str, message: str) -> None:
    found = personalising.problems(a_text(f"# Hello\n\nGood {{{{ first_name | day }}}}.\n\n{line}"))
    assert [(problem.place.file, problem.place.line) for problem in found] == [("mails/hello.md", 5)]
    assert message in found[0].message
    assert found[0].fix.startswith("Write ")


def test_a_field_without_fallback_in_the_subject_is_a_problem_too() -> None:
    found = personalising.problems(a_text("# Hello", title="{{ first_name }}, hello"))
    assert len(found) == 1


def test_signs_that_stand_for_fields_cannot_be_smuggled_into_a_text() -> None:
    assert personalising.fill("\ue000 {{ first_name | there }}", VALUES) == "Joan"
