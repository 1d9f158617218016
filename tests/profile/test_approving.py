"""Starter text and its approval: what counts as the pack's, what an owner says by writing or approving, and when that lapses."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.profile.material import HELLO, PACKS, TEN_LINES, TODAY
from weblocal.model.problems import Severity
from weblocal.model.starters import StarterText
from weblocal.profile import approving
from weblocal.profile.parsing import ParsedProfile, parse
from weblocal.profile.sources import Sources

Files = dict[str, str | bytes]


def parsed(more: str = "", files: Files | None = None, packs: dict[str, str] = PACKS) -> ParsedProfile:
    texts = {"business.yaml": TEN_LINES + more, **(files or {})}
    return parse(Sources.of_texts(texts), Sources.of_texts(packs), today=TODAY)


def keys(found: ParsedProfile) -> list[str]:
    return [text.key for text in found.starters]


def waiting(found: ParsedProfile) -> list[str]:
    return [text.key for text in approving.waiting(found.starters, found.approved)]


def approved_file(found: ParsedProfile) -> str:
    return approving.written(found.starters, {}, found.starters)


def starter(found: ParsedProfile, key: str) -> StarterText:
    return next(text for text in found.starters if text.key == key)


def test_every_text_of_the_pack_that_somebody_reads_waits_for_approval() -> None:
    assert keys(parsed()) == [
        "tagline",
        "services.cut",
        "services.colour",
        "faq.where-is-salon-sample",
        "forms.request",
        "streams",
        "sequences.new_lead.hello",
    ]


def test_a_starter_text_is_shown_as_visitors_read_it_with_its_slots_filled() -> None:
    found = parsed()
    assert starter(found, "tagline").lines == (("", "Hair in Sampleton."),)
    assert starter(found, "faq.where-is-salon-sample").lines == (
        ("", "Where is Salon Sample?"),
        ("", "In Sampleton. Ring 01632 960123."),
    )
    assert dict(starter(found, "sequences.new_lead.hello").lines)["subject"] == "Hello from Salon Sample"


def test_settings_of_the_pack_are_no_words_and_need_no_approval() -> None:
    assert not {"mail", "sequences.new_lead", "brand"} & set(keys(parsed()))
    assert all("new_lead" not in words for text in parsed().starters for _, words in text.lines)


@pytest.mark.parametrize(
    ("more", "gone"),
    [
        ("tagline: My own line.\n", "tagline"),
        ("services:\n  perm: {name: Perm}\n", "services.cut"),
        ("faq:\n  Is it mine?: Yes.\n", "faq.where-is-salon-sample"),
        ("faq: {}\n", "faq.where-is-salon-sample"),
    ],
)
def test_what_the_owner_writes_is_theirs(more: str, gone: str) -> None:
    assert gone not in keys(parsed(more))


def test_a_mail_of_the_owners_is_theirs() -> None:
    assert "sequences.new_lead.hello" not in keys(parsed(files={"mails/new_lead/hello.md": HELLO}))


def test_each_text_that_waits_is_one_warning_which_says_how_to_approve_it() -> None:
    found = parsed()
    told = approving.unapproved(found.starters, found.approved, found.business)
    assert [finding.page for finding in told] == keys(found)
    assert {finding.severity for finding in told} == {Severity.WARNING}
    assert {finding.rule for finding in told} == {"starter-text"}
    cut = told[1]
    assert cut.message == "“Cut” is starter text of the trade pack salon."
    assert "weblocal approve services.cut" in cut.fix
    assert "under services" in cut.fix
    assert "in mails/new_lead/hello.md" in told[-1].fix


def test_an_approved_text_is_not_told_again() -> None:
    approved = approved_file(parsed())
    assert waiting(parsed(files={"approved.yaml": approved})) == []


def test_an_approval_lapses_when_the_packs_words_change_and_only_then() -> None:
    approved = approved_file(parsed())
    changed = PACKS | {"salon.yaml": PACKS["salon.yaml"].replace("name: Cut, price: from 30", "name: Cut and wash")}
    found = parsed(files={"approved.yaml": approved}, packs=changed)
    assert waiting(found) == ["services.cut"]
    told = approving.unapproved(found.starters, found.approved, found.business)
    assert "has changed since you approved it" in told[0].message
    reordered = PACKS | {"salon.yaml": "# A remark\n" + PACKS["salon.yaml"].replace("trade:\n", "trade:\n  # another\n", 1)}
    assert waiting(parsed(files={"approved.yaml": approved}, packs=reordered)) == []


def test_a_mails_words_lapse_too() -> None:
    approved = approved_file(parsed())
    changed = PACKS | {"mails/new_lead/hello.md": HELLO.replace("ring", "please ring")}
    assert waiting(parsed(files={"approved.yaml": approved}, packs=changed)) == ["sequences.new_lead.hello"]


def test_what_is_approved_one_by_one_adds_up_and_what_is_gone_is_swept_out() -> None:
    found = parsed()
    first = approving.written(found.starters, {"gone.text": "00000000"}, [starter(found, "tagline")])
    read = parsed(files={"approved.yaml": first})
    assert read.approved == {"tagline": starter(found, "tagline").code}
    second = approving.written(read.starters, read.approved, [starter(found, "streams")])
    assert parsed(files={"approved.yaml": second}).approved.keys() == {"tagline", "streams"}


@pytest.mark.parametrize(
    "text", ["[", "- a\n- b\n", "{{{{", "a: &b [*b]\n", b"\xff\xfe\x00", "x: " + "[" * 5000, "tagline: {code: 1}\n", ""]
)
def test_a_file_of_approvals_that_cannot_be_read_approves_nothing_and_stops_nothing(text: str | bytes) -> None:
    found = parsed(files={"approved.yaml": text})
    assert waiting(found) == keys(found)


def test_an_unreadable_file_of_approvals_is_told() -> None:
    [told] = [notice for notice in parsed(files={"approved.yaml": "["}).notices if notice.place.file == "approved.yaml"]
    assert "nothing in it counts" in told.message


@given(st.dictionaries(st.text(max_size=30), st.text(max_size=12), max_size=5))
def test_whatever_stands_in_the_file_only_the_right_code_approves(approved: dict[str, str]) -> None:
    found = parsed()
    told = approving.unapproved(found.starters, approved, found.business)
    assert len(told) == sum(approved.get(text.key) != text.code for text in found.starters)


def test_a_code_stands_for_the_words_and_their_language() -> None:
    text = starter(parsed(), "tagline")
    assert text.code != starter(parsed("languages: [en-US]\n"), "tagline").code


def test_no_two_starter_texts_share_a_key() -> None:
    found = keys(parsed())
    assert len(set(found)) == len(found)


def test_a_text_of_a_further_language_has_a_key_of_its_own_and_one_said_in_the_first_is_not_asked_twice() -> None:
    english = parsed().starters
    german = tuple(
        dataclasses.replace(text, language="de", lines=(("", "Haare"),)) if text.key == "tagline" else text for text in english
    )
    assert [text.key for text in approving.further(english, german, "de")] == ["de/tagline"]
