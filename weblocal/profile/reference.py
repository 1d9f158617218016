"""The reference page of business.yaml in owners' words, made from the declarations that read it."""

from weblocal.profile.fields import Described
from weblocal.profile.keys.whole import WHOLE

_TOP = """# Everything you can write in business.yaml

<!-- Made from the field declarations in weblocal/profile/keys; `python -m pytest tests/profile` says how to make it anew. -->

One file holds the business. These ten lines are enough; everything else comes from the trade pack, and after that from the
defaults. `weblocal check --explain` shows where each value came from.

```yaml
profile: 1
name: Salon Sample
trade: salon
website: https://salon.example
phone: 01632 960123
email: hello@salon.example
address: {street: 12 Mill Lane, town: Sampleton, postcode: SA1 2AB, country: GB}
hours:
  tuesday-friday: 09:00-18:00
brand: {colour: "#8a3b5c"}
```

How to write things:

- **Everything is text.** No quotes are needed but for colours (`"#8a3b5c"`), and for sentences in which a colon is followed by
  a space. A key with nothing behind it counts as left out.
- **Short values may share a line** in braces, with commas between them. A sentence stands on a line of its own: inside braces, a
  comma in it would begin a new entry.
- **What you write replaces the trade pack's words** under the same key. Settings such as `brand` or `mail` are joined line by
  line. An empty list says "none of these": `faq: {}`.
- **Short names** (`first_visit`) are yours to choose: small letters, digits, `_` and `-`. Links name them, and web addresses are
  made of them, so let them stand once they are printed.
- **Long texts** lie in Markdown files beside business.yaml. The words of a mail lie in `mails/<sequence>/<step>.md`, with
  `subject:` on top between two lines of `---`. A guide carries `title:`, `summary:` and `date:` there.
- **Never here:** passwords and keys, contacts, visits.
"""


def page() -> str:
    """The whole page, in Markdown."""
    seen: dict[str, Described] = {}
    for part in WHOLE.parts():
        seen.setdefault(part.title, part)
    return "\n".join([_TOP, *(_section(part) for part in seen.values())])


def _section(part: Described) -> str:
    lines = [
        f"## {part.title}",
        "",
        part.words,
        "",
        "| key | what it says | how to write it | left out |",
        "| --- | --- | --- | --- |",
    ]
    for name, words, how, left_out in part.rows():
        lines.append(f"| `{name}` | {_cell(words)} | {_cell(how)} | {_cell(left_out)} |")
    return "\n".join([*lines, ""])


def _cell(words: str) -> str:
    """Words that keep inside a cell of a table."""
    return words.replace("|", "\\|")
