"""Random edits of a business folder with many guides, as an owner, an editor or a careless program makes them."""

import os
import pathlib
import random
from collections.abc import Callable

GUIDES = 44
_WORDS = (
    "water",
    "copper",
    "valve",
    "under the sink",
    "*never*",
    "**at once**",
    "[ring us](/contact/)",
    "`3/4`",
    "winter",
    "a quarter",
)

Edit = Callable[[pathlib.Path, random.Random], str]


def lay(folder: pathlib.Path) -> None:
    """A plumber with forty-four guides and two services with pages of their own."""
    names = [f"guide-{number:02d}" for number in range(GUIDES)]
    for part in ("articles", "services"):
        (folder / part).mkdir(parents=True)
    for number, name in enumerate(names):
        _write_guide(folder, name, f"Guide number {number}", f"Words of guide {number}.\n\n## More\n\n- one\n- two\n")
    for name in ("leaks", "boilers"):
        front = f"---\ntitle: {name}\nsummary: About {name}.\n---\n"
        (folder / "services" / f"{name}.md").write_text(f"{front}We mend {name}.\n", encoding="utf-8")
    guides = "".join(f"  {name}: articles/{name}.md\n" for name in names)
    (folder / "business.yaml").write_text(
        f"""profile: 1
trade: plumber
name: Marlow Plumbing
website: https://marlow.example
tagline: We say when, then we come.
lead: Leaks and boilers, ten miles around.
phone: 01632 960123
email: hello@marlow.example
address: {{street: 3 Tannery Yard, town: Kelby, postcode: KB4 7LN, country: GB}}
hours:
  monday-friday: 07:30-18:00
services:
  leaks: {{name: Leaks, price: from 85, page: services/leaks.md}}
  boilers: {{name: Boilers, price: from 95, page: services/boilers.md}}
articles:
{guides}desk: {{address: "https://desk.marlow.example"}}
""",
        encoding="utf-8",
    )


def edit(folder: pathlib.Path, chance: random.Random) -> str:
    """One edit; what was done, for whoever looks into a failure."""
    return chance.choices(_EDITS, weights=_WEIGHTS)[0](folder, chance)


def _write_guide(folder: pathlib.Path, name: str, title: str, words: str, *, summary: str = "What it is about.") -> None:
    summed = f"summary: {summary}\n" if summary else ""
    front = f"---\ntitle: {title}\n{summed}date: 2026-11-02\n---\n"
    (folder / "articles" / f"{name}.md").write_text(front + words, encoding="utf-8")


def _guide(folder: pathlib.Path, chance: random.Random) -> pathlib.Path:
    return chance.choice(sorted((folder / "articles").glob("guide-*.md")))


def _words(chance: random.Random) -> str:
    return " ".join(chance.choices(_WORDS, k=chance.randint(1, 30))).capitalize() + "."


def _say_more(folder: pathlib.Path, chance: random.Random) -> str:
    file = _guide(folder, chance)
    file.write_text(f"{file.read_text(encoding='utf-8')}\n{_words(chance)}\n", encoding="utf-8")
    return f"{file.name} says more"


def _say_as_much(folder: pathlib.Path, chance: random.Random) -> str:
    """Other letters, as many as before, and the old time stamp."""
    file = _guide(folder, chance)
    state, text = file.stat(), file.read_text(encoding="utf-8")
    at = text.rindex("---\n") + 4
    file.write_text(text[:at] + "".join(chance.sample(text[at:], len(text) - at)), encoding="utf-8")
    os.utime(file, ns=(state.st_atime_ns, state.st_mtime_ns))
    return f"{file.name} says as much in the same instant"


def _say_something_else(folder: pathlib.Path, chance: random.Random) -> str:
    file = _guide(folder, chance)
    text = file.read_text(encoding="utf-8")
    blocks = [
        f"## {_words(chance)}",
        _words(chance),
        f"1. {_words(chance)}\n2. {_words(chance)}",
        "| a | b |\n|---|---|\n| 1 | 2 |",
    ]
    others = [
        f"See [there](/guides/guide-0{chance.randint(0, 9)}/).",
        f"[Here](/guides/guide-0{chance.randint(0, 9)}/#text-1).",
    ]
    body = "\n\n".join(chance.sample([*blocks, *others], k=chance.randint(0, 5)))
    file.write_text(text[: text.rindex("---\n") + 4] + body + "\n", encoding="utf-8")
    return f"{file.name} says something else"


