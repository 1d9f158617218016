"""Hostile words in any place of a profile and its texts: the finished pages hold no script, handler or address of theirs.

More examples: WEBLOCAL_FUZZ_EXAMPLES=5000 .venv/bin/python -m pytest tests/fuzz
"""

import datetime as dt
import functools
import json
import os
import pathlib
import tempfile
from typing import Any

from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st
from lxml import html

from tests.matrix import businesses
from tests.matrix.businesses import Case
from weblocal.errors import ProblemsFound
from weblocal.flows import build
from weblocal.flows.workspace import open_workspace

TODAY = dt.date(2026, 11, 22)
EXAMPLES = int(os.environ.get("WEBLOCAL_FUZZ_EXAMPLES", "40"))
PAYLOADS = (
    "<script>alert(1)</script>", "</script><script>alert(1)</script>", "</style><script>alert(1)</script>", '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)", "javascript:alert(1)", "[x](javascript:alert(1))", '![x](x" onerror="alert(1))', "<svg/onload=alert(1)>",
    "{{ 7*7 }}", "{% include 'x' %}", "<!--", "]]>", "&#60;script&#62;", "\u2028\u2029", "\u202e", "]]\n[[button]]", "data:text/html,<script>1</script>",
    '<a href="jAvAsCrIpT:alert(1)">x</a>', "[a]: javascript:alert(1)\n\n[a]", "`" * 200, "[" * 400, "> " * 300, "*" * 500, "a" * 5000, "|" * 300,
)  # fmt: skip
# where an owner may say what they like
FREE = frozenset(
    (
        "name",
        "tagline",
        "lead",
        "summary",
        "note",
        "words",
        "by",
        "role",
        "headline",
        "detail",
        "text",
        "terms",
        "takes",
        "group",
    )
)
HARMLESS_SCHEMES = ("http://", "https://", "mailto:", "tel:", "/", "#", "geo:", "sms:", "?")


@functools.cache
def a_whole_profile() -> str:
    with tempfile.TemporaryDirectory() as scratch:
        folder = businesses.write(Case(trade="plumber", theme="fascia"), pathlib.Path(scratch))
        return (folder / "business.yaml").read_text(encoding="utf-8")


def leaves(node: object, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Where every text of the profile stands."""
    if isinstance(node, dict):
        return [found for key, value in node.items() for found in leaves(value, (*path, key))]
    if isinstance(node, list):
        return [found for at, value in enumerate(node) for found in leaves(value, (*path, at))]
    return [path]


def put(profile: dict[str, Any], path: tuple[Any, ...], words: str, *, as_key: bool) -> None:
    *way, last = path
    inner: Any = profile
    for step in way:
        inner = inner[step]
    if as_key and path[0] == "faq":
        inner[words] = inner.pop(last)
    else:
        inner[last] = f"{inner[last]} {words}" if len(words) % 2 else words


hostile = st.one_of(
    st.sampled_from(PAYLOADS), st.text(max_size=60), st.lists(st.sampled_from(PAYLOADS), min_size=2, max_size=3).map(" ".join)
)


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(drawn=st.data(), body=hostile, words=st.lists(hostile, min_size=1, max_size=3))
def test_no_words_of_an_owner_run_in_a_visitors_browser(drawn: st.DataObject, body: str, words: list[str]) -> None:
    profile = json.loads(a_whole_profile())
    for each in words:
        free = [path for path in leaves(profile) if path[-1] in FREE or path[0] == "faq"]
        anywhere = drawn.draw(st.integers(0, 9)) == 0
        put(profile, drawn.draw(st.sampled_from(leaves(profile) if anywhere else free)), each, as_key=drawn.draw(st.booleans()))
    with tempfile.TemporaryDirectory() as scratch:
        folder = businesses.write(Case(trade="plumber", theme="fascia"), pathlib.Path(scratch) / "business")
        (folder / "business.yaml").write_text(json.dumps(profile, ensure_ascii=False), encoding="utf-8", errors="replace")
        (folder / "text-1.md").write_text(
            f"---\ntitle: One\ndate: 2026-01-01\n---\n{body}\n", encoding="utf-8", errors="replace"
        )
        try:
            with open_workspace(folder, today=TODAY) as workspace:
                rendered = build.render(workspace, today=TODAY)
        except ProblemsFound:  # with its line, which other tests read; anything else is a crash and fails here
            event("refused")
            return
    event("built")
    for file in rendered.files:
        if file.path.endswith(".html"):
            holds_nothing_of_theirs(file.path, file.content.decode())


def holds_nothing_of_theirs(path: str, page: str) -> None:
    """The page has its own script and its data, and no handler, frame or address that could run something."""
    document = html.document_fromstring(page)
    scripts = [(script.get("type"), script.get("src")) for script in document.iter("script")]
    assert all(source is None for _, source in scripts), path
    assert sum(kind is None for kind, _ in scripts) <= 1, path
    for element in document.iter():
        if not isinstance(element.tag, str):
            continue
        assert element.tag not in {"iframe", "object", "embed", "base", "applet", "frame"}, path
        assert not [name for name in element.attrib if name.startswith("on") or name in {"style", "srcdoc"}], path
        for name in ("href", "action", "src"):
            value = (element.get(name) or "/").strip()
            assert value.lower().startswith(HARMLESS_SCHEMES) or not value.partition(":")[1], (path, value)
    for data in document.xpath("//script[@type='application/ld+json']"):
        json.loads(data.text)
