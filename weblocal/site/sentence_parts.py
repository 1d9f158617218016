"""What a sentence to fill in is made of, as the theme's partials are given it."""

from weblocal.model.records import record


@record
class Choice:
    """One answer of a gap: what is shown (shortened when long) and what is sent; "" is sent when nothing was chosen."""

    text: str
    value: str


@record
class Gap:
    """A gap of a sentence, a native list of choices: the field it sends, and what it asks in words for who cannot see the sentence."""

    name: str
    label: str
    choices: tuple[Choice, ...]


@record
class Phrase:
    """A piece of a sentence: words, and the gap that follows them, if any."""

    words: str
    gap: Gap | None = None
