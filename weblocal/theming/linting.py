"""What no template of a theme may do: run something, hide something from escaping, or leave an attribute unquoted."""

import re

from weblocal.model.problems import Place, Problem

_STYLE = re.compile(r"<[^>]*\sstyle\s*=")
_HANDLER = re.compile(r"<[^>]*\son\w+\s*=")
_UNQUOTED = re.compile(r"<[a-zA-Z][^<>]*\s[\w-]+=\{\{")
_SAFE = re.compile(r"\|\s*safe\b")
_REMOTE = re.compile(r"""(?:src|href)\s*=\s*["'](?:https?:)?//|@import|url\(\s*["']?(?:https?:)?//""")

_RULES = (
    (_HANDLER, "runs a script from an attribute.", "Put it into script.js."),
    (_UNQUOTED, "has an attribute without quotes.", 'Write name="{{ value }}".'),
    (_SAFE, "uses |safe, which lets an owner's text run.", "Take it away: texts are made safe before they reach a template."),
)


def problems(texts: dict[str, str], *, label: str) -> list[Problem]:
    """Every breach, by file and line. Mails may carry style attributes, because mail clients ask for them."""
    found = []
    for name, text in texts.items():
        for pattern, message, fix in _rules_for(name):
            for match in pattern.finditer(text):
                line = text.count("\n", 0, match.start()) + 1
                found.append(Problem(place=Place(file=f"{label}/{name}", line=line), field="", message=message, fix=fix))
    return found


def _rules_for(name: str) -> tuple[tuple[re.Pattern[str], str, str], ...]:
    if name.endswith(".css"):
        return ((_REMOTE, "loads something from elsewhere.", "Put it into the theme's folder."),)
    if not name.endswith(".html"):
        return ()
    if name.startswith("mails/"):
        return _RULES
    remote = (_REMOTE, "loads something from elsewhere.", "Put it into the theme's folder.")
    style = (_STYLE, "has a style attribute, which the site's policy forbids.", "Use a class.")
    return (*_RULES, style, remote)
