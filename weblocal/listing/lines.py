"""Content lines as vCard (RFC 6350, 2426) and iCalendar (RFC 5545) write them: escaped, folded at 75 octets, ended by CRLF."""

from collections.abc import Iterable

_MOST_OCTETS = 75
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


def escaped(words: str) -> str:
    """A text value in which no character is taken for structure."""
    return words.translate(_ESCAPED)


def joined(lines: Iterable[str]) -> str:
    """The lines, folded between characters, never inside one."""
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _folded(line: str) -> str:
    if len(line.encode()) <= _MOST_OCTETS:
        return line
    pieces, piece, room = [], "", _MOST_OCTETS
    for letter in line:
        size = len(letter.encode())
        if size > room:
            pieces.append(piece)
            piece, room = "", _MOST_OCTETS - 1  # the space that marks a folded line counts too
        piece += letter
        room -= size
    return "\r\n ".join((*pieces, piece))
