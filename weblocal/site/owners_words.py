"""Everything the owner says to visitors in their own words, piece by piece, each with the field or file it stands in."""

from collections.abc import Callable, Iterator

from weblocal.model.business import Business
from weblocal.model.problems import Place
from weblocal.model.records import record
from weblocal.model.sequences import SendStep
from weblocal.model.words import Text


@record
class Said:
    """One piece of text; `field` is its path in the profile, `place` the file and first line of a text of its own."""

    words: str
    field: str
    place: Place | None = None


def said(business: Business, *, worth: Callable[[str], bool] = bool) -> Iterator[Said]:
    """The business's words in the order of the profile; reviews are others' words and are not among them.

    Only pieces that are `worth` it: what it says of a long text, it says if of any of its lines.
    """
    for field, words in _lines(business):
        if words and worth(words):
            yield Said(words=words, field=field)
    for field, text in _texts(business):
        yield from _of_text(field, text, worth)


def _lines(business: Business) -> Iterator[tuple[str, str]]:
    yield "tagline", business.tagline
    yield "lead", business.lead
    for service in business.services:
        yield f"services.{service.id}.name", service.name
        yield f"services.{service.id}.summary", service.summary
        yield f"services.{service.id}.note", service.note
    for number, fact in enumerate(business.facts, 1):
        yield f"facts[{number}].headline", fact.headline
        yield f"facts[{number}].detail", fact.detail
    for number, step in enumerate(business.steps, 1):
        yield f"steps[{number}].name", step.name
        yield f"steps[{number}].words", step.words
    for asked in business.faq:
        yield f"faq.{asked.question}", asked.answer
    for offer in business.offers:
        yield f"offers.{offer.id}.text", offer.text
        yield f"offers.{offer.id}.terms", offer.terms
    for placement in business.placements:
        yield f"placements.{placement.id}.headline", placement.headline


def _texts(business: Business) -> Iterator[tuple[str, Text]]:
    if business.about:
        yield "about", business.about
    for service in business.services:
        if service.page:
            yield f"services.{service.id}.page", service.page
    for area in business.area.places if business.area else ():
        if area.page:
            yield f"areas.pages.{area.id}", area.page
    for article in business.articles:
        yield f"articles.{article.id}", article.text
    yield from _mails(business)


def _mails(business: Business) -> Iterator[tuple[str, Text]]:
    for sequence in business.sequences:
        for step in sequence.steps:
            if isinstance(step, SendStep):
                yield f"sequences.{sequence.id}.{step.id}", step.text


def _of_text(field: str, text: Text, worth: Callable[[str], bool]) -> Iterator[Said]:
    top = Place(file=text.place.file, line=1)
    front = (text.title, text.summary, *(value for key, value in text.more if key in {"subject", "preheader"}))
    yield from (Said(words=words, field=field, place=top) for words in front if words and worth(words))
    for number, line in enumerate(text.body.splitlines() if worth(text.body) else ()):
        if line.strip() and worth(line):
            yield Said(words=line, field=field, place=Place(file=text.place.file, line=text.place.line + number))
