"""Words to avoid: what every other site says too, what shouts, and what is too long to read on a phone."""

import re
from collections.abc import Iterator

from weblocal.model.business import Business
from weblocal.model.problems import Finding, Severity
from weblocal.site import owners_words
from weblocal.site.owners_words import Said

LONGEST_SENTENCE = 30
LONGEST_ANSWER = 60

# English words that say nothing, and what says something in their place
_EMPTY = {
    "welcome to": "Begin with what you do and where.",
    "passionate": "Say what you do differently because of it.",
    "solutions": "Name the thing: boilers, wills, haircuts.",
    "one-stop": "List the three things people come for most.",
    "one stop shop": "List the three things people come for most.",
    "high-quality": "Say what makes it good: the part, the guarantee, the hours it lasts.",
    "high quality": "Say what makes it good: the part, the guarantee, the hours it lasts.",
    "state-of-the-art": "Name the tool and what it does for the customer.",
    "cutting-edge": "Name the tool and what it does for the customer.",
    "world-class": "Say it with a fact: a year, a number, a name.",
    "second to none": "Say it with a fact: a year, a number, a name.",
    "we pride ourselves": "Leave it out and keep what follows.",
    "look no further": "Leave it out.",
    "your needs": "Name the need: a dripping tap, a first will, a fringe.",
    "no job too small": "Name the smallest job and what it costs.",
    "click here": "Let the link say where it leads.",
    "lorem ipsum": "This is placeholder text: write your own, or take it out.",
}
_EMPTY_WORDS = re.compile(r"\b(" + "|".join(re.escape(words) for words in _EMPTY) + r")\b", re.IGNORECASE)
_SHOUT = re.compile(r"!(?!\[)")
_SENTENCE = re.compile(r"[^.!?…:;|]+")
_MARKDOWN = re.compile(r"`[^`]*`|\]\([^)]*\)|[*_#>\[\]|]|^\s*(?:[-+]|\d+[.)])\s", re.MULTILINE)


def findings(business: Business) -> Iterator[Finding]:
    """What to say better, one finding for each piece of text and each of its faults; only hints and warnings."""
    for said in owners_words.said(business):
        if business.language.split("-")[0] == "en":
            yield from _empty(said)
        yield from _shouted(said)
        yield from _long(said)
    for asked in business.faq:
        if len(asked.answer.split()) > LONGEST_ANSWER:
            message = f"The answer has {len(asked.answer.split())} words."
            yield _finding(
                Said(words="", field=f"faq.{asked.question}"), "answer-long", message, "Fifty are read; more are skipped."
            )


def _empty(said: Said) -> Iterator[Finding]:
    for found in dict.fromkeys(match[1].lower() for match in _EMPTY_WORDS.finditer(said.words)):
        message = f"“{found}” stands on every other site and says nothing."
        severity = Severity.WARNING if found == "lorem ipsum" else Severity.HINT
        yield _finding(said, "words-to-avoid", message, _EMPTY[found], severity=severity)


def _shouted(said: Said) -> Iterator[Finding]:
    if _SHOUT.search(said.words):
        yield _finding(said, "words-to-avoid", "An exclamation mark shouts.", "End the sentence with a full stop.")


def _long(said: Said) -> Iterator[Finding]:
    counts = [len(sentence.split()) for sentence in _SENTENCE.findall(_MARKDOWN.sub(" ", said.words))]
    if counts and max(counts) > LONGEST_SENTENCE:
        message = f"A sentence has {max(counts)} words."
        yield _finding(said, "sentence-long", message, "Cut it in two: people read on a phone, at arm's length.")


def _finding(said: Said, rule: str, message: str, fix: str, *, severity: Severity = Severity.HINT) -> Finding:
    return Finding(rule=rule, severity=severity, page=said.field, message=message, fix=fix, place=said.place)
