"""Change one value in a YAML text that somebody wrote by hand: every other letter, remark, quote and line end stays.

Each change is read back before it counts: the text must then say exactly what it said before, but for that value.
"""

import bisect
import copy
import dataclasses
import re

from weblocal.errors import NotEditable
from weblocal.reading import characters, extents, quoting
from weblocal.reading.document import read_document
from weblocal.reading.extents import KeySpot, Spot, line_begins, line_ends
from weblocal.reading.nodes import Plain, plain

Path = tuple[str | int, ...]
"""Keys, and places in lists counted from 1."""


@dataclasses.dataclass(frozen=True, slots=True)
class _Splice:
    """Put `words` where the letters from `begins` to `ends` are."""

    begins: int
    ends: int
    words: str


def set_value(text: str, path: Path, value: Plain, *, remark: str = "", after: str = "") -> str:
    """The text with `value` at `path`, made where it is not there, with the maps on the way.

    A new key is put at the end of its map, or behind the key `after`; `remark` is put behind it. Raises ProfileInvalid when
    `text` cannot be read, NotEditable when the place is no place for a value.
    """
    edit = _Edit(text)
    splice = edit.setting(path, value, remark=remark, after=after)
    return edit.applied(splice, _with(edit.tree, path, value))


def unset(text: str, path: Path) -> str:
    """The text without the entry at `path`, and without the maps and lists that would be left empty by that."""
    edit = _Edit(text)
    tree = copy.deepcopy(edit.tree)
    shortest = _remove(tree, path)
    return edit.applied(edit.removing(shortest), tree)


def rename(text: str, path: Path, key: str) -> str:
    """The text with another key for the entry at `path`, its value as it was."""
    edit = _Edit(text)
    spot, number = edit.parent(path)
    if not spot.is_map or number < 0:
        raise _not_there(path)
    old = spot.entries[number][0]
    tree = copy.deepcopy(edit.tree)
    holder = _at(tree, path[:-1])
    assert isinstance(holder, dict)
    renamed = {key if each == path[-1] else each: inner for each, inner in holder.items()}
    holder.clear()
    holder.update(renamed)
    return edit.applied(_Splice(old.begins, old.ends, quoting.key_of(key, in_braces=spot.in_braces)), tree)


