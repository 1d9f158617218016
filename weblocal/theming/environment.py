"""The templates of a theme, ready to be filled: everything escaped, nothing undefined passed over in silence, nothing else reached.

A theme may come from anybody, so its templates run in Jinja's sandbox: no attribute of Python's own, no change to a value.
"""

import functools

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment

from weblocal.theming.theme import Theme


@functools.cache
def build(theme: Theme) -> jinja2.Environment:
    """The environment of `theme`, made once; its templates are compiled when they are first used."""
    return ImmutableSandboxedEnvironment(
        loader=jinja2.DictLoader(theme.templates()),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
    )
