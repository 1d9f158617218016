"""Styles made small mean what they meant."""

import pathlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser

from weblocal.theming import styles

SHEETS = sorted((pathlib.Path(__file__).resolve().parents[2] / "themes" / "fascia" / "styles").glob("*.css"))
WORDS = [
    "a",
    ".b",
    ":hover",
    " ",
    "\n",
    "{",
    "}",
    ";",
    ":",
    ",",
    ">",
    "~",
    "+",
    "(",
    ")",
    "1px",
    "-",
    '", "',
    "/* x */",
    "--x",
    "calc(",
]


@pytest.mark.parametrize(
    ("css", "small"),
    [
        ("a { color : red ; }", "a{color : red}"),
        ("a :hover{}", "a :hover{}"),
        ("a , b > c ~ d + e{}", "a,b>c~d + e{}"),
        ("a{width:calc(1px + 2px)}", "a{width:calc(1px + 2px)}"),
        ('a{content:", ; } /* x */"}', 'a{content:", ; } /* x */"}'),
        ("a{b:c}/* one */\n/* two */d{e:f}", "a{b:c}d{e:f}"),
        (".a/* x */.b{c:d /* */ e}", ".a.b{c:d e}"),
        ("a{b:1px/* x */2px}", "a{b:1px/**/2px}"),
        ("@media (min-width:1px) and (max-width:2px){a{--x: 1 2}}", "@media (min-width:1px) and (max-width:2px){a{--x:1 2}}"),
        ("a{b:url( x y )}", "a{b:url( x y )}"),
        ("a{b:url(data:x;y, z)}", "a{b:url(data:x;y, z)}"),
        ("", ""),
    ],
)
def test_only_what_means_nothing_is_left_out(css: str, small: str) -> None:
    assert styles.minified(css) == small


@given(st.lists(st.sampled_from(WORDS), max_size=40).map("".join))
def test_making_small_twice_changes_nothing_more(css: str) -> None:
    assert styles.minified(styles.minified(css)) == styles.minified(css)


def test_the_hash_is_the_one_of_the_policy() -> None:
    assert styles.policy_hash("") == "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="


@pytest.mark.browser
def test_a_browser_reads_the_same_rules_from_the_small_sheet(chromium: Browser) -> None:
    read = """css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css);
        return [...sheet.cssRules].map(rule => rule.cssText) }"""
    page = chromium.new_page()
    for sheet in SHEETS:
        css = sheet.read_text(encoding="utf-8")
        assert page.evaluate(read, styles.minified(css)) == page.evaluate(read, css), sheet.name
    page.close()
