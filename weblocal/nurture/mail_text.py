"""The plain text of a mail, from the same blocks as its HTML: what filters, watches and screen readers see first."""

import textwrap

from weblocal.nurture.mail_blocks import Block, Headline, Paragraph, Rows, Steps, Ticket

WIDTH = 72


def render(blocks: tuple[Block, ...], *, ticket: str, button: tuple[str, str] | None, footing: tuple[str, ...]) -> str:
    """The whole text; `ticket` stands where the coupon does, `button` is (words, address)."""
    parts = [_block(block, ticket) for block in blocks]
    if button:
        parts.append(f"{button[0]}:\n{button[1]}")
    parts.append("--\n" + "\n".join(_wrapped(line) for line in footing))
    return "\n\n".join(part for part in parts if part) + "\n"


def _block(block: Block, ticket: str) -> str:
    match block:
        case Headline(level=1):
            return _wrapped(block.words.text.upper())
        case Headline():
            return _wrapped(block.words.text.upper())
        case Paragraph():
            return _wrapped(block.words.text)
        case Steps():
            return "\n".join(_point(index, words.text, block.is_numbered) for index, words in enumerate(block.points, start=1))
        case Rows():
            return "\n".join(_row(name.text, value.text) for name, value in block.rows)
        case Ticket():
            return ticket


def _point(index: int, text: str, is_numbered: bool) -> str:  # noqa: FBT001 - the list's own kind
    sign = f"{index}. " if is_numbered else "- "
    return textwrap.fill(text, WIDTH, initial_indent=sign, subsequent_indent=" " * len(sign), break_long_words=False)


def _row(name: str, value: str) -> str:
    dots = WIDTH - len(name) - len(value) - 2
    if dots < 2:
        return f"{_wrapped(name)}\n  {value}"
    return f"{name} {'.' * dots} {value}"


def _wrapped(text: str) -> str:
    return "\n".join(
        textwrap.fill(line, WIDTH, break_long_words=False, break_on_hyphens=False) if line else "" for line in text.split("\n")
    )
