"""The quick engine reads every text exactly as Python-Markdown does, and the first look at a text overlooks no hostile one."""

import pathlib

import markdown as library
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from weblocal.prose import engine
from weblocal.prose import markdown as prose

TEXTS = sorted(pathlib.Path(__file__).parents[2].glob("sample_business/**/*.md"))

# pieces a text is made of: what each reader and pattern looks for, whole, broken off and in the wrong place
PIECES = (
    *("word", "Two words", "a", "1", "é", "\u00a0", "  ", " ", "    ", "\t", "\n", "\n\n", "  \n", "\n    ", "\n   "),
    *("# ", "## ", "#", "###### x #", "\n===", "\n---", "\n- - -", "***", "___", "* * *", "---", "===", "=", "-"),
    *(
        "- ",
        "* ",
        "+ ",
        "1. ",
        "12. ",
        "1.",
        "\n- ",
        "\n1. ",
        "\n  - ",
        "> ",
        ">",
        "\n> ",
        ">>",
        "|",
        "\n|---|---|",
        "| a | b |",
    ),
    *("\n|:-|-:|", "\\|", "`", "``", "`code`", "\\", "\\*", "\\\\", "*", "**", "_", "__", "***", "*em*", "**strong**", "_em_"),
    *(
        "[",
        "]",
        "(",
        ")",
        "[text](https://a.example)",
        "[text]",
        "[text][ref]",
        "[text][]",
        "![alt](x.png)",
        "![alt][ref]",
        "![",
    ),
    *("\n[ref]: https://b.example 'title'", "\n\n[text]: <https://c.example>", "]:", "<https://d.example>", "<a@b.example>"),
    *(
        "<",
        ">",
        "<b>",
        "</b>",
        "<!-- x -->",
        "&",
        "&amp;",
        "&#38;",
        "&#x26;",
        "&nope",
        '"',
        "'",
        "\u0002",
        "\u0003",
        "\r",
        "\r\n",
    ),
    *(
        "\u0002klzzwxh:0000\u0003",
        "\u2028",
        "\x85",
        "\x0b",
        "[a](<b c> 'd')",
        '[a](b "c")',
        "::",
        "http://e.example",
        "*_*",
        "_*_",
    ),
)
WRITTEN = st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | st.text(max_size=80)

# what `is_hostile` looks for, piece by piece
RUNS = st.lists(
    st.sampled_from(
        [*list("[(>*_`~#|-+.!] ab1\t\n])"), "![", "](", "1. ", "- ", "> ", "12.", "**", "***", "[ab](", "[]", "\u2028"]
    ).flatmap(lambda piece: st.integers(1, 70).map(lambda times: piece * times)),
    max_size=6,
).map("".join)


def as_the_library_does(source: str) -> str:
    reader = library.Markdown(extensions=["tables", "sane_lists"], output_format="html")
    reader.preprocessors.deregister("html_block")
    reader.inlinePatterns.deregister("html")
    return reader.convert(source)


@settings(max_examples=600, deadline=None)
@given(WRITTEN)
@example("- a\n\n    more\n\n- # b\nc")
@example("|a|\n|-|\n|b|")
@example("word\n---\nmore\n===")
@example("*a **b* c** [d *e*](f_g_h) `*i*` \\*j\\*")
def test_every_text_is_read_as_the_library_reads_it(source: str) -> None:
    assert engine.Engine().convert(source) == as_the_library_does(source)


@pytest.mark.parametrize("file", TEXTS, ids=lambda file: file.stem)
def test_the_sample_business_is_read_as_the_library_reads_it(file: pathlib.Path) -> None:
    source = file.read_text(encoding="utf-8")
    assert engine.Engine().convert(source) == as_the_library_does(source)


def test_an_engine_used_again_remembers_nothing() -> None:
    used = engine.Engine()
    for source in ("*open **and [a][b]\n\n[b]: https://c.example", "[a][b] *and*", "|x|\n|-|", "plain\nlines"):
        assert used.reset().convert(source) == as_the_library_does(source)


def test_marks_nested_deeper_than_python_calls_are_still_written() -> None:
    source = "*a\n" * 700 + "b*\n" * 700
    assert engine.Engine().convert(source) == as_the_library_does(source)


@settings(max_examples=600, deadline=None)
@given(RUNS)
def test_the_first_look_overlooks_no_hostile_text(source: str) -> None:
    closely = any(prose._HOSTILE.search(line) and not prose._is_rule(line) for line in source.splitlines())
    is_long = len(source) > prose.LONGEST or source.count("[") > prose.MOST_LINKS or source.count("\n") > prose.MOST_LINES
    assert prose.is_hostile(source) == (closely or is_long)
