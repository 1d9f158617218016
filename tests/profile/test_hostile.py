import contextlib
import time

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.profile.material import TEN_LINES, Files, parsed, problems
from tests.profile.test_described import RICH
from weblocal.errors import ProfileInvalid
from weblocal.profile.keys.whole import WHOLE

KEYS = [key.name for key in WHOLE.keys]
FILES: Files = {"mails/lead/hello.md": "---\nsubject: Hello\n---\nWords.", "about.md": "Words."}

odd_texts = st.one_of(
    st.sampled_from(
        [
            "",
            "on",
            "-",
            "~",
            "{}",
            "'",
            "2026-11-01",
            "48",
            "£",
            "€",
            "about.md",
            "..",
            "offer x",
            "page cut",
            "never",
            "after 0 days",
            "١٢٣",
            "\u00a0",
            "9" * 400,
        ]
    ),
    st.text(max_size=12),
)
values = st.recursive(
    odd_texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(odd_texts | st.sampled_from(KEYS), inner, max_size=3),
    max_leaves=6,
)


def reads_or_says_why(text: str) -> None:
    try:
        assert parsed(text, FILES).business.name
    except ProfileInvalid as invalid:
        found = invalid.problems
    else:
        return
    assert found
    assert all(problem.message and "\x1b" not in str(problem) for problem in found)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(st.sampled_from(KEYS), values, max_size=4))
def test_whatever_stands_under_a_key_is_read_or_refused_and_never_crashes(changes: dict[str, object]) -> None:
    whole = yaml.load(TEN_LINES, Loader=yaml.BaseLoader) | changes
    reads_or_says_why(yaml.safe_dump(whole, allow_unicode=True))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_a_profile_with_any_one_value_replaced_is_read_or_refused(data: st.DataObject) -> None:
    lines = (TEN_LINES + RICH).splitlines()
    number = data.draw(st.integers(0, len(lines) - 1))
    cut = data.draw(st.integers(0, len(lines[number])))
    lines[number] = (
        lines[number][:cut]
        + data.draw(st.sampled_from(["", ":", "{", "}", "[", "#", "\t", '"', "&", "*", "x: y", "- ", "\x00", "é", ", "]))
        + lines[number][cut:]
    )
    reads_or_says_why("\n".join(lines))


def test_the_whole_profile_is_read_as_it_stands() -> None:
    assert parsed(TEN_LINES + RICH, FILES).business.sequences


def test_a_thousand_mistakes_are_told_quickly() -> None:
    services = "".join(f"  s{number}: {{name: S, price: cheap}}\n" for number in range(1000))
    started = time.perf_counter()
    found = problems(TEN_LINES + "services:\n" + services)
    assert len(found) == 1000
    assert time.perf_counter() - started < 30


def test_texts_of_a_megabyte_do_not_keep_any_field_busy() -> None:
    started = time.perf_counter()
    for key in ("name", "phone", "email", "website", "since", "mail", "hours", "currency"):
        long = " " * 300_000 + "1-" * 150_000
        with contextlib.suppress(ProfileInvalid):
            parsed(TEN_LINES.replace(f"{key}:", "slug:", 1) + f"{key}: 'x{long}'\n")
    assert time.perf_counter() - started < 30


def test_no_message_repeats_a_long_text_whole() -> None:
    assert all(
        len(line) < 600 for line in problems(TEN_LINES + f"since: {'9' * 4000}\nslug: {'A' * 4000}\nteam: {'x' * 4000}\n")
    )
