"""Finds every interface text that the program says: literal `say(...)` and `many(...)` calls in code and in templates."""

import ast
import dataclasses
import pathlib
import re

ROOT = pathlib.Path(__file__).parents[2]

# The terminal speaks English; pages, mails and print speak the language of the business.
_ENGLISH_ONLY = frozenset({"cli"})
_SPEAKING = ("say", "many")
_LABELLED = "_Control"
_OF_A_TRADE = re.compile(r"^  (?:name|services_title|prices_title): (?P<text>.+)$", re.MULTILINE)
_IN_TEMPLATE = re.compile(r"""\b(?:say|many)\(\s*(["'])(?P<text>(?:(?!\1).)+)\1(?:\s*,\s*(["'])(?P<more>(?:(?!\3).)+)\3)?""")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """One text, with its plural form if it counts something, and where it is said."""

    text: str
    more: str
    where: str


def spoken() -> tuple[Spoken, ...]:
    """Every text said in the package and the themes, in order of place."""
    found: list[Spoken] = []
    for path in sorted((ROOT / "weblocal").rglob("*.py")):
        if not _ENGLISH_ONLY.intersection(path.parts):
            found += _in_code(path)
    for path in sorted([*(ROOT / "themes").rglob("*.html"), *(ROOT / "weblocal").rglob("*.html")]):
        where = str(path.relative_to(ROOT))
        for match in _IN_TEMPLATE.finditer(path.read_text("utf-8")):
            found.append(Spoken(text=match["text"], more=match["more"] or "", where=where))
    for path in sorted((ROOT / "weblocal" / "trades").glob("*.yaml")):
        trade = path.read_text("utf-8").partition("\nprofile:")[0]
        found += [Spoken(text=match["text"], more="", where=f"trades/{path.name}") for match in _OF_A_TRADE.finditer(trade)]
    return tuple(found)


def _in_code(path: pathlib.Path) -> list[Spoken]:
    found = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        where = f"{path.relative_to(ROOT)}:{node.lineno}"
        if called == _LABELLED:
            labels = [each.value for each in node.keywords if each.arg in {"label", "error"}]
            found += [Spoken(text=text, more="", where=where) for label in labels for text in _literals(label)]
        if called not in _SPEAKING or not node.args:
            continue
        texts = [text for each in node.args[:2] for text in _literals(each)]
        if called == "many" and len(texts) == 2:
            found.append(Spoken(text=texts[0], more=texts[1], where=where))
        else:
            found += [Spoken(text=text, more="", where=where) for text in _literals(node.args[0])]
    return found


def _literals(node: ast.expr) -> list[str]:
    """The text itself, or both of `a if … else b`."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.IfExp):
        return [*_literals(node.body), *_literals(node.orelse)]
    return []
