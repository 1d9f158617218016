"""The owner's own words: texts, reviews, questions, articles, facts and steps."""

import datetime as dt

from weblocal.model.pictures import Photo
from weblocal.model.problems import Place
from weblocal.model.records import record


@record
class Text:
    """One Markdown file of the owner: its front matter and its body, not yet turned into HTML.

    `title`, `summary` and `description` come from the front matter and may be empty; `more` holds what else stood there,
    in order. `place` is the file and the line on which the body begins.
    """

    body: str
    place: Place
    title: str = ""
    summary: str = ""
    more: tuple[tuple[str, str], ...] = ()


@record
class Review:
    """Somebody's words, kept letter for letter; `month` is its first day."""

    words: str
    by: str
    where: str
    month: dt.date
    stars: int | None = None


@record
class Rating:
    """The score a platform shows, with the count behind it; shown, never marked up as our own."""

    score: str
    count: int
    where: str


@record
class Question:
    """A question people ask and the answer."""

    question: str
    answer: str


@record
class Article:
    """A guide in Markdown with the date it was written."""

    id: str
    text: Text
    published_on: dt.date


@record
class OwnPage:
    """A page of the owner's own in Markdown; it lives at /<id>/."""

    id: str
    text: Text


@record
class Fact:
    """One true thing for the trust bar: what is said large, and the words under it."""

    headline: str
    detail: str


@record
class WorkStep:
    """One step of what happens when somebody gets in touch, and how long it takes, if that is said."""

    name: str
    words: str
    takes: dt.timedelta | None = None


@record
class Teammate:
    """Somebody who works here; `staff` is "owner", "counter" or "" (no access to the desk)."""

    id: str
    name: str
    role: str
    staff: str = ""
    photo: Photo | None = None
