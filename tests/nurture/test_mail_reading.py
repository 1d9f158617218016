"""A mail's Markdown becomes one tree of blocks, and the text twin says all of it."""

import pytest

from weblocal.nurture import mail_reading, mail_text
from weblocal.nurture.mail_blocks import (
    Details,
    Footer,
    Heading,
    Headline,
    Letter,
    Mark,
    Paragraph,
    Points,
    Prices,
    Quote,
    Rule,
    Span,
    Steps,
)

SOURCE = """\
# What it costs, to the pound

Hello **you**, see [our prices](/prices/).

| Job | Price |
| --- | --- |
| Boiler service *any make* | £95 |
| Second boiler | from £70 |

## What can change it

1. **A part is worn.** You may say no.
2. Nothing bold here.

- one
- two

| You notice | What to do |
| --- | --- |
| A drip | Put a bowl under it, and ring us |

> My colour lasted all summer.

[[coupon]]

---

*Or reply with a photo.*
"""


def blocks_of(source: str) -> list[type]:
    return [type(block) for block in mail_reading.read(source)]


def test_each_kind_of_block_is_known_by_its_shape() -> None:
    assert blocks_of(SOURCE) == [
        Headline, Paragraph, Prices, Heading, Steps, Points, Details, Quote, Mark, Rule, Paragraph,
    ]  # fmt: skip


def test_a_price_list_keeps_its_notes_apart() -> None:
    prices = next(block for block in mail_reading.read(SOURCE) if isinstance(block, Prices))
    assert [
        (mail_reading.plain(row.label), mail_reading.plain(row.note), mail_reading.plain(row.value)) for row in prices.rows
    ] == [
        ("Boiler service", "any make", "£95"),
        ("Second boiler", "", "from £70"),
    ]


def test_the_bold_beginning_of_a_step_is_its_title() -> None:
    steps = next(block for block in mail_reading.read(SOURCE) if isinstance(block, Steps))
    assert [(mail_reading.plain(entry.title), mail_reading.plain(entry.spans)) for entry in steps.entries] == [
        ("A part is worn.", "You may say no."),
        ("", "Nothing bold here."),
    ]


def test_inline_marks_and_links_are_kept() -> None:
    paragraph = next(block for block in mail_reading.read(SOURCE) if isinstance(block, Paragraph))
    assert paragraph.spans == (
        Span("Hello "),
        Span("you", is_strong=True),
        Span(", see "),
        Span("our prices", href="/prices/"),
        Span("."),
    )


def test_a_paragraph_wholly_in_emphasis_is_an_aside() -> None:
    last = mail_reading.read(SOURCE)[-1]
    assert last == Paragraph(spans=(Span("Or reply with a photo."),), is_aside=True)


def test_a_list_inside_a_list_loses_no_word() -> None:
    (points,) = mail_reading.read("- one\n    - inner\n- two")
    assert isinstance(points, Points)
    assert "inner" in mail_reading.plain(points.entries[0].spans)


def test_a_third_column_loses_no_word() -> None:
    (table,) = mail_reading.read("| a | b | c |\n|---|---|---|\n| one | two | three |")
    assert isinstance(table, Details)
    assert "three" in mail_reading.plain(table.rows[0].value)


@pytest.mark.parametrize(
    "source", ["<script>x</script>", "<img src=x onerror=y>", "[x](javascript:alert(1))", "![x](https://t.example/p.gif)"]
)
def test_nothing_in_a_mail_runs_or_loads(source: str) -> None:
    for block in mail_reading.read(source):
        assert isinstance(block, Paragraph)
        assert all(not span.href for span in block.spans)


def letter(source: str) -> Letter:
    blocks = tuple(block for block in mail_reading.read(source) if not isinstance(block, Mark))
    footer = Footer(
        reason="Because.", stop=Span("Stop", href="https://d.example/u/t"), postal="Bright Pipes", links=(Span("x"),)
    )
    return Letter(language="en-GB", sender="Bright Pipes", note="", subject="S", preheader="", blocks=blocks, footer=footer)


def test_the_text_twin_says_everything_in_lines_that_fit() -> None:
    text = mail_text.render(letter(SOURCE))
    for words in (
        "WHAT IT COSTS, TO THE POUND",
        "our prices (/prices/)",
        "Boiler service ...",
        "... £95\n  any make",
        "1. A part is worn. You may say no.",
        "- one\n- two",
        "A drip:\n  Put a bowl under it, and ring us",
        "> My colour lasted all summer.",
        "Or reply with a photo.",
        "-- \nBecause.\nStop: https://d.example/u/t",
    ):
        assert words in text
    assert max(len(line) for line in text.splitlines()) <= mail_text.WIDTH


def test_a_link_whose_words_are_its_address_is_written_once() -> None:
    text = mail_text.render(
        letter("Write to [hello@a.example](mailto:hello@a.example) or [https://a.example](https://a.example).")
    )
    assert text.count("hello@a.example") == 1
    assert text.count("https://a.example") == 1
