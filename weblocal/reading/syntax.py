"""YAML's complaints in an owner's words, each with the line shown as it should be."""

import re

import yaml

from weblocal.model.problems import Place, Problem
from weblocal.model.records import record

_KEY_AND_VALUE = re.compile(r"^(?P<key>\s*(?:- +)?[^\s:#{\[\"'][^:#{\[\"']*: +)(?P<value>\S.*?)\s*$")
_DASH_AND_VALUE = re.compile(r"^(?P<key>\s*- +)(?P<value>\S.*?)\s*$")
_NO_SPACE = re.compile(r"^\s*(?:- )?(?P<key>[a-z_]+):(?P<value>[^\s/].*)$")
_NO_COLON = re.compile(r"^\s*(?P<key>[a-z_]+)(?: +(?P<value>[^:]+))?$")
_REMARK = re.compile(r"^(?:[^\"'#]|\"[^\"]*\"|'[^']*'|(?<!\s)#)*\s(?P<rest>#.*)$")
_LONGEST_SHOWN = 90
# a hostile line of a megabyte must not keep the search for a cure busy
_LONGEST_LOOKED_AT = 400


def explain(wrong: yaml.YAMLError, *, text: str, file: str) -> Problem:
    """One problem for what stopped the YAML reader."""
    lines = [line[:_LONGEST_LOOKED_AT] for line in text.split("\n")]
    mark = getattr(wrong, "problem_mark", None)
    complaint = str(getattr(wrong, "problem", None) or wrong)
    context_mark = getattr(wrong, "context_mark", None)
    if mark is None:
        return Problem(
            place=Place(file=file, line=1),
            field="",
            message="This is not a text file that can be read.",
            fix="Save it as UTF-8.",
        )
    opened = min(context_mark.line, len(lines) - 1) if context_mark is not None else 0
    if "end of stream" in complaint and context_mark is not None:
        mark = context_mark
    number = min(mark.line, len(lines) - 1)
    context = str(getattr(wrong, "context", "") or "")
    fault = _Fault(complaint=complaint, context=context, lines=lines, number=number, column=mark.column, opened=opened)
    message, fix, number = _diagnose(fault)
    return Problem(place=Place(file=file, line=number + 1, column=mark.column + 1), field="", message=message, fix=fix)


def alias_cure(line: str) -> tuple[str, str]:
    """Message and cure for a value that begins with *."""
    return "A value that begins with * means something else to YAML.", _quoted(
        line[:_LONGEST_LOOKED_AT]
    ) or 'Put it in quotes: "*...".'


def lone_words(words: str, place: Place, line: str) -> Problem:
    """The problem of a comma in a sentence inside braces, with the sentence put in quotes."""
    found = re.search(r"(?P<key>[\w ]+): *(?P<before>[^\"'{}:,]+)(?P<comma>, *)" + re.escape(words), line[:_LONGEST_LOOKED_AT])
    if found:
        sentence = f"{found['before'].strip()}{found['comma']}{words}"
        fix = f'Write {found["key"].strip()}: "{sentence}".'
    else:
        fix = 'Put quotes round the sentence: "..., ...".'
    return Problem(
        place=place,
        field="",
        message=f'"{_short(words)}" stands alone here: inside {{ }} a comma begins a new entry.',
        fix=fix,
    )


@record
class _Fault:
    """What the YAML reader said, and where in which lines (counted from 0) it stopped."""

    complaint: str
    context: str
    lines: list[str]
    number: int
    column: int
    opened: int


def _diagnose(fault: _Fault) -> tuple[str, str, int]:
    """Message, cure, and the line to blame, which may stand above the one where reading stopped."""
    complaint, lines, number, column = fault.complaint, fault.lines, fault.number, fault.column
    line = lines[number]
    if "end of stream" in complaint or "document separator" in complaint:
        return "A quotation mark opens here and is never closed.", "Close it, or leave it out.", number
    if "escape character" in complaint:
        return (
            "A backslash inside double quotes means something else to YAML.",
            "Write the text in single quotes: '...'.",
            number,
        )
    if "cannot start any token" in complaint:
        character = line[column : column + 1]
        return f"A value cannot begin with {character}.", _quoted(line) or "Put it in quotes.", number
    if "simple key" in fault.context and "expected ':'" in complaint:
        return _no_colon(lines, max(number - 1, 0) if not line.strip() or column == 0 else number)
    if "entries are not allowed" in complaint:
        return "A list begins on the line of its key.", "Write each - on a line of its own, two spaces in.", number
    return _diagnose_shape(fault)


