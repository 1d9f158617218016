"""A value as YAML, as plainly as it can be written and still be read back as the same letters."""

import yaml

from weblocal.errors import ProfileInvalid
from weblocal.reading.document import FASTEST_LOADER, read_document
from weblocal.reading.nodes import Plain, plain

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}


def text_of(words: str, *, in_braces: bool, quote: str = "") -> str:
    """One text: bare where that is safe, else in quotes; `quote` is the sign that was there and is kept where it can be."""
    quoted = [_single(words), _double(words)] if quote == "'" or set(words) & {'"', "\\"} else [_double(words)]
    candidates = quoted if quote else [words, *quoted]
    wanted: Plain = [{"a": words}] if in_braces else {"a": words}
    for candidate in candidates[:-1]:
        if "\n" not in candidate and _reads(f"[{{a: {candidate}}}]" if in_braces else f"a: {candidate}\n", wanted):
            return candidate
    return candidates[-1]


def key_of(words: str, *, in_braces: bool) -> str:
    """One key, bare or in quotes."""
    wanted: Plain = [{words: "b"}] if in_braces else {words: "b"}
    for candidate in (words, _single(words)) if '"' in words else (words,):
        if "\n" not in candidate and _reads(f"[{{{candidate}: b}}]" if in_braces else f"{candidate}: b\n", wanted):
            return candidate
    return _double(words)


def in_braces(value: Plain) -> str:
    """A value on one line, lists in brackets and maps in braces, as it stands inside others."""
    match value:
        case str():
            return text_of(value, in_braces=True)
        case list():
            return "[" + ", ".join(in_braces(each) for each in value) + "]"
        case dict():
            return "{" + ", ".join(f"{key_of(key, in_braces=True)}: {in_braces(each)}" for key, each in value.items()) + "}"


def on_a_line(value: Plain, *, quote: str = "") -> str:
    """A value behind a colon on a line of its own."""
    return text_of(value, in_braces=False, quote=quote) if isinstance(value, str) else in_braces(value)


def value_in(words: str) -> Plain:
    """What somebody means who types a value: a list or a map in brackets or braces, else just the words."""
    said = words.strip()
    if said[:1] in {"[", "{"} and said[-1:] in {"]", "}"}:
        try:
            return plain(read_document(said, file=""))
        except ProfileInvalid:
            return words
    return words


def _reads(text: str, wanted: Plain) -> bool:
    """Whether both of PyYAML's parsers read it so: where one of them is missing, the file must say the same."""
    try:
        return all(plain(read_document(text, file="", loader=loader)) == wanted for loader in (FASTEST_LOADER, yaml.BaseLoader))
    except ProfileInvalid:
        return False


def _single(words: str) -> str:
    return "'" + words.replace("'", "''") + "'"


def _double(words: str) -> str:
    return '"' + "".join(_ESCAPES.get(letter, letter) for letter in words) + '"'