def _touch(folder: pathlib.Path, chance: random.Random) -> str:
    file = _guide(folder, chance)
    file.write_bytes(file.read_bytes())
    return f"{file.name} is saved as it was"


def _swap(folder: pathlib.Path, chance: random.Random) -> str:
    """As editors save: a new file in the place of the old one."""
    file = _guide(folder, chance)
    new = file.with_suffix(".new")
    new.write_text(f"{file.read_text(encoding='utf-8')}\n{_words(chance)}\n", encoding="utf-8")
    new.replace(file)
    return f"{file.name} is replaced"


def _retitle(folder: pathlib.Path, chance: random.Random) -> str:
    file = _guide(folder, chance)
    title = (
        chance.choice([_words(chance).rstrip("."), "The same title"])
        .replace("*", "")
        .replace("`", "")
        .replace("[", "")
        .replace("]", "")
    )
    _write_guide(
        folder, file.stem, title.replace(":", ""), _words(chance) + "\n", summary=chance.choice(["", "Another summary."])
    )
    return f"{file.name} has another title"


def _rename_the_business(folder: pathlib.Path, chance: random.Random) -> str:
    file = folder / "business.yaml"
    lines = file.read_text(encoding="utf-8").splitlines()
    lines[lines.index(next(line for line in lines if line.startswith("lead: ")))] = (
        f"lead: {chance.randint(1, 99)} miles around."
    )
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return "the profile says something else"


def _mend(folder: pathlib.Path, chance: random.Random) -> str:
    file = folder / "services" / chance.choice(["leaks.md", "boilers.md"])
    file.write_text(f"{file.read_text(encoding='utf-8')}\n{_words(chance)}\n", encoding="utf-8")
    return f"{file.name} says more"


def _add(folder: pathlib.Path, chance: random.Random) -> str:
    file, number = folder / "business.yaml", chance.randint(1000, 9999)
    name = f"guide-{number}"
    _write_guide(folder, name, f"Guide number {number}", _words(chance) + "\n")
    text = file.read_text(encoding="utf-8")
    if f"  {name}: " not in text:
        file.write_text(text.replace("articles:\n", f"articles:\n  {name}: articles/{name}.md\n"), encoding="utf-8")
    return f"{name} is new"


def _remove(folder: pathlib.Path, chance: random.Random) -> str:
    file, gone = folder / "business.yaml", _guide(folder, chance)
    text = file.read_text(encoding="utf-8")
    if text.count("articles/") <= GUIDES - 2:
        return "nothing"
    file.write_text(text.replace(f"  {gone.stem}: articles/{gone.name}\n", ""), encoding="utf-8")
    gone.unlink()
    return f"{gone.name} is gone"


def _spoil(folder: pathlib.Path, chance: random.Random) -> str:
    """Somebody lays hands on what was built."""
    pages = sorted((folder / "public").rglob("*.html"))
    if not pages:
        return "nothing"
    page = chance.choice(pages)
    deed = chance.choice(["cut", "gone", "other"])
    if deed == "gone":
        page.unlink()
    else:
        page.write_bytes(page.read_bytes()[:100] if deed == "cut" else b"<p>by hand</p>")
    return f"the page {page.parent.name} is {deed}"


def _forget(folder: pathlib.Path, chance: random.Random) -> str:
    (folder / ".weblocal" / "pages.json").unlink(missing_ok=True)
    return "what was seen of the pages is lost"


_EDITS: tuple[Edit, ...] = (
    *(_say_more, _say_as_much, _say_something_else, _touch, _swap),
    *(_retitle, _rename_the_business, _mend, _add, _remove, _spoil, _forget),
)
_WEIGHTS = (30, 10, 25, 5, 10, 4, 3, 3, 2, 2, 3, 1)