def _diagnose_shape(fault: _Fault) -> tuple[str, str, int]:
    lines, number = fault.lines, fault.number
    line = lines[number]
    if "flow mapping" in fault.context or "flow sequence" in fault.context:
        return _brackets(fault)
    if "mapping values are not allowed" in fault.complaint:
        return _second_colon(lines, number)
    after_quote = re.match(r"^(?P<key>.*?: +|\s*- +)(?P<quote>[\"'])", line)
    if after_quote:
        quote = '"' if after_quote["quote"] == "'" else "'"
        return "Words follow after the closing quotation mark.", f"Put the whole text in {quote}...{quote}.", number
    if re.match(r"^\s*[^\s#][^:#]*: +[{*&!|>]", line):
        return "A value that begins with { * & ! | or > means something else to YAML.", _quoted(line), number
    return "The line does not line up with the lines above it.", "Begin it exactly below the key it belongs with.", number


def _brackets(fault: _Fault) -> tuple[str, str, int]:
    """Braces or brackets that end too late or hold a sentence without quotes."""
    bracket = "}" if "mapping" in fault.context else "]"
    remark = _REMARK.search(fault.lines[fault.opened])
    if remark:
        message = (
            f"A # after a space begins a remark: {_short(remark['rest'])} is not read, nor is a closing {bracket} behind it."
        )
        colour = re.match(r"#[0-9a-fA-F]{3,6}", remark["rest"])
        return message, f'Put quotes round it: "{colour[0] if colour else "#..."}".', fault.opened
    if fault.number != fault.opened:
        return f"The bracket that opens here is not closed with {bracket}.", f"Put {bracket} at its end.", fault.opened
    sentence = re.search(r"[\w ]+: *(?P<words>[^\"'{}\[\],]*:(?: [^\"'{}\[\],]*)?)", fault.lines[fault.opened])
    cure = f'"{_short(sentence["words"])}"' if sentence else '"..."'
    return "Inside brackets, a sentence with a colon, comma or question mark needs quotes.", f"Write {cure}.", fault.number


def _second_colon(lines: list[str], number: int) -> tuple[str, str, int]:
    """A colon where none may be: in a sentence, after a line without one, or in a line too far to the right."""
    line = lines[number]
    found = _KEY_AND_VALUE.match(line)
    if found and re.search(r":(\s|$)", found["value"]):
        fix = _quoted(line)
        return "A colon with a space after it, inside a sentence, means something else to YAML.", fix, number
    above = _last_written(lines, number)
    if above is not None and ":" not in re.sub(r":\S", "", lines[above]):
        return _no_colon(lines, above)
    return "The line stands too far to the right.", "Begin it exactly below the line above it.", number


def _no_colon(lines: list[str], number: int) -> tuple[str, str, int]:
    line = lines[number]
    tight = _NO_SPACE.match(line)
    if tight:
        return "The space after the colon is missing.", f"Write {tight['key']}: {_short(tight['value'])}", number
    bare = _NO_COLON.match(line)
    if bare:
        return "The colon after the key is missing.", f"Write {bare['key']}: {_short(bare['value'] or '...')}", number
    return f"There is no colon in this line: {_short(line)}", "Write key: value, or put the text in quotes.", number


def _last_written(lines: list[str], number: int) -> int | None:
    for above in range(number - 1, -1, -1):
        written = lines[above].strip()
        if written and not written.startswith("#"):
            return above
    return None


def _quoted(line: str) -> str:
    """The cure that shows the line with quotes round its value."""
    found = _KEY_AND_VALUE.match(line) or _DASH_AND_VALUE.match(line)
    if not found:
        return ""
    value = re.sub(r"\s+#.*$", "", found["value"])
    quote = "'" if '"' in value else '"'
    if quote == "'":
        value = value.replace("'", "''")
    return f"Write {found['key'].strip()} {quote}{_short(value)}{quote}"


def _short(words: str) -> str:
    words = words.strip()
    return words if len(words) <= _LONGEST_SHOWN else words[: _LONGEST_SHOWN - 1] + "…"
