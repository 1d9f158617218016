import time

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from weblocal.errors import ProfileInvalid
from weblocal.reading import document
from weblocal.reading.document import read_document
from weblocal.reading.nodes import NodeList, NodeMap, Scalar, plain, scalars


def read(text: str, loader: type = document.FASTEST_LOADER) -> object:
    return plain(read_document(text, file="business.yaml", loader=loader))


def problems(text: str, loader: type = document.FASTEST_LOADER) -> list[str]:
    with pytest.raises(ProfileInvalid) as raised:
        read_document(text, file="business.yaml", loader=loader)
    return [str(problem) for problem in raised.value.problems]


def test_every_scalar_stays_the_text_that_was_written() -> None:
    text = "country: NO\npostcode: 01234\nphone: +31612345678\nopens: 09:00\nprice: 1.10\nanswer: yes\nempty:\n"
    assert read(text) == {
        "country": "NO",
        "postcode": "01234",
        "phone": "+31612345678",
        "opens": "09:00",
        "price": "1.10",
        "answer": "yes",
        "empty": "",
    }


def test_lists_and_maps_in_both_forms_are_read_alike() -> None:
    assert read("a: [b, {c: d}]\n") == read("a:\n  - b\n  - c: d\n") == {"a": ["b", {"c": "d"}]}


def test_an_empty_file_is_an_empty_map() -> None:
    assert read("") == read("# only a remark\n") == {}


def test_every_value_knows_its_line_and_column() -> None:
    node = read_document("name: Salon\nbrand:\n  colour: red\nlist:\n  - café\n  - {k: v}\n", file="business.yaml")
    places = {path: (found.place.line, found.place.column) for path, found in scalars(node)}
    assert places == {"name": (1, 7), "brand.colour": (3, 11), "list[1]": (5, 5), "list[2].k": (6, 9)}


def test_a_byte_order_mark_and_windows_line_ends_do_not_matter() -> None:
    assert read("\ufeffname: Salon\r\ntown: Ham\r\n") == {"name": "Salon", "town": "Ham"}


def test_a_key_that_stands_twice_is_refused_with_both_lines() -> None:
    assert problems("name: a\ntown: b\nname: c\n") == [
        'business.yaml:3 name: "name" stands here a second time; the first is on line 1. Delete one of the two, or put them together.'
    ]


def test_what_can_be_passed_over_leaves_the_rest_to_be_read() -> None:
    reading = document.read_on("a: x\na: y\nb: *z\nc: &k v\nd: !t w\n---\ne: f\n", file="business.yaml")
    assert plain(reading.node) == {"a": "x", "b": "", "c": "v", "d": "w"}
    assert [problem.place.line for problem in reading.problems] == [2, 3, 4, 5, 6]
    assert {(place.line, place.column) for place in reading.unread} == {(3, 4)}


def test_where_yaml_stops_reading_on_is_refused_with_all_that_was_found() -> None:
    with pytest.raises(ProfileInvalid) as raised:
        document.read_on("a: x\na: y\nb: @c\n", file="business.yaml")
    assert [problem.place.line for problem in raised.value.problems] == [2, 3]


def test_a_second_document_is_refused() -> None:
    assert "A second document begins here" in problems("a: b\n---\nc: d\n")[0]


def test_every_tab_is_named_not_only_the_first() -> None:
    assert [line.split(" ")[0] for line in problems("a:\n\tb: c\nd:\n\te: f\n")] == ["business.yaml:2", "business.yaml:4"]


@pytest.mark.parametrize(
    ("text", "found", "cure"),
    [
        pytest.param("a: *b\n", "begins with *", 'Write a: "*b"', id="alias"),
        pytest.param("a: &b c\n", "&b is a YAML anchor", "Put the words in quotes", id="anchor"),
        pytest.param("a: !!python/object/new:os.system [x]\n", "is a YAML tag", "Put the words in quotes", id="tag"),
        pytest.param("text: Ten pounds: off\n", "A colon with a space", 'Write text: "Ten pounds: off"', id="colon in a sentence"),
        pytest.param('text: The "best": us\n', "A colon with a space", """Write text: 'The "best": us'""", id="colon and quotes"),
        pytest.param("cut: {name: Cut, wash and finish, price: 48}\n", '"wash and finish" stands alone', 'Write name: "Cut, wash and finish".', id="comma in braces"),
        pytest.param("x: {price: 1.250,00 €}\n", '"00 €" stands alone', 'Write price: "1.250,00 €".', id="decimal comma in braces"),
        pytest.param("q: {a: b: c}\n", "needs quotes", 'Write "b: c".', id="colon in braces"),
        pytest.param("brand: {colour: #8a3b5c}\nname: x\n", "begins a remark", 'Put quotes round it: "#8a3b5c".', id="colour in braces"),
        pytest.param("a: {b: c\nd: e\n", "not closed with }", "Put } at its end", id="open brace"),
        pytest.param("a: @home\n", "cannot begin with @", 'Write a: "@home"', id="at sign"),
        pytest.param("a: `x`\n", "cannot begin with `", 'Write a: "`x`"', id="backtick"),
        pytest.param("a: %5\n", "cannot begin with %", 'Write a: "%5"', id="percent"),
        pytest.param('a: "b\nc: d\n', "opens here and is never closed", "Close it", id="open quote"),
        pytest.param("a: 'it's'\n", "after the closing quotation mark", 'Put the whole text in "..."', id="apostrophe"),
        pytest.param("name Salon\ntown: x\n", "The colon after the key is missing", "Write name: Salon", id="no colon"),
        pytest.param("a: b\ntown Ham\n", "The colon after the key is missing", "Write town: Ham", id="no colon at the end"),
        pytest.param("name:Salon\ntown: x\n", "The space after the colon is missing", "Write name: Salon", id="no space"),
        pytest.param("a:\n  b: c\n d: e\n", "does not line up", "exactly below", id="indent"),
        pytest.param("a: b\n  c: d\n", "too far to the right", "exactly below", id="indent below a value"),
        pytest.param("a: - b\n", "A list begins on the line of its key", "line of its own", id="list on the key's line"),
        pytest.param('a: "\\q"\n', "A backslash", "single quotes", id="backslash"),
        pytest.param("[a]: b\n", "A key is missing", "Write a name there", id="key that is a list"),
        pytest.param("a: b\u202ec\n", "right-to-left override", "Delete it", id="direction override"),
        pytest.param('a: "\\u202e"\n', "right-to-left override", "Leave it out", id="escaped direction override"),
        pytest.param("a: b\x07c\n", "U+0007", "Delete it", id="control"),
        pytest.param("a: b\u2028c\n", "line separator", "Delete it", id="hidden line end"),
    ],
)  # fmt: skip
def test_what_yaml_would_misread_is_named_with_its_cure(text: str, found: str, cure: str) -> None:
    [problem] = problems(text)
    assert found in problem
    assert cure in problem


