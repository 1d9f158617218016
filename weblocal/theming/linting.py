"""What no file of a theme may do: run something, load from elsewhere, hide from escaping, or lean on a template that is not there.

A theme may come from anybody: what its templates may reach is in `template_rules`, what they may write is here.
"""

import re
from collections.abc import Iterator

import jinja2
from jinja2 import meta

from weblocal.model.problems import Place, Problem
from weblocal.theming import template_rules

# stands for {{ … }} while the HTML around it is looked at: a letter no template holds
_VALUE = "\ue000"
_EXPRESSION = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
_LOGIC = re.compile(r"\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_TAG = re.compile(r"""<([a-zA-Z][\w:-]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>""")
_ATTRIBUTE = re.compile(r"""([^\s=/>"']+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>]*))?""")
_CODE = re.compile(r"<(script|style)\b[^>]*>(.*?)</\1\s*>", re.DOTALL | re.IGNORECASE)
_ELSEWHERE = re.compile(r"^\s*(?:https?:)?//", re.IGNORECASE)
_REMOTE_STYLE = re.compile(r"""@import|url\(\s*["']?\s*(?:https?:)?//""", re.IGNORECASE)
_STRINGS = re.compile(r"""/\*.*?\*/|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'""", re.DOTALL)
_LOADING = frozenset({"src", "srcset", "data", "poster", "background"})
# what may stand inside <script> and <style>: made by us, and safe there
_OUR_CODE = frozenset({"site.css", "site.script", "graph"})


def problems(texts: dict[str, str], *, label: str) -> list[Problem]:
    """Every breach, by file and line."""
    found = []
    for name, text in texts.items():
        for start, message, fix in _breaches(name, text, texts):
            line = text.count("\n", 0, start) + 1
            found.append(Problem(place=Place(file=f"{label}/{name}", line=line), field="", message=message, fix=fix))
    return found


Breach = tuple[int, str, str]


def _breaches(name: str, text: str, texts: dict[str, str]) -> Iterator[Breach]:
    if name.endswith(".css"):
        yield from _style_breaches(text)
    if name.endswith(".js"):
        for match in re.finditer("</script|<!--", text, re.IGNORECASE):
            yield match.start(), f"holds {match[0]}, which would end the page's script.", "Write it in two parts."
    if name.endswith((".html", ".txt")):
        yield from _template_breaches(text, texts)
    if name.endswith(".html"):
        yield from _markup_breaches(text, is_mail=name.startswith("mails/"))


def _style_breaches(css: str) -> Iterator[Breach]:
    for match in _REMOTE_STYLE.finditer(css):
        yield match.start(), "loads something from elsewhere.", "Put it into the theme's folder."
    for match in re.finditer(r"</", css):
        yield match.start(), "holds </, which would end the page's style.", "Take it away, or write <\\/ in a string."
    bare = _STRINGS.sub("", css)
    if bare.count("{") != bare.count("}") or "/*" in bare:
        yield 0, "has braces, or a comment, that do not close.", "Count { and }."


def _template_breaches(text: str, texts: dict[str, str]) -> Iterator[Breach]:
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    try:
        tree = jinja2.Environment(autoescape=True).parse(text)
    except jinja2.TemplateSyntaxError as wrong:
        yield starts[wrong.lineno - 1], f"is no template: {wrong.message}", "See the Jinja manual on templates."
        return
    for line, message, fix in template_rules.breaches(tree):
        yield starts[line - 1], message, fix
    for name in meta.find_referenced_templates(tree):
        if name is not None and name not in texts:
            yield text.find(name), f'asks for "{name}", which is not in the theme.', "Add it, or take the line away."


def _markup_breaches(text: str, *, is_mail: bool) -> Iterator[Breach]:
    if not is_mail:
        yield from _code_breaches(text)
    marked = _LOGIC.sub(lambda found: " " * len(found[0]), text)
    marked = _EXPRESSION.sub(lambda found: _VALUE * len(found[0]), marked)
    for tag in _TAG.finditer(marked):
        for attribute in _ATTRIBUTE.finditer(tag[2]):
            at = tag.start(2) + attribute.start()
            yield from ((at, message, fix) for message, fix in _attribute_breaches(attribute[1], attribute[2] or "", is_mail))


def _attribute_breaches(attribute: str, written: str, is_mail: bool) -> Iterator[tuple[str, str]]:  # noqa: FBT001 - one place calls it
    name, value = attribute.lower(), written.strip("\"'")
    if _VALUE in name:
        yield "writes an attribute from a value.", 'Write name="{{ value }}".'
    if _VALUE in written and written[0] not in "\"'":
        yield f"has the attribute {name} without quotes.", f'Write {name}="{{{{ value }}}}".'
    if name.startswith("on"):
        yield f"runs a script from the attribute {name}.", "Put it into script.js."
    if value.replace(_VALUE, "").strip().lower().startswith("javascript:"):
        yield f"runs a script from the attribute {name}.", "Put it into script.js."
    if name == "style" and not is_mail:
        yield "has a style attribute, which the site's policy forbids.", "Use a class."
    if name in _LOADING and _ELSEWHERE.match(value):
        yield "loads something from elsewhere.", "Put it into the theme's folder."


def _code_breaches(text: str) -> Iterator[Breach]:
    for element in _CODE.finditer(text):
        for expression in _EXPRESSION.finditer(element[2]):
            if expression[1].strip() not in _OUR_CODE:
                yield (
                    element.start(2) + expression.start(),
                    f"writes {expression[0]} into <{element[1].lower()}>, where escaping does not help.",
                    "Put the value into an attribute and read it there.",
                )
