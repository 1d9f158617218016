"""One value changed in a file written by hand: nothing else moves, whatever the style it was written in."""

import copy
import dataclasses
import os

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from weblocal.errors import NotEditable, ProfileInvalid
from weblocal.reading import editing, extents, quoting
from weblocal.reading.document import read_document
from weblocal.reading.nodes import Plain, plain

FILE = """\
# the whole business
profile: 1   # leave it
name: 'Salon: Ada'
hours:
  monday-friday: 09:00-18:00   # the week
  # special ones
  2026-12-24: 09:00-12:00

services:
  cut: {name: Cut, price: 30}  # most wanted
  colour:
    name: "Colour"
    price: from 50
brand:
languages: [de, en]
prices:
  - {name: A, price: 3}
  - name: B
    price: 4
about: |
  Two lines
  here

legal:
  vat: none
faq:
  "Open at 9.30?": "Yes: every day"
"""


def lines_changed(before: str, after: str) -> tuple[list[str], list[str]]:
    """The lines that went and the lines that came."""
    old, new = before.splitlines(), after.splitlines()
    return [line for line in old if line not in new], [line for line in new if line not in old]


@pytest.mark.parametrize(
    ("path", "value", "gone", "came"),
    [
        (("profile",), "2", ["profile: 1   # leave it"], ["profile: 2   # leave it"]),
        (("name",), "Müller: Söhne", ["name: 'Salon: Ada'"], ["name: 'Müller: Söhne'"]),
        (("services", "cut", "price"), "35", ["  cut: {name: Cut, price: 30}  # most wanted"], ["  cut: {name: Cut, price: 35}  # most wanted"]),
        (("services", "cut", "note"), "dry, wet", ["  cut: {name: Cut, price: 30}  # most wanted"], ['  cut: {name: Cut, price: 30, note: "dry, wet"}  # most wanted']),
        (("services", "colour", "name"), "Tint", ['    name: "Colour"'], ['    name: "Tint"']),
        (("services", "colour", "takes"), "1 hour", [], ["    takes: 1 hour"]),
        (("services", "wash", "name"), "Wash", [], ["  wash:", "    name: Wash"]),
        (("brand", "colour"), "#8a3b5c", [], ['  colour: "#8a3b5c"']),
        (("languages", 2), "fr", ["languages: [de, en]"], ["languages: [de, fr]"]),
        (("languages", 3), "fr", ["languages: [de, en]"], ["languages: [de, en, fr]"]),
        (("prices", 2, "price"), "5", ["    price: 4"], ["    price: 5"]),
        (("about",), "One line", ["about: |", "  Two lines", "  here"], ["about: One line"]),
        (("tagline",), "We say when # then come", [], ['tagline: "We say when # then come"']),
        (("faq", "Open at 9.30?"), "No", ['  "Open at 9.30?": "Yes: every day"'], ['  "Open at 9.30?": "No"']),
        (("languages",), ["de"], ["languages: [de, en]"], ["languages: [de]"]),
        (("legal", "lines"), ["a", "b, c"], [], ['  lines: [a, "b, c"]']),
    ],
)  # fmt: skip
def test_setting_changes_its_own_lines_and_no_other(path: editing.Path, value: Plain, gone: list[str], came: list[str]) -> None:
    assert lines_changed(FILE, editing.set_value(FILE, path, value)) == (gone, came)


@pytest.mark.parametrize(
    ("path", "gone", "came"),
    [
        (("hours", "monday-friday"), ["  monday-friday: 09:00-18:00   # the week"], []),
        (("services", "cut", "name"), ["  cut: {name: Cut, price: 30}  # most wanted"], ["  cut: {price: 30}  # most wanted"]),
        (("services", "cut", "price"), ["  cut: {name: Cut, price: 30}  # most wanted"], ["  cut: {name: Cut}  # most wanted"]),
        (("languages", 1), ["languages: [de, en]"], ["languages: [en]"]),
        (("prices", 1), ["  - {name: A, price: 3}"], []),
        (("prices", 2, "name"), ["  - name: B", "    price: 4"], ["  - price: 4"]),
        (("about",), ["about: |", "  Two lines", "  here"], []),
        (("legal", "vat"), ["legal:", "  vat: none"], []),
        (("brand",), ["brand:"], []),
    ],
)  # fmt: skip
def test_unsetting_takes_its_own_lines_and_what_that_leaves_empty(path: editing.Path, gone: list[str], came: list[str]) -> None:
    assert lines_changed(FILE, editing.unset(FILE, path)) == (gone, came)


def test_a_new_key_stands_behind_the_one_that_is_named_with_its_remark() -> None:
    edited = editing.set_value(FILE, ("hours", "friday"), "closed", after="monday-friday", remark="Bank\nholiday")
    assert "  monday-friday: 09:00-18:00   # the week\n  friday: closed  # Bank holiday\n  # special ones\n" in edited


def test_a_key_is_renamed_and_its_value_stays() -> None:
    edited = editing.rename(FILE, ("hours", "monday-friday"), "monday-thursday")
    assert "  monday-thursday: 09:00-18:00   # the week\n" in edited


