"""Stylesheets made small without changing what they mean: comments and idle white space go, nothing else."""

import base64
import hashlib
import re

_PARTS = re.compile(r"""/\*.*?\*/|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\s+|[{}:;,>~]|[^\s{}:;,>~"'/]+|/""", re.DOTALL)


def minified(css: str) -> str:
    """The same styles with comments, line breaks and idle spaces left out; strings stay as they are.

    White space before and after `+`, `-` and around `:` in selectors can carry meaning, so it is kept unless a brace,
    a comma, a semicolon or a declaration's own colon stands beside it.
    """
    kept: list[str] = []
    for part in _PARTS.findall(css):
        if part.startswith("/*"):
            continue
        if part.isspace():
            kept.append(" ")
            continue
        if part in "{};,>~" and kept and kept[-1] == " ":
            kept.pop()
        kept.append(part)
    joined = "".join(kept)
    joined = re.sub(r"([{};,>~]) ", r"\1", joined)
    joined = re.sub(r"(?<=[{;])([a-z-]+): ", r"\1:", joined)
    joined = re.sub(r"(?<=[{;])(--[\w-]+): ", r"\1:", joined)
    return joined.replace(";}", "}").strip()


def policy_hash(text: str) -> str:
    """What a content security policy calls an inline style or script: sha256- and the digest of its exact bytes."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