class _Edit:
    """A text as it was, as its reader sees it, and where its values stand."""

    def __init__(self, text: str) -> None:
        self.original = text
        self.text = characters.without_mark(text)
        self.tree = plain(read_document(text, file="business.yaml"))
        self.whole = extents.read(self.text)

    def parent(self, path: Path) -> tuple[Spot, int]:
        """The map or list that holds the end of `path`, and which of its entries that is; -1 where it is not there yet."""
        spot = self.whole
        for step, key in enumerate(path):
            number = _number(spot, key, path[: step + 1])
            if step == len(path) - 1 or number < 0:
                return (spot, number) if step == len(path) - 1 else (spot, -1)
            spot = spot.entries[number][1] if spot.is_map else spot.nodes[number]
        raise _not_there(path)

    def setting(self, path: Path, value: Plain, *, remark: str, after: str) -> _Splice:
        """The splice that puts `value` at `path`."""
        spot = self.whole
        for step, key in enumerate(path):
            rest = path[step + 1 :]
            number = _number(spot, key, path[: step + 1])
            if number < 0:
                return self._new(spot, key, _nested(rest, value), remark=remark, after=after)
            held = spot.entries[number][1] if spot.is_map else spot.nodes[number]
            before = spot.entries[number][0] if spot.is_map else None
            if not rest:
                return self._replaced(spot, before, held, value)
            if held.is_empty_text and before is not None:
                return self._below(spot, before, _nested(rest, value), remark)
            spot = held
        raise _not_there(path)

    def removing(self, path: Path) -> _Splice:
        """The splice that takes the entry at `path` out, with its line or its comma."""
        spot, number = self.parent(path)
        if number < 0:
            raise _not_there(path)
        begins = [key.begins for key, _ in spot.entries] if spot.is_map else [node.begins for node in spot.nodes]
        ends = [_ends(key, held) for key, held in spot.entries] if spot.is_map else [node.ends for node in spot.nodes]
        if spot.in_braces:
            if number + 1 < len(begins):
                return _Splice(begins[number], begins[number + 1], "")
            return _Splice(ends[number - 1] if number else begins[number], ends[number], "")
        return self._without_lines(spot, number, begins, ends)

    def _without_lines(self, spot: Spot, number: int, begins: list[int], ends: list[int]) -> _Splice:
        first = line_begins(self.text, begins[number])
        before = self.text[first : begins[number]]
        if spot.is_map and before.strip():  # the first key behind a dash: the next one takes its place
            if number + 1 == len(begins) or "\n" not in self.text[ends[number] : begins[number + 1]]:
                raise _by_hand(self.text, begins[number])
            if self.text[line_ends(self.text, ends[number]) : begins[number + 1]].strip():
                raise _by_hand(self.text, begins[number])
            return _Splice(begins[number], begins[number + 1], "")
        last = line_ends(self.text, ends[number])
        if last < len(self.text):
            return _Splice(first, last + 1, "")
        return _Splice(max(first - 1, 0), last, "")

    def _replaced(self, spot: Spot, key: KeySpot | None, held: Spot, value: Plain) -> _Splice:
        """A value in the place of one that is there."""
        if spot.in_braces:
            words = quoting.in_braces(value)
        else:
            words = quoting.on_a_line(value, quote=held.style if held.style in {"'", '"'} else "")
        if key is not None and (held.is_empty_text or ((held.is_map or held.is_list) and not held.in_braces)):
            return _Splice(key.colon_ends, max(held.ends, key.colon_ends), f" {words}")
        return _Splice(held.begins, held.ends, words)

    def _new(self, spot: Spot, key: str | int, value: Plain, *, remark: str, after: str) -> _Splice:
        """A new entry at the end of a map or list, or behind the key `after`."""
        if spot.in_braces:
            name = f"{quoting.key_of(str(key), in_braces=True)}: " if spot.is_map else ""
            last = spot.entries[-1] if spot.entries else None
            ends = _ends(*last) if last else spot.nodes[-1].ends if spot.nodes else spot.begins + 1
            comma = ", " if spot.entries or spot.nodes else ""
            return _Splice(ends, ends, f"{comma}{name}{quoting.in_braces(value)}")
        behind = f"  # {_one_line(remark)}" if remark else ""
        if spot.is_list:
            at = line_ends(self.text, spot.nodes[-1].ends)
            indent = self._indent_of_dash(spot.nodes[-1])
            return _Splice(at, at, f"\n{indent}- {quoting.on_a_line(value)}{behind}")
        if not spot.entries:  # an empty document
            return _Splice(len(self.text), len(self.text), _lines(str(key), value, "", behind).lstrip("\n") + "\n")
        anchor = spot.entries[max(spot.find(after), -1)] if after else spot.entries[-1]
        column = spot.entries[0][0].begins - line_begins(self.text, spot.entries[0][0].begins)
        at = line_ends(self.text, _ends(*anchor))
        return _Splice(at, at, _lines(str(key), value, " " * column, behind))

    def _below(self, spot: Spot, key: KeySpot, value: Plain, remark: str) -> _Splice:
        """A first value under a key behind which nothing stands."""
        if spot.in_braces:
            return _Splice(key.colon_ends, key.colon_ends, f" {quoting.in_braces(value)}")
        if not isinstance(value, dict):
            return _Splice(key.colon_ends, key.colon_ends, f" {quoting.on_a_line(value)}")
        behind = f"  # {_one_line(remark)}" if remark else ""
        indent = " " * (key.begins - line_begins(self.text, key.begins) + 2)
        at = line_ends(self.text, key.colon_ends)
        return _Splice(at, at, "".join(_lines(name, inner, indent, behind) for name, inner in value.items()))

    def _indent_of_dash(self, node: Spot) -> str:
        line = self.text[line_begins(self.text, node.begins) : node.begins]
        found = re.match(r"( *)- +$", line)
        if not found:
            raise _by_hand(self.text, node.begins)
        return found[1]

    def applied(self, splice: _Splice, wanted: Plain) -> str:
        """The original with the splice in it, once it reads as wanted."""
        crlf = [
            found.start() - number for number, found in enumerate(re.finditer("\r\n", self.original.removeprefix("\ufeff")))
        ]
        mark = len(self.original) - len(self.original.removeprefix("\ufeff"))
        begins, ends = (at + mark + bisect.bisect_left(crlf, at) for at in (splice.begins, splice.ends))
        line_end = "\r\n" if "\r\n" in self.original else "\n"
        edited = self.original[:begins] + splice.words.replace("\n", line_end) + self.original[ends:]
        if plain(read_document(edited, file="business.yaml")) != wanted:
            raise _by_hand(self.text, splice.begins)
        return edited


