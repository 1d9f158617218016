"""The templates of a theme as compiled code, which a later process can take up at once instead of compiling them again.

Compiled code runs when it is loaded, so whoever keeps it keeps it as Python keeps its own: where nobody else can write.
"""

import functools
import marshal
import types
from collections.abc import Callable, MutableMapping
from typing import Any

import jinja2


def code_of(environment: jinja2.Environment, templates: dict[str, str]) -> bytes:
    """The code of every template, for `Loader`."""
    codes = {name: environment.compile(source, name, name) for name, source in templates.items()}
    return marshal.dumps(codes)


class Loader(jinja2.BaseLoader):
    """Finds templates by name: as compiled code where there is some, else by compiling their text."""

    def __init__(self, templates: Callable[[], dict[str, str]], code: bytes) -> None:
        self._templates = functools.cache(templates)
        self._codes: dict[str, types.CodeType] = marshal.loads(code) if code else {}  # noqa: S302 - ours alone: see above

    def get_source(
        self,
        environment: jinja2.Environment,  # noqa: ARG002 - Jinja's own signature
        template: str,
    ) -> tuple[str, str | None, Callable[[], bool] | None]:
        """The text of one template."""
        source = self._templates().get(template)
        if source is None:
            raise jinja2.TemplateNotFound(template)
        return source, None, lambda: True

    def load(
        self,
        environment: jinja2.Environment,
        name: str,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - Jinja's own signature
    ) -> jinja2.Template:
        """One template, ready to be filled."""
        code = self._codes.get(name)
        if code is None:
            return super().load(environment, name, globals)
        return environment.template_class.from_code(environment, code, globals or {}, lambda: True)
