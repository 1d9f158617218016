"""What a template may say, checked on its syntax tree when the theme is read: values, their fields, plain filters, nothing deeper.

A theme may come from anybody. Jinja's own sandbox asks at every access while pages are made, and they take two thirds longer.
These rules ask once. What they cannot see, a name that is made up as the template runs, `environment` refuses then.
"""

from collections.abc import Iterator

from jinja2 import nodes, sandbox

Breach = tuple[int, str, str]

_HIDDEN = frozenset(
    {
        "format",
        "format_map",
        *sandbox.UNSAFE_FUNCTION_ATTRIBUTES,
        *sandbox.UNSAFE_METHOD_ATTRIBUTES,
        *sandbox.UNSAFE_GENERATOR_ATTRIBUTES,
        *sandbox.UNSAFE_COROUTINE_ATTRIBUTES,
        *sandbox.UNSAFE_ASYNC_GENERATOR_ATTRIBUTES,
    }
)
# filters that turn escaping off, or reach for a field by a name made up as the template runs
REFUSED_FILTERS = frozenset({"attr", "safe", "tojson", "urlize", "xmlattr"})


def breaches(tree: nodes.Template) -> Iterator[Breach]:
    """Every breach as its line, what is wrong, and the cure."""
    for node in tree.find_all((nodes.Getattr, nodes.Getitem, nodes.Filter, nodes.ScopedEvalContextModifier)):
        match node:
            case nodes.Getattr() if is_hidden(node.attr):
                yield node.lineno, f"reaches for {node.attr}, which is none of a template's business.", "Take it away."
            case nodes.Getitem(arg=nodes.Const(value=name)) if is_hidden(name):
                yield node.lineno, f"reaches for {name}, which is none of a template's business.", "Take it away."
            case nodes.Filter() if node.name in REFUSED_FILTERS:
                message = f"uses the filter {node.name}, which passes by escaping and lets an owner's text run."
                yield node.lineno, message, "Take it away: texts are made safe before they come."
            case nodes.ScopedEvalContextModifier():
                yield node.lineno, "turns escaping off, which lets an owner's text run.", "Take it away."
            case _:
                pass


def is_hidden(name: object) -> bool:
    """Whether a field of this name is Python's own, or a way round these rules."""
    return isinstance(name, str) and (name.startswith("_") or name in _HIDDEN)
