"""The plain text of a mail, from the same blocks as its HTML: what filters, watches and screen readers see first."""

import textwrap

from weblocal.nurture.mail_blocks import (
    Block,
    Button,
    Details,
    Entry,
    Footer,
    Heading,
    Headline,
    Letter,
    Listed,
    Paragraph,
    Points,
    Prices,
    Quote,
    Row,
    Rule,
    Spans,
    Steps,
    Ticket,
)

WIDTH = 72


def render(letter: Letter) -> str:
    """The whole text, ending with the footer below the signature line (RFC 3676: two dashes and a blank)."""
    parts = [_block(block) for block in letter.blocks]
    return "\n\n".join(part for part in (*parts, _footer(letter.footer)) if part) + "\n"


def _block(block: Block) -> str:
    match block:
        case Headline() | Heading():
            return _wrapped(_words(block.spans).upper())
        case Paragraph():
            return _wrapped(_words(block.spans))
        case Quote():
            return "\n>\n".join(_wrapped(_words(each), indent="> ") for each in block.paragraphs)
        case Rule():
            return "* * *"
        case Button() | Ticket():
            return _part(block)
        case _:
            return "\n".join(_lines(block))


def _part(part: Button | Ticket) -> str:
    return _button(part) if isinstance(part, Button) else _ticket(part)


def _button(button: Button) -> str:
    """Words and address; a number that the words say already is not said twice."""
    number = button.href.removeprefix("tel:")
    digits = "".join(letter for letter in button.words if letter.isdigit()).lstrip("0")
    if number != button.href and digits and number.endswith(digits):
        return button.words
    return f"{button.words}:\n{number}"


def _lines(listed: Listed) -> list[str]:
    match listed:
        case Prices():
            return [_price(row) for row in listed.rows]
        case Details():
            return [_detail(row) for row in listed.rows]
        case Steps():
            return [_entry(entry, f"{number}. ") for number, entry in enumerate(listed.entries, start=1)]
        case Points():
            return [_entry(entry, "- ") for entry in listed.entries]


def _ticket(ticket: Ticket) -> str:
    code = f"{ticket.say_code}: {ticket.code}" if ticket.code else ""
    lines = (ticket.words.upper(), code, ticket.terms, ticket.until)
    return "\n".join(_wrapped(line, indent="  | ") for line in lines if line)


def _price(row: Row) -> str:
    label, value = _words(row.label), _words(row.value)
    dots = WIDTH - len(label) - len(value) - 2
    line = f"{label} {'.' * dots} {value}" if dots >= 3 else f"{_wrapped(label)}\n    {value}"
    return f"{line}\n{_wrapped(_words(row.note), indent='  ')}" if row.note else line


def _detail(row: Row) -> str:
    note = f" ({_words(row.note)})" if row.note else ""
    return f"{_wrapped(_words(row.label) + note)}:\n{_wrapped(_words(row.value), indent='  ')}"


def _entry(entry: Entry, sign: str) -> str:
    text = " ".join(part for part in (_words(entry.title), _words(entry.spans)) if part)
    return _wrapped(text, indent=" " * len(sign), first=sign)


def _footer(footer: Footer) -> str:
    lines = [footer.reason]
    if footer.stop:
        lines.append(f"{footer.stop.words}: {footer.stop.href}")
    contact = "   ".join(span.words for span in footer.links)
    return "-- \n" + "\n".join(_wrapped(line) for line in (*lines, "", footer.postal, contact))


def _words(spans: Spans) -> str:
    """Words with each link's address after it, once, where it is not what the words say already."""
    parts: list[str] = []
    for number, span in enumerate(spans):
        parts.append(span.words)
        is_last = number + 1 == len(spans) or spans[number + 1].href != span.href
        if span.href and is_last and _bare(span.href) != _bare(span.words):
            parts.append(f" ({span.href.removeprefix('mailto:').removeprefix('tel:')})")
    return "".join(parts)


def _bare(address: str) -> str:
    return address.removeprefix("https:").removeprefix("mailto:").removeprefix("tel:").strip("/ ")


def _wrapped(text: str, *, indent: str = "", first: str = "") -> str:
    filled = [
        textwrap.fill(
            line,
            WIDTH,
            initial_indent=(first or indent) if number == 0 else indent,
            subsequent_indent=indent,
            break_long_words=False,
            break_on_hyphens=False,
        )
        for number, line in enumerate(text.split("\n"))
    ]
    return "\n".join(filled)
