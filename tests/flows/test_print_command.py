import pathlib
import subprocess
import sys

import pytest

CODE = "https://kettley.example/q/card"


def weblocal(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "weblocal", "print", *arguments], capture_output=True, text=True, encoding="utf-8", check=False
    )


def test_the_command_says_where_the_piece_is_its_size_and_what_its_code_says(sample: pathlib.Path) -> None:
    done = weblocal(str(sample), "--only", "counter")
    assert done.returncode == 0
    assert str(sample / "print" / "counter-counter-card.pdf") in done.stdout
    assert "105 × 148 mm, 111 × 154 mm with bleed" in done.stdout
    assert f"the code says {CODE} (read back)" in done.stdout
    assert [path.name for path in (sample / "print").iterdir()] == ["counter-counter-card.pdf"]


def test_the_list_prints_nothing(sample: pathlib.Path) -> None:
    listed = weblocal(str(sample), "--list")
    assert listed.returncode == 0
    assert CODE in listed.stdout
    assert not (sample / "print").exists()


def test_a_piece_that_was_not_made_is_named_with_its_cure_and_the_others_are_made(sample: pathlib.Path) -> None:
    profile = sample / "business.yaml"
    changed = profile.read_text(encoding="utf-8").replace("headline: Cold at the bottom?", "headline: いらっしゃいませ")
    profile.write_text(changed, encoding="utf-8")
    done = weblocal(str(sample), "--to", str(sample / "out"))
    assert done.returncode == 1
    assert "bakery" in done.stderr
    assert "fonts/ beside business.yaml" in done.stderr
    assert "1 piece not made" in done.stderr
    assert sorted(path.name for path in (sample / "out").iterdir()) == [
        "counter-counter-card.pdf",
        "village-hall-poster-a3.pdf",
    ]


@pytest.mark.parametrize(
    ("arguments", "code", "words"), [(("--only", "countr"), 1, "Did you mean counter?"), (("--onyl",), 2, "--onyl")]
)
def test_a_slip_of_the_pen_is_answered_in_words(
    sample: pathlib.Path, arguments: tuple[str, ...], code: int, words: str
) -> None:
    slipped = weblocal(str(sample), *arguments)
    assert slipped.returncode == code
    assert words in slipped.stderr
    assert "Traceback" not in slipped.stderr
