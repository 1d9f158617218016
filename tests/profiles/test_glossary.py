"""Holds the names of our nouns to the glossary."""

import ast
import pathlib
import re

import pytest

ROOT = pathlib.Path(__file__).parents[2]
ROWS = re.findall(
    r"^\| \*\*(.+?)\*\* \| .+ \| (.+) \|$", (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8"), re.MULTILINE
)
NOUNS = {
    node.name.lower(): path.name
    for path in (ROOT / "weblocal" / "model").glob("*.py")
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    if isinstance(node, ast.ClassDef)
}


@pytest.mark.parametrize("word", sorted({word for _, outside in ROWS for word in outside.split(", ")}))
def test_a_word_that_stays_outside_names_no_noun(word: str) -> None:
    name = re.sub(r"\W", "", word)
    assert not {name, name.removesuffix("s")} & NOUNS.keys()


SPOKEN_OF = """
    business service offer page problem finding submission lead contact consent suppression stream placement scan visit redemption
    sequence step enrolment message receipt event device theme
"""


@pytest.mark.parametrize("noun", SPOKEN_OF.split())
def test_the_glossary_explains_the_nouns_of_the_product(noun: str) -> None:
    assert noun in {word.lower() for word, _ in ROWS}
