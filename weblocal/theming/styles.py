"""Stylesheets made small without changing what they mean: comments and idle white space go, nothing else."""

import base64
import hashlib
import re

_PARTS = re.compile(
    r"""/\*.*?\*/|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|url\([^"')]*\)|\s+|[{}:;,>~]|[^\s{}:;,>~"'/]+|/""", re.DOTALL
)
# white space beside these never means anything; beside + and - it may (calc), before : it does (a :hover)
_TIGHT = frozenset("{};,>~")
_WORD = re.compile(r"[\w%#(-]")
_EMPTY = "/**/"
_NAME = re.compile(r"-?-?[a-zA-Z][\w-]*$")


def minified(css: str) -> str:
    """The same styles with comments, line breaks and idle spaces left out; strings and addresses stay as they are."""
    kept: list[str] = []
    between = ""
    statement: list[str] = []
    for part in _PARTS.findall(css):
        if part.startswith("/*"):
            between = between or _EMPTY
            continue
        if part.isspace():
            between = " "
            continue
        if between and kept and _is_needed(between, kept[-1], part) and not _begins_a_value(statement):
            kept.append(between)
            statement.append(between)
        between = ""
        while part == "}" and kept and kept[-1] == ";":
            kept.pop()
        kept.append(part)
        statement = [] if part in {"{", "}", ";"} else [*statement, part]
    return "".join(kept)


def _is_needed(between: str, before: str, after: str) -> bool:
    """Whether two parts mean something else without what stood between: a space, or a comment that kept words apart."""
    if before in _TIGHT or after in _TIGHT:
        return False
    return between == " " or bool(_WORD.match(before[-1]) and _WORD.match(after[0]))


def _begins_a_value(statement: list[str]) -> bool:
    """Whether all there is yet is `name:`, after which a declaration's value begins."""
    return len(statement) == 2 and statement[1] == ":" and bool(_NAME.match(statement[0]))


def policy_hash(text: str) -> str:
    """What a content security policy calls an inline style or script: sha256- and the digest of its exact bytes."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
