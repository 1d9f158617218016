import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from weblocal.errors import ProfileInvalid
from weblocal.reading import characters, front_matter
from weblocal.reading.document import read_document
from weblocal.reading.front_matter import read_text
from weblocal.reading.nodes import NodeMap


def problems(text: str) -> list[str]:
    with pytest.raises(ProfileInvalid) as raised:
        read_text(text, file="about.md")
    return [str(problem) for problem in raised.value.problems]


def test_front_matter_is_parted_from_the_body() -> None:
    text = read_text(
        "---\ntitle: How we work\nsummary: In short.\ndate: 2026-03-01\n---\n\nOnce upon\na time.\n", file="about.md"
    )
    assert (text.title, text.summary, text.more) == ("How we work", "In short.", (("date", "2026-03-01"),))
    assert text.body == "Once upon\na time."
    assert str(text.place) == "about.md:7"


def test_a_text_without_front_matter_is_all_body() -> None:
    text = read_text("\ufeffOnce upon\r\na time.\r\n", file="about.md")
    assert (text.title, text.body, text.place.line) == ("", "Once upon\na time.", 1)


def test_a_rule_further_down_stays_in_the_body() -> None:
    assert read_text("One\n\n---\n\nTwo", file="about.md").body == "One\n\n---\n\nTwo"


def test_a_mistake_in_the_front_matter_has_the_line_of_the_file() -> None:
    assert problems("---\ntitle: a\ntitle: b\n---\nBody")[0].startswith("about.md:3 title: ")


def test_front_matter_that_is_never_closed_is_refused() -> None:
    assert "has no second ---" in problems("---\ntitle: a\n\nBody")[0]


def test_nested_front_matter_is_refused() -> None:
    assert problems("---\ntitle: [a, b]\n---\n")[0].startswith("about.md:2 title: Only a single text")
    assert "stand keys and values" in problems("---\njust words\n---\n")[0]


def test_hidden_direction_changes_are_refused_in_the_body_too() -> None:
    assert problems("Fine\nnot \u202e fine")[0].startswith("about.md:2 ")


def test_marks_that_right_to_left_writing_needs_are_allowed() -> None:
    assert read_text("שלום\u200f!", file="about.md").body == "שלום\u200f!"


def test_a_file_that_is_not_utf8_is_refused_with_its_line() -> None:
    with pytest.raises(ProfileInvalid) as raised:
        characters.decode(b"name: a\ntown: Z\xfcrich\n", file="business.yaml")
    [problem] = raised.value.problems
    assert (
        str(problem)
        == "business.yaml:2 The file has a character that is not UTF-8 (byte 0xfc). Save it as UTF-8 in your editor."
    )


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_other_encodings_are_told_apart_or_at_least_refused(encoding: str) -> None:
    raw = ("\ufeff" if encoding != "utf-16" else "").encode(encoding) + "name: é".encode(encoding)
    with pytest.raises(ProfileInvalid, match="1 problem"):
        characters.decode(raw, file="business.yaml")


@given(st.text(max_size=80))
def test_no_text_whatever_raises_anything_but_profile_invalid(text: str) -> None:
    for whole in (text, "---\n" + text, "---\n" + text + "\n---\nBody"):
        with contextlib.suppress(ProfileInvalid):
            assert read_text(whole, file="a.md").place.file == "a.md"


LINES = st.lists(
    st.tuples(
        st.sampled_from(["title", "summary", "date", "subject", "yes", "null", "a", "Title", "1"]),
        st.sampled_from([": ", ":", ":  ", " : "]),
        st.text(alphabet="aZ0 -'\"#:,.[]{}&*!|>%@`?~\t\\é\u00a0", max_size=12)
        | st.sampled_from(["2026-11-02", "yes", "~", "a: b", "a #b"]),
    ).map("".join),
    min_size=1,
    max_size=4,
)


@settings(max_examples=500)
@given(LINES)
def test_a_plain_line_means_to_yaml_what_it_means_to_everybody(lines: list[str]) -> None:
    plain = front_matter._plain_pairs(lines, file="a.md")
    if plain is not None:
        whole = read_document("\n".join(["", *lines]), file="a.md")
        assert isinstance(whole, NodeMap)
        assert [(entry.key.text, entry.node.text) for entry in plain] == [
            (entry.key.text, entry.node.text) for entry in whole.entries
        ]


def test_common_front_matter_needs_no_yaml() -> None:
    lines = ["title: Leaks and burst pipes", "summary: Price first, and a slot that holds.", "date: 2026-11-02"]
    assert front_matter._plain_pairs(lines, file="a.md") is not None
    assert front_matter._plain_pairs(["title: A: b"], file="a.md") is None
    assert front_matter._plain_pairs(["title: a", "title: b"], file="a.md") is None