def test_the_line_of_a_fault_is_the_one_to_change() -> None:
    assert problems("a: b\n\nname Salon\n# remark\ntown: x\n")[0].startswith("business.yaml:3 ")
    assert problems("a: x\nbrand: {colour: #fff}\nb: y\nc: z\n")[0].startswith("business.yaml:2 ")


@pytest.mark.parametrize("opening", ["[", "{", "- ", "? ", "a: {", "[{"])
def test_endless_nesting_is_refused_in_milliseconds(opening: str) -> None:
    text = opening * 200_000
    started = time.perf_counter()
    [problem] = problems(text)
    assert time.perf_counter() - started < 10
    assert "nested more than 32 deep" in problem or "larger than 1 MiB" in problem


def test_thirty_two_levels_are_still_read() -> None:
    assert read("[" * document.DEEPEST + "a" + "]" * document.DEEPEST)
    assert "nested" in problems("[" * (document.DEEPEST + 1) + "]" * (document.DEEPEST + 1))[0]


def test_too_many_values_are_refused() -> None:
    assert "more than 50000 values" in problems("[" + "a," * document.MOST_NODES + "]")[0]


def test_too_large_a_file_is_refused_counted_in_bytes() -> None:
    assert "larger than 1 MiB" in problems("é" * (document.MOST_BYTES // 2 + 1))[0]


def test_an_alias_bomb_is_refused_at_its_first_alias() -> None:
    bomb = 'a: &a ["x","x"]\n' + "".join(f"k{n}: &k{n} [*a, *a]\n" for n in range(20))
    assert "is a YAML anchor" in problems(bomb)[0]


def test_a_hostile_line_of_a_megabyte_does_not_keep_the_search_for_a_cure_busy() -> None:
    started = time.perf_counter()
    problems("a: b: " + " " * 900_000 + "c\nd\n")
    assert time.perf_counter() - started < 10


def test_without_the_c_library_the_same_is_read_and_refused() -> None:
    slow = yaml.BaseLoader
    assert read("a: [b, {c: d}]\n", loader=slow) == {"a": ["b", {"c": "d"}]}
    assert "second time" in problems("a: b\na: c\n", loader=slow)[0]
    assert "nested more than 32 deep" in problems("[" * 5_000, loader=slow)[0]
    assert 'Write text: "Ten pounds: off"' in problems("text: Ten pounds: off\n", loader=slow)[0]
    assert "Put quotes round the sentence" in problems("faq: {Can I bring my child?: yes}\n", loader=slow)[0]


@given(st.text(alphabet=st.sampled_from("ab:{}[],-?!&*#|>'\"%@` \n\t\\é\u202e\x00"), max_size=60))
@example("a: {b: c, d: #}")
@example("- - -\n -")
def test_no_text_whatever_raises_anything_but_profile_invalid(text: str) -> None:
    found: object
    try:
        found = read_document(text, file="x.yaml")
    except ProfileInvalid as invalid:
        found = invalid.problems
    assert isinstance(found, Scalar | NodeList | NodeMap) or (isinstance(found, tuple) and all(str(each) for each in found))


@given(st.recursive(st.text(st.characters(codec="utf-8", categories=["L", "N", "Zs"]), max_size=8), lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text("abcdef", min_size=1, max_size=6), inner, max_size=4), max_leaves=20))  # fmt: skip
def test_what_yaml_itself_writes_is_read_back(value: object) -> None:
    text = yaml.safe_dump(value, allow_unicode=True, default_style='"')
    assert read(text) == value