@pytest.mark.parametrize("ending", ["", "\n", "\n\n# the end"])
def test_the_last_line_may_end_as_it_likes(ending: str) -> None:
    assert editing.set_value(f"a: 1{ending}", ("b",), "2") == f"a: 1\nb: 2{ending}"
    assert editing.unset(f"a: 1\nb: 2{ending}", ("b",)) == f"a: 1{ending}"


def test_windows_line_ends_and_a_byte_order_mark_stay() -> None:
    windows = "\ufeff" + FILE.replace("\n", "\r\n")
    edited = editing.set_value(windows, ("services", "wash", "name"), "Wash")
    assert edited.startswith("\ufeff# the whole")
    assert edited.replace("\r\n", "").count("\n") == 0
    assert edited == "\ufeff" + editing.set_value(FILE, ("services", "wash", "name"), "Wash").replace("\n", "\r\n")


def test_an_empty_file_gets_its_first_key() -> None:
    assert editing.set_value("# nothing yet\n", ("name",), "Ada") == "# nothing yet\nname: Ada\n"


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (("name", "first"), "one text"),
        (("languages", "first"), "a list of 2"),
        (("languages", 4), "The next one is 3."),
        (("prices", 0), "There is no"),
    ],
)
def test_what_is_no_place_for_a_value_is_said(path: editing.Path, words: str) -> None:
    with pytest.raises(NotEditable) as refused:
        editing.set_value(FILE, path, "x")
    assert words in f"{refused.value.message} {refused.value.fix}"


def test_what_is_not_there_cannot_be_taken_away() -> None:
    with pytest.raises(NotEditable):
        editing.unset(FILE, ("hours", "sunday"))


def test_a_remark_between_keys_behind_a_dash_is_not_lost_but_left_to_the_owner() -> None:
    with pytest.raises(NotEditable):
        editing.unset("a:\n  - b: 1\n    # why\n    c: 2\n", ("a", 1, "b"))


def test_a_file_that_cannot_be_read_is_not_edited() -> None:
    with pytest.raises(ProfileInvalid):
        editing.set_value("a: [1\n", ("b",), "2")


# ── any file, in any style ──────────────────────────────────────────────────────────────────────────────────────────────

words = st.text(st.sampled_from("abé ßł:#'\"\\,-[]{}|>&*!%@`?=~漢.0 "), min_size=1, max_size=10).map(str.strip).filter(bool)
keys = st.one_of(st.text(st.sampled_from("abcdef_"), min_size=1, max_size=4), words)
trees = st.recursive(
    words,
    lambda inner: st.one_of(st.lists(inner, min_size=1, max_size=3), st.dictionaries(keys, inner, min_size=1, max_size=3)),
    max_leaves=10,
)
maps = st.dictionaries(keys, trees, min_size=1, max_size=4)


@dataclasses.dataclass
class Scribe:
    """Writes a tree the way some hand might: blocks or braces, any quotes, remarks and empty lines between."""

    draw: st.DrawFn

    def document(self, tree: dict[str, Plain]) -> str:
        return self.remark("") + "".join(self.entry(key, value, "") for key, value in tree.items())

    def entry(self, key: str, value: Plain, indent: str) -> str:
        name = f"{indent}{quoting.key_of(key, in_braces=False)}:"
        return f"{name}{self.behind(value, indent)}{self.remark(indent)}"

    def behind(self, value: Plain, indent: str) -> str:
        """What stands behind a colon, with its line end."""
        if isinstance(value, str) or self.draw(st.booleans()):
            if isinstance(value, str) and "\\" not in value and self.draw(st.integers(0, 5)) == 0:
                return f" |-\n{indent}  {value}\n"
            return f" {self.flow(value)}{self.draw(st.sampled_from(['', '   # remark']))}\n"
        if isinstance(value, dict):
            return (
                "\n" + self.remark(indent + "  ") + "".join(self.entry(key, each, indent + "  ") for key, each in value.items())
            )
        dash = self.draw(st.sampled_from(["", "  "]))
        return "\n" + "".join(f"{indent}{dash}-{self.behind_dash(each, indent + dash)}" for each in value)

    def behind_dash(self, value: Plain, indent: str) -> str:
        if isinstance(value, dict) and self.draw(st.booleans()):
            written = "".join(self.entry(key, each, indent + "  ") for key, each in value.items())
            return " " + written[len(indent) + 2 :]
        return f" {self.flow(value)}\n{self.remark(indent)}"

    def flow(self, value: Plain) -> str:
        if isinstance(value, str):
            quote = self.draw(st.sampled_from(["", "'", '"']))
            return quoting.text_of(value, in_braces=False, quote=quote)
        return quoting.in_braces(value)

    def remark(self, indent: str) -> str:
        return self.draw(st.sampled_from(["", "", "\n", f"{indent}# a remark: [not] {{yaml}}\n"]))


@st.composite
def files(draw: st.DrawFn) -> tuple[str, dict[str, Plain]]:
    tree = draw(maps)
    text = Scribe(draw).document(tree)
    return draw(st.sampled_from([text, text.replace("\n", "\r\n"), text.rstrip("\n")])), tree


