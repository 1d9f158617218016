"""What is wrong with the mails of a profile, found when it is checked and not when the mail is due."""

import difflib
from collections.abc import Iterator

from weblocal.model.business import Business
from weblocal.model.problems import Finding, Place, Severity
from weblocal.model.sequences import Purpose, SendStep, Sequence
from weblocal.model.words import Text
from weblocal.nurture import mail_parts, mail_reading, personalising
from weblocal.nurture.mail_blocks import Headline, Mark, Span
from weblocal.prose import markdown

FRONT_KEYS = ("subject", "preheader", "button", "button_to")
MARKS = ("coupon", "button")
LONGEST_SUBJECT = 150
GOOD_SUBJECT = 60
_TARGETS = "call, site /path/, form <name>, offer <name>, review, or an https address"


def findings(business: Business) -> tuple[Finding, ...]:
    """Every finding about every mail of every sequence; an error would reach a reader, a warning only costs effect."""
    return tuple(found for sequence in business.sequences for found in _of_sequence(sequence, business))


def _of_sequence(sequence: Sequence, business: Business) -> Iterator[Finding]:
    mails = [step for step in sequence.steps if isinstance(step, SendStep)]
    if sequence.purpose is Purpose.MARKETING and mails and not business.address.town:
        yield _finding(
            "mail-no-address",
            Severity.ERROR,
            Place(file="business.yaml"),
            "Marketing mails must carry a postal address.",
            "Write address: with a town at least.",
        )
    for step in mails:
        yield from _fields(step.text)
        yield from _front(step, business)
        yield from _body(step, business)


def _fields(text: Text) -> Iterator[Finding]:
    for problem in personalising.problems(text):
        yield _finding("mail-field", Severity.ERROR, problem.place, problem.message, problem.fix)


def _front(step: SendStep, business: Business) -> Iterator[Finding]:
    place, front = Place(file=step.text.place.file), dict(step.text.more)
    for key in front:
        if key not in FRONT_KEYS:
            near = difflib.get_close_matches(key, FRONT_KEYS, n=1)
            fix = f"Did you mean {near[0]}?" if near else f"Known: {', '.join(FRONT_KEYS)}."
            yield _finding("mail-key", Severity.ERROR, place, f'"{key}" is no key of a mail.', fix)
    subject = front.get("subject", "") or step.text.title
    if len(subject) > LONGEST_SUBJECT:
        message = f"The subject has {len(subject)} letters."
        yield _finding("mail-subject", Severity.ERROR, place, message, f"Stay below {GOOD_SUBJECT}: phones show no more.")
    elif len(subject) > GOOD_SUBJECT:
        yield _finding(
            "mail-subject", Severity.HINT, place, "Phones cut this subject off.", f"Stay below {GOOD_SUBJECT} letters."
        )
    yield from _button(front.get("button", ""), front.get("button_to", ""), place, business)


def _button(words: str, target: str, place: Place, business: Business) -> Iterator[Finding]:
    if not words and not target:
        return
    if not words or not target:
        lost = "button_to" if words else "button"
        yield _finding("mail-button", Severity.ERROR, place, f"The button has no {lost}.", f"Write {lost}: as well.")
    elif mail_parts.address_of(target, business):
        return
    elif target.strip() == "review":
        message = "This mail asks for a review, and nobody could write one."
        yield _finding("mail-button", Severity.WARNING, place, message, "Write review_link: in business.yaml.")
    elif target.strip() == "call":
        message = "The button should ring you, and there is no phone."
        yield _finding("mail-button", Severity.WARNING, place, message, "Write phone: in business.yaml.")
    else:
        message = f'button_to: "{target[:60]}" leads nowhere.'
        yield _finding("mail-button", Severity.ERROR, place, message, f"Write {_TARGETS}.")


def _body(step: SendStep, business: Business) -> Iterator[Finding]:
    text = step.text
    if markdown.is_hostile(text.body):
        yield _finding(
            "mail-text", Severity.ERROR, text.place, "This text cannot be read as Markdown.", "Make it shorter and plainer."
        )
        return
    blocks = mail_reading.read(personalising.mark(text.body).text)
    if not any(isinstance(block, Headline) for block in blocks):
        message = "The mail has no headline."
        yield _finding("mail-headline", Severity.WARNING, text.place, message, "Begin it with # and one line that says it all.")
    for block in blocks:
        if isinstance(block, Mark):
            yield from _mark(block.name, step, business)
    for span in _links(blocks):
        if personalising.holds_mark(span.href):
            yield _finding("mail-link", Severity.ERROR, text.place, "A field stands in an address.", "Write the address out.")


def _mark(name: str, step: SendStep, business: Business) -> Iterator[Finding]:
    place = _line_of(step.text, f"[[{name}]]")
    if name not in MARKS:
        yield _finding("mail-mark", Severity.ERROR, place, f"[[{name}]] is not known.", "Write [[coupon]] or [[button]].")
    elif name == "coupon" and mail_parts.ticket(step.offer, "", business) is None:
        fix = "Name one at the step in business.yaml: {send: …, offer: …}."
        yield _finding("mail-mark", Severity.ERROR, place, "[[coupon]] stands in a mail without an offer.", fix)
    elif name == "button" and not dict(step.text.more).get("button"):
        yield _finding(
            "mail-mark", Severity.ERROR, place, "[[button]] stands in a mail without a button.", "Write button: on top."
        )


def _line_of(text: Text, words: str) -> Place:
    for number, line in enumerate(text.body.split("\n")):
        if words in line.replace(" ", ""):
            return Place(file=text.place.file, line=text.place.line + number)
    return text.place


def _links(tree: object) -> Iterator[Span]:
    if isinstance(tree, Span):
        if tree.href:
            yield tree
    elif isinstance(tree, tuple):
        for each in tree:
            yield from _links(each)
    elif hasattr(tree, "__dataclass_fields__"):
        for name in tree.__dataclass_fields__:
            yield from _links(getattr(tree, name))


def _finding(  # noqa: PLR0917 - every call is one line of a table
    rule: str, severity: Severity, place: Place, message: str, fix: str
) -> Finding:
    return Finding(rule=rule, severity=severity, page=str(place), message=message, fix=fix, place=place)
