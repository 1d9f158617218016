"""The markup of templates without the line breaks that only their authors need: a few dozen bytes of every page."""

import functools
import re

_BLOCKS = (
    "html|head|meta|link|title|script|style|body|main|header|footer|nav|section|div|ul|ol|li|p|h[1-6]|figure|table|tbody|tr|form|"
    "details|address|fieldset"
)
# between the end of one tag and the beginning of a block, whatever logic stands before it; where text may follow, a break may be a space
_IDLE = rf">\n[ \t]*(?=(?:\{{%[^%]*%\}}\s*)*</?(?:{_BLOCKS})\b)"


def without_idle_lines(template: str) -> str:
    """The same template, whose blocks follow one another at once."""
    return _idle().sub(">", template)


@functools.cache
def _idle() -> re.Pattern[str]:
    """Made when a theme is read: most themes are known, and it takes longer than they do."""
    return re.compile(_IDLE, re.IGNORECASE)
