"""The templates of a theme, ready to be filled: everything escaped, nothing undefined passed over in silence.

What a template names was checked when the theme was read (`template_rules`); here stands guard over names made up later.
"""

import functools
from collections.abc import MutableMapping
from typing import Any

import jinja2
from jinja2 import sandbox

from weblocal.theming import compiling, template_rules
from weblocal.theming.theme import Theme


class _Guarded(jinja2.Environment):
    """Fields by name are the templates' own; a name that comes from a value may not be one of Python's.

    A page asks for some dozen templates by name, and a theme never changes while it is used: what was found once is known.
    """

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - as Jinja takes them
        super().__init__(**options)
        self._found: dict[str, jinja2.Template] = {}

    def get_template(
        self,
        name: str | jinja2.Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - Jinja's own signature
    ) -> jinja2.Template:
        """One template by its name."""
        found = self._found.get(name) if isinstance(name, str) and not globals else None
        if found is None:
            found = super().get_template(name, parent, globals)
            if isinstance(name, str) and not globals:
                self._found[name] = found
        return found

    def getitem(self, obj: Any, argument: Any) -> Any:  # noqa: ANN401 - Jinja's own signature
        """`obj[argument]`, in templates and in filters that take the name of a field."""
        if template_rules.is_hidden(argument):
            raise jinja2.exceptions.SecurityError(f"templates may not reach for {argument}")
        return super().getitem(obj, argument)


@functools.cache
def build(theme: Theme) -> jinja2.Environment:
    """The environment of `theme`, made once; templates it brings no code for are compiled when they are first used."""
    made = _Guarded(
        loader=compiling.Loader(theme.templates, theme.code),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
    )
    # of what Jinja lays out for templates only counting is needed, and that up to a bound
    made.globals = {"range": sandbox.safe_range}
    made.filters = {name: each for name, each in made.filters.items() if name not in template_rules.REFUSED_FILTERS}
    return made
