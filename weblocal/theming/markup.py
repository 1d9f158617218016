"""The markup of templates without the line breaks that only their authors need: a few dozen bytes of every page."""

import re

_BLOCKS = (
    "html|head|meta|link|title|script|style|body|main|header|footer|nav|section|div|ul|ol|li|p|h[1-6]|figure|table|tbody|tr|form|"
    "details|address|fieldset"
)
# between the end of one tag and the beginning of a block, whatever logic stands before it; where text may follow, a break may be a space
_IDLE = re.compile(rf">\n[ \t]*(?=(?:\{{%[^%]*%\}}\s*)*</?(?:{_BLOCKS})\b)", re.IGNORECASE)


def without_idle_lines(template: str) -> str:
    """The same template, whose blocks follow one another at once."""
    return _IDLE.sub(">", template)