def _number(spot: Spot, key: str | int, path: Path) -> int:
    """Which entry of `spot` a step means; -1 for one that may be made there. Raises NotEditable where none may."""
    name = _shown(path)
    if spot.is_map:
        return spot.find(str(key))
    if not spot.is_list:
        raise NotEditable(f"{_shown(path[:-1])} is one text and holds no {path[-1]}.", fix="Change it in business.yaml itself.")
    if not isinstance(key, int):
        count = len(spot.nodes)
        raise NotEditable(f"{_shown(path[:-1])} is a list of {count}.", fix=f"Say which: {_shown(path[:-1])}.1 is the first.")
    if not 1 <= key <= len(spot.nodes) + 1:
        raise NotEditable(f"There is no {name}: the list has {len(spot.nodes)}.", fix=f"The next one is {len(spot.nodes) + 1}.")
    return key - 1 if key <= len(spot.nodes) else -1


def _nested(rest: Path, value: Plain) -> Plain:
    """`value` in the maps and lists that `rest` asks for."""
    for key in reversed(rest):
        value = [value] if isinstance(key, int) else {key: value}
    return value


def _lines(key: str, value: Plain, indent: str, behind: str) -> str:
    """A new entry on lines of its own, maps two steps in, each line begun by a line end."""
    name = f"\n{indent}{quoting.key_of(key, in_braces=False)}:"
    if isinstance(value, dict) and value:
        return f"{name}{behind}" + "".join(_lines(each, inner, f"{indent}  ", "") for each, inner in value.items())
    return f"{name} {quoting.on_a_line(value)}{behind}"


def _ends(key: KeySpot, held: Spot) -> int:
    return max(held.ends, key.colon_ends)


def _with(tree: Plain, path: Path, value: Plain) -> Plain:
    """A copy of the tree with the value in it: what the edited text has to say."""
    if not path:
        return value
    key, rest = path[0], path[1:]
    if isinstance(tree, list) and isinstance(key, int):
        held = tree[key - 1] if key <= len(tree) else ""
        return [*tree[: key - 1], _with(held, rest, value), *tree[key:]]
    if isinstance(tree, dict):
        return tree | {str(key): _with(tree.get(str(key), ""), rest, value)}
    return _nested(path, value)


def _remove(tree: Plain, path: Path) -> Path:
    """Take the end of `path` out of the tree, and what that leaves empty; answers with the path of what went."""
    holder = _at(tree, path[:-1])
    key = path[-1]
    if len(path) > 1 and isinstance(holder, list | dict) and len(holder) == 1:
        _ = _at(tree, path)
        return _remove(tree, path[:-1])
    if isinstance(holder, list) and isinstance(key, int) and 1 <= key <= len(holder):
        del holder[key - 1]
    elif isinstance(holder, dict) and str(key) in holder:
        del holder[str(key)]
    else:
        raise _not_there(path)
    return path


def _at(tree: Plain, path: Path) -> Plain:
    for key in path:
        if isinstance(tree, list) and isinstance(key, int) and 1 <= key <= len(tree):
            tree = tree[key - 1]
        elif isinstance(tree, dict) and str(key) in tree:
            tree = tree[str(key)]
        else:
            raise _not_there(path)
    return tree


def _shown(path: Path) -> str:
    return ".".join(str(key) for key in path)


def _one_line(words: str) -> str:
    return " ".join(words.split())


def _not_there(path: Path) -> NotEditable:
    return NotEditable(f"{_shown(path)} is not in the file.", fix="Name a field that is there.")


def _by_hand(text: str, position: int) -> NotEditable:
    line = text.count("\n", 0, position) + 1
    message = f"Line {line} of business.yaml cannot be changed without touching what stands around it."
    return NotEditable(message, fix="Change it in an editor.")
