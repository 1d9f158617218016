"""The owner's Markdown becomes words, never anything that runs."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from weblocal.prose import markdown

HOSTILE = [
    "[" * 5000,
    "![a](" * 3000,
    ">" * 5000,
    "- " * 4000,
    "1. " * 3000,
    "<a " * 4000,
    "![abcdefgh](" * 1500,
    "[a](<" * 1500,
    "**a" * 4000,
    "> " * 5000,
    "x" * 70_000,
    "---\n" * 5000,
    "- \t" * 6000,
    "[a][" * 5000,
    "1. " * 9000,
    "![" * 45,
    "![" * 39,
    "[a![" * 60,
]


def test_headings_lists_tables_and_links_are_kept() -> None:
    html = markdown.to_html("# One\n\n- a\n- b\n\n| x | y |\n|---|---|\n| 1 | 2 |\n\n[site](https://a.example)")
    assert "<h2>One</h2>" in html
    assert "<li>a</li>" in html
    assert "<td>1</td>" in html
    assert '<a href="https://a.example" rel="noreferrer">site</a>' in html


def test_a_tag_somebody_types_is_shown_as_typed() -> None:
    assert "&lt;script&gt;" in markdown.to_html("<script>alert(1)</script>")


@pytest.mark.parametrize("scheme", ["javascript:alert(1)", "data:text/html,x", "vbscript:x", " javascript:x", "JaVaScRiPt:x"])
def test_a_link_that_would_run_something_loses_its_address(scheme: str) -> None:
    assert "href" not in markdown.to_html(f"[x]({scheme})")


@pytest.mark.parametrize("source", HOSTILE, ids=lambda source: source[:8])
def test_a_hostile_text_is_read_at_once_and_loses_no_word(source: str) -> None:
    before = time.process_time()
    html = markdown.to_html(source)
    assert time.process_time() - before < 5  # unguarded, most of these take minutes; a slow machine must not decide
    assert html.startswith("<")


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=st.sampled_from(list("ab <>&\"'[]()!*_`#->|1.\n\t\\:/=")) | st.characters(), max_size=200))
def test_no_text_makes_it_fail_or_lets_markup_through(source: str) -> None:
    html = str(markdown.to_html(source)).lower()
    for banned in ("<script", "<svg", "<math", "<style", "<img", "<iframe", 'href="javascript', "<input"):
        assert banned not in html
    markdown.to_text(source)
    markdown.to_plain(source)


def test_plain_text_keeps_paragraphs_numbers_and_where_a_link_goes() -> None:
    text = markdown.to_text("# Hello\n\nSee [us](https://a.example).\n\n1. one\n2. two")
    assert text == "Hello\n\nSee us (https://a.example).\n\n1. one\n2. two"


def test_a_single_line_is_cut_at_a_word() -> None:
    assert markdown.to_plain("**One** two three four", longest=12) == "One two…"


def test_headings_can_be_made_lower_to_fit_below_a_pages_own() -> None:
    assert "<h3>One</h3>" in markdown.to_html("# One", heading_shift=2)


def test_a_long_article_is_read_as_markdown_too() -> None:
    article = "## A chapter\n\nWords about **boilers** and [taps](/taps/).\n\n" * 300
    assert markdown.to_html(article).count("<strong>") == 300


def test_lists_nest_and_tables_hold_inline_marks() -> None:
    html = markdown.to_html("1. one\n    - inner\n2. two\n\n| a | b |\n|---|---|\n| **x** | `y` |")
    assert "<ul>" in html
    assert html.index("<ul>") < html.index("two")
    assert "<td><strong>x</strong></td>" in html


def test_many_threads_read_at_once_without_mixing_their_words() -> None:
    with ThreadPoolExecutor(8) as pool:
        pages = list(pool.map(lambda number: markdown.to_html(f"[link{number}](https://a.example/{number}) *em*"), range(200)))
    assert all(f'href="https://a.example/{number}"' in page and f"link{number}<" in page for number, page in enumerate(pages))
