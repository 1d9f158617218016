"""Finds every interface text that the program says: literal `say(...)`, `many(...)` and `to_say(...)`, in code and templates.

Babel finds them; what it cannot see is added here: either text of `say("a" if … else "b")`, labels and errors in tables, and
the names and headings of trade packs.
"""

import ast
import dataclasses
import functools
import pathlib
import re
from collections.abc import Iterable, Iterator

from babel.messages import extract
from jinja2.ext import babel_extract

ROOT = pathlib.Path(__file__).resolve().parents[1]

# The terminal speaks English; pages, mails and print speak the language of the business.
_ENGLISH_ONLY = frozenset({"cli"})
_KEYWORDS = {"say": None, "to_say": None, "many": (1, 2)}
_LABELLED = "_Control"
_OF_A_TRADE = frozenset({"name", "services_title", "prices_title"})
_TRADE_LINE = re.compile(r"^ {2}(?P<key>[a-z_]+): (?P<text>[^#\n{\[]+?) *(?:#.*)?$", re.MULTILINE)
_NEAR_TRADE = re.compile(r"^ {4}[a-z_]+: \{name: (?P<text>[^,}]+)", re.MULTILINE)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """One text, with its plural form if it counts something, and where it is said."""

    text: str
    more: str
    where: str


@functools.cache
def spoken() -> tuple[Spoken, ...]:
    """Every text said in the package and the themes, in order of place."""
    found: list[Spoken] = []
    for path in sorted((ROOT / "weblocal").rglob("*.py")):
        if not _ENGLISH_ONLY.intersection(path.relative_to(ROOT).parts):
            found += _in_code(path)
    for path in sorted([*(ROOT / "themes").rglob("*.html"), *(ROOT / "weblocal").rglob("*.html")]):
        found += _in_template(path)
    for path in sorted((ROOT / "weblocal" / "trades").glob("*.yaml")):
        found += _in_trade(path)
    return tuple(found)


def _in_code(path: pathlib.Path) -> Iterator[Spoken]:
    source = path.read_text("utf-8")
    where = path.relative_to(ROOT)
    with path.open("rb") as opened:
        yield from _messages(extract.extract("python", opened, keywords=_KEYWORDS), where)
    if ("if " in source and "say(" in source) or _LABELLED in source:
        yield from _beyond_babel(ast.parse(source), where)


def _in_template(path: pathlib.Path) -> Iterator[Spoken]:
    with path.open("rb") as opened:
        found = extract.extract(babel_extract, opened, keywords=_KEYWORDS, options={"trimmed": "false", "silent": "false"})
        yield from _messages(found, path.relative_to(ROOT))


def _messages(
    found: Iterable[tuple[int, str | tuple[str, ...], list[str], str | None]], where: pathlib.Path
) -> Iterator[Spoken]:
    for line, message, _comments, _context in found:
        one, more = message[:2] if isinstance(message, tuple) else (message, "")
        yield Spoken(text=one, more=more, where=f"{where}:{line}")


def _beyond_babel(tree: ast.AST, where: pathlib.Path) -> Iterator[Spoken]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        words: list[ast.expr] = []
        if called == _LABELLED:
            words = [each.value for each in node.keywords if each.arg in {"label", "error"}]
        elif called in _KEYWORDS and node.args and isinstance(node.args[0], ast.IfExp):
            words = [node.args[0]]
        for text in (text for each in words for text in _literals(each)):
            yield Spoken(text=text, more="", where=f"{where}:{node.lineno}")


def _literals(node: ast.expr) -> list[str]:
    """The text itself, or both of `a if … else b`."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.IfExp):
        return [*_literals(node.body), *_literals(node.orelse)]
    return []


def _in_trade(path: pathlib.Path) -> Iterator[Spoken]:
    """What a pack says of the trade itself; its starter words have files of their own for each language."""
    trade = path.read_text("utf-8").partition("\nprofile:")[0]
    lines = [found["text"] for found in _TRADE_LINE.finditer(trade) if found["key"] in _OF_A_TRADE]
    lines += [found["text"] for found in _NEAR_TRADE.finditer(trade)]
    for text in lines:
        yield Spoken(text=text.strip().strip('"'), more="", where=f"weblocal/trades/{path.name}")