def paths_of(tree: Plain, path: editing.Path = ()) -> list[editing.Path]:
    inner: list[tuple[str | int, Plain]] = []
    if isinstance(tree, dict):
        inner = list(tree.items())
    if isinstance(tree, list):
        inner = list(enumerate(tree, 1))
    return [path] * bool(path) + [found for key, value in inner for found in paths_of(value, (*path, key))]


def changed(tree: Plain, path: editing.Path, value: Plain) -> Plain:
    """What the tree should be afterwards, found independently of the code under test."""
    whole = copy.deepcopy(tree)
    holder = whole
    for key in path[:-1]:
        holder = holder[key - 1 if isinstance(key, int) else key]  # type: ignore[index, call-overload]
    last = path[-1]
    holder[last - 1 if isinstance(last, int) else last] = value  # type: ignore[index, call-overload]
    return whole


def alike(one: str, other: str) -> str:
    """What two texts begin with."""
    for number, (letter, there) in enumerate(zip(one, other, strict=False)):
        if letter != there:
            return one[:number]
    return min(one, other, key=len)


def remarks_in(text: str) -> int:
    return text.count("# a remark: [not] {yaml}") + text.count("   # remark")


EXAMPLES = int(os.environ.get("WEBLOCAL_EXAMPLES", "150"))


@settings(max_examples=EXAMPLES, deadline=None)
@given(files(), st.data())
def test_after_setting_a_text_the_tree_is_the_old_one_but_for_it(
    file: tuple[str, dict[str, Plain]], data: st.DataObject
) -> None:
    text, tree = file
    assert plain(read_document(text, file="f")) == tree
    path = data.draw(st.sampled_from(paths_of(tree)))
    value = data.draw(st.one_of(words, st.lists(words, min_size=1, max_size=2)))
    edited = editing.set_value(text, path, value)
    assert plain(read_document(edited, file="f")) == changed(tree, path, value)
    old: Plain = tree
    for key in path:
        old = old[key - 1 if isinstance(key, int) else key]  # type: ignore[index, call-overload]
    if isinstance(old, str):
        assert remarks_in(edited) == remarks_in(text) or "# remark" in f"{value}"
        same_before = alike(text, edited)
        same_behind = alike(text[::-1], edited[::-1])
        written = max(len(quoting.in_braces(old)) + 4, 2 * len(old) + 12)
        assert len(text) - len(same_before) - len(same_behind) <= written
    assert ("\r\n" in edited) == ("\r\n" in text)


@settings(max_examples=EXAMPLES, deadline=None)
@given(files(), keys, words, st.data())
def test_a_new_key_leaves_every_letter_of_the_old_text(
    file: tuple[str, dict[str, Plain]], key: str, value: str, data: st.DataObject
) -> None:
    text, tree = file
    holders = [(), *(path for path in paths_of(tree) if isinstance(_at(tree, path), dict))]
    path = (*data.draw(st.sampled_from(holders)), key)
    if path in paths_of(tree):
        return
    edited = editing.set_value(text, path, value)
    assert plain(read_document(edited, file="f")) == changed(tree, path, value)
    before = alike(text, edited)
    assert edited.endswith(text[len(before) :])
    assert remarks_in(edited) >= remarks_in(text)


@settings(max_examples=EXAMPLES, deadline=None)
@given(files(), st.data())
def test_what_was_unset_is_gone_and_nothing_else_is(file: tuple[str, dict[str, Plain]], data: st.DataObject) -> None:
    text, tree = file
    path = data.draw(st.sampled_from(paths_of(tree)))
    if len(tree) == 1:
        return
    try:
        edited = editing.unset(text, path)
    except NotEditable:
        assert " - " in text or "- " in text  # only behind a dash may a remark stand in the way
        return
    left = copy.deepcopy(tree)
    while len(path) > 1 and len(_at(left, path[:-1])) == 1:
        path = path[:-1]
    holder = _at(left, path[:-1])
    del holder[path[-1] - 1 if isinstance(path[-1], int) else path[-1]]  # type: ignore[index, union-attr, arg-type]
    assert plain(read_document(edited, file="f")) == left


@settings(max_examples=EXAMPLES, deadline=None)
@given(files())
def test_both_parsers_find_the_same_places(file: tuple[str, dict[str, Plain]]) -> None:
    text = file[0].replace("\r\n", "\n")
    assert extents.read(text) == extents.read(text, loader=yaml.BaseLoader)


@given(words, st.booleans(), st.sampled_from(["", "'", '"']))
def test_every_text_is_quoted_so_that_it_is_read_back(text: str, in_braces: bool, quote: str) -> None:  # noqa: FBT001
    written = quoting.text_of(text, in_braces=in_braces, quote=quote)
    document = f"a: {{b: {written}, c: d}}" if in_braces else f"a: {written}\n"
    assert plain(read_document(document, file="f")) == ({"a": {"b": text, "c": "d"}} if in_braces else {"a": text})


def _at(tree: Plain, path: editing.Path) -> Plain:
    for key in path:
        tree = tree[key - 1 if isinstance(key, int) else key]  # type: ignore[index, call-overload]
    return tree
